import Exchange
import Journal
import Law
import Office
import Testing

struct `An editor` {
    private static let note = ["kind": "conversation", "text": "Samtale på kontoret."]

    @Test func `keeps a draft on every step, for its writer alone`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let path = "/saker/\(try await vera.openCase("Prøve Barnesen"))/note"
            for button in ["preview", "back", "draft", "send"] {
                let page = try await vera.get(path)
                // Too little to be sent, so that every step leaves something to keep.
                let fields = ["on": try page.field("on"), "text": "Ved \(button)"]
                let answer = try await vera.press(button, on: page, of: path, fields)
                let expected = ["preview": 422, "back": 200, "draft": 303, "send": 422][button]
                #expect(answer.status == expected, "\(button)")
                #expect(try await vera.get(path).text.contains("Ved \(button)"))
            }
            #expect(try await vera.get("/min-dag").text.contains("href=\"\(path)\""))
            let viggo = try await Browser.signedIn("viggo", office)
            #expect(try await !viggo.get(path).text.contains("Ved send"))
        }
    }

    @Test func `shows what is wrong at its field and what is right before it is written`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let id = try await vera.openCase("Prøve Barnesen")
            let path = "/saker/\(id)/note"
            let page = try await vera.get(path)
            let wrong = try await vera.press("preview", on: page, of: path, ["on": "2026-02-30", "text": " "])
            #expect(wrong.status == 422)
            for field in ["on", "kind", "text"] { #expect(wrong.text.contains("id=\"\(field)-error\""), "\(field)") }
            let late = Self.note.merging(["on": "2099-01-01"]) { $1 }
            let refused = try await vera.press("send", on: page, of: path, late)
            #expect(refused.status == 422 && refused.text.contains("id=\"on-error\""))
            let right = Self.note.merging(["on": try page.field("on")]) { $1 }
            let preview = try await vera.press("preview", on: page, of: path, right)
            #expect(preview.status == 200 && preview.text.contains("Samtale på kontoret."))
            #expect(try await vera.entries("note", of: id).isEmpty)
            for _ in 1...2 { #expect(try await vera.press("send", on: preview, of: path, [:]).status == 303) }
            #expect(try await vera.entries("note", of: id).count == 1)
            #expect(try await !vera.get(path).text.contains("Samtale på kontoret."))
        }
    }

    @Test func `tells the second of two, and loses nothing of either`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let viggo = try await Browser.signedIn("viggo", office)
            let id = try await vera.openCase("Prøve Barnesen")
            let path = "/saker/\(id)/set-person"
            let page = try await vera.get(path)
            let hers = ["on": try page.field("on"), "name": "Hennes ord", "residence": "unknown"]
            let his = hers.merging(["name": "Hans ord"]) { $1 }
            #expect(try await viggo.write(path, his).status == 303)
            let told = try await vera.press("send", on: page, of: path, hers)
            #expect(told.status == 409)
            for text in ["Hennes ord", "Hans ord", "Viggo Vestli"] { #expect(told.text.contains(text), "\(text)") }
            #expect(try await vera.entries("set-person", of: id).count == 1)
            #expect(try await vera.get(path).text.contains("Hennes ord"))
            #expect(try await vera.press("send", on: told, of: path, [:]).status == 303)
            let texts = try await vera.entries("set-person", of: id).compactMap { $0["values"]?["name"]?.text }
            #expect(texts == ["Hans ord", "Hennes ord"])
        }
    }

    @Test func `carries what was typed over a lost session, and writes nothing on the way`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let id = try await vera.openCase("Prøve Barnesen")
            let path = "/saker/\(id)/note"
            let page = try await vera.get(path)
            let fields = try page.hidden(of: path).merging(Self.note) { $1 }
                .merging(["on": page.field("on"), "do": "send", "text": "Skrevet \"uten\" økt"]) { $1 }
            let lost = try await Browser(office).post(path, fields)
            #expect(lost.status == 401 && lost.text.contains("href=\"/sign-in\""))
            #expect(lost.text.contains("Skrevet &quot;uten&quot; økt"))
            let carried = try lost.hidden(of: path)
            #expect(carried["text"] == fields["text"] && carried["key"] == fields["key"])
            let again = try await Browser.signedIn("vera", office)
            let head = try office.rooms.store.head(of: OfficeFixture.vest)
            let back = try await again.post(path, carried)
            #expect(back.status == 403 && back.text.contains("Skrevet &quot;uten&quot; økt"))
            #expect(try office.rooms.store.head(of: OfficeFixture.vest) == head)
            #expect(try await !again.get(path).text.contains("uten"))
            let typed = carried.filter { ["on", "kind", "text"].contains($0.key) }
            #expect(try await again.press("send", on: back, of: path, typed).status == 303)
            #expect(try await again.entries("note", of: id).count == 1)
            // Somebody from another service learns nothing by the same way.
            let arne = try await Browser.signedIn("arne", office)
            #expect(try await arne.post(path, carried).status == 404)
            // What another site sends is not shown again.
            let stranger = Browser(office)
            stranger.headers = [("Sec-Fetch-Site", "cross-site")]
            #expect(try await !stranger.post(path, fields).text.contains("uten"))
        }
    }

    @Test func `keeps the drafts of two people of a case apart`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let id = try await vera.openCase("Prøve Barnesen")
            let child = try #require(try await vera.json("/api/cases/\(id)")["child"]?["id"]?.text)
            let other = "019a8f3e-7c00-7000-8000-000000000001"
            let path = "/saker/\(id)/set-person"
            let page = try await vera.get("\(path)?person=\(child)")
            let fields = ["on": try page.field("on"), "person": child, "name": "Utkastets Navn"]
            #expect(try await vera.press("draft", on: page, of: path, fields).status == 303)
            #expect(try await vera.get("\(path)?person=\(child)").text.contains("Utkastets Navn"))
            for address in [path, "\(path)?person=\(other)"] {
                #expect(try await !vera.get(address).text.contains("Utkastets Navn"), "\(address)")
            }
            let day = try await vera.get("/min-dag")
            #expect(day.text.contains("href=\"\(path)?person=\(child)\""))
            let slot = try day.hidden(of: "/utkast/set-person/slett")
            #expect(try await vera.post("/utkast/set-person/slett", slot).status == 303)
            #expect(try await !vera.get("\(path)?person=\(child)").text.contains("Utkastets Navn"))
        }
    }
}

struct `A correction` {
    @Test func `begins with what the entry says and takes its place, with the reason`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let id = try await vera.openCase("Prøve Barnesen")
            let (entry, day) = try await Self.note(vera, id)
            let way = try await vera.get("/saker/\(id)/correct?entry=\(entry)")
            #expect(way["location"] == "/saker/\(id)/note?corrects=\(entry)")
            let page = try await vera.get(try #require(way["location"]))
            #expect(page.text.contains("Feil ord") && page.text.contains("/withdraw?entry=\(entry)"))
            let path = "/saker/\(id)/note"
            let fields = ["on": day, "kind": "conversation", "text": "Rette ord"]
            let unexplained = try await vera.press("send", on: page, of: path, fields)
            #expect(unexplained.status == 422 && unexplained.text.contains("id=\"correctionReason-error\""))
            // The draft of the correction is no draft of a new note.
            #expect(try await !vera.get(path).text.contains("Rette ord"))
            let told = fields.merging(["correctionReason": "Skrivefeil"]) { $1 }
            #expect(try await vera.press("send", on: page, of: path, told).status == 303)
            let entries = try await vera.entries("note", of: id)
            #expect(entries.first?["correctedBy"] != nil && entries.first?["isStruckOut"]?.boolean == false)
            // From then on the correction is what can be corrected, with the day that it tells.
            let correction = try #require(entries.first?["correctedBy"]?.numberText)
            let history = try await vera.get("/saker/\(id)")
            #expect(history.text.contains("/saker/\(id)/correct?entry=\(correction)\""))
            #expect(!history.text.contains("/saker/\(id)/correct?entry=\(entry)\""))
            let again = try await vera.get("\(path)?corrects=\(correction)")
            #expect(again.text.contains("Rette ord"))
            #expect(try again.field("on") == day)
        }
    }

    @Test func `strikes an entry out once, and never without a reason`() async throws {
        try await OfficeFixture.run { office in
            let vera = try await Browser.signedIn("vera", office)
            let id = try await vera.openCase("Prøve Barnesen")
            let (entry, _) = try await Self.note(vera, id)
            let path = "/saker/\(id)/withdraw"
            let page = try await vera.get("\(path)?entry=\(entry)")
            #expect(page.status == 200 && page.text.contains("Feil ord"))
            let bare = try await vera.press("send", on: page, of: path, ["correctionReason": " "])
            #expect(bare.status == 422 && bare.text.contains("id=\"correctionReason-error\""))
            let kept = try await vera.press("draft", on: page, of: path, ["correctionReason": "Feil barn"])
            #expect(kept.status == 303)
            #expect(try await vera.get("\(path)?entry=\(entry)").text.contains("Feil barn"))
            for _ in 1...2 {
                let sent = try await vera.press("send", on: page, of: path, ["correctionReason": "Feil barn"])
                #expect(sent.status == 303)
            }
            #expect(try await vera.entries("note", of: id).first?["isStruckOut"]?.boolean == true)
            let version = try await vera.json("/api/cases/\(id)")["version"]?.numberText
            #expect(version == "\(entry + 1)")
            let arne = try await Browser.signedIn("arne", office)
            for address in ["\(path)?entry=\(entry)", "\(path)?entry=999", "/saker/\(id)/correct?entry=x"] {
                let person = address.contains("999") || address.contains("x") ? vera : arne
                #expect(try await person.get(address).status == 404, "\(address)")
            }
        }
    }

    /// A note with a mistake, its entry and its day.
    private static func note(_ vera: Browser, _ id: String) async throws -> (entry: Int, day: String) {
        let day = try await vera.get("/saker/\(id)/note").field("on")
        let fields = ["on": day, "kind": "conversation", "text": "Feil ord"]
        #expect(try await vera.write("/saker/\(id)/note", fields).status == 303)
        let entry = try await vera.entries("note", of: id).first?["entry"]?.numberText.flatMap { Int($0) }
        return (try #require(entry), day)
    }
}
