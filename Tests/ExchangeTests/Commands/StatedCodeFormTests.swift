import Casework
import Exchange
import Law
import Testing

struct `The forms of the statistics` {
    private static let id = RecordID(high: 1, low: 2)
    private static let context = FormContext(id: RecordID(high: 1, low: 1))

    private static func values(_ fields: [String: [String]]) -> CommandValues {
        var values = CommandValues()
        values["on"] = ["2026-03-02"]
        for (name, texts) in fields { values[name] = texts }
        return values
    }

    private static func read(_ form: String, _ fields: [String: [String]]) throws -> CommandForm.Happening {
        try #require(CommandForm.named(form)).read(values(fields), context).get().happening
    }

    private static func faults(_ form: String, _ fields: [String: [String]]) throws -> [FieldFault] {
        guard case .failure(let refusal) = try #require(CommandForm.named(form)).read(values(fields), context) else {
            return []
        }
        return refusal.faults
    }

    @Test func `tell who reported and what it is about, with words at the codes that need them`() throws {
        let fields = [
            "reporters": ["22", "11"], "reporterSpecification": ["Havnevesenet"], "contents": ["19", "3", "1.1.02"],
            "contentSpecification": ["Flytting"],
        ]
        let told = try Self.read("code-concern", fields)
        let codes = ConcernCodes(
            reporters: [StatedCode("11"), StatedCode("22", "Havnevesenet")],
            contents: [StatedCode("1.1.02"), StatedCode("3"), StatedCode("19", "Flytting")]
        )
        let day = try CalendarDay(parsing: "2026-03-02")
        #expect(told == .coded(CodingCommand(codes: codes, on: day)))
        let again = try #require(CommandForm.of(told, on: day))
        #expect(again.form.id == "code-concern")
        #expect(again.values["contents"] == ["1.1.02", "3", "19"])
        #expect(again.values["reporterSpecification"] == ["Havnevesenet"])
        #expect(try again.form.read(again.values, Self.context).get().happening == told)
    }

    @Test func `tell what an investigation rests on`() throws {
        let fields = ["investigation": ["\(Self.id)"], "grounds": ["18", "9"], "specification": ["Flytting"]]
        let grounds = [StatedCode("9"), StatedCode("18", "Flytting")].sorted { $0.code > $1.code }
        guard case .inCase(.investigationGrounded(let id, let stated)) = try Self.read("ground-investigation", fields)
        else {
            Issue.record("another event")
            return
        }
        #expect(id == Self.id && stated.sorted { $0.code > $1.code } == grounds)
    }

    @Test(arguments: [
        ("code-concern", ["reporters": ["22"]], "reporterSpecification", FieldFault.Expectation.something),
        ("code-concern", ["contents": ["18"]], "contentSpecification", .something),
        ("code-concern", ["reporters": ["11"], "reporterSpecification": ["x"]], "reporterSpecification", .nothing),
        ("code-concern", ["reporters": ["26"]], "reporters", .list),
        ("code-concern", ["contents": ["3", "3"]], "contents", .list),
        ("ground-investigation", ["investigation": ["\(id)"]], "grounds", .something),
        ("ground-investigation", ["investigation": ["\(id)"], "grounds": ["19"]], "specification", .something),
    ])
    func `name the field that is wrong`(
        form: String,
        fields: [String: [String]],
        field: String,
        expected: FieldFault.Expectation
    ) throws {
        #expect(try Self.faults(form, fields) == [FieldFault(field, expected)])
    }

    @Test func `say in their schema which codes need words`() throws {
        let schema = try #require(CommandForm.named("ground-investigation")).schema
        let text = String(decoding: schema.bytes, as: UTF8.self)
        #expect(text.contains(#""grounds":{"contains":{"enum":["18","19"]}}"#))
    }
}
