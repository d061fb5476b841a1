/// A type of a table, compiled to what a check of bytes needs.
struct CompiledDeliveryType: Sendable {
    /// Which check it takes.
    enum Kind: UInt8 {
        case text
        case digits
        case code
        case date
        case year
        case boolean
        case uuid
        case moment
        case numeral
        case provision
        case letter
        case concept
    }

    let kind: Kind
    let shortest: Int
    let longest: Int
    /// Where the codes are: a hash table of eight-byte texts, as long as a power of two; empty where there are none.
    private let codes: Range<Int>

    /// Compiles a type.
    ///
    /// - Parameters:
    ///   - type: A type of a table.
    ///   - tables: The code lists; gets the one of this type.
    init(_ type: DeliveryType, codes tables: inout [UInt64]) {
        var lengths = 0...Int.max
        var list: [String] = []
        switch type {
        case .text(let range): (kind, lengths) = (.text, range)
        case .digits(let range): (kind, lengths) = (.digits, range)
        case .code(let codes): (kind, list) = (.code, codes)
        case .date: kind = .date
        case .year: kind = .year
        case .boolean: kind = .boolean
        case .uuid: kind = .uuid
        case .moment: kind = .moment
        case .provision(let range, let hasLetters): (kind, lengths) = (hasLetters ? .provision : .numeral, range)
        case .letter: kind = .letter
        case .concept: kind = .concept
        }
        shortest = lengths.lowerBound
        longest = lengths.upperBound
        var size = 4
        while size < list.count * 3 { size *= 2 }
        var table = [UInt64](repeating: 0, count: list.isEmpty ? 0 : size)
        for code in list {
            let packed = PackedText(code).bits
            var place = Self.place(of: packed, in: size)
            while table[place] != 0 { place = (place + 1) & (size - 1) }
            table[place] = packed
        }
        codes = tables.count..<(tables.count + table.count)
        tables += table
    }

    /// What is wrong with a text; nothing where it is as the type wants it.
    ///
    /// - Parameters:
    ///   - text: The bytes among which it stands.
    ///   - range: Where.
    ///   - tables: The code lists that this type was compiled with.
    ///   - countsUnits: Whether lengths are counted in UTF-16 units, as Java counts them, and not in characters.
    /// - Returns: The first fault.
    @inline(__always)
    func fault(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ tables: [UInt64],
        countsUnits: Bool
    ) -> StructureFault? {
        switch kind {
        case .text: lengthFault(text, range, countsUnits)
        case .digits: digitsFault(text, range, countsUnits)
        case .code: isCode(text, range, tables) ? nil : .notACode
        case .date: DeliveryDate.isDate(text, range) ? nil : .notADate
        case .year: DeliveryDate.year(text, range) == nil ? .notAYear : nil
        default: registerFault(text, range)
        }
    }

    private func lengthFault(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ countsUnits: Bool
    ) -> StructureFault? {
        // No character has more than four bytes, nor more than a unit for every two of them.
        if range.count <= longest, range.count >= shortest * 4 { return nil }
        var characters = 0
        for place in range {
            let byte = text[place]
            if byte & 0xC0 != 0x80 { characters += countsUnits && byte >= 0xF0 ? 2 : 1 }
        }
        return characters < shortest ? .tooShort : characters > longest ? .tooLong : nil
    }

    private func digitsFault(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ countsUnits: Bool
    ) -> StructureFault? {
        var isASCII = true
        for place in range where text[place] &- 0x30 > 9 { isASCII = false }
        if isASCII { return range.count < shortest ? .tooShort : range.count > longest ? .tooLong : nil }
        if let fault = lengthFault(text, range, countsUnits) { return fault }
        var place = range.lowerBound
        while place < range.upperBound {
            let width = TextPattern.digitWidth(text, at: place, in: range)
            guard width > 0 else { return .notDigits }
            place += width
        }
        return nil
    }

    private func isCode(_ text: Span<UInt8>, _ range: Range<Int>, _ tables: [UInt64]) -> Bool {
        guard case let packed = PackedText(text, range).bits, packed != 0, packed != PackedText.long.bits else {
            return false
        }
        var place = Self.place(of: packed, in: codes.count)
        while case let code = tables[codes.lowerBound + place], code != 0 {
            if code == packed { return true }
            place = (place + 1) & (codes.count - 1)
        }
        return false
    }

    @inline(__always)
    private static func place(of packed: UInt64, in size: Int) -> Int {
        Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size - 1)
    }
}

/// What is wrong with a value.
package enum StructureFault: String, Hashable, Sendable, CaseIterable {
    /// Fewer characters than the type asks for.
    case tooShort
    /// More characters than the type allows.
    case tooLong
    /// Not digits alone.
    case notDigits
    /// None of the codes of the list.
    case notACode
    /// No day of the calendar in the form YYYY-MM-DD.
    case notADate
    /// No year of four digits.
    case notAYear
    /// Neither `true` nor `false`.
    case notABoolean
    /// No UUID of version 1 to 5.
    case notAnID
    /// No date and time with seconds and zone.
    case notAMoment
    /// No number, or letter, of a provision.
    case notAProvision
}

/// A text of up to eight bytes in one integer, so that comparing codes is comparing integers.
struct PackedText: Hashable, ExpressibleByStringLiteral {
    let bits: UInt64

    /// The empty text, which also stands for none.
    static let empty = PackedText(bits: 0)
    /// Stands for every text of more than eight bytes.
    static let long = PackedText(bits: .max)

    private init(bits: UInt64) {
        self.bits = bits
    }

    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        guard range.count <= 8 else {
            self = .long
            return
        }
        var bits: UInt64 = 0
        for place in range { bits = bits << 8 | UInt64(text[place]) }
        self.bits = bits
    }

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span, bytes.indices)
    }

    init(stringLiteral text: String) {
        self.init(text)
    }

    /// The text; empty where it was longer than eight bytes.
    var text: String {
        guard self != .long else { return "" }
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }.drop { $0 == 0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
