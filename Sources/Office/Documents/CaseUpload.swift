package import Casework
import Crypto
import Foundation
import Journal
import Law

/// A document on its way into a case: sealed piece by piece as it comes, so that memory does not grow with its size.
///
/// It belongs to the case once ``CaseDesk/finish(_:title:direction:on:key:)`` has written its entry.
package struct CaseUpload: ~Copyable {
    /// The most bytes of a document: 50 MB.
    package static let longest = 50 << 20

    let person: Person
    let caseID: RecordID
    let id: RecordID
    private var writer: BlobWriter
    private var sniffer = MediaSniffer()
    private var hasher = SHA256()
    private var size = 0
    /// What the file's name says that it is.
    private let named: MediaSniffer.Media
    /// Whether nothing can come to carry the bytes, so that they are taken away again.
    private var isLoose = true

    init(_ person: Person, _ caseID: RecordID, _ writer: BlobWriter, named: MediaSniffer.Media) {
        self.named = named
        self.person = person
        self.caseID = caseID
        self.writer = writer
        id = writer.id
    }

    // A fault of the store here leaves sealed bytes that nothing points at; no answer depends on them.
    deinit { if isLoose { try? writer.discard() } }

    /// Takes the next bytes.
    ///
    /// - Throws: ``UploadRefusal/tooLarge`` past the most bytes; any other error where they cannot be stored.
    package mutating func write(_ bytes: [UInt8]) throws {
        size += bytes.count
        guard size <= Self.longest else { throw UploadRefusal.tooLarge }
        sniffer.take(bytes)
        hasher.update(data: bytes)
        try writer.write(bytes)
    }

    /// The document as its entry tells of it, and what vouches for its bytes.
    mutating func close(title: String, _ direction: CaseDocument.Direction) throws -> (CaseDocument, RowReference) {
        guard size > 0 else { throw UploadRefusal.empty }
        guard let media = sniffer.media else { throw UploadRefusal.notLetIn }
        guard media == named else { throw UploadRefusal.otherKind }
        let document = CaseDocument(
            id: id,
            title: title,
            mediaType: media.rawValue,
            size: size,
            digest: Array(hasher.finalize()),
            direction: direction
        )
        let reference = try writer.finish()
        isLoose = false
        return (document, reference)
    }

    /// Takes the bytes away again: the office has said that no entry carries them.
    mutating func giveUp() { isLoose = true }
}

/// Why a document was not taken; nothing of it belongs to the case.
package enum UploadRefusal: Error, Hashable, Sendable {
    /// More than ``CaseUpload/longest`` bytes.
    case tooLarge
    /// No byte at all.
    case empty
    /// Neither PDF, PNG, JPEG, plain text, OpenDocument nor Word text, or one with a program in it.
    case notLetIn
    /// Named as one kind, and holds another.
    case otherKind
}

/// A document's bytes, piece by piece, for somebody whom the gate has let in.
package struct CaseDownload: Sendable {
    /// Its name, kind and size.
    package let document: CaseDocument
    private var reader: BlobReader

    init(_ document: CaseDocument, _ reader: BlobReader) {
        self.document = document
        self.reader = reader
    }

    /// The next piece, or `nil` at the end; only then is it certain that all pieces were right.
    ///
    /// - Throws: An error where a piece does not open or the whole is not what was recorded; what was read of it must
    ///   then not be used.
    package mutating func next() throws -> [UInt8]? { try reader.next().map(Array.init) }

    /// All of it, checked before any of it is handed out.
    package consuming func whole() throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(document.size)
        var download = self
        while let piece = try download.next() { bytes += piece }
        return bytes
    }
}
