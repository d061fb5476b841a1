import Casework
import Law

extension Case.Measure {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            start: node.day("StartDato"),
            isDeleted: node.isTrue("ErSlettet"),
            basis: node.provision("Lovhjemmel"),
            references: node.all("JmfrLovhjemmel").map { Provision($0) },
            category: node.code("Kategori"),
            grounds: node.all("Tiltaksgrunnlag").map { StatedCode($0) },
            supervision: node.first("Tilsyn").map { Case.Supervision($0) },
            followUp: node.first("Oppfolging").map { Case.FollowUp($0) },
            repeal: node.first("Opphevelse").map { StatedCode($0) },
            end: node.endDay
        )
    }

    var node: DeliveryTree {
        var children = [basis.node("Lovhjemmel")] + references.map { $0.node("JmfrLovhjemmel") }
        children.append(category.node("Kategori"))
        children += grounds.map { $0.node("Tiltaksgrunnlag") }
        if let supervision { children.append(supervision.node) }
        if let followUp { children.append(followUp.node) }
        if let repeal { children.append(repeal.node("Opphevelse")) }
        return DeliveryTree(
            "Tiltak",
            DeliveryTree.marks(id, migratedID, start, isDeleted),
            children + DeliveryTree.ended(end)
        )
    }
}

extension Case.Periodic {
    init(_ node: DeliveryTree, _ attribute: String) {
        self.init(id: node.id(), start: node.day("StartDato"), value: node.required(attribute))
    }

    func node(_ name: String, _ attribute: String) -> DeliveryTree {
        DeliveryTree(name, [("Id", id.text), ("StartDato", "\(start)"), (attribute, value)])
    }
}

extension Case.Visit {
    init(_ node: DeliveryTree) {
        self.init(id: node.id(), day: node.day("UtfortDato"))
    }

    var node: DeliveryTree { DeliveryTree("Utfort", [("Id", id.text), ("UtfortDato", "\(day)")]) }
}

extension Case.Supervision {
    init(_ node: DeliveryTree) {
        self.init(
            responsible: node.all("Ansvarlig").map { Case.Periodic($0, "Kommunenummer") },
            frequencies: node.all("Hyppighet").map { Case.Periodic($0, "Kode") },
            visits: node.all("Utfort").map { Case.Visit($0) }
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "Tilsyn",
            [],
            responsible.map { $0.node("Ansvarlig", "Kommunenummer") } + frequencies.map { $0.node("Hyppighet", "Kode") }
                + visits.map(\.node)
        )
    }
}

extension Case.FollowUp {
    init(_ node: DeliveryTree) {
        self.init(
            frequencies: node.all("Hyppighet").map { Case.Periodic($0, "Kode") },
            visits: node.all("Utfort").map { Case.Visit($0) }
        )
    }

    var node: DeliveryTree {
        DeliveryTree("Oppfolging", [], frequencies.map { $0.node("Hyppighet", "Kode") } + visits.map(\.node))
    }
}
