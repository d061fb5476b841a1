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

package struct ChildFacts: Hashable, Sendable {
    package var person: RecordID
    package var birthDay: CalendarDay?
    package var expectedOn: CalendarDay?
    package var isUnborn: Bool
    package var hasNumber: Bool
    /// The entry in which the number was found, where it came after the entry that tells who the child is.
    package var numberEntry: Int?

    package init(
        person: RecordID,
        birthDay: CalendarDay?,
        expectedOn: CalendarDay?,
        isUnborn: Bool,
        hasNumber: Bool,
        numberEntry: Int?
    ) {
        self.person = person
        self.birthDay = birthDay
        self.expectedOn = expectedOn
        self.isUnborn = isUnborn
        self.hasNumber = hasNumber
        self.numberEntry = numberEntry
    }
}

package struct PersonFacts: Hashable, Sendable {
    package var id: RecordID
    /// The newest entry that tells who it is.
    package var entry: Int
    package var hasHiddenAddress: Bool

    package init(id: RecordID, entry: Int, hasHiddenAddress: Bool) {
        self.id = id
        self.entry = entry
        self.hasHiddenAddress = hasHiddenAddress
    }
}

package struct RelationFacts: Hashable, Sendable {
    package var relation: Relation
    package var from: Dated
    package var until: CalendarDay?

    package init(relation: Relation, from: Dated, until: CalendarDay?) {
        self.relation = relation
        self.from = from
        self.until = until
    }
}

package struct WorkerFacts: Hashable, Sendable {
    package var actor: ActorID
    package var role: CaseRole
    package var since: Dated

    package init(actor: ActorID, role: CaseRole, since: Dated) {
        self.actor = actor
        self.role = role
        self.since = since
    }
}

package struct InvestigationFacts: Hashable, Sendable {
    package var start: InvestigationStart
    package var started: Dated
    package var planned: Dated?
    package var extended: Dated?
    package var concluded: Conclusion?

    package init(start: InvestigationStart, started: Dated, planned: Dated?, extended: Dated?, concluded: Conclusion?) {
        self.start = start
        self.started = started
        self.planned = planned
        self.extended = extended
        self.concluded = concluded
    }

    package struct Conclusion: Hashable, Sendable {
        package var outcome: InvestigationConclusion.Outcome
        package var announcesNewInvestigation: Bool
        package var at: Dated

        package init(outcome: InvestigationConclusion.Outcome, announcesNewInvestigation: Bool, at: Dated) {
            self.outcome = outcome
            self.announcesNewInvestigation = announcesNewInvestigation
            self.at = at
        }
    }
}

package struct HearingFacts: Hashable, Sendable {
    package var id: RecordID
    package var at: Dated
    /// `nil` where the child was heard.
    package var obstacle: Hearing.Obstacle?
    package var way: Hearing.Way?

    package init(id: RecordID, at: Dated, obstacle: Hearing.Obstacle?, way: Hearing.Way?) {
        self.id = id
        self.at = at
        self.obstacle = obstacle
        self.way = way
    }
}

package struct OverrideFacts: Hashable, Sendable {
    package var matter: ParticipationMatter
    package var at: Dated
    package var isSeenByLeader: Bool

    package init(matter: ParticipationMatter, at: Dated, isSeenByLeader: Bool) {
        self.matter = matter
        self.at = at
        self.isSeenByLeader = isSeenByLeader
    }
}

package struct DecisionFacts: Hashable, Sendable {
    package var id: RecordID
    package var kind: Decision.Kind
    package var maker: Decision.Maker
    package var made: Dated
    package var missing: Set<Decision.Part>
    package var isAcute: Bool
    package var consents: [Consent]
    package var withdrawals: [Withdrawal] = []
    package var implemented: Dated?
    package var sentToTribunal: Dated?
    package var controlled: Control?
    package var petitionSent: Dated?
    package var implementationExtendedTo: CalendarDay?
    package var ended: Dated?

    package init(
        id: RecordID,
        kind: Decision.Kind,
        maker: Decision.Maker,
        made: Dated,
        missing: Set<Decision.Part>,
        isAcute: Bool,
        consents: [Consent],
        withdrawals: [Withdrawal] = [],
        implemented: Dated?,
        sentToTribunal: Dated?,
        controlled: Control?,
        petitionSent: Dated?,
        implementationExtendedTo: CalendarDay?,
        ended: Dated?
    ) {
        self.id = id
        self.kind = kind
        self.maker = maker
        self.made = made
        self.missing = missing
        self.isAcute = isAcute
        self.consents = consents
        self.withdrawals = withdrawals
        self.implemented = implemented
        self.sentToTribunal = sentToTribunal
        self.controlled = controlled
        self.petitionSent = petitionSent
        self.implementationExtendedTo = implementationExtendedTo
        self.ended = ended
    }

    package struct Withdrawal: Hashable, Sendable {
        package var giver: Consent.Giver
        package var at: Dated
        package var handled: Dated?

        package init(giver: Consent.Giver, at: Dated, handled: Dated?) {
            self.giver = giver
            self.at = at
            self.handled = handled
        }
    }

    package struct Control: Hashable, Sendable {
        package var isUpheld: Bool
        package var at: Dated

        package init(isUpheld: Bool, at: Dated) {
            self.isUpheld = isUpheld
            self.at = at
        }
    }
}

package struct ComplaintFacts: Hashable, Sendable {
    package var id: RecordID
    package var decision: RecordID
    package var goesToTribunal: Bool
    package var received: Dated
    package var forwarded: Dated?

    package init(id: RecordID, decision: RecordID, goesToTribunal: Bool, received: Dated, forwarded: Dated?) {
        self.id = id
        self.decision = decision
        self.goesToTribunal = goesToTribunal
        self.received = received
        self.forwarded = forwarded
    }
}

package struct DemandFacts: Hashable, Sendable {
    package var id: RecordID
    package var isExtended: Bool
    package var received: Dated
    package var sent: Dated?

    package init(id: RecordID, isExtended: Bool, received: Dated, sent: Dated?) {
        self.id = id
        self.isExtended = isExtended
        self.received = received
        self.sent = sent
    }
}

package struct MeasureFacts: Hashable, Sendable {
    package var id: RecordID
    package var decision: RecordID
    package var category: String
    package var started: Dated
    package var ended: Dated?
    package var endCause: MeasureEnd.Cause?
    package var placement: PlacementFacts?

    package init(
        id: RecordID,
        decision: RecordID,
        category: String,
        started: Dated,
        ended: Dated?,
        endCause: MeasureEnd.Cause?,
        placement: PlacementFacts?
    ) {
        self.id = id
        self.decision = decision
        self.category = category
        self.started = started
        self.ended = ended
        self.endCause = endCause
        self.placement = placement
    }
}

package struct PlacementFacts: Hashable, Sendable {
    package var start: PlacementStart
    /// Newest first is not promised; in the order of the journal.
    package var visits: [VisitFacts] = []
    package var planned: [PlannedVisitFacts] = []
    package var reductions: [ReductionFacts] = []
    package var agreements: [AgreementFacts] = []
    package var relocation: Dated?

    package init(
        start: PlacementStart,
        visits: [VisitFacts] = [],
        planned: [PlannedVisitFacts] = [],
        reductions: [ReductionFacts] = [],
        agreements: [AgreementFacts] = [],
        relocation: Dated?
    ) {
        self.start = start
        self.visits = visits
        self.planned = planned
        self.reductions = reductions
        self.agreements = agreements
        self.relocation = relocation
    }
}

package struct VisitFacts: Hashable, Sendable {
    package var id: RecordID
    package var kind: Visit.Kind
    package var isPhysical: Bool
    package var talkedWithChild: Bool
    package var at: Dated

    package init(id: RecordID, kind: Visit.Kind, isPhysical: Bool, talkedWithChild: Bool, at: Dated) {
        self.id = id
        self.kind = kind
        self.isPhysical = isPhysical
        self.talkedWithChild = talkedWithChild
        self.at = at
    }
}

package struct PlannedVisitFacts: Hashable, Sendable {
    package var id: RecordID
    package var kind: Visit.Kind
    package var plannedFor: CalendarDay
    package var entry: Int

    package init(id: RecordID, kind: Visit.Kind, plannedFor: CalendarDay, entry: Int) {
        self.id = id
        self.kind = kind
        self.plannedFor = plannedFor
        self.entry = entry
    }
}

package struct ReductionFacts: Hashable, Sendable {
    package var kind: Visit.Kind
    package var childHeard: Bool
    package var fosterParentsHeard: Bool
    package var childConsents: Bool
    package var careMunicipalityConsents: Bool
    package var byUkraineException: Bool
    package var from: Dated
    package var ended: Dated?

    package init(
        kind: Visit.Kind,
        childHeard: Bool,
        fosterParentsHeard: Bool,
        childConsents: Bool,
        careMunicipalityConsents: Bool,
        byUkraineException: Bool,
        from: Dated,
        ended: Dated?
    ) {
        self.kind = kind
        self.childHeard = childHeard
        self.fosterParentsHeard = fosterParentsHeard
        self.childConsents = childConsents
        self.careMunicipalityConsents = careMunicipalityConsents
        self.byUkraineException = byUkraineException
        self.from = from
        self.ended = ended
    }
}

package struct AgreementFacts: Hashable, Sendable {
    package var permanentWithVisits: Int?
    package var at: Dated

    package init(permanentWithVisits: Int?, at: Dated) {
        self.permanentWithVisits = permanentWithVisits
        self.at = at
    }
}

package struct PlanFacts: Hashable, Sendable {
    package var id: RecordID
    package var kind: CasePlan.Kind
    package var measures: [RecordID]
    package var made: Dated
    package var evaluations: [Dated] = []
    /// The next planned evaluation.
    package var evaluateBy: CalendarDay?
    package var until: CalendarDay?
    package var ended: Dated?

    package init(
        id: RecordID,
        kind: CasePlan.Kind,
        measures: [RecordID],
        made: Dated,
        evaluations: [Dated] = [],
        evaluateBy: CalendarDay?,
        until: CalendarDay?,
        ended: Dated?
    ) {
        self.id = id
        self.kind = kind
        self.measures = measures
        self.made = made
        self.evaluations = evaluations
        self.evaluateBy = evaluateBy
        self.until = until
        self.ended = ended
    }
}

package struct AftercareFacts: Hashable, Sendable {
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case contacted = 0
        case accepted = 1
        case declinedForOther = 2
        case declined = 3
    }

    package var kind: Kind
    package var at: Dated

    package init(kind: Kind, at: Dated) {
        self.kind = kind
        self.at = at
    }
}

package struct SeriousEventFacts: Hashable, Sendable {
    package var id: RecordID
    package var happened: Dated
    package var governorInformed: Dated?

    package init(id: RecordID, happened: Dated, governorInformed: Dated?) {
        self.id = id
        self.happened = happened
        self.governorInformed = governorInformed
    }
}

package struct MoveFacts: Hashable, Sendable {
    package var id: RecordID
    package var municipality: String
    package var need: ChildMove.Need
    package var moved: Dated
    package var notified: Dated?

    package init(id: RecordID, municipality: String, need: ChildMove.Need, moved: Dated, notified: Dated?) {
        self.id = id
        self.municipality = municipality
        self.need = need
        self.moved = moved
        self.notified = notified
    }
}
