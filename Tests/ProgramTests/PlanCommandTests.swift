import Foundation
import TestSupport
import Testing

/// `rettid plan`, run as other programs run it.
struct `The plan command` {
    @Test
    func `prints one document with a row for each class, kind and region`() throws {
        let outcome = try run([example("priority"), "--replications", "4", "--json"])
        let result = try JSONDecoder().decode(Result.self, from: outcome.output)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(result.replications == 4)
        #expect(result.exact?.method == "Cobham")
        // The whole, two classes, and one row each for the kind, the region, both, and each class that asks there.
        #expect(result.rows.map(\.class) == [nil, "acute", "planned", nil, nil, nil, "acute", "planned"])
        #expect(result.rows.allSatisfy { $0.wait.halfWidth > 0 && $0.wait.mean > $0.wait.halfWidth })
    }

    @Test
    func `answers the same again, on any number of cores, and on paper as on screen`() throws {
        let folder = try TemporaryFolder()
        let document = try run([example("erlang-a"), "--replications", "3", "--json", "--cores", "1"]).output
        let written = folder.file("plan")
        let table = try run([example("erlang-a"), "--replications", "3", "--cores", "2", "-o", written])
        #expect(table.status == 0 && table.text.contains("Exact, by Erlang A"))
        let result = try Data(contentsOf: URL(filePath: written + "/result.json"))
        #expect(result + Data("\n".utf8) == document)
        let rows = try String(contentsOf: URL(filePath: written + "/result.csv"), encoding: .utf8)
        #expect(rows.hasPrefix("class,kind,region,measure,mean,halfWidth,replications\n,,,arrivals,1"))
        let again = try run([example("erlang-a"), "-o", written])
        #expect(again.status == 2 && again.errors.contains("exists already"))
    }

    @Test(arguments: [
        (#"{"scenario": 1"#, "not JSON that can be read"),
        (#"{"scenario": 1, "nam": "x"}"#, "at /nam: no such member; expected one of"),
        (#"{"scenario": 2}"#, "at /scenario: expected version 1, found 2"),
    ])
    func `says where a scenario is wrong, and ends with 2`(text: String, message: String) throws {
        let folder = try TemporaryFolder()
        try Data(text.utf8).write(to: URL(filePath: folder.file("wrong.json")))
        let outcome = try run([folder.file("wrong.json"), "--json"])
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("wrong.json: \(message)"), "\(outcome.errors)")
    }

    @Test(arguments: [[], ["nowhere.json"], ["--replications", "1"]])
    func `ends with 2 and a sentence where the usage is wrong or a file is missing`(arguments: [String]) throws {
        let outcome = try run(arguments.first == "--replications" ? [example("mm10")] + arguments : arguments)
        #expect(outcome.status == 2 && !outcome.errors.isEmpty)
    }

    private struct Result: Decodable {
        let replications: Int
        let exact: Exact?
        let rows: [Row]

        struct Exact: Decodable {
            let method: String
        }

        struct Row: Decodable {
            let `class`: String?
            let wait: Figure
        }

        struct Figure: Decodable {
            let mean: Double
            let halfWidth: Double
        }
    }

    private func example(_ name: String) -> String {
        var folder = URL(filePath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: "Examples/scenarios/\(name).json").path(percentEncoded: false)
    }

    private func run(_ arguments: [String]) throws -> VerbOutcome {
        try VerbOutcome(of: ["plan"] + arguments)
    }
}
