/// A telephone number as search compares it: two spellings of one number are equal.
///
/// A Norwegian number is the same with `+47`, `0047`, `47` or nothing before its eight digits. A foreign number keeps its
/// country code; without one it is equal to the same digits only. Shows no digit when printed, dumped or logged.
///
/// Source: ITU-T E.164, which allows fifteen digits; the Norwegian plan of numbers (Nkom): eight digits, the first of
/// them 2 to 9, and five digits from 0 on for services.
package struct PhoneKey: Hashable, Sendable {
    /// The digits; after a plus sign if they begin with the country code.
    private let number: String

    /// The number's bytes, for an index that keeps them under a key of its own; personal data like the number.
    package var bytes: [UInt8] { Array(number.utf8) }

    /// Reads one number, with the blanks, hyphens, full stops, slashes and brackets that people put into it.
    ///
    /// The `(0)` after a country code is left out, as it is when dialling. Nothing comes of a text with letters or other
    /// signs, or of fewer than five or more than fifteen digits.
    package init?(_ text: String) {
        guard let (digits, hasPlus) = Self.dialled(text) else { return nil }
        let isInternational = hasPlus || digits.starts(with: "00")
        let rest = isInternational && !hasPlus ? digits.dropFirst(2) : Substring(digits)
        guard (5...15).contains(rest.utf8.count) else { return nil }
        if isInternational {
            number = "+" + rest
        } else if Self.isNorwegian(rest) {
            number = "+47" + rest
        } else if rest.starts(with: "47"), rest.utf8.count == 10, Self.isNorwegian(rest.dropFirst(2)) {
            number = "+" + rest
        } else {
            number = String(rest)
        }
    }

    private static func isNorwegian(_ digits: Substring) -> Bool {
        switch digits.utf8.count {
        case 8: !digits.starts(with: "0") && !digits.starts(with: "1")
        case 5: digits.starts(with: "0")
        default: false
        }
    }

    private static func dialled(_ text: String) -> (digits: String, hasPlus: Bool)? {
        var digits = ""
        var hasPlus = false
        var bracket: Int?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where digits.isEmpty && !hasPlus: hasPlus = true
            case "(": bracket = digits.utf8.count
            case ")":
                if let start = bracket, start > 0, digits.dropFirst(start) == "0" { digits.removeLast() }
                bracket = nil
            case "-", "\u{2010}"..."\u{2014}", ".", "/": break
            // Copied text carries blanks of every width, and marks of direction that nobody sees.
            case _ where scalar.properties.isWhitespace || scalar.properties.generalCategory == .format: break
            default: return nil
            }
        }
        return (digits, hasPlus)
    }
}

extension PhoneKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "PhoneKey(hidden)" }
    /// Shows no part when dumped.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
