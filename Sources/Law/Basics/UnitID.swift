/// The name of a unit (enhet) that owns cases: a service, a region's office, the reception.
///
/// 1 to 40 characters of a–z, 0–9 and hyphen, so that it fits a file name, a URL and a log line unchanged.
package struct UnitID: Hashable, Sendable {
    /// The name itself.
    package let text: String

    /// Reads a name; nothing is trimmed and no case is folded, for two spellings would be two units.
    ///
    /// - Parameter text: The name.
    /// - Throws: ``ParseError`` that says which rule the text broke.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        guard !text.isEmpty else { throw .empty }
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                break
            default:
                throw .forbiddenCharacter(position: index + 1)
            }
        }
        guard text.utf8.count <= 40 else { throw .tooLong(text.utf8.count) }
        self.text = String(text)
    }

    /// Why a text is not the name of a unit.
    package enum ParseError: Error, Hashable, Sendable {
        /// No character at all.
        case empty
        /// Longer than 40 characters.
        case tooLong(Int)
        /// The first byte outside a–z, 0–9 and hyphen, counted from 1.
        case forbiddenCharacter(position: Int)
    }
}

extension UnitID: Comparable, CustomStringConvertible {
    package var description: String { text }

    package static func < (left: UnitID, right: UnitID) -> Bool {
        left.text < right.text
    }
}

extension UnitID.ParseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "A unit has a name of 1 to 40 characters; this one is empty."
        case .tooLong(let count): "A unit's name has at most 40 characters; this one has \(count)."
        case .forbiddenCharacter(let position):
            "A unit's name has only a–z, 0–9 and hyphen; look at byte \(position)."
        }
    }
}
