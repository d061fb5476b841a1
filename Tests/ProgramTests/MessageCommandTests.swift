import Exchange
import Foundation
import TestSupport
import Testing

/// `rettid message`, run as other programs run it.
struct `The message command` {
    @Test(arguments: MessageType.allCases)
    func `makes an example that it finds valid by every rule that the type can keep`(type: MessageType) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("example.xml")
        #expect(try run(["new", type.rawValue, "-o", path]).status == 0)
        let check = try run(["check", "--json", path])
        let entry = try #require(try decoded(check.output).first)
        let expected = type != .failure
        #expect(entry.messageType == type.rawValue)
        #expect(entry.wireValid == expected)
        #expect(entry.bufdirValid == true)
        #expect(entry.domainValid == true)
        #expect(entry.errors.isEmpty == expected)
        #expect(check.status == (expected ? 0 : 1))
    }

    @Test(arguments: ExtensionType.allCases)
    func `makes, checks and shows our own messages, which Bufdir's rule does not concern`(type: ExtensionType) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("example.xml")
        #expect(try run(["new", type.rawValue, "-o", path]).status == 0)
        let check = try run(["check", "--json", path])
        let entry = try #require(try decoded(check.output).first)
        #expect(entry.messageType == type.rawValue)
        #expect(entry.wireValid && entry.domainValid == true && entry.errors.isEmpty)
        #expect(entry.bufdirValid == nil)
        #expect(check.status == 0)
        let shown = try run(["show", path, "--language", "nn"])
        #expect(shown.text.hasPrefix(MessageTexts(.nynorsk).title(of: .rettid(type)) + "\n="))
        let bytes = try Data(contentsOf: URL(filePath: path))
        let other = String(decoding: bytes, as: UTF8.self)
            .replacing("xmlns:melding=\"\(type.namespace)\"", with: "xmlns:melding=\"\(type.namespace).9\"")
        try Data(other.utf8).write(to: URL(filePath: path))
        let unknown = try #require(try decoded(run(["check", "--json", path]).output).first)
        #expect(unknown.messageType == nil && unknown.domainValid == nil && !unknown.wireValid)
    }

    @Test
    func `writes the example to stdout where no file is named`() throws {
        let made = try run(["new", "testmelding"])
        #expect(made.output.starts(with: Data("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<melding:Test ".utf8)))
        #expect(made.errors.isEmpty)
    }

    @Test(arguments: [
        ["check"], ["check", "nowhere.xml"], ["show"], ["show", "nowhere.xml"], ["show", "--language", "de", "x"],
        ["new"], ["new", "tilsagn"], ["new", "testmelding", "-o", "nowhere/at/all.xml"],
    ])
    func `ends with 2 and a sentence where the usage is wrong or a file is missing`(arguments: [String]) throws {
        let outcome = try run(arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.errors.isEmpty)
    }

    @Test
    func `checks the other files where one cannot be read`() throws {
        let folder = try TemporaryFolder()
        #expect(try run(["new", "testmelding", "-o", folder.file("good.xml")]).status == 0)
        try Data("<a/>".utf8).write(to: URL(filePath: folder.file("other.xml")))
        let files = ["other.xml", "missing.xml", "good.xml"].map(folder.file)
        let outcome = try run(["check", "--json"] + files)
        let entries = try decoded(outcome.output)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("missing.xml: cannot be read"))
        #expect(entries.map(\.file) == [files[0], files[2]])
        #expect(entries.map(\.wireValid) == [false, true])
    }

    @Test
    func `writes null where the root is not recognised, and every key of the contract`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("other.xml")
        try Data("<a>\n<b/></a>".utf8).write(to: URL(filePath: path))
        let outcome = try run(["check", path, "--json"])
        let objects = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
        let entry = try #require(objects.first)
        let keys: Set = ["file", "messageType", "wireValid", "bufdirValid", "domainValid", "errors"]
        #expect(Set(entry.keys) == keys)
        #expect(entry["messageType"] is NSNull)
        #expect(entry["bufdirValid"] is NSNull)
        let errors = try #require(entry["errors"] as? [[String: Any]])
        #expect(errors.map { Set($0.keys) } == [["level", "path", "line", "message"]])
        #expect(errors.map { $0["level"] as? String } == ["wire"])
        #expect(outcome.status == 1)
    }

    @Test
    func `names file, line, level and path of each error for people`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("failure.xml")
        #expect(try run(["new", "feilmelding", "-o", path]).status == 0)
        let lines = try run(["check", path]).text.split(separator: "\n")
        #expect(lines.first?.hasPrefix("\(path):2: wire /Feilmelding/Feil/Feilkode: Found ") == true)
        #expect(
            lines.last == "\(path): feilmelding, not valid by wire (a known exception: no message of this type can be)"
        )
    }

    @Test(arguments: ["nb", "nn", "en"])
    func `shows a message as text and as a page in each language`(language: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("referral.xml")
        #expect(try run(["new", "henvisning.fosterhjem", "-o", path]).status == 0)
        let text = try run(["show", path, "--language", language])
        #expect(text.status == 0)
        #expect(text.text.contains("(3-2)") || text.text.contains("(5-1)"))
        let page = try run(["show", path, "--html", "--language", language])
        #expect(page.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">"))
    }

    @Test(.enabled(if: SharedFolder.item("corpus/bufdir") != nil, "the shared folder has no corpus/bufdir"))
    func `gives the verdicts of the corpus`() throws {
        let folder = try #require(SharedFolder.item("corpus/bufdir"))
        let manifest = try Data(contentsOf: folder.appending(path: "manifest.json"))
        let known = try JSONDecoder().decode([Known].self, from: manifest)
        let files = known.map { folder.appending(path: $0.file).path(percentEncoded: false) }
        let outcome = try run(["check", "--json"] + files)
        let entries = try decoded(outcome.output)
        #expect(outcome.status == 1)
        #expect(entries.map(\.file) == files)
        for (known, entry) in zip(known, entries) {
            if known.contested != true { #expect(entry.wireValid == known.schemaValid, "\(known.file)") }
            if let valid = known.enableValid {
                #expect(entry.bufdirValid == valid, "\(known.file)")
                #expect(entry.messageType == known.messageType, "\(known.file)")
            } else {
                #expect(entry.bufdirValid == nil && entry.messageType == nil, "\(known.file)")
            }
        }
    }
}

// MARK: - Running

private struct Known: Decodable {
    let file: String
    let messageType: String
    let schemaValid: Bool
    let enableValid: Bool?
    let contested: Bool?
}

private struct Entry: Decodable {
    let file: String
    let messageType: String?
    let wireValid: Bool
    let bufdirValid: Bool?
    let domainValid: Bool?
    let errors: [Problem]

    struct Problem: Decodable {
        let level: String
        let path: String
        let line: Int
        let message: String
    }
}

private func decoded(_ output: Data) throws -> [Entry] {
    try JSONDecoder().decode([Entry].self, from: output)
}

private func run(_ arguments: [String]) throws -> VerbOutcome {
    try VerbOutcome(of: ["message"] + arguments)
}
