/// Line and column of a byte, counted as far as has been asked.
///
/// Lines end with LF, CR or CR LF. Bytes of UTF-16 are not counted here; expat does it.
struct XmlPlace {
    /// Whether every byte is a character, as in ISO 8859-1.
    var hasOneByteCharacters = false
    private(set) var line = 1
    private(set) var column = 1
    private var offset: Int

    /// Starts at the first character, behind a byte order mark.
    init(in source: [UInt8]) {
        offset = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Counts on to a later byte.
    mutating func advance(to end: Int, in source: [UInt8]) {
        let bytes = source.span
        let end = min(end, bytes.count)
        var (line, column, offset) = (line, column, offset)
        while offset < end {
            let word = Self.word(of: bytes, at: offset, before: end)
            let lineEnds = Self.lineEnds(in: word)
            if lineEnds == 0 {
                let count = min(8, end - offset)
                column += hasOneByteCharacters ? count : count - Self.continuations(in: word)
                offset += count
            } else {
                offset += lineEnds.trailingZeroBitCount / 8
                let isSecondOfPair = bytes[offset] == 0x0A && offset > 0 && bytes[offset - 1] == 0x0D
                line += isSecondOfPair ? 0 : 1
                column = 1
                offset += 1
            }
        }
        (self.line, self.column, self.offset) = (line, column, offset)
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
