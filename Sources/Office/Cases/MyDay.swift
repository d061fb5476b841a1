package import Casework
package import Law

/// One duty as a list shows it.
package struct DutyRow: Sendable {
    /// `nil` for a report that belongs to no case yet.
    package let caseID: RecordID?
    /// The child of the case or the report.
    package let child: ListedChild
    /// The duty, as it stands today.
    package let duty: Duty
    /// Whether it is about a report that cannot wait.
    package let isUrgent: Bool
    /// Who answers for the case; `nil` where nobody does.
    package let responsible: ActorID?
    /// Where it stands in the list.
    package let place: DutyPlace
}

/// A duty's place in a list, by ``Duty/place``; stands in the address of the next page.
package struct DutyPlace: Hashable, Comparable, Sendable {
    let day: Int
    /// The case, or the report that belongs to none.
    let stream: RecordID
    let number: Int

    package static func < (left: Self, right: Self) -> Bool {
        (left.day, left.stream, left.number) < (right.day, right.stream, right.number)
    }

    /// The place as an address carries it, such as `20500.0199….3`.
    package var text: String { "\(day).\(stream).\(number)" }

    /// Reads what ``text`` writes.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = Int(parts[0]), let stream = RecordID(parts[1]), let number = Int(parts[2])
        else { return nil }
        self.init(day: day, stream: stream, number: number)
    }

    /// The place of a duty of a case, or of a report that belongs to none; `number` keeps the order of equals.
    init(_ duty: Duty, _ stream: RecordID, _ number: Int) {
        self.init(day: duty.place.dayNumber, stream: stream, number: number)
    }

    private init(day: Int, stream: RecordID, number: Int) {
        self.day = day
        self.stream = stream
        self.number = number
    }
}

/// What one person has to do (min dag).
package struct MyDay: Sendable {
    /// The day as of which it was counted.
    package let today: CalendarDay
    /// Soonest first.
    package let rows: [DutyRow]
    /// All of them, not only this page's.
    package let counts: DutyCounts
    /// The place after which the next page begins; `nil` on the last.
    package let next: DutyPlace?
    /// The person's open cases by the child's name; on the first page only.
    package let cases: [CaseLine]
    /// What the person has begun to write and not sent, newest first.
    package let drafts: [DraftLine]
}

/// How many duties stand how.
package struct DutyCounts: Hashable, Sendable {
    /// Past their last day.
    package var overdue = 0
    /// Near it.
    package var soon = 0
    /// In time, and not near.
    package var running = 0

    /// All that somebody still has to do.
    package var open: Int { overdue + soon + running }

    mutating func add(_ duty: Duty) {
        switch duty.state {
        case .overdue: overdue += 1
        case .soon: soon += 1
        case .running: running += 1
        case .metInTime, .metLate, .lapsed, .shortfall, .waived: break
        }
    }
}

/// A case as a list shows it.
package struct CaseLine: Sendable {
    /// The case.
    package let id: RecordID
    /// Its child.
    package let child: ListedChild
    /// Since when there is a case.
    package let openedOn: CalendarDay
    /// Four digits.
    package let municipality: String
    /// Who answers for it; `nil` where nobody does.
    package let responsible: ActorID?
    /// Whether it is over.
    package let isClosed: Bool
    /// How its duties stand.
    package let counts: DutyCounts
}

/// What a leader must see of the service (tjenestetavle).
package struct ServiceBoard: Sendable {
    /// How much lies on one person.
    package struct Load: Sendable {
        /// Whoever answers for the cases.
        package let person: ActorID
        /// Open cases that the person answers for.
        package let cases: Int
        /// How the duties of those cases stand.
        package let counts: DutyCounts
        /// One for each case and one more for each duty that is near or overdue: a measure for comparing, no law.
        package var weight: Int { cases + counts.soon + counts.overdue }
    }

    /// A step that was taken without the child's participation, and that the leader has not seen.
    package struct Override: Sendable {
        /// The case in which it was taken.
        package let caseID: RecordID
        /// The case's child.
        package let child: ListedChild
        /// What the step was.
        package let matter: ParticipationMatter
        /// The day on which it was taken.
        package let on: CalendarDay
        /// Why, in the words of whoever did without.
        package let reason: String
        /// Who did without.
        package let person: ActorID
    }

    /// The day as of which it was counted.
    package let today: CalendarDay
    /// The heaviest first.
    package let loads: [Load]
    /// Open cases that nobody answers for, oldest first.
    package let unassigned: [CaseLine]
    /// The duties past their last day, as many as the board shows.
    package let overdue: [DutyRow]
    /// Due within 14 days.
    package let atRisk: [DutyRow]
    /// How all of the service's duties stand.
    package let counts: DutyCounts
    /// All that are at risk, not only those that the board shows.
    package let atRiskCount: Int
    /// How many cases are open.
    package let openCases: Int
    /// Steps without the child that the leader has not seen, oldest first.
    package let overrides: [Override]
    /// Explained readings that the leader has not looked at, oldest first.
    package let readings: [ReadingLine]
}

/// Which of a service's duties a leader looks at.
package enum DutyStretch: String, Sendable, CaseIterable {
    /// Past their last day.
    case overdue
    /// Due within 14 days.
    case atRisk = "risk"

    func holds(_ duty: Duty, _ today: CalendarDay) -> Bool {
        switch self {
        case .overdue: duty.state == .overdue
        case .atRisk:
            duty.state != .overdue
                && duty.lastDay.map { $0 <= today.adding(days: CaseDesk.riskDays) } ?? false
        }
    }
}

/// One page of a service's duties.
package struct DutyPage: Sendable {
    /// The day as of which it was counted.
    package let today: CalendarDay
    /// Soonest first.
    package let rows: [DutyRow]
    /// The place after which the next page begins; `nil` on the last.
    package let next: DutyPlace?
}

/// An explained reading as the leader sees it.
package struct ReadingLine: Sendable {
    /// Who read what, and when.
    package let facts: ReadingFacts
    /// The case's child.
    package let child: ListedChild
    /// The reason, in the reader's own words.
    package let reason: String
}
