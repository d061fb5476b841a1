import ArgumentParser
import Foundation
import Law

/// Files of the law on disk.
enum LawFiles {
    /// Reads one file.
    ///
    /// - Throws: ``UsageProblem`` where it cannot be read or is no UTF-8.
    static func read(_ path: String) throws(UsageProblem) -> (name: String, text: String) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UsageProblem("\(path): cannot be read; check that the file exists.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw UsageProblem("\(path): is not UTF-8; save it as CSV in UTF-8 with semicolons.")
        }
        return (path, text)
    }

    /// The law as compiled with the files of a folder laid over it, in order of name.
    ///
    /// - Throws: ``UsageProblem`` with the first fault and its place.
    static func law(over folder: String?) throws(UsageProblem) -> Lawbook {
        guard let folder else { return .national }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }.sorted()
        } catch {
            throw UsageProblem("\(folder): cannot be read; check that the folder exists.")
        }
        var files: [(name: String, text: String)] = []
        for name in names { files.append(try read("\(folder)/\(name)")) }
        do {
            return try Lawbook.national.adding(files)
        } catch {
            throw UsageProblem("\(error)")
        }
    }
}

/// The folder of an authority's own files, for the verbs that compute with the law.
struct LawFolderOption: ParsableArguments {
    @Option(
        name: .customLong("law-folder"),
        help: ArgumentHelp("Lay the .csv files of this folder over the law; see docs/law.md.", valueName: "FOLDER")
    )
    var path: String?

    var law: Lawbook {
        get throws { try LawFiles.law(over: path) }
    }
}
