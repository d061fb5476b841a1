/// Reads XML 1.0 with namespaces, by expat, from bytes in UTF-8, UTF-16, ISO 8859-1 or US-ASCII.
///
/// A document type declaration is refused at its first character, so no entity of the sender's is ever expanded and
/// nothing is ever fetched. Time and memory grow in step with the bytes, whatever the bytes are.
package enum XmlReader {
    /// Reads a whole document.
    ///
    /// - Parameters:
    ///   - bytes: With or without byte order mark.
    ///   - vocabulary: Names that keep their ids in the tree.
    ///   - limits: What is refused for its size.
    /// - Returns: The document with all its elements.
    /// - Throws: ``XmlError`` with the first place where the document goes wrong.
    package static func read(
        _ bytes: [UInt8],
        vocabulary: XmlVocabulary = .empty,
        limits: XmlLimits = .message
    ) throws(XmlError) -> XmlTree {
        let largest = min(limits.bytes, Int(Int32.max))
        guard bytes.count <= largest else {
            throw XmlError(
                kind: .limit,
                line: 1,
                column: 1,
                found: "\(bytes.count) bytes",
                expected: "at most \(largest) bytes"
            )
        }
        return try unsafe ExpatParser.read(bytes, vocabulary: vocabulary, limits: limits)
    }
}
