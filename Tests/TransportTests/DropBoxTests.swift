import Foundation
import Law
import TestSupport
import Testing
import Transport

struct `A drop box` {
    private let folder: TemporaryFolder
    private let wire: FolderTransport
    private let files: BoxFiles

    init() async throws {
        folder = try TemporaryFolder()
        wire = FolderTransport(below: folder.path)
        files = BoxFiles(folder.path)
        try await wire.open(EnvelopeDrawing.region)
    }

    private func read(limit: Int = 100) async throws -> [Delivery] {
        try await wire.receive(for: EnvelopeDrawing.region, limit: limit)
    }

    @Test
    func `keeps nothing of a message that is acknowledged, and leaves alone what other programs keep`() async throws {
        var drawing = EnvelopeDrawing(seed: 20)
        let others = EnvelopeFile.bytes(of: drawing.next())
        #expect(mkdir(files.path("behandlet", ""), 0o700) == 0)
        let kept = "00001761000000000-\(RecordID(high: 1, low: 1)).konvolutt"
        for name in ["deres.konvolutt", kept] { try files.write(others, "behandlet", name) }
        try await wire.open(EnvelopeDrawing.region)
        let envelope = drawing.next()
        try await wire.send(envelope)
        try files.write(EnvelopeFile.bytes(of: drawing.next()), "inn", "deres")
        let deliveries = try await read()
        #expect(deliveries.count == 2)
        // Before it is acknowledged it is there, and handed out, whoever has died meanwhile.
        #expect(Set(try await read().map(\.mark)) == Set(deliveries.map(\.mark)))
        for delivery in deliveries + deliveries { try await wire.acknowledge(delivery) }
        for room in ["inn", "skrives", "avvist"] { #expect(try files.names(room).isEmpty) }
        #expect(Set(try files.names("behandlet")) == [kept, "deres.konvolutt"])
        // What comes again after that is another delivery of the same: its reader knows it by its id.
        try await wire.send(envelope)
        #expect(try await read().map(\.envelope.id) == [envelope.id])
    }

    @Test
    func `never reads what is being written, and throws away what nobody writes any more`() async throws {
        var drawing = EnvelopeDrawing(seed: 21)
        let bytes = EnvelopeFile.bytes(of: drawing.next())
        try files.write(bytes, "skrives", "halv.konvolutt")
        try files.write(bytes, "inn", ".halv.konvolutt")
        #expect(try await read().isEmpty)
        #expect(try files.names("inn") == [".halv.konvolutt"])
        try await wire.open(EnvelopeDrawing.region)
        #expect(try files.names("skrives").isEmpty)
        #expect(try files.names("avvist").isEmpty)
    }

    /// What stands in the box, with the word that the reason has to hold.
    @Test
    func `lays aside whatever cannot be read, with the reason, and delivers what lies behind it`() async throws {
        var drawing = EnvelopeDrawing(seed: 22)
        let envelope = drawing.next()
        let whole = EnvelopeFile.bytes(of: envelope)
        try files.write([], "inn", "tom")
        try files.write(Array(whole.dropLast()), "inn", "-rf")
        try files.write(Array("hei".utf8), "inn", "to\nlinjer")
        try files.write([0xFF, 0xFE], "inn", String(repeating: "å", count: 127))
        #expect(symlink("/etc/hostname", files.path("inn", "lenke")) == 0)
        #expect(mkdir(files.path("inn", "mappe"), 0o700) == 0)
        #expect(mkfifo(files.path("inn", "rør"), 0o600) == 0)
        // A name that is no text in any encoding we know.
        let raw = Array(files.path("inn", "").utf8CString.dropLast()) + [-1, -2, 0]
        #expect(open(raw, O_CREAT | O_WRONLY, 0o600) >= 0)
        // A file with a hole, larger than a box takes.
        try files.write([1], "inn", "stor")
        #expect(truncate(files.path("inn", "stor"), FolderTransport.largestFile + 1) == 0)
        try await wire.send(envelope)
        #expect(try await read().map(\.envelope) == [envelope])
        let aside = try files.names("avvist")
        #expect(aside.count == 18)
        let reasons = aside.filter { $0.hasSuffix(".grunn.txt") }
        #expect(
            Set(reasons.map { $0.dropLast(10) })
                == Set(aside.filter { $0.hasSuffix(".konvolutt") }.map { $0.dropLast(10) })
        )
        let texts = try reasons.map { try String(contentsOfFile: files.path("avvist", $0), encoding: .utf8) }
        for text in texts { #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 3) }
        #expect(texts.filter { $0.contains("not a file") }.count == 3)
        #expect(texts.filter { $0.contains("first line") }.count == 4)
        #expect(texts.filter { $0.contains("after the lines, expected") }.count == 1)
        #expect(texts.filter { $0.contains("more than a box takes") }.count == 1)
        #expect(try await read().map(\.envelope) == [envelope])
    }

    /// Another program may use one name for all it writes.
    @Test
    func `acknowledges what was read, not what has come under the same name since`() async throws {
        var drawing = EnvelopeDrawing(seed: 23)
        let (first, second) = (drawing.next(), drawing.next())
        try files.write(EnvelopeFile.bytes(of: first), "inn", "melding")
        let read = try await read()
        #expect(read.map(\.envelope) == [first])
        try files.write(EnvelopeFile.bytes(of: second), "inn", "melding")
        for delivery in read { try await wire.acknowledge(delivery) }
        #expect(try await self.read().map(\.envelope) == [second])
    }

    @Test(arguments: [0o700, 0o770] as [mode_t])
    func `lets those read a message who may look into the box`(rights: mode_t) async throws {
        #expect(chmod("\(files.folder)/inn", rights) == 0)
        var drawing = EnvelopeDrawing(seed: 24)
        try await wire.send(drawing.next())
        var status = stat()
        #expect(stat(files.path("inn", try #require(try files.names("inn").first)), &status) == 0)
        #expect(status.st_mode & 0o777 == rights & 0o666)
    }

    @Test
    func `that is away is nobody's box, and loses nothing when it is back`() async throws {
        var drawing = EnvelopeDrawing(seed: 25)
        let envelope = drawing.next()
        try await wire.send(envelope)
        let delivery = try #require(try await read().first)
        try FileManager.default.moveItem(atPath: files.folder, toPath: "\(files.folder).borte")
        let away = TransportError.noSuchReceiver(EnvelopeDrawing.region)
        await #expect(throws: away) { try await wire.send(envelope) }
        await #expect(throws: away) { try await read() }
        await #expect(throws: TransportError.self) { try await wire.acknowledge(delivery) }
        try FileManager.default.moveItem(atPath: "\(files.folder).borte", toPath: files.folder)
        #expect(try await read() == [delivery])
    }

    @Test
    func `hands out what is passed over again later, and what lies behind it now`() async throws {
        var drawing = EnvelopeDrawing(seed: 28)
        for _ in 0..<5 { try await wire.send(drawing.next()) }
        // One with a foreign name gets one that stays.
        try files.write(EnvelopeFile.bytes(of: drawing.next()), "inn", "annen")
        let all = try await read()
        #expect(all.count == 6)
        let passed = Set(all.prefix(4).map(\.mark))
        let rest = try await wire.receive(for: EnvelopeDrawing.region, limit: 2, passingOver: passed)
        #expect(Set(rest.map(\.mark)) == Set(all.dropFirst(4).map(\.mark)))
        #expect(Set(try await read().map(\.mark)) == Set(all.map(\.mark)))
    }

    @Test
    func `never hands out more bytes at once than there is room for, but a single file of any size`() async throws {
        var drawing = EnvelopeDrawing(seed: 29)
        for size in [90_000, 90_000, 90_000, 500_000, 90_000] {
            var envelope = drawing.next()
            envelope.payload = [UInt8](repeating: 1, count: size)
            envelope.attachments = []
            envelope.sentAt = Instant(microseconds: Int64(try files.names("inn").count))
            try await wire.send(envelope)
        }
        var sizes: [[Int]] = []
        while case let read = try await wire.receive(for: EnvelopeDrawing.region, limit: 10, bytes: 200_000),
            !read.isEmpty
        {
            sizes.append(read.map(\.envelope.payload.count))
            for delivery in read { try await wire.acknowledge(delivery) }
        }
        #expect(sizes == [[90_000, 90_000], [90_000], [500_000], [90_000]])
    }

    @Test
    func `takes nothing that no reader would take`() async throws {
        var drawing = EnvelopeDrawing(seed: 26)
        var envelope = drawing.next()
        envelope.payload = [UInt8](repeating: 0, count: FolderTransport.largestFile + 1)
        await #expect(throws: TransportError.self) { try await wire.send(envelope) }
        #expect(try files.names("inn").isEmpty)
    }

    /// Writing past the limit fails with the same end as on a disk that is full.
    @Test
    func `leaves nothing behind on a full disk, and says so`() async throws {
        await #expect(processExitsWith: .success) { [root = folder.path as String] in
            try await SmallDisk.send(into: root)
        }
        for room in ["skrives", "inn", "avvist"] { #expect(try files.names(room).isEmpty) }
    }
}

/// Sends where no file may grow past a page or so.
private enum SmallDisk {
    static func send(into root: String) async throws {
        var limit = rlimit(rlim_cur: 4_096, rlim_max: 4_096)
        signal(SIGXFSZ, SIG_IGN)
        guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(2) }
        var drawing = EnvelopeDrawing(seed: 27)
        var envelope = drawing.next()
        envelope.payload = [UInt8](repeating: 1, count: 20_000)
        do throws(TransportError) {
            try await FolderTransport(below: root).send(envelope)
        } catch {
            exit(error == .full ? EXIT_SUCCESS : 4)
        }
        exit(3)
    }
}
