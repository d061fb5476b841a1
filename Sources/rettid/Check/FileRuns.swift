import Dispatch
import Exchange
import Foundation
import Synchronization

/// Several files at once, on as many cores as there are.
struct FileRuns {
    typealias Outcome = Result<CheckedFile, UsageProblem>

    private let files: [String]
    private let check: @Sendable (String, _ progress: (Int) -> Void) -> Outcome

    init(_ files: [String], check: @escaping @Sendable (String, _ progress: (Int) -> Void) -> Outcome) {
        self.files = files
        self.check = check
    }

    /// The files of a list in which folders stand for the XML files inside them, at any depth and by name.
    ///
    /// - Throws: ``UsageProblem`` where a folder has none.
    static func files(in paths: [String]) throws(UsageProblem) -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                files.append(path)
                continue
            }
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            let documents = names.filter { $0.lowercased().hasSuffix(".xml") }.sorted()
            guard !documents.isEmpty else { throw UsageProblem("\(path): a folder without XML files.") }
            files += documents.map { (path.hasSuffix("/") ? path : path + "/") + $0 }
        }
        return files
    }

    /// What becomes of each file, in the order in which they were given.
    func results() -> [Outcome] {
        let outcomes = Mutex<[Int: Outcome]>([:])
        let read = Mutex(0)
        let size = max(files.reduce(0) { $0 + Self.size($1) }, 1)
        let progress = Progress("checking")
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            let outcome = check(files[index]) { bytes in
                let total = read.withLock { total in
                    total += bytes
                    return total
                }
                progress.show(share: Double(total) / Double(size))
            }
            outcomes.withLock { $0[index] = outcome }
        }
        progress.end()
        return outcomes.withLock { outcomes in files.indices.compactMap { outcomes[$0] } }
    }

    private static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0
    }
}
