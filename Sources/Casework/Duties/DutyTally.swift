import Law

/// The duties of a case while they are found, and what they are judged by.
struct DutyTally {
    let law: Lawbook
    /// The day as seen from which they stand; what happened after it is left out of account.
    let today: CalendarDay
    private(set) var duties: [Duty] = []

    /// An empty tally with room for so many duties; it grows where there are more.
    init(law: Lawbook, today: CalendarDay, expecting count: Int) {
        self.law = law
        self.today = today
        duties.reserveCapacity(count)
    }

    /// The day of something that has happened by today.
    func day(_ dated: Dated?) -> CalendarDay? {
        guard let dated, dated.on <= today else { return nil }
        return dated.on
    }

    /// A clock of the law as it is known today.
    func term(_ rule: RuleID, from trigger: CalendarDay, extended: Bool = false) -> Term? {
        law.term(rule, from: trigger, extended: extended, knownOn: today)
    }

    mutating func add(_ duty: Duty) {
        duties.append(duty)
    }

    /// Adds the duty that a rule creates on a day; none where the law of that day has no such rule.
    ///
    /// Its time runs from `started`, where that is not the trigger, and is extended by the row's own length where it is
    /// `extended`. It was first done on `metOn`, today or earlier; from the day `over` nobody can or need do it any more.
    mutating func add(
        _ rule: RuleID,
        about subject: Duty.Subject,
        from trigger: CalendarDay,
        started: CalendarDay? = nil,
        extended: Bool = false,
        metOn: CalendarDay?,
        waiver: Duty.Waiver? = nil,
        over: CalendarDay? = nil
    ) {
        guard trigger <= today else { return }
        guard let term = term(rule, from: trigger) else {
            // A row that sets no day asks all the same.
            guard let row = law.rule(rule, on: trigger) else { return }
            return add(row, about: subject, started: started ?? trigger, metOn: metOn, waiver: waiver, over: over)
        }
        add(
            term.rule,
            about: subject,
            started: started ?? trigger,
            due: term.due,
            extendedTo: extended ? self.term(rule, from: trigger, extended: true)?.due : nil,
            metOn: metOn,
            waiver: waiver,
            over: over
        )
    }

    /// Adds a duty by a row, with its days as the caller has found them.
    ///
    /// `holder` says whose it is, where that is not the row's; `nearFrom` is the first day on which its end is near, where
    /// that does not follow from its length.
    mutating func add(
        _ row: Rule,
        about subject: Duty.Subject,
        holder: DutyHolder? = nil,
        started: CalendarDay,
        due: CalendarDay? = nil,
        extendedTo: CalendarDay? = nil,
        metOn: CalendarDay?,
        waiver: Duty.Waiver? = nil,
        over: CalendarDay? = nil,
        nearFrom: CalendarDay? = nil
    ) {
        let last = extendedTo ?? due
        let progress = Progress(
            started: started,
            last: last,
            nearFrom: nearFrom,
            metOn: metOn,
            waiver: waiver,
            over: over
        )
        guard let state = progress.state(passing: row.passing, on: today) else { return }
        duties.append(
            Duty(
                rule: row.id,
                citation: row.citation,
                holder: holder ?? row.holder,
                subject: subject,
                started: started,
                due: due,
                extendedTo: extendedTo,
                metOn: metOn,
                state: state,
                passing: row.passing
            )
        )
    }
}

/// What has become of a duty so far.
struct Progress {
    var started: CalendarDay
    /// The last day in time, with any extension; `nil` where the law gives none.
    var last: CalendarDay?
    var nearFrom: CalendarDay?
    var metOn: CalendarDay?
    var waiver: Duty.Waiver?
    /// The day from which nobody can or need do it any more.
    var over: CalendarDay?

    /// How it stands on a day; `nil` where nothing of it is left, as of a party's time to complain that went by unused.
    func state(passing: Passing, on today: CalendarDay) -> Duty.State? {
        if let waiver { return .waived(waiver) }
        if let metOn {
            guard let last, metOn > last else { return .metInTime }
            return passing == .lapse ? .lapsed : .metLate
        }
        let isPast = last.map { $0 < today } ?? false
        if let over, over <= today {
            guard let last else { return passing == .shortfall ? .shortfall : .waived(.noLongerNeeded) }
            guard over > last else { return .waived(.noLongerNeeded) }
            return passing == .lapse ? .lapsed : passing == .forfeit ? nil : .shortfall
        }
        guard isPast else { return isNear(on: today) ? .soon : .running }
        return switch passing {
        case .breach, .shortfall: .overdue
        case .lapse: .lapsed
        case .bar, .forfeit: nil
        }
    }

    private func isNear(on today: CalendarDay) -> Bool {
        guard let last else { return false }
        return today >= nearFrom ?? last.adding(days: -Near.days(before: last, from: started))
    }
}

/// How long before its last day a duty counts as near: a choice of this program, not of the act.
package enum Near {
    /// Of up to eight days, as the week for the review of a report.
    package static let ofAWeek = 2
    /// Of up to three weeks, as an answer to a reporter.
    package static let ofThreeWeeks = 4
    /// Of up to six weeks, as most petitions.
    package static let ofSixWeeks = 7
    /// Of anything longer, as an investigation.
    package static let ofMonths = 14

    static func days(before last: CalendarDay, from started: CalendarDay) -> Int {
        switch started.days(until: last) {
        case ...8: ofAWeek
        case ...22: ofThreeWeeks
        case ...45: ofSixWeeks
        default: ofMonths
        }
    }
}
