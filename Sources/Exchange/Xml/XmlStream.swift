/// Reads XML piece by piece, by expat, without keeping what has been read: documents of any length in little memory.
///
/// Encodings, namespaces and limits are those of ``XmlReader``, save that the length of the document is free. Names
/// that the vocabulary does not know are all alike, so that a stranger cannot fill memory with them; two attributes of
/// one tag that are the same unknown name under two prefixes are therefore not refused.
@safe package struct XmlStream: ~Copyable {
    /// How a reader takes what the strict one refuses or tells apart.
    package struct Options: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// A document type declaration is read, and internal entities are expanded; nothing is ever fetched.
        package static let documentType = Options(rawValue: 1)
        /// A name counts by its local part, whatever its namespace.
        package static let localNames = Options(rawValue: 2)
    }

    // Whatever is unsafe in it is behind its methods; it is closed exactly once, because this cannot be copied.
    private let reading: ExpatStream

    /// Begins a document.
    ///
    /// - Parameters:
    ///   - vocabulary: The names that are told apart, fewer than 65,535.
    ///   - limits: Depth, attributes and token length; the rest of them does not apply.
    ///   - options: None of them for the strict reader.
    /// - Throws: ``XmlError`` where no memory is left.
    package init(
        vocabulary: XmlVocabulary,
        limits: XmlLimits = XmlLimits(bytes: .max),
        options: Options = []
    ) throws(XmlError) {
        unsafe reading = try unsafe ExpatStream(vocabulary: vocabulary, limits: limits, options: options)
    }

    deinit {
        unsafe reading.close()
    }

    /// Reads the next piece.
    ///
    /// - Parameters:
    ///   - piece: The bytes after those that have been read, at most a few megabytes.
    ///   - isLast: Whether the document ends with it.
    ///   - events: Gets what the piece says, after what is already there; up to the fault where there is one.
    /// - Throws: ``XmlError`` at the first fault; nothing can be read after it.
    package mutating func read(
        _ piece: ArraySlice<UInt8>,
        isLast: Bool,
        into events: inout XmlEvents
    ) throws(XmlError) {
        try unsafe reading.read(piece, isLast: isLast, into: &events)
    }

    /// How many bytes have been read.
    package var bytesRead: Int { unsafe reading.bytesRead }
}
