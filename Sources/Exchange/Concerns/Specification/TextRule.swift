/// The patterns of the forms' texts, matched by hand with the meaning that ECMA-262 gives them.
///
/// JSON Schema says that a pattern means what ECMA-262 says. Other engines disagree; where verdicts on the same text
/// differ, we choose so:
///
/// | case | ECMA-262 | Python `re` | `NSRegularExpression` | ours |
/// | --- | --- | --- | --- | --- |
/// | line feed after the last character (`$`) | no match | match | match | no match |
/// | carriage return, U+2028 or U+2029 in a line (`.`) | no match | match | no match | no match |
/// | U+0085, form feed or vertical tab in a line (`.`) | match | match | no match | match |
/// | digits outside ASCII (`\d`) | no match | match | match | no match |
/// | `9-_` inside a class | 9, hyphen, underscore | the same, with a warning | refused | as ECMA-262 |
/// | æ, ø, å written with combining marks | no match (å) | no match (å) | no match (å) | no match |
///
/// Of the reader underneath: a byte order mark, half a surrogate pair, `NaN` and nesting past the limit are refused,
/// though some readers let them pass; they could never be written back.
enum TextRule: CaseIterable, Sendable {
    /// No pattern: the empty text and line breaks are welcome.
    case anything
    /// `^(.*)$`: anything without a line terminator.
    case oneLine
    /// `^\d{4}$`
    case fourDigits
    /// `^[0-9]{2}$`
    case twoDigits
    /// `^[+]?[0-9]+([- ][0-9]+)*$`
    case phone
    /// Labels of letters (æ, ø, å too), digits, hyphen and underscore between full stops; an at sign; the same without
    /// underscore, at least two labels, the last of at least two ASCII letters.
    case email

    var expectation: String {
        switch self {
        case .anything: "text"
        case .oneLine: "text without line breaks"
        case .fourDigits: "text of four digits"
        case .twoDigits: "text of two digits"
        case .phone: "a telephone number: digits in groups with a space or hyphen between, + in front if wanted"
        case .email: "an e-mail address of the form name@example.no"
        }
    }

    /// Whether a rejected value may be shown, because it is no personal data.
    var isHarmless: Bool { self == .fourDigits || self == .twoDigits }

    /// Whether valid UTF-8 matches.
    func accepts(_ text: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .anything: true
        case .oneLine: !Self.hasLineTerminator(text)
        case .fourDigits: text.count == 4 && text.allSatisfy(Self.isDigit)
        case .twoDigits: text.count == 2 && text.allSatisfy(Self.isDigit)
        case .phone: Self.isPhone(text)
        case .email: Self.isEmail(text)
        }
    }

    /// Line feed, carriage return, U+2028 (E2 80 A8) and U+2029 (E2 80 A9).
    private static func hasLineTerminator(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case 0x0A, 0x0D: return true
            case 0xE2 where text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8: return true
            default: index += 1
            }
        }
        return false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    private static func isPhone(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.first == UInt8(ascii: "+") ? text.dropFirst() : text
        var mayEnd = false
        for byte in digits {
            if isDigit(byte) {
                mayEnd = true
            } else {
                guard mayEnd, byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") else { return false }
                mayEnd = false
            }
        }
        return mayEnd
    }

    private static func isEmail(_ text: ArraySlice<UInt8>) -> Bool {
        guard let at = text.firstIndex(of: UInt8(ascii: "@")) else { return false }
        let labels = text[(at + 1)...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last else { return false }
        return text[..<at].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { isLabel($0, withUnderscore: true) }
            && labels.allSatisfy { isLabel($0, withUnderscore: false) }
            && last.count >= 2 && last.allSatisfy(isLetter)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>, withUnderscore: Bool) -> Bool {
        guard !label.isEmpty else { return false }
        var index = label.startIndex
        while index < label.endIndex {
            let byte = label[index]
            if isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") {
                index += 1
            } else if withUnderscore && byte == UInt8(ascii: "_") {
                index += 1
            } else if byte == 0xC3, index + 1 < label.endIndex, isNorwegianSecondByte(label[index + 1]) {
                index += 2
            } else {
                return false
            }
        }
        return true
    }

    /// The second byte of æ, ø, å, Æ, Ø and Å, whose first is C3.
    private static func isNorwegianSecondByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xA6, 0xB8, 0xA5, 0x86, 0x98, 0x85: true
        default: false
        }
    }
}
