import Casework
import Exchange
import Foundation
import Law
import TestSupport
import Testing

struct `A register delivery` {
    /// Values that a table gives, whatever the rules say of them; 10,000 in the torture run.
    private static let count = Rounds.of(200)

    private func drawn(_ number: Int) -> [UInt8] {
        var drawing = DeliveryDrawing(seed: UInt64(number) &+ 77)
        return Array(drawing.element(RegisterTable.delivery).markup.utf8)
    }

    @Test func `is the same after it was written and read`() throws {
        var paths: [String] = []
        let folder = try TemporaryFolder()
        for number in 0..<Self.count {
            let read = try #require(checkRegister(drawn(number)).delivery)
            let bytes = try RegisterWriter.bytes(of: read)
            let again = try #require(checkRegister(bytes).delivery)
            #expect(again == read, "\(number)")
            #expect(try RegisterWriter.bytes(of: again) == bytes)
            paths.append(folder.file("\(number).xml"))
            try Data(bytes).write(to: URL(filePath: paths[number]))
        }
        guard RegisterOracle.isAtHand else { return }
        #expect(try RegisterOracle.valid(paths).count == paths.count)
    }

    @Test(.enabled(if: MadeDeliveries.isAtHand, "There is no ../shared/tools, or python3 is not installed."))
    func `that was made for tests is the same after it was written and read`() throws {
        let folder = try TemporaryFolder()
        for made in try MadeDeliveries.make(folder, "-n", "40", "--seed", "9", "--chain", "3") {
            let read = try #require(checkRegister(made.bytes).delivery)
            #expect(checkRegister(try RegisterWriter.bytes(of: read)).delivery == read)
        }
    }

    @Test(
        .enabled(if: !RegisterCorpus.schemaCases.isEmpty, "There is no ../shared/corpus/kostra beside the repository.")
    )
    func `of the schema's own tests is the same after it was written and read`() throws {
        for schemaCase in RegisterCorpus.schemaCases where schemaCase.valid {
            let read = try #require(checkRegister(try RegisterCorpus.bytes(schemaCase)).delivery)
            #expect(checkRegister(try RegisterWriter.bytes(of: read)).delivery == read, "\(schemaCase.file)")
        }
    }

    @Test func `keeps every character that XML can have`() throws {
        let text = " a\tb\nc\rd <&>\"' å😀 "
        let delivery = RegisterSample.delivery { $0.measures[0].category.specification = text }
        let bytes = try RegisterWriter.bytes(of: delivery)
        #expect(checkRegister(bytes).delivery?.registerCase.measures[0].category.specification == text)
    }

    @Test(arguments: [
        "journal", "journal of 37", "category", "status", "id", "birth", "control",
    ])
    func `that breaks the schema is not written`(_ what: String) {
        let delivery = RegisterSample.delivery { all in
            switch what {
            case "journal": all.journal = ""
            case "journal of 37": all.journal = String(repeating: "1", count: 37)
            case "category": all.measures[0].category.code = "9.9"
            case "status": all.decisions[0].statuses = []
            case "id": all.plans.append(all.plans[0])
            case "birth": all.people[0].number = StatedNumber("12345")
            default: all.journal = "\u{1}"
            }
        }
        #expect(throws: DeliveryRefusal.self) { try RegisterWriter.bytes(of: delivery) }
    }

    @Test func `keeps ids and moments as they were written, and compares ids whatever their case`() throws {
        let bytes = try RegisterWriter.bytes(of: RegisterSample.delivery(at: "2024-12-31T12:00:00.100000000+01:00"))
        let upper = String(decoding: bytes, as: UTF8.self)
            .replacing(RegisterSample.id(100).text, with: "ABCDEF00-0000-4000-8000-00000000000F")
        let read = try #require(checkRegister(Array(upper.utf8)).delivery)
        #expect(read.registerCase.id == ThingID("abcdef00-0000-4000-8000-00000000000f"))
        #expect(try RegisterWriter.bytes(of: read) == Array(upper.utf8))
    }

    @Test(arguments: [
        ("2024-12-31T22:59:59Z", "2024-12-31"),
        ("2024-12-31T23:00:00Z", "2025-01-01"),
        ("2024-12-31T24:00:00+01:00", "2025-01-01"),
        ("2024-06-30T21:59:59.9Z", "2024-06-30"),
        ("2024-06-30T22:00:00Z", "2024-07-01"),
        ("2024-06-30T23:30:00-02:00", "2024-07-01"),
    ])
    func `is extracted on the day that it is in Norway`(_ moment: String, _ day: String) {
        #expect(RegisterMoment(moment)?.day.description == day)
    }

    @Test func `shows no digit of a person's number`() throws {
        let person = RegisterSample.person("2014-05-10")
        var text = ""
        dump(person.number, to: &text)
        #expect(!"\(person) \(text)".contains(person.number.digits))
        #expect(!person.number.digits.isEmpty)
    }
}
