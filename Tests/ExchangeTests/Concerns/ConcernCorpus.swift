import Exchange
import Foundation
import TestSupport
import Testing

/// The documents with known verdicts that lie in a folder beside the repository; absent on most machines.
enum ConcernCorpus {
    struct Entry: Decodable, Sendable, CustomTestStringConvertible {
        let file: String
        let messageType: String?
        let schemaValid: Bool
        let ecmaValid: Bool?
        let mutation: String
        let detail: String

        var testDescription: String { file }
        var format: ConcernFormat? { messageType.flatMap(ConcernFormat.init(messageType:)) }
        /// Whether the engines agree, so that the verdict binds us.
        var isUncontested: Bool { ecmaValid == nil || ecmaValid == schemaValid }
    }

    static let folder: URL? = SharedFolder.item("corpus/concern")

    static let entries: [Entry] = {
        guard let folder, let data = try? Data(contentsOf: folder.appending(path: "manifest.json")) else { return [] }
        return (try? JSONDecoder().decode([Entry].self, from: data)) ?? []
    }()

    static var isHere: Bool { folder != nil }

    static func bytes(of file: String) throws -> [UInt8] {
        guard let folder else { return [] }
        return Array(try Data(contentsOf: folder.appending(path: file)))
    }
}
