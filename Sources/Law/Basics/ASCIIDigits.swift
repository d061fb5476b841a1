extension UInt8 {
    /// The value of an ASCII digit; nothing for every other byte, so that digits of other scripts never count.
    var asciiDigit: Int? {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) else { return nil }
        return Int(self - UInt8(ascii: "0"))
    }
}

extension [UInt8] {
    /// Appends the last `width` decimal digits of a number that is not negative.
    mutating func append(decimal value: Int, width: Int) {
        let start = count
        var rest = value
        for _ in 0..<width {
            insert(UInt8(ascii: "0") + UInt8(rest % 10), at: start)
            rest /= 10
        }
    }
}

/// Reads a fixed number of ASCII digits as a number; nothing for any other text.
func fixedDigits(_ text: some StringProtocol, count: Int) -> Int? {
    var value = 0
    var length = 0
    for byte in text.utf8 {
        guard let digit = byte.asciiDigit, length < count else { return nil }
        value = value * 10 + digit
        length += 1
    }
    return length == count ? value : nil
}
