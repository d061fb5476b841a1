/// The key by which a case system knows a thing (`Id`): a UUID.
///
/// Two are the same whatever the case of their letters; the text is kept as it came.
package struct ThingID: Hashable, Sendable, CustomStringConvertible {
    /// As it was written.
    package let text: String
    /// In small letters.
    package let folded: String

    package init(_ text: String) {
        self.text = text
        folded = text.utf8.contains { (0x41...0x5A).contains($0) } ? text.lowercased() : text
    }

    package var description: String { text }

    package static func == (left: Self, right: Self) -> Bool { left.folded == right.folded }

    package func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
