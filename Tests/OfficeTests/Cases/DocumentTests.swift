import Casework
import Foundation
import Journal
import Law
import Testing

@testable import Office

struct `A document of a case` {
    private static let pdf = Array("%PDF-1.7\n".utf8) + (0..<(2 << 20) + 77).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    @Test func `comes back as it was, in pieces, and once for each form`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.desk
            for _ in 0..<2 {
                let outcome = try await Self.upload(Self.pdf, to: id, in: office, key: "u")
                #expect(outcome.isDone)
            }
            #expect(office.store.pieces == 3)
            let documents = try await desk.open(Staff.caseworker, id).documents
            #expect(documents.map(\.document.title) == ["Brev"])
            let document = try #require(documents.first).document
            #expect(document.mediaType == "application/pdf")
            #expect(document.size == Self.pdf.count)
            let whole = try await desk.document(Staff.caseworker, document.id, inCase: id).whole()
            #expect(whole == Self.pdf)
            await #expect(throws: Absent()) { try await desk.document(Staff.colleague, document.id, inCase: id) }
            await #expect(throws: Absent()) {
                try await desk.document(Staff.caseworker, RecordID(high: 1, low: 1), inCase: id)
            }
            #expect(office.findings().isEmpty)
            // Struck out, it is no document of the case any more.
            let entry = try #require(documents.first).entry
            try await office.put(.corrected(entry: entry, to: nil, reason: "Feil barn"), into: id, key: "strike")
            await #expect(throws: Absent()) { try await desk.document(Staff.caseworker, document.id, inCase: id) }
        }
    }

    @Test func `of which a byte has been changed is refused, and the check finds it`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            _ = try await Self.upload(Self.pdf, to: id, in: office, key: "u")
            let document = try #require(try office.facts(id)?.documents.first)
            office.store.set { $0.flippedChunk = 1 }
            let download = try await office.desk.document(Staff.caseworker, document, inCase: id)
            #expect(throws: (any Error).self) { try download.whole() }
            office.store.set { $0.flippedChunk = nil }
            #expect(try await office.desk.document(Staff.caseworker, document, inCase: id).whole() == Self.pdf)
        }
    }

    @Test(
        arguments: [
            ("application/pdf", Array("%PDF-1.4".utf8)), ("image/png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0]),
            ("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0]), ("text/plain", Array("Áile\r\n\tså 😀".utf8)),
            (nil, [0x4D, 0x5A, 0x90, 0]), (nil, Array("<html>\u{0}".utf8)), (nil, [0xC3, 0x28]), (nil, [0xE2, 0x82]),
            (nil, [0x50, 0x4B, 0x03, 0x04] + Array("xl/workbook.xml".utf8)),
            (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 9, count: 90) + Array("word/document.xml".utf8)
            ),
            (
                nil,
                [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 9, count: 90)
                    + Array("word/document.xml word/vbaProject.bin".utf8)
            ),
            (
                "application/vnd.oasis.opendocument.text",
                [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
                    + Array("mimetypeapplication/vnd.oasis.opendocument.textPK".utf8)
            ),
        ] as [(String?, [UInt8])]
    )
    func `is known by its bytes, and only what shows or prints is let in`(media: String?, bytes: [UInt8]) {
        for size in [1, 3, bytes.count] {
            var sniffer = MediaSniffer()
            for start in stride(from: 0, to: bytes.count, by: size) {
                sniffer.take(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(sniffer.media?.rawValue == media, "in pieces of \(size)")
        }
    }

    @Test func `that is too large, empty or of another kind leaves nothing in the case`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            await #expect(throws: UploadRefusal.empty) { try await Self.upload([], to: id, in: office, key: "a") }
            await #expect(throws: UploadRefusal.notLetIn) {
                try await Self.upload([0x4D, 0x5A, 0, 1], to: id, in: office, key: "b")
            }
            await #expect(throws: UploadRefusal.tooLarge) {
                var upload = try await office.desk.upload(Staff.caseworker, to: id, named: "stor.pdf")
                let piece = Array("%PDF-".utf8) + [UInt8](repeating: 1, count: 1 << 20)
                for _ in 0..<51 { try upload.write(piece) }
            }
            await #expect(throws: UploadRefusal.notLetIn) {
                try await Self.upload(Self.pdf, to: id, in: office, key: "c", named: "brev.exe")
            }
            // As long as two pieces, which are taken away again.
            await #expect(throws: UploadRefusal.otherKind) {
                try await Self.upload(Self.pdf, to: id, in: office, key: "d", named: "bilde.png")
            }
            #expect(try office.facts(id)?.documents.isEmpty == true)
            #expect(office.store.pieces == 0)
            #expect(office.findings().isEmpty)
        }
    }

    private static func upload(
        _ bytes: [UInt8],
        to id: RecordID,
        in office: TestOffice,
        key: String,
        named name: String = "brev.PDF"
    ) async throws -> CommandOutcome {
        var upload = try await office.desk.upload(Staff.caseworker, to: id, named: name)
        for start in stride(from: 0, to: bytes.count, by: 65_536) {
            try upload.write(Array(bytes[start..<min(start + 65_536, bytes.count)]))
        }
        return try await office.desk.finish(
            upload,
            title: "Brev",
            direction: .incoming,
            on: office.today,
            key: key
        )
    }
}
