/// One delivery to KOSTRA (`Barnevern`), form 15F: who delivers, and everybody in it.
///
/// For files that memory can hold; ``KostraReader`` and ``KostraWriter`` go person by person.
package struct KostraDelivery: Hashable, Sendable {
    package var sender: Sender
    /// At least one, as the schema wants it.
    package var people: [KostraIndividual]

    /// The municipality (`Avgiver`).
    package struct Sender: Hashable, Sendable {
        /// Nine digits.
        package var organisation: String
        /// The reporting year (`Versjon`), whose zone reading drops.
        package var year: Int
        /// Four digits.
        package var municipality: String
        package var municipalityName: String

        package init(organisation: String, year: Int, municipality: String, municipalityName: String) {
            self.organisation = organisation
            self.year = year
            self.municipality = municipality
            self.municipalityName = municipalityName
        }
    }

    package init(sender: Sender, people: [KostraIndividual]) {
        self.sender = sender
        self.people = people
    }
}
