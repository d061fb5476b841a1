import CZip
import Foundation

/// A zip archive that a test writes.
///
/// Entries come in pieces of as many blanks as asked for, so that an archive of very much is written with little memory.
struct WrittenZip {
    /// What an entry is packed with.
    struct Packing {
        var method = ZIP_CM_DEFLATE
        /// Of which the entry is encrypted, where it is.
        var encryption: Int32?
    }

    private struct Failure: Error {}

    /// Writes an archive of whole entries.
    static func write(
        _ entries: [(name: String, bytes: [UInt8])],
        to path: String,
        _ packing: Packing = Packing()
    ) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw Failure() }
        var copies: [UnsafeMutableRawBufferPointer] = []
        defer { for copy in copies { copy.deallocate() } }
        for (name, bytes) in entries {
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
            copy.copyBytes(from: bytes)
            copies.append(copy)
            let source = zip_source_buffer(archive, copy.baseAddress, UInt64(bytes.count), 0)
            try add(source, name, packing, to: archive)
        }
        guard zip_close(archive) == 0 else { throw Failure() }
    }

    /// Writes an archive of one entry: something, very many blanks, and something.
    static func write(_ name: String, before: String, blanks: Int, after: String, to path: String) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw Failure() }
        let blanks = Blanks(before: Array(before.utf8), blanks: blanks, after: Array(after.utf8))
        // The library lets go of it when the archive is closed.
        let state = Unmanaged.passRetained(blanks).toOpaque()
        let source = zip_source_function(archive, { Blanks.answer($0, $1, $2, $3) }, state)
        try add(source, name, Packing(), to: archive)
        guard zip_close(archive) == 0 else { throw Failure() }
    }

    private static func add(
        _ source: OpaquePointer?,
        _ name: String,
        _ packing: Packing,
        to archive: OpaquePointer
    ) throws {
        guard let source else { throw Failure() }
        let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0, zip_set_file_compression(archive, UInt64(index), packing.method, 0) == 0 else {
            throw Failure()
        }
        if let encryption = packing.encryption {
            guard zip_file_set_encryption(archive, UInt64(index), UInt16(encryption), "secret") == 0 else {
                throw Failure()
            }
        }
    }

    /// The bytes of an archive's entry.
    static func read(_ name: String, from path: String) throws -> [UInt8] {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw Failure() }
        defer { zip_discard(archive) }
        guard let file = zip_fopen(archive, name, 0) else { throw Failure() }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = Int(zip_fread(file, &piece, UInt64(piece.count))), count > 0 { bytes += piece[..<count] }
        return bytes
    }

    /// An entry that is made while it is packed.
    private final class Blanks {
        private let parts: (before: [UInt8], blanks: Int, after: [UInt8])
        private var place = 0

        init(before: [UInt8], blanks: Int, after: [UInt8]) {
            parts = (before, blanks, after)
        }

        private func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
            let (before, blanks, after) = parts
            var next: ArraySlice<UInt8>
            if place < before.count {
                next = before[place...]
            } else if place < before.count + blanks {
                let count = min(before.count + blanks - place, buffer.count)
                // Not by a loop of Swift's, which takes minutes for two gigabytes in a debug build.
                if let start = buffer.baseAddress { memset(start, 0x20, count) }
                place += count
                return count
            } else {
                next = after.dropFirst(place - before.count - blanks)
            }
            next = next.prefix(buffer.count)
            buffer.copyBytes(from: next)
            place += next.count
            return next.count
        }

        /// What the library asks of a source.
        static func answer(
            _ state: UnsafeMutableRawPointer?,
            _ data: UnsafeMutableRawPointer?,
            _ length: UInt64,
            _ command: zip_source_cmd_t
        ) -> Int64 {
            guard let state else { return -1 }
            let blanks = Unmanaged<Blanks>.fromOpaque(state)
            switch command {
            case ZIP_SOURCE_OPEN: blanks.takeUnretainedValue().place = 0
            case ZIP_SOURCE_READ:
                let buffer = UnsafeMutableRawBufferPointer(start: data, count: Int(length))
                return Int64(blanks.takeUnretainedValue().read(buffer))
            case ZIP_SOURCE_STAT:
                guard let status = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
                zip_stat_init(status)
                return Int64(MemoryLayout<zip_stat_t>.size)
            case ZIP_SOURCE_FREE: blanks.release()
            case ZIP_SOURCE_SUPPORTS:
                return [
                    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                    ZIP_SOURCE_FREE,
                ]
                .reduce(0) { $0 | 1 << Int64($1.rawValue) }
            default: break
            }
            return 0
        }
    }
}
