package import Law

/// One delivery of one case to Barnevernsregisteret (`Barnevern`), version 4.
///
/// Reading drops the zone of a date, and what is said by leaving a thing out and by saying no: `ErSlettet` is absent or
/// `false`. All else is kept, ids and `DatoUttrekk` as they were written.
package struct RegisterDelivery: Hashable, Sendable {
    /// New with every delivery.
    package var id: RegisterID
    /// When the case was extracted: what ages and time limits are counted to.
    package var extracted: RegisterMoment
    /// The delivery of the same case before this one; nothing of the first.
    package var previousID: RegisterID?
    package var system: System
    package var sender: Sender
    package var registerCase: RegisterCase

    /// The case system (`Fagsystem`).
    package struct System: Hashable, Sendable {
        package var vendor: String
        package var name: String
        package var version: String

        package init(vendor: String, name: String, version: String) {
            self.vendor = vendor
            self.name = name
            self.version = version
        }
    }

    /// The municipality (`Avgiver`).
    package struct Sender: Hashable, Sendable {
        package var organisation: String
        /// Four digits.
        package var municipality: String
        package var municipalityName: String
        /// Two digits, of the cities that are divided.
        package var districtNumber: String?
        package var districtName: String?

        package init(
            organisation: String,
            municipality: String,
            municipalityName: String,
            districtNumber: String? = nil,
            districtName: String? = nil
        ) {
            self.organisation = organisation
            self.municipality = municipality
            self.municipalityName = municipalityName
            self.districtNumber = districtNumber
            self.districtName = districtName
        }
    }

    package init(
        id: RegisterID,
        extracted: RegisterMoment,
        previousID: RegisterID? = nil,
        system: System,
        sender: Sender,
        registerCase: RegisterCase
    ) {
        self.id = id
        self.extracted = extracted
        self.previousID = previousID
        self.system = system
        self.sender = sender
        self.registerCase = registerCase
    }

    /// Reads the root of a document that a structural check found sound.
    init(_ node: RegisterNode) {
        let none = RegisterNode("")
        id = node.id()
        extracted = RegisterMoment(node.required("DatoUttrekk")) ?? .none
        previousID = node["ForrigeId"].map(RegisterID.init)
        let system = node.first("Fagsystem") ?? none
        self.system = System(
            vendor: system.required("Leverandor"),
            name: system.required("Navn"),
            version: system.required("Versjon")
        )
        let sender = node.first("Avgiver") ?? none
        self.sender = Sender(
            organisation: sender.required("Organisasjonsnummer"),
            municipality: sender.required("Kommunenummer"),
            municipalityName: sender.required("Kommunenavn"),
            districtNumber: sender["Bydelsnummer"],
            districtName: sender["Bydelsnavn"]
        )
        registerCase = RegisterCase(node.first("Sak") ?? none)
    }

    /// The root to be written.
    var node: RegisterNode {
        let system = RegisterNode(
            "Fagsystem",
            [("Leverandor", system.vendor), ("Navn", system.name), ("Versjon", system.version)]
        )
        let sender = RegisterNode(
            "Avgiver",
            [
                ("Organisasjonsnummer", sender.organisation), ("Kommunenummer", sender.municipality),
                ("Kommunenavn", sender.municipalityName), ("Bydelsnummer", sender.districtNumber),
                ("Bydelsnavn", sender.districtName),
            ]
        )
        return RegisterNode(
            "Barnevern",
            [("Id", id.text), ("DatoUttrekk", extracted.text), ("ForrigeId", previousID?.text)],
            [system, sender, registerCase.node]
        )
    }
}

/// A child's case as the register sees it (`Sak`).
package struct RegisterCase: Hashable, Sendable {
    package var id: RegisterID
    /// The id in an earlier system, or in KOSTRA.
    package var migratedID: String?
    package var start: CalendarDay
    package var end: CalendarDay?
    package var journal: String
    /// Whether the case is called closed; nothing where that is not said.
    package var isClosed: Bool?
    package var isDeleted: Bool
    package var people: [RegisterPerson] = []
    package var concerns: [RegisterConcern] = []
    package var investigations: [RegisterInvestigation] = []
    package var plans: [RegisterPlan] = []
    package var measures: [RegisterMeasure] = []
    package var decisions: [RegisterDecision] = []
    package var aftercare: [RegisterAftercare] = []
    package var tribunal: [RegisterTribunal] = []
    package var relocations: [RegisterRelocation] = []
    package var relations: [RegisterRelation] = []
    package var deletions: [RegisterDeletion] = []

    /// A case with nothing in it yet.
    package init(
        id: RegisterID,
        migratedID: String? = nil,
        start: CalendarDay,
        end: CalendarDay? = nil,
        journal: String,
        isClosed: Bool? = nil,
        isDeleted: Bool = false
    ) {
        self.id = id
        self.migratedID = migratedID
        self.start = start
        self.end = end
        self.journal = journal
        self.isClosed = isClosed
        self.isDeleted = isDeleted
    }

    init(_ node: RegisterNode) {
        id = node.id()
        migratedID = node["MigrertId"]
        start = node.day("StartDato")
        end = node.optionalDay("SluttDato")
        journal = node.required("Journalnummer")
        isClosed = node.boolean("Avsluttet")
        isDeleted = node.isTrue("ErSlettet")
        for child in node.children {
            switch RegisterConcept(rawValue: child.name) {
            case .person: people.append(RegisterPerson(child))
            case .concern: concerns.append(RegisterConcern(child))
            case .investigation: investigations.append(RegisterInvestigation(child))
            case .plan: plans.append(RegisterPlan(child))
            case .measure: measures.append(RegisterMeasure(child))
            case .decision: decisions.append(RegisterDecision(child))
            case .aftercare: aftercare.append(RegisterAftercare(child))
            case .tribunal: tribunal.append(RegisterTribunal(child))
            case .relocation: relocations.append(RegisterRelocation(child))
            case .relation: relations.append(RegisterRelation(child))
            case nil: deletions.append(RegisterDeletion(child))
            }
        }
    }

    var node: RegisterNode {
        var children = people.map(\.node) + concerns.map(\.node) + investigations.map(\.node) + plans.map(\.node)
        children += measures.map(\.node) + decisions.map(\.node) + aftercare.map(\.node) + tribunal.map(\.node)
        children += relocations.map(\.node) + relations.map(\.node) + deletions.map(\.node)
        return RegisterNode(
            "Sak",
            [
                ("Id", id.text), ("MigrertId", migratedID), ("StartDato", "\(start)"), ("SluttDato", end?.description),
                ("Journalnummer", journal), ("Avsluttet", isClosed?.description),
                ("ErSlettet", isDeleted ? "true" : nil),
            ],
            children
        )
    }
}
