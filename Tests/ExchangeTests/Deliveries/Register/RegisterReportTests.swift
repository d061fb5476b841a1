import Casework
import Exchange
import Foundation
import Law
import TestSupport
import Testing

struct `The report of a register delivery` {
    private static func bytes(_ change: (inout Case) -> Void = { _ in }) throws -> [UInt8] {
        try RegisterWriter.bytes(of: RegisterSample.delivery { change(&$0) })
    }

    @Test func `tells format, mode and controls`() throws {
        let report = checkRegister(try Self.bytes()).report
        #expect(report.format == .bvr)
        #expect(report.mode == .strict)
        #expect(report.overall == .ok)
        #expect(report.controls == 79)
        #expect(report.entries.isEmpty)
    }

    @Test func `tells the thing and where it stands`() throws {
        let report = checkRegister(try Self.bytes { $0.decisions[0].claims[0].start = $0.start }).report
        let entry = try #require(report.entries.first)
        #expect(entry.rule == "VEDTAK_2H")
        #expect(entry.contextID == RegisterSample.id(8).text)
        #expect(entry.line == 2)
        #expect((entry.column ?? 0) > 100)
        #expect(report.overall == .error)
    }

    @Test func `is refused soon where the document is hostile`() throws {
        let bomb = "<!DOCTYPE a [<!ENTITY e 'x'>]><Barnevern>&e;</Barnevern>"
        let deep = String(repeating: "<Barnevern>", count: 10_000)
        let time = ProcessorTime.of {
            for document in [bomb, deep] { #expect(checkRegister(Array(document.utf8)).report.overall == .fatal) }
        }
        #expect(time < .seconds(20))
    }

    @Test func `of a case without end is refused`() throws {
        var check = RegisterCheck()
        var stream = try XmlStream(vocabulary: RegisterCheck.vocabulary)
        let sample = String(decoding: try Self.bytes(), as: UTF8.self)
        let start = try #require(sample.firstRange(of: "<Plan"))
        var events = XmlEvents()
        try stream.read(Array(sample[..<start.lowerBound].utf8)[...], isLast: false, into: &events)
        let plan = "<Plan Id='00000000-0000-4000-8000-000000000000' StartDato='2024-02-01' Plantype='1'/>"
        let piece = Array(String(repeating: plan, count: 20_000).utf8)
        for _ in 0..<20 {
            check.take(events)
            events.removeAll()
            try stream.read(piece[...], isLast: false, into: &events)
        }
        let report = check.finish(file: "f").report
        #expect(report.overall == .fatal)
        #expect(report.entries.count <= 101)
        #expect(report.entries.last?.facts.words == "XML_FILE.limit")
    }

    @Test
    func `of a case with very much that is wrong takes time that grows with it, and has a thousand entries of a rule`()
    {
        func time(_ count: Int) -> Duration {
            let delivery = RegisterSample.delivery { all in
                all.measures = (0..<count).map { RegisterSample.measure(1000 + $0, "2.1", "2024-01-01", "2023-01-01") }
                all.relations = all.measures.enumerated().map { place, measure in
                    let id = RegisterSample.id(100_000 + place)
                    return Case.Relation(id: id, from: all.decisions[0].id.text, .decision, to: measure.id, .measure)
                }
            }
            return ProcessorTime.of {
                let entries = RegisterCheck.entries(delivery)
                #expect(entries.filter { $0.rule == "TILTAK_2A" }.count == min(count, 1000))
            }
        }
        let few = time(500)
        #expect(time(8000) < few * 100 + .seconds(2))
    }

    @Test func `has words for every breach of the structure`() {
        let keys = Set(DeliveryWords.all[.english]?.keys.map { $0 } ?? [])
        for fault in StructureFault.allCases {
            #expect(keys.contains("XSD.\(fault)") && keys.contains("XSD.\(fault).advice"), "\(fault)")
        }
        for rule in RegisterRules.all where !rule.id.hasPrefix("RETTID_CHAIN") && rule.id != "XSD" {
            #expect(keys.contains(rule.id) && keys.contains("\(rule.id).advice"), "\(rule.id)")
        }
        for concept in ThingKind.allCases { #expect(keys.contains("thing.\(concept.rawValue)")) }
    }

    @Test func `of rules is what the table of rules gives`() throws {
        var folder = URL(filePath: #filePath)
        for _ in 0..<5 { folder.deleteLastPathComponent() }
        let sheet = folder.appending(path: "docs/register-rules.md")
        if ProcessInfo.processInfo.environment["RETTID_WRITE_RULES"] == "1" {
            try Data(RegisterRuleSheet.markdown.utf8).write(to: sheet)
        }
        #expect(try String(contentsOf: sheet, encoding: .utf8) == RegisterRuleSheet.markdown)
    }
}
