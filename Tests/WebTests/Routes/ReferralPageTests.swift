import Casework
import Exchange
import Journal
import Law
import Office
import Testing

@testable import Web

struct `The pages of a referral` {
    private static let hearing = Hearing(
        id: RecordID(high: 5, low: 1),
        outcome: .heard(
            ChildsView(
                way: .conversation,
                toldChild: "Hva vedtaket går ut på.",
                heardAbout: "Hvor det vil bo.",
                said: "Jeg vil bo nær skolen.",
                agrees: .agrees,
                weight: "Det er lagt stor vekt på ønsket.",
                mostImportant: nil
            )
        ),
        trustedPerson: .toldAndDeclines
    )

    /// A case with a care order, and its form for a foster home.
    private static func prepared(_ office: OfficeFixture, isHeard: Bool = true) async throws -> (
        id: RecordID, path: String
    ) {
        let id = try await office.openCase()
        try await office.put(.decided(OfficeFixture.careOrder), into: id, key: "decide")
        if isHeard { try await office.put(.childHeard(hearing), into: id, key: "hear") }
        return (id, "/saker/\(id)/henvisninger/ny/fosterhjem")
    }

    /// Everything that a complete referral to a foster home holds.
    private static func complete(_ office: OfficeFixture) -> [String: String] {
        let now = office.rooms.environment.now()
        let message = MessageExample.message(of: .fosterHome, id: RecordID(high: 6, low: 1), sentAt: now)
        let values = MessageForm.of(.standard(.fosterHome)).values(of: message.root)
        return values.entries.filter { !$0.key.hasPrefix("Vedlegg") }
    }

    @Test func `offer what fits the decision first`() async throws {
        try await OfficeFixture.run { office in
            let (id, path) = try await Self.prepared(office)
            let page = try await Browser.signedIn("vera", office).get("/saker/\(id)/henvisninger/ny").text
            let first = try #require(page.firstRange(of: "id=\"first\"")).lowerBound
            let others = try #require(page.firstRange(of: "id=\"others\"")).lowerBound
            let foster = try #require(page.firstRange(of: path)).lowerBound
            #expect(first < foster && foster < others)
        }
    }

    @Test func `are filled in from the case, and say from where`() async throws {
        try await OfficeFixture.run { office in
            let (_, path) = try await Self.prepared(office)
            let page = try await Browser.signedIn("vera", office).get(path)
            #expect(page.status == 200)
            for text in ["Jeg vil bo nær skolen.", "Hentet fra samtalen med barnet", "Hentet fra vedtaket"] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(page.text.contains("value=\"\(Self.hearing.id)\" checked"), "the newest hearing is proposed")
        }
    }

    @Test func `show what is missing at its field, and keep what was typed`() async throws {
        try await OfficeFixture.run { office in
            let (_, path) = try await Self.prepared(office)
            let vera = try await Browser.signedIn("vera", office)
            let page = try await vera.get(path)
            let wrong = try await vera.press("preview", on: page, of: path, ["Bistandsperiode/Varighet": "Ett år"])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("href=\"#Bistandsperiode/DatoFra\""))
            #expect(wrong.text.contains("id=\"Bistandsperiode/DatoFra-error\""))
            #expect(try await vera.get(path).text.contains("value=\"Ett år\""))
            #expect(try await vera.get("/min-dag").text.contains("href=\"\(path)\""))
            #expect(try await !Browser.signedIn("viggo", office).get(path).text.contains("Ett år"))
        }
    }

    @Test func `add and take away rows, and leave out what does not apply`() async throws {
        try await OfficeFixture.run { office in
            let (_, path) = try await Self.prepared(office)
            let vera = try await Browser.signedIn("vera", office)
            let name = "ForeldreOgOmsorgspersoner/Person[1]/Fornavn"
            let page = try await vera.get(path)
            #expect(!page.text.contains("name=\"\(name)\""))
            let more = try await vera.press("add:ForeldreOgOmsorgspersoner/Person", on: page, of: path, [:])
            #expect(more.status == 200 && more.text.contains("name=\"\(name)\""))
            let filled = try await vera.press("fit", on: more, of: path, [name: "Anne"])
            #expect(filled.text.contains("value=\"Anne\""))
            #expect(!filled.text.contains("name=\"IndividuellPlan/GyldigFra\""))
            let less = try await vera.press(
                "remove:ForeldreOgOmsorgspersoner/Person[1]",
                on: filled,
                of: path,
                [name: "Anne"]
            )
            #expect(!less.text.contains("value=\"Anne\""))
        }
    }

    @Test func `take an answer back that was given by a button, and what hangs on it`() async throws {
        try await OfficeFixture.run { office in
            let (_, path) = try await Self.prepared(office)
            let vera = try await Browser.signedIn("vera", office)
            let choice = "Klient/Identifikator/Fodselsnummer|DUFnummer|MorsFodselsnummer"
            let number = "Klient/Identifikator/DUFnummer"
            let first = try await vera.get(path)
            let chosen = try await vera.press(
                "all",
                on: first,
                of: path,
                [choice: "DUFnummer", number: "200601234567"]
            )
            #expect(chosen.text.contains("value=\"200601234567\""))
            let other = try await vera.press("all", on: chosen, of: path, [choice: "", number: "200601234567"])
            #expect(other.status == 200 && !other.text.contains("200601234567"))
        }
    }

    @Test func `show the receiver's view and the three verdicts before anything is sent`() async throws {
        try await OfficeFixture.run { office in
            let (id, path) = try await Self.prepared(office)
            let vera = try await Browser.signedIn("vera", office)
            let fields = Self.complete(office).merging(["participation": "\(Self.hearing.id)"]) { $1 }
            let page = try await vera.get(path)
            let preview = try await vera.press("preview", on: page, of: path, fields)
            #expect(preview.status == 200)
            #expect(preview.text.contains("&lt;melding:Henvisning"))
            let head = try office.rooms.store.head(of: OfficeFixture.vest)
            let sent = try await vera.press("send", on: preview, of: path, [:])
            let room = try #require(sent["location"])
            #expect(sent.status == 303 && room.hasPrefix("/henvisninger/"))
            #expect(try office.rooms.store.head(of: OfficeFixture.vest).sequence > head.sequence)
            let again = try await vera.press("send", on: preview, of: path, [:])
            #expect(again["location"] == room, "the same press sends once")
            #expect(try await vera.get(room).status == 200)
            #expect(try await vera.get("/saker/\(id)/henvisninger").text.contains(room))
        }
    }

    /// Everything that an update or a withdrawal of the sent referral holds.
    private static func fields(_ office: OfficeFixture, for step: String) -> [String: String] {
        step == "trekk"
            ? ["Begrunnelse": "Familien flytter."] : complete(office).merging(["participation": "\(hearing.id)"]) { $1 }
    }

    @Test(arguments: ["oppdatering", "trekk"])
    func `send an update or a withdrawal once, however often the button is pressed`(step: String) async throws {
        try await OfficeFixture.run { office in
            let (caseID, _) = try await Self.prepared(office)
            let id = try await office.refer(caseID)
            let vera = try await Browser.signedIn("vera", office)
            let path = "/saker/\(caseID)/henvisninger/\(id)/\(step)"
            #expect(try await vera.get("/saker/\(caseID)/henvisninger/ny").text.contains("href=\"\(path)\""))
            let form = try await vera.get(path)
            let preview = try await vera.press("preview", on: form, of: path, Self.fields(office, for: step))
            #expect(preview.status == 200)
            let sent = try await vera.press("send", on: preview, of: path, [:])
            #expect(sent.status == 303 && sent["location"] == "/henvisninger/\(id)")
            let count = try await office.rooms.referrals.open(office.person("vera"), id).messages.count(where: \.isOwn)
            let again = try await vera.press("send", on: preview, of: path, [:])
            #expect(again.status == 303 && again["location"] == "/henvisninger/\(id)", "\(again.status)")
            let after = try await office.rooms.referrals.open(office.person("vera"), id).messages.count(where: \.isOwn)
            #expect(after == count)
            // The address is the conversation's: it stays the same for the next one, until the referral is over.
            #expect(try await vera.get(path).status == (step == "trekk" ? 404 : 200))
            #expect(office.findings() == [])
        }
    }

    @Test(arguments: ["oppdatering", "trekk"])
    func `tell the second of two editors what the first has sent, and keep what was typed`(first: String) async throws {
        try await OfficeFixture.run { office in
            let (caseID, _) = try await Self.prepared(office)
            let id = try await office.refer(caseID)
            let folder = "/saker/\(caseID)/henvisninger/\(id)"
            let (vera, viggo) = (
                try await Browser.signedIn("vera", office), try await Browser.signedIn("viggo", office)
            )
            let path = folder + "/oppdatering"
            let form = try await viggo.get(path)
            let other = try await vera.press(
                "send",
                on: try await vera.get("\(folder)/\(first)"),
                of: "\(folder)/\(first)",
                Self.fields(office, for: first)
            )
            #expect(other.status == 303)
            let typed = Self.fields(office, for: "oppdatering").merging(["Bistandsperiode/Varighet": "Tre uker"]) { $1 }
            let told = try await viggo.press("send", on: form, of: path, typed)
            #expect(told.status == 409)
            #expect(told.text.contains("value=\"Tre uker\""))
            #expect(told.text.contains(first == "trekk" ? "Henvisningen er avsluttet" : "Henvisningen er oppdatert"))
            #expect(try await viggo.get(path).text.contains("value=\"Tre uker\""), "the draft is there")
            // Who has been told may go on, where there is something to replace.
            let next = try await viggo.press("send", on: told, of: path, typed)
            #expect(next.status == (first == "trekk" ? 409 : 303))
        }
    }

    @Test func `let nobody refer a child that was not heard without a reason`() async throws {
        try await OfficeFixture.run { office in
            let (_, path) = try await Self.prepared(office, isHeard: false)
            let vera = try await Browser.signedIn("vera", office)
            let page = try await vera.get(path)
            let fields = Self.complete(office)
            let refused = try await vera.press("preview", on: page, of: path, fields)
            #expect(refused.status == 422 && refused.text.contains("id=\"participation-error\""))
            let bare = fields.merging(["participation": "override"]) { $1 }
            let lacking = try await vera.press("preview", on: page, of: path, bare)
            #expect(lacking.status == 422 && lacking.text.contains("id=\"overrideReason-error\""))
            let told = bare.merging(["overrideReason": "Barnet er på reise."]) { $1 }
            #expect(try await vera.press("preview", on: page, of: path, told).status == 200)
        }
    }

    @Test func `carry what was typed over a lost session`() async throws {
        try await OfficeFixture.run { office in
            let (_, path) = try await Self.prepared(office)
            let vera = try await Browser.signedIn("vera", office)
            let fields = try await vera.get(path).hidden(of: path)
                .merging(Self.complete(office)) { $1 }.merging([
                    "do": "preview", "Bistandsperiode/Varighet": "Tre uker",
                ]) { $1 }
            let lost = try await Browser(office).post(path, fields)
            #expect(lost.status == 401 && lost.text.contains("Tre uker"))
            let carried = try lost.hidden(of: path)
            let back = try await Browser.signedIn("vera", office).post(path, carried)
            #expect(back.status == 403 && back.text.contains("value=\"Tre uker\""))
        }
    }

    @Test func `are there for programs too`() async throws {
        try await OfficeFixture.run { office in
            let (id, _) = try await Self.prepared(office)
            let draft = try await Browser.signedIn("vera", office).json("/api/cases/\(id)/referrals/fosterhjem")
            #expect(draft["values"]?["Vedtak/Lovhjemmel"]?.text == "5-1")
            #expect((draft["filled"]?.numberText.flatMap { Int($0) } ?? 0) > 10)
        }
    }
}
