extension TextPattern {
    /// Whether the whole text matches, as XML Schema wants it.
    func matches(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        switch self {
        case .uuid: range.count == 36 && Self.isUUID(text, at: range.lowerBound)
        case .digits(let count): Self.isDigits(text, range, count)
        case .version: Self.isVersion(text, range)
        }
    }

    /// Whether the text has a part that matches, as Bufdir's extended validation wants it.
    func isFound(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        switch self {
        case .uuid:
            guard range.count >= 36 else { return false }
            return (range.lowerBound...(range.upperBound - 36)).contains { Self.isUUID(text, at: $0) }
        case .digits(let count):
            var run = 0
            var place = range.lowerBound
            while place < range.upperBound {
                let width = Self.digitWidth(text, at: place, in: range)
                // The extended validation sees halves of characters beyond U+FFFF, none of which is a digit.
                run = width > 0 && width < 4 ? run + 1 : 0
                guard run < count else { return true }
                place += max(width, 1)
            }
            return false
        case .version:
            var place = range.lowerBound
            while place < range.upperBound {
                let width = Self.digitWidth(text, at: place, in: range)
                guard text[place] != UInt8(ascii: "*"), width == 0 || width == 4 else { return true }
                place += max(width, 1)
            }
            return false
        }
    }

    /// 8-4-4-4-12 hexadecimal digits in the 36 bytes from a place on.
    private static func isUUID(_ text: Span<UInt8>, at start: Int) -> Bool {
        for offset in 0..<36 {
            let byte = text[start + offset]
            switch offset {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default: guard byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 else { return false }
            }
        }
        return true
    }

    private static func isDigits(_ text: Span<UInt8>, _ range: Range<Int>, _ count: Int) -> Bool {
        var place = range.lowerBound
        var found = 0
        while place < range.upperBound {
            let width = digitWidth(text, at: place, in: range)
            guard width > 0, found < count else { return false }
            found += 1
            place += width
        }
        return found == count
    }

    /// Up to four parts with full stops between; all but the last are numbers, the last may be an asterisk.
    private static func isVersion(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        for part in 1...4 {
            if place < range.upperBound, text[place] == UInt8(ascii: "*") { return place + 1 == range.upperBound }
            let start = place
            while place < range.upperBound, case let width = digitWidth(text, at: place, in: range), width > 0 {
                place += width
            }
            guard place > start else { return false }
            if place == range.upperBound { return true }
            guard part < 4, text[place] == UInt8(ascii: ".") else { return false }
            place += 1
        }
        return false
    }

    /// The bytes of the decimal digit (general category Nd) that starts here; 0 where none does.
    static func digitWidth(_ text: Span<UInt8>, at place: Int, in range: Range<Int>) -> Int {
        let first = text[place]
        guard first >= 0x80 else { return first &- 0x30 < 10 ? 1 : 0 }
        let width = first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard width > 0, place + width <= range.upperBound else { return 0 }
        var value = UInt32(first) & (0x7F >> UInt32(width))
        for offset in 1..<width { value = value << 6 | UInt32(text[place + offset] & 0x3F) }
        guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .decimalNumber else { return 0 }
        return width
    }
}
