import Exchange
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.item("corpus/bufdir") != nil, "the shared folder is not beside the repository"))
struct `The corpus of messages` {
    private static let documents: [[UInt8]] = {
        guard let folder = SharedFolder.item("corpus/bufdir"),
            let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        else { return [] }
        return files.filter { $0.pathExtension == "xml" }.sorted { $0.path() < $1.path() }
            .compactMap { try? [UInt8](Data(contentsOf: $0)) }
    }()

    @Test
    func `is read, every element in order and inside its parent`() throws {
        #expect(Self.documents.count == 149)
        for document in Self.documents {
            let tree = try XmlReader.read(document)
            check(tree, lines: document.count { $0 == UInt8(ascii: "\n") } + 1)
        }
    }

    @Test
    func `survives random bytes, whatever they break`() throws {
        var generator = SeededGenerator(seed: 3)
        var refused = 0
        let rounds = Rounds.of(1_000)
        for _ in 0..<rounds {
            var document = try #require(Self.documents.randomElement(using: &generator))
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                mutate(&document, using: &generator)
            }
            do {
                check(try XmlReader.read(document), lines: .max)
            } catch {
                refused += 1
                #expect(error.line >= 1 && error.column >= 1)
            }
        }
        #expect(refused > rounds / 10 && refused < rounds, "\(refused) of \(rounds) were refused")
    }

    private func mutate(_ document: inout [UInt8], using generator: inout SeededGenerator) {
        let place = Int.random(in: document.indices.dropLast(), using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: document[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: document[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2: document.remove(at: place)
        case 3: document.insert(contentsOf: document[place...].prefix(40), at: place)
        default: document.removeSubrange(place..<min(place + 200, document.count - 1))
        }
    }

    private func check(_ tree: XmlTree, lines: Int) {
        var offset = -1
        #expect(tree.place(of: tree.nodes.count - 1).line <= lines)
        for (index, node) in tree.nodes.enumerated() {
            #expect(node.offset > offset)
            offset = Int(node.offset)
            #expect(Int(node.end) > index && Int(node.end) <= tree.nodes.count)
            #expect(node.textStart <= node.textEnd && node.textEnd <= tree.text.count)
            #expect(index == 0 ? node.parent == .max : tree.nodes[Int(node.parent)].end >= node.end)
        }
    }
}
