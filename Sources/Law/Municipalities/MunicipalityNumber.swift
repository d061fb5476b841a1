/// The number of a municipality (kommunenummer): four digits, the first two of them the county's.
package struct MunicipalityNumber: Hashable, Comparable, Sendable {
    private let value: UInt16

    /// Reads exactly four ASCII digits.
    ///
    /// - Parameter text: For instance `0301`.
    /// - Throws: ``ParseError`` where it is anything else. Whether there is such a municipality is for
    ///   ``MunicipalityRegister`` to say.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        guard let number = fixedDigits(text, count: 4) else { throw .notFourDigits }
        value = UInt16(number)
    }

    /// The four digits.
    package var text: String {
        var bytes: [UInt8] = []
        bytes.append(decimal: Int(value), width: 4)
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func < (left: MunicipalityNumber, right: MunicipalityNumber) -> Bool {
        left.value < right.value
    }

    /// Why a text is not the number of a municipality.
    package enum ParseError: Error, Hashable, Sendable {
        /// Other characters, or more or fewer of them.
        case notFourDigits
    }
}

extension MunicipalityNumber: CustomStringConvertible {
    package var description: String { text }
}

extension MunicipalityNumber.ParseError: CustomStringConvertible {
    package var description: String { "The number of a municipality is four ASCII digits, such as 0301." }
}
