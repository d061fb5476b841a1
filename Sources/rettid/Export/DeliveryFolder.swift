import Foundation
import Office

/// A folder of deliveries: what is staged lies in a hidden folder inside it, what is published beside that.
struct DeliveryFolder: DeliverySink {
    private let path: String
    private var stagePath: String { path + "/.staged" }

    /// Makes the folder where there is none, and keeps other exports out of it for as long as the program runs: each
    /// would take what another has staged for left behind.
    ///
    /// - Throws: ``UsageProblem`` where it cannot be made, is a file, or another export works in it.
    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path + "/.staged",
                withIntermediateDirectories: true,
                // The documents name children.
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw UsageProblem("\(path): is no folder and cannot be made one; check the place and its rights.")
        }
        // Never closed: the lock ends with the process, however that ends.
        let descriptor = open(path + "/.staged", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw UsageProblem("\(path): another export works in it; wait until that is done.")
        }
    }

    func stage(_ name: String, _ bytes: [UInt8]) throws {
        try Self.write(bytes, to: "\(stagePath)/\(name).xml", in: stagePath)
    }

    func staged() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: stagePath).sorted().map { name in
            name.hasSuffix(".xml") ? String(name.dropLast(4)) : name
        }
    }

    func publish(_ name: String) throws {
        let (from, place) = ("\(stagePath)/\(name).xml", "\(path)/\(name).xml")
        guard rename(from, place) == 0 || FileManager.default.fileExists(atPath: place), Self.synchronise(path) else {
            throw UsageProblem("\(place): cannot be written; check free space and rights.")
        }
    }

    func discard(_ name: String) throws {
        for ending in [".xml", ""] { unlink("\(stagePath)/\(name)\(ending)") }
    }

    /// Makes a file durable, as a whole or not at all; one of the same name is replaced.
    ///
    /// - Throws: ``UsageProblem`` where it cannot be written.
    static func write(_ bytes: [UInt8], to place: String, in folder: String) throws {
        let temporary = "\(place).\(nodeName())"
        do {
            guard
                FileManager.default.createFile(
                    atPath: temporary,
                    contents: nil,
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw CocoaError(.fileWriteUnknown) }
            let file = try FileHandle(forWritingTo: URL(filePath: temporary))
            try file.write(contentsOf: Data(bytes))
            try file.synchronize()
            try file.close()
            guard rename(temporary, place) == 0, synchronise(folder) else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw UsageProblem("\(place): cannot be written; check free space and rights.")
        }
    }

    /// Makes sure that the names in a folder lie on the disk.
    private static func synchronise(_ folder: String) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
