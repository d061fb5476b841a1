import Foundation
import TestSupport
import Testing

/// `rettid plan ask` and `rettid plan merge`, run as other programs run them.
struct `The ask and merge commands` {
    @Test
    func `print one document with both scenarios and every difference`() throws {
        let outcome = try run(["ask", example("unit-opens"), "--replications", "4", "--json"])
        let answer = try JSONDecoder().decode(Answer.self, from: outcome.output)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(answer.base.replications == 4 && answer.changed.replications == 4)
        #expect(answer.base.rows.count == answer.differences.count && answer.differences.count == 47)
        #expect(answer.question.name == "Four acute places in nord that may open")
        #expect(answer.question.of == "../scenarios/norway.json")
    }

    @Test
    func `answer the same on any number of cores, and on paper as on screen`() throws {
        let folder = try TemporaryFolder()
        let document = try run(["ask", example("co-payment"), "--replications", "3", "--cores", "1", "--json"]).output
        let written = folder.file("answer")
        let table = try run(["ask", example("co-payment"), "--replications", "3", "--cores", "2", "-o", written])
        #expect(table.status == 0)
        #expect(table.text.contains("elasticity -0.2: 0.9811 times as many children"))
        #expect(table.text.contains("municipalities pay "))
        let answer = try Data(contentsOf: URL(filePath: written + "/answer.json"))
        #expect(answer + Data("\n".utf8) == document)
        let rows = try String(contentsOf: URL(filePath: written + "/differences.csv"), encoding: .utf8)
        #expect(rows.hasPrefix("class,kind,region,measure,base,changed,difference,halfWidth\n,,,arrivals,"))
        let again = try run(["ask", example("co-payment"), "-o", written])
        #expect(again.status == 2 && again.errors.contains("exists already"))
    }

    @Test
    func `find the cheapest places, or say that there are none`() throws {
        let folder = try TemporaryFolder()
        let scenario = example("places-needed").replacing("questions/places-needed", with: "scenarios/mm10")
        let wish = { (most: Int) in
            """
            {"question": 1, "name": "q", "of": "\(scenario)", "wish": {"limits": [{"measure": "pWait", "atMost": 0.3}], \
            "places": [{"kind": "home", "most": \(most)}]}}
            """
        }
        try Data(wish(30).utf8).write(to: URL(filePath: folder.file("enough.json")))
        let enough = try run(["ask", folder.file("enough.json"), "--replications", "4"])
        #expect(enough.status == 0 && enough.errors.isEmpty)
        // Of ten places 0.409 wait, of eleven 0.245 (Erlang C, 8 children for each mean stay).
        #expect(enough.text.contains("  home  everywhere  10      11   0–30"), "\(enough.text)")
        #expect(enough.text.contains("Limits, kept with other chance as well:"))
        try Data(wish(9).utf8).write(to: URL(filePath: folder.file("none.json")))
        let none = try run(["ask", folder.file("none.json"), "--replications", "4"])
        #expect(none.status == 0 && none.text.contains("Not even the most places keep the limits"))
    }

    @Test
    func `merge small services, in a table or a document`() throws {
        let table = try run(["merge", example("small-services-merge")])
        #expect(table.status == 0 && table.errors.isEmpty)
        #expect(table.text.contains("days in a year without anybody qualified"))
        let document = try run(["merge", example("small-services-merge"), "--json", "--cores", "1"])
        let object = try JSONSerialization.jsonObject(with: document.output) as? [String: Any]
        #expect(document.status == 0)
        #expect((object?["alone"] as? [Any])?.count == 3 && object?["together"] != nil)
    }

    @Test(arguments: [
        ("ask", #"{"question": 1, "name": "q", "of": "x.json"}"#, "expected \"changes\" or a \"wish\", found neither"),
        (
            "ask", #"{"question": 1, "name": "q", "of": "x.json", "changes": [{"change": "x"}]}"#,
            "at /changes/0/change: "
        ),
        (
            "ask", #"{"question": 1, "name": "q", "of": "x.json", "changes": [{"change": "arrivals", "factor": 2}]}"#,
            "x.json"
        ),
        ("merge", #"{"merge": 2}"#, "at /merge: expected version 1, found 2"),
    ])
    func `say where a question is wrong, and end with 2`(verb: String, text: String, message: String) throws {
        let folder = try TemporaryFolder()
        try Data(text.utf8).write(to: URL(filePath: folder.file("wrong.json")))
        let outcome = try run([verb, folder.file("wrong.json"), "--json"])
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test
    func `say which change does not fit the scenario`() throws {
        let folder = try TemporaryFolder()
        let scenario = example("places-needed").replacing("questions/places-needed", with: "scenarios/mm10")
        let text =
            #"{"question": 1, "name": "q", "of": "\#(scenario)", "changes": [{"change": "stays", "kind": "x", "by": 1}]}"#
        try Data(text.utf8).write(to: URL(filePath: folder.file("wrong.json")))
        let outcome = try run(["ask", folder.file("wrong.json")])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("wrong.json: at /changes/0/kind: no such kind: \"x\"; expected one of home"))
    }

    private struct Answer: Decodable {
        let question: Question
        let base: Result
        let changed: Result
        let differences: [Row]

        struct Question: Decodable {
            let name: String
            let of: String
        }

        struct Result: Decodable {
            let replications: Int
            let rows: [Row]
        }

        struct Row: Decodable {}
    }

    private func example(_ name: String) -> String {
        var folder = URL(filePath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: "Examples/questions/\(name).json").path(percentEncoded: false)
    }

    private func run(_ arguments: [String]) throws -> VerbOutcome {
        try VerbOutcome(of: ["plan"] + arguments)
    }
}
