extension TextFault {
    /// What was found and expected, in words that repeat nothing but lengths and short codes.
    func wording(_ type: SimpleType, _ text: Span<UInt8>, _ range: Range<Int>) -> String {
        let expected = type.expectation
        switch self {
        case .tooShort(let found), .tooLong(let found):
            return "Found \(found) character\(found == 1 ? "" : "s"), expected \(expected)."
        case .notInCodes, .notTheFixedValue:
            return "Found \(Self.code(text, range)), expected \(expected)."
        case .notInPattern, .notOfBase:
            let found = CompiledType.codePoints(text, range)
            return found == 0 ? "Found nothing, expected \(expected)." : "Found another text, expected \(expected)."
        }
    }

    /// A text of at most three characters is shown where it can be nothing but a code.
    private static func code(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "nothing" }
        var bytes: [UInt8] = []
        for place in range.prefix(4) { bytes.append(text[place]) }
        let isCode = bytes.allSatisfy { byte in
            byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        guard isCode, bytes.count <= 3 else { return "another text" }
        return "the code \(String(decoding: bytes, as: UTF8.self))"
    }
}

extension SimpleType {
    /// Whether every code is longer than the type allows, so that no text at all is valid.
    var hasNoValues: Bool { !codes.isEmpty && codes.allSatisfy { $0.utf8.count > maxLength } }

    /// What a text of this type is, in words.
    var expectation: String {
        if let fixed { return "the value \(fixed)" }
        if !codes.isEmpty {
            let list = codes.count > 12 ? "a code of the list \(name ?? "")" : codes.joined(separator: ", ")
            return hasNoValues ? "a text of \(maxLength) character that is also one of \(list)" : list
        }
        switch pattern {
        case .uuid: return "a UUID with hyphens"
        case .digits(let count): return "\(count) digits"
        case .version: return "one to four numbers with full stops between"
        case nil: break
        }
        switch base {
        case .boolean: return "true, false, 1 or 0"
        case .date: return "a date as 2026-01-31"
        case .dateTime: return "a date and time as 2026-01-31T12:00:00+01:00"
        case .integer: return "a whole number"
        case .string:
            switch (minLength, maxLength) {
            case (0, .max): return "text"
            case (let shortest, .max): return "text of at least \(shortest) characters"
            case (0, let longest): return "text of at most \(longest) characters"
            case (let shortest, let longest): return "text of \(shortest) to \(longest) characters"
            }
        }
    }
}

extension SimpleType.Base {
    /// The name in XML Schema.
    package var name: String {
        switch self {
        case .string: "string"
        case .boolean: "boolean"
        case .date: "date"
        case .dateTime: "dateTime"
        case .integer: "integer"
        }
    }
}
