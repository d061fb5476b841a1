import Foundation
import Law
import Office
import Planning
import Testing

@testable import Web

struct `The pages of plans` {
    private static let document = String(
        decoding: (try? PlanDocument.encode(OfficeFixture.quickScenario)) ?? Data(),
        as: UTF8.self
    )

    /// Where an answer leads on to.
    private static func location(_ answer: RawAnswer) throws -> String {
        #expect(answer.status == 303)
        return try #require(answer["location"])
    }

    private static func id(_ path: String) throws -> RecordID {
        try #require(path.split(separator: "/").compactMap { RecordID($0) }.last)
    }

    @Test func `lead from a pasted document by a calculation to a signed version`() async throws {
        try await OfficeFixture.run { office in
            let ina = try await Browser.signedIn("ina", office)
            let begun = try await ina.submit(
                "/planer/ny",
                from: "/planer/ny",
                ["from": "document", "document": Self.document, "note": "Til budsjettet"]
            )
            let path = try Self.location(begun)
            let page = try await ina.get(path)
            #expect(page.text.contains("Prøveplan") && page.text.contains("Til budsjettet"))
            #expect(!page.text.contains("action=\"\(path)/signer\""))
            let asked = try await ina.submit(
                path + "/beregn",
                from: path,
                ["version": "1", "seed": "7", "replications": "4"]
            )
            let run = try Self.location(asked)
            try await office.finish(try Self.id(path), try Self.id(run))
            let result = try await ina.get(run)
            #expect(result.status == 200 && result["refresh"] == nil)
            // Each kind in each region where there are places, for each measure; and a table with the same numbers.
            #expect(result.text.ranges(of: "class=\"chart plan-chart\"").count == 12)
            for word in ["id=\"wait\"", "id=\"pBreach\"", "id=\"occupancy\"", "id=\"cost\"", "akutt, nord"] {
                #expect(result.text.contains(word), "\(word)")
            }
            let signed = try await ina.submit(path + "/signer", from: path, ["version": "1"])
            #expect(try Self.location(signed) == path)
            #expect(try await ina.get(path).text.contains("Ina Inntaksen"))
            let twice = try await ina.post(
                path + "/signer",
                ["csrf": try page.field("csrf"), "key": "again", "version": "1"]
            )
            #expect(twice.status == 409)
        }
    }

    @Test func `give the scenario out as it came in, and the result as JSON and CSV`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let run = try await office.calculate(id)
            let odd = try await Browser.signedIn("odd", office)
            let file = try await odd.get("/planer/\(id)/versjoner/1")
            #expect(file["content-type"] == "application/json")
            #expect(try PlanDocument.scenario(file.body) == OfficeFixture.quickScenario)
            let json = try await odd.get("/planer/\(id)/beregninger/\(run)/json")
            let report = try JSONDecoder().decode(SimulationReport.self, from: Data(json.body))
            #expect(report.result.scenario.name == "Prøveplan")
            let lines = try await odd.get("/planer/\(id)/beregninger/\(run)/csv").text.split(separator: "\r\n")
            #expect(lines.first == "version,class,kind,region,places,measure,mean,halfWidth")
            #expect(lines.contains { $0.hasPrefix(",,akutt,nord,,occupancy,") })
            #expect(lines.contains { $0.hasPrefix(",,akutt,nord,3,wait,") })
            #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 8 })
            #expect(try await odd.get("/planer/\(id)/versjoner/2").status == 404)
        }
    }

    @Test func `show a calculation that is under way, fetch themselves anew until told not to, and cancel it`()
        async throws
    {
        try await OfficeFixture.run { office in
            var long = OfficeFixture.quickScenario
            long.run.length = 200_000
            let id = try await office.beginPlan(long)
            let ina = try await Browser.signedIn("ina", office)
            let asked = try await ina.submit(
                "/planer/\(id)/beregn",
                from: "/planer/\(id)",
                ["version": "1", "replications": "1000"]
            )
            let run = try Self.location(asked)
            let page = try await ina.get(run)
            #expect(page["refresh"] == "3" && page.text.contains("?vent=nei"))
            #expect(try await ina.get(run + "?vent=nei")["refresh"] == nil)
            let odd = try await Browser.signedIn("odd", office)
            let seen = try await odd.get(run)
            #expect(seen.status == 200 && !seen.text.contains("/avbryt"))
            let cancelled = try await ina.submit(run + "/avbryt", from: run)
            #expect(try Self.location(cancelled) == run)
            let after = try await ina.get(run)
            #expect(after["refresh"] == nil && after.text.contains("Avbrutt av Ina Inntaksen"))
            #expect(try await ina.get(run + "/json").status == 404)
        }
    }

    @Test func `are the region's own, and open to those who oversee without a button`() async throws {
        let stranger = Person(
            id: OfficeFixture.actor(.person, "sanna"),
            name: "Sanna Sør",
            role: .intakeOfficer,
            unit: OfficeFixture.unit("inntak-sor")
        )
        try await OfficeFixture.run(people: OfficeFixture.people + [stranger]) { office in
            let id = try await office.beginPlan()
            let run = try await office.calculate(id)
            let (odd, sanna) = (
                try await Browser.signedIn("odd", office), try await Browser.signedIn("sanna", office)
            )
            let list = try await odd.get("/planer")
            #expect(list.text.contains("/planer/\(id)") && !list.text.contains("/planer/ny"))
            let page = try await odd.get("/planer/\(id)")
            #expect(!page.text.contains("/beregn\"") && !page.text.contains("/rediger") && page.status == 200)
            #expect(!(try await sanna.get("/planer").text.contains("\(id)")))
            for path in ["/planer/\(id)", "/planer/\(id)/beregninger/\(run)", "/planer/\(id)/rediger"] {
                #expect(try await sanna.get(path).status == 404, "\(path)")
            }
            // The region has no intake in this store's directory: nothing can be planned for it.
            #expect(try await sanna.get("/planer/ny").status == 404)
        }
    }

    @Test func `say what is wrong with a document, where`() async throws {
        try await OfficeFixture.run { office in
            let ina = try await Browser.signedIn("ina", office)
            for (document, word) in [
                ("{", "JSON"), (Self.document.replacing("\"akutt\"", with: "\"\""), "/"),
            ] {
                let answer = try await ina.submit(
                    "/planer/ny",
                    from: "/planer/ny",
                    ["from": "document", "document": document]
                )
                #expect(answer.status == 422 && answer.text.contains("document-error") && answer.text.contains(word))
            }
            #expect(try await ina.submit("/planer/ny", from: "/planer/ny", ["name": "x"]).status == 422)
        }
    }

    @Test func `answer a question with a version of its own and the paired difference`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            let path = "/planer/\(id)/hva-hvis"
            let wrong = try await ina.submit(
                path,
                from: path,
                ["version": "1", "kind": "arrivals", "arrivals-percent": "mange"]
            )
            #expect(wrong.status == 422 && wrong.text.contains("arrivals-percent-error"))
            let asked = try await ina.submit(
                path,
                from: path,
                ["version": "1", "kind": "arrivals", "arrivals-percent": "50", "arrivals-region": "nord"]
            )
            let run = try Self.location(asked)
            try await office.finish(id, try Self.id(run))
            let result = try await ina.get(run)
            #expect(result.status == 200 && result.text.contains("part-0"))
            let plan = try await ina.get("/planer/\(id)")
            #expect(plan.text.contains("+50,0 % barn kommer (nord)"))
            let file = try PlanDocument.scenario(try await ina.get("/planer/\(id)/versjoner/2").body)
            #expect(file.classes[0].arrivals.map(\.factor) == [1.5, 1])
        }
    }

    static let questions: [(String, [String: String])] = [
        ("places", ["places-place": "5:akuttnord", "places-by": "-2", "places-from": "2026-02-01"]),
        ("stays", ["stays-kind": "akutt", "stays-percent": "-20"]),
        ("sharing", ["sharing-regions-0": "yes", "sharing-regions-1": "yes", "sharing-after": "1"]),
        ("coPayment", ["coPayment-before": "100000", "coPayment-after": "120000", "coPayment-elasticity": "-0,2"]),
    ]

    @Test(arguments: questions)
    func `ask every sort of question`(kind: String, fields: [String: String]) async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            let path = "/planer/\(id)/hva-hvis"
            let asked = try await ina.submit(path, from: path, fields.merging(["version": "1", "kind": kind]) { $1 })
            try await office.finish(id, try Self.id(try Self.location(asked)))
            let changed = try PlanDocument.scenario(try await ina.get("/planer/\(id)/versjoner/2").body)
            #expect(changed != OfficeFixture.quickScenario)
        }
    }

    @Test func `find the fewest places, and compare two versions`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            let needed = try await ina.submit(
                "/planer/\(id)/behov",
                from: "/planer/\(id)",
                ["place": "5:akuttnord", "share": "20", "replications": "8"]
            )
            let run = try Self.location(needed)
            try await office.finish(id, try Self.id(run))
            #expect(try await ina.get(run).text.contains("id=\"tried-caption\""))
            let other = try await office.beginPlan(key: "other")
            let compared = try await ina.submit(
                "/planer/\(id)/sammenlign",
                from: "/planer/\(id)",
                ["base": "\(id).1", "changed": "\(other).1"]
            )
            let comparison = try Self.location(compared)
            try await office.finish(id, try Self.id(comparison))
            #expect(try await ina.get(comparison).text.contains("part-0"))
            let wrong = try await ina.submit(
                "/planer/\(id)/sammenlign",
                from: "/planer/\(id)",
                ["base": "x", "changed": ""]
            )
            #expect(wrong.status == 422)
        }
    }

    @Test func `hold what came to what was foretold`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            _ = try await office.calculate(id)
            let ina = try await Browser.signedIn("ina", office)
            let path = "/planer/\(id)/fasit"
            let none = try await ina.submit(
                path,
                from: path,
                ["version": "1", "from": "2026-01-01", "to": "2026-03-31"]
            )
            #expect(none.status == 422 && none.text.contains("asked-0-error"))
            let told = try await ina.submit(
                path,
                from: path,
                ["version": "1", "from": "2026-01-01", "to": "2026-03-31", "asked-0": "9", "started-0": "500"]
            )
            #expect(try Self.location(told) == "/planer/\(id)#checks")
            let page = try await ina.get("/planer/\(id)")
            #expect(page.text.contains("1 av 2 tall ligger innenfor"))
        }
    }

    @Test func `move one kind in one region alone, where that is asked`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            let path = "/planer/\(id)"
            let asked = try await ina.submit(
                path + "/beregn",
                from: path,
                ["version": "1", "around": "5:akuttnord", "replications": "4"]
            )
            let run = try Self.location(asked)
            try await office.finish(id, try Self.id(run))
            let page = try await ina.get(run)
            #expect(page.text.ranges(of: "class=\"chart plan-chart\"").count == 4)
            // Few drawings are shown from the beginning.
            #expect(page.text.contains("<details class=\"plan-more\" open>"))
            let lines = try await ina.get(run + "/csv").text.split(separator: "\r\n")
            #expect(lines.contains { $0.hasPrefix(",,akutt,nord,8,pBreach,") })
            // Places that the version has no number of.
            let wrong = try await ina.submit(path + "/beregn", from: path, ["version": "1", "around": "6:omsorgsør"])
            #expect(wrong.status == 422 && wrong.text.contains("id=\"around-error\""))
        }
    }

    @Test func `find the cheapest places, with prices of their own, and make a version of them`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            let (path, plan) = ("/planer/\(id)/billigst", "/planer/\(id)")
            let wrong = try await ina.submit(
                path,
                from: path,
                ["version": "1", "share": "0", "whom": "each", "most-0": "2", "fewest-0": "5", "price-0": "dyrt"]
            )
            #expect(wrong.status == 422)
            for field in ["share", "most-0", "price-0"] { #expect(wrong.text.contains("id=\"\(field)-error\"")) }
            // All places in the search have a price, or none of them.
            let unpriced = [
                "version": "1", "share": "30", "whom": "each", "most-0": "9", "price-0": "12", "most-1": "9",
            ]
            let odd = try await ina.submit(path, from: path, unpriced.merging(["price-1": "0"]) { $1 })
            #expect(odd.status == 422 && odd.text.contains("id=\"price-0-error\""))
            let asked = try await ina.submit(path, from: path, unpriced.merging(["price-1": "8"]) { $1 })
            let run = try Self.location(asked)
            try await office.finish(id, try Self.id(run))
            let priced = try PlanDocument.scenario(try await ina.get(plan + "/versjoner/2").body)
            #expect(priced.places.map(\.costOpen) == [12, 8, 10])
            let page = try await ina.get(run)
            #expect(page.text.contains("id=\"mix-limits-caption\"") && page.text.contains("class=\"plan-bar\""))
            // Four replications are few, and the page says what that does to the number of places.
            #expect(page.text.contains("Etter 4 gjentakelser er tallene usikre"))
            #expect(try await ina.get(run + "/csv").text.contains(",,akutt,nord,4,places,,"))
            let made = try await ina.submit(run + "/versjon", from: run)
            #expect(try Self.location(made) == plan)
            let version = try PlanDocument.scenario(try await ina.get(plan + "/versjoner/3").body)
            let report: MixReport = try JSONDecoder().decode(
                MixReport.self,
                from: Data(try await ina.get(run + "/json").body)
            )
            #expect(version.places.map(\.count) == report.scenario.places.map(\.count))
            #expect(version.run == OfficeFixture.quickScenario.run)
            // Who oversees reads it, and makes nothing of it.
            let overseer = try await Browser.signedIn("odd", office)
            #expect(!(try await overseer.get(run).text.contains(run + "/versjon")))
        }
    }

    @Test func `show small services alone and as one, without a plan before it`() async throws {
        try await OfficeFixture.run { office in
            let ina = try await Browser.signedIn("ina", office)
            let path = "/planer/sammenslaing"
            let rows = [
                "name": "Tre som én", "name-0": "Nord", "qualified-0": "1", "others-0": "2", "reports-0": "30",
                "name-1": "Sør", "qualified-1": "2", "others-1": "2", "reports-1": "50", "measures-1": "5",
            ]
            let wrong = try await ina.submit(
                path,
                from: path,
                rows.merging(["name-1": "Nord", "qualified-0": "mange", "leave": "99"]) { $1 }
            )
            #expect(wrong.status == 422)
            for field in ["name-1", "qualified-0", "leave"] {
                #expect(wrong.text.contains("id=\"\(field)-error\""), "\(field)")
            }
            let more = try await ina.submit(path, from: path, rows.merging(["do": "more", "rows": "4"]) { $1 })
            #expect(more.status == 200 && more.text.contains("id=\"name-5\"") && more.text.contains("value=\"Sør\""))
            let asked = try await ina.submit(path, from: path, rows)
            let run = try Self.location(asked)
            let id = try #require(run.split(separator: "/").compactMap { RecordID($0) }.first)
            try await office.finish(id, try Self.id(run))
            let page = try await ina.get(run)
            for word in ["Nord", "Sør", "merger-cover-caption", "class=\"plan-bar\""] {
                #expect(page.text.contains(word), "\(word)")
            }
            let report = try JSONDecoder().decode(MergerReport.self, from: Data(try await ina.get(run + "/json").body))
            #expect(report.alone.map(\.name) == ["Nord", "Sør"] && report.together.qualified == 3)
            #expect(try await ina.get(run + "/csv").text.contains("together,daysPerYearWithout,"))
            // It is a plan by its name, without a version, and can be asked again.
            let plan = try await ina.get("/planer/\(id)")
            #expect(plan.text.contains("Tre som én") && plan.text.contains("/planer/\(id)/sammenslaing"))
            #expect(!plan.text.contains("id=\"versions\""))
            #expect(try await ina.get("/planer/\(id)/rediger").status == 404)
            #expect(try await ina.get("/planer").text.contains("Tre som én"))
            let again = try await ina.submit("/planer/\(id)/sammenslaing", from: "/planer/\(id)/sammenslaing", rows)
            #expect(try Self.location(again).hasPrefix("/planer/\(id)/beregninger/"))
        }
    }
}
