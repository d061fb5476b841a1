/// Reads a JSON text from front to back, once, without recursion.
///
/// What is open is a stack bounded by ``JsonLimits/depth``, so nesting costs nothing but the refusal.
struct JsonParser {
    /// An object or list whose end has not come yet.
    private struct Open {
        /// Index of its node.
        var node: Int
        /// Index of the latest member name, for pointers; `nil` in a list.
        var name: Int?
        /// Items or members so far.
        var count: UInt32
    }

    /// What may stand at the next place that is not white space.
    private enum Expectation {
        case value
        case firstItem
        case firstName
        case name
        case commaOrEnd
    }

    let bytes: [UInt8]
    private let limits: JsonLimits
    var position = 0
    private var nodes: [JsonDocument.Node] = []
    private var open: [Open] = []

    init(bytes: [UInt8], limits: JsonLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func parse() throws(JsonError) -> [JsonDocument.Node] {
        try refuseWhatIsTooLongOrMarked()
        nodes.reserveCapacity(bytes.count / 12 + 8)
        var expectation = Expectation.value
        while true {
            skipWhiteSpace()
            switch expectation {
            case .value:
                expectation = try readValue()
            case .firstItem:
                expectation = try next == UInt8(ascii: "]") ? close(.list) : readValue()
            case .firstName:
                expectation = try next == UInt8(ascii: "}") ? close(.object) : readName()
            case .name:
                expectation = try readName()
            case .commaOrEnd:
                guard !open.isEmpty else {
                    guard position == bytes.count else { throw error(expected: "nothing after the document") }
                    return nodes
                }
                expectation = try readCommaOrEnd()
            }
        }
    }

    /// The byte at the current place; 0, which JSON has no use for, stands for the end.
    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private func refuseWhatIsTooLongOrMarked() throws(JsonError) {
        guard bytes.count <= min(limits.bytes, Int(UInt32.max) - 1) else {
            throw error(expected: "at most \(limits.bytes) bytes", found: "\(bytes.count) bytes")
        }
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
            throw error(expected: "UTF-8 without a byte order mark", found: "a byte order mark")
        }
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw error(expected: "UTF-8", found: "the byte order mark of UTF-16")
        }
    }

    private mutating func skipWhiteSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func readValue() throws(JsonError) -> Expectation {
        switch next {
        case UInt8(ascii: "\""):
            try appendText()
            return .commaOrEnd
        case UInt8(ascii: "{"):
            try begin(.object)
            return .firstName
        case UInt8(ascii: "["):
            try begin(.list)
            return .firstItem
        case UInt8(ascii: "t"): try appendWord("true", .boolean)
        case UInt8(ascii: "f"): try appendWord("false", .boolean)
        case UInt8(ascii: "n"): try appendWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let start = position
            try skipNumber()
            append(.number, from: start, to: position)
        default: throw error(expected: "a value")
        }
        return .commaOrEnd
    }

    private mutating func readName() throws(JsonError) -> Expectation {
        guard next == UInt8(ascii: "\"") else { throw error(expected: "a member name in quotation marks") }
        let name = nodes.count
        try appendText()
        open[open.count - 1].name = name
        skipWhiteSpace()
        guard next == UInt8(ascii: ":") else { throw error(expected: "a colon") }
        position += 1
        return .value
    }

    private mutating func readCommaOrEnd() throws(JsonError) -> Expectation {
        let isObject = nodes[open[open.count - 1].node].kind == .object
        switch next {
        case UInt8(ascii: ","):
            open[open.count - 1].count += 1
            position += 1
            return isObject ? .name : .value
        case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
            open[open.count - 1].count += 1
            return close(isObject ? .object : .list)
        default:
            throw error(expected: isObject ? "a comma or }" : "a comma or ]")
        }
    }

    private mutating func begin(_ kind: JsonDocument.Kind) throws(JsonError) {
        guard open.count < limits.depth else {
            throw error(expected: "at most \(limits.depth) levels", found: "a deeper level")
        }
        open.append(Open(node: nodes.count, name: nil, count: 0))
        append(kind, from: position, to: position)
        position += 1
    }

    private mutating func close(_ kind: JsonDocument.Kind) -> Expectation {
        position += 1
        let closed = open.removeLast()
        nodes[closed.node].end = UInt32(position)
        nodes[closed.node].next = UInt32(nodes.count)
        nodes[closed.node].count = closed.count
        return .commaOrEnd
    }

    private mutating func appendText() throws(JsonError) {
        let start = position + 1
        let hasEscapes = try skipText()
        append(.text, from: start, to: position - 1, hasEscapes: hasEscapes)
    }

    private mutating func appendWord(_ word: StaticString, _ kind: JsonDocument.Kind) throws(JsonError) {
        let start = position
        for byte in word.description.utf8 {
            guard next == byte else { throw error(expected: "true, false, null or another value") }
            position += 1
        }
        append(kind, from: start, to: position)
    }

    private mutating func append(
        _ kind: JsonDocument.Kind,
        from start: Int,
        to end: Int,
        hasEscapes: Bool = false
    ) {
        nodes.append(
            JsonDocument.Node(
                kind: kind,
                hasEscapes: hasEscapes,
                start: UInt32(start),
                end: UInt32(end),
                next: UInt32(nodes.count + 1),
                count: 0
            )
        )
    }

    /// Describes what went wrong at the current place, or at another one.
    func error(expected: String, found: String? = nil, at offset: Int? = nil) -> JsonError {
        let offset = offset ?? position
        let place = JsonError.place(of: offset, in: bytes)
        return JsonError(
            offset: offset,
            line: place.line,
            column: place.column,
            pointer: pointer,
            found: found ?? JsonError.name(ofByteAt: offset, in: bytes),
            expected: expected
        )
    }

    private var pointer: JsonPointer {
        JsonPointer(
            open.compactMap { container in
                guard nodes[container.node].kind == .object else { return .index(Int(container.count)) }
                guard let name = container.name else { return nil }
                let node = nodes[name]
                let raw = bytes[Int(node.start)..<Int(node.end)]
                let text = node.hasEscapes ? JsonEscapes.resolved(raw)[...] : raw
                return .name(String(decoding: text, as: UTF8.self))
            }
        )
    }
}
