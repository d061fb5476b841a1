import Exchange
import Law
import TestSupport
import Testing

struct `Messages and what has been entered` {
    @Test(arguments: MessageType.allCases)
    func `turn into each other for the example of every type, and nothing is missing`(type: MessageType) throws {
        let sentAt = try Instant(parsing: "2026-03-10T09:00:00Z")
        let message = MessageExample.message(of: type, id: RecordID(high: 0x1234, low: 0x8765_4321), sentAt: sentAt)
        let result = try Self.filledAgain(message)
        #expect(result.message == message)
        #expect(result.findings == [])
    }

    @Test(
        .enabled(if: MessageCorpus.isHere, "needs corpus/bufdir in the shared folder"),
        arguments: MessageCorpus.entries.filter { $0.schemaValid && $0.enableValid != nil }
    )
    func `turn into each other for every valid document`(entry: MessageCorpus.Entry) throws {
        let message = try MessageReader.read(try MessageCorpus.bytes(of: entry))
        #expect(try Self.filledAgain(message).message == message)
    }

    @Test(
        .enabled(if: MessageCorpus.isHere, "needs corpus/bufdir in the shared folder"),
        arguments: MessageCorpus.entries.filter { $0.schemaValid && $0.enableValid != nil }
    )
    func `name what the conditions ask for and no more`(entry: MessageCorpus.Entry) throws {
        let message = try MessageReader.read(try MessageCorpus.bytes(of: entry))
        let findings = try Self.filledAgain(message).findings
        let demanded = (entry.enableErrors ?? []) + (entry.uiRuleMissing ?? [])
        #expect(Self.paths(findings, .missing, in: message) == Set(demanded.map(\.path)))
        // What Bufdir's own rule asks for is needed here even where the condition is not met as it is meant.
        let unasked = Self.paths(findings, .notAsked, in: message)
        #expect(unasked.isSubset(of: (entry.disabledPresent ?? []).map(\.path)))
    }

    @Test(arguments: MessageType.allCases)
    func `turn into each other whatever has been entered`(type: MessageType) throws {
        let form = MessageForm.of(type)
        let header = MessageNode("Meldingshode", [MessageNode("Id", text: "1"), MessageNode("Avsender", [])])
        for seed in 0..<UInt64(Rounds.of(30)) {
            var drawing = FormDrawing(seed: seed)
            let entered = drawing.values(for: form)
            let first = form.message(from: entered, header: header)
            let values = form.values(of: first.message)
            let second = form.message(from: values, header: header)
            #expect(second.message == first.message, "seed \(seed)")
            #expect(form.values(of: second.message) == values, "seed \(seed)")
            // That several alternatives were filled in cannot be seen of the message any more.
            let lasting = first.findings.filter { $0.problem != .severalChosen }
            #expect(second.findings.map(\.problem) == lasting.map(\.problem), "seed \(seed)")
        }
    }

    @Test(arguments: MessageType.allCases)
    func `keep every text that has a place in the form`(type: MessageType) throws {
        let form = MessageForm.of(type)
        let header = MessageNode("Meldingshode", [])
        for seed in 0..<UInt64(Rounds.of(30)) {
            var drawing = FormDrawing(seed: seed)
            drawing.isOrderly = true
            let entered = drawing.values(for: form)
            let values = form.values(of: form.message(from: entered, header: header).message)
            for (path, text) in entered.entries where !text.isEmpty {
                #expect(values[path] == text, "seed \(seed), \(path)")
            }
        }
    }

    @Test(arguments: MessageType.allCases)
    func `are valid by both of Bufdir's rules once nothing is missing or wrong`(type: MessageType) throws {
        let form = MessageForm.of(type)
        let sentAt = try Instant(parsing: "2026-03-10T09:00:00Z")
        let example = MessageExample.message(of: type, id: RecordID(high: 1, low: 2), sentAt: sentAt)
        let header = try #require(example.root["Meldingshode"])
        for seed in 0..<UInt64(Rounds.of(10)) {
            var drawing = FormDrawing(seed: seed)
            var values = drawing.values(for: form)
            var result = form.message(from: values, header: header)
            for _ in 0..<50 where !result.isComplete {
                for finding in result.findings { drawing.mend(finding, in: form, &values) }
                result = form.message(from: values, header: header)
            }
            #expect(result.findings == [], "seed \(seed)")
            let verdict = MessageCheck.verdict(of: try result.message.bytes(), on: CalendarDay(clamping: 2026, 3, 10))
            let errors = verdict.errors.filter { $0.level != .domain }
            // A failure's codes are longer than its definition allows, whatever is entered.
            #expect(errors.filter { !$0.path.hasSuffix("/Feilkode") } == [], "seed \(seed)")
        }
    }

    private static func filledAgain(_ message: Message) throws -> FormResult {
        let form = MessageForm.of(message.type)
        let header = try #require(message.root["Meldingshode"])
        return form.message(from: form.values(of: message), header: header)
    }

    private static func paths(
        _ findings: [FormFinding],
        _ problem: FormFinding.Problem,
        in message: Message
    ) -> Set<String> {
        let paths = findings.filter { $0.problem == problem }.map(\.path)
        return Set(paths.map { "/\(message.root.name)/" + $0.replacing(#/\[\d+\]/#, with: "") })
    }
}
