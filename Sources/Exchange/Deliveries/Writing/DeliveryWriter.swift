/// Writes elements of deliveries as canonical XML, from the table that they are checked by.
///
/// No indentation, attributes and elements in the order of the table, nothing that says the same as leaving it out. What
/// was written is read again before it is handed over: nothing is written that the schema does not allow.
struct DeliveryWriter {
    /// Which characters are written as they are.
    enum Letters {
        /// Every character, in UTF-8.
        case all
        /// Those of ASCII; every other by its number, so that the bytes are the same in nearly every encoding.
        case ascii
    }

    /// The declaration and the line feed after it.
    static let declaration = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    let table: CompiledDelivery
    let letters: Letters

    /// The bytes of an element that may be the root of a document.
    ///
    /// - Parameters:
    ///   - tree: The element; what the row does not know is left out.
    ///   - row: Its row in the table.
    /// - Returns: The element, without a declaration.
    /// - Throws: ``DeliveryRefusal`` where it would not be as the schema wants it.
    func bytes(of tree: DeliveryTree, _ row: DeliveryElement) throws(DeliveryRefusal) -> [UInt8] {
        var bytes: [UInt8] = []
        write(tree, row, to: &bytes)
        try check(bytes, row)
        return bytes
    }

    private func write(_ tree: DeliveryTree, _ row: DeliveryElement, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += row.name.utf8
        for attribute in row.attributes {
            guard let value = tree[attribute.name] else { continue }
            bytes.append(UInt8(ascii: " "))
            bytes += attribute.name.utf8
            bytes += "=\"".utf8
            escape(value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        guard !tree.children.isEmpty || !tree.text.isEmpty else {
            bytes += "/>".utf8
            return
        }
        bytes.append(UInt8(ascii: ">"))
        escape(tree.text, to: &bytes)
        if case .sequence(let steps) = row.content {
            for step in steps {
                for child in tree.children where child.name == step.element.name {
                    write(child, step.element, to: &bytes)
                }
            }
        }
        bytes += "</\(row.name)>".utf8
    }

    /// White space that a reader would change is written by number, in texts as in attributes.
    private func escape(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"": bytes += "&quot;".utf8
            case "\t", "\n", "\r": bytes += "&#\(scalar.value);".utf8
            case _ where scalar.isASCII: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case _ where letters == .ascii: bytes += "&#\(scalar.value);".utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }

    private func check(_ bytes: [UInt8], _ row: DeliveryElement) throws(DeliveryRefusal) {
        var check = StructureCheck(table, receiver: DeliveryRecorder(table, units: [], owner: row))
        do throws(XmlError) {
            var stream = try XmlStream(vocabulary: table.vocabulary)
            var events = XmlEvents()
            try stream.read(bytes[...], isLast: true, into: &events)
            check.take(events)
        } catch {
            throw DeliveryRefusal(findings: [], hasForbiddenCharacter: true)
        }
        let findings = check.receiver.findings.map(\.finding)
        guard findings.isEmpty else { throw DeliveryRefusal(findings: findings) }
    }
}
