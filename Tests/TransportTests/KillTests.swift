import Foundation
import Law
import TestSupport
import Testing
import Transport

/// Processes of their own are killed at random times; what they were told to be safe must be.
struct `A drop box whose users are killed` {
    private let folder: TemporaryFolder
    private let files: BoxFiles

    init() async throws {
        folder = try TemporaryFolder()
        files = BoxFiles(folder.path)
        try await FolderTransport(below: folder.path).open(EnvelopeDrawing.region)
    }

    @Test
    func `has every message whose sender was told so, and no half one`() async throws {
        for seed in 0..<UInt64(Rounds.of(12)) {
            await #expect(processExitsWith: .signal(SIGKILL)) { [root = folder.path as String, seed = seed as UInt64] in
                let wire = FolderTransport(below: root)
                var drawing = EnvelopeDrawing(seed: 1_000 + seed)
                Death.comes(seed)
                while true {
                    let envelope = drawing.next()
                    try await wire.send(envelope)
                    Diary.note(envelope.id, in: root)
                }
            }
        }
        let wire = FolderTransport(below: folder.path)
        let read = try await wire.receive(for: EnvelopeDrawing.region, limit: .max)
        let told = try Diary.ids(in: folder.path)
        #expect(!told.isEmpty)
        #expect(told.subtracting(read.map(\.envelope.id)) == [])
        #expect(try files.names("avvist").isEmpty)
        try await wire.open(EnvelopeDrawing.region)
        #expect(try files.names("skrives").isEmpty)
    }

    @Test
    func `gives its reader every message, however often the reader dies`() async throws {
        let wire = FolderTransport(below: folder.path)
        var drawing = EnvelopeDrawing(seed: 30)
        let envelopes = (0..<Rounds.of(150)).map { _ in drawing.next() }
        for envelope in envelopes { try await wire.send(envelope) }
        var seed: UInt64 = 0
        while try !files.names("inn").isEmpty, seed < 2_000 {
            await #expect(processExitsWith: .signal(SIGKILL)) { [root = folder.path as String, seed = seed as UInt64] in
                let wire = FolderTransport(below: root)
                Death.comes(seed)
                while true {
                    for delivery in try await wire.receive(for: EnvelopeDrawing.region, limit: 5) {
                        Diary.note(delivery.envelope.id, in: root)
                        try await wire.acknowledge(delivery)
                    }
                }
            }
            seed += 1
        }
        // However slow the machine, the last reader lives long enough for what is left.
        while case let left = try await wire.receive(for: EnvelopeDrawing.region, limit: 5), !left.isEmpty {
            for delivery in left {
                Diary.note(delivery.envelope.id, in: folder.path)
                try await wire.acknowledge(delivery)
            }
        }
        #expect(try Diary.ids(in: folder.path) == Set(envelopes.map(\.id)))
        for room in ["inn", "avvist"] { #expect(try files.names(room).isEmpty) }
    }
}

/// The end of a process at a time that nothing in it can foresee.
private enum Death {
    static func comes(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pause = UInt32.random(in: 500...40_000, using: &generator)
        Thread.detachNewThread {
            usleep(pause)
            kill(getpid(), SIGKILL)
        }
    }
}

/// What a process has been told, kept outside it: one id a line.
private enum Diary {
    static func note(_ id: RecordID, in root: String) {
        let descriptor = open("\(root)/dagbok", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        // A line break before it as well: what a killed process has begun to write swallows nothing of what follows.
        let line = Array("\n\(id)\n".utf8)
        guard write(descriptor, line, line.count) == line.count else { exit(2) }
        close(descriptor)
    }

    static func ids(in root: String) throws -> Set<RecordID> {
        let text = try String(contentsOfFile: "\(root)/dagbok", encoding: .utf8)
        return Set(text.split(separator: "\n").compactMap { RecordID($0) })
    }
}
