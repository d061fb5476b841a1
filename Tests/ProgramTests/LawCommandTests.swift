import Foundation
import TestSupport
import Testing

/// `rettid law`, run as other programs run it.
struct `The law command` {
    @Test(
        arguments: [
            (["D06", "--from", "2026-01-15"], "D06", "2026-04-22", "barnevernsloven § 2-2 annet ledd"),
            (["D06", "--from", "2026-01-15", "--extended"], "D06", "2026-07-22", "barnevernsloven § 2-2 annet ledd"),
            (["D06", "--from", "2026-11-23"], "D06", "2027-02-28", "barnevernsloven § 2-2 annet ledd"),
            (["D01", "--from", "2026-12-28"], "D01", "2027-01-04", "barnevernsloven § 2-1 første ledd"),
            (["D20b", "--from", "2026-11-22"], "D20b", "2026-11-24", "barnevernsloven § 14-22 første ledd"),
            (["D08", "--from", "2026-11-22"], "D08", nil, "barnevernsloven § 2-2 tredje ledd"),
        ] as [([String], String, String?, String)]
    )
    func `computes a day`(arguments: [String], rule: String, due: String?, citation: String) throws {
        let outcome = try run(["due"] + arguments + ["--json"])
        let object = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(Set(object.keys) == ["rule", "from", "due", "citation"])
        #expect(object["rule"] as? String == rule && object["from"] as? String == arguments[2])
        #expect(object["due"] as? String == due && object["citation"] as? String == citation)
        #expect(try run(["due"] + arguments).text.contains(due ?? "no day is set"))
    }

    @Test(arguments: [
        (["due", "D99", "--from", "2026-01-15"], "D99: no such rule; expected one of D01, D02"),
        (["due", "D22", "--from", "2025-12-31"], "rows from 2026-01-01 on"),
        (["due", "D01", "--from", "2026-01-15", "--extended"], "no extended time"),
        (["due", "V01", "--from", "2026-01-15"], "number of visits"),
        (["due", "D01", "--from", "2026-02-30"], "2026-02-30"), (["due", "D01"], "--from"),
        (["show", "--on", "tomorrow"], "tomorrow"), (["show", "--law-folder", "nowhere"], "nowhere: cannot be read"),
        (["check", "nowhere.csv"], "nowhere.csv: cannot be read"),
    ])
    func `ends with 2 and a sentence where the usage is wrong`(arguments: [String], says: String) throws {
        let outcome = try run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(says) && outcome.output.isEmpty)
    }

    @Test func `shows the rows in force on a day`() throws {
        let before = try run(["show", "--on", "2025-12-31"]).text
        let after = try run(["show", "--on", "2026-01-23", "--language", "en"]).text
        #expect(!before.contains("§ 7-7") && !before.contains("§ 4-6"))
        #expect(after.contains("§ 7-7") && after.contains("§ 4-6"))
        #expect(
            after.contains(
                "End of the investigation: 3 months from concernReceived, after D01; extended 6 months in all"
            )
        )
        #expect(after.contains("4 a year, reduced 2, permanent stay as agreed, exception 2"))
        let json = try run(["show", "--json"])
        let object = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
        let deadlines = try #require(object["deadlines"] as? [[String: Any]])
        #expect(deadlines.count > 30 && Set(deadlines.map { Set($0.keys) }).count == 1)
        #expect((object["visits"] as? [[String: Any]])?.count == 2)
    }

    @Test func `finds the law as compiled in order`() throws {
        let outcome = try run(["check"])
        #expect(outcome.status == 0 && outcome.text == "In order.\n")
    }

    @Test func `names every fault of a file, and computes with one that is in order`() throws {
        let folder = try TemporaryFolder()
        let shown = try run(["check", try own(in: folder, "good.csv", length: "2")])
        #expect(shown.status == 0)
        let due = try run(["due", "D01", "--from", "2026-01-15", "--law-folder", folder.file("")])
        #expect(due.text.contains("due 2026-01-29"))
        let broken = try own(in: folder, "broken.csv", length: "two")
        let outcome = try run(["check", "--json", broken])
        let report = try JSONDecoder().decode(Report.self, from: outcome.output)
        #expect(outcome.status == 1 && !report.valid)
        #expect(report.faults.map(\.line) == [2] && report.faults.map(\.column) == [7])
        #expect(report.faults.map(\.found) == ["two"] && report.faults.map(\.file) == [broken])
        let refused = try run(["due", "D01", "--from", "2026-01-15", "--law-folder", folder.file("")])
        #expect(refused.status == 2 && refused.errors.contains("broken.csv:2:7"))
    }

    private struct Report: Decodable {
        let valid: Bool
        let faults: [Fault]

        struct Fault: Decodable {
            let file: String
            let line: Int
            let column: Int?
            let found: String
        }
    }

    /// A file that overrides the row of the review.
    private func own(in folder: TemporaryFolder, _ name: String, length: String) throws -> String {
        let text = """
            rule;section;validFrom;validTo;holder;trigger;length;unit;start;end;extendedLength;extendedUnit;\
            extendedSection;extendedNeeds;waivers;passing;transition;confidence;nb;nn;en;note
            D01;§ 2-1;2023-01-01;;service;concernReceived;\(length);weeks;trigger;lastDay;;;;;;breach;rowOfTrigger;\
            unconfirmed;a;b;c;
            """
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
        return folder.file(name)
    }
}

private func run(_ arguments: [String]) throws -> VerbOutcome {
    try VerbOutcome(of: ["law"] + arguments)
}
