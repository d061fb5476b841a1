/// The number of a city district (bydelsnummer): two digits; 00 where there is none or all are meant.
package struct DistrictNumber: Hashable, Comparable, Sendable {
    /// 00: no district.
    package static let none = DistrictNumber(value: 0)

    private let value: UInt8

    private init(value: UInt8) {
        self.value = value
    }

    /// Reads exactly two ASCII digits.
    ///
    /// - Parameter text: For instance `07`.
    /// - Throws: ``ParseError`` where it is anything else.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        guard let number = fixedDigits(text, count: 2) else { throw .notTwoDigits }
        value = UInt8(number)
    }

    /// The two digits.
    package var text: String {
        var bytes: [UInt8] = []
        bytes.append(decimal: Int(value), width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func < (left: DistrictNumber, right: DistrictNumber) -> Bool {
        left.value < right.value
    }

    /// Why a text is not the number of a district.
    package enum ParseError: Error, Hashable, Sendable {
        /// Other characters, or more or fewer of them.
        case notTwoDigits
    }
}

extension DistrictNumber: CustomStringConvertible {
    package var description: String { text }
}

extension DistrictNumber.ParseError: CustomStringConvertible {
    package var description: String { "The number of a district is two ASCII digits, such as 07; 00 means none." }
}
