/// The backslash escapes of a JSON text.
enum JsonEscapes {
    /// Resolves escapes that the parser has already found to be well formed.
    static func resolved(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        var index = raw.startIndex
        while index < raw.endIndex {
            guard raw[index] == UInt8(ascii: "\\") else {
                text.append(raw[index])
                index += 1
                continue
            }
            let letter = raw[index + 1]
            guard letter == UInt8(ascii: "u") else {
                text.append(plain(letter) ?? letter)
                index += 2
                continue
            }
            var code = unit(raw, at: index + 2) ?? 0xFFFD
            index += 6
            if isHigh(code), index + 6 <= raw.endIndex, let low = unit(raw, at: index + 2) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                index += 6
            }
            append(code, to: &text)
        }
        return text
    }

    /// The byte that a one-letter escape stands for.
    static func plain(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The UTF-16 unit that four hexadecimal digits give.
    static func unit(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt32? {
        guard index + 4 <= bytes.endIndex else { return nil }
        var unit: UInt32 = 0
        for position in index..<(index + 4) {
            guard let digit = hexadecimal(bytes[position]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    static func isHigh(_ unit: UInt32) -> Bool { unit & 0xFC00 == 0xD800 }

    static func isLow(_ unit: UInt32) -> Bool { unit & 0xFC00 == 0xDC00 }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    private static func append(_ code: UInt32, to text: inout [UInt8]) {
        guard let encoded = Unicode.Scalar(code).flatMap(UTF8.encode) else { return }
        text.append(contentsOf: encoded)
    }
}
