import Foundation
import TestSupport
import Testing

/// `rettid plan fit` and `rettid plan backtest`, run as other programs run them.
struct `The commands for a history` {
    @Test
    func `a fit tells what every figure means and rests on, and writes a scenario that can be run`() throws {
        let folder = try TemporaryFolder()
        let scenario = folder.file("scenario.json")
        let outcome = try run([
            "fit", example("pretend"), "--places", example("pretend-places"), "--json", "-o", scenario,
        ])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let fit = try JSONDecoder().decode(Fit.self, from: outcome.output)
        #expect(fit.fit == 1 && fit.seed == 1 && fit.from == "2021-01-01" && fit.cutOff == "2025-12-31")
        #expect(fit.classes.map(\.class) == ["acute", "planned"])
        #expect(fit.definitions["agreement"] != nil)
        #expect(fit.places.allSatisfy { $0.basis == "given" })
        let result = try VerbOutcome(of: ["plan", scenario, "--replications", "2", "--json"])
        #expect(result.status == 0)
        let again = try run(["fit", example("pretend"), "-o", scenario])
        #expect(again.status == 2 && again.errors.contains("exists already"))
        let table = try run(["fit", example("pretend")])
        #expect(table.status == 0 && table.text.contains("2025-12-31 (data cut-off)"))
    }

    @Test
    func `a back-test puts what was said beside what came, the same on any number of cores`() throws {
        let arguments = ["backtest", example("pretend"), "--replications", "40", "--json", "--cores"]
        let outcome = try run(arguments + ["1"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(try run(arguments + ["2"]).output == outcome.output)
        let test = try JSONDecoder().decode(BackTest.self, from: outcome.output)
        #expect(test.cutOff == "2024-12-31" && test.quarters.count == 5 && test.interval == 0.9)
        // Four figures, two kinds, two regions, four quarters.
        #expect(test.cells.count == 64)
        #expect(test.coverage.map(\.figure) == ["all", "arrivals", "started", "living", "breaches"])
        #expect(
            test.cells.allSatisfy { $0.lower <= $0.upper && $0.isInside == ($0.lower...$0.upper).contains($0.actual) }
        )
        let table = try run(["backtest", example("pretend"), "--replications", "40"])
        #expect(table.status == 0 && table.text.contains("Coverage of all cells"))
    }

    @Test(arguments: [
        ("class,kind,region,asked,started,ended\na,b,c,2024-13-01,,\n", "line 2, column asked: expected a day"),
        ("class,kind\n", "line 1, column region: expected this column"),
        ("class,kind,region,asked,started,ended\na,b,c,2024-01-01,,\n", "expected at least one stay that ended"),
    ])
    func `says where a history is wrong, and ends with 2`(text: String, message: String) throws {
        let folder = try TemporaryFolder()
        try Data(text.utf8).write(to: URL(filePath: folder.file("wrong.csv")))
        let outcome = try run(["fit", folder.file("wrong.csv")])
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("wrong.csv: \(message)"), "\(outcome.errors)")
    }

    @Test(arguments: [
        ("a,b,c,2024-01-01,2024-02-30,\n", "line 2, column started: expected a day of the calendar"),
        ("a,b,c,2024-01-01,2024-01-01,2024-02-01\n", "expected at least two years, one to fit and one to foretell"),
    ])
    func `says where a history cannot be tested on its last year, and ends with 2`(rows: String, message: String) throws
    {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = folder.file("wrong.csv")
        try Data(("class,kind,region,asked,started,ended\n" + rows).utf8).write(to: URL(filePath: file))
        for arguments in [["--json"], []] {
            let outcome = try run(["backtest", file] + arguments)
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.errors.contains("wrong.csv: \(message)"), "\(outcome.errors)")
        }
    }

    @Test(
        arguments: [
            ("kind,region,places\nacute,nord,4\nacute,nord,x\n", "line 3, column places: expected a whole number"),
            ("kind,region,places,from,until\nacute,nord,3,2024-02-01,2024-01-01\n", "line 2, column until: expected"),
            ("kind,region\n", "line 1, column places: expected this column"),
        ],
        ["fit", "backtest"]
    )
    func `says where a file of places is wrong, and ends with 2`(file: (text: String, message: String), verb: String)
        throws
    {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try Data(file.text.utf8).write(to: URL(filePath: folder.file("places.csv")))
        let outcome = try run([verb, example("pretend"), "--places", folder.file("places.csv"), "--json"])
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("places.csv: \(file.message)"), "\(outcome.errors)")
    }

    @Test(arguments: [
        ["fit"], ["history"], ["history", "--store", "sqlite:nowhere.sqlite", "--config", "nowhere.json"],
        ["fit", "--from", "yesterday", "nowhere.csv"], ["fit", "nowhere.csv"],
        ["backtest", "nowhere.csv", "--replications", "3"],
    ])
    func `ends with 2 and a sentence where the usage is wrong`(arguments: [String]) throws {
        let outcome = try run(arguments)
        #expect(outcome.status == 2 && !outcome.errors.isEmpty)
    }

    private struct Fit: Decodable {
        let fit: Int
        let seed: Int
        let from: String
        let cutOff: String
        let definitions: [String: String]
        let classes: [ClassFit]
        let places: [PlaceFit]

        struct ClassFit: Decodable {
            let `class`: String
        }

        struct PlaceFit: Decodable {
            let basis: String
        }
    }

    private struct BackTest: Decodable {
        let cutOff: String
        let interval: Double
        let quarters: [String]
        let coverage: [Coverage]
        let cells: [Cell]

        struct Coverage: Decodable {
            let figure: String
        }

        struct Cell: Decodable {
            let lower: Double
            let upper: Double
            let actual: Double
            let isInside: Bool
        }
    }

    private func example(_ name: String) -> String {
        var folder = URL(filePath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: "Examples/histories/\(name).csv").path(percentEncoded: false)
    }

    private func run(_ arguments: [String]) throws -> VerbOutcome {
        try VerbOutcome(of: ["plan"] + arguments)
    }
}
