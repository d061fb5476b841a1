package import Law

/// What has happened in a child's case; the stream is the case's id.
///
/// The day from which the law counts is the entry's, not the event's.
package enum CaseEvent: Hashable, Sendable {
    // The case
    /// The case begins, for a child that may be unborn (barnets sak).
    case opened(CaseOpening)
    /// A report belongs to this case.
    case concernAdded(RecordID)
    /// Somebody begins to work with the case, as this.
    case assigned(ActorID, CaseRole)
    /// Somebody works with it no longer.
    case relieved(ActorID)
    /// Somebody in the service has a conflict of interest (inhabilitet): neither assigned nor let in.
    case conflictDeclared(ActorID, reason: String)
    /// A conflict of interest has ended, and why.
    case conflictLifted(ActorID, reason: String)
    /// Something is written into the child's journal (journalnotat).
    case noted(Note)
    /// A document belongs to the case; its content lies beside the journal.
    case documentAdded(CaseDocument)
    /// The case is over, and why.
    case closed(reason: String)
    /// The case goes on again, and why.
    case reopened(reason: String)
    /// An earlier entry was wrong: it counts as this one, or not at all, from now on.
    case corrected(entry: Int, to: Correction?, reason: String)

    // People
    /// Somebody in the case, described or described anew: the whole of it each time.
    case personSet(RecordID, CasePerson)
    /// What somebody is to the child; a new one takes the place of the person's earlier one of that kind.
    case relationSet(Relation)
    /// The person is related to the child no longer.
    case relationEnded(person: RecordID)
    /// The unborn child, or a child without one, has got its number.
    case numberFound(PersonNumber)

    // Investigations
    /// An investigation begins (undersøkelse, § 2-2).
    case investigationStarted(InvestigationStart)
    /// How it shall be done is written down (undersøkelsesplan).
    case investigationPlanned(RecordID, plan: String)
    /// It may take up to six months, for a reason (§ 2-2).
    case investigationExtended(RecordID, reason: String)
    /// It ends, with what it leads to.
    case investigationConcluded(RecordID, InvestigationConclusion)
    /// What measures or a petition after it rest on, for the statistics (vedtaksgrunnlag): the whole of it each time, and
    /// the last one counts.
    case investigationGrounded(RecordID, [StatedCode])

    // Participation
    /// The child has said its view, or why it has not (medvirkning, § 1-4).
    case childHeard(Hearing)
    /// Something was done without hearing the child; the leader is told.
    case participationOverridden(ParticipationMatter, reason: String)
    /// The leader has looked at what was done without the child's view.
    case overrideSeen

    // Decisions
    /// A decision is made, or the tribunal's is registered (vedtak).
    case decided(Decision)
    /// Something happens to a decision: it is completed, carried out, sent, controlled or ended.
    case decisionStep(RecordID, DecisionStep)
    /// Somebody complains of a decision (klage).
    case complaintReceived(Complaint)
    /// The complaint is sent on to whoever decides it.
    case complaintForwarded(RecordID)
    /// A parent or a child demands something that the tribunal may have to decide (krav).
    case demandReceived(PartyDemand)
    /// The demand is sent on.
    case demandSent(RecordID)

    // Measures, plans, placements, visits
    /// A measure begins (tiltak).
    case measureStarted(MeasureStart)
    /// It ends.
    case measureEnded(RecordID, MeasureEnd)
    /// A plan is made (plan, chapter 8).
    case planMade(CasePlan)
    /// A plan is evaluated (evaluering).
    case planEvaluated(PlanEvaluation)
    /// A plan ends, and why.
    case planEnded(RecordID, reason: String)
    /// The child is moved within a placement (flytting).
    case relocated(Relocation)
    /// The agreement with the foster parents (fosterhjemsavtale).
    case fosterAgreement(FosterAgreement)
    /// A visit is planned.
    case visitPlanned(PlannedVisit)
    /// Somebody has visited the child, or tried to (besøk).
    case visited(Visit)
    /// Visits become fewer, as far as the regulation allows.
    case visitsReduced(VisitReduction)
    /// The reduction is over, and why.
    case reductionEnded(measure: RecordID, Visit.Kind, reason: String)

    // Aftercare, events, moves
    /// A step towards measures after eighteen (ettervern, § 3-6).
    case aftercare(AftercareStep)
    /// Something that the county governor must hear of (§ 13-5 a).
    case seriousEvent(SeriousEvent)
    /// The county governor has been told of it.
    case governorInformed(RecordID)
    /// The child moves to another municipality (§ 13-5).
    case childMoved(ChildMove)
    /// The new municipality's service has been told.
    case newServiceNotified(RecordID)
}

/// How a case begins.
package struct CaseOpening: Hashable, Sendable {
    /// The child's identity among the people of the case.
    package var childID: RecordID
    /// Who the child is, as far as anybody knows.
    package var child: CasePerson
    /// Whether the child is not born yet; then it has neither name nor number.
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
    /// Works with the case beside the one who answers for it (medsaksbehandler).
    case coWorker = 2
    /// The child's own contact in the service (kontaktperson).
    case contactPerson = 3
}

/// Something written down in the child's journal.
package struct Note: Hashable, Sendable {
    /// The occasion on which it was written.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// A talk with somebody, face to face (samtale).
        case conversation = 1
        /// A telephone call.
        case telephone = 2
        /// A meeting (møte), of the service or with others.
        case meeting = 3
        /// Something that was seen (observasjon).
        case observation = 4
        /// What the service makes of it (vurdering).
        case assessment = 5
        /// Anything else.
        case other = 9
    }

    /// On what occasion.
    package var kind: Kind
    /// What was written; never empty.
    package var text: String

    package init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}

/// What an earlier entry should have been: the event and the day.
package indirect enum Correction: Hashable, Sendable {
    /// This instead, on this day.
    case event(CaseEvent, occurredOn: CalendarDay)
}

/// Something that the county governor must hear of (§ 13-5 a, from 2026).
package struct SeriousEvent: Hashable, Sendable {
    /// What happened.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// The child has died.
        case death = 1
        /// The child's life was in danger.
        case lifeThreatening = 2
        /// Sexual abuse of the child.
        case sexualAbuse = 3
        /// Anything else that the county governor must hear of.
        case other = 9
    }

    /// Its own name, by which telling the county governor points to it.
    package var id: RecordID
    /// What sort of event.
    package var kind: Kind
    /// What happened, in the service's own words.
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
        /// An investigation that is not finished, or that should begin.
        case investigation = 1
        /// Measures or follow-up that shall go on.
        case followUp = 2
        /// Only voluntary help under § 3-1: no duty to tell.
        case voluntaryOnly = 3
        /// Nothing that the new service must know of.
        case none = 4
    }

    /// Its own name, by which telling the new service points to it.
    package var id: RecordID
    /// Four digits.
    package var municipality: String
    /// What the child still needs.
    package var need: Need

    package init(id: RecordID, municipality: String, need: Need) {
        self.id = id
        self.municipality = municipality
        self.need = need
    }
}
