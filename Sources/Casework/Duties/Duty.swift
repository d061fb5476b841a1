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

    /// How it stands on the day asked about.
    package enum State: Hashable, Sendable {
        case running
        /// Its last day is near.
        case soon
        case overdue
        case metInTime
        case metLate
        /// What it should have kept alive is gone, because its time ran out: a decision, or a fixed new investigation.
        case lapsed
        /// Not done, and too late to be done: the visits of a past year, a step of a decision that is over.
        case shortfall
        /// It need not be done, for this reason.
        case waived(Waiver)
    }

    /// Why it need not be done.
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
    /// What it means that its last day is over.
    package var passing: Passing
    /// How far it has come, where the law counts; `nil` for what is done once.
    package var share: Share?

    /// The place of the next one among those that a year asks for, such as the second of four visits.
    package struct Share: Hashable, Sendable {
        /// The one that ``Duty/due`` is about, from 1 to ``of``.
        package var number: Int
        package var of: Int
        package var done: Int

        package init(number: Int, of: Int, done: Int) {
            self.number = number
            self.of = of
            self.done = done
        }
    }

    package init(
        rule: RuleID,
        citation: String,
        holder: DutyHolder,
        subject: Subject,
        started: CalendarDay,
        due: CalendarDay?,
        extendedTo: CalendarDay?,
        metOn: CalendarDay?,
        state: State,
        passing: Passing = .breach,
        share: Share? = nil
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
        self.passing = passing
        self.share = share
    }
}

extension Duty {
    /// The last day in time with any extension.
    package var lastDay: CalendarDay? { extendedTo ?? due }

    /// Where it stands in every list, soonest first: what the law gives no day is owed at once, before all that can wait.
    package var place: CalendarDay { lastDay ?? .earliest }

    /// Whether somebody still has to do it.
    package var isOpen: Bool {
        switch state {
        case .running, .soon, .overdue: true
        case .metInTime, .metLate, .lapsed, .shortfall, .waived: false
        }
    }

    /// Whether the child welfare service itself has to do it; what others owe is shown, never as its own overdue task.
    package var isOurs: Bool {
        switch holder {
        case .service, .leader, .careMunicipality: true
        case .fosterMunicipality, .bufetat, .tribunal, .countyGovernor, .institution, .party: false
        }
    }

    /// The first day on which what it should have kept alive no longer holds; `nil` where nothing has lapsed.
    package var lapsedOn: CalendarDay? {
        state == .lapsed ? lastDay?.adding(days: 1) : nil
    }
}
