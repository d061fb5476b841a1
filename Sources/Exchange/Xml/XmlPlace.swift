/// Line and column of a byte, counted as far as has been asked.
///
/// Lines end with LF, CR or CR LF.
struct XmlPlace {
    private(set) var line = 1
    /// In characters (Unicode scalars).
    private(set) var column = 1
    private var offset = 0

    /// Counts on to a later byte.
    mutating func advance(to end: Int, in source: XmlSource) {
        switch source.form {
        case .utf8: advance(to: end, in: source.bytes, hasOneByteCharacters: false)
        case .oneByte: advance(to: end, in: source.bytes, hasOneByteCharacters: true)
        case .utf16(let isBigEndian): advance(to: end, inUTF16: source.bytes, isBigEndian: isBigEndian)
        }
    }

    private mutating func advance(to end: Int, in source: [UInt8], hasOneByteCharacters: Bool) {
        let bytes = source.span
        let end = min(end, bytes.count)
        var (line, column, offset) = (line, column, offset)
        if offset == 0, source.starts(with: [0xEF, 0xBB, 0xBF]) { offset = min(3, end) }
        while offset < end {
            let word = Self.word(of: bytes, at: offset, before: end)
            let lineEnds = Self.lineEnds(in: word)
            if lineEnds == 0 {
                let count = min(8, end - offset)
                column += hasOneByteCharacters ? count : count - Self.continuations(in: word)
                offset += count
            } else {
                // What stands before the line's end is on a line of which no column is asked any more.
                offset += lineEnds.trailingZeroBitCount / 8
                let isSecondOfPair = bytes[offset] == 0x0A && offset > 0 && bytes[offset - 1] == 0x0D
                line += isSecondOfPair ? 0 : 1
                column = 1
                offset += 1
            }
        }
        (self.line, self.column, self.offset) = (line, column, offset)
    }

    private mutating func advance(to end: Int, inUTF16 source: [UInt8], isBigEndian: Bool) {
        let bytes = source.span
        let end = min(end, bytes.count - 1)
        var last: UInt16 = offset > 0 ? Self.unit(of: bytes, at: offset - 2, isBigEndian) : 0
        while offset < end {
            let unit = Self.unit(of: bytes, at: offset, isBigEndian)
            switch unit {
            case 0x0A where last == 0x0D: column = 1
            case 0x0A, 0x0D: (line, column) = (line + 1, 1)
            // A byte order mark and the second half of a pair are no characters of their own.
            case 0xFEFF where offset == 0: break
            case 0xDC00...0xDFFF: break
            default: column += 1
            }
            last = unit
            offset += 2
        }
    }

    @inline(__always)
    private static func unit(of bytes: borrowing Span<UInt8>, at offset: Int, _ isBigEndian: Bool) -> UInt16 {
        let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }

    /// Eight bytes, the first one lowest; those from `end` on are zero.
    @inline(__always)
    private static func word(of bytes: borrowing Span<UInt8>, at offset: Int, before end: Int) -> UInt64 {
        guard end - offset < 8 else { return bytes.word(at: offset) }
        guard offset + 8 > bytes.count else {
            return bytes.word(at: offset) & ~(UInt64.max << UInt64((end - offset) * 8))
        }
        var word: UInt64 = 0
        for index in (offset..<end).reversed() { word = word << 8 | UInt64(bytes[index]) }
        return word
    }

    /// The highest bit of the first byte that ends a line; zero where none does.
    @inline(__always)
    private static func lineEnds(in word: UInt64) -> UInt64 {
        let lineFeeds = word ^ (ones &* 0x0A)
        let returns = word ^ (ones &* 0x0D)
        return (((lineFeeds &- ones) & ~lineFeeds) | ((returns &- ones) & ~returns)) & (ones << 7)
    }

    /// How many bytes of a word continue a character of UTF-8.
    @inline(__always)
    private static func continuations(in word: UInt64) -> Int {
        // A product with ones adds up the eight bytes in the highest one.
        Int((((word >> 7) & ~(word >> 6) & ones) &* ones) >> 56)
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
}
