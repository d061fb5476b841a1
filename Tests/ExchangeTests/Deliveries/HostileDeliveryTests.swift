import Exchange
import TestSupport
import Testing

struct `A hostile delivery` {
    private static let begin = "<Barnevern><Avgiver Organisasjonsnummer='958935420' Versjon='2024' "

    private static func entities(_ depth: Int) -> String {
        let more = (1...depth).map { "<!ENTITY e\($0) '\(String(repeating: "&e\($0 - 1);", count: 10))'>" }
        return "<!DOCTYPE Barnevern [<!ENTITY e0 'lol'>\(more.joined())]><Barnevern>&e\(depth);</Barnevern>"
    }

    @Test(arguments: KostraFrame.Mode.allCases)
    func `with an entity bomb is refused soon`(_ mode: KostraFrame.Mode) throws {
        let time = ProcessorTime.of {
            let report = checkKostra(Array(Self.entities(9).utf8), mode, year: 2024)
            #expect(report.entries.map(\.rule) == ["XML_FILE"])
        }
        #expect(time < .seconds(20))
    }

    @Test func `with a document type declaration is refused in strict mode and read in reference mode`() throws {
        let document = """
            <!DOCTYPE Barnevern [<!ENTITY name "Oslo">]>
            \(Self.begin)Kommunenummer='0301' Kommunenavn='&name;'/></Barnevern>
            """
        #expect(checkKostra(Array(document.utf8), year: 2024).entries.map(\.facts.words) == ["XML_FILE.documentType"])
        let lenient = checkKostra(Array(document.utf8), .reference, year: 2024, region: "030100")
        #expect(lenient.entries.map(\.rule) == ["INDIVID_00"])
    }

    @Test func `of ten thousand elements inside each other is refused`() {
        let document = String(repeating: "<Barnevern>", count: 10_000)
        let report = checkKostra(Array(document.utf8), year: 2024)
        #expect(report.entries.last?.facts.words == "XML_FILE.limit")
    }

    @Test func `with an attribute that never ends is refused when the parser has not got on for a mebibyte`() throws {
        var stream = try XmlStream(vocabulary: KostraCheck.vocabulary)
        var events = XmlEvents()
        try stream.read(Array("<Barnevern a='".utf8)[...], isLast: false, into: &events)
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        var count = 0
        var refusal: XmlError?
        while refusal == nil, count < 64 {
            do throws(XmlError) {
                try stream.read(piece[...], isLast: false, into: &events)
                count += 1
            } catch {
                refusal = error
            }
        }
        #expect(refusal?.kind == .limit)
        #expect(count == 15)
    }

    private static let broken: [(bytes: [UInt8], words: String)] = {
        let declaration = "<?xml version='1.0' encoding='"
        let halfLetter = Array((begin + "Kommunenavn='Br").utf8) + [0xC3]
        let nul = Array(begin.utf8) + [0]
        let latin = Array("\(declaration)UTF-8'?><Barnevern>".utf8) + [0xE5, 0x20]
        let unheard = Array("\(declaration)unheard-of'?><Barnevern/>".utf8)
        return [
            (halfLetter, "XML_FILE.encoding"), (nul, "XML_FILE.notWellFormed"),
            (latin, "XML_FILE.encoding"), (unheard, "XML_FILE.encoding"), ([], "XML_FILE.notWellFormed"),
        ]
    }()

    @Test(arguments: broken)
    func `of broken bytes is refused`(_ bytes: [UInt8], _ words: String) {
        let report = checkKostra(bytes, year: 2024)
        #expect(report.entries.last?.facts.words == words)
        #expect(report.overall == .fatal)
    }

    @Test func `with faults without end gets no more than a hundred entries for a person`() {
        let person = """
            <Individ Id='1' Journalnummer='J' StartDato='2024-01-01' Saksbehandler='S' Avslutta3112='2'>\
            \(String(repeating: "<Plan/>", count: 1000))</Individ>
            """
        #expect(checkKostra(Array(person.utf8)).entries.count == 100)
    }

    /// A person, in pieces: a beginning, many times the same, and an end.
    private static func report(
        _ mode: KostraFrame.Mode,
        _ repeated: String,
        _ count: Int,
        end: String
    ) -> DeliveryFileReport {
        let person = "<Individ Id='1' Journalnummer='J' StartDato='2024-01-01' Saksbehandler='S' Avslutta3112='2'>"
        let document = person + String(repeating: repeated, count: count) + end
        return checkKostra(Array(document.utf8), mode, year: 2024)
    }

    @Test(arguments: KostraFrame.Mode.allCases)
    func `with a case that has no end is not kept in memory`(_ mode: KostraFrame.Mode) {
        let plans = (0..<100_001).map { "<Plan Id='\($0)' StartDato='2024-01-01' Plantype='1'/>" }.joined()
        let move =
            "<Flytting Id='f' SluttDato='2024-01-01'><ArsakFra Kode='2.1'/><FlyttingTil Kode='1'/></Flytting></Individ>"
        let concern = "<Melding Id='m' StartDato='2024-01-01'><Undersokelse Id='u' StartDato='x'/><Unknown/></Melding>"
        let entries = Self.report(mode, plans, 1, end: concern + move).entries
        switch mode {
        case .strict: #expect(entries.first?.facts.words == "XSD.tooMany" && entries.count == 2)
        case .reference: #expect(entries.map(\.rule) == ["INDIVID_01", "AVGIVER_00", "INDIVID_00"])
        }
    }

    @Test(arguments: KostraFrame.Mode.allCases)
    func `with a text that has no end is not kept in memory`(_ mode: KostraFrame.Mode) {
        let begin = "<Melding Id='m' StartDato='2024-01-01'><Melder Kode='22'><Presisering>"
        let text = begin + String(repeating: "0123456789abcdef", count: 2 << 20)
        let report = Self.report(mode, text, 1, end: "</Presisering></Melder></Melding></Individ>")
        let rules = mode == .strict ? ["XSD"] : ["INDIVID_01", "AVGIVER_00", "INDIVID_00"]
        #expect(report.entries.map(\.rule) == rules)
    }

    @Test(arguments: KostraFrame.Mode.allCases)
    func `with bytes at random in it is judged the same whole and in pieces`(_ mode: KostraFrame.Mode) {
        for seed in 0..<Rounds.of(300) {
            var drawing = DeliveryDrawing(seed: UInt64(seed))
            var bytes = Array(drawing.element(KostraTable.delivery).markup.utf8.prefix(20_000))
            for _ in 0..<Int.random(in: 1...4, using: &drawing.generator) {
                let place = Int.random(in: bytes.indices, using: &drawing.generator)
                let marks = Array("<>&'/ =!]".utf8) + [0, 0x80, 0xC3, 0xED, 0xFF]
                switch Int.random(in: 0..<4, using: &drawing.generator) {
                case 0: bytes[place] = marks.randomElement(using: &drawing.generator) ?? 0
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &drawing.generator), at: place)
                case 2: bytes.removeSubrange(place..<min(place + 9, bytes.count - 1))
                default: bytes.insert(contentsOf: bytes[place..<min(place + 99, bytes.count)], at: place)
                }
            }
            let whole = checkKostra(bytes, mode, year: 2024, region: "460100")
            let pieces = checkKostra(bytes, mode, year: 2024, region: "460100", pieces: 1 + seed % 97)
            #expect(whole == pieces, "seed \(seed)")
        }
    }
}
