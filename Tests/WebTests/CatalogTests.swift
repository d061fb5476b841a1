import Foundation
import Testing

@testable import Web

struct `The catalogs` {
    @Test(arguments: [Language.nynorsk, .english])
    func `have the same keys and the same placeholders`(language: Language) throws {
        let reference = try Catalog(.bokmaal).texts
        let other = try Catalog(language).texts
        #expect(Set(reference.keys).symmetricDifference(other.keys).sorted() == [])
        for (key, text) in reference {
            #expect(Self.placeholders(text) == Self.placeholders(other[key] ?? ""), "\(key)")
        }
    }

    @Test(arguments: Language.allCases)
    func `have no key in two files`(language: Language) throws {
        let counts = try Catalog.files(language).map {
            try JSONDecoder().decode([String: String].self, from: Data($0)).count
        }
        #expect(counts.reduce(0, +) == (try Catalog(language).texts.count))
    }

    @Test(arguments: Language.allCases)
    func `have no empty text and no stray blanks`(language: Language) throws {
        for (key, text) in try Catalog(language).texts {
            #expect(!text.isEmpty && text == text.trimmingCharacters(in: .whitespaces), "\(key)")
            #expect(!text.contains("  "), "\(key)")
        }
    }

    @Test(arguments: Language.allCases)
    func `have both forms of every text with a count`(language: Language) throws {
        let keys = Set(try Catalog(language).texts.keys)
        for key in keys where key.hasSuffix(".one") {
            #expect(keys.contains(key.dropLast(3) + "other"), "\(key)")
        }
        for key in keys where key.hasSuffix(".other") && key != "form.channel.other" && !key.hasPrefix("code.") {
            #expect(keys.contains(key.dropLast(5) + "one"), "\(key)")
        }
    }

    @Test(arguments: Language.allCases)
    func `name their own language`(language: Language) throws {
        #expect(try Catalog(language).text("language.code") == language.rawValue)
    }

    @Test func `have every text that templates and sources ask for, and no other`() throws {
        let keys = Set(try Catalog(.bokmaal).texts.keys)
        let asked = try Self.askedInTemplates()
        #expect(asked.subtracting(keys).sorted() == [])
        let (texts, plurals, literals) = try Self.askedInSources()
        #expect(texts.subtracting(keys).sorted() == [])
        #expect(plurals.filter { !keys.contains($0 + ".one") || !keys.contains($0 + ".other") }.sorted() == [])
        let forms = plurals.flatMap { [$0 + ".one", $0 + ".other"] }
        let commands = `The texts of commands`.allowed
        let all = asked.union(literals).union(forms).union(commands)
        #expect(keys.subtracting(all).sorted() == [])
    }

    private static func placeholders(_ text: String) -> [String] {
        text.matches(of: #/\{([^}]*)\}/#).map { String($0.1) }.sorted()
    }

    private static func askedInTemplates() throws -> Set<String> {
        var keys: Set<String> = []
        for source in PageTemplates.all.map(\.source) + PageTemplates.Row.allCases.map(\.source) {
            let text = String(decoding: source, as: UTF8.self)
            keys.formUnion(text.matches(of: #/\{\{text\.([A-Za-z0-9.]+)\}\}/#).map { String($0.1) })
        }
        return keys
    }

    /// Keys given to `text(…)`, keys given to `plural(…)`, and every literal that could be a key.
    private static func askedInSources() throws -> (texts: Set<String>, plurals: Set<String>, literals: Set<String>) {
        var found: (texts: Set<String>, plurals: Set<String>, literals: Set<String>) = ([], [], [])
        let tests = URL(filePath: #filePath).deletingLastPathComponent()
        let folder = tests.appending(path: "../../Sources/Web").standardized.resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let source = try String(contentsOf: file, encoding: .utf8)
            // A reader of posted values is called `text(_:in:)`, and what it names is no key.
            let texts = source.matches(of: #/[. (]text\(\s*"([A-Za-z0-9.]+)"(?!, in:)/#).map { String($0.1) }
            let plurals = source.matches(of: #/plural\(\s*"([A-Za-z0-9.]+)"/#).map { String($0.1) }
            let literals = source.matches(of: #/"([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)"/#).map { String($0.1) }
            found.texts.formUnion(texts)
            found.plurals.formUnion(plurals)
            found.literals.formUnion(literals)
        }
        return found
    }
}
