package import Law

/// A decision (`Vedtak`).
package struct RegisterDecision: Hashable, Sendable {
    package var id: RegisterID
    package var migratedID: String?
    package var start: CalendarDay
    package var isDeleted: Bool
    package var basis: RegisterBasis
    /// The provisions referred to (`JmfrLovhjemmel`), at most three.
    package var references: [RegisterBasis]
    package var claims: [Claim]
    /// What has become of it, at least one.
    package var statuses: [Status]
    package var end: CalendarDay?

    /// A private party's claim (`Krav`).
    package struct Claim: Hashable, Sendable {
        package var id: RegisterID
        package var start: CalendarDay
        package var conclusion: RegisterConclusion?

        package init(id: RegisterID, start: CalendarDay, conclusion: RegisterConclusion? = nil) {
            self.id = id
            self.start = start
            self.conclusion = conclusion
        }
    }

    /// What it was from a day on (`Status`).
    package struct Status: Hashable, Sendable {
        package var id: RegisterID
        package var changed: CalendarDay
        package var code: String

        package init(id: RegisterID, changed: CalendarDay, code: String) {
            self.id = id
            self.changed = changed
            self.code = code
        }
    }

    package init(
        id: RegisterID,
        migratedID: String? = nil,
        start: CalendarDay,
        isDeleted: Bool = false,
        basis: RegisterBasis,
        references: [RegisterBasis] = [],
        claims: [Claim] = [],
        statuses: [Status],
        end: CalendarDay? = nil
    ) {
        self.id = id
        self.migratedID = migratedID
        self.start = start
        self.isDeleted = isDeleted
        self.basis = basis
        self.references = references
        self.claims = claims
        self.statuses = statuses
        self.end = end
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        start = node.day("StartDato")
        isDeleted = node.isTrue("ErSlettet")
        basis = RegisterBasis(node.first("Lovhjemmel") ?? RegisterNode(""))
        references = node.all("JmfrLovhjemmel").map { RegisterBasis($0) }
        claims = node.all("Krav").map { claim in
            Claim(
                id: claim.id(),
                start: claim.day("StartDato"),
                conclusion: claim.first("Konklusjon").map { RegisterConclusion($0) }
            )
        }
        statuses = node.all("Status").map { status in
            Status(id: status.id(), changed: status.day("EndretDato"), code: status.required("Kode"))
        }
        end = node.first("Konklusjon")?.day("SluttDato")
    }

    var node: RegisterNode {
        var children = [basis.node("Lovhjemmel")] + references.map { $0.node("JmfrLovhjemmel") }
        children += claims.map { claim in
            RegisterNode(
                "Krav",
                [("Id", claim.id.text), ("StartDato", "\(claim.start)")],
                claim.conclusion.map { [$0.node] } ?? []
            )
        }
        children += statuses.map { status in
            RegisterNode(
                "Status",
                [("Id", status.id.text), ("EndretDato", "\(status.changed)"), ("Kode", status.code)]
            )
        }
        return RegisterNode(
            "Vedtak",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("StartDato", "\(start)"),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            children + RegisterNode.ended(end)
        )
    }
}

/// Aftercare that was offered (`Ettervern`).
package struct RegisterAftercare: Hashable, Sendable {
    package var id: RegisterID
    package var migratedID: String?
    /// The day the offer was sent.
    package var offered: CalendarDay
    package var isDeleted: Bool
    package var conclusion: RegisterConclusion?

    package init(
        id: RegisterID,
        migratedID: String? = nil,
        offered: CalendarDay,
        isDeleted: Bool = false,
        conclusion: RegisterConclusion? = nil
    ) {
        self.id = id
        self.migratedID = migratedID
        self.offered = offered
        self.isDeleted = isDeleted
        self.conclusion = conclusion
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        offered = node.day("TilbudSendtDato")
        isDeleted = node.isTrue("ErSlettet")
        conclusion = node.first("Konklusjon").map { RegisterConclusion($0) }
    }

    var node: RegisterNode {
        RegisterNode(
            "Ettervern",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("TilbudSendtDato", "\(offered)"),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            conclusion.map { [$0.node] } ?? []
        )
    }
}

/// A case sent to the tribunal (`OversendelseFylkesnemnd`).
package struct RegisterTribunal: Hashable, Sendable {
    package var id: RegisterID
    package var migratedID: String?
    package var start: CalendarDay
    package var isDeleted: Bool
    package var basis: RegisterBasis
    /// The provisions referred to (`JmfrLovhjemmel`), at most three.
    package var references: [RegisterBasis]

    package init(
        id: RegisterID,
        migratedID: String? = nil,
        start: CalendarDay,
        isDeleted: Bool = false,
        basis: RegisterBasis,
        references: [RegisterBasis] = []
    ) {
        self.id = id
        self.migratedID = migratedID
        self.start = start
        self.isDeleted = isDeleted
        self.basis = basis
        self.references = references
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        start = node.day("StartDato")
        isDeleted = node.isTrue("ErSlettet")
        basis = RegisterBasis(node.first("Lovhjemmel") ?? RegisterNode(""))
        references = node.all("JmfrLovhjemmel").map { RegisterBasis($0) }
    }

    var node: RegisterNode {
        RegisterNode(
            "OversendelseFylkesnemnd",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("StartDato", "\(start)"),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            [basis.node("Lovhjemmel")] + references.map { $0.node("JmfrLovhjemmel") }
        )
    }
}
