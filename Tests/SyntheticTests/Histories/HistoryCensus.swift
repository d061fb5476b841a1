import Casework
import Law
import Synthetic

/// Counts what a pretend past holds.
struct HistoryCensus {
    /// How often each kind of thing happened.
    private(set) var counts: [String: Int] = [:]
    /// How many duties stand in each state on the last day.
    private(set) var duties: [String: Int] = [:]
    let player: HistoryPlayer

    init(_ histories: [PretendHistory], endingOn today: CalendarDay) throws {
        var player = HistoryPlayer()
        for history in histories { try player.play(history) }
        self.player = player
        for history in histories { for step in history.steps { count(step.act) } }
        for facts in player.cases.values { count(facts, today) }
        for concern in player.concerns.values { count(concern, today) }
    }

    subscript(name: String) -> Int { counts[name] ?? 0 }

    private mutating func add(_ name: String, if happened: Bool = true) {
        if happened { counts[name, default: 0] += 1 }
    }

    private mutating func count(_ act: HistoryAct) {
        switch act {
        case .reportArrives: add("message")
        case .reportTypedIn: add("typed-in report")
        case .corrected(_, _, let correction, _, _): add(correction == nil ? "struck out" : "corrected")
        case .inCase(_, let command): count(command.event)
        case .reportCoded: add("coded report")
        case .reportHandled, .reportReviewed, .reporterAnswered: break
        }
    }

    private mutating func count(_ event: CaseEvent) {
        switch event {
        case .numberFound: add("number found")
        case .conflictDeclared: add("conflict of interest")
        case .childHeard(let hearing):
            if case .heard = hearing.outcome { add("child heard") } else { add("child not heard") }
        case .complaintReceived: add("complaint")
        case .demandReceived: add("demand")
        case .seriousEvent: add("serious event")
        case .childMoved: add("move")
        case .relocated: add("relocation")
        case .visitsReduced: add("fewer visits")
        case .planEvaluated: add("evaluation")
        case .aftercare: add("aftercare step")
        case .reopened: add("reopened")
        case .decisionStep(_, .consentWithdrawn): add("consent withdrawn")
        case .decided(let decision): add("decision \(decision.kind)")
        default: break
        }
    }

    private mutating func count(_ facts: CaseFacts, _ today: CalendarDay) {
        add("case")
        add("closed", if: facts.closedOn != nil)
        add("unassigned", if: facts.closedOn == nil && facts.workers.isEmpty)
        add("hidden address", if: facts.people.contains { $0.hasHiddenAddress })
        add("sibling's case", if: facts.relations.contains { $0.relation.siblingCase != nil })
        add("reopened", if: facts.investigations.count > 1 && facts.concerns.count > 1)
        add("override unseen", if: facts.overrides.contains { !$0.isSeenByLeader })
        add("override", if: !facts.overrides.isEmpty)
        for decision in facts.decisions {
            add("lapsed", if: decision.lapsedOn(.national, today: today) != nil)
            add("set aside", if: decision.controlled?.isUpheld == false)
        }
        for measure in facts.measures {
            add("measure")
            if let placement = measure.placement { add("placement \(placement.start.home)") }
        }
        let reports = facts.concerns.compactMap { id in player.concerns.values.first { $0.id == id } }
        for duty in Duties.of(facts, concerns: reports, law: .national, today: today) {
            duties["\(duty.state)", default: 0] += 1
            guard facts.closedOn == nil, duty.isOurs else { continue }
            add("open duty \(duty.state)", if: duty.isOpen)
            if duty.isOpen { add("open duty \(duty.rule)") }
        }
        for investigation in facts.investigations {
            guard let finished = investigation.concluded?.at.on, let time = investigation.time(.national) else {
                continue
            }
            add("investigation")
            let last = investigation.extended == nil ? time.due : time.extendedDue ?? time.due
            add("late investigation", if: finished > last)
        }
    }

    private mutating func count(_ concern: ConcernFacts, _ today: CalendarDay) {
        add("report")
        add("public report", if: concern.isPublic)
        guard let review = concern.review else {
            add("not reviewed")
            return
        }
        add("review \(review.outcome)")
        add("late review", if: review.at.on > concern.reviewDue)
    }
}
