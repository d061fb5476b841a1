/// How much XML a reader is willing to take from a stranger.
package struct XmlLimits: Hashable, Sendable {
    /// Bytes of the whole document; never more than 2 GiB whatever is asked.
    package var bytes: Int
    /// Elements inside each other; the root counts as 1.
    package var depth: Int
    /// Elements in all.
    package var elements: Int
    /// Attributes and namespace declarations of one element; never more than 255.
    package var attributes: Int
    /// Bytes that the parser may take without getting on.
    ///
    /// In a longer document that refuses every tag, comment and processing instruction that is longer, and none that
    /// is a third as long; where between them the border lies is the parser's affair.
    package var tokenBytes: Int

    package init(
        bytes: Int,
        depth: Int = 64,
        elements: Int = 200_000,
        attributes: Int = 64,
        tokenBytes: Int = 1 << 20
    ) {
        self.bytes = bytes
        self.depth = depth
        self.elements = elements
        self.attributes = attributes
        self.tokenBytes = tokenBytes
    }

    /// For messages from Fiks IO: 5,000,000 bytes, and far more of the rest than any message type needs.
    package static let message = XmlLimits(bytes: 5_000_000)
}
