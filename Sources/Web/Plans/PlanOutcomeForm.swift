import Law
import Office
import Planning

/// The form that tells how it went: a period, and counts for each kind in each region, typed in or counted in a history.
struct PlanOutcomeForm {
    /// Where the table can be filled in from.
    enum Source: String {
        case own, text
    }

    private enum Count: String, CaseIterable {
        case asked, started, breaches
    }

    private static let mostCount = 1_000_000

    let scenario: Scenario
    let words: PlanWords
    private var catalog: Catalog { words.catalog }

    /// Every kind in every region from which children come or where there are places.
    private var pairs: [(kind: String, region: String)] {
        scenario.kinds.flatMap { kind in scenario.regions.map { (kind: kind, region: $0) } }
    }

    // MARK: Fields

    func fields(_ values: [String: String], _ problems: [String: String]) -> [Field] {
        func day(_ name: String, _ label: String, _ value: String) -> Field {
            Field(name, .date, label: label, value: values[name] ?? value, error: problems[name])
        }
        return [
            day("from", catalog.text("planning.outcome.from"), ""),
            day("to", catalog.text("planning.outcome.to"), "\(words.phrases.today.adding(days: -1))"),
            Field(
                "note",
                label: catalog.text("planning.outcome.note"),
                hint: catalog.text("planning.outcome.note.hint"),
                value: values["note"] ?? "",
                error: problems["note"],
                isOptional: true
            ),
        ]
    }

    func sheet(_ values: [String: String], _ problems: [String: String]) -> PlanSheet {
        PlanSheet(
            caption: catalog.text("planning.outcome.tell"),
            first: catalog.text("planning.place"),
            columns: Count.allCases.map(label),
            rows: pairs.enumerated().map { place, pair in
                PlanSheet.Row(
                    name: "\(pair.kind), \(words.name(place: pair.region))",
                    cells: Count.allCases.map { count in
                        let name = Self.name(count, place)
                        return PlanSheet.Cell(
                            name: name,
                            label: label(count),
                            value: values[name] ?? "",
                            error: problems[name]
                        )
                    }
                )
            }
        )
    }

    func fieldsAfter(_ values: [String: String], _ problems: [String: String]) -> [Field] {
        [
            Field(
                "history",
                .paragraphs,
                label: catalog.text("planning.outcome.history"),
                hint: catalog.text("planning.outcome.history.hint"),
                value: values["history"] ?? "",
                error: problems["history"],
                isOptional: true
            )
        ]
    }

    var buttons: [PlanEditorPage.Button] {
        [
            .init(value: Source.own.rawValue, label: catalog.text("planning.outcome.fill.own")),
            .init(value: Source.text.rawValue, label: catalog.text("planning.outcome.fill.text")),
        ]
    }

    private static func name(_ count: Count, _ place: Int) -> String { "\(count.rawValue)-\(place)" }

    private func label(_ count: Count) -> String {
        switch count {
        case .asked: catalog.text("planning.outcome.asked")
        case .started: catalog.text("planning.outcome.started")
        case .breaches: catalog.text("planning.outcome.breaches")
        }
    }

    // MARK: Reading

    /// The period of a filled-in form, or what is wrong with its days.
    func days(_ posted: [String: String]) -> Result<ClosedRange<CalendarDay>, PlanProblems> {
        let reader = PlanFormReader(posted, catalog: catalog)
        let (from, to) = (reader.day("from"), reader.day("to"))
        for name in ["from", "to"] where !reader.isFilledIn(name) { reader.note(name, "planning.history.day") }
        if let from, let to, from > to { reader.note("to", "planning.refused.period") }
        guard reader.problems.isEmpty, let from, let to else {
            return .failure(PlanProblems(byField: reader.problems))
        }
        return .success(from...to)
    }

    /// The counts of a filled-in form, or what is wrong with its cells.
    func rows(_ posted: [String: String]) -> Result<[PlanOutcome.Row], PlanProblems> {
        let reader = PlanFormReader(posted, catalog: catalog)
        let rows = pairs.enumerated().map { place, pair in
            let counts = Count.allCases.map { count -> Int? in
                let name = Self.name(count, place)
                return reader.isFilledIn(name) ? reader.whole(name, otherwise: 0, in: 0...Self.mostCount) : nil
            }
            return PlanOutcome.Row(
                kind: pair.kind,
                region: pair.region,
                asked: counts[0],
                started: counts[1],
                breaches: counts[2]
            )
        }
        return reader.problems.isEmpty ? .success(rows) : .failure(PlanProblems(byField: reader.problems))
    }

    /// The counts of some days in a history; `own` gives the region's own rows.
    func counted(
        _ posted: [String: String],
        own: [History.Row]?,
        _ days: ClosedRange<CalendarDay>
    ) -> Result<[PlanOutcome.Row], PlanProblems> {
        do throws(HistoryProblem) {
            // Of the own region all is known until yesterday.
            let history =
                if let own {
                    try History(own, cutOff: words.phrases.today.adding(days: -1))
                } else {
                    try History(reading: Array((posted["history"] ?? "").utf8))
                }
            guard history.from <= days.lowerBound, days.upperBound <= history.cutOff else {
                let text = catalog.text(
                    "planning.outcome.covers",
                    ["from": words.phrases.day(history.from), "until": words.phrases.day(history.cutOff)]
                )
                return .failure(PlanProblems(byField: [days.upperBound > history.cutOff ? "to" : "from": text]))
            }
            return .success(PlanOutcome.rows(of: history, pairs, days))
        } catch {
            return .failure(PlanProblems(byField: ["history": words.located(error)]))
        }
    }

    /// What cells show that are filled in with counts.
    func values(_ rows: [PlanOutcome.Row]) -> [String: String] {
        var values: [String: String] = [:]
        for (place, row) in rows.enumerated() {
            for (count, number) in zip(Count.allCases, [row.asked, row.started, row.breaches]) {
                values[Self.name(count, place)] = number.map { String($0) } ?? ""
            }
        }
        return values
    }
}
