import Casework
import Exchange
import Foundation
import TestSupport
import Testing

struct `The structure of a register delivery` {
    @Test(
        .enabled(if: !RegisterCorpus.schemaCases.isEmpty, "There is no ../shared/corpus/kostra beside the repository."),
        arguments: RegisterCorpus.schemaCases
    )
    func `is judged as the schema's own tests judge it`(_ schemaCase: RegisterCorpus.SchemaCase) throws {
        let report = checkRegister(try RegisterCorpus.bytes(schemaCase)).report
        let breaches = report.entries.filter { $0.rule == "XSD" }
        #expect(breaches.isEmpty == schemaCase.valid)
        #expect(breaches.allSatisfy { $0.severity == .fatal && $0.line != nil && $0.column != nil })
        // No rule is asked then; some of these documents are no XML either.
        #expect(breaches.isEmpty || report.entries.allSatisfy { ["XSD", "XML_FILE"].contains($0.rule) })
    }

    private static let id = "236110fc-edba-4b86-87b3-d6bb945cbc76"

    private static func document(_ content: String, moment: String = "2024-06-01T12:00:00Z", id: String = id) -> String
    {
        """
        <Barnevern Id="\(id)" DatoUttrekk="\(moment)"><Fagsystem Leverandor="Acme" Navn="A" Versjon="1"/>\
        <Avgiver Organisasjonsnummer="999999999" Kommunenummer="1234" Kommunenavn="Kommune"/>\
        <Sak Id="\(Self.id)" StartDato="2024-01-01" Journalnummer="J">\(content)</Sak></Barnevern>
        """
    }

    @Test(arguments: [
        ("2024-06-01T12:00:00Z", true),
        ("2024-06-01T12:00:00+02:00", true),
        ("2024-06-01T12:00:00.123456789Z", true),
        ("2024-06-01T12:00:00.1234567890Z", false),
        ("2024-06-01T12:00:00.Z", false),
        ("2024-06-01T12:00:00", false),
        ("2024-06-01T12:00Z", false),
        ("2024-06-01T24:00:00Z", true),
        ("2024-06-01T24:00:01Z", false),
        ("2024-06-01T12:00:60Z", false),
        ("2023-02-29T12:00:00Z", false),
        ("12024-06-01T12:00:00Z", false),
        ("-2024-06-01T12:00:00Z", false),
        ("2024-06-01T12:00:00+15:00", false),
        ("2024-06-01", false),
        ("", false),
    ])
    func `wants a moment with seconds, at most nine decimals and a zone`(_ moment: String, _ isValid: Bool) {
        #expect((checkRegister(Array(Self.document("", moment: moment).utf8)).delivery != nil) == isValid)
    }

    @Test(arguments: [
        ("236110fc-edba-1b86-87b3-d6bb945cbc76", true),
        ("236110FC-EDBA-5B86-BFB3-D6BB945CBC76", true),
        ("236110fc-edba-7b86-87b3-d6bb945cbc76", false),
        ("236110fc-edba-0b86-87b3-d6bb945cbc76", false),
        ("236110fc-edba-4b86-c7b3-d6bb945cbc76", false),
        ("236110fc-edba-4b86-77b3-d6bb945cbc76", false),
        ("236110fcedba4b8687b3d6bb945cbc76", false),
        (" 236110fc-edba-4b86-87b3-d6bb945cbc76", false),
        ("g36110fc-edba-4b86-87b3-d6bb945cbc76", false),
    ])
    func `wants a UUID of version 1 to 5`(_ id: String, _ isValid: Bool) {
        #expect((checkRegister(Array(Self.document("", id: id).utf8)).delivery != nil) == isValid)
    }

    private static let other = "00000000-0000-4000-8000-000000000001"

    private static let judged: [(String, Int, Bool)] = [
        ("<Slettet Id='\(id)' Type='Plan' SluttDato='2024-02-01'/>", 2, false),
        (
            "<Slettet Id='\(id)' Type='Plan' SluttDato='2024-02-01'/><Slettet Id='\(id)' Type='Tiltak' SluttDato='2024-02-01'/>",
            1, true
        ),
        ("<Slettet Type='Plan' SluttDato='2024-02-01' Id='\(id)'/>", 2, false),
        ("<Plan Id='\(id)' StartDato='2024-02-01' Plantype='1'/>", 2, false),
        ("<Melding Id='\(id)' StartDato='2024-02-01'/><Plan Id='\(id)' StartDato='2024-02-01' Plantype='1'/>", 1, true),
        ("<Slettet Id='\(id)' Type='Sak' SluttDato='2024-02-01'/>", 1, false),
        ("<Slettet Id='\(id)' Type='OversendelseFylkesnemnd' SluttDato='2024-02-01'/>", 1, true),
        ("<Melding Id='\(id)' StartDato='2024-02-01' ErSlettet='1'/>", 1, true),
        ("<Melding Id='\(id)' StartDato='2024-02-01' ErSlettet='TRUE'/>", 1, false),
        ("<Vedtak Id='\(id)' StartDato='2024-02-01'/>", 1, false),
        (
            "<Plan Id='\(id)' StartDato='2024-02-01' Plantype='1'/><Melding Id='\(id)' StartDato='2024-02-01'/>", 1,
            false
        ),
    ]

    @Test(arguments: judged)
    func `is judged as xmllint judges it`(_ content: String, _ times: Int, _ isValid: Bool) throws {
        let document = Self.document(String(repeating: content, count: times))
        #expect((checkRegister(Array(document.utf8)).delivery != nil) == isValid)
        guard RegisterOracle.isAtHand else { return }
        let folder = try TemporaryFolder()
        try Data(document.utf8).write(to: URL(filePath: folder.file("one.xml")))
        #expect(try RegisterOracle.valid([folder.file("one.xml")]).isEmpty != isValid)
    }

    @Test(arguments: [
        ("4", true), ("12a", true), ("4aa", true), ("", false), ("a", false), ("4a4", false), ("1234", false),
        ("4A", false),
        ("٣", true),
    ])
    func `wants a chapter of digits and letters`(_ chapter: String, _ isValid: Bool) {
        let content = """
            <OversendelseFylkesnemnd Id='\(Self.id)' StartDato='2024-02-01'><Lovhjemmel><Lov>BVL2021</Lov>\
            <Kapittel>\(chapter)</Kapittel><Paragraf>1</Paragraf></Lovhjemmel></OversendelseFylkesnemnd>
            """
        #expect((checkRegister(Array(Self.document(content).utf8)).delivery != nil) == isValid)
    }

    @Test func `tells case, journal, thing, line and column of what is wrong`() throws {
        let document = Self.document("\n<Plan Id='\(Self.other)' StartDato='2024-02-30' Plantype='1'/>")
        let entry = try #require(checkRegister(Array(document.utf8)).report.entries.first)
        #expect(entry.individID == Self.id)
        #expect(entry.journal == "J")
        #expect(entry.contextID == Self.other)
        #expect(entry.line == 2)
        #expect(entry.column == 1)
        #expect(entry.facts.words == "XSD.notADate")
    }

    @Test(arguments: ["<Individ/>", "<Barnevern", "", "<!DOCTYPE a><Barnevern/>"])
    func `of what is no delivery is fatal`(_ document: String) {
        let outcome = checkRegister(Array(document.utf8))
        #expect(outcome.report.overall == .fatal)
        #expect(outcome.delivery == nil)
        #expect(outcome.report.entries.allSatisfy { ["XSD", "XML_FILE"].contains($0.rule) })
    }

    @Test(.enabled(if: MadeDeliveries.isAtHand, "There is no ../shared/tools, or python3 is not installed."))
    func `is sound in every document that is made for tests`() throws {
        let folder = try TemporaryFolder()
        for made in try MadeDeliveries.make(folder, "-n", "60", "--seed", "5", "--chain", "3", "--year", "2026") {
            let whole = checkRegister(made.bytes)
            #expect(whole.delivery?.registerCase.id.text == made.caseID)
            #expect(checkRegister(made.bytes, pieces: 1).report == whole.report)
        }
    }
}

@Suite(.enabled(if: RegisterOracle.isAtHand, "xmllint is not installed, or there is no ../shared/standards/ssb."))
struct `Bent register deliveries` {
    /// Documents that are drawn; 10,000 in the torture run.
    private static let count = Rounds.of(1000)

    @Test func `are judged as xmllint judges them`() throws {
        let folder = try TemporaryFolder()
        var ours: [String: Bool] = [:]
        for number in 0..<Self.count {
            var drawing = DeliveryDrawing(seed: UInt64(number))
            let document = drawing.element(RegisterTable.delivery)
            // One in ten is left as it is drawn: valid.
            if number % 10 != 0 { drawing.bendRegister(document) }
            guard document.name == RegisterTable.delivery.name, !Self.isReadOtherwise(document) else { continue }
            let bytes = Data(document.markup.utf8)
            let path = folder.file("\(number).xml")
            try bytes.write(to: URL(filePath: path))
            ours[path] = checkRegister([UInt8](bytes)).delivery != nil
            if number % 10 == 0 { #expect(ours[path] == true, "\(number)") }
        }
        let theirs = try RegisterOracle.valid(Array(ours.keys).sorted())
        for (path, isValid) in ours.sorted(by: { $0.key < $1.key }) where theirs.contains(path) != isValid {
            Issue.record("ours \(isValid): \(try String(contentsOfFile: path, encoding: .utf8).prefix(3000))")
        }
        #expect(ours.values.contains(true) && ours.values.contains(false))
    }

    /// Where we differ on purpose: libxml2 refuses white space around dates and moments, which the schema allows.
    private static func isReadOtherwise(_ document: DeliveryNode) -> Bool {
        document.all.contains { node in
            let isDateText = node.name == "StartDato" && node.text.first == " "
            return isDateText
                || node.attributes.contains { attribute in
                    let isDate =
                        attribute.name.hasSuffix("Dato") || ["Fodseldato", "DatoUttrekk"].contains(attribute.name)
                    return attribute.value.first == " " && isDate
                }
        }
    }
}

extension DeliveryDrawing {
    /// Bends one thing somewhere inside a delivery to the register, which may stay valid all the same.
    fileprivate mutating func bendRegister(_ root: DeliveryNode) {
        let nodes = root.all
        func any<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &generator) }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bend(root)
        case 1:
            // The id of another of its kind, or of another kind.
            let named = nodes.filter { node in node.attributes.contains { $0.name == "Id" } }
            guard let from = any(named), let to = any(named.filter { $0.name == from.name } + [from]) else { return }
            guard let id = from.attributes.first(where: { $0.name == "Id" })?.value else { return }
            for place in to.attributes.indices where to.attributes[place].name == "Id" {
                to.attributes[place].value = id
            }
        case 2:
            guard let node = any(nodes.filter { !$0.attributes.isEmpty }) else { return }
            let values = [
                "true", "FALSE", "2", "BVL", "1.1.01", "2024-01-01T00:00:00Z", "236110fc-edba-7b86-87b3-d6bb945cbc76",
                "Melding", "Sak", "1234", "a", "",
            ]
            let place = Int.random(in: node.attributes.indices, using: &generator)
            node.attributes[place].value = any(values) ?? ""
        default:
            guard let node = any(nodes.filter { !$0.text.isEmpty }) else { return bend(root) }
            node.text =
                any(["", "0", "4a", "a4", "1234", "12345", "ab", "z", "BVL2021", "1.4", "9.9", "2024-02-29"]) ?? ""
        }
    }
}
