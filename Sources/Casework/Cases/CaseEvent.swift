package import Law

/// What has happened in a child's case; the stream is the case's id.
///
/// The day from which the law counts is the entry's, not the event's.
package enum CaseEvent: Hashable, Sendable {
    // The case
    case opened(CaseOpening)
    /// A report belongs to this case.
    case concernAdded(RecordID)
    case assigned(ActorID, CaseRole)
    case relieved(ActorID)
    /// Somebody in the service has a conflict of interest (inhabilitet): neither assigned nor let in.
    case conflictDeclared(ActorID, reason: String)
    case conflictLifted(ActorID, reason: String)
    case noted(Note)
    case documentAdded(CaseDocument)
    case closed(reason: String)
    case reopened(reason: String)
    /// An earlier entry was wrong: it counts as this one, or not at all, from now on.
    case corrected(entry: Int, to: Correction?, reason: String)

    // People
    case personSet(RecordID, CasePerson)
    case relationSet(Relation)
    case relationEnded(person: RecordID)
    /// The unborn child, or a child without one, has got its number.
    case numberFound(PersonNumber)

    // Investigations
    case investigationStarted(InvestigationStart)
    case investigationPlanned(RecordID, plan: String)
    case investigationExtended(RecordID, reason: String)
    case investigationConcluded(RecordID, InvestigationConclusion)

    // Participation
    case childHeard(Hearing)
    /// Something was done without hearing the child; the leader is told.
    case participationOverridden(ParticipationMatter, reason: String)
    case overrideSeen

    // Decisions
    case decided(Decision)
    case decisionStep(RecordID, DecisionStep)
    case complaintReceived(Complaint)
    case complaintForwarded(RecordID)
    case demandReceived(PartyDemand)
    case demandSent(RecordID)

    // Measures, plans, placements, visits
    case measureStarted(MeasureStart)
    case measureEnded(RecordID, MeasureEnd)
    case planMade(CasePlan)
    case planEvaluated(PlanEvaluation)
    case planEnded(RecordID, reason: String)
    case relocated(Relocation)
    case fosterAgreement(FosterAgreement)
    case visitPlanned(PlannedVisit)
    case visited(Visit)
    case visitsReduced(VisitReduction)
    case reductionEnded(measure: RecordID, Visit.Kind, reason: String)

    // Aftercare, events, moves
    case aftercare(AftercareStep)
    case seriousEvent(SeriousEvent)
    case governorInformed(RecordID)
    case childMoved(ChildMove)
    case newServiceNotified(RecordID)
}

/// How a case begins.
package struct CaseOpening: Hashable, Sendable {
    /// The child's identity among the people of the case.
    package var childID: RecordID
    package var child: CasePerson
    package var isUnborn: Bool
    /// The day on which an unborn child is expected.
    package var expectedOn: CalendarDay?
    /// Four digits; a shared service keeps its members' cases apart by it.
    package var municipality: String

    package init(childID: RecordID, child: CasePerson, isUnborn: Bool, expectedOn: CalendarDay?, municipality: String) {
        self.childID = childID
        self.child = child
        self.isUnborn = isUnborn
        self.expectedOn = expectedOn
        self.municipality = municipality
    }
}

/// What somebody in the service is to a case.
package enum CaseRole: UInt8, Hashable, Sendable, CaseIterable {
    /// Answers for the case (saksansvarlig).
    case responsible = 1
    case coWorker = 2
    /// The child's own contact in the service (kontaktperson).
    case contactPerson = 3
}

/// Something written down in the child's journal.
package struct Note: Hashable, Sendable {
    /// The occasion on which it was written.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case conversation = 1
        case telephone = 2
        case meeting = 3
        case observation = 4
        case assessment = 5
        case other = 9
    }

    package var kind: Kind
    package var text: String

    package init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}

/// What an earlier entry should have been: the event and the day.
package indirect enum Correction: Hashable, Sendable {
    case event(CaseEvent, occurredOn: CalendarDay)
}

/// Something that the county governor must hear of (§ 13-5 a, from 2026).
package struct SeriousEvent: Hashable, Sendable {
    /// What happened.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case death = 1
        case lifeThreatening = 2
        case sexualAbuse = 3
        case other = 9
    }

    package var id: RecordID
    package var kind: Kind
    package var text: String

    package init(id: RecordID, kind: Kind, text: String) {
        self.id = id
        self.kind = kind
        self.text = text
    }
}

/// The child moves to another municipality (§ 13-5).
package struct ChildMove: Hashable, Sendable {
    /// What the child still needs; decides whether the new service must be told.
    package enum Need: UInt8, Hashable, Sendable, CaseIterable {
        case investigation = 1
        case followUp = 2
        /// Only voluntary help under § 3-1: no duty to tell.
        case voluntaryOnly = 3
        case none = 4
    }

    package var id: RecordID
    /// Four digits.
    package var municipality: String
    package var need: Need

    package init(id: RecordID, municipality: String, need: Need) {
        self.id = id
        self.municipality = municipality
        self.need = need
    }
}
