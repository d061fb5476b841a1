package import Foundation

/// A folder of a test's own, removed with all in it when the test lets go of it.
package final class TemporaryFolder: Sendable {
    /// The absolute path, without a slash at the end.
    package let path: String

    /// Makes an empty folder.
    ///
    /// - Throws: An error of the file system where the folder cannot be made.
    package init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "rettid-test-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        remove()
    }

    /// Removes the folder now; for a test that keeps the path only and so lets go of the folder too early.
    package func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file in the folder, whether it exists or not.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// The bytes of every file below the folder, by path.
    package func contents() throws -> [(path: String, bytes: Data)] {
        try FileManager.default.subpathsOfDirectory(atPath: path).sorted().compactMap { name in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file(name), isDirectory: &isFolder), !isFolder.boolValue
            else { return nil }
            return (name, try Data(contentsOf: URL(filePath: file(name))))
        }
    }
}
