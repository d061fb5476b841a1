import Casework
import Exchange
import Law
import Testing

/// Messages as a portal sends them, about nobody.
enum SampleMessages {
    /// A public report to a municipality, one child for each name; a child without number where `number` is empty.
    static func publicReport(
        to municipality: String,
        children: [String] = ["Ola Prøvland"],
        number: String = "",
        worry: String = "Barnet kommer på skolen uten mat."
    ) throws -> [UInt8] {
        let address = PostalAddress(lines: ["Prøvegata 1"], postcode: "0000", town: "Prøvestad")
        let document = ConcernDocument(
            version: .second,
            origin: .publicBody(
                PublicReporter(
                    name: "Liv Lærer",
                    role: "Lærer",
                    phone: "00000000",
                    email: "liv@example.invalid",
                    organisation: "Prøve skole",
                    organisationNumber: nil,
                    organisationAddress: address
                )
            ),
            children: children.map { name in
                ConcernedChild(
                    name: name,
                    number: try? PersonNumber(parsing: number),
                    unreadableNumber: "",
                    isUnborn: false,
                    address: address,
                    phone: nil,
                    isInformed: false,
                    informedReason: nil,
                    assumedAge: nil,
                    relation: nil
                )
            },
            guardians: [Guardian(name: "Far Prøvland", phone: nil, isInformed: true, informedReason: nil)],
            worry: worry,
            history: "Ingenting før.",
            otherViews: nil,
            interpreter: nil,
            otherServices: nil,
            address: ConcernAddress(
                municipality: municipality,
                municipalityName: "Prøvestad",
                district: "00",
                districtName: ""
            ),
            sendingTime: "2026-11-20T10:00:00",
            channel: "Prøveportalen"
        )
        return try document.write().get()
    }
}
