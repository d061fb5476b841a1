internal import Casework
internal import Law

/// A case of the pretend past as one looks for a case to refer from.
struct ReferralCandidate {
    let caseID: RecordID
    let unit: UnitID
    let openedOn: CalendarDay
    private(set) var birthDay: CalendarDay?
    private(set) var isUnborn: Bool
    /// Whether the child's number stands in the case from the beginning.
    let hasNumber: Bool
    /// The first day on which it is closed, or the child lives in another service's municipality.
    private(set) var leftOn: CalendarDay?
    private(set) var hearings: [CalendarDay] = []
    private(set) var placements: [CalendarDay] = []
    private(set) var decisions: [(kind: Decision.Kind, on: CalendarDay)] = []
    /// Who answers for it from which day on.
    private var responsible: [(from: CalendarDay, actor: ActorID?)] = []

    /// All cases of some histories, in the order in which they are opened.
    static func all(in histories: [PretendHistory]) -> [ReferralCandidate] {
        histories.flatMap { history in
            var found: [RecordID: ReferralCandidate] = [:]
            for step in history.steps {
                switch step.act {
                case .reportReviewed(_, let review):
                    guard case .investigate(.newCase(let id, let opening), _) = review.outcome else { continue }
                    found[id] = ReferralCandidate(id, opening, step)
                case .inCase(let id, let command): found[id]?.take(command.event, step)
                default: continue
                }
            }
            return history.cases.compactMap { found[$0] }
        }
    }

    private init(_ id: RecordID, _ opening: CaseOpening, _ step: HistoryStep) {
        caseID = id
        unit = step.unit
        openedOn = step.day
        birthDay = opening.child.knownBirthDay
        isUnborn = opening.isUnborn
        hasNumber = opening.child.number != nil
        let isCaseworker = Persona.all.contains { $0.actor == step.actor && $0.role == .caseworker }
        responsible = [(step.day, isCaseworker ? step.actor : nil)]
    }

    private mutating func take(_ event: CaseEvent, _ step: HistoryStep) {
        switch event {
        case .assigned(let actor, .responsible): responsible.append((step.day, actor))
        case .relieved(let actor), .conflictDeclared(let actor, _):
            if responsible.last?.actor == actor { responsible.append((step.day, nil)) }
        case .closed, .childMoved: leftOn = min(leftOn ?? step.day, step.day)
        case .childHeard: hearings.append(step.day)
        case .measureStarted(let start): if start.placement != nil { placements.append(step.day) }
        case .decided(let decision): decisions.append((decision.kind, step.day))
        case .numberFound(let number): birthDay = number.birthDay ?? birthDay
        default: break
        }
    }

    /// Who answers for the case on all of some days; nothing where nobody does, or it is not open on one of them.
    func caseworker(from first: CalendarDay, to last: CalendarDay) -> ActorID? {
        guard openedOn < first, leftOn.map({ last < $0 }) ?? true else { return nil }
        guard let actor = responsible.last(where: { $0.from < first })?.actor else { return nil }
        return responsible.contains { $0.from >= first && $0.from <= last && $0.actor != actor } ? nil : actor
    }

    /// Whole years on a day; nothing for a child that is not born, or whose day of birth nobody knows.
    func age(on day: CalendarDay) -> Int? {
        guard !isUnborn, let birthDay, birthDay <= day else { return nil }
        return (0...25).last { birthDay.adding(years: $0) <= day }
    }
}
