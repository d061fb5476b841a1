/// A JSON text (RFC 8259) that has been read once and is looked up in place.
///
/// The bytes stay as they came; values are offsets into them, and text or numbers are made only when asked for.
/// Where an object names a member twice, the last one counts, as most readers have it.
package struct JsonDocument: Sendable {
    /// What a value is.
    package enum Kind: UInt8, Hashable, Sendable {
        /// `null`.
        case null
        /// `true` or `false`.
        case boolean
        /// A number, kept as it was written.
        case number
        /// A text in quotation marks.
        case text
        /// A list in square brackets.
        case list
        /// An object in braces.
        case object
    }

    /// One value (or member name) of the document, in reading order; children follow their parent.
    struct Node {
        var kind: Kind
        /// Whether text holds a backslash, and so must be decoded before it can be compared.
        var hasEscapes: Bool
        /// First byte, without the quotation mark of a text.
        var start: UInt32
        /// The byte after the last one, without the quotation mark of a text.
        var end: UInt32
        /// Index of the first node that is not inside this one.
        var next: UInt32
        /// Items of a list or members of an object.
        var count: UInt32
    }

    let bytes: [UInt8]
    let nodes: [Node]

    /// Reads a whole text.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 without byte order mark.
    ///   - limits: What is refused for its size, before any of it is kept.
    /// - Throws: ``JsonError`` with the first place where the text stops being JSON.
    package init(parsing bytes: [UInt8], limits: JsonLimits = .message) throws(JsonError) {
        var parser = JsonParser(bytes: bytes, limits: limits)
        self.nodes = try parser.parse()
        self.bytes = bytes
    }

    /// The outermost value.
    package var root: JsonValue { JsonValue(document: self, index: 0) }

    /// The bytes of a text, with escapes resolved.
    func textBytes(_ index: Int) -> ArraySlice<UInt8> {
        let node = nodes[index]
        let raw = bytes[Int(node.start)..<Int(node.end)]
        return node.hasEscapes ? JsonEscapes.resolved(raw)[...] : raw
    }
}

/// One value of a ``JsonDocument``.
package struct JsonValue: Sendable {
    let document: JsonDocument
    let index: Int

    private var node: JsonDocument.Node { document.nodes[index] }

    /// What the value is.
    package var kind: JsonDocument.Kind { node.kind }

    /// The text, or `nil` where the value is none.
    package var text: String? {
        kind == .text ? String(decoding: document.textBytes(index), as: UTF8.self) : nil
    }

    /// The truth value, or `nil` where the value is none.
    package var boolean: Bool? {
        kind == .boolean ? document.bytes[Int(node.start)] == UInt8(ascii: "t") : nil
    }

    /// A number as it was written, so that no digit is lost.
    package var numberText: String? {
        guard kind == .number else { return nil }
        return String(decoding: document.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
    }

    /// A number as the nearest `Double`; `nil` where the value is no number or lies outside the range.
    package var number: Double? {
        numberText.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The items of a list in order; empty for every other kind.
    package var items: [JsonValue] {
        guard kind == .list else { return [] }
        var items: [JsonValue] = []
        items.reserveCapacity(Int(node.count))
        var child = index + 1
        while child < Int(node.next) {
            items.append(JsonValue(document: document, index: child))
            child = Int(document.nodes[child].next)
        }
        return items
    }

    /// The members of an object in order, with duplicates; empty for every other kind.
    package var members: [(name: String, value: JsonValue)] {
        guard kind == .object else { return [] }
        var members: [(name: String, value: JsonValue)] = []
        members.reserveCapacity(Int(node.count))
        var child = index + 1
        while child < Int(node.next) {
            let name = String(decoding: document.textBytes(child), as: UTF8.self)
            members.append((name, JsonValue(document: document, index: child + 1)))
            child = Int(document.nodes[child + 1].next)
        }
        return members
    }

    /// The member of that name, the last one where there are several.
    package subscript(name: String) -> JsonValue? {
        members.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}
