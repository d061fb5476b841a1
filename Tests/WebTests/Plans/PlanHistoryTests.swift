import Foundation
import Law
import Office
import Planning
import Testing

@testable import Web

struct `A plan from history` {
    /// Askings of three years, one every fourth day, with stays of an exponential length.
    static let rows: [History.Row] = {
        let first = CalendarDay(year: 2023, month: 1, day: 1) ?? .earliest
        return (0..<274).map { number in
            let asked = first.adding(days: 4 * number)
            let started = asked.adding(days: 2)
            let share = (Double((number * 89) % 274) + 0.5) / 274
            let ended = started.adding(days: max(1, Int(-40 * log(1 - share))))
            let cutOff = first.adding(days: 1095)
            return History.Row(
                ofClass: "akutt",
                kind: "akutt",
                region: number % 2 == 0 ? "nord" : "sør",
                asked: asked,
                wanted: asked.adding(days: number % 5 == 0 ? 1 : 9),
                started: started < cutOff ? started : nil,
                ended: ended < cutOff ? ended : nil
            )
        }
    }()

    private static func id(_ path: String) throws -> [RecordID] {
        path.split(separator: "/").compactMap { RecordID($0) }
    }

    private static func file(_ text: String) -> (name: String, type: String, bytes: [UInt8]) {
        ("historikk.csv", "text/csv", Array(text.utf8))
    }

    @Test func `is fitted, held to its last year, and made a version of`() async throws {
        try await OfficeFixture.run { office in
            let ina = try await Browser.signedIn("ina", office)
            let asked = try await ina.upload(
                "/planer/historikk",
                from: "/planer/historikk",
                ["source": "file", "replications": "20", "seed": "4"],
                file: Self.file(History.text(of: Self.rows)),
                field: "upload"
            )
            #expect(asked.status == 303)
            let run = try #require(asked["location"])
            let ids = try Self.id(run)
            try await office.finish(ids[0], ids[1])
            let page = try await ina.get(run)
            for word in ["fit-stays-caption", "fit-coverage-caption", "plan-other", "Historikk fra fil"] {
                #expect(page.text.contains(word), "\(word)")
            }
            let report = try JSONDecoder().decode(FitReport.self, from: Data(try await ina.get(run + "/json").body))
            #expect(report.fit.rows == Self.rows.count && report.fit.seed == 4)
            #expect(report.backTest?.replications == 20)
            #expect(
                try await ina.get(run + "/csv").text.hasPrefix("figure,kind,region,quarter,mean,lower,upper,actual")
            )
            // Those who oversee see no table of a few children: the plan is not there for them until it has a version.
            let odd = try await Browser.signedIn("odd", office)
            #expect(try await odd.get("/planer/\(ids[0])").status == 404)
            #expect(!(try await odd.get("/planer").text.contains("\(ids[0])")))
            let made = try await ina.submit(run + "/versjon", from: run)
            #expect(made.status == 303)
            let scenario = try PlanDocument.scenario(try await ina.get("/planer/\(ids[0])/versjoner/1").body)
            #expect(scenario.places == report.fit.scenario.places && scenario.present == report.fit.scenario.present)
            // What it rests on stands on it, in the reader's language.
            for word in ["\(Self.rows.count) rader", "startall 4", "siste dag"] {
                #expect(scenario.note.contains(word), "\(scenario.note)")
            }
            let plan = try await ina.get("/planer/\(ids[0])")
            #expect(plan.text.contains("Fra historikk til") && plan.text.contains("Versjon 1"))
            #expect(try await odd.get("/planer/\(ids[0])").status == 200)
            for path in [run, run + "/json"] { #expect(try await odd.get(path).status == 404, "\(path)") }
        }
    }

    static let wrongs: [(text: String, field: String, word: String)] = [
        ("", "history", "ingen rader"), ("class,kind\n", "history", "mangler"),
        ("class,kind,region,asked,started,ended,hvem\n", "history", "ikke er kjent"),
        ("class,kind,region,asked,started,ended\na,b,c,2026-13-01,,\n", "history", "Linje 2. Kolonne asked."),
        ("class,kind,region,asked,started,ended\na,b,c,2026-01-10,2026-01-01,\n", "history", "rekkefølge"),
        ("class,kind,region,asked,started,ended\na,b,c,2026-01-10,,\n", "history", "Ingen opphold"),
        ("class,kind,region,asked,started,ended\na,b\n", "history", "celler"),
    ]

    @Test(arguments: wrongs.indices)
    func `is not made of what cannot be read, and says where`(number: Int) async throws {
        let (text, field, word) = Self.wrongs[number]
        try await OfficeFixture.run { office in
            let ina = try await Browser.signedIn("ina", office)
            let answer = try await ina.upload(
                "/planer/historikk",
                from: "/planer/historikk",
                ["source": "file", "history": text],
                file: Self.file(""),
                field: "upload"
            )
            #expect(answer.status == 422 && answer.text.contains("id=\"\(field)-error\""))
            #expect(answer.text.contains(word) && !answer.text.contains("expected"), "\(word)")
        }
    }

    @Test func `is made of the region's own referrals by a button, which leaves a line`() async throws {
        try await OfficeFixture.run { office in
            let child = try await office.openCase()
            let referral = try await office.refer(child, wanted: 0)
            let ina = try await Browser.signedIn("ina", office)
            let person = try office.person("ina")
            let before = try office.accessLines(person.unit, -1).count
            let answer = try await ina.upload(
                "/planer/historikk",
                from: "/planer/historikk",
                ["source": "own"],
                file: Self.file(""),
                field: "upload"
            )
            // One referral that waits tells nothing of how long stays are.
            #expect(answer.status == 422 && answer.text.contains("id=\"source-error\""))
            let lines = try office.accessLines(person.unit, -1).dropFirst(before)
            #expect(lines.contains { $0.line.action == .listReferrals && $0.line.objects.contains(referral) })
        }
    }
}

struct `How it went, counted in a history` {
    @Test func `fills the table in, and is told as counted until somebody changes it`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            _ = try await office.calculate(id)
            let ina = try await Browser.signedIn("ina", office)
            let path = "/planer/\(id)/fasit"
            let text = History.text(of: `A plan from history`.rows)
            let days = ["version": "1", "from": "2025-01-01", "to": "2025-03-31", "history": text]
            let filled = try await ina.submit(path, from: path, days.merging(["do": "text"]) { $1 })
            #expect(filled.status == 200 && filled.text.contains("name=\"source\" value=\"text\""))
            let expected = `A plan from history`.rows.count {
                $0.region == "nord" && "\($0.asked)" >= "2025-01-01" && "\($0.asked)" <= "2025-03-31"
            }
            #expect(filled.text.contains("name=\"asked-0\" value=\"\(expected)\""))
            // A kind that is nowhere among the rows is not told of.
            #expect(filled.text.contains("name=\"asked-2\" value=\"\""))
            func cells(_ answer: RawAnswer) throws -> [String: String] {
                var cells: [String: String] = [:]
                for count in ["asked", "started", "breaches"] {
                    for place in 0..<4 { cells["\(count)-\(place)"] = try answer.field("\(count)-\(place)") }
                }
                return cells
            }
            let counted = try cells(filled).merging(days) { $1 }.merging(["source": "text"]) { $1 }
            let saved = try await ina.submit(path, from: path, counted)
            #expect(saved.status == 303)
            let changed = try await ina.submit(path, from: path, counted.merging(["asked-0": "999"]) { $1 })
            #expect(changed.status == 303)
            let placed = try await office.rooms.plans.plan(try office.person("ina"), id)
            #expect(placed.plan.outcomes.map(\.source) == [.history, .entered])
            #expect(try await ina.get("/planer/\(id)").text.contains("Talt i historikken"))
            // Days that the history does not cover.
            let late = days.merging(["to": "2026-10-01", "do": "text"]) { $1 }
            let refused = try await ina.submit(path, from: path, late)
            #expect(refused.status == 422 && refused.text.contains("id=\"to-error\""))
        }
    }
}

struct `Plans for other programs` {
    @Test func `are begun, saved, calculated and read as JSON`() async throws {
        try await OfficeFixture.run { office in
            let ina = try await Browser.signedIn("ina", office)
            let page = try await ina.get("/planer/ny")
            let token = try page.field("csrf")
            let scenario = String(decoding: try PlanDocument.encode(OfficeFixture.quickScenario), as: UTF8.self)
            func post(_ path: String, _ key: String, _ body: String) async throws -> RawAnswer {
                try await ina.send("POST", path, token, key, Array(body.utf8))
            }
            func member(_ answer: RawAnswer, _ name: String) throws -> String {
                let body = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
                return "\(try #require(body?[name]))"
            }
            let begun = try await post("/api/plans", "a1", "{\"note\":\"Ny\",\"scenario\":\(scenario)}")
            #expect(begun.status == 201)
            let id = try member(begun, "id")
            let again = try await post("/api/plans", "a1", "{\"note\":\"Ny\",\"scenario\":\(scenario)}")
            #expect(try member(again, "id") == id && member(again, "repeated") == "1")
            let saved = try await post(
                "/api/plans/\(id)/versions",
                "a2",
                "{\"newest\":1,\"scenario\":\(scenario.replacing("Prøveplan", with: "Andre"))}"
            )
            #expect(saved.status == 200)
            let stale = try await post("/api/plans/\(id)/versions", "a3", "{\"newest\":1,\"scenario\":\(scenario)}")
            #expect(stale.status == 409 && stale.text.contains("notNewest"))
            let wrong = try await post(
                "/api/plans/\(id)/versions",
                "a4",
                "{\"newest\":2,\"scenario\":\(scenario.replacing("\"count\":4", with: "\"count\":-4"))}"
            )
            #expect(wrong.status == 422 && wrong.text.contains("/scenario/places/0/count"))
            let asked = try await post("/api/plans/\(id)/runs", "a5", "{\"version\":2,\"seed\":5,\"replications\":4}")
            #expect(asked.status == 200)
            let run = try member(asked, "id")
            let ids = (try #require(RecordID(id)), try #require(RecordID(run)))
            try await office.finish(ids.0, ids.1)
            let state = try await ina.get("/api/plans/\(id)/runs/\(run)")
            #expect(try member(state, "state") == "finished" && member(state, "task") == "simulation")
            let result = try await ina.get("/api/plans/\(id)/runs/\(run)/result")
            let report = try JSONDecoder().decode(SimulationReport.self, from: Data(result.body))
            #expect(report.result.scenario.name == "Andre" && report.result.seed == 5)
            let version = try await ina.get("/api/plans/\(id)/versions/2")
            #expect(try PlanDocument.scenario(version.body).name == "Andre")
            let read = try await ina.get("/api/plans/\(id)")
            #expect(read.text.contains("\"versions\":[{\"version\":1") && read.text.contains(run))
            let odd = try await Browser.signedIn("odd", office)
            #expect(try await odd.get("/api/plans").text.contains("Andre"))
            let overseer = try await odd.get("/planer")
            let denied = try await odd.send(
                "POST",
                "/api/plans/\(id)/runs",
                try overseer.field("csrf"),
                "b1",
                Array("{\"version\":2}".utf8)
            )
            #expect(denied.status == 404)
        }
    }
}
