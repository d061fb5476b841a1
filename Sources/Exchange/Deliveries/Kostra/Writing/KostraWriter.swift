/// Writes a KOSTRA delivery as canonical XML, person by person, from the table that it is checked by.
///
/// The file declares UTF-8 and has characters of ASCII alone, every other one by its number. The official program's front
/// ends decode a file as UTF-8 and hand it on as ISO 8859-1: such a file is the same to all of them.
package struct KostraWriter {
    private static let writer = DeliveryWriter(table: .kostra, letters: .ascii)
    private var hasPeople = false

    /// A writer that has written nothing yet.
    package init() {}

    /// The beginning of a file, which comes once and first.
    ///
    /// - Throws: ``DeliveryRefusal`` where the sender would not be as the schema wants it.
    package func begin(_ sender: KostraDelivery.Sender) throws(DeliveryRefusal) -> [UInt8] {
        let body = try Self.writer.bytes(of: sender.tree, KostraTable.sender)
        return DeliveryWriter.declaration + Array("<\(KostraTable.delivery.name)>\n".utf8) + body + Self.lineFeed
    }

    /// The next person.
    ///
    /// - Throws: ``DeliveryRefusal`` where the person would not be as the schema wants it; the file can go on with the
    ///   next one all the same.
    package mutating func add(_ person: KostraIndividual) throws(DeliveryRefusal) -> [UInt8] {
        let body = try Self.writer.bytes(of: person.tree, KostraTable.person)
        hasPeople = true
        return body + Self.lineFeed
    }

    /// The end of the file.
    ///
    /// - Throws: ``DeliveryRefusal`` where nobody was written, since the schema wants somebody.
    package func end() throws(DeliveryRefusal) -> [UInt8] {
        guard hasPeople else {
            let delivery = KostraTable.delivery.name
            let finding = StructureFinding(
                kind: .missingElement(KostraTable.person.name),
                element: delivery,
                line: 2,
                column: 1
            )
            throw DeliveryRefusal(findings: [finding])
        }
        return Array("</\(KostraTable.delivery.name)>\n".utf8)
    }

    /// The bytes of a whole file.
    ///
    /// - Throws: ``DeliveryRefusal`` where it would not be as the schema wants it.
    package static func bytes(of delivery: KostraDelivery) throws(DeliveryRefusal) -> [UInt8] {
        var writer = KostraWriter()
        var bytes = try writer.begin(delivery.sender)
        for person in delivery.people { bytes += try writer.add(person) }
        return bytes + (try writer.end())
    }

    private static let lineFeed = [UInt8(ascii: "\n")]
}
