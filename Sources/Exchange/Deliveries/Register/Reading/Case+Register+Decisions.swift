import Casework
import Law

extension Case.Decision {
    init(_ node: DeliveryTree) {
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

    var node: DeliveryTree {
        var children = [basis.node("Lovhjemmel")] + references.map { $0.node("JmfrLovhjemmel") }
        children += claims.map { claim in
            DeliveryTree(
                "Krav",
                [("Id", claim.id.text), ("StartDato", "\(claim.start)")],
                claim.conclusion.map { [$0.node] } ?? []
            )
        }
        children += statuses.map { status in
            DeliveryTree(
                "Status",
                [("Id", status.id.text), ("EndretDato", "\(status.changed)"), ("Kode", status.code)]
            )
        }
        return DeliveryTree(
            "Vedtak",
            DeliveryTree.marks(id, migratedID, start, isDeleted),
            children + DeliveryTree.ended(end)
        )
    }
}

extension Case.Aftercare {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            offered: node.day("TilbudSendtDato"),
            isDeleted: node.isTrue("ErSlettet"),
            conclusion: node.conclusion
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "Ettervern",
            DeliveryTree.marks(id, migratedID, offered, named: "TilbudSendtDato", isDeleted),
            conclusion.map { [$0.node] } ?? []
        )
    }
}

extension Case.Tribunal {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            start: node.day("StartDato"),
            isDeleted: node.isTrue("ErSlettet"),
            basis: node.provision("Lovhjemmel"),
            references: node.all("JmfrLovhjemmel").map { Provision($0) }
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "OversendelseFylkesnemnd",
            DeliveryTree.marks(id, migratedID, start, isDeleted),
            [basis.node("Lovhjemmel")] + references.map { $0.node("JmfrLovhjemmel") }
        )
    }
}

extension Case.Relocation {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            end: node.day("SluttDato"),
            isDeleted: node.isTrue("ErSlettet"),
            reason: node.code("ArsakFra"),
            destination: node.code("FlyttingTil")
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "Flytting",
            DeliveryTree.marks(id, migratedID, end, named: "SluttDato", isDeleted),
            [reason.node("ArsakFra"), destination.node("FlyttingTil")]
        )
    }
}

extension Case.Relation {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            from: node.required("FraId"),
            node.thingKind("FraType"),
            to: node.id("TilId"),
            node.thingKind("TilType"),
            isDeleted: node.isTrue("ErSlettet")
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "Relasjon",
            [
                ("Id", id.text), ("FraId", from), ("FraType", fromType.rawValue), ("TilId", to.text),
                ("TilType", toType.rawValue), DeliveryTree.mark(isDeleted),
            ]
        )
    }
}

extension Case.Deletion {
    init(_ node: DeliveryTree) {
        self.init(id: node.id(), type: node.thingKind("Type"), end: node.day("SluttDato"))
    }

    var node: DeliveryTree {
        DeliveryTree("Slettet", [("Id", id.text), ("Type", type.rawValue), ("SluttDato", "\(end)")])
    }
}
