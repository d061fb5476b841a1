import Exchange
import Foundation
import TestSupport
import Testing

/// A large file that comes out the same every time, with a tenth of its persons bent.
@Suite(
    .enabled(if: SharedFolder.item("tools/make_deliveries.py") != nil, "There is no ../shared/tools."),
    .enabled(if: OutsideProgram.isHere("/usr/bin/python3"), "python3 is not installed")
)
struct `The counts of a large delivery` {
    /// 2,000 persons at every commit; in the torture run the 50,000 of `docs/deliveries.md`.
    private static let persons = Rounds.of(1) > 1 ? 50_000 : 2000

    @Test(arguments: KostraFrame.Mode.allCases)
    func `stay what they are`(_ mode: KostraFrame.Mode) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("delivery.xml")
        try OutsideProgram.errors(
            of: "/usr/bin/python3",
            [
                try #require(SharedFolder.item("tools/make_deliveries.py")).path(percentEncoded: false), "kostra", "-n",
                String(Self.persons), "--seed", "42", "--year", "2024", "--knr", "4601", "--violations", "0.10",
                "--schema-errors", "0.002", "--duplicates", "0.002", "-o", path,
            ]
        )
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
        let report = checkKostra(bytes, mode, year: 2024, region: "460100")
        let counts = Dictionary(grouping: report.entries, by: \.rule).mapValues(\.count)
        let documented = try Self.documented(mode)
        for rule in Set(counts.keys).union(documented.keys).sorted() {
            #expect(counts[rule, default: 0] == documented[rule, default: 0], "\(rule)")
        }
    }

    /// The counts in the table of `docs/deliveries.md`: rule, then strict and reference mode for the small file and
    /// for the large one.
    private static func documented(_ mode: KostraFrame.Mode) throws -> [String: Int] {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let page = try String(contentsOf: folder.appending(path: "docs/deliveries.md"), encoding: .utf8)
        let column = (persons == 2000 ? 2 : 4) + (mode == .strict ? 0 : 1)
        let rows = page.split(separator: "\n").map {
            $0.split(separator: "|").map { $0.filter { $0 != " " && $0 != "`" } }
        }
        let counts = rows.filter { $0.count == 5 }.compactMap { row in Int(row[column - 1]).map { (row[0], $0) } }
        try #require(counts.count > 40)
        return Dictionary(uniqueKeysWithValues: counts)
    }
}
