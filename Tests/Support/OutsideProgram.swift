import Foundation

/// A program of the machine that a test compares with, run to its end.
///
/// Not by Foundation's `Process`: on Linux it reads past its list of open files where there are very many of them, as there
/// are beside a thousand other tests, and now and then that ends the whole run.
package enum OutsideProgram {
    /// Whether a program stands at a path and may be run.
    package static func isHere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// Runs a program without input; what it writes to its output is thrown away.
    ///
    /// - Returns: What it wrote to its errors.
    /// - Throws: ``DidNotRun`` where it could not be started; an error of the file system.
    @discardableResult
    package static func errors(of path: String, _ arguments: [String]) throws -> String {
        let folder = try TemporaryFolder()
        let written = folder.file("errors")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, written, O_WRONLY | O_CREAT, 0o600)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let refused = posix_spawn(&process, path, &actions, nil, &words, environ)
        guard refused == 0 else { throw DidNotRun(path: path, code: refused) }
        var status: CInt = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        return String(decoding: try Data(contentsOf: URL(filePath: written)), as: UTF8.self)
    }

    /// A program that the machine would not start.
    package struct DidNotRun: Error {
        let path: String
        /// The `errno` of the refusal.
        let code: CInt
    }
}
