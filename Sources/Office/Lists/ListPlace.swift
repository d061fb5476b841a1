/// The place of a row in a list: its group, and the journal entry that the row was made of.
///
/// It names a row and not a count of rows, so what comes in or moves meanwhile shifts no page.
package struct ListPlace: Hashable, Sendable {
    /// More digits are no sequence that a journal reaches.
    private static let mostDigits = 15

    /// The group of the list that the row stood in, from 0.
    package let rank: Int
    /// The entry of the unit's journal that the row was made of; no two rows have the same.
    package let sequence: Int

    init(rank: Int, sequence: Int) {
        self.rank = rank
        self.sequence = sequence
    }

    /// Reads what ``text`` writes; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { digits in
            let isNumber = digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return isNumber && digits.utf8.count <= Self.mostDigits ? Int(digits) : nil
        }
        guard numbers.count == 2, let rank = numbers[0], let sequence = numbers[1] else { return nil }
        self.init(rank: rank, sequence: sequence)
    }

    /// For an address: two numbers with a hyphen between.
    package var text: String { "\(rank)-\(sequence)" }
}

/// Where a page of a list begins or ends.
package enum ListPosition: Hashable, Sendable {
    /// The page is the first.
    case start
    /// The page begins with the first row after this place.
    case after(ListPlace)
    /// The page ends with the last row before this place.
    case before(ListPlace)
}
