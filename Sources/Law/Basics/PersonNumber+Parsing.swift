extension PersonNumber {
    /// Reads a number as a person types it or a document carries it.
    ///
    /// Eleven ASCII digits are an identity number, twelve a DUF number. Spaces are allowed between the sixth and
    /// seventh of eleven digits and nowhere else. A birth date that is followed by 00100, 00200 or 55555 is an
    /// incomplete number even where the check digits happen to fit; by 99999, only where they do not, because 999
    /// is an individual number in use.
    ///
    /// Source: Skatteetaten on fødselsnummer (weights 3 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2, modulus 11) and
    /// on the numbers from 2032; the register's rule Personalia 12 on incomplete numbers; DUF as in
    /// ``CheckDigits/dufDigits(_:)``.
    ///
    /// - Parameter text: The number.
    /// - Throws: ``ParseError`` that says which rule the text broke and repeats no digit of it.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        let digits = try Self.asciiDigits(of: String(text))
        switch digits.count {
        case 11: try self.init(identityDigits: digits)
        case 12: try self.init(dufDigits: digits)
        default: throw .wrongLength(digits.count)
        }
    }

    private static func asciiDigits(of text: String) throws(ParseError) -> [Int] {
        var digits: [Int] = []
        digits.reserveCapacity(12)
        var spacesStandAt: Int?
        for byte in text.utf8 {
            if let digit = byte.asciiDigit {
                digits.append(digit)
                // Enough to say that the text is too long; the rest of a large document need not be read.
                guard digits.count <= 40 else { throw .wrongLength(digits.count) }
            } else if byte == UInt8(ascii: " ") {
                guard digits.count == 6 else { throw .misplacedSpace }
                spacesStandAt = digits.count
            } else {
                throw .notOnlyDigits
            }
        }
        guard spacesStandAt == nil || digits.count == 11 else { throw .misplacedSpace }
        return digits
    }

    private init(identityDigits digits: [Int]) throws(ParseError) {
        let date = DateDigits(digits)
        let value = Self.value(of: digits)
        let rule = CheckDigits.rule(keptBy: digits)
        if date.isPlain, date.existsInSomeCentury, let ending = IncompleteEnding(rawValue: Int(value % 100_000)),
            ending != .unknown || rule != .withoutRemainder
        {
            self.init(kind: .incomplete, series: .issued, checkDigitRule: nil, value: value)
            return
        }
        guard let series = date.series else { throw .noSuchMonth }
        guard date.existsInSomeCentury else { throw .noSuchDay }
        guard let rule else {
            throw CheckDigits.secondFits(digits) ? .wrongFirstCheckDigit : .wrongSecondCheckDigit
        }
        if rule == .withoutRemainder, let century = date.century, date.day(century: century) == nil {
            throw .noSuchDay
        }
        self.init(kind: date.isDNumber ? .dNumber : .birthNumber, series: series, checkDigitRule: rule, value: value)
    }

    private init(dufDigits digits: [Int]) throws(ParseError) {
        guard CheckDigits.dufDigits(digits.prefix(10)) == digits[10] * 10 + digits[11] else {
            throw .wrongDUFCheckDigits
        }
        self.init(kind: .duf, series: .issued, checkDigitRule: nil, value: Self.value(of: digits))
    }

    static func value(of digits: [Int]) -> UInt64 {
        digits.reduce(0) { $0 * 10 + UInt64($1) }
    }

    /// The last five digits of a number that is no more than a birth date.
    enum IncompleteEnding: Int {
        case boy = 100
        case girl = 200
        case register = 55_555
        case unknown = 99_999
    }

    /// Why a text is not a person number; it never repeats a digit of the text.
    package enum ParseError: Error, Hashable, Sendable {
        /// Neither eleven nor twelve digits; the number of digits found, at most 41.
        case wrongLength(Int)
        /// A character other than 0–9 in ASCII; digits of other scripts are not digits here.
        case notOnlyDigits
        /// A space elsewhere than between the sixth and the seventh of eleven digits.
        case misplacedSpace
        /// The third and fourth digits are no month of any series.
        case noSuchMonth
        /// The month has no such day, or had none in the year that the individual number tells.
        case noSuchDay
        /// The tenth digit does not follow from the nine before it, under either rule.
        case wrongFirstCheckDigit
        /// The last digit does not follow from the ten before it.
        case wrongSecondCheckDigit
        /// The last two digits of a DUF number do not follow from the ten before them.
        case wrongDUFCheckDigits
    }
}

extension PersonNumber.ParseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wrongLength(let count):
            "An identity number has 11 digits and a DUF number 12; this text has \(count)."
        case .notOnlyDigits:
            "A person number has the digits 0–9 only; remove letters, punctuation and line breaks."
        case .misplacedSpace:
            "A space may stand between birth date and individual number, nowhere else."
        case .noSuchMonth:
            "The third and fourth digits are no month; look for a mistyped or swapped digit."
        case .noSuchDay:
            "The first six digits are no day of the calendar; look for a mistyped or swapped digit."
        case .wrongFirstCheckDigit:
            "The tenth digit does not match the nine before it; look for a mistyped or swapped digit."
        case .wrongSecondCheckDigit:
            "The last digit does not match the ten before it; look for a mistyped or swapped digit."
        case .wrongDUFCheckDigits:
            "The last two digits do not match the ten before them; look for a mistyped or swapped digit."
        }
    }
}
