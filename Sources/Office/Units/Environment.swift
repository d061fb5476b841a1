package import Law

/// What the outside world gives the office: time and new identities, passed in at the outermost layer.
package struct Environment: Sendable {
    /// The time now.
    package let now: @Sendable () -> Instant
    /// A new identity, made of a time and of chance.
    package let newID: @Sendable (Instant) -> RecordID

    package init(now: @escaping @Sendable () -> Instant, newID: @escaping @Sendable (Instant) -> RecordID) {
        self.now = now
        self.newID = newID
    }

    /// Today in Oslo.
    package var today: CalendarDay { OsloTime.day(at: now()) }
}
