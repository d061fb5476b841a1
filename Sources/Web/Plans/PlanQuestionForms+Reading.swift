import Law
import Office
import Planning

/// What a filled-in question asks, and how it reads as the note of the version that it makes.
extension PlanQuestionForms {
    // MARK: Reading

    /// The question that a filled-in form asks and the scenario that it makes, or what is wrong with its fields.
    func read(
        _ kind: Question.Kind,
        _ posted: [String: String]
    ) -> Result<(question: Question, changed: Scenario), PlanProblems> {
        let reader = PlanFormReader(posted, catalog: catalog) { Self.name(kind, $0) }
        let question = question(kind, reader)
        guard reader.problems.isEmpty else { return .failure(PlanProblems(byField: reader.problems)) }
        do throws(ScenarioProblem) { return .success((question, try question.applied(to: scenario))) } catch {
            return .failure(PlanProblems(byField: [field(of: error, kind): words.problem(error)]))
        }
    }

    private func question(_ kind: Question.Kind, _ reader: PlanFormReader) -> Question {
        // Where nothing can be read, the problem is noted and the rest is read all the same.
        let number = { (field: String) in reader.number(field) ?? 1 }
        switch kind {
        case .arrivals:
            return .arrivals(
                ArrivalChange(
                    factor: 1 + number("percent") / 100,
                    ofClass: reader.words("class"),
                    region: reader.words("region")
                )
            )
        case .places:
            let place = reader.place("place")
            let by = Int(exactly: reader.number("by") ?? 0)
            if by == nil { reader.note("by", "planning.problem.number") }
            return .places(
                PlaceChange(
                    kind: place?.kind ?? "",
                    region: place?.region ?? "",
                    by: by ?? 0,
                    from: reader.day("from").map(PlaceChange.Moment.day),
                    until: reader.day("until").map(PlaceChange.Moment.day)
                )
            )
        case .stays:
            return .stays(
                StayChange(
                    kind: reader.choice("kind"),
                    ofClass: reader.words("class"),
                    .factor(1 + number("percent") / 100)
                )
            )
        case .sharing:
            let regions = scenario.regions.enumerated().filter { reader.words("regions-\($0.offset)") == "yes" }
            return .sharing(RegionSharing(regions: regions.map(\.element), after: number("after")))
        case .coPayment:
            return .coPayment(
                CoPaymentChange(
                    before: number("before"),
                    after: number("after"),
                    responses: [.init(.elasticity(number("elasticity")))]
                )
            )
        }
    }

    /// The field that a problem of an applied question belongs to.
    private func field(of problem: ScenarioProblem, _ kind: Question.Kind) -> String {
        let member = JsonPointer.tokens(problem.pointer).first ?? ""
        let field: String? =
            switch (kind, member) {
            case (.arrivals, "class"), (.arrivals, "region"), (.stays, "class"), (.stays, "kind"): member
            case (.arrivals, _), (.stays, _): "percent"
            case (.places, "kind"), (.places, "region"): "place"
            case (.places, "from"), (.places, "until"): member
            case (.places, _): "by"
            case (.sharing, "after"): "after"
            case (.sharing, _): "regions"
            case (.coPayment, "before"), (.coPayment, "after"): member
            case (.coPayment, _): "elasticity"
            }
        return Self.name(kind, field ?? "")
    }

    // MARK: Notes

    /// The change in words, as the new version's note; an assumption stands in it with its effect.
    func note(_ question: Question) -> String {
        switch question {
        case .arrivals(let change):
            let whom = [change.ofClass, change.region.map(words.name(place:))].compactMap(\.self)
            return catalog.text(
                "planning.note.arrivals",
                [
                    "percent": signed(change.factor),
                    "whom": whom.isEmpty ? catalog.text("planning.whole") : whom.joined(separator: ", "),
                ]
            )
        case .places(let change):
            let place = "\(change.kind), \(words.name(place: change.region))"
            let by = (change.by > 0 ? "+" : "−") + String(abs(change.by))
            var note = catalog.text("planning.note.places", ["by": by, "place": place])
            if let from = change.from { note += " " + catalog.text("planning.note.from", ["day": name(from)]) }
            if let until = change.until { note += " " + catalog.text("planning.note.until", ["day": name(until)]) }
            return note
        case .stays(let change):
            let amount: String =
                switch change.amount {
                case .factor(let factor): signed(factor)
                case .mean(let by): words.number(by)
                }
            let whom = change.ofClass.map { ", \($0)" } ?? ""
            return catalog.text("planning.note.stays", ["kind": change.kind + whom, "amount": amount])
        case .sharing(let change):
            return catalog.text(
                "planning.note.sharing",
                ["regions": change.regions.joined(separator: ", "), "after": words.number(change.after)]
            )
        case .coPayment(let change):
            let factor = change.responses.first.map(change.factor) ?? 1
            let elasticity: String =
                if case .elasticity(let elasticity)? = change.responses.first?.effect {
                    words.number(elasticity)
                } else { "" }
            return catalog.text(
                "planning.note.coPayment",
                [
                    "before": words.number(change.before), "after": words.number(change.after),
                    "elasticity": elasticity, "percent": signed(factor),
                ]
            )
        }
    }

    private func name(_ moment: PlaceChange.Moment) -> String {
        switch moment {
        case .day(let day): words.phrases.day(day)
        case .time(let time): words.number(time)
        }
    }

    /// So many percent more or fewer.
    private func signed(_ factor: Double) -> String {
        (factor > 1 ? "+" : "") + words.percent(factor - 1)
    }
}
