package import Law

/// What is known of a child's case for duties, lists and decisions: facts and marks, no name and no free text.
///
/// The fold of the case's events. Each fact tells the journal entry that it comes from, where its text can be read.
package struct CaseFacts: Hashable, Sendable {
    package let id: RecordID
    /// The entry that opened it.
    package let sequence: Int
    package let openedOn: CalendarDay
    package var municipality: String
    /// The last entry that is folded in; an editor says which one it has seen.
    package var version: Int
    /// All its entries in the order of the journal, the corrections too; what is not here is not this case's.
    package var entries: [Int]

    package var child: ChildFacts
    package var people: [PersonFacts] = []
    package var relations: [RelationFacts] = []
    package var workers: [WorkerFacts] = []
    /// Who has a conflict of interest.
    package var conflicts: [ActorID] = []
    /// The reports that belong to it, oldest first.
    package var concerns: [RecordID] = []
    package var investigations: [InvestigationFacts] = []
    package var hearings: [HearingFacts] = []
    package var overrides: [OverrideFacts] = []
    package var decisions: [DecisionFacts] = []
    package var complaints: [ComplaintFacts] = []
    package var demands: [DemandFacts] = []
    package var measures: [MeasureFacts] = []
    package var plans: [PlanFacts] = []
    package var aftercare: [AftercareFacts] = []
    package var seriousEvents: [SeriousEventFacts] = []
    package var moves: [MoveFacts] = []
    package var documents: [RecordID] = []
    package var closedOn: CalendarDay?

    /// The facts of a case that has just been opened.
    package init(_ opening: CaseOpening, id: RecordID, sequence: Int, on openedOn: CalendarDay) {
        self.id = id
        self.sequence = sequence
        self.openedOn = openedOn
        municipality = opening.municipality
        version = sequence
        entries = [sequence]
        child = ChildFacts(
            person: opening.childID,
            birthDay: opening.child.knownBirthDay,
            expectedOn: opening.expectedOn,
            isUnborn: opening.isUnborn,
            hasNumber: opening.child.number != nil,
            numberEntry: nil
        )
        people = [
            PersonFacts(
                id: opening.childID,
                entry: sequence,
                hasHiddenAddress: opening.child.residence?.isHidden ?? false
            )
        ]
    }
}

extension Residence {
    package var isHidden: Bool {
        if case .hidden = self { true } else { false }
    }
}

/// Something dated that stands in one entry of the journal.
package struct Dated: Hashable, Sendable {
    package var on: CalendarDay
    package var entry: Int

    package init(on: CalendarDay, entry: Int) {
        self.on = on
        self.entry = entry
    }
}
