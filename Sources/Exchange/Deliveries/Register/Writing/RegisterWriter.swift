/// Writes deliveries to the register as canonical XML, from the table that they are checked by.
///
/// UTF-8 without indentation, attributes in the order of the table, nothing that says the same as leaving it out.
package enum RegisterWriter {
    /// Why a delivery was not written.
    package struct Refusal: Error, Hashable, Sendable {
        /// What the document would break, in the order of the document.
        package var findings: [StructureFinding]
        /// Whether a text has a character that XML cannot have.
        package var hasForbiddenCharacter = false
    }

    /// The bytes of a document.
    ///
    /// - Throws: ``Refusal`` where the document would not be as the schema wants it; nothing else is ever written.
    package static func bytes(of delivery: RegisterDelivery) throws(Refusal) -> [UInt8] {
        var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        write(delivery.node, RegisterTable.delivery, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        try check(bytes)
        return bytes
    }

    private static func write(_ node: RegisterNode, _ row: DeliveryElement, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += row.name.utf8
        for attribute in row.attributes {
            guard let value = node[attribute.name] else { continue }
            bytes.append(UInt8(ascii: " "))
            bytes += attribute.name.utf8
            bytes += "=\"".utf8
            escape(value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        guard !node.children.isEmpty || !node.text.isEmpty else {
            bytes += "/>".utf8
            return
        }
        bytes.append(UInt8(ascii: ">"))
        escape(node.text, to: &bytes)
        if case .sequence(let steps) = row.content {
            for step in steps {
                for child in node.children where child.name == step.element.name {
                    write(child, step.element, to: &bytes)
                }
            }
        }
        bytes += "</\(row.name)>".utf8
    }

    /// White space that a reader would change is written by number, in texts as in attributes.
    private static func escape(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case 0x09, 0x0A, 0x0D: bytes += "&#\(byte);".utf8
            default: bytes.append(byte)
            }
        }
    }

    private static func check(_ bytes: [UInt8]) throws(Refusal) {
        var check = StructureCheck(.register, receiver: RegisterRecorder())
        do throws(XmlError) {
            var stream = try XmlStream(vocabulary: CompiledDelivery.register.vocabulary)
            var events = XmlEvents()
            try stream.read(bytes[...], isLast: true, into: &events)
            check.take(events)
        } catch {
            throw Refusal(findings: [], hasForbiddenCharacter: true)
        }
        let findings = check.receiver.findings.map(\.finding)
        guard findings.isEmpty else { throw Refusal(findings: findings) }
    }
}
