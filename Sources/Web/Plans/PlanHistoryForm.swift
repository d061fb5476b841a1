import Law
import Office
import Planning

/// The form that brings a history: the region's own, or a file of one, with what is known of the places.
struct PlanHistoryForm {
    /// Where the rows come from.
    enum Source: String {
        case own, file
    }

    /// How often the last year is run, unless said.
    private static let replications = 200

    let words: PlanWords
    private var catalog: Catalog { words.catalog }

    func fields(_ values: [String: String], _ problems: [String: String]) -> [Field] {
        [
            Field(
                "source",
                .radio,
                label: catalog.text("planning.history.source"),
                value: values["source"] ?? Source.own.rawValue,
                error: problems["source"],
                options: [
                    (value: Source.own.rawValue, label: catalog.text("planning.history.own")),
                    (value: Source.file.rawValue, label: catalog.text("planning.history.file")),
                ]
            ),
            Field(
                "upload",
                .file(accept: ".csv,text/csv"),
                label: catalog.text("planning.history.upload"),
                hint: catalog.text("planning.history.columns"),
                isOptional: true
            ),
            Field(
                "history",
                .paragraphs,
                label: catalog.text("planning.history.text"),
                hint: catalog.text("planning.history.text.hint"),
                value: values["history"] ?? "",
                error: problems["history"],
                isOptional: true
            ),
            Field(
                "places",
                .paragraphs,
                label: catalog.text("planning.history.places"),
                hint: catalog.text("planning.history.places.hint"),
                value: values["places"] ?? "",
                error: problems["places"],
                isOptional: true
            ),
            day(
                "from",
                catalog.text("planning.history.from"),
                catalog.text("planning.history.from.hint"),
                values,
                problems
            ),
            day(
                "until",
                catalog.text("planning.history.until"),
                catalog.text("planning.history.until.hint"),
                values,
                problems
            ),
        ]
            + words.chance(
                Scenario.RunPlan(length: 1, replications: Self.replications),
                values,
                problems
            )
    }

    private func day(
        _ name: String,
        _ label: String,
        _ hint: String,
        _ values: [String: String],
        _ problems: [String: String]
    ) -> Field {
        Field(name, .date, label: label, hint: hint, value: values[name] ?? "", error: problems[name], isOptional: true)
    }

    /// A history that can be fitted, with what is asked of chance; `own` gives the region's own rows.
    func read(
        _ posted: [String: String],
        file: [UInt8],
        own: [History.Row]?
    ) -> Result<(input: HistoryInput, job: PlanJob), PlanProblems> {
        let reader = PlanFormReader(posted, catalog: catalog)
        let (from, until) = (reader.day("from"), reader.day("until"))
        let chance = reader.chance(Scenario.RunPlan(length: 1, replications: Self.replications))
        let text: String
        let yesterday = words.phrases.today.adding(days: -1)
        if let own {
            // What was asked for today is not known to its end.
            let known = own.filter { $0.asked <= until ?? yesterday }
            if !known.contains(where: { $0.ended != nil }) { reader.note("source", "planning.history.noneOwn") }
            text = History.text(of: known)
        } else if file.isEmpty {
            text = posted["history"] ?? ""
        } else if let read = String(validating: file, as: UTF8.self) {
            text = read
        } else {
            reader.say("history", words.problem(.unreadable))
            text = ""
        }
        let input = HistoryInput(
            history: text,
            places: posted["places"] ?? "",
            from: from,
            until: until ?? (own == nil ? nil : yesterday)
        )
        do throws(HistoryProblem) { _ = try input.records() } catch { reader.say("places", words.located(error)) }
        guard reader.problems.isEmpty else { return .failure(PlanProblems(byField: reader.problems)) }
        do throws(HistoryProblem) {
            let history = try input.rows()
            guard history.rows.contains(where: { $0.ended != nil }) else {
                return .failure(PlanProblems(byField: ["history": words.problem(.noStayEnded)]))
            }
            let facts = HistoryFacts(history, source: own == nil ? .file : .journal)
            return .success((input, PlanJob(.fit(facts), seed: chance.seed, replications: chance.replications)))
        } catch {
            return .failure(PlanProblems(byField: ["history": words.located(error)]))
        }
    }
}
