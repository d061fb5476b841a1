import Foundation
import Office
import Planning

/// The documents of capacity planning, read from files and written to them.
enum PlanFiles {
    /// Reads a document; what is wrong in it is told with the file's name and the place.
    static func read<Document: Decodable>(_ type: Document.Type, from path: String) throws -> Document {
        let bytes = try UsageProblem.from { try Data(contentsOf: URL(filePath: path)) }
        do {
            return try JSONDecoder().decode(type, from: bytes)
        } catch let problem as ScenarioProblem {
            throw UsageProblem("\(path): \(problem)")
        } catch let error as DecodingError {
            throw UsageProblem("\(path): \(ScenarioProblem(error))")
        }
    }

    /// A document as it is printed and written.
    static func document(_ value: some Encodable) throws -> Data {
        try PlanDocument.encode(value, isReadable: true)
    }

    /// Prints a document.
    static func show(_ value: some Encodable) throws {
        print(String(decoding: try document(value), as: UTF8.self))
    }

    /// Holds that a folder is not there yet.
    static func holdNew(_ folder: String) throws(UsageProblem) {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        throw UsageProblem("\(folder): exists already; nothing is overwritten. Choose another place.")
    }

    /// Writes files into a new folder.
    static func write(_ files: [String: Data], to folder: String) throws {
        try UsageProblem.from {
            let folder = URL(filePath: folder)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, bytes) in files { try bytes.write(to: folder.appending(path: name)) }
        }
    }
}

extension Scenario.RunPlan {
    /// Replications at least, instead of those that the scenario says.
    mutating func `repeat`(_ number: Int?) {
        guard let number else { return }
        replications = number
        let most = precision?.mostReplications ?? number
        precision?.mostReplications = max(number, most)
    }
}
