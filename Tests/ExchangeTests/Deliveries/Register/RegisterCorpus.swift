import Exchange
import Foundation
import Law
import TestSupport
import Testing

/// The register's documents, where they are at hand.
enum RegisterCorpus {
    struct SchemaCase: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        var schema: String
        var valid: Bool
        var testDescription: String { file }
    }

    private struct Manifest: Decodable {
        var vectors: [SchemaCase]
    }

    static let schemaCases: [SchemaCase] = {
        guard let url = SharedFolder.item("corpus/kostra/xsd/manifest.json"), let data = try? Data(contentsOf: url),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
        else { return [] }
        return manifest.vectors.filter { $0.schema == "Barnevern_v4.xsd" }
    }()

    static func bytes(_ schemaCase: SchemaCase) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: #require(SharedFolder.item("corpus/kostra/xsd/\(schemaCase.file)"))))
    }
}

/// Checks a document whole, in pieces as small as asked for.
func checkRegister(
    _ bytes: [UInt8],
    channel: RegisterChannel = .system,
    pieces: Int = 1 << 16
) -> RegisterCheck.Outcome {
    var check = RegisterCheck(channel: channel)
    var events = XmlEvents()
    do throws(XmlError) {
        var stream = try XmlStream(vocabulary: RegisterCheck.vocabulary)
        var start = 0
        repeat {
            let end = min(start + pieces, bytes.count)
            events.removeAll()
            do throws(XmlError) {
                try stream.read(bytes[start..<end], isLast: end == bytes.count, into: &events)
            } catch {
                check.take(events)
                throw error
            }
            check.take(events)
            start = end
        } while start < bytes.count
    } catch {
        check.fail(error)
    }
    return check.finish(file: "file.xml")
}

/// Another engine, libxml2, which judges by Statistics Norway's own schema.
enum RegisterOracle {
    static var isAtHand: Bool { Xmllint.isHere && SharedFolder.item("standards/ssb/Barnevern_v4.xsd") != nil }

    /// Which of the files are valid.
    static func valid(_ paths: [String]) throws -> Set<String> {
        let schema = try #require(SharedFolder.item("standards/ssb/Barnevern_v4.xsd")).path(percentEncoded: false)
        return try Xmllint.valid(paths, schema: schema)
    }
}

/// Documents that `make_deliveries.py` writes.
enum MadeDeliveries {
    static var isAtHand: Bool {
        SharedFolder.item("tools/make_deliveries.py") != nil
            && OutsideProgram.isHere("/usr/bin/python3")
    }

    /// A file, and what was done to it.
    struct Made {
        var path: String
        var bytes: [UInt8]
        var caseID: String
        var injected: String?
    }

    private struct Line: Decodable {
        var file: String
        var sak: String
        var injected: String?
    }

    static func make(_ folder: TemporaryFolder, _ arguments: String...) throws -> [Made] {
        let output = folder.file("made")
        try OutsideProgram.errors(
            of: "/usr/bin/python3",
            [try #require(SharedFolder.item("tools/make_deliveries.py")).path(percentEncoded: false), "bvr"] + arguments
                + ["-o", output]
        )
        let index = try String(contentsOfFile: "\(output)/index.jsonl", encoding: .utf8)
        return try index.split(separator: "\n").map { text in
            let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
            let path = "\(output)/\(line.file)"
            let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
            return Made(path: path, bytes: bytes, caseID: line.sak, injected: line.injected)
        }
    }
}
