import Casework
import Law

/// A case between its values and the elements of a delivery (`Sak`); both ways lose nothing that the schema knows.
extension Case {
    init(_ node: DeliveryTree) {
        self.init(
            id: node.id(),
            migratedID: node["MigrertId"],
            start: node.day("StartDato"),
            end: node.optionalDay("SluttDato"),
            journal: node.required("Journalnummer"),
            isClosed: node.boolean("Avsluttet"),
            isDeleted: node.isTrue("ErSlettet")
        )
        for child in node.children {
            switch ThingKind(rawValue: child.name) {
            case .person: people.append(Person(child))
            case .concern: concerns.append(Concern(child))
            case .investigation: investigations.append(Investigation(child))
            case .plan: plans.append(Plan(child))
            case .measure: measures.append(Measure(child))
            case .decision: decisions.append(Decision(child))
            case .aftercare: aftercare.append(Aftercare(child))
            case .tribunal: tribunal.append(Tribunal(child))
            case .relocation: relocations.append(Relocation(child))
            case .relation: relations.append(Relation(child))
            case nil: deletions.append(Deletion(child))
            }
        }
    }

    var node: DeliveryTree {
        var children = people.map(\.node) + concerns.map(\.node) + investigations.map(\.node) + plans.map(\.node)
        children += measures.map(\.node) + decisions.map(\.node) + aftercare.map(\.node) + tribunal.map(\.node)
        children += relocations.map(\.node) + relations.map(\.node) + deletions.map(\.node)
        return DeliveryTree(
            "Sak",
            DeliveryTree.head(id, migratedID) + [
                ("StartDato", "\(start)"), ("SluttDato", end?.description), ("Journalnummer", journal),
                ("Avsluttet", isClosed?.description), DeliveryTree.mark(isDeleted),
            ],
            children
        )
    }
}

extension DeliveryTree {
    /// By what a thing is known.
    static func head(_ id: ThingID, _ migratedID: String?) -> [(name: String, value: String?)] {
        [("Id", id.text), ("MigrertId", migratedID)]
    }

    /// That a thing is gone; nothing is written where it is not.
    static func mark(_ isDeleted: Bool) -> (name: String, value: String?) {
        ("ErSlettet", isDeleted ? "true" : nil)
    }

    /// What most things say of themselves before anything else.
    static func marks(
        _ id: ThingID,
        _ migratedID: String?,
        _ day: CalendarDay,
        named name: String = "StartDato",
        _ isDeleted: Bool
    )
        -> [(name: String, value: String?)]
    {
        head(id, migratedID) + [(name, "\(day)"), mark(isDeleted)]
    }

    /// The end of what ends without a code; nothing where it has not ended.
    static func ended(_ end: CalendarDay?) -> [DeliveryTree] {
        end.map { [DeliveryTree("Konklusjon", [("SluttDato", "\($0)")])] } ?? []
    }

    /// The code inside, which a sound element has.
    func code(_ name: String) -> StatedCode { first(name).map { StatedCode($0) } ?? StatedCode("") }

    /// The provision inside, which a sound element has.
    func provision(_ name: String) -> Provision { Provision(first(name) ?? DeliveryTree("")) }

    /// How and when it ended, with a code.
    var conclusion: Case.Conclusion? { first("Konklusjon").map { Case.Conclusion($0) } }

    /// The last day of what ends without a code.
    var endDay: CalendarDay? { first("Konklusjon")?.day("SluttDato") }
}

extension StatedCode {
    init(_ node: DeliveryTree) {
        self.init(node.required("Kode"), node["Presisering"])
    }

    func node(_ name: String) -> DeliveryTree {
        DeliveryTree(name, [("Kode", code), ("Presisering", specification)])
    }
}

extension Case.Conclusion {
    init(_ node: DeliveryTree) {
        self.init(
            end: node.day("SluttDato"),
            code: node.required("Kode"),
            specification: node["Presisering"],
            isDeleted: node.isTrue("ErSlettet")
        )
    }

    var node: DeliveryTree {
        DeliveryTree(
            "Konklusjon",
            [
                ("SluttDato", "\(end)"), ("Kode", code), ("Presisering", specification), DeliveryTree.mark(isDeleted),
            ]
        )
    }
}

extension Provision {
    init(_ node: DeliveryTree) {
        self.init(
            act: node.first("Lov")?.text ?? "",
            chapter: node.first("Kapittel")?.text ?? "",
            section: node.first("Paragraf")?.text ?? "",
            subsections: node.all("Ledd").map(\.text),
            letters: node.all("Bokstav").map(\.text),
            sentences: node.all("Punktum").map(\.text)
        )
    }

    func node(_ name: String) -> DeliveryTree {
        let parts =
            [("Lov", act), ("Kapittel", chapter), ("Paragraf", section)] + subsections.map { ("Ledd", $0) }
            + letters.map { ("Bokstav", $0) } + sentences.map { ("Punktum", $0) }
        return DeliveryTree(name, [], parts.map { DeliveryTree($0, text: $1) })
    }
}
