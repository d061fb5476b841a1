import CZip
import Exchange

/// The bytes of an archive's entry, unpacked piece by piece.
final class ZipEntryBytes: DeliveryBytes {
    /// The most bytes that are unpacked of an entry: 1,000 MiB.
    static let mostBytes: UInt64 = 1000 << 20
    /// How many times its packed size an entry may be; deliveries come to about thirty times.
    static let mostTimes: UInt64 = 200

    private let archive: ZipArchive
    private let file: OpaquePointer
    /// How many bytes may still come, whatever the archive says of them.
    private var room: UInt64

    init(_ entry: ZipEntry) throws(DeliveryObstacle) {
        archive = try ZipArchive.take(entry.archive)
        do throws(DeliveryObstacle) {
            room = try Self.room(of: entry, in: archive)
            guard let file = zip_fopen_index(archive.handle, entry.index, 0) else { throw .brokenArchive }
            self.file = file
        } catch {
            archive.giveBack()
            throw error
        }
    }

    deinit {
        zip_fclose(file)
        archive.giveBack()
    }

    /// How many bytes an entry may unpack to.
    ///
    /// - Throws: Why it is not unpacked at all.
    private static func room(of entry: ZipEntry, in archive: ZipArchive) throws(DeliveryObstacle) -> UInt64 {
        var status = zip_stat_t()
        guard zip_stat_index(archive.handle, entry.index, 0, &status) == 0 else { throw .brokenArchive }
        guard status.encryption_method == ZIP_EM_NONE else { throw .encrypted }
        // Other methods ask for memory as they like.
        guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(status.comp_method)) else { throw .packing }
        let room = min(min(status.comp_size, mostBytes) * mostTimes, mostBytes)
        guard status.size <= room else { throw .bomb }
        return room
    }

    func next() throws(DeliveryObstacle) -> [UInt8] {
        var count: Int64 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: DeliverySource.pieceSize) { buffer, length in
            guard let start = buffer.baseAddress else { return }
            count = zip_fread(file, start, UInt64(buffer.count))
            length = max(Int(count), 0)
        }
        guard count >= 0 else { throw .brokenArchive }
        guard UInt64(count) <= room else { throw .bomb }
        room -= UInt64(count)
        return piece
    }
}
