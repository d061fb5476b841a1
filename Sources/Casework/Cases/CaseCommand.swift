package import Law

/// What somebody in the service wants to put into a case: an event, the day it counts from, and how much they had seen.
package struct CaseCommand: Hashable, Sendable {
    /// In what capacity somebody acts.
    package enum Capacity: UInt8, Hashable, Sendable, CaseIterable {
        case caseworker = 1
        /// The service's leader or the leader's deputy.
        case leader = 2
    }

    package var event: CaseEvent
    /// The day that the law counts from; today or earlier.
    package var on: CalendarDay
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
    case caseIsClosed
    case caseIsOpen
    case dayInFuture
    /// Before the day of what it follows.
    case dayTooEarly(CalendarDay)
    case reasonMissing
    case textMissing(Decision.Part)
    /// No such investigation, decision, measure, plan, person or entry in this case.
    case unknown
    case alreadyDone
    case alreadyOver
    case notYetDone
    case hasConflictOfInterest
    case isResponsible
    /// The step needs the child's participation first, or a reason for doing without.
    case childNotHeard
    /// The tribunal's: the service registers such a decision, it never makes one.
    case tribunalDecides
    case leaderDecides
    case consentMissing(Consent.Giver)
    case consentNotWritten(Consent.Giver)
    case lacksDecision
    case lapsed(on: CalendarDay)
    case investigationRunning
    /// Some measure has not ended.
    case measureRunning
    /// The child lives in another placement, which it has not left.
    case placementRunning
    /// An acute decision still holds.
    case acuteDecisionRunning
    /// A care order is in force: the child is the service's to care for.
    case careOrderRunning
    case planMissing
    case extensionTooLate(CalendarDay)
    case conditionsNotMet
    case cannotBeCorrected
    case numberAlreadyKnown
    case notUnderThisAct
}
