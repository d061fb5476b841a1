import Exchange
import Journal
import Law
import Office
import Testing

struct `A new case` {
    @Test func `is opened after a look, once however often the form is sent`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let page = try await vera.beginCase("Prøve Barnesen")
            #expect(page.status == 200)
            let path = "/saker/ny/open-case"
            let fields = try Browser.newCase.merging(["name": "Prøve Barnesen", "on": page.field("on")]) { $1 }
            let wrong = try await vera.press("preview", on: page, of: path, ["on": fields["on"] ?? ""])
            #expect(wrong.status == 422 && wrong.text.contains("id=\"name-error\""))
            let preview = try await vera.press("preview", on: page, of: path, fields)
            #expect(preview.status == 200 && preview.text.contains("Prøve Barnesen"))
            let first = try await vera.press("send", on: preview, of: path, [:])
            let head = try office.rooms.store.head(of: OfficeFixture.vest)
            let second = try await vera.press("send", on: preview, of: path, [:])
            #expect(first.status == 303 && second.status == 303)
            #expect(first["location"] == second["location"])
            #expect(try office.rooms.store.head(of: OfficeFixture.vest) == head)
            let opened = try await vera.get(try #require(first["location"]))
            #expect(opened.status == 200 && opened.text.contains("Prøve Barnesen"))
            // Nothing is left to go on with.
            #expect(try await vera.get(path).status == 303)
        }
    }

    @Test func `for a report is filled in from it, and the review is written in the same go`() async throws {
        try await OfficeFixture.run { office in
            let concern = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")[0]
            let vera = try await Browser.signedIn("vera", office)
            let page = try await vera.beginCase("Ola Prøvland", concern: concern)
            #expect(page.text.contains("value=\"Ola Prøvland\"") && page.text.contains("Prøvegata 1"))
            let path = "/saker/ny/open-case"
            let fields = [
                "name": "Ola Prøvland", "on": try page.field("on"), "residence": "unknown", "municipality": "1505",
                "isAtOnce": "yes",
            ]
            let preview = try await vera.press("preview", on: page, of: path, fields)
            #expect(preview.status == 200)
            let sent = try await vera.press("send", on: preview, of: path, [:])
            #expect(sent.status == 303)
            let id = try #require(sent["location"]).dropFirst("/saker/".count)
            let told = try await vera.json("/api/cases/\(id)")
            #expect(told["concerns"]?.items.compactMap(\.text) == [concern])
            #expect(told["investigations"]?.items.count == 1)
            // A second review of the same report is refused, and what was typed stays.
            let again = try await vera.beginCase("Ola Prøvland", concern: concern)
            let refused = try await vera.press("send", on: again, of: path, fields)
            #expect(refused.status == 422 && refused.text.contains("value=\"Ola Prøvland\""))
        }
    }

    @Test func `needs a look for that very child, and keeps what was typed until then`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let path = "/saker/ny/open-case"
            let page = try await vera.beginCase("En Annen")
            let fields = try Browser.newCase.merging(["name": "Prøve Barnesen", "on": page.field("on")]) { $1 }
            let head = try office.rooms.store.head(of: OfficeFixture.vest)
            let refused = try await vera.press("send", on: page, of: path, fields)
            #expect(refused.status == 422 && refused.text.contains("value=\"Prøve Barnesen\""))
            #expect(try office.rooms.store.head(of: OfficeFixture.vest) == head)
            #expect(try await vera.get(path).text.contains("value=\"Prøve Barnesen\""))
            let looked = try await vera.beginCase("Prøve Barnesen")
            #expect(looked.text.contains("value=\"Prøve Barnesen\""))
            #expect(try await vera.press("send", on: looked, of: path, fields).status == 303)
            // Without any look there is no form.
            let astrid = try await Browser.signedIn("astrid", office)
            #expect(try await astrid.get(path)["location"] == "/saker/ny")
            let mona = try await Browser.signedIn("mona", office)
            #expect(try await mona.get(path).status == 404)
        }
    }
}

struct `The review of a report` {
    @Test func `offers the child's own cases, and takes the report up in the chosen one`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let id = try await vera.openCase("Ola Prøvland")
            let other = try await vera.openCase("Kari Mønster")
            let concern = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")[0]
            let path = "/concerns/\(concern)/review-concern"
            // Found in the look, the case leads to the review and not to a second case.
            #expect(try await vera.look(for: "Ola Prøvland", concern: concern).text.contains("\(path)?case=\(id)"))
            let page = try await vera.get(path)
            #expect(page.text.contains("value=\"\(id)\"") && !page.text.contains(other))
            #expect(page.text.contains("/saker/ny?concern=\(concern)"))
            let fields = ["on": try page.field("on"), "outcome": "investigate", "case": id]
            let preview = try await vera.press("preview", on: page, of: path, fields)
            #expect(preview.status == 200)
            #expect(try await vera.press("send", on: preview, of: path, [:]).status == 303)
            let told = try await vera.json("/api/cases/\(id)")
            #expect(told["concerns"]?.items.compactMap(\.text) == [concern])
        }
    }
}
