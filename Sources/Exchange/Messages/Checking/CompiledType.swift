/// The facets of a simple type ready for bytes; nothing in it needs counting of references.
struct CompiledType: Sendable {
    /// Index in the message's ``CompiledMessage/simpleTypes``.
    let source: Int
    let base: SimpleType.Base
    let minLength: Int
    let maxLength: Int
    let pattern: TextPattern?
    /// The codes as integers, in the message's ``CompiledMessage/codes``.
    let codes: Range<Int>
    /// The only value as an integer; 0 where any is allowed.
    let fixed: UInt64
    /// Whether a code or the fixed value is too long for an integer, so that texts have to be compared.
    let isLong: Bool

    init(_ type: SimpleType, source: Int, codes: inout [UInt64]) {
        self.source = source
        base = type.base
        minLength = type.minLength
        maxLength = type.maxLength
        pattern = type.pattern
        isLong = (type.codes + [type.fixed ?? ""]).contains { $0.utf8.count > 7 }
        let start = codes.count
        if !isLong { codes += type.codes.map(Self.packed) }
        self.codes = start..<codes.count
        fixed = isLong ? 0 : type.fixed.map(Self.packed) ?? 0
    }

    /// A text of at most seven bytes and its length as one integer, which is never 0 but for the empty text.
    @inline(__always)
    static func packed(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var packed = UInt64(range.count)
        for place in range { packed = packed << 8 | UInt64(text[place]) }
        return packed
    }

    private static func packed(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        return packed(bytes.span, 0..<bytes.count)
    }
}

extension CompiledMessage {
    /// Whether the text is one of the codes, or the type has none.
    @inline(__always)
    func isCode(_ text: Span<UInt8>, _ range: Range<Int>, of type: CompiledType) -> Bool {
        guard !type.isLong else { return isLongCode(text, range, of: type) }
        guard !type.codes.isEmpty else { return true }
        guard range.count <= 7 else { return false }
        let value = CompiledType.packed(text, range)
        for place in type.codes where codes[place] == value { return true }
        return false
    }

    /// Whether the text is the only value that the type allows.
    @inline(__always)
    func isFixed(_ text: Span<UInt8>, _ range: Range<Int>, of type: CompiledType) -> Bool {
        guard !type.isLong else { return simpleTypes[type.source].fixed == string(text, range) }
        return type.fixed != 0 && range.count <= 7 && CompiledType.packed(text, range) == type.fixed
    }

    private func isLongCode(_ text: Span<UInt8>, _ range: Range<Int>, of type: CompiledType) -> Bool {
        let codes = simpleTypes[type.source].codes
        return codes.isEmpty || codes.contains(string(text, range))
    }

    private func string(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        // No code and no fixed value comes near this length.
        for place in range.prefix(256) { bytes.append(text[place]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
