import Foundation
import Law
import Office
import Testing

@testable import Web

struct `The inbox` {
    @Test func `shows the service's own reports and the page of each, and notes who opened it first`() async throws {
        try await OfficeFixture.run { office in
            let ids = try await office.deliver(
                try SampleMessages.publicReport(to: "1505", children: ["Ola <b>Prøvland</b>", "Kari Prøvland"]),
                id: "m-1"
            )
            let vera = try await Browser.signedIn("vera", office)
            let inbox = try await vera.get("/concerns")
            #expect(inbox.text.contains("Ola &lt;b&gt;Prøvland&lt;/b&gt;"))
            #expect(inbox.text.contains("Lærer, Prøve skole"))
            #expect(inbox.text.contains("Kristiansund"))
            #expect(inbox.text.contains("class=\"unread\""))
            let page = try await vera.get("/concerns/\(ids[0])")
            #expect(page.status == 200)
            for text in [
                "Barnet kommer på skolen uten mat.", "Liv Lærer", "Far Prøvland", "Kari Prøvland", "Vera Vestby",
            ] {
                #expect(page.text.contains(text))
            }
            // Only a leader sees who has read it.
            #expect(!page.text.contains("access-log"))
            let viggo = try await Browser.signedIn("viggo", office)
            let later = try await viggo.get("/concerns/\(ids[0])")
            #expect(later.text.contains("access-log") && later.text.contains("Vera Vestby"))
            let unopened = try await viggo.get("/concerns?filter=unopened")
            #expect(unopened.text.contains(ids[1]) && !unopened.text.contains(ids[0]))
            // The other service has nothing.
            let arne = try await Browser.signedIn("arne", office)
            let foreign = try await arne.get("/concerns")
            #expect(!foreign.text.contains("Prøvland"))
        }
    }

    @Test func `is turned page by page`() async throws {
        try await OfficeFixture.run { office in
            for number in 1...53 {
                let message = try SampleMessages.publicReport(to: "1505", children: ["Nummer \(number)"])
                _ = try await office.deliver(message, id: "m-\(number)")
            }
            let vera = try await Browser.signedIn("vera", office)
            let first = try await vera.get("/concerns")
            #expect(try first.link("prev") == nil)
            let second = try await vera.get(try #require(try first.link("next")))
            #expect(second.text.contains("Nummer 53") && !second.text.contains("Nummer 12<"))
            #expect(try second.link("next") == nil)
            let back = try await vera.get(try #require(try second.link("prev")))
            #expect(back.text.contains("Nummer 50<") && !back.text.contains("Nummer 51<"))
            #expect(try back.link("prev") == nil)
            for wrong in ["filter=none", "after=-1", "after=x", "after=1-1&before=1-1", "before=99999999999999999-1"] {
                #expect(try await vera.get("/concerns?\(wrong)").status == 404)
            }
        }
    }
}

struct `A report of concern` {
    @Test(arguments: [
        ("Sec-Purpose", "prefetch"), ("Sec-Purpose", "prefetch;prerender"),
        ("Sec-Purpose", "prefetch;anonymous-client-ip"),
        ("Purpose", "prefetch"), ("Purpose", "preview"), ("X-Moz", "prefetch"),
    ])
    func `is not opened by a browser that fetches ahead`(name: String, value: String) async throws {
        try await OfficeFixture.run { office in
            let id = try #require(
                try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1").first
            )
            let vera = try await Browser.signedIn("vera", office)
            vera.headers = [(name, value)]
            for path in ["/concerns/\(id)", "/concerns", "/concerns/\(id)/original"] {
                let ahead = try await vera.get(path)
                #expect(ahead.status == 503 && ahead.body.isEmpty)
                #expect(ahead["vary"]?.contains(name) == true && ahead["cache-control"] == "no-store")
            }
            #expect(!office.log.lines.contains { $0.hasPrefix("error") })
            vera.headers = []
            let unopened = try await vera.get("/concerns?filter=unopened")
            #expect(unopened.text.contains(id) && unopened["vary"]?.contains(name) == true)
            // Nor does the access log know of it: the leader finds only what was asked for.
            let viggo = try await Browser.signedIn("viggo", office)
            let page = try await viggo.get("/concerns/\(id)")
            #expect(page.text.contains("access-log") && !page.text.contains("Vera Vestby"))
        }
    }

    @Test func `is marked as urgent once, and only with the session's own token`() async throws {
        try await OfficeFixture.run { office in
            let id = try #require(
                try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1").first
            )
            let vera = try await Browser.signedIn("vera", office)
            let viggo = try await Browser.signedIn("viggo", office)
            let path = "/concerns/\(id)/urgency"
            let page = try await vera.get("/concerns/\(id)")
            let stranger = try await viggo.get("/concerns/\(id)").field("csrf")
            for token in ["", "feil", stranger] {
                let answer = try await vera.post(path, ["csrf": token, "key": "k", "urgent": "yes"])
                #expect(answer.status == 403)
            }
            #expect(try await vera.post(path, ["key": "k", "urgent": "yes"]).status == 403)
            let unchanged = try await vera.get("/concerns/\(id)")
            #expect(!unchanged.text.contains("is-urgent"))
            let fields = ["csrf": try page.field("csrf"), "key": try page.key(of: path), "urgent": "yes"]
            for _ in 1...2 {
                let answer = try await vera.post(path, fields)
                #expect(answer.status == 303 && answer["location"] == "/concerns/\(id)")
            }
            #expect(try await vera.get("/concerns/\(id)").text.contains("is-urgent"))
            // The same key for something else.
            let other = fields.merging(["urgent": "no"]) { $1 }
            #expect(try await vera.post(path, other).status == 409)
        }
    }

    @Test func `is given its child's number, and a wrong number is shown again with what is wrong`() async throws {
        try await OfficeFixture.run { office in
            let id = try #require(
                try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1").first
            )
            let vera = try await Browser.signedIn("vera", office)
            let path = "/concerns/\(id)/match"
            let wrong = try await vera.submit(path, from: path, ["number": "12345678901"])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("value=\"12345678901\"") && wrong.text.contains("error-summary"))
            let unanswered = try await vera.submit(path, from: path, ["note": "Spurte skolen."])
            #expect(unanswered.status == 422 && unanswered.text.contains("Spurte skolen."))
            let gaveUp = try await vera.submit(path, from: path, ["reason": "abroad", "note": ""])
            #expect(gaveUp.status == 303)
            let number = try SyntheticNumber.any()
            let matched = try await vera.submit(path, from: path, ["number": number])
            #expect(matched.status == 303)
            #expect(try await vera.get("/concerns/\(id)").text.contains("\(number.prefix(6)) \(number.suffix(5))"))
            #expect(try await vera.submit(path, from: path, ["number": number]).status == 409)
        }
    }

    @Test func `can be read as it was received, as plain text`() async throws {
        try await OfficeFixture.run { office in
            let message = try SampleMessages.publicReport(to: "1505", worry: "<script>x</script>")
            let id = try #require(try await office.deliver(message, id: "m-1").first)
            let vera = try await Browser.signedIn("vera", office)
            let answer = try await vera.get("/concerns/\(id)/original")
            #expect(answer.body == message)
            #expect(answer["content-type"] == "text/plain; charset=utf-8")
        }
    }

    @Test func `that came by telephone is typed in, with its own time, and sent twice is stored once`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let form = try await vera.get("/concerns/new")
            let day = office.rooms.environment.today.adding(days: -2)
            var fields = [
                "csrf": try form.field("csrf"), "key": try form.key(of: "/concerns"), "receivedAt": "\(day)T09:30",
                "channel": "phone", "urgent": "no", "reporterKind": "anonymous", "childState": "born",
                "childName": "Nora Navnløs", "childNumber": "123", "worry": "", "otherChildren": "mange",
            ]
            let wrong = try await vera.post("/concerns", fields)
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("value=\"Nora Navnløs\""))
            for field in ["childNumber", "worry", "otherChildren"] {
                #expect(wrong.text.contains("id=\"\(field)-error\""))
            }
            fields.merge(["childNumber": "", "worry": "Linje en.\r\nLinje to.", "otherChildren": ""]) { $1 }
            let first = try await vera.post("/concerns", fields)
            #expect(first.status == 303)
            let location = try #require(first["location"])
            #expect(try await vera.post("/concerns", fields)["location"] == location)
            let page = try await vera.get(location)
            #expect(page.text.contains("Nora Navnløs") && page.text.contains("Linje to."))
            let due = day.adding(weeks: 1)
            #expect(page.text.contains("\(due.day)."))
        }
    }
}
