import Casework
import Law

extension Case.Decision {
    init(_ node: RegisterNode) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            start: node.day("StartDato"),
            isDeleted: node.isTrue("ErSlettet"),
            basis: node.provision("Lovhjemmel"),
            references: node.all("JmfrLovhjemmel").map { Provision($0) },
            claims: node.all("Krav").map { claim in
                Claim(id: claim.id(), start: claim.day("StartDato"), conclusion: claim.conclusion)
            },
            statuses: node.all("Status").map { status in
                Status(id: status.id(), changed: status.day("EndretDato"), code: status.required("Kode"))
            },
            end: node.endDay
        )
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
            RegisterNode.marks(id, migratedID, start, isDeleted),
            children + RegisterNode.ended(end)
        )
    }
}

extension Case.Aftercare {
    init(_ node: RegisterNode) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            offered: node.day("TilbudSendtDato"),
            isDeleted: node.isTrue("ErSlettet"),
            conclusion: node.conclusion
        )
    }

    var node: RegisterNode {
        RegisterNode(
            "Ettervern",
            RegisterNode.marks(id, migratedID, offered, named: "TilbudSendtDato", isDeleted),
            conclusion.map { [$0.node] } ?? []
        )
    }
}

extension Case.Tribunal {
    init(_ node: RegisterNode) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            start: node.day("StartDato"),
            isDeleted: node.isTrue("ErSlettet"),
            basis: node.provision("Lovhjemmel"),
            references: node.all("JmfrLovhjemmel").map { Provision($0) }
        )
    }

    var node: RegisterNode {
        RegisterNode(
            "OversendelseFylkesnemnd",
            RegisterNode.marks(id, migratedID, start, isDeleted),
            [basis.node("Lovhjemmel")] + references.map { $0.node("JmfrLovhjemmel") }
        )
    }
}

extension Case.Relocation {
    init(_ node: RegisterNode) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            end: node.day("SluttDato"),
            isDeleted: node.isTrue("ErSlettet"),
            reason: node.code("ArsakFra"),
            destination: node.code("FlyttingTil")
        )
    }

    var node: RegisterNode {
        RegisterNode(
            "Flytting",
            RegisterNode.marks(id, migratedID, end, named: "SluttDato", isDeleted),
            [reason.node("ArsakFra"), destination.node("FlyttingTil")]
        )
    }
}

extension Case.Relation {
    init(_ node: RegisterNode) {
        self.init(
            id: node.id(),
            from: node.required("FraId"),
            node.thingKind("FraType"),
            to: node.id("TilId"),
            node.thingKind("TilType"),
            isDeleted: node.isTrue("ErSlettet")
        )
    }

    var node: RegisterNode {
        RegisterNode(
            "Relasjon",
            [
                ("Id", id.text), ("FraId", from), ("FraType", fromType.rawValue), ("TilId", to.text),
                ("TilType", toType.rawValue), RegisterNode.mark(isDeleted),
            ]
        )
    }
}

extension Case.Deletion {
    init(_ node: RegisterNode) {
        self.init(id: node.id(), type: node.thingKind("Type"), end: node.day("SluttDato"))
    }

    var node: RegisterNode {
        RegisterNode("Slettet", [("Id", id.text), ("Type", type.rawValue), ("SluttDato", "\(end)")])
    }
}
