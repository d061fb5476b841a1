/// Who sends and receives: the number of an organisation (organisasjonsnummer), nine ASCII digits.
///
/// The check digit is not looked at here: a message is told apart by the number that it bears, right or wrong.
package struct OrganisationNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let value: UInt32

    /// Reads nine ASCII digits; nothing for any other text, digits of other scripts among them.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 9 else { return nil }
        var number: UInt32 = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + UInt32(byte - UInt8(ascii: "0"))
        }
        value = number
    }

    /// The nine digits.
    package var description: String {
        let digits = String(value)
        return String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.value < right.value
    }
}
