import Exchange
import Foundation

/// Where the bytes of a delivery are: in a file of its own, or in an entry of an archive.
enum DeliverySource: Sendable {
    case file(path: String)
    case entry(ZipEntry)

    /// How many bytes are read at a time.
    static let pieceSize = 1 << 17

    /// What it is called in a report.
    var name: String {
        switch self {
        case .file(let path): path
        case .entry(let entry): entry.fullName
        }
    }

    /// How many bytes there are to read, as far as one can tell without reading them.
    var size: Int {
        switch self {
        case .file(let path):
            let attributes = try? FileManager.default.attributesOfItem(atPath: FileBytes.resolved(path))
            return attributes?[.size] as? Int ?? 0
        case .entry(let entry): return entry.size
        }
    }

    /// Begins to read, from the first byte on.
    func open() throws(DeliveryObstacle) -> any DeliveryBytes {
        switch self {
        case .file(let path): try FileBytes(path: path)
        case .entry(let entry): try ZipEntryBytes(entry)
        }
    }
}

/// Bytes of a delivery, which one thread reads piece by piece.
protocol DeliveryBytes {
    /// The next piece, at most ``DeliverySource/pieceSize`` bytes; an empty one at the end.
    func next() throws(DeliveryObstacle) -> [UInt8]
}

/// The bytes of a file on disk.
struct FileBytes: DeliveryBytes {
    private let file: FileHandle

    /// Opens a file that can be read twice, once for a glance.
    init(path: String) throws(DeliveryObstacle) {
        guard Self.isFile(path), let file = FileHandle(forReadingAtPath: path) else { throw .missing }
        self.file = file
    }

    func next() throws(DeliveryObstacle) -> [UInt8] {
        guard let piece = try? file.read(upToCount: DeliverySource.pieceSize) ?? Data() else { throw .missing }
        return [UInt8](piece)
    }

    /// Whether a path is that of a file, or of a link to one, and of no folder, pipe or device.
    static func isFile(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path))
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }

    /// The file itself where the path is a link to it.
    static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    }
}
