package import Casework
import Law

/// One delivery of one case to Barnevernsregisteret (`Barnevern`), version 4.
///
/// Reading drops the zone of a date, and what is said by leaving a thing out and by saying no: `ErSlettet` is absent or
/// `false`. All else is kept, ids and `DatoUttrekk` as they were written.
package struct RegisterDelivery: Hashable, Sendable {
    /// New with every delivery.
    package var id: ThingID
    /// When the case was extracted: what ages and time limits are counted to.
    package var extracted: RegisterMoment
    /// The delivery of the same case before this one; nothing of the first.
    package var previousID: ThingID?
    package var system: System
    package var sender: Sender
    package var registerCase: Case

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
        id: ThingID,
        extracted: RegisterMoment,
        previousID: ThingID? = nil,
        system: System,
        sender: Sender,
        registerCase: Case
    ) {
        self.id = id
        self.extracted = extracted
        self.previousID = previousID
        self.system = system
        self.sender = sender
        self.registerCase = registerCase
    }

    /// Reads the root of a document that a structural check found sound.
    init(_ node: DeliveryTree) {
        let none = DeliveryTree("")
        id = node.id()
        extracted = RegisterMoment(node.required("DatoUttrekk")) ?? .none
        previousID = node["ForrigeId"].map(ThingID.init)
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
        registerCase = Case(node.first("Sak") ?? none)
        // The register says it of the sender, and a case goes on to where the case must say it.
        if self.sender.districtNumber != nil || self.sender.districtName != nil {
            registerCase.district = Case.District(number: self.sender.districtNumber, name: self.sender.districtName)
        }
    }

    /// The root to be written.
    var node: DeliveryTree {
        let system = DeliveryTree(
            "Fagsystem",
            [("Leverandor", system.vendor), ("Navn", system.name), ("Versjon", system.version)]
        )
        let sender = DeliveryTree(
            "Avgiver",
            [
                ("Organisasjonsnummer", sender.organisation), ("Kommunenummer", sender.municipality),
                ("Kommunenavn", sender.municipalityName), ("Bydelsnummer", sender.districtNumber),
                ("Bydelsnavn", sender.districtName),
            ]
        )
        return DeliveryTree(
            "Barnevern",
            [("Id", id.text), ("DatoUttrekk", extracted.text), ("ForrigeId", previousID?.text)],
            [system, sender, registerCase.node]
        )
    }
}
