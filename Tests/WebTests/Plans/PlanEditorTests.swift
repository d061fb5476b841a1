import Exchange
import Foundation
import Law
import Office
import Planning
import Testing

@testable import Web

struct `The editor of plans` {
    private static func path(_ id: RecordID) -> String { "/planer/\(id)/rediger" }

    /// Posts a part as its page has it, with some fields otherwise.
    private static func post(
        _ browser: Browser,
        _ id: RecordID,
        _ part: String,
        _ fields: [String: String],
        button: String = "keep"
    ) async throws -> RawAnswer {
        let path = "\(path(id))/\(part)"
        return try await browser.submit(path, from: path, fields.merging(["versjon": "1", "do": button]) { $1 })
    }

    @Test func `keeps a draft at each step, and saves it as the next version`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            #expect(try await Self.post(ina, id, "plasser", ["/places/0/count": "6"]).status == 303)
            #expect(try await Self.post(ina, id, "om", ["/name": "Flere plasser", "/run/seed": "9"]).status == 303)
            // Somebody else does not see it, and the plan is as it was.
            let ivar = try await Browser.signedIn("ivar", office)
            #expect(!(try await ivar.get(Self.path(id)).text.contains("Flere plasser")))
            #expect(try await ina.get(Self.path(id)).text.contains("Flere plasser"))
            let saved = try await ina.submit(
                "/planer/\(id)/lagre",
                from: Self.path(id),
                ["versjon": "1", "newest": "1", "note": "Etter møtet"]
            )
            #expect(saved.status == 303)
            let version = try PlanDocument.scenario(try await ina.get("/planer/\(id)/versjoner/2").body)
            #expect(version.places[0].count == 6 && version.name == "Flere plasser" && version.run.seed == 9)
            #expect(version.places.dropFirst() == OfficeFixture.quickScenario.places.dropFirst())
            #expect(version.classes == OfficeFixture.quickScenario.classes)
            let page = try await ina.get("/planer/\(id)")
            #expect(page.text.contains("Etter møtet"))
        }
    }

    @Test(
        arguments: [
            ("om", "/run/length", "-3"), ("om", "/run/replications", "1"), ("plasser", "/places/0/count", "mange"),
            ("kostnader", "/places/1/costOpen", "-1"), ("barn-0", "/classes/0/arrivals/0/rate", "x"),
            ("barn-0", "a:/classes/0/stays/akutt", "-4"), ("barn-1", "/classes/1/priority", "1,5"),
            ("overlop", "/overflow/0/to", "sør"),
        ]
    )
    func `shows what is wrong at its field`(part: String, field: String, value: String) async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            let family = field.hasPrefix("a:") ? ["family:" + field.dropFirst(2): "exponential"] : [:]
            let answer = try await Self.post(ina, id, part, family.merging([field: value]) { $1 })
            #expect(answer.status == 422)
            #expect(answer.text.contains("<a href=\"#\(field)\">"), "\(field)")
            #expect(answer.text.contains("id=\"\(field)-error\""), "\(field)")
            // What was typed is kept, and the overview leads back to it.
            let overview = try await ina.get(Self.path(id))
            for page in [answer, overview] { #expect(!page.text.contains("expected")) }
            #expect(overview.text.contains("\(Self.path(id))/\(part)\""))
            let saved = try await ina.submit("/planer/\(id)/lagre", from: Self.path(id), ["newest": "1"])
            #expect(saved.status == 409)
        }
    }

    @Test func `adds and removes rows by buttons, and renames a region everywhere`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            func press(_ part: String, _ button: String, _ fields: [String: String] = [:]) async throws {
                #expect(try await Self.post(ina, id, part, fields, button: button).status == 303, "\(button)")
            }
            try await press("plasser", "add /regions", ["/regions/0": "nord-norge"])
            try await press("plasser", "add /kinds")
            try await press("kostnader", "add /places/0/changes")
            try await press("barn", "add /classes")
            try await press("barn-0", "add /classes/0/transfers")
            try await press("barn-1", "remove /classes/1/needs/1")
            try await press("overlop", "add /overflow")
            try await press("overlop", "remove /overflow/0")
            // A place in a cell that had none; and one taken away.
            try await press("plasser", "keep", ["new:6:omsorgs%c3%b8r": "2", "/places/1/count": ""])
            let saved = try await ina.submit("/planer/\(id)/lagre", from: Self.path(id), ["newest": "1"])
            #expect(saved.status == 303)
            let scenario = try PlanDocument.scenario(try await ina.get("/planer/\(id)/versjoner/2").body)
            #expect(scenario.regions == ["nord-norge", "sør", "Region"])
            #expect(scenario.kinds == ["akutt", "omsorg", "Institusjon"])
            #expect(scenario.places.map(\.region) == ["nord-norge", "nord-norge", "sør"])
            #expect(scenario.places.map(\.kind) == ["akutt", "omsorg", "omsorg"])
            #expect(scenario.places[0].changes.count == 1)
            #expect(scenario.classes.count == 3 && scenario.classes[0].transfers.count == 1)
            #expect(scenario.classes[0].arrivals.map(\.region) == ["nord-norge", "sør"])
            #expect(scenario.classes[1].needs == [ChildClass.Need("omsorg")])
            #expect(scenario.overflow.map(\.from) == ["nord-norge"])
        }
    }

    @Test func `takes the whole document, and asks again for what is no JSON`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            let wrong = try await Self.post(ina, id, "json", ["document": "{\"name\": <b>"])
            #expect(wrong.status == 422 && wrong.text.contains("{&quot;name&quot;: &lt;b&gt;"))
            var other = OfficeFixture.quickScenario
            other.places[2].count = nil
            let text = String(decoding: try PlanDocument.encode(other), as: UTF8.self)
            #expect(try await Self.post(ina, id, "json", ["document": text]).status == 303)
            #expect(try await ina.get(Self.path(id) + "/plasser").text.contains("value=\"ubegrenset\""))
            _ = try await Self.post(ina, id, "plasser", ["/places/2/count": "ubegrenset"])
            _ = try await ina.submit("/planer/\(id)/lagre", from: Self.path(id), ["newest": "1"])
            #expect(try PlanDocument.scenario(try await ina.get("/planer/\(id)/versjoner/2").body) == other)
        }
    }

    @Test func `saves nothing over a version that its writer has not seen`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            _ = try await Self.post(ina, id, "om", ["/name": "Ina sin"])
            let ivar = try office.person("ivar")
            var other = OfficeFixture.quickScenario
            other.name = "Ivar sin"
            _ = try await office.rooms.plans.save(ivar, id, other, note: "", basis: 1, newest: 1, key: "ivar")
            let refused = try await ina.submit("/planer/\(id)/lagre", from: Self.path(id), ["newest": "1"])
            #expect(refused.status == 409 && refused.text.contains("versjon 2"))
            let saved = try await ina.submit("/planer/\(id)/lagre", from: Self.path(id), ["newest": "2"])
            #expect(saved.status == 303)
            let dropped = try await ina.get("/planer/\(id)/versjoner/3")
            #expect(try PlanDocument.scenario(dropped.body).name == "Ina sin")
        }
    }

    @Test func `throws a draft away`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.beginPlan()
            let ina = try await Browser.signedIn("ina", office)
            _ = try await Self.post(ina, id, "om", ["/name": "Bort"])
            #expect(try await ina.submit("/planer/\(id)/forkast", from: Self.path(id)).status == 303)
            #expect(!(try await ina.get(Self.path(id)).text.contains("Bort")))
        }
    }
}

struct `What is wrong with a plan` {
    /// A change of the document, and a word of what is said of it.
    static let wrongs: [(from: String, to: String, word: String)] = [
        ("\"scenario\":1", "\"scenario\":9", "annen versjon"), ("\"length\":100", "\"length\":\"x\"", "Skriv et tall"),
        ("\"length\":100", "\"length\":-1", "større enn 0"), ("\"count\":4", "\"count\":-4", "fra 0 til"),
        ("\"count\":4", "\"count\":1.5", "helt tall"), ("\"note\"", "\"notat\"", "ikke kjent"),
        ("\"name\":\"Prøveplan\"", "\"name\":7", "en tekst"),
        ("[\"akutt\",\"omsorg\"]", "[\"akutt\",\"akutt\"]", "to ganger"),
        ("[\"akutt\",\"omsorg\"]", "[]", "minst én"), ("\"kinds\":[\"akutt\",\"omsorg\"]", "\"kinds\":{}", "en liste"),
        ("\"starts\":\"2026-01-01\"", "\"starts\":\"i morgen\"", "Skriv dagen som"),
        ("\"to\":\"nord\"", "\"to\":\"sør\"", "ikke er den samme"),
        ("\"to\":\"nord\"", "\"to\":\"vest\"", "finnes ikke"),
        ("\"replications\":4", "\"replications\":1", "fra 2 til"), ("\"exponential\":", "\"poisson\":", "ikke kjent"),
    ]

    @Test(arguments: wrongs.indices)
    func `is said in the reader's language, with the place`(number: Int) throws {
        let (from, to, word) = Self.wrongs[number]
        let document = String(decoding: try PlanDocument.encode(OfficeFixture.quickScenario), as: UTF8.self)
        #expect(document.contains(from), "\(from)")
        let wrong = document.replacing(from, with: to, maxReplacements: 1)
        for language in Language.allCases {
            let catalog = try Catalog(language)
            let words = PlanWords(phrases: PagePhrases(catalog: catalog, now: .earliest), people: People([]))
            let problem = try #require(throws: ScenarioProblem.self) { try PlanDocument.scenario(wrong.utf8) }
            let said = words.located(problem)
            #expect(problem.reason != .unfit, "\(problem)")
            if language == .bokmaal { #expect(said.contains(word), "\(said)") }
            if language != .english { #expect(!said.contains("expected") && !said.contains(problem.message)) }
        }
    }
}

struct `A sheet of a scenario` {
    @Test(arguments: PlanExample.allCases)
    func `is the scenario that it was made from`(example: PlanExample) throws {
        let scenario = try example.scenario()
        let sheet = try #require(ScenarioSheet(scenario))
        #expect(try sheet.scenario() == scenario)
        #expect(ScenarioSheet(document: sheet.document) == sheet)
    }

    @Test func `takes a kind away with all that is only about it`() throws {
        var sheet = try #require(ScenarioSheet(OfficeFixture.quickScenario))
        sheet.remove(.kinds, 1)
        #expect(sheet.texts("/kinds") == ["akutt"])
        #expect(sheet.count("/places") == 2)
        #expect(sheet.texts("/classes/1/needs") == ["akutt"])
        #expect(sheet["/classes/1/stays/omsorg"] == nil && sheet["/classes/1/stays/akutt"] != nil)
        sheet.remove(.regions, 1)
        #expect(sheet.count("/overflow") == 0 && sheet.count("/classes/0/arrivals") == 1)
        _ = try sheet.scenario()
    }

    @Test(arguments: [("1,5", "1.5"), ("1 000", "1000"), ("-2", "-2"), ("1e2", "100.0")])
    func `reads numbers as people write them`(typed: String, number: String) throws {
        var sheet = try #require(ScenarioSheet(OfficeFixture.quickScenario))
        sheet.put(typed, at: "/places/0/costOpen")
        #expect(sheet["/places/0/costOpen"] == .number(number))
        sheet.put("mye", at: "/places/0/costOpen")
        #expect(sheet["/places/0/costOpen"] == .text("mye"))
        sheet.put(" ", at: "/places/0/costOpen")
        #expect(sheet["/places/0/costOpen"] == nil)
    }

    @Test func `names its fields so that an id may hold them`() {
        let name = PlanEditorParts.name("/classes/0/stays/Stort hjem, øst/exponential/mean")
        #expect(name == "/classes/0/stays/Stort%20hjem%2c%20%c3%b8st/exponential/mean")
    }
}
