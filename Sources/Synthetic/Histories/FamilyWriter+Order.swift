internal import Casework
internal import Law

extension FamilyWriter {
    /// Puts the steps in order, cuts off what lies ahead, and lets corrections name the steps that they correct.
    func finish(_ writers: [CaseWriter]) -> (steps: [HistoryStep], cases: [RecordID]) {
        let worked = writers.flatMap { writer in writer.drafts.filter { !writer.isUnassigned || !$0.act.isWork } }
        let all = (drafts + worked).filter { $0.day <= today }
            .sorted { $0.day == $1.day ? $0.mark < $1.mark : $0.day < $1.day }
        let places = Dictionary(all.enumerated().map { ($1.mark, $0) }) { first, _ in first }
        let steps = all.enumerated().map { order, draft in
            var act = draft.act
            if case .corrected(let id, let mark, let correction, let reason, let capacity) = act {
                act = .corrected(id, step: places[mark] ?? 0, to: correction, reason: reason, capacity)
            }
            return HistoryStep(day: draft.day, order: order, unit: home.unit, actor: draft.actor, act: act)
        }
        let cases = writers.filter { writer in writer.drafts.contains { $0.day <= today && $0.act.opensCase } }
        return (steps, cases.map(\.caseID))
    }
}

extension HistoryAct {
    /// Whether somebody to whom the case is given does it.
    fileprivate var isWork: Bool {
        switch self {
        case .inCase, .corrected: true
        case .reportArrives, .reportTypedIn, .reportHandled, .reportReviewed, .reporterAnswered, .reportCoded:
            false
        }
    }

    fileprivate var opensCase: Bool {
        guard case .reportReviewed(_, let review) = self, case .investigate(.newCase, _) = review.outcome else {
            return false
        }
        return true
    }
}
