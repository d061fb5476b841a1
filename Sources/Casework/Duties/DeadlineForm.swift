package import Law

/// What a service owes the county governor each quarter about the times of §§ 2-1 and 2-2 (fristskjema).
///
/// Source: forskrift 1992-12-16-1243 §§ 1 and 2: per case the day of receipt and the days of what followed. The quarter's
/// rows are those received by its last day that were not finished before it began: what was finished in the quarter must
/// be sent, what still runs may be asked for. Everything is as it stood on the quarter's last day, or today if that is
/// earlier. Neither names nor numbers of persons are in it.
package struct DeadlineForm: Hashable, Sendable {
    /// The quarter that it is about.
    package let quarter: Quarter
    /// The day as seen from which it is written.
    package let asOf: CalendarDay
    /// By day of receipt, then by reference.
    package let rows: [Row]

    /// One report, or one investigation that the service began without a report.
    package struct Row: Hashable, Sendable {
        /// The report, or the investigation where there was none.
        package var reference: RecordID
        /// The case that took it up; `nil` where none did.
        package var caseReference: RecordID?
        /// `nil` where the service began by itself.
        package var review: Review?
        /// The investigation that the report opened; `nil` where it opened none.
        package var investigation: Investigation?
        /// Whether nothing more is to come: such forms are sent, others only on demand.
        package var isFinished: Bool
    }

    /// The review of a report (§ 2-1).
    package struct Review: Hashable, Sendable {
        /// The day from which the week counts.
        package var receivedOn: CalendarDay
        /// The last day in time.
        package var due: CalendarDay
        /// The day of the review; `nil` while it is not done.
        package var reviewedOn: CalendarDay?
        /// What came of it; `nil` while it is not done.
        package var outcome: ReviewFacts.Outcome?
        /// Days from receipt to review.
        package var days: Int?
        /// Days past the last one, still counting where it is not done; 0 where it is in time.
        package var breachDays: Int
    }

    /// An investigation (§ 2-2).
    package struct Investigation: Hashable, Sendable {
        /// The day from which the law counts.
        package var start: CalendarDay
        /// The last day in time, extension not counted.
        package var due: CalendarDay
        /// The last day in time where it was extended in time; `nil` where it was not.
        package var extendedTo: CalendarDay?
        /// The journal's entry with the reason of the extension, for whoever may read it.
        package var extensionEntry: Int?
        /// The day on which it was concluded; `nil` while it runs.
        package var finishedOn: CalendarDay?
        /// Days past the last one with any extension, still counting where it is not finished; 0 where it is in time.
        package var breachDays: Int
    }

    /// The sums of a quarter, each counting what happened in it.
    package struct Totals: Hashable, Sendable {
        /// Reports received in the quarter.
        package var received = 0
        /// Reports reviewed in it.
        package var reviewed = 0
        /// Of those, how many after their last day.
        package var reviewedLate = 0
        /// Not reviewed by the form's day although the week was over.
        package var reviewOverdue = 0
        /// Investigations concluded in the quarter.
        package var finished = 0
        /// Of those, how many after their last day, with any extension.
        package var finishedLate = 0
        /// Investigations finished in the quarter or still running that were extended.
        package var extended = 0
        /// Not finished by the form's day although the time was over.
        package var investigationOverdue = 0
    }
}

/// A quarter of a calendar year (kvartal).
package struct Quarter: Hashable, Sendable {
    /// 1 January, 1 April, 1 July or 1 October.
    package let first: CalendarDay
    /// The last day of its third month.
    package let last: CalendarDay

    /// The quarter with a number from 1 to 4; any other gives nothing.
    package init?(year: Int, number: Int) {
        guard (1...4).contains(number), let first = CalendarDay(year: year, month: number * 3 - 2, day: 1) else {
            return nil
        }
        self.first = first
        last = first.adding(months: 2).endOfMonth
    }

    /// Whether a day lies in the quarter, its first and last day included.
    package func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }
}

extension DeadlineForm {
    /// The form of a quarter, from the cases, each with the reports that belong to it, and the reports that belong to none.
    package init(
        _ quarter: Quarter,
        cases: [(CaseFacts, [ConcernFacts])],
        loose: [ConcernFacts],
        law: Lawbook,
        today: CalendarDay
    ) {
        let asOf = min(quarter.last, today)
        let entries = DeadlineEntries(law: law, asOf: asOf)
        var rows = cases.flatMap { entries.rows(of: $0, concerns: $1) }
        rows += loose.compactMap { entries.row(of: $0, in: nil) }
        self.quarter = quarter
        self.asOf = asOf
        self.rows =
            rows.filter { !$0.isFinished || ($0.lastStep.map { $0 >= quarter.first } ?? true) }
            .sorted { ($0.begunOn, $0.reference) < ($1.begunOn, $1.reference) }
    }

    /// The sums over its rows.
    package var totals: Totals {
        rows.reduce(into: Totals()) { sum, row in
            if let review = row.review { sum.count(review, in: quarter) }
            if let investigation = row.investigation { sum.count(investigation, in: quarter) }
        }
    }
}

extension DeadlineForm.Row {
    /// The day of receipt, or on which the service began by itself.
    package var begunOn: CalendarDay { review?.receivedOn ?? investigation?.start ?? .latest }

    fileprivate var lastStep: CalendarDay? {
        [review?.reviewedOn, investigation?.finishedOn].compactMap(\.self).max()
    }
}

extension DeadlineForm.Totals {
    fileprivate mutating func count(_ review: DeadlineForm.Review, in quarter: Quarter) {
        if quarter.contains(review.receivedOn) { received += 1 }
        guard let day = review.reviewedOn else {
            if review.breachDays > 0 { reviewOverdue += 1 }
            return
        }
        guard quarter.contains(day) else { return }
        reviewed += 1
        if review.breachDays > 0 { reviewedLate += 1 }
    }

    fileprivate mutating func count(_ investigation: DeadlineForm.Investigation, in quarter: Quarter) {
        if investigation.extendedTo != nil { extended += 1 }
        guard investigation.finishedOn != nil else {
            if investigation.breachDays > 0 { investigationOverdue += 1 }
            return
        }
        finished += 1
        if investigation.breachDays > 0 { finishedLate += 1 }
    }
}
