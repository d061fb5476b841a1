/// Writes deliveries to the register as canonical XML, from the table that they are checked by.
///
/// UTF-8 without indentation, attributes in the order of the table, nothing that says the same as leaving it out.
package enum RegisterWriter {
    private static let writer = DeliveryWriter(table: .register, letters: .all)

    /// The bytes of a document.
    ///
    /// - Throws: ``DeliveryRefusal`` where the document would not be as the schema wants it; nothing else is ever
    ///   written.
    package static func bytes(of delivery: RegisterDelivery) throws(DeliveryRefusal) -> [UInt8] {
        let body = try writer.bytes(of: delivery.node, RegisterTable.delivery)
        return DeliveryWriter.declaration + body + [UInt8(ascii: "\n")]
    }
}
