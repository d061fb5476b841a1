import Exchange
import Foundation
import TestSupport
import Testing

/// The documents with the official program's own entries, where they are at hand.
enum KostraCorpus {
    /// Why tests are skipped without them.
    static let missing: String = "There is no ../shared/corpus/kostra beside the repository."

    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        struct Entry: Decodable, Hashable, Sendable {
            var rule: String
            var severity: String
            var individId: String
            var journal: String
            var contextId: String
        }

        var id: String
        var file: String
        var year: Int
        var region: String
        var expected: [Entry]
        var overall: String
        var numberOfControls: Int
        var testDescription: String { id }
    }

    struct SchemaCase: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        var schema: String
        var valid: Bool
        var testDescription: String { file }
    }

    private struct Manifest<Item: Decodable>: Decodable {
        var vectors: [Item]
    }

    static let vectors: [Vector] = items("corpus/kostra/manifest.json")
    static let schemaCases: [SchemaCase] = items("corpus/kostra/xsd/manifest.json")
        .filter { $0.schema != "Barnevern_v4.xsd" }

    private static func items<Item: Decodable>(_ path: String) -> [Item] {
        guard let url = SharedFolder.item(path), let data = try? Data(contentsOf: url),
            let manifest = try? JSONDecoder().decode(Manifest<Item>.self, from: data)
        else { return [] }
        return manifest.vectors
    }

    static func bytes(_ file: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: #require(SharedFolder.item("corpus/kostra/\(file)"))))
    }
}

/// Checks a document whole, in pieces as small as asked for.
func checkKostra(
    _ bytes: [UInt8],
    _ mode: KostraFrame.Mode = .strict,
    year: Int? = nil,
    region: String? = nil,
    pieces: Int = 1 << 16
) -> DeliveryFileReport {
    var check = KostraCheck(mode: mode, year: year, region: region)
    var events = XmlEvents()
    do throws(XmlError) {
        var stream = try XmlStream(
            vocabulary: KostraCheck.vocabulary,
            options: KostraCheck.streamOptions(in: mode)
        )
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
