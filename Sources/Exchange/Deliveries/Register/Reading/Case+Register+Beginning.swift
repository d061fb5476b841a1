import Casework
import Law

extension Case.Person {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            start: node.day("StartDato"),
            number: StatedNumber(node.required("Fodselsnummer")),
            birthDay: node.day("Fodseldato"),
            sex: node.required("Kjonn"),
            dufNumber: node["DUFnummer"].map(StatedNumber.init),
            isDeleted: node.isTrue("ErSlettet")
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "Personalia",
            [
                ("Id", id.text), ("StartDato", "\(start)"), ("Fodselsnummer", number.digits),
                ("Fodseldato", "\(birthDay)"), ("Kjonn", sex), ("DUFnummer", dufNumber?.digits),
                DeliveryTree.mark(isDeleted),
            ]
        )
    }
}

extension Case.Concern {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            start: node.day("StartDato"),
            isDeleted: node.isTrue("ErSlettet"),
            reporters: node.all("Melder").map { StatedCode($0) },
            contents: node.all("Saksinnhold").map { StatedCode($0) },
            conclusion: node.conclusion
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "Melding",
            DeliveryTree.marks(id, migratedID, start, isDeleted),
            reporters.map { $0.node("Melder") } + contents.map { $0.node("Saksinnhold") }
                + (conclusion.map { [$0.node] } ?? [])
        )
    }
}

extension Case.Investigation {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            start: node.day("StartDato"),
            isDeleted: node.isTrue("ErSlettet"),
            grounds: node.all("Vedtaksgrunnlag").map { StatedCode($0) },
            participation: node.first("BarnetsMedvirkning").map { Participation($0) },
            moreTime: node.first("UtvidetFrist").map {
                MoreTime(start: $0.day("StartDato"), granted: $0["Innvilget"])
            },
            conclusion: node.conclusion
        )
    }

    var node: DeliveryTree {
        var children = grounds.map { $0.node("Vedtaksgrunnlag") }
        if let participation { children.append(participation.node) }
        if let moreTime {
            let attributes = [("StartDato", "\(moreTime.start)"), ("Innvilget", moreTime.granted)]
            children.append(DeliveryTree("UtvidetFrist", attributes))
        }
        if let conclusion { children.append(conclusion.node) }
        return DeliveryTree("Undersokelse", DeliveryTree.marks(id, migratedID, start, isDeleted), children)
    }
}

extension Case.Investigation.Participation {
    init(_ node: DeliveryTree) {
        self.init(
            start: node.first("StartDato")?.day ?? .earliest,
            kind: node.first("MedvirkningType")?.text ?? ""
        )
    }

    var node: DeliveryTree {
        let parts = [("StartDato", "\(start)"), ("MedvirkningType", kind)]
        return DeliveryTree("BarnetsMedvirkning", [], parts.map { DeliveryTree($0, text: $1) })
    }
}

extension Case.Plan {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            start: node.day("StartDato"),
            kind: node.required("Plantype"),
            isDeleted: node.isTrue("ErSlettet"),
            evaluations: node.all("Evaluering").map { $0.day("UtfortDato") },
            end: node.endDay
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "Plan",
            DeliveryTree.head(id, migratedID) + [
                ("StartDato", "\(start)"), ("Plantype", kind), DeliveryTree.mark(isDeleted),
            ],
            evaluations.map { DeliveryTree("Evaluering", [("UtfortDato", "\($0)")]) } + DeliveryTree.ended(end)
        )
    }
}
