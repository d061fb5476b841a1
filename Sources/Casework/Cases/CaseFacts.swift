package import Law

/// What is known of a child's case for duties, lists and decisions: facts and marks, no name and no free text.
///
/// The fold of the case's events. Each fact tells the journal entry that it comes from, where its text can be read.
package struct CaseFacts: Hashable, Sendable {
    /// The case's own journal.
    package let id: RecordID
    /// The entry that opened it.
    package let sequence: Int
    /// The day from which the case counts.
    package let openedOn: CalendarDay
    /// Four digits: the municipality whose case it is.
    package var municipality: String
    /// The last entry that is folded in; an editor says which one it has seen.
    package var version: Int
    /// All its entries in the order of the journal, the corrections too; what is not here is not this case's.
    package var entries: [Int]

    /// The child, as far as rules need to know it.
    package var child: ChildFacts
    /// Everybody in the case, the child too, in the order in which they came.
    package var people: [PersonFacts] = []
    /// How they are tied to the child; what is over stays, with its last day.
    package var relations: [RelationFacts] = []
    /// Who works with it, each as something.
    package var workers: [WorkerFacts] = []
    /// Who has a conflict of interest.
    package var conflicts: [ActorID] = []
    /// The reports that belong to it, oldest first.
    package var concerns: [RecordID] = []
    /// Its investigations, oldest first.
    package var investigations: [InvestigationFacts] = []
    /// When the child was heard, or not and why, in the order of the journal.
    package var hearings: [HearingFacts] = []
    /// The steps that were taken without hearing the child.
    package var overrides: [OverrideFacts] = []
    /// Its decisions, in the order of the journal.
    package var decisions: [DecisionFacts] = []
    /// The complaints of its decisions.
    package var complaints: [ComplaintFacts] = []
    /// What parents or the child demand of the tribunal.
    package var demands: [DemandFacts] = []
    /// Its measures, placements among them, in the order of the journal.
    package var measures: [MeasureFacts] = []
    /// Its plans, ended ones too.
    package var plans: [PlanFacts] = []
    /// The steps towards measures after eighteen.
    package var aftercare: [AftercareFacts] = []
    /// What the county governor must hear of.
    package var seriousEvents: [SeriousEventFacts] = []
    /// The child's moves between municipalities.
    package var moves: [MoveFacts] = []
    /// The documents, by their names.
    package var documents: [RecordID] = []
    /// The day on which it was closed; `nil` while it is open.
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
    /// Whether nobody sees it without a right of its own.
    package var isHidden: Bool {
        if case .hidden = self { true } else { false }
    }
}

/// Something dated that stands in one entry of the journal.
package struct Dated: Hashable, Sendable {
    /// The day from which the law counts.
    package var on: CalendarDay
    /// The entry's sequence in the unit's journal.
    package var entry: Int

    package init(on: CalendarDay, entry: Int) {
        self.on = on
        self.entry = entry
    }
}
