import Foundation
import Law
import TestSupport
import Testing
import Transport

struct `The file of an envelope` {
    @Test
    func `is the same after writing and reading`() throws {
        var drawing = EnvelopeDrawing(seed: 10)
        for _ in 0..<Rounds.of(200) {
            let envelope = drawing.next()
            #expect(try EnvelopeFile.read(EnvelopeFile.bytes(of: envelope)) == envelope)
        }
    }

    /// The example is there for those who write such a file by another program.
    @Test(.enabled(if: ExampleFile.ours != nil, "the repository's docs folder is not here"))
    func `looks as its description shows it`() throws {
        let example = try #require(ExampleFile.ours)
        let envelope = try EnvelopeFile.read(example)
        #expect(envelope.sender == EnvelopeDrawing.service)
        #expect(envelope.attachments.map(\.name) == ["Uttalelse fra skolen.txt"])
        #expect(EnvelopeFile.bytes(of: envelope) == example)
    }

    @Test
    func `is refused when it is cut anywhere, or longer than it says`() throws {
        var drawing = EnvelopeDrawing(seed: 11)
        let bytes = EnvelopeFile.bytes(of: drawing.next())
        for length in Array(0..<400) + Array(stride(from: 400, to: bytes.count, by: 61)) + [bytes.count - 1] {
            #expect(throws: EnvelopeFault.self) { try EnvelopeFile.read(Array(bytes.prefix(length))) }
        }
        #expect(throws: EnvelopeFault.self) { try EnvelopeFile.read(bytes + [0]) }
    }

    @Test
    func `never passes for another message when a byte of the content changes`() throws {
        var drawing = EnvelopeDrawing(seed: 12)
        let envelope = drawing.next()
        let bytes = EnvelopeFile.bytes(of: envelope)
        let size = envelope.attachments.reduce(envelope.payload.count) { $0 + $1.bytes.count }
        for place in stride(from: bytes.count - size, to: bytes.count, by: 29) {
            var changed = bytes
            changed[place] ^= 0x20
            #expect(throws: EnvelopeFault.checksum) { try EnvelopeFile.read(changed) }
        }
    }

    @Test(
        arguments: [
            ("RETTID KONVOLUTT 1", "RETTID KONVOLUTT 2", EnvelopeFault.otherForm),
            ("Id: ", "ID: ", .line("Id")),
            ("Avsender: 310417009", "Avsender: ٣١٠٤١٧٠٠٩", .line("Avsender")),
            ("Mottaker: 312555018", "Mottaker: 31255501", .line("Mottaker")),
            ("Type: tilbud", "Type: til bud", .line("Type")),
            ("Type: tilbud", "Type: %ff", .line("Type")),
            ("Type: tilbud", "Type: %+1", .line("Type")),
            ("Sendt: 2026-03-10", "Sendt: 2026-02-30", .line("Sendt")),
            ("Innhold: 6", "Innhold: -6", .line("Innhold")),
            ("Innhold: 6", "Innhold: 6666666666666666666666", .line("Innhold")),
            ("Innhold: 6", "Innhold: 7", .length(expected: 10, found: 9)),
            ("Vedlegg: 3 a.txt", "Vedlegg: 3", .line("Vedlegg")),
            ("Vedlegg: 3 a.txt", "Vedlegg: 3 a/b", .line("Vedlegg")),
            ("Vedlegg: 3 a.txt", "Annet: 3", .line("Vedlegg")),
        ]
    )
    func `is refused for one wrong line, by its name`(line: String, wrong: String, fault: EnvelopeFault) throws {
        let envelope = Envelope(
            id: RecordID(high: 1, low: 2),
            sender: EnvelopeDrawing.service,
            receiver: EnvelopeDrawing.region,
            type: "tilbud",
            sentAt: try Instant(parsing: "2026-03-10T09:15:00Z"),
            payload: Array("<xml/>".utf8),
            attachments: [Envelope.Attachment(name: "a.txt", bytes: Array("abc".utf8))]
        )
        let text = String(decoding: EnvelopeFile.bytes(of: envelope), as: UTF8.self)
        let changed = text.replacing(line, with: wrong)
        #expect(changed != text)
        #expect(throws: fault) { try EnvelopeFile.read(Array(changed.utf8)) }
    }

    @Test
    func `of random bytes is never more than refused`() throws {
        var drawing = EnvelopeDrawing(seed: 13)
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<Rounds.of(500) {
            let envelope = drawing.next()
            var bytes = EnvelopeFile.bytes(of: envelope)
            for _ in 0..<3 {
                bytes[.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            if let read = try? EnvelopeFile.read(bytes) { #expect(read.payload == envelope.payload) }
        }
    }
}

/// The example of `docs/transport.md`.
enum ExampleFile {
    static let ours: [UInt8]? = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path() != "/" {
            if let text = try? String(contentsOf: folder.appending(path: "docs/transport.md"), encoding: .utf8) {
                let parts = text.components(separatedBy: "```text\nRETTID")
                guard parts.count == 2, let end = parts[1].range(of: "\n```") else { return nil }
                return Array("RETTID\(parts[1][..<end.lowerBound])".utf8)
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()
}
