package import Law

/// A measure (`Tiltak`).
package struct RegisterMeasure: Hashable, Sendable {
    package var id: RegisterID
    package var migratedID: String?
    package var start: CalendarDay
    package var isDeleted: Bool
    package var basis: RegisterBasis
    /// The provisions referred to (`JmfrLovhjemmel`), at most three.
    package var references: [RegisterBasis]
    package var category: RegisterCode
    package var grounds: [RegisterCode]
    package var supervision: RegisterSupervision?
    package var followUp: RegisterFollowUp?
    package var repeal: RegisterCode?
    package var end: CalendarDay?

    package init(
        id: RegisterID,
        migratedID: String? = nil,
        start: CalendarDay,
        isDeleted: Bool = false,
        basis: RegisterBasis,
        references: [RegisterBasis] = [],
        category: RegisterCode,
        grounds: [RegisterCode] = [],
        supervision: RegisterSupervision? = nil,
        followUp: RegisterFollowUp? = nil,
        repeal: RegisterCode? = nil,
        end: CalendarDay? = nil
    ) {
        self.id = id
        self.migratedID = migratedID
        self.start = start
        self.isDeleted = isDeleted
        self.basis = basis
        self.references = references
        self.category = category
        self.grounds = grounds
        self.supervision = supervision
        self.followUp = followUp
        self.repeal = repeal
        self.end = end
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        start = node.day("StartDato")
        isDeleted = node.isTrue("ErSlettet")
        basis = RegisterBasis(node.first("Lovhjemmel") ?? RegisterNode(""))
        references = node.all("JmfrLovhjemmel").map { RegisterBasis($0) }
        category = RegisterCode(node.first("Kategori") ?? RegisterNode(""))
        grounds = node.all("Tiltaksgrunnlag").map { RegisterCode($0) }
        supervision = node.first("Tilsyn").map { RegisterSupervision($0) }
        followUp = node.first("Oppfolging").map { RegisterFollowUp($0) }
        repeal = node.first("Opphevelse").map { RegisterCode($0) }
        end = node.first("Konklusjon")?.day("SluttDato")
    }

    var node: RegisterNode {
        var children = [basis.node("Lovhjemmel")] + references.map { $0.node("JmfrLovhjemmel") }
        children.append(category.node("Kategori"))
        children += grounds.map { $0.node("Tiltaksgrunnlag") }
        if let supervision { children.append(supervision.node) }
        if let followUp { children.append(followUp.node) }
        if let repeal { children.append(repeal.node("Opphevelse")) }
        return RegisterNode(
            "Tiltak",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("StartDato", "\(start)"),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            children + RegisterNode.ended(end)
        )
    }
}

/// Something with an id that is so from a day on: who is responsible for supervision, or how often it must be.
package struct RegisterPeriodic: Hashable, Sendable {
    package var id: RegisterID
    package var start: CalendarDay
    /// Times a year, or a municipality's number.
    package var value: String

    package init(id: RegisterID, start: CalendarDay, value: String) {
        self.id = id
        self.start = start
        self.value = value
    }

    init(_ node: RegisterNode, _ attribute: String) {
        self.init(id: node.id(), start: node.day("StartDato"), value: node.required(attribute))
    }

    func node(_ name: String, _ attribute: String) -> RegisterNode {
        RegisterNode(name, [("Id", id.text), ("StartDato", "\(start)"), (attribute, value)])
    }
}

/// A visit that was made (`Utfort`).
package struct RegisterVisit: Hashable, Sendable {
    package var id: RegisterID
    package var day: CalendarDay

    package init(id: RegisterID, day: CalendarDay) {
        self.id = id
        self.day = day
    }

    init(_ node: RegisterNode) {
        self.init(id: node.id(), day: node.day("UtfortDato"))
    }

    var node: RegisterNode { RegisterNode("Utfort", [("Id", id.text), ("UtfortDato", "\(day)")]) }
}

/// Supervision of a child in a foster home (`Tilsyn`).
package struct RegisterSupervision: Hashable, Sendable {
    /// The municipality that is responsible, at least one.
    package var responsible: [RegisterPeriodic]
    /// How many times a year, at least one.
    package var frequencies: [RegisterPeriodic]
    package var visits: [RegisterVisit]

    package init(responsible: [RegisterPeriodic], frequencies: [RegisterPeriodic], visits: [RegisterVisit] = []) {
        self.responsible = responsible
        self.frequencies = frequencies
        self.visits = visits
    }

    init(_ node: RegisterNode) {
        responsible = node.all("Ansvarlig").map { RegisterPeriodic($0, "Kommunenummer") }
        frequencies = node.all("Hyppighet").map { RegisterPeriodic($0, "Kode") }
        visits = node.all("Utfort").map { RegisterVisit($0) }
    }

    var node: RegisterNode {
        RegisterNode(
            "Tilsyn",
            [],
            responsible.map { $0.node("Ansvarlig", "Kommunenummer") } + frequencies.map { $0.node("Hyppighet", "Kode") }
                + visits.map(\.node)
        )
    }
}

/// Follow-up of a child and its foster home (`Oppfolging`).
package struct RegisterFollowUp: Hashable, Sendable {
    /// How many times a year, at least one.
    package var frequencies: [RegisterPeriodic]
    package var visits: [RegisterVisit]

    package init(frequencies: [RegisterPeriodic], visits: [RegisterVisit] = []) {
        self.frequencies = frequencies
        self.visits = visits
    }

    init(_ node: RegisterNode) {
        frequencies = node.all("Hyppighet").map { RegisterPeriodic($0, "Kode") }
        visits = node.all("Utfort").map { RegisterVisit($0) }
    }

    var node: RegisterNode {
        RegisterNode("Oppfolging", [], frequencies.map { $0.node("Hyppighet", "Kode") } + visits.map(\.node))
    }
}
