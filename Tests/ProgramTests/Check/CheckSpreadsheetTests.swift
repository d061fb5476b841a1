import Foundation
import TestSupport
import Testing

@testable import Exchange
@testable import rettid

/// `rettid check -o REPORT.xlsx`.
struct `A spreadsheet of a check` {
    /// The cells of a sheet, by row, as texts; what is a number stands as it is written.
    private func rows(_ sheet: Int, of path: String) throws -> [[String]] {
        let tree = try tree(sheet, of: path)
        return tree.root.firstChild("sheetData")?.children.map { row in
            row.children.map { cell in
                #expect(cell.firstChild("f") == nil)
                return cell.firstChild("is")?.firstChild("t")?.text ?? cell.firstChild("v")?.text ?? ""
            }
        } ?? []
    }

    private func tree(_ sheet: Int, of path: String) throws -> XmlTree {
        let bytes = try WrittenZip.read("xl/worksheets/sheet\(sheet).xml", from: path)
        return try XmlReader.read(bytes)
    }

    private func written(_ texts: [String], _ folder: TemporaryFolder) throws -> [String] {
        try texts.enumerated().map { place, text in
            let path = folder.file("\(place).xml")
            try Data(text.utf8).write(to: URL(filePath: path))
            return path
        }
    }

    @Test(arguments: ["nb", "nn", "en"])
    func `has every file and every finding`(language: String) throws {
        let folder = try TemporaryFolder()
        let paths =
            try written([SampleDeliveries.kostra(30), SampleDeliveries.register(case: 1), "<"], folder)
            + [folder.file("missing.xml")]
        let report = folder.file("report.xlsx")
        let outcome = try VerbOutcome(of: ["check", "-o", report, "--lang", language] + paths)
        #expect(outcome.status == 2)
        #expect(outcome.text.split(separator: "\n").count == 3)
        let (expected, _) = try CheckedDelivery.check(["--lang", language] + paths)

        let files = try rows(1, of: report)
        #expect(files.count == 1 + expected.count)
        for (row, file) in zip(files.dropFirst(), expected) {
            let counts = ["FATAL", "ERROR", "WARNING", "INFO"].map { severity in
                "\(file.entries.count { $0.severity == severity })"
            }
            let names = [file.file, file.format, file.mode, file.overall]
            #expect(row.filter { !$0.isEmpty }.count == 10 - (file.format.isEmpty ? 1 : 0))
            #expect(row.starts(with: names.filter { !$0.isEmpty }))
            #expect(row.suffix(5) == ["\(file.controls)"] + counts)
        }
        let words = try #require(MessageLanguage(rawValue: language).map { DeliveryWords($0) })
        #expect(files.first?.first == words["report.name"])
        let expectedRows = expected.flatMap { file in
            file.entries.map { entry in
                [
                    file.file, entry.rule, entry.severity, words["report.\(entry.severity)"], entry.individId,
                    entry.journal, entry.contextId, entry.line.map(String.init) ?? "",
                    entry.column.map(String.init) ?? "", entry.message, entry.advice,
                ].filter { !$0.isEmpty }
            }
        }
        #expect(expectedRows.count > 20)
        #expect(try rows(2, of: report).dropFirst().map { $0.filter { !$0.isEmpty } } == expectedRows)
    }

    @Test func `keeps its heading in sight, filters, and is for its owner alone`() throws {
        let folder = try TemporaryFolder()
        let report = folder.file("report.xlsx")
        try Data("old".utf8).write(to: URL(filePath: report))
        _ = try VerbOutcome(of: ["check", "-o", report] + written([SampleDeliveries.kostra(3)], folder))
        for sheet in [1, 2] {
            let root = try tree(sheet, of: report).root
            let pane = root.firstChild("sheetViews")?.firstChild("sheetView")?.firstChild("pane")
            #expect(pane?.attribute("state") == "frozen" && pane?.attribute("ySplit") == "1")
            #expect(root.firstChild("autoFilter")?.attribute("ref")?.hasPrefix("A1:") == true)
            #expect(root.firstChild("cols")?.children.isEmpty == false)
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: report)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=T(\"x\")"])
    func `takes no text for a formula`(_ text: String) throws {
        let folder = try TemporaryFolder()
        let report = folder.file("report.xlsx")
        let journal = text.replacing("\"", with: "&quot;").replacing("\t", with: "&#9;")
        let delivery = SampleDeliveries.kostra(2).replacing("J-0", with: journal)
        _ = try VerbOutcome(of: ["check", "-o", report] + written([delivery], folder))
        #expect(try rows(2, of: report).contains { $0.contains(text) })
        let sheet = try String(decoding: WrittenZip.read("xl/worksheets/sheet2.xml", from: report), as: UTF8.self)
        #expect(!sheet.contains("<f") && sheet.contains("t=\"inlineStr\""))
    }

    private func report(_ count: Int) -> DeliveryReport {
        let entry = DeliveryEntry(rule: "INDIVID_08", severity: .error)
        let file = DeliveryFileReport(
            file: "a.xml",
            format: .kostra,
            mode: .strict,
            overall: .error,
            controls: 55,
            entries: Array(repeating: entry, count: count)
        )
        return DeliveryReport([file], in: .english)
    }

    @Test(arguments: [(9, 0), (10, 2), (25, 17)])
    func `says how many findings have no room, in its last row and to the caller`(count: Int, leftOut: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("report.xlsx")
        #expect(try SpreadsheetReport(report(count), mostRows: 10).write(to: path) == leftOut)
        let rows = try rows(2, of: path)
        #expect(rows.count == 10)
        #expect((rows.last == ["\(leftOut) more findings are not shown here."]) == (leftOut > 0))
        #expect(rows.dropFirst().count { $0.count > 1 } == count - leftOut)
    }

    @Test(arguments: [
        (String(repeating: "x", count: 32_767), String(repeating: "x", count: 32_767)),
        (String(repeating: "x", count: 32_768), String(repeating: "x", count: 32_766) + "…"),
        (String(repeating: "😀", count: 20_000), String(repeating: "😀", count: 16_383) + "…"),
        ("a\u{0}b\u{1b}c\u{9b}d\u{fffe}e\u{ffff}f\tg\n", "abcdef\tg\n"),
        ("", ""),
    ])
    func `cuts texts that no cell holds, and drops characters that XML does not`(text: String, expected: String) {
        #expect(SpreadsheetReport.fitted(text) == expected)
    }

    @Test func `is not written where it cannot be`() throws {
        let folder = try TemporaryFolder()
        let paths = try written([SampleDeliveries.kostra(1)], folder)
        let outcome = try VerbOutcome(of: ["check", "-o", folder.file("none/report.xlsx")] + paths)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("cannot be written"))
    }
}
