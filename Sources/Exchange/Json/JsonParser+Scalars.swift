/// Texts and numbers: what may stand between the quotation marks, and how a number is written.
extension JsonParser {
    /// Passes a text from quotation mark to quotation mark.
    ///
    /// - Returns: Whether the text holds escapes.
    mutating func skipText() throws(JsonError) -> Bool {
        var index = position + 1
        var hasEscapes = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                position = index + 1
                return hasEscapes
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                index = try afterEscape(at: index)
            } else if byte >= 0x80 {
                index = try afterSequence(at: index)
            } else if byte >= 0x20 {
                index += 1
            } else {
                throw error(expected: "control characters written as escapes", at: index)
            }
        }
        throw error(expected: "a closing quotation mark", at: index)
    }

    private func afterEscape(at index: Int) throws(JsonError) -> Int {
        guard index + 1 < bytes.count else { throw error(expected: "an escape", at: index + 1) }
        let letter = bytes[index + 1]
        if JsonEscapes.plain(letter) != nil { return index + 2 }
        guard letter == UInt8(ascii: "u") else { throw error(expected: "one of the escapes of JSON", at: index + 1) }
        guard let unit = JsonEscapes.unit(bytes[...], at: index + 2) else {
            throw error(expected: "four hexadecimal digits", at: index + 2)
        }
        guard !JsonEscapes.isLow(unit) else {
            throw error(expected: "a whole character", found: "the second half of a surrogate pair alone", at: index)
        }
        guard JsonEscapes.isHigh(unit) else { return index + 6 }
        guard index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"), bytes[index + 7] == UInt8(ascii: "u"),
            let low = JsonEscapes.unit(bytes[...], at: index + 8), JsonEscapes.isLow(low)
        else {
            throw error(expected: "a whole character", found: "the first half of a surrogate pair alone", at: index)
        }
        return index + 12
    }

    /// Passes one character outside ASCII; overlong forms, surrogates and codes past U+10FFFF are refused (RFC 3629).
    private func afterSequence(at index: Int) throws(JsonError) -> Int {
        let (count, second): (Int, ClosedRange<UInt8>)
        switch bytes[index] {
        case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: (count, second) = (3, 0x80...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        default: throw error(expected: "UTF-8", found: "a byte that begins no character", at: index)
        }
        guard index + count <= bytes.count, second.contains(bytes[index + 1]) else {
            throw error(expected: "UTF-8", found: "a broken character", at: index)
        }
        for further in bytes[(index + 2)..<(index + count)] where further & 0xC0 != 0x80 {
            throw error(expected: "UTF-8", found: "a broken character", at: index)
        }
        return index + count
    }

    /// Passes a number: minus, digits without leading zero, fraction, exponent.
    mutating func skipNumber() throws(JsonError) {
        if byte(UInt8(ascii: "-")) { position += 1 }
        if byte(UInt8(ascii: "0")) {
            position += 1
        } else {
            try skipDigits()
        }
        if byte(UInt8(ascii: ".")) {
            position += 1
            try skipDigits()
        }
        guard byte(UInt8(ascii: "e")) || byte(UInt8(ascii: "E")) else { return }
        position += 1
        if byte(UInt8(ascii: "+")) || byte(UInt8(ascii: "-")) { position += 1 }
        try skipDigits()
    }

    private func byte(_ wanted: UInt8) -> Bool { position < bytes.count && bytes[position] == wanted }

    private mutating func skipDigits() throws(JsonError) {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            position += 1
        }
        guard position > start else { throw error(expected: "a digit") }
    }
}
