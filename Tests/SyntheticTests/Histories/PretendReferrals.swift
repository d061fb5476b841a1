import Casework
import Exchange
import Law
import Synthetic

@testable import Office

/// Referrals from the open cases of the demonstration.
enum PretendReferrals {
    static let types = MessageType.allCases.filter(\.isReferral)

    static let service = ReferralService(
        party: MessageParty(
            organisationNumber: "310417009",
            name: "Nordvåg barnevernstjeneste",
            municipality: MessageParty.Municipality(number: "1505", name: "Kristiansund")
        ),
        contacts: MessageHeader.Contacts(
            first: ContactPerson(name: "Jonas Tindvang", phone: "00 00 00 01", email: "jonas@example.no"),
            alternative: ContactPerson(name: "Ingvild Heggmo", phone: "00 00 00 02", email: "ingvild@example.no")
        )
    )

    static let receiver = MessageParty(organisationNumber: "312555018", name: "Eksempel inntaksenhet, Bufetat")

    /// Every open case, in the order of their ids.
    static func cases() throws -> [ReferralCase] { try open.get() }

    private static let open = Result {
        let today = try CalendarDay(parsing: "2026-11-22")
        var player = HistoryPlayer()
        for history in PretendWorld(seed: 2026).histories(cases: 400, endingOn: today) { try player.play(history) }
        return player.cases.values.sorted { $0.id < $1.id }.filter { $0.closedOn == nil }
            .map { ReferralCase($0, entries: player.entries[$0.id] ?? [], law: .national, today: today) }
    }

    /// Those for which a referral of the type is one to think of.
    static func cases(for type: MessageType) throws -> [ReferralCase] {
        try cases().filter { ReferralFit(type, $0).isFirst }
    }

    /// What comes of what has been entered, as a caseworker would answer what the case did not tell.
    static func finished(_ purpose: ReferralPurpose, _ values: FormValues, today: CalendarDay) throws -> (
        check: ReferralCheck, answered: Int
    ) {
        var values = values
        var answered = 0
        let header = MessageHeader(
            id: "019a8f3e-7c00-7000-8000-0000000000f1",
            followUp: purpose.earlier.map { earlier in
                MessageHeader.FollowUp(
                    relation: purpose.relation ?? .update,
                    startID: earlier.start.description,
                    messageID: earlier.id.description
                )
            },
            typeNamespace: purpose.type.namespace,
            typeTitle: purpose.type.title,
            system: MessageHeader.SendingSystem(vendor: "Rettid", name: "Rettid", version: "1.0"),
            sentAt: OsloTime.instant(of: today, hour: 12).description,
            sender: service.party ?? receiver,
            receiver: receiver
        )
        var check = ReferralCheck(purpose, values, [], header: header, today: today)
        let gaps = ReferralGaps(purpose.type, today: today)
        for _ in 0..<4 where !check.findings.isEmpty {
            answered += gaps.answer(check.findings, in: &values)
            check = ReferralCheck(purpose, values, [], header: header, today: today)
        }
        return (check, answered)
    }
}

extension ReferralCase {
    /// The lines of every hidden address of the case.
    var hiddenLines: [String] {
        ([child] + relatives.map(\.person)).flatMap { person in
            if case .hidden(let address)? = person.residence { address.forSealing.lines } else { [] as [String] }
        }
    }
    /// Whoever else than a parent the child lives with, where the address of either is hidden.
    var hiddenHosts: [CasePerson] {
        relatives.filter { relative in
            relative.relation.kind == .fosterParent && relative.relation.livesWithChild
                && [child, relative.person].contains { if case .hidden? = $0.residence { true } else { false } }
        }.map(\.person)
    }

    var parents: [CasePerson] {
        relatives.filter { [.mother, .father, .parent].contains($0.relation.kind) }.map(\.person)
    }
}
