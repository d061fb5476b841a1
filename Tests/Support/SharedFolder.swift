package import Foundation

/// The folder of facts and corpora beside the repository, which the tests compare with where it is there.
package enum SharedFolder {
    /// The folder named `shared` next to the folder that holds `Package.swift`; `nil` where there is none.
    package static let url: URL? = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path() != "/" {
            if exists(folder.appending(path: "Package.swift")) {
                let shared = folder.deletingLastPathComponent().appending(path: "shared")
                return exists(shared) ? shared : nil
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    /// The file or folder with a relative path in the shared folder; `nil` where it is missing.
    package static func item(_ path: String) -> URL? {
        guard let item = url?.appending(path: path), exists(item) else { return nil }
        return item
    }

    private static func exists(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
    }
}
