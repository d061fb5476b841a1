import Casework
import Exchange
import Foundation
import Law
import TestSupport
import Testing

struct `A KOSTRA delivery` {
    /// Values that a table gives, whatever the rules say of them; ten times as many in the torture run.
    private static let count = Rounds.of(200)

    private func drawn(_ number: Int) -> [UInt8] {
        var drawing = DeliveryDrawing(seed: UInt64(number) &+ 88)
        return Array(drawing.element(KostraTable.delivery).markup.utf8)
    }

    /// The delivery, written and held against the table; nothing where it was not read whole.
    private func rewritten(_ bytes: [UInt8]) throws -> [UInt8] {
        let read = try readKostra(bytes)
        try #require(read.findings.isEmpty && !read.parts.hasUnsound)
        let delivery = KostraDelivery(sender: try #require(read.parts.sender), people: read.parts.people)
        let written = try KostraWriter.bytes(of: delivery)
        let again = try readKostra(written)
        #expect(again.findings.isEmpty)
        #expect(again.parts == read.parts)
        #expect(written.allSatisfy { $0 < 0x80 })
        #expect(!checkKostra(written).entries.contains { $0.rule == "XSD" || $0.rule == "XML_FILE" })
        return written
    }

    @Test func `is the same after it was written and read, and as the official schemas want it`() throws {
        var files: [String] = []
        var people: [String] = []
        let folder = try TemporaryFolder()
        for number in 0..<Self.count {
            let written = try rewritten(drawn(number))
            #expect(try rewritten(written) == written, "\(number)")
            files.append(folder.file("\(number).xml"))
            try Data(written).write(to: URL(filePath: files[number]))
            var writer = KostraWriter()
            for (place, person) in try readKostra(written).parts.people.enumerated() {
                people.append(folder.file("\(number)-\(place).xml"))
                try Data(writer.add(person)).write(to: URL(filePath: people[people.count - 1]))
            }
        }
        guard KostraOracle.isAtHand else { return }
        #expect(try KostraOracle.valid(files, "KostraBarnevern.xsd").count == files.count)
        #expect(try KostraOracle.valid(people, "Individ.xsd").count == people.count)
    }

    @Test(.enabled(if: !KostraCorpus.vectors.isEmpty, "\(KostraCorpus.missing)"))
    func `of the corpus is the same after it was written and read`() throws {
        var count = 0
        for vector in KostraCorpus.vectors {
            guard let read = try? readKostra(try KostraCorpus.bytes(vector.file)) else { continue }
            var writer = KostraWriter()
            for person in read.parts.people {
                #expect(try readKostra(writer.add(person)).parts == [.person(person)], "\(vector.id)")
                count += 1
            }
        }
        #expect(count > 300)
    }

    @Test(arguments: [1, 7, 1 << 16])
    func `is read the same in pieces of any size`(_ size: Int) throws {
        let bytes = drawn(3)
        #expect(try readKostra(bytes, pieces: size).parts == readKostra(bytes).parts)
    }

    @Test func `is read person by person, before the file ends`() throws {
        let person = KostraSample.person()
        var writer = KostraWriter()
        var reader = KostraReader()
        var people = 0
        var stream = try XmlStream(vocabulary: KostraCheck.vocabulary)
        var events = XmlEvents()
        var first = try writer.begin(KostraSample.sender)
        for number in 0..<3 {
            events.removeAll()
            try stream.read((first + writer.add(person))[...], isLast: false, into: &events)
            first = []
            reader.take(events) { part in if part == .person(person) { people += 1 } }
            #expect(people == number + 1)
        }
    }

    @Test func `is read on behind a person who breaks the schema`() throws {
        let people = [KostraSample.person(), KostraSample.person { $0.id = "i2" }]
        let delivery = KostraDelivery(sender: KostraSample.sender, people: people)
        let bytes = String(decoding: try KostraWriter.bytes(of: delivery), as: UTF8.self)
        let broken = bytes.replacing("Kode=\"3.99\"", with: "Kode=\"3.98\"", maxReplacements: 1)
        let read = try readKostra(Array(broken.utf8))
        #expect(read.parts == [.sender(KostraSample.sender), .unsound(line: 4, column: 1), .person(people[1])])
        #expect(read.findings.count == 1)
    }

    @Test func `gives nothing of a person who is more than a person can be`() throws {
        let plans = (0..<40).map {
            KostraIndividual.Plan(id: "p\($0)", start: RegisterSample.day("2024-01-01"), kind: "1")
        }
        let people = [KostraSample.person { $0.plans = plans }, KostraSample.person { $0.id = "i2" }]
        let delivery = KostraDelivery(sender: KostraSample.sender, people: people)
        let bytes = try KostraWriter.bytes(of: delivery)
        #expect(try readKostra(bytes).parts.people == people)
        // A plan takes about 370 bytes, all the rest of the sample about 5,000.
        let read = try readKostra(bytes, mostBytes: 12_000)
        #expect(read.parts.people == [people[1]])
        #expect(read.parts.hasUnsound)
    }

    @Test func `keeps every character that XML can have`() throws {
        let text = " a\tb\nc\rd <&>\"' å😀\u{85}\u{2028} "
        let person = KostraSample.person { $0.measures[0].category.specification = text }
        var writer = KostraWriter()
        let bytes = try writer.add(person)
        #expect(try readKostra(bytes).parts.people.first?.measures[0].category.specification == text)
        #expect(bytes.allSatisfy { $0 < 0x80 })
    }

    @Test(arguments: [
        "caseworker", "caseworker of 51", "journal", "id of 31", "same id", "code", "number", "four references",
        "empty",
        "control",
    ])
    func `that breaks the schema is not written`(_ what: String) {
        let person = KostraSample.person { person in
            switch what {
            case "caseworker": person.caseworker = ""
            case "caseworker of 51": person.caseworker = String(repeating: "å", count: 51)
            case "journal": person.journal = ""
            case "id of 31": person.id = String(repeating: "1", count: 31)
            case "same id": person.plans.append(person.plans[0])
            case "code": person.measures[0].grounds = [StatedCode("1.1.01")]
            case "number": person.birthNumber = StatedNumber("12345")
            case "four references": person.measures[0].references = Array(repeating: KostraSample.basis, count: 4)
            case "empty": person.measures[0].category.specification = ""
            default: person.journal = "\u{1}"
            }
        }
        var writer = KostraWriter()
        #expect(throws: DeliveryRefusal.self) { try writer.add(person) }
        #expect(throws: DeliveryRefusal.self) { try writer.end() }
    }

    @Test(arguments: [("99999999", 2024, "4601"), ("999999999", 2024, "460")])
    func `of a sender who breaks the schema is not written`(_ organisation: String, _ year: Int, _ number: String) {
        let sender = KostraDelivery.Sender(
            organisation: organisation,
            year: year,
            municipality: number,
            municipalityName: "Kommune"
        )
        #expect(throws: DeliveryRefusal.self) { try KostraWriter().begin(sender) }
    }

    @Test func `shows no digit of a person's number`() throws {
        let person = KostraSample.person()
        var text = ""
        dump(person, to: &text)
        let digits = try #require(person.birthNumber?.digits)
        #expect(digits.utf8.count == 11 && !"\(person) \(text)".contains(digits))
    }
}

/// Another engine, libxml2, which judges by Statistics Norway's own schemas.
enum KostraOracle {
    static var isAtHand: Bool { Xmllint.isHere && SharedFolder.item("standards/ssb/KostraBarnevern.xsd") != nil }

    /// Which of the files are valid.
    static func valid(_ paths: [String], _ schema: String) throws -> Set<String> {
        let schema = try #require(SharedFolder.item("standards/ssb/\(schema)")).path(percentEncoded: false)
        return try Xmllint.valid(paths, schema: schema)
    }
}
