package import Law

/// One duty that a case creates, and how it stands on a day (plikt, frist).
package struct Duty: Hashable, Sendable {
    /// What in the case it is about.
    package enum Subject: Hashable, Sendable {
        case wholeCase
        case concern(RecordID)
        case investigation(RecordID)
        case decision(RecordID)
        case complaint(RecordID)
        case demand(RecordID)
        case measure(RecordID)
        case plan(RecordID)
        case seriousEvent(RecordID)
        case move(RecordID)
    }

    package enum State: Hashable, Sendable {
        case running
        /// Its last day is near.
        case soon
        case overdue
        case metInTime
        case metLate
        /// The decision behind it has ceased to hold, because its time ran out.
        case lapsed
        /// It need not be done, for this reason.
        case waived(Waiver)
    }

    package enum Waiver: Hashable, Sendable {
        case plainlyGroundless
        case specialCircumstances
        case unreachable
        /// The child, the case or the decision is no longer there for it.
        case noLongerNeeded
    }

    package var rule: RuleID
    package var citation: String
    /// Whose duty it is.
    package var holder: DutyHolder
    package var subject: Subject
    /// The day from which its time runs.
    package var started: CalendarDay
    /// The last day in time, extension not counted; `nil` where the law gives no day.
    package var due: CalendarDay?
    package var extendedTo: CalendarDay?
    package var metOn: CalendarDay?
    package var state: State

    package init(
        rule: RuleID,
        citation: String,
        holder: DutyHolder,
        subject: Subject,
        started: CalendarDay,
        due: CalendarDay?,
        extendedTo: CalendarDay?,
        metOn: CalendarDay?,
        state: State
    ) {
        self.rule = rule
        self.citation = citation
        self.holder = holder
        self.subject = subject
        self.started = started
        self.due = due
        self.extendedTo = extendedTo
        self.metOn = metOn
        self.state = state
    }
}

extension Duty {
    /// The last day in time with any extension.
    package var lastDay: CalendarDay? { extendedTo ?? due }

    /// Whether somebody still has to do it.
    package var isOpen: Bool {
        switch state {
        case .running, .soon, .overdue: true
        case .metInTime, .metLate, .lapsed, .waived: false
        }
    }
}
