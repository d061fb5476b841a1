import Law

/// Plans, measures and moves, as others are told of them.
extension CaseTelling {
    /// A plan that nobody has ended ends with its time, or with the case.
    func plan(_ plan: PlanFacts, in facts: CaseFacts) -> Case.Plan {
        let last = [plan.until.flatMap { $0 < today ? $0 : nil }, facts.closedOn].compactMap(\.self).min()
        return Case.Plan(
            id: id(.plan, plan.id),
            start: plan.made.on,
            kind: "\(plan.kind.rawValue)",
            evaluations: plan.evaluations.map(\.on),
            end: plan.ended?.on ?? last.map { max($0, plan.made.on) }
        )
    }

    /// - Returns: `nil` where the case has lost the decision that the measure rests on.
    func measure(_ measure: MeasureFacts, _ journal: JournaledCase) -> Case.Measure? {
        guard let decision = journal.facts.decisions.with(measure.decision) else { return nil }
        var text: String?
        if case .measureStarted(let start)? = journal.told(at: measure.started.entry) { text = start.text }
        let visits = measure.placement.map { VisitsTold(measure, $0, self) }
        return Case.Measure(
            id: id(.measure, measure.id),
            start: measure.started.on,
            basis: decision.provision,
            category: StatedCode(
                measure.category,
                Self.needsText.contains(measure.category) ? text.flatMap { $0.stated } : nil
            ),
            supervision: visits?.supervision,
            followUp: visits?.followUp,
            repeal: measure.placement == nil ? nil : repeal(measure, journal),
            end: measure.ended?.on
        )
    }

    /// The categories that say nothing without words.
    private static let needsText = ["1.99", "2.99", "3.7", "3.99", "4.99", "5.99", "6.99", "7.99", "8.99"]

    /// Why the child lives there no longer (opphevelse).
    private func repeal(_ measure: MeasureFacts, _ journal: JournaledCase) -> StatedCode? {
        guard let cause = measure.endCause, let ended = measure.ended else { return nil }
        switch cause {
        case .returnedHome: return StatedCode("1")
        case .turned18: return StatedCode("2")
        case .adopted: return StatedCode("3")
        case .goalReached, .replaced, .partysWish, .other:
            var text: String?
            switch journal.told(at: ended.entry) {
            case .measureEnded(_, let end)?: text = end.text.stated
            case .relocated(let relocation)?: text = relocation.text.stated
            default: break
            }
            return StatedCode("4", text ?? cause.stated)
        }
    }

    /// The child's move out of a placement (flytting).
    func relocation(_ measure: MeasureFacts, _ journal: JournaledCase) -> Case.Relocation? {
        guard let left = measure.placement?.relocation,
            case .relocated(let relocation)? = journal.told(at: left.entry)
        else { return nil }
        let text = relocation.text.stated
        return Case.Relocation(
            id: id(.relocation, measure.id),
            end: left.on,
            reason: StatedCode(
                relocation.reason,
                ["1.1.5", "1.2.3", "2.9"].contains(relocation.reason) ? text : nil
            ),
            destination: StatedCode(relocation.destination, relocation.destination == "8" ? text : nil)
        )
    }

    /// The steps towards measures after eighteen, each offer with its answer (ettervern).
    func aftercare(_ journal: JournaledCase) -> [Case.Aftercare] {
        var offers: [Case.Aftercare] = []
        for step in journal.facts.aftercare {
            let code: String? =
                switch step.kind {
                case .contacted: nil
                case .accepted: "1"
                case .declinedForOther: "2"
                case .declined: "3"
                }
            let answer = code.map { Case.Conclusion(end: step.at.on, code: $0) }
            if let answer, let last = offers.last, last.conclusion == nil, last.offered <= step.at.on {
                offers[offers.count - 1].conclusion = answer
            } else {
                let id = id(.aftercare(journal.origin(of: step.at.entry)), journal.facts.id)
                offers.append(Case.Aftercare(id: id, offered: step.at.on, conclusion: answer))
            }
        }
        return offers
    }
}

/// The visits to a placement, by those who placed the child and by those who supervise.
private struct VisitsTold {
    let measure: MeasureFacts
    let placement: PlacementFacts
    let telling: CaseTelling

    init(_ measure: MeasureFacts, _ placement: PlacementFacts, _ telling: CaseTelling) {
        self.measure = measure
        self.placement = placement
        self.telling = telling
    }

    /// Supervision is of family homes alone (forskrift 2023-10-13-1632 § 18).
    var supervision: Case.Supervision? {
        guard placement.start.home.isFamily else { return nil }
        let municipality = placement.start.fosterMunicipality ?? placement.start.careMunicipality
        return Case.Supervision(
            responsible: [
                Case.Periodic(
                    id: telling.id(.responsible, measure.id),
                    start: measure.started.on,
                    value: municipality
                )
            ],
            frequencies: frequencies(.supervision),
            visits: visits([.supervision])
        )
    }

    var followUp: Case.FollowUp? {
        guard placement.start.home.isFamily || placement.start.home.isInstitution else { return nil }
        return Case.FollowUp(frequencies: frequencies(.followUp), visits: visits([.followUp, .institution]))
    }

    /// Only who stands before the child visits it.
    private func visits(_ kinds: [Visit.Kind]) -> [Case.Visit] {
        placement.visits.filter { kinds.contains($0.kind) && $0.isPhysical }
            .map { Case.Visit(id: telling.id(.visit, $0.id), day: $0.at.on) }
    }

    /// Four a year, or two while they are reduced.
    private func frequencies(_ kind: Visit.Kind) -> [Case.Periodic] {
        var changes: [(day: CalendarDay, value: String)] = [(measure.started.on, "4")]
        for reduction in placement.reductions where reduction.kind == kind {
            changes.append((reduction.from.on, "2"))
            if let ended = reduction.ended { changes.append((ended.on, "4")) }
        }
        return changes.enumerated().map { number, change in
            Case.Periodic(
                id: telling.id(.frequency("\(kind)", number), measure.id),
                start: change.day,
                value: change.value
            )
        }
    }
}

extension MeasureEnd.Cause {
    /// In words, where nobody has written any.
    fileprivate var stated: String {
        switch self {
        case .goalReached: "Målet er nådd."
        case .replaced: "Et annet tiltak har kommet i stedet."
        case .partysWish: "Etter partens ønske."
        case .returnedHome, .turned18, .adopted, .other: "Annet."
        }
    }
}

extension String {
    /// What is written, cut to what the register takes; nothing where that is only blanks.
    fileprivate var stated: String? { isBlank ? nil : String(prefix(10_000)) }
}
