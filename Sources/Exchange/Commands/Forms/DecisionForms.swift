import Casework
import Law

/// Decisions (vedtak), complaints about them and demands of the parties.
enum DecisionForms {
    static let all = [decide, receiveComplaint, forwardComplaint, receiveDemand, sendDemand]

    private static let kind = FormEntry<Decision.Kind>.code("kind", "decision-kind")
    private static let maker = FormEntry<Decision.Maker>.code("maker", "decision-maker")
    private static let summary = FormEntry.line("summary", longest: 500)
    private static let reference = FormEntry.line("reference", longest: 100).optional
    /// One field for each part of the text that § 12-5 demands; what is missing is the rule's affair.
    private static let parts: [(Decision.Part, FormEntry<String>)] = [
        (.facts, .paragraphs("facts").owed),
        (.assessment, .paragraphs("assessment").owed),
        (.childsView, .paragraphs("childsView").owed),
        (.bestInterests, .paragraphs("bestInterests").owed),
        (.familyTies, .paragraphs("familyTies").owed),
    ]
    private static let consents = Consent.Giver.allCases.map(ConsentFields.init)

    static let decide = CommandForm(
        "decide",
        .decisions,
        "barnevernsloven § 12-5",
        [kind, maker, summary] + parts.map(\.1) + GroundFields.all + consents.flatMap(\.all) + [reference],
        make: { input throws(FieldFault) in
            var texts: [Decision.Part: String] = [:]
            for (part, entry) in parts { texts[part] = input.given(entry) }
            var given: [Consent] = []
            for fields in consents {
                if let consent = try fields.consent(input) { given.append(consent) }
            }
            return .inCase(
                .decided(
                    Decision(
                        id: input.context.id,
                        kind: try input[kind],
                        maker: try input[maker],
                        summary: try input[summary],
                        parts: texts,
                        participation: try GroundFields.ground(input),
                        consents: given,
                        reference: input.given(reference)
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.decided(let decision)) = happening else { return nil }
            return [
                kind.filled(decision.kind), maker.filled(decision.maker), summary.filled(decision.summary),
                reference.filled(decision.reference),
            ] + parts.map { $0.1.filled(decision.parts[$0.0]) } + GroundFields.filled(decision.participation)
                + consents.flatMap { $0.filled(decision.consents) }
        }
    )

    // MARK: Complaints and demands

    private static let decision = FormEntry.reference("decision", .decision)
    private static let complaint = FormEntry.reference("complaint", .complaint)
    private static let demand = FormEntry.reference("demand", .demand)
    private static let goesToTribunal = FormEntry.flag("goesToTribunal")
    private static let isExtended = FormEntry.flag("isExtended")
    private static let text = FormEntry.paragraphs("text")

    static let receiveComplaint = CommandForm(
        "receive-complaint",
        .decisions,
        "barnevernsloven § 12-9",
        [decision, goesToTribunal, text],
        make: { input throws(FieldFault) in
            .inCase(
                .complaintReceived(
                    Complaint(
                        id: input.context.id,
                        decision: try input[decision],
                        goesToTribunal: try input[goesToTribunal],
                        text: try input[text]
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.complaintReceived(let received)) = happening else { return nil }
            return [
                decision.filled(received.decision), goesToTribunal.filled(received.goesToTribunal),
                text.filled(received.text),
            ]
        }
    )

    static let forwardComplaint = CommandForm(
        "forward-complaint",
        .decisions,
        "barnevernsloven § 12-9",
        [complaint],
        make: { input throws(FieldFault) in .inCase(.complaintForwarded(try input[complaint])) },
        fill: { happening in
            guard case .inCase(.complaintForwarded(let id)) = happening else { return nil }
            return [complaint.filled(id)]
        }
    )

    static let receiveDemand = CommandForm(
        "receive-demand",
        .decisions,
        "barnevernsloven § 14-8",
        [text, isExtended],
        make: { input throws(FieldFault) in
            .inCase(
                .demandReceived(
                    PartyDemand(id: input.context.id, text: try input[text], isExtended: try input[isExtended])
                )
            )
        },
        fill: { happening in
            guard case .inCase(.demandReceived(let received)) = happening else { return nil }
            return [text.filled(received.text), isExtended.filled(received.isExtended)]
        }
    )

    static let sendDemand = CommandForm(
        "send-demand",
        .decisions,
        "barnevernsloven § 14-8",
        [demand],
        make: { input throws(FieldFault) in .inCase(.demandSent(try input[demand])) },
        fill: { happening in
            guard case .inCase(.demandSent(let id)) = happening else { return nil }
            return [demand.filled(id)]
        }
    )
}

/// The fields of one giver's consent to a decision: how it was given, and when.
struct ConsentFields: Sendable {
    private enum Way: Hashable, Sendable, CaseIterable {
        case written, spoken
    }

    private let giver: Consent.Giver
    private let way: FormEntry<Way>
    private let day: FormEntry<CalendarDay>

    init(_ giver: Consent.Giver) {
        self.giver = giver
        way = FormEntry<Way>.code("\(giver)Consent", "consent-way").optional
        day = FormEntry.day("\(giver)ConsentOn").needed(way)
    }

    var all: [any AnyFormEntry] { [way, day] }

    func consent(_ input: FormReader) throws(FieldFault) -> Consent? {
        guard let given = input.given(way) else { return nil }
        return Consent(giver: giver, isWritten: given == .written, givenOn: try input[day])
    }

    func filled(_ consents: [Consent]) -> [FilledField] {
        guard let consent = consents.last(where: { $0.giver == giver }) else { return [] }
        return [way.filled(consent.isWritten ? .written : .spoken), day.filled(consent.givenOn)]
    }
}
