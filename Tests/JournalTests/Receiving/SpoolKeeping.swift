import Foundation
import Law
import Testing

@testable import Journal

/// What was received and not yet stored outlives the process.
struct `The spool` {
    private let place: SpoolPlace

    init() throws {
        place = try SpoolPlace()
    }

    @Test func `gives back what a dead process left, in order`() throws {
        let rows = try (1...20).map { try place.row($0) }
        try place.leave(rows)
        let recovery = try SpoolRecovery(folder: place.path)
        #expect(recovery.messages.map(\.row) == rows)
        #expect(recovery.messages.allSatisfy { $0.attempts == 0 })
        let plain = try recovery.messages.map { String(decoding: try place.vault.open($0.row), as: UTF8.self) }
        #expect(plain.first == "message 1")
        recovery.finish()
        #expect(try SpoolRecovery(folder: place.path).messages.isEmpty)
        #expect(try place.names().isEmpty)
    }

    @Test func `is empty where there is no folder`() throws {
        #expect(try SpoolRecovery(folder: place.path + "/nowhere").messages.isEmpty)
    }

    @Test func `keeps the whole records when the last one is torn at any byte`() throws {
        let rows = try (1...3).map { try place.row($0) }
        let sizes = rows.map { SpoolRecord.message($0).bytes.count }
        let bytes = Data(rows.flatMap { SpoolRecord.message($0).bytes })
        for size in 0...bytes.count {
            let (records, valid) = SpoolRecord.records(in: bytes.prefix(size))
            let whole = size == bytes.count ? 3 : size >= sizes[0] + sizes[1] ? 2 : size >= sizes[0] ? 1 : 0
            #expect(records.count == whole, "cut at \(size)")
            #expect(valid == sizes.prefix(whole).reduce(0, +))
        }
    }

    @Test func `believes no record with a changed byte`() throws {
        let rows = try (1...2).map { try place.row($0) }
        let bytes = Data(rows.flatMap { SpoolRecord.message($0).bytes })
        let first = SpoolRecord.message(rows[0]).bytes.count
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x10
            let records = SpoolRecord.records(in: changed).records
            #expect(records.count == (index < first ? 0 : 1), "byte \(index)")
        }
    }

    @Test func `counts attempts, also behind a torn record`() throws {
        let row = try place.row(1)
        try place.leave([row])
        let name = try #require(try place.names().first)
        let torn = try FileHandle(forUpdating: URL(filePath: "\(place.path)/\(name)"))
        try torn.seekToEnd()
        try torn.write(contentsOf: Data(SpoolRecord.message(try place.row(2)).bytes.dropLast(5)))
        try torn.close()
        for attempt in 0..<4 {
            let recovery = try SpoolRecovery(folder: place.path)
            #expect(recovery.messages.map(\.row) == [row])
            #expect(recovery.messages.map(\.attempts) == [attempt])
            recovery.note(.attempt(row.id))
        }
    }

    @Test func `counts no attempt of a reader who came through, with or without an error`() throws {
        let row = try place.row(1)
        try place.leave([row])
        for _ in 0..<3 {
            let recovery = try SpoolRecovery(folder: place.path)
            #expect(recovery.messages.map(\.attempts) == [0])
            #expect(recovery.reading(row.id) { 7 } == 7)
            #expect(throws: CancellationError.self) {
                try recovery.reading(row.id) { throw CancellationError() }
            }
        }
    }

    @Test func `is not taken from processes that live`() throws {
        let (first, second) = (try Spool(folder: place.path, node: "a"), try Spool(folder: place.path, node: "b"))
        let tickets = (try first.keep(place.row(1)), try second.keep(place.row(2)))
        try place.leave([place.row(3)], node: "c")
        let recovery = try SpoolRecovery(folder: place.path)
        #expect(recovery.messages.map(\.row.id) == [.fixture(3)])
        // Two that recover at the same time do not share a file either.
        #expect(try SpoolRecovery(folder: place.path).messages.isEmpty)
        recovery.finish()
        #expect(try place.names() == ["a-1.spool", "b-1.spool"])
        first.release(tickets.0)
        second.release(tickets.1)
    }

    @Test func `leaves a dead process's file of the same name to the recovery`() throws {
        try place.leave([place.row(1)], node: "a")
        let next = try Spool(folder: place.path, node: "a")
        let ticket = try next.keep(place.row(2))
        #expect(try SpoolRecovery(folder: place.path).messages.map(\.row.id) == [.fixture(1)])
        next.release(ticket)
    }

    @Test func `starts a new file when one has grown and removes it when all in it is stored`() throws {
        let spool = try Spool(folder: place.path, node: "a")
        let large = try (1...12).map { try place.row($0, size: 3 << 20) }
        let tickets = try large.map { try spool.keep($0) }
        let names = try place.names()
        #expect(names.count == 2)
        for ticket in tickets.dropLast() { spool.release(ticket) }
        #expect(try place.names() == [names[1]])
        spool.release(try #require(tickets.last))
        // The last file is in use; what was in it is stored and gone.
        #expect(try place.names() == [names[1]])
        let size = try FileManager.default.attributesOfItem(atPath: "\(place.path)/\(names[1])")[.size] as? Int
        #expect(size == 0)
    }

    /// The limit holds for a whole process and its signal would end it, so a child process meets the full disk.
    @Test func `keeps the earlier records when the disk is full`() async {
        await #expect(processExitsWith: .success) {
            let place = try SpoolPlace()
            signal(SIGXFSZ, SIG_IGN)
            let spool = try Spool(folder: place.path, node: "a")
            _ = try spool.keep(place.row(1))
            let large = try place.row(2, size: 4 << 20)
            let small = try place.row(3)
            var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
            precondition(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            do {
                _ = try spool.keep(large)
                preconditionFailure("a message larger than the limit was kept")
            } catch is POSIXFailure {}
            _ = try spool.keep(small)
            let data = try Data(contentsOf: URL(filePath: "\(place.path)/a-1.spool"))
            let ids = SpoolRecord.records(in: data).records.map { record -> RecordID? in
                if case .message(let row) = record { row.id } else { nil }
            }
            precondition(ids == [.fixture(1), .fixture(3)])
        }
    }
}
