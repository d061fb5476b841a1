import Foundation
import TestSupport
import Testing

/// `rettid check`, run as other programs run it.
struct `The check command` {
    private struct File: Decodable {
        struct Entry: Decodable {
            var rule: String
            var severity: String
            var message: String
        }

        var file: String
        var format: String
        var mode: String
        var overall: String
        var controls: Int
        var entries: [Entry]
    }

    private static let sender =
        "<Avgiver Organisasjonsnummer='958935420' Versjon='2024' Kommunenummer='4601' Kommunenavn='Bergen'/>"
    private static let sound = """
        <Barnevern>\(sender)<Individ Id='1' Journalnummer='J' StartDato='2024-01-01' Saksbehandler='S' Avslutta3112='2' \
        DUFnummer='201600000902'><Plan Id='p' StartDato='2024-02-01' Plantype='1'/></Individ></Barnevern>
        """

    private func run(_ arguments: [String]) throws -> VerbOutcome { try VerbOutcome(of: ["check"] + arguments) }

    private func written(_ text: String, _ folder: TemporaryFolder, _ name: String = "delivery.xml") throws -> String {
        let path = folder.file(name)
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test func `judges several files at once and prints one JSON list in their order`() throws {
        let folder = try TemporaryFolder()
        let first = try written(Self.sound.replacing("4601", with: "x"), folder, "first.xml")
        let second = try written("<Barnevern>\(Self.sender)", folder, "second.xml")
        let outcome = try run([first, second, "--json", "--lang", "en"])
        let files = try JSONDecoder().decode([File].self, from: outcome.output)
        #expect(files.map(\.file) == [first, second])
        #expect(files.map(\.overall) == ["FATAL", "FATAL"])
        #expect(files[0].entries.contains { $0.rule == "XSD" && $0.message.contains("Kommunenummer") })
        #expect(files[1].entries.last?.rule == "XML_FILE")
        #expect(outcome.status == 1)
    }

    @Test func `asks the year and region of the file where none are given`() throws {
        let folder = try TemporaryFolder()
        let path = try written(Self.sound, folder)
        let own = try JSONDecoder().decode([File].self, from: run([path, "--json"]).output)
        #expect(own.first?.entries.contains { $0.rule.hasPrefix("AVGIVER") } == false)
        #expect(own.first?.controls == 55)
        let other = try run([path, "--json", "--year", "2023", "--region", "030100", "--mode", "reference"])
        let rules = try JSONDecoder().decode([File].self, from: other.output).first?.entries.map(\.rule) ?? []
        #expect(rules.starts(with: ["AVGIVER_02", "AVGIVER_04"]) && rules.contains("INDIVID_09"))
        #expect(other.status == 1)
    }

    @Test(arguments: [[], ["nowhere.xml"], ["--region", "46", "x"], ["--mode", "loose", "x"], ["--as", "pdf", "x"]])
    func `ends with 2 and a sentence where the usage is wrong or a file is missing`(arguments: [String]) throws {
        let outcome = try run(arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.errors.isEmpty)
    }

    private static let delivery = """
        <Barnevern Id="236110fc-edba-4b86-87b3-d6bb945cbc76" DatoUttrekk="2024-06-01T12:00:00Z">\
        <Fagsystem Leverandor="Acme" Navn="A" Versjon="1"/>\
        <Avgiver Organisasjonsnummer="999999999" Kommunenummer="1234" Kommunenavn="Kommune"/>\
        <Sak Id="236110fc-edba-4b86-87b3-d6bb945cbc76" StartDato="2024-01-01" Journalnummer="J"/></Barnevern>
        """

    @Test(arguments: [[], ["--as", "bvr"]])
    func `knows a delivery to the register`(_ options: [String]) throws {
        let folder = try TemporaryFolder()
        let outcome = try run([try written(Self.delivery, folder), "--json"] + options)
        #expect(outcome.status == 1)
        let file = try #require(try JSONDecoder().decode([File].self, from: outcome.output).first)
        #expect(file.format == "bvr")
        #expect(file.entries.map(\.rule) == ["SAK_21", "PERSONALIA_11"])
        #expect(file.controls == 79)
    }

    @Test func `holds the deliveries of a folder together`() throws {
        let folder = try TemporaryFolder()
        for name in ["a.xml", "b.xml"] {
            try Data(Self.delivery.utf8).write(to: URL(filePath: folder.file(name)))
        }
        let outcome = try run([folder.path, "--json"])
        let files = try JSONDecoder().decode([File].self, from: outcome.output)
        #expect(files.map { $0.entries.map(\.rule).contains("RETTID_CHAIN_REPEAT") } == [false, true])
    }

    @Test func `has no reference program for the register`() throws {
        let folder = try TemporaryFolder()
        let outcome = try run([try written(Self.delivery, folder), "--mode", "reference", "--lang", "en"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("register"))
    }

    @Test(arguments: [([], ""), (["--as", "kostra"], "kostra"), (["--as", "bvr"], "bvr")])
    func `has an object for a file that cannot be read, and the reason in it`(
        _ options: [String],
        format: String
    ) throws {
        let folder = try TemporaryFolder()
        let missing = folder.file("missing.xml")
        let sound = try written(Self.sound, folder)
        let (files, outcome) = try CheckedDelivery.check([missing, sound, folder.file("b"), "--lang", "en"] + options)
        #expect(outcome.status == 2)
        #expect(files.map(\.file) == [missing, sound, folder.file("b")])
        let file = try #require(files.first)
        #expect(file.format == format && file.mode == "strict" && file.overall == "FATAL" && file.controls == 0)
        let entry = try #require(file.entries.first)
        #expect(file.entries.count == 1 && entry.rule == "XML_FILE" && entry.severity == "FATAL")
        #expect(entry.message == "The file cannot be read." && entry.line == nil && entry.journal.isEmpty)
        #expect(outcome.errors.contains("\(missing): \(entry.message) \(entry.advice)\n"))
    }

    @Test func `takes no folder inside a folder for a file, whatever its name`() throws {
        let folder = try TemporaryFolder()
        for name in ["x.xml", "y.zip"] {
            try FileManager.default.createDirectory(atPath: folder.file(name), withIntermediateDirectories: false)
        }
        #expect(try run([folder.path]).status == 2)
        let inside = try written(Self.sound, folder, "x.xml/a.xml")
        let (files, outcome) = try CheckedDelivery.check([folder.path])
        #expect(files.map(\.file) == [inside])
        #expect(outcome.status == 0)
    }

    @Test(arguments: [([], "ERROR"), (["--channel", "system"], "ERROR"), (["--channel", "kostra"], "WARNING")])
    func `lowers errors in what is migrated where a delivery to the register came by KOSTRA`(
        _ options: [String],
        severity: String
    ) throws {
        let folder = try TemporaryFolder()
        let path = try written(SampleDeliveries.register(case: 1), folder)
        let (files, outcome) = try CheckedDelivery.check([path] + options)
        #expect(files.first?.entries.first { $0.rule == "PERSONALIA_11" }?.severity == severity)
        #expect(outcome.status == (severity == "ERROR" ? 1 : 0))
        #expect(try run([path, "--channel", "post"]).status == 2)
    }

    @Test func `groups what it finds for people`() throws {
        let folder = try TemporaryFolder()
        let outcome = try run([try written(Self.sound, folder)])
        #expect(outcome.text.contains("INDIVID_11  advarsel  1"))
    }

    @Test func `takes a folder for the XML files inside it, at any depth`() throws {
        let folder = try TemporaryFolder()
        let inner = folder.file("b")
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: false)
        try Data(Self.sound.utf8).write(to: URL(filePath: inner + "/second.XML"))
        let first = try written(Self.sound, folder, "a.xml")
        _ = try written("no delivery", folder, "readme.txt")
        let root = String(first.dropLast("/a.xml".count))
        let outcome = try run([root, "--json"])
        #expect(
            try JSONDecoder().decode([File].self, from: outcome.output).map(\.file) == [first, inner + "/second.XML"]
        )
        #expect(outcome.status == 0)
        try FileManager.default.removeItem(atPath: inner + "/second.XML")
        #expect(try run([inner]).status == 2)
    }

    @Test func `writes a page, and then prints only what each file amounts to`() throws {
        let folder = try TemporaryFolder()
        let page = folder.file("report.html")
        let outcome = try run([try written(Self.sound, folder), "-o", page, "--lang", "en"])
        #expect(outcome.status == 0)
        #expect(outcome.text.split(separator: "\n").count == 1)
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(html.contains("data-rule=\"INDIVID_11\""))
        #expect(try run([try written(Self.sound, folder), "-o", folder.file("none/report.html")]).status == 2)
        #expect(try run([try written(Self.sound, folder), "-o", folder.file("report.pdf")]).status == 2)
    }
}
