import Casework
import Law

extension RegisterRules {
    /// Oslo, Bergen and Trondheim: whose districts must be told.
    private static let divided: Set = ["958935420", "964338531", "942110464"]

    /// About who delivers.
    static let sender: [RegisterRule] = [
        RegisterRule(
            "AVGIVER_1",
            when: "Oslo, Bergen or Trondheim, by Avgiver/@Organisasjonsnummer, without Bydelsnummer or Bydelsnavn.",
            source: "Avgiver 1",
            kostra: "KOSTRA asks Oslo alone, person by person.",
            .delivery { frame in
                let sender = frame.delivery.sender
                guard divided.contains(sender.organisation),
                    sender.districtNumber == nil || (sender.districtName ?? "").allSatisfy(\.isWhitespace)
                else { return [] }
                return [RegisterHit(.sender)]
            }
        )
    ]

    /// About the case as a whole.
    static let cases: [RegisterRule] = [
        RegisterRule(
            "SAK_1",
            when: "A date of the case is more than 26 calendar years from the year of DatoUttrekk.",
            source: "Sak 1",
            kostra: "KOSTRA counts from the reporting year, or by the program from fixed days.",
            .delivery { frame in frame.datesOutOfReach }
        ),
        RegisterRule(
            "SAK_2A",
            when: "Sak/@StartDato is after Sak/@SluttDato.",
            source: "Sak 2a",
            .delivery { frame in
                guard isAfter(frame.registerCase.start, frame.registerCase.end) else { return [] }
                return [
                    RegisterHit(.registerCase) { facts in
                        facts.start = frame.registerCase.start
                        facts.end = frame.registerCase.end
                    }
                ]
            }
        ),
        RegisterRule(
            "SAK_7",
            .warning,
            when: """
                The child is 25 or older at DatoUttrekk, and the case or a part of it other than a Vedtak has not ended. \
                (The heading says over 25, the condition 25 or more.)
                """,
            source: "Sak 7",
            kostra: "KOSTRA counts years from the birth year, and stops the file.",
            .delivery { frame in aged(25, frame, where: frame.isOpen) }
        ),
        RegisterRule(
            "SAK_8",
            when: """
                The child is 18 or older at DatoUttrekk, there is no Tiltak, and the case or a part of it other than a \
                Vedtak has not ended.
                """,
            source: "Sak 8",
            kostra: "KOSTRA counts years from the birth year.",
            .delivery { frame in aged(18, frame, where: frame.isOpen && frame.measures.isEmpty) }
        ),
        RegisterRule(
            "SAK_21",
            when:
                "An open case without Melding, Undersokelse, Plan, Tiltak, Vedtak, Ettervern and OversendelseFylkesnemnd.",
            source: "Sak 21",
            kostra: "KOSTRA asks for a Melding, Plan or Tiltak, of closed cases too.",
            .delivery { frame in
                let isEmpty = !frame.things.contains { ![.person, .relocation].contains($0.concept) }
                return frame.registerCase.end == nil && isEmpty ? [RegisterHit(.registerCase)] : []
            }
        ),
        unknownDeletion,
        RegisterRule(
            "SAK_23",
            .info,
            when: "The case has ended, and a part of it has not: an entry for each part.",
            source: "Sak 23",
            kostra: "KOSTRA stops the file for it, part by part (02D).",
            .delivery { frame in
                guard let end = frame.registerCase.end else { return [] }
                return frame.things.filter { $0.end == nil && RegisterFrame.openable.contains($0.concept) }
                    .map { thing in RegisterHit(thing.item) { $0.caseEnd = end } }
            }
        ),
    ]

    private static func aged(_ years: Int, _ frame: RegisterFrame, where holds: Bool) -> [RegisterHit] {
        guard let age = frame.age, age >= years, holds else { return [] }
        return [RegisterHit(.registerCase) { $0.age = age }]
    }
}

extension RegisterFrame {
    /// An entry for each date that is too far from the year of extraction.
    fileprivate var datesOutOfReach: [RegisterHit] {
        guard let first = CalendarDay(year: max(1, today.year - 26), month: 1, day: 1),
            let last = CalendarDay(year: min(9999, today.year + 26), month: 12, day: 31)
        else { return [] }
        return dates.filter { !(first...last).contains($0.day) }.map { date in
            RegisterHit(date.item) { facts in
                facts.attribute = date.name
                facts.caseStart = date.day
                facts.start = first
                facts.end = last
            }
        }
    }

    /// Every date of the case, the case's own first.
    private var dates: [(item: RegisterItem, name: String, day: CalendarDay)] {
        var dates: [(item: RegisterItem, name: String, day: CalendarDay)] = []
        func add(_ item: RegisterItem, _ name: String, _ day: CalendarDay?) {
            if let day { dates.append((item, name, day)) }
        }
        add(.registerCase, "StartDato", registerCase.start)
        add(.registerCase, "SluttDato", registerCase.end)
        for person in people { add(.thing(.person, person.place), "Fodseldato", person.value.birthDay) }
        for thing in things {
            add(thing.item, thing.concept == .aftercare ? "TilbudSendtDato" : "StartDato", thing.start)
            add(thing.item, "SluttDato", thing.end)
        }
        for investigation in investigations {
            let item = RegisterItem.thing(.investigation, investigation.place)
            add(item, "StartDato", investigation.value.participation?.start)
            add(item, "StartDato", investigation.value.moreTime?.start)
        }
        for plan in plans {
            for day in plan.value.evaluations { add(.thing(.plan, plan.place), "UtfortDato", day) }
        }
        for measure in measures {
            let item = RegisterItem.thing(.measure, measure.place)
            for one in measure.value.supervision?.responsible ?? [] { add(item, "StartDato", one.start) }
            let frequencies = [measure.value.supervision?.frequencies, measure.value.followUp?.frequencies]
            for one in frequencies.compactMap(\.self).joined() { add(item, "StartDato", one.start) }
            let visits = [measure.value.supervision?.visits, measure.value.followUp?.visits]
            for one in visits.compactMap(\.self).joined() { add(item, "UtfortDato", one.day) }
        }
        for decision in decisions {
            for (place, claim) in decision.value.claims.enumerated() {
                let item = RegisterItem.inside(.decision, decision.place, "Krav", place)
                add(item, "StartDato", claim.start)
                add(item, "SluttDato", claim.conclusion?.end)
            }
            for (place, status) in decision.value.statuses.enumerated() {
                add(.inside(.decision, decision.place, "Status", place), "EndretDato", status.changed)
            }
        }
        for (place, deletion) in registerCase.deletions.enumerated() {
            add(.deletion(place), "SluttDato", deletion.end)
        }
        return dates
    }
}
