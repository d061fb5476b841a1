package import Law

/// One duty that a case creates, and how it stands on a day (plikt, frist).
package struct Duty: Hashable, Sendable {
    /// What in the case it is about.
    package enum Subject: Hashable, Sendable {
        /// The case as a whole.
        case wholeCase
        /// A report of concern.
        case concern(RecordID)
        /// An investigation.
        case investigation(RecordID)
        /// A decision.
        case decision(RecordID)
        /// A complaint of a decision.
        case complaint(RecordID)
        /// What a private party demands of the tribunal.
        case demand(RecordID)
        /// A measure, a placement mostly.
        case measure(RecordID)
        /// A plan.
        case plan(RecordID)
        /// What the county governor must hear of.
        case seriousEvent(RecordID)
        /// A move to another municipality.
        case move(RecordID)
    }

    /// How it stands on the day asked about.
    package enum State: Hashable, Sendable {
        /// In time, and its last day is not near.
        case running
        /// Its last day is near.
        case soon
        /// Not done, and its last day is over.
        case overdue
        /// Done by its last day, with any extension.
        case metInTime
        /// Done after it, which cannot be undone.
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
        /// The report was plainly groundless, so that nobody is owed an answer.
        case plainlyGroundless
        /// Special circumstances speak against telling the reporter.
        case specialCircumstances
        /// The reporter is anonymous or cannot be reached.
        case unreachable
        /// The child, the case or the decision is no longer there for it.
        case noLongerNeeded
    }

    /// The row of the law from which it comes.
    package var rule: RuleID
    /// The section, as people write it.
    package var citation: String
    /// Whose duty it is.
    package var holder: DutyHolder
    /// What in the case it is about.
    package var subject: Subject
    /// The day from which its time runs.
    package var started: CalendarDay
    /// The last day in time, extension not counted; `nil` where the law gives no day.
    package var due: CalendarDay?
    /// The last day where it was extended; `nil` where it was not.
    package var extendedTo: CalendarDay?
    /// The day on which it was done; `nil` where it is not.
    package var metOn: CalendarDay?
    /// How it stands on the day asked about.
    package var state: State
    /// What it means that its last day is over.
    package var passing: Passing
    /// How far it has come, where the law counts; `nil` for what is done once.
    package var share: Share?

    /// The place of the next one among those that a year asks for, such as the second of four visits.
    package struct Share: Hashable, Sendable {
        /// The one that ``Duty/due`` is about, from 1 to ``of``.
        package var number: Int
        /// How many the year asks for.
        package var of: Int
        /// How many of them are done.
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
