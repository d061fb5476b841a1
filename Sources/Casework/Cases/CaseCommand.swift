package import Law

/// What somebody in the service wants to put into a case: an event, the day it counts from, and how much they had seen.
package struct CaseCommand: Hashable, Sendable {
    /// In what capacity somebody acts.
    package enum Capacity: UInt8, Hashable, Sendable, CaseIterable {
        /// Anybody who works with cases (saksbehandler).
        case caseworker = 1
        /// The service's leader or the leader's deputy.
        case leader = 2
    }

    /// What shall have happened.
    package var event: CaseEvent
    /// The day that the law counts from; today or earlier.
    package var on: CalendarDay
    /// As what they act; some decisions are the leader's alone.
    package var capacity: Capacity
    /// The case's version that the editor had before their eyes; `nil` where it does not matter, as for a note.
    package var seen: Int?

    package init(event: CaseEvent, on: CalendarDay, capacity: Capacity, seen: Int?) {
        self.event = event
        self.on = on
        self.capacity = capacity
        self.seen = seen
    }
}

/// Why it was not done, in terms that the caseworker can act on; nothing was written.
package enum CaseRefusal: Error, Hashable, Sendable {
    /// Somebody else has changed the case since; this is its version now.
    case changedMeanwhile(version: Int)
    /// The case is closed, and the event may not follow that; open it again first.
    case caseIsClosed
    /// It cannot be opened again.
    case caseIsOpen
    /// The day lies after today.
    case dayInFuture
    /// Before the day of what it follows.
    case dayTooEarly(CalendarDay)
    /// A reason is demanded and empty.
    case reasonMissing
    /// A decision lacks a text that it must have (§ 12-5).
    case textMissing(Decision.Part)
    /// No such investigation, decision, measure, plan, person or entry in this case.
    case unknown
    /// It was done before, and can be done but once.
    case alreadyDone
    /// What it is about has ended.
    case alreadyOver
    /// What it follows has not happened yet.
    case notYetDone
    /// The person has a conflict of interest in the case (inhabil).
    case hasConflictOfInterest
    /// The person answers for the case already, which is more than what was asked.
    case isResponsible
    /// The step needs the child's participation first, or a reason for doing without.
    case childNotHeard
    /// The tribunal's: the service registers such a decision, it never makes one.
    case tribunalDecides
    /// Only the leader of the service or the leader's deputy decides this.
    case leaderDecides
    /// Somebody must consent who has not.
    case consentMissing(Consent.Giver)
    /// The consent must be in writing and is not.
    case consentNotWritten(Consent.Giver)
    /// The measure needs a decision behind it.
    case lacksDecision
    /// The decision holds no longer, from this day on.
    case lapsed(on: CalendarDay)
    /// An investigation runs that has not been concluded.
    case investigationRunning
    /// Some measure has not ended.
    case measureRunning
    /// The child lives in another placement, which it has not left.
    case placementRunning
    /// An acute decision still holds.
    case acuteDecisionRunning
    /// A care order is in force: the child is the service's to care for.
    case careOrderRunning
    /// A plan is demanded and there is none.
    case planMissing
    /// The time ran out on this day, and cannot be extended afterwards.
    case extensionTooLate(CalendarDay)
    /// What the rule demands is not there.
    case conditionsNotMet
    /// The entry is none that another can take the place of.
    case cannotBeCorrected
    /// The child has a number; a wrong one is corrected, never replaced.
    case numberAlreadyKnown
    /// The act does not know it here: the child is too old, or such a decision has no such step.
    case notUnderThisAct
    /// No code is stated where one is demanded.
    case codesMissing(CodedMatter)
    /// The code is stated more than once.
    case codeStatedTwice(CodedMatter, String)
    /// The list does not have the code, or not in the time that it is stated of.
    case codeNotInForce(CodedMatter, String)
    /// The code says nothing without words of its own.
    case specificationMissing(CodedMatter, String)
}
