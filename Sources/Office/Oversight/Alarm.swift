import Casework
package import Law

/// Something that somebody must look at before it becomes a loss.
package struct Alarm: Hashable, Sendable {
    /// What must be looked at.
    package enum Kind: Hashable, Sendable {
        /// No report has come for so many working hours.
        case nothingReceived(workingHours: Int, since: Instant?)
        /// Reports that nobody has opened within the limit.
        case unopened(count: Int, oldest: Instant)
        /// Items in reception that no rule could place and that nobody has closed.
        case unplaced(count: Int, unowned: Int, oldest: Instant)
        /// Receipts that nobody has taken, or that were given up.
        case outboxStuck(waiting: Int, parked: Int, oldest: Instant?)
        /// The unit's journal cannot be read to its end: nothing of it is shown and nothing is stored in it.
        case unserved
        /// Messages that an earlier process had received and that could not be stored since.
        case unrecovered(count: Int)
        /// Messages in drop boxes that nobody can take in, laid aside for a person.
        case laidAside(count: Int)
        /// Messages in drop boxes that could not be stored, however often that was tried.
        case notTaken(count: Int)
        /// Messages to others that they have left unanswered for longer than they may.
        case unanswered(count: Int, oldest: Instant)
        /// Places that were promised to children, or that they live in, and that cannot be had (tapte plasser).
        case placeLost(count: Int, oldest: Instant)

        var concernsReception: Bool {
            switch self {
            case .nothingReceived, .unanswered, .placeLost: false
            case .unopened, .unplaced, .outboxStuck, .unserved, .unrecovered, .laidAside, .notTaken: true
            }
        }

        /// Whether a region is told: reports of concern and receipts are not its own to see to.
        var concernsRegion: Bool {
            switch self {
            case .placeLost, .unserved: true
            case .nothingReceived, .unanswered, .unopened, .unplaced, .outboxStuck, .unrecovered, .laidAside,
                .notTaken:
                false
            }
        }
    }

    /// What must be looked at.
    package let kind: Kind
    /// Whose it is.
    package let unit: UnitID

    package init(kind: Kind, unit: UnitID) {
        self.kind = kind
        self.unit = unit
    }
}

/// When an alarm goes off.
package struct AlarmLimits: Hashable, Sendable {
    /// Working hours without any report before a service is told.
    package var silence: Int
    /// Hours that a report may lie unopened; an urgent one a quarter of it.
    package var unopened: Int
    /// Hours that an item of reception may lie open before its list marks it as late.
    package var unplaced: Int
    /// Hours that a receipt may wait to be taken.
    package var outbox: Int
    /// In which hours silence counts.
    package var workingHours: WorkingHours
    /// How long others may leave something unanswered.
    package var answers = AnswerLimits()

    package init(
        silence: Int = 40,
        unopened: Int = 24,
        unplaced: Int = 4,
        outbox: Int = 1,
        workingHours: WorkingHours = .usual
    ) {
        self.silence = silence
        self.unopened = unopened
        self.unplaced = unplaced
        self.outbox = outbox
        self.workingHours = workingHours
    }

    /// Whether an open item of reception has waited longer than it may; pure.
    package func isLate(_ item: WorkItemFacts, now: Instant) -> Bool {
        !item.isClosed && item.receivedAt.seconds(until: now) >= Double(unplaced) * 3600
    }

    /// What is wrong with a unit's intake, with what it has sent, and with places that it was granted; pure.
    ///
    /// Silence counts from the newest message, and from `start` where none has come.
    package func alarms(_ watch: UnitWatch, openedAt start: Instant, now: Instant) -> [Alarm] {
        var alarms: [Alarm] = []
        let (unit, last) = (watch.unit, watch.lastReceived)
        let silent = workingHours.seconds(from: last ?? start, until: now) / 3600
        if silent >= Double(silence) {
            alarms.append(Alarm(kind: .nothingReceived(workingHours: Int(silent), since: last), unit: unit))
        }
        let late = watch.unopened.filter { report in
            let limit = report.isUrgent ? Double(unopened) / 4 : Double(unopened)
            return report.since.seconds(until: now) >= limit * 3600
        }
        if let oldest = late.map(\.since).min() {
            alarms.append(Alarm(kind: .unopened(count: late.count, oldest: oldest), unit: unit))
        }
        let open = watch.openItems
        if let oldest = open.map(\.since).min() {
            let unowned = open.count { !$0.isOwned }
            alarms.append(Alarm(kind: .unplaced(count: open.count, unowned: unowned, oldest: oldest), unit: unit))
        }
        let owed = watch.owedAnswers.filter { answers.isLate($0, now: now) }
        if let oldest = owed.map(\.since).min() {
            alarms.append(Alarm(kind: .unanswered(count: owed.count, oldest: oldest), unit: unit))
        }
        // A child without its place waits for no time to pass.
        let lost = watch.lostPlaces.flatMap { $0.since(now: now) }
        if let oldest = lost.min() {
            alarms.append(Alarm(kind: .placeLost(count: lost.count, oldest: oldest), unit: unit))
        }
        return alarms
    }
}
