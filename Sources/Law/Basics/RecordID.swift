/// The identity of one thing that is kept: a stream (a child's journal), a received message, an attachment.
///
/// Sixteen bytes in the layout of a version 7 UUID: 48 bits of time, then randomness. New ones sort after old ones,
/// so that a store appends where it wrote last; nothing in one tells about a person.
package struct RecordID: Hashable, Comparable, Sendable {
    /// The first eight bytes, most significant first: the time in milliseconds, the version and some randomness.
    package let high: UInt64
    /// The last eight bytes.
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Makes a new identity from the time and randomness that the caller passes in.
    package init(at instant: Instant, random: UInt64, _ moreRandom: UInt64) {
        let milliseconds = UInt64(max(0, instant.microseconds / 1000))
        high = (milliseconds << 16) | 0x7000 | (random & 0x0FFF)
        low = 0x8000_0000_0000_0000 | (moreRandom & 0x3FFF_FFFF_FFFF_FFFF)
    }

    /// Makes an identity with the system's generator; only the outermost layers call it.
    package init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
        self.init(at: instant, random: generator.next(), generator.next())
    }

    /// The sixteen bytes, most significant first.
    package var bytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(16)
        for word in [high, low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                result.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return result
    }

    /// Reads sixteen bytes; `nil` where there are not exactly sixteen.
    ///
    /// Not generic: this is read for every entry of a journal, and a generic one is slow across targets.
    package init?(bytes: ArraySlice<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var words: (UInt64, UInt64) = (0, 0)
        for offset in 0..<8 {
            words.0 = (words.0 << 8) | UInt64(bytes[bytes.startIndex + offset])
            words.1 = (words.1 << 8) | UInt64(bytes[bytes.startIndex + 8 + offset])
        }
        self.init(high: words.0, low: words.1)
    }

    /// Reads sixteen bytes; `nil` where there are not exactly sixteen.
    package init?(bytes: some Sequence<UInt8>) {
        self.init(bytes: Array(bytes)[...])
    }

    /// Reads the 32 hexadecimal digits that `description` writes, with or without hyphens.
    package init?(_ text: some StringProtocol) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 32 else { return nil }
        var words: [UInt64] = [0, 0]
        for (index, digit) in digits.enumerated() {
            guard let value = Self.value(ofHexadecimal: digit) else { return nil }
            words[index / 16] = (words[index / 16] << 4) | value
        }
        self.init(high: words[0], low: words[1])
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    private static func value(ofHexadecimal digit: UInt8) -> UInt64? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(digit - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

extension RecordID: CustomStringConvertible {
    /// 32 lower-case hexadecimal digits in the groups of a UUID: 8-4-4-4-12.
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
