import Crypto
import Foundation
package import Law
import Synchronization

/// Where a received message lies from the moment it arrives until a commit has stored it.
///
/// The system holds what is written here even if this process is killed in the same instant; the disk is not waited
/// for, since nobody has been promised anything yet. What a dead process left behind is taken up at the next start.
package final class Spool: Sendable {
    /// Says which file keeps a message; handed back when the message is stored.
    package struct Ticket: Sendable {
        fileprivate let segment: Int
    }

    private struct Segment {
        let descriptor: Int32
        let path: String
        var size = 0
        var waiting = 0
    }

    private struct State {
        var segments: [Int: Segment] = [:]
        var active = 0
        var made = 0
    }

    /// A file that has grown past this many bytes is left for a new one and removed when all in it is stored.
    private static let segmentLimit = 16 << 20

    private let folder: String
    private let node: String
    private let state = Mutex(State())

    /// Opens the spool with a first file of this process's own.
    ///
    /// - Parameters:
    ///   - folder: Made where it is missing; readable by this user only.
    ///   - node: The name of this process's own files.
    /// - Throws: An error of the file system where the folder or the file cannot be made.
    package init(folder: String, node: String) throws {
        self.folder = folder
        self.node = node
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try state.withLock { state in try addSegment(to: &state) }
    }

    deinit {
        state.withLock { state in
            for segment in state.segments.values { close(segment.descriptor) }
        }
    }

    /// Keeps a sealed message.
    package func keep(_ row: RawRow) throws -> Ticket {
        try keep(SpoolRecord.message(row).bytes)
    }

    private func keep(_ bytes: [UInt8]) throws -> Ticket {
        try state.withLock { state in
            if let segment = state.segments[state.active], segment.size > Self.segmentLimit, segment.waiting > 0 {
                try addSegment(to: &state)
            }
            guard var segment = state.segments[state.active] else {
                throw POSIXFailure(call: "write", path: folder, code: EBADF)
            }
            do {
                try Self.write(bytes, to: segment)
            } catch {
                // A half-written record would hide the ones after it.
                ftruncate(segment.descriptor, off_t(segment.size))
                throw error
            }
            segment.size += bytes.count
            segment.waiting += 1
            state.segments[state.active] = segment
            return Ticket(segment: state.active)
        }
    }

    /// The message is stored in the journal; its place here may be used again.
    package func release(_ ticket: Ticket) {
        state.withLock { state in
            guard var segment = state.segments[ticket.segment] else { return }
            segment.waiting -= 1
            if segment.waiting == 0, ticket.segment != state.active {
                unlink(segment.path)
                close(segment.descriptor)
                state.segments[ticket.segment] = nil
                return
            }
            if segment.waiting == 0, segment.size > Self.segmentLimit / 16 {
                ftruncate(segment.descriptor, 0)
                segment.size = 0
            }
            state.segments[ticket.segment] = segment
        }
    }

    private func addSegment(to state: inout State) throws {
        var path: String
        var descriptor: Int32
        repeat {
            state.made += 1
            path = "\(folder)/\(node)-\(state.made).spool"
            // Never a file that is there already: what a dead process of this name left belongs to the recovery.
            descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        } while descriptor < 0 && errno == EEXIST
        guard descriptor >= 0 else { throw POSIXFailure(call: "open", path: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let failure = POSIXFailure(call: "flock", path: path)
            close(descriptor)
            throw failure
        }
        state.segments[state.made] = Segment(descriptor: descriptor, path: path)
        state.active = state.made
    }

    private static func write(_ bytes: [UInt8], to segment: Segment) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let start = buffer.baseAddress else { return 0 }
                return Foundation.write(segment.descriptor, start + written, bytes.count - written)
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw POSIXFailure(call: "write", path: segment.path)
            }
            written += count
        }
    }
}

/// What dead processes left in a spool folder, taken over by this one.
package struct SpoolRecovery: ~Copyable {
    /// A message that nobody may have been answered for.
    package struct Message: Sendable {
        /// The message, still sealed.
        package let row: RawRow
        /// How often a process has begun to read it and ended before it had; a message that kills its reader is not
        /// read again.
        package let attempts: Int
        /// How often a process has begun to store it and ended before the store had answered.
        package let storings: Int
    }

    /// In the order in which they were kept, file by file.
    package let messages: [Message]
    private let files: [(path: String, descriptor: Int32)]

    /// Locks the files that no living process holds and reads them up to the first torn record.
    package init(folder: String) throws {
        var rows: [RawRow] = []
        var unfinished: [RecordID: (attempts: Int, storings: Int, isStoring: Bool)] = [:]
        var files: [(path: String, descriptor: Int32)] = []
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where name.hasSuffix(".spool") {
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
            guard descriptor >= 0 else {
                if errno == ENOENT { continue }
                throw POSIXFailure(call: "open", path: path)
            }
            var status = stat()
            // A file without a name was finished by its owner between our opening and our lock.
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
                close(descriptor)
                continue
            }
            files.append((path, descriptor))
            let bytes = try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readToEnd() ?? Data()
            let (records, size) = SpoolRecord.records(in: bytes)
            // Nobody was answered for a torn record; left there, it would hide the attempts noted after it.
            if size < bytes.count { ftruncate(descriptor, off_t(size)) }
            for record in records {
                switch record {
                case .message(let row): rows.append(row)
                case .attempt(let id):
                    unfinished[id, default: (0, 0, false)].attempts += 1
                    unfinished[id]?.isStoring = false
                case .storing(let id):
                    unfinished[id, default: (0, 0, false)].storings += 1
                    unfinished[id]?.isStoring = true
                case .survived(let id):
                    // It ends what was begun last.
                    if unfinished[id]?.isStoring == true {
                        unfinished[id]?.storings -= 1
                    } else {
                        unfinished[id]?.attempts -= 1
                    }
                }
            }
        }
        messages = rows.map { row in
            let begun = unfinished[row.id]
            return Message(row: row, attempts: begun?.attempts ?? 0, storings: begun?.storings ?? 0)
        }
        self.files = files
    }

    /// Reads a message, noting before it that somebody begins and after it that they have come through.
    ///
    /// Only a process that ends in between leaves an attempt behind; an error thrown is not one.
    package borrowing func reading<T>(_ id: RecordID, _ body: () throws -> T) rethrows -> T {
        note(.attempt(id))
        defer { note(.survived(id)) }
        return try body()
    }

    /// Notes that somebody begins to store a message; ``noteSurvived(_:)`` follows when the store has answered, whatever
    /// it says.
    package borrowing func noteStoring(_ id: RecordID) { note(.storing(id)) }

    /// Notes that whoever began has come through.
    package borrowing func noteSurvived(_ id: RecordID) { note(.survived(id)) }

    borrowing func note(_ record: SpoolRecord) {
        let bytes = record.bytes
        guard let file = files.first else { return }
        _ = bytes.withUnsafeBytes { Foundation.write(file.descriptor, $0.baseAddress, $0.count) }
    }

    /// All messages are stored; the files go.
    package consuming func finish() {
        for file in files { unlink(file.path) }
    }

    deinit {
        for file in files { close(file.descriptor) }
    }
}

/// A record in a spool file: length (4 bytes), the first 8 bytes of SHA-256 over what follows, kind, fields.
enum SpoolRecord {
    case message(RawRow)
    /// Somebody begins to read a message.
    case attempt(RecordID)
    /// The one who began to read or store it has come through.
    case survived(RecordID)
    /// Somebody begins to store a message.
    case storing(RecordID)

    var bytes: [UInt8] {
        var body: [UInt8] = []
        switch self {
        case .message(let row):
            body.reserveCapacity(row.payload.count + 160)
            body.append(1)
            body.append(UInt8(row.unit.text.utf8.count))
            body.append(contentsOf: row.unit.text.utf8)
            body.append(contentsOf: row.id.bytes)
            body.append(bigEndian: row.receivedAt.microseconds)
            body.append(bigEndian: UInt32(row.wrappedBy))
            let wrapped = row.wrapped ?? Data()
            body.append(UInt8(wrapped.count))
            body.append(contentsOf: wrapped)
            body.append(contentsOf: row.nonce)
            body.append(contentsOf: row.payload)
        case .attempt(let id):
            body.append(2)
            body.append(contentsOf: id.bytes)
        case .survived(let id):
            body.append(3)
            body.append(contentsOf: id.bytes)
        case .storing(let id):
            body.append(4)
            body.append(contentsOf: id.bytes)
        }
        var out: [UInt8] = []
        out.reserveCapacity(body.count + 12)
        out.append(bigEndian: UInt32(body.count))
        out.append(contentsOf: SHA256.hash(data: body).prefix(8))
        out.append(contentsOf: body)
        return out
    }

    /// The whole records of a file in order and the bytes that they take; a torn one at the end was never answered for.
    static func records(in data: Data) -> (records: [SpoolRecord], size: Int) {
        let bytes = Array(data)
        var records: [SpoolRecord] = []
        var offset = 0
        while bytes.count - offset >= 12 {
            let length = bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
            let end = offset + 12 + length
            guard end <= bytes.count else { break }
            let body = bytes[(offset + 12)..<end]
            guard SHA256.hash(data: body).prefix(8).elementsEqual(bytes[(offset + 4)..<(offset + 12)]) else { break }
            if let record = SpoolRecord(body: body) { records.append(record) }
            offset = end
        }
        return (records, offset)
    }

    private init?(body: ArraySlice<UInt8>) {
        var rest = body
        func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        guard let kind = take(1)?.first else { return nil }
        if (2...4).contains(kind) {
            guard let id = take(16).flatMap({ RecordID(bytes: $0) }) else { return nil }
            self = kind == 2 ? .attempt(id) : kind == 3 ? .survived(id) : .storing(id)
            return
        }
        guard kind == 1, let unitLength = take(1)?.first, let unitBytes = take(Int(unitLength)),
            let unit = try? UnitID(parsing: String(decoding: unitBytes, as: UTF8.self)),
            let id = take(16).flatMap({ RecordID(bytes: $0) }), let time = take(8), let wrapper = take(4),
            let wrappedLength = take(1)?.first, let wrapped = take(Int(wrappedLength)), let nonce = take(12)
        else { return nil }
        let microseconds = Int64(bitPattern: time.reduce(0) { $0 << 8 | UInt64($1) })
        self = .message(
            RawRow(
                unit: unit,
                id: id,
                receivedAt: Instant(microseconds: microseconds),
                wrappedBy: wrapper.reduce(0) { $0 << 8 | Int($1) },
                wrapped: Data(wrapped),
                nonce: Data(nonce),
                payload: Data(rest)
            )
        )
    }
}
