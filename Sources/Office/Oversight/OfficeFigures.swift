import Journal
package import Law

/// How the office stands, in numbers without names: for monitoring.
package struct OfficeFigures: Sendable {
    /// A unit's unread reports and open items.
    package struct UnitFigures: Sendable {
        /// The unit.
        package let unit: UnitID
        /// Reports that nobody has opened.
        package let unopenedConcerns: Int
        /// Items of reception that nobody has closed.
        package let openWorkItems: Int

        init(_ unit: UnitID, _ state: UnitState) {
            self.unit = unit
            unopenedConcerns = state.unopened
            openWorkItems = state.openWorkItems
        }

        init(_ watch: UnitWatch) {
            unit = watch.unit
            unopenedConcerns = watch.unopened.count
            openWorkItems = watch.openItems.count
        }
    }

    /// The units that can be read, in order.
    package let units: [UnitFigures]
    /// Units whose journal this program cannot read.
    package let unservedUnits: Int
    /// Units in memory.
    package let openedUnits: Int
    /// Commands that wait in all mailboxes.
    package let mailboxDepth: Int
    /// What reception has taken in since the start.
    package let intake: Reception.Counts
    /// Commits since the start.
    package let commits: Int
    /// Pieces of work in them.
    package let committedPieces: Int
    /// Messages on their way out.
    package let outboxWaiting: Int
    /// Seconds that the oldest receipt has waited; 0 where none does.
    package let outboxOldestSeconds: Double
    /// Messages that were given up until a person looks.
    package let outboxParked: Int
    /// What somebody must look at.
    package let alarms: [Alarm]

    /// Counts as of now.
    package init(_ rooms: OfficeRooms) throws {
        let now = rooms.environment.now()
        let outbox = try rooms.store.outboxStatus(now: now)
        let standing = try rooms.oversight.standing(outbox)
        units = standing.watches.map { UnitFigures($0) }
        unservedUnits = standing.unserved
        alarms = standing.alarms
        openedUnits = rooms.units.openedCount
        mailboxDepth = rooms.units.mailboxDepth
        intake = rooms.reception.counters
        (commits, committedPieces) = rooms.committer.counts
        outboxWaiting = outbox.waiting
        outboxOldestSeconds = outbox.oldestWaiting.map { $0.seconds(until: now) } ?? 0
        outboxParked = outbox.parked
    }
}
