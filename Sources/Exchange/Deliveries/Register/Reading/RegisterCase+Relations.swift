package import Law

/// A relocation (`Flytting`).
package struct RegisterRelocation: Hashable, Sendable {
    package var id: RegisterID
    package var migratedID: String?
    /// The day the child moved.
    package var end: CalendarDay
    package var isDeleted: Bool
    package var reason: RegisterCode
    package var destination: RegisterCode

    package init(
        id: RegisterID,
        migratedID: String? = nil,
        end: CalendarDay,
        isDeleted: Bool = false,
        reason: RegisterCode,
        destination: RegisterCode
    ) {
        self.id = id
        self.migratedID = migratedID
        self.end = end
        self.isDeleted = isDeleted
        self.reason = reason
        self.destination = destination
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        end = node.day("SluttDato")
        isDeleted = node.isTrue("ErSlettet")
        reason = RegisterCode(node.first("ArsakFra") ?? RegisterNode(""))
        destination = RegisterCode(node.first("FlyttingTil") ?? RegisterNode(""))
    }

    var node: RegisterNode {
        RegisterNode(
            "Flytting",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("SluttDato", "\(end)"),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            [reason.node("ArsakFra"), destination.node("FlyttingTil")]
        )
    }
}

/// A relation between two things of the case (`Relasjon`).
package struct RegisterRelation: Hashable, Sendable {
    package var id: RegisterID
    /// The `Id` or `MigrertId` of what it comes from.
    package var from: String
    package var fromType: RegisterConcept
    package var to: RegisterID
    package var toType: RegisterConcept
    package var isDeleted: Bool

    package init(
        id: RegisterID,
        from: String,
        _ fromType: RegisterConcept,
        to: RegisterID,
        _ toType: RegisterConcept,
        isDeleted: Bool = false
    ) {
        self.id = id
        self.from = from
        self.fromType = fromType
        self.to = to
        self.toType = toType
        self.isDeleted = isDeleted
    }

    init(_ node: RegisterNode) {
        id = node.id()
        from = node.required("FraId")
        fromType = node.concept("FraType")
        to = node.id("TilId")
        toType = node.concept("TilType")
        isDeleted = node.isTrue("ErSlettet")
    }

    var node: RegisterNode {
        RegisterNode(
            "Relasjon",
            [
                ("Id", id.text), ("FraId", from), ("FraType", fromType.rawValue), ("TilId", to.text),
                ("TilType", toType.rawValue), ("ErSlettet", isDeleted ? "true" : nil),
            ]
        )
    }
}

/// Something that was delivered before and is gone (`Slettet`).
package struct RegisterDeletion: Hashable, Sendable {
    package var id: RegisterID
    package var type: RegisterConcept
    package var end: CalendarDay

    package init(id: RegisterID, type: RegisterConcept, end: CalendarDay) {
        self.id = id
        self.type = type
        self.end = end
    }

    init(_ node: RegisterNode) {
        self.init(id: node.id(), type: node.concept("Type"), end: node.day("SluttDato"))
    }

    var node: RegisterNode {
        RegisterNode("Slettet", [("Id", id.text), ("Type", type.rawValue), ("SluttDato", "\(end)")])
    }
}
