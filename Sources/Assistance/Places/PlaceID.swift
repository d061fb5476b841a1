/// The owner's name of a place (plass-id), the same in offers and requests for a hold.
package struct PlaceID: Hashable, Comparable, Sendable {
    /// The name as its owner writes it; upper and lower case count.
    package let text: String

    /// Reads a name of 1 to 64 characters without blanks at either end; nothing where it is anything else.
    ///
    /// - Parameter text: For instance `FH-0042`.
    package init?(_ text: some StringProtocol) {
        guard let first = text.first, let last = text.last, text.count <= 64, !first.isWhitespace, !last.isWhitespace
        else { return nil }
        self.text = String(text)
    }

    package static func < (left: PlaceID, right: PlaceID) -> Bool { left.text < right.text }
}

extension PlaceID: CustomStringConvertible {
    package var description: String { text }
}
