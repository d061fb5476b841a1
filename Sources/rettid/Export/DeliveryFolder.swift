import Foundation

/// A folder in which documents are made durable, each as a whole or not at all.
struct DeliveryFolder: Sendable {
    private let path: String

    /// Makes the folder where there is none.
    ///
    /// - Throws: ``UsageProblem`` where it cannot be made, or is a file.
    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                // The documents name children.
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw UsageProblem("\(path): is no folder and cannot be made one; check the place and its rights.")
        }
    }

    /// Makes a document durable; one of the same name is replaced.
    ///
    /// - Throws: ``UsageProblem`` where it cannot be written.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Self.write(bytes, to: "\(path)/\(name)", in: path)
    }

    /// Makes a file of its own durable; one of the same name is replaced.
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
            guard rename(temporary, place) == 0 else { throw CocoaError(.fileWriteUnknown) }
            // The name must lie on the disk too, before anybody remembers that it was written.
            let names = try FileHandle(forReadingFrom: URL(filePath: folder))
            _ = fsync(names.fileDescriptor)
            try names.close()
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw UsageProblem("\(place): cannot be written; check free space and rights.")
        }
    }
}
