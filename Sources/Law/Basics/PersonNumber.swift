/// The number by which a person is known: fødselsnummer, D-nummer, an incomplete number or DUF-nummer.
///
/// The number is personal data: printing, dumping or logging a value shows no digit of it. Read ``digits``
/// only to store, send or show the number on purpose.
///
/// Two values are equal if all digits are. An identity number and a DUF number of the same person are
/// therefore different values.
package struct PersonNumber: Hashable, Sendable {
    /// What kind of number it is.
    package let kind: Kind

    /// Whether a living person can have the number, or which series of test numbers it belongs to.
    package let series: Series

    /// The rule that the check digits keep; nothing for incomplete numbers and DUF numbers.
    package let checkDigitRule: CheckDigitRule?

    let value: UInt64

    /// The eleven digits, or twelve of a DUF number, without blanks.
    ///
    /// A deliberate reading of personal data: never put it into an error, a log line or a file name.
    package var digits: String {
        var bytes: [UInt8] = []
        bytes.append(decimal: Int(value), width: kind == .duf ? 12 : 11)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the number belongs to a series of test numbers, which no living person has.
    package var isSynthetic: Bool { series != .issued }

    init(kind: Kind, series: Series, checkDigitRule: CheckDigitRule?, value: UInt64) {
        self.kind = kind
        self.series = series
        self.checkDigitRule = checkDigitRule
        self.value = value
    }
}

extension PersonNumber {
    /// The kinds of number a child is reported under.
    package enum Kind: Hashable, Sendable, CaseIterable {
        /// Fødselsnummer: birth date, individual number, two check digits.
        case birthNumber
        /// D-nummer, for people who are not residents: a birth number with 40 added to the day.
        case dNumber
        /// A birth date followed by 00100, 00200, 55555 or 99999, used until the child has a number (the unborn
        /// among them). It has no check digits and does not identify one person.
        case incomplete
        /// DUF-nummer of the immigration authorities: year, six digits, two check digits.
        case duf
    }

    /// The series a number was taken from, told by what is added to the month.
    package enum Series: Hashable, Sendable, CaseIterable {
        /// Nothing added: a number that may belong to a living person. Always so for DUF and incomplete numbers.
        case issued
        /// 40 added: test numbers of the labour and welfare administration (Nav).
        case nav
        /// 80 added: test numbers of the tax administration (Skatteetaten, Tenor).
        case tenor
    }

    /// What the first check digit must do; the second one is the same in both.
    package enum CheckDigitRule: Hashable, Sendable, CaseIterable {
        /// The weighted sum leaves no remainder modulo 11: the only rule for numbers issued before 2032.
        case withoutRemainder
        /// The weighted sum leaves 1, 2 or 3 modulo 11, as numbers issued from 2032 may; such a number tells
        /// neither century nor sex.
        case withRemainder
    }
}

extension PersonNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// A fixed text without any digit.
    package var description: String { "PersonNumber(hidden)" }

    /// A fixed text without any digit.
    package var debugDescription: String { description }

    /// A mirror without children, so that `dump` and test failures show nothing.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
