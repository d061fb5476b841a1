/// How much JSON a reader is willing to take from a stranger.
package struct JsonLimits: Hashable, Sendable {
    /// Objects and lists inside each other; the outermost one counts as 1.
    package var depth: Int
    /// Bytes of the whole text.
    package var bytes: Int

    package init(depth: Int, bytes: Int) {
        self.depth = depth
        self.bytes = bytes
    }

    /// For messages from Fiks IO, whose reports of concern may not pass 5 MB: depth 64 and 5,000,000 bytes.
    package static let message = JsonLimits(depth: 64, bytes: 5_000_000)
}
