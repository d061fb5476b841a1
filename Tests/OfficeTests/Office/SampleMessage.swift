import Casework
import Exchange
import Journal
import Law

@testable import Office

/// A message that a test writes for itself.
struct SampleMessage: Sendable {
    let bytes: [UInt8]
    let format: ConcernFormat

    /// A valid message of the public form; without children of the private one, which alone allows that.
    init(
        children: Int = 1,
        municipality: String = "1505",
        district: String = "00",
        worry: String = "Barnet fryser"
    ) throws {
        let address = ConcernAddress(
            municipality: municipality,
            municipalityName: "",
            district: district,
            districtName: ""
        )
        let named = (0..<children).map { index -> ConcernedChild in
            var child = ConcernedChild.unnamed
            child.name = "Prøvebarn Nummer\(index)"
            child.isInformed = false
            return child
        }
        let document = ConcernDocument(
            version: .second,
            origin: children == 0
                ? .privatePerson(PrivateReporter(name: "Prøve Melder", phone: "", address: nil))
                : .publicBody(
                    PublicReporter(
                        name: "Prøve Melder",
                        role: "Lærer",
                        phone: "00000000",
                        email: "melder@example.no",
                        organisation: "Prøveskolen",
                        organisationNumber: nil,
                        organisationAddress: nil
                    )
                ),
            children: named,
            guardians: children == 0
                ? [] : [Guardian(name: "Prøve Forelder", phone: nil, isInformed: true, informedReason: nil)],
            worry: worry,
            address: address,
            sendingTime: "2026-02-16T09:00:00",
            channel: "Prøveskolen"
        )
        guard case .success(let bytes) = document.write() else { throw Unexpected() }
        self.bytes = bytes
        format = document.format
    }

    init(bytes: [UInt8], format: ConcernFormat) {
        self.bytes = bytes
        self.format = format
    }

    /// What no form can be read from.
    static let unreadable = SampleMessage(bytes: Array("{\"barn\": [".utf8), format: .offentligV2)

    /// SHA-256 in hexadecimal digits, as a sender's list gives it.
    var digest: String { Senders.digest(of: String(decoding: bytes, as: UTF8.self)).hexadecimal }
}
