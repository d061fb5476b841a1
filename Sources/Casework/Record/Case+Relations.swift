package import Law

extension Case {
    /// A relocation (`Flytting`).
    package struct Relocation: Hashable, Sendable {
        package var id: ThingID
        package var migratedID: String?
        /// The day the child moved.
        package var end: CalendarDay
        package var isDeleted: Bool
        package var reason: StatedCode
        package var destination: StatedCode

        package init(
            id: ThingID,
            migratedID: String? = nil,
            end: CalendarDay,
            isDeleted: Bool = false,
            reason: StatedCode,
            destination: StatedCode
        ) {
            self.id = id
            self.migratedID = migratedID
            self.end = end
            self.isDeleted = isDeleted
            self.reason = reason
            self.destination = destination
        }
    }

    /// A relation between two things of the case (`Relasjon`).
    package struct Relation: Hashable, Sendable {
        package var id: ThingID
        /// The `Id` or `MigrertId` of what it comes from.
        package var from: String
        package var fromType: ThingKind
        package var to: ThingID
        package var toType: ThingKind
        package var isDeleted: Bool

        package init(
            id: ThingID,
            from: String,
            _ fromType: ThingKind,
            to: ThingID,
            _ toType: ThingKind,
            isDeleted: Bool = false
        ) {
            self.id = id
            self.from = from
            self.fromType = fromType
            self.to = to
            self.toType = toType
            self.isDeleted = isDeleted
        }
    }

    /// Something that was delivered before and is gone (`Slettet`).
    package struct Deletion: Hashable, Sendable {
        package var id: ThingID
        package var type: ThingKind
        package var end: CalendarDay

        package init(id: ThingID, type: ThingKind, end: CalendarDay) {
            self.id = id
            self.type = type
            self.end = end
        }
    }
}
