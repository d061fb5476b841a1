import Foundation

/// A file that only its owner may read: reports name journals.
enum PrivateFile {
    /// Makes an empty file, or empties the one that is there, before anything is written to it.
    static func make(_ path: String) throws(UsageProblem) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable(path) }
        defer { close(file) }
        guard fchmod(file, 0o600) == 0 else { throw unwritable(path) }
    }

    /// The problem of a path that cannot be written to.
    static func unwritable(_ path: String) -> UsageProblem {
        UsageProblem("\(path): cannot be written; check the folder and its rights.")
    }
}
