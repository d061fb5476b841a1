/// What is wrong with a text by its simple type; the text itself is never repeated.
enum TextFault: Hashable {
    /// Fewer code points than the type asks for.
    case tooShort(found: Int)
    /// More code points than the type allows.
    case tooLong(found: Int)
    case notInPattern
    case notInCodes
    case notTheFixedValue
    case notOfBase
}

extension CompiledMessage {
    /// The first thing that is wrong with a text by its type; nothing where it is what the type asks for.
    @inline(__always)
    func fault(_ text: Span<UInt8>, _ range: Range<Int>, of type: CompiledType) -> TextFault? {
        switch type.base {
        case .string:
            return stringFault(text, range, of: type)
        case .boolean:
            return CompiledType.isBoolean(text, CompiledType.collapsed(text, range)) ? nil : .notOfBase
        case .date:
            return XsdDate(text, CompiledType.collapsed(text, range), hasTime: false) == nil ? .notOfBase : nil
        case .dateTime:
            return XsdDate(text, CompiledType.collapsed(text, range), hasTime: true) == nil ? .notOfBase : nil
        case .integer:
            return CompiledType.isInteger(text, CompiledType.collapsed(text, range)) ? nil : .notOfBase
        }
    }

    private func stringFault(_ text: Span<UInt8>, _ range: Range<Int>, of type: CompiledType) -> TextFault? {
        let hasFixed = type.fixed != 0 || type.isLong && simpleTypes[type.source].fixed != nil
        // An empty element means the fixed value.
        if hasFixed, range.isEmpty || isFixed(text, range, of: type) { return nil }
        if range.count > type.maxLength, case let length = CompiledType.codePoints(text, range),
            length > type.maxLength
        {
            return .tooLong(found: length)
        }
        if range.count < type.minLength * 4, case let length = CompiledType.codePoints(text, range),
            length < type.minLength
        {
            return .tooShort(found: length)
        }
        if let pattern = type.pattern, !pattern.matches(text, range) { return .notInPattern }
        guard isCode(text, range, of: type) else { return .notInCodes }
        return hasFixed ? .notTheFixedValue : nil
    }
}

extension CompiledType {
    /// The text without the white space around it (whiteSpace collapse; inside these types none may stand).
    static func collapsed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isBlank(text[start]) { start += 1 }
        while end > start, isBlank(text[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether nothing but white space stands there.
    static func isBlank(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for place in range where !isBlank(text[place]) { return false }
        return true
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// The length as XML Schema counts it: in code points.
    static func codePoints(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for place in range where text[place] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The length as .NET and Java count it: in UTF-16 units.
    static func utf16Units(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for place in range {
            if text[place] & 0xC0 != 0x80 { count += 1 }
            if text[place] >= 0xF0 { count += 1 }
        }
        return count
    }

    /// `true`, `false`, `1` or `0`.
    static func isBoolean(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        if range.count == 1 { return text[range.lowerBound] & 0xFE == 0x30 }
        return range.count <= 5 && [trueText, falseText].contains(packed(text, range))
    }

    private static let trueText: UInt64 = 0x04_7472_7565
    private static let falseText: UInt64 = 0x05_66_616C_7365

    static func isInteger(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        let signed = text[first] == UInt8(ascii: "-") || text[first] == UInt8(ascii: "+")
        let digits = signed ? range.dropFirst() : range
        return !digits.isEmpty && digits.allSatisfy { text[$0] &- 0x30 < 10 }
    }
}
