import Journal
package import Law

/// How the office stands, in numbers without names: for monitoring.
package struct OfficeFigures: Sendable {
    /// A unit's unread reports and open items.
    package struct UnitFigures: Sendable {
        package let unit: UnitID
        package let unopenedConcerns: Int
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

    package let units: [UnitFigures]
    /// Units whose journal this program cannot read.
    package let unservedUnits: Int
    package let openedUnits: Int
    package let mailboxDepth: Int
    package let intake: Reception.Counts
    package let commits: Int
    package let committedPieces: Int
    package let outboxWaiting: Int
    /// Seconds that the oldest receipt has waited; 0 where none does.
    package let outboxOldestSeconds: Double
    package let outboxParked: Int
    package let alarms: [Alarm]

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
