import Casework
import Exchange
import Law
import Office
import Testing

@testable import Web

struct `What the statistics ask` {
    private static let missing = "Statistikk: melder og innhold mangler."

    private static func report(_ office: OfficeFixture) async throws -> RecordID {
        try #require(RecordID(try await office.deliver(SampleMessages.publicReport(to: "1505"), id: "m-1")[0]))
    }

    private static func shelve(
        _ concern: RecordID,
        _ reason: ConcernReview.ShelvingReason,
        in office: OfficeFixture
    ) async throws {
        let review = ReviewCommand(
            outcome: .shelve(.noReason, reason: reason),
            isAtOnce: false,
            replacesEarlier: false,
            on: office.today
        )
        _ = try await office.rooms.cases.review(try office.person("vera"), concern, review, key: "r")
    }

    @Test func `of a report is asked for once it is reviewed, and shown once it is told`() async throws {
        try await OfficeFixture.run { office in
            let id = try await Self.report(office)
            let path = "/concerns/\(id)"
            let vera = try await Browser.signedIn("vera", office)
            let fresh = try await vera.get(path)
            #expect(fresh.text.contains("Meldingen er ikke kodet.") && !fresh.text.contains("Statistikk: "))
            try await Self.shelve(id, .written("Skolen følger opp."), in: office)
            let reviewed = try await vera.get(path)
            #expect(reviewed.text.contains(Self.missing))
            #expect(reviewed.text.contains("<a class=\"button\" href=\"\(path)/code-concern\">"))

            let day = "\(office.today)"
            let first = ["on": day, "reporters-11": "yes", "contents-2.1.02": "yes", "contents-3.2.02": "yes"]
            #expect(try await vera.write("\(path)/code-concern", first).status == 303)
            let coded = try await vera.get(path)
            for text in ["11 Skole", "2.1.02 Basal og praktisk omsorg", "3.2.02 Fattigdom"] {
                #expect(coded.text.contains(text), "\(text)")
            }
            #expect(!coded.text.contains("Statistikk: ") && !coded.text.contains("Meldingen er ikke kodet."))

            // Told anew, only the last counts.
            let second = ["on": day, "reporters-22": "yes", "reporterSpecification": "Havnevesenet"]
            #expect(try await vera.write("\(path)/code-concern", second).status == 303)
            let again = try await vera.get(path)
            #expect(again.text.contains("Havnevesenet") && again.text.contains("Statistikk: innhold mangler."))
            #expect(!again.text.contains("11 Skole") && !again.text.contains("Fattigdom"))
        }
    }

    @Test func `is not asked of a plainly groundless report`() async throws {
        try await OfficeFixture.run { office in
            let id = try await Self.report(office)
            try await Self.shelve(id, .plainlyGroundless, in: office)
            let page = try await Browser.signedIn("vera", office).get("/concerns/\(id)")
            #expect(!page.text.contains("Statistikk: ") && page.text.contains("/code-concern"))
        }
    }

    @Test func `is refused at its field, and to others as if nothing were there`() async throws {
        try await OfficeFixture.run { office in
            let id = try await Self.report(office)
            let path = "/concerns/\(id)/code-concern"
            let vera = try await Browser.signedIn("vera", office)
            let day = "\(office.today)"
            let wrong: [([String: String], field: String, text: String)] = [
                (["reporters-15": "yes"], "reporters", "«15 Lege, sykehus eller tannlege» gjelder ikke"),
                (["contents-9": "yes"], "contents", "«9 Barnet utsatt for fysisk vold» gjelder ikke"),
                ([:], "reporters", "Kryss av for minst én kode."),
                (["reporters-22": "yes"], "reporterSpecification", ""),
            ]
            for (fields, field, text) in wrong {
                let answer = try await vera.write(path, fields.merging(["on": day]) { $1 })
                #expect(answer.status == 422 && answer.text.contains("id=\"\(field)-error\""), "\(field) \(text)")
                #expect(answer.text.contains(text), "\(text)")
                // What is ticked stands open.
                if !fields.isEmpty { #expect(answer.text.contains("<details class=\"choice-group\" open>")) }
            }
            let form = try await vera.get(path)
            #expect(form.text.contains("<summary>Barnet: helse</summary>"))
            let secrets = try form.hidden(of: path)
            let arne = try await Browser.signedIn("arne", office)
            #expect(try await arne.get(path).status == 404)
            let token = try await arne.get("/concerns").field("csrf")
            let fields = secrets.merging(["csrf": token, "on": day, "do": "send", "reporters-11": "yes"]) { $1 }
            #expect(try await arne.post(path, fields).status == 404)
            #expect(try await vera.get("/concerns/\(id)").text.contains("Meldingen er ikke kodet."))
        }
    }

    @Test func `of an investigation is asked for where the service began it, in a closed case too`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let investigation = RecordID(high: 3, low: 3)
            let start = InvestigationStart(id: investigation, origin: .ownInitiative)
            let conclusion = InvestigationConclusion(
                outcome: .petition,
                reason: "Alvorlig.",
                announcesNewInvestigation: false
            )
            let vera = try await Browser.signedIn("vera", office)
            let hint = "Statistikk: vedtaksgrunnlag mangler for undersøkelsen fra"
            try await office.put(.investigationStarted(start), into: id, key: "s")
            // Begun without a report: what one would have been about is asked for at once.
            #expect(try await vera.get("/saker/\(id)").text.contains(hint))
            try await office.put(.investigationConcluded(investigation, conclusion), into: id, key: "e")
            try await office.put(.closed(reason: "Ferdig."), into: id, key: "c")
            let page = try await vera.get("/saker/\(id)")
            #expect(page.text.contains(hint) && page.text.contains("Vedtaksgrunnlaget er ikke oppgitt."))
            let path = "/saker/\(id)/ground-investigation"
            #expect(page.text.contains("href=\"\(path)?investigation"))

            let form = try await vera.get("\(path)?investigation=\(investigation)")
            #expect(form.text.contains("<option value=\"\(investigation)\" selected>"))
            let fields = ["on": "\(office.today)", "investigation": "\(investigation)", "grounds-2.4.05": "yes"]
            #expect(try await vera.press("send", on: form, of: path, fields).status == 303)
            let told = try await vera.get("/saker/\(id)")
            for text in ["Vedtaksgrunnlag oppgitt", "2.4.05 Beskyttelse mot vold"] {
                #expect(told.text.contains(text), "\(text)")
            }
            #expect(!told.text.contains(hint) && !told.text.contains("Vedtaksgrunnlaget er ikke oppgitt."))
            let entry = try #require(try await vera.entries("ground-investigation", of: "\(id)").first)
            #expect(entry["values"]?["grounds"]?.items.compactMap(\.text) == ["2.4.05"])
            let known = try await vera.json("/api/cases/\(id)")["investigations"]?.items.first
            #expect(known?["groundedOn"]?.text == "\(office.today)")
        }
    }

    @Test func `is told by a program too`() async throws {
        try await OfficeFixture.run { office in
            let id = try await Self.report(office)
            let vera = try await Browser.signedIn("vera", office)
            let token = try #require(try await vera.json("/api/session")["token"]?.text)
            let path = "/api/inbox/\(id)/commands/code-concern"
            func send(_ key: String, _ codes: String) async throws -> Int {
                let body = "{\"on\": \"\(office.today)\", \(codes)}"
                return try await vera.send("POST", path, token, key, Array(body.utf8)).status
            }
            #expect(try await send("a", "\"reporters\": [\"11\"], \"contents\": [\"2.4.05\", \"3.1.08\"]") == 200)
            #expect(try await send("a", "\"reporters\": [\"11\"], \"contents\": [\"2.4.05\", \"3.1.08\"]") == 200)
            #expect(try await send("b", "\"reporters\": [\"15\"]") == 409)
            #expect(try await send("c", "\"reporters\": [\"22\"]") == 422)
            #expect(try await send("d", "\"reporters\": [11]") == 422)
            #expect(
                try await vera.get("/concerns/\(id)").text.contains("3.1.08 Foreldre med rusrelaterte utfordringer")
            )
        }
    }
}
