package import Law

/// A file in a child's case; its bytes lie sealed beside the journal.
package struct CaseDocument: Hashable, Sendable {
    /// The identity of the stored bytes.
    package var id: RecordID
    /// As whoever added it called it; may tell of the child.
    package var title: String
    /// The type as found from the content, such as `application/pdf`.
    package var mediaType: String
    /// Bytes.
    package var size: Int
    /// SHA-256 of the bytes.
    package var digest: [UInt8]
    /// Whether it came in, went out or stayed.
    package var direction: Direction

    package init(id: RecordID, title: String, mediaType: String, size: Int, digest: [UInt8], direction: Direction) {
        self.id = id
        self.title = title
        self.mediaType = mediaType
        self.size = size
        self.digest = digest
        self.direction = direction
    }

    /// Whether it came to the service, left it, or stayed.
    package enum Direction: UInt8, Hashable, Sendable, CaseIterable {
        /// Received from somebody else (inngående).
        case incoming = 1
        /// Sent to somebody else (utgående).
        case outgoing = 2
        /// The service's own (internt).
        case `internal` = 3
    }
}
