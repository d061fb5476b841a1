import CZip
import Exchange
import Foundation
import Synchronization

/// An entry of a zip archive.
struct ZipEntry: Sendable {
    /// The archive's path.
    let archive: String
    /// The entry's place in the archive's table of contents.
    let index: UInt64
    /// What the archive calls it, without what would steer a terminal.
    let name: String
    /// Its size unpacked in bytes, as the archive says.
    let size: Int

    /// What it is called in a report.
    var fullName: String { "\(archive)/\(name)" }
}

/// What an archive has that we look for.
struct ZipContents: Sendable {
    /// The XML files, by name.
    var documents: [ZipEntry] = []
    /// The archives inside it, which are not opened.
    var archives: [ZipEntry] = []
}

/// A zip archive, open for reading.
///
/// Unchecked, because the library's handle bears one thread at a time: an archive is used only by who has taken it from
/// the idle ones, and that one alone until it is given back.
final class ZipArchive: @unchecked Sendable {
    /// The most entries that an archive may have.
    static let mostEntries = 100_000

    let path: String
    /// The library's `zip_t`.
    let handle: OpaquePointer

    private init(path: String) throws(DeliveryObstacle) {
        guard FileBytes.isFile(path) else { throw .missing }
        if ZipTail(path: path)?.isCrowded == true { throw .crowded }
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
            throw code == ZIP_ER_OPEN || code == ZIP_ER_NOENT ? .missing : .brokenArchive
        }
        self.path = path
        self.handle = handle
    }

    deinit { zip_discard(handle) }

    /// Whether a file is an archive, by its name or its first bytes.
    static func isArchive(_ path: String) -> Bool {
        guard FileBytes.isFile(path) else { return false }
        if path.lowercased().hasSuffix(".zip") { return true }
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        let first = (try? file.read(upToCount: 4)).map { [UInt8]($0) } ?? []
        return [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]].contains(first)
    }

    /// The entries that we look for.
    func contents() throws(DeliveryObstacle) -> ZipContents {
        let count = max(zip_get_num_entries(handle, 0), 0)
        guard count <= Self.mostEntries else { throw .crowded }
        var contents = ZipContents()
        var packed: UInt64 = 0
        for index in 0..<UInt64(count) {
            guard let (name, sizes) = entry(index), !Self.isResourceFork(name) else { continue }
            let entry = ZipEntry(archive: path, index: index, name: Self.harmless(name), size: sizes.unpacked)
            let ending = name.suffix(4).lowercased()
            if ending == ".xml" {
                contents.documents.append(entry)
                packed &+= min(sizes.packed, 1 << 40)
            } else if ending == ".zip" {
                contents.archives.append(entry)
            }
        }
        // Entries that share their bytes make much of little, and no honest archive has them.
        guard packed <= DeliverySource.file(path: path).size else { throw .bomb }
        contents.documents.sort { ($0.name, $0.index) < ($1.name, $1.index) }
        contents.archives.sort { ($0.name, $0.index) < ($1.name, $1.index) }
        return contents
    }

    private func entry(_ index: UInt64) -> (name: String, sizes: (packed: UInt64, unpacked: Int))? {
        var status = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name else { return nil }
        return (String(cString: name), (status.comp_size, Int(clamping: min(status.size, ZipEntryBytes.mostBytes))))
    }

    /// Whether it is what a Mac keeps beside a file, under that file's name.
    private static func isResourceFork(_ name: String) -> Bool {
        name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix("._") == true
    }

    /// A name without characters that begin a line, steer a terminal or turn the direction of writing.
    private static func harmless(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: scalars.append("\u{fffd}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    // MARK: Archives that nobody reads

    private static let idle = Mutex<[ZipArchive]>([])

    /// An archive for one reader alone: one that is open and idle, or a new one.
    static func take(_ path: String) throws(DeliveryObstacle) -> ZipArchive {
        let known = idle.withLock { idle in
            idle.firstIndex { $0.path == path }.map { idle.remove(at: $0) }
        }
        return if let known { known } else { try ZipArchive(path: path) }
    }

    /// Keeps an archive for the next reader; as many as there are cores, so that a hundred thousand entries do not read
    /// the table of contents as often, and a thousand archives are not open at once.
    func giveBack() {
        let oldest = Self.idle.withLock { idle in
            idle.append(self)
            return idle.count > ProcessInfo.processInfo.activeProcessorCount ? idle.removeFirst() : nil
        }
        // Closed outside of the lock.
        _ = oldest
    }
}
