import Casework
import Law
import Office
import Testing

@testable import Web

struct `The page of a report` {
    @Test func `offers the review until it is done, and then shows what came of it`() async throws {
        try await OfficeFixture.run { office in
            let id = try #require(
                RecordID(try await office.deliver(SampleMessages.publicReport(to: "1505"), id: "m-1")[0])
            )
            let path = "/concerns/\(id)"
            let vera = try await Browser.signedIn("vera", office)
            let before = try await vera.get(path)
            #expect(before.text.contains("<a class=\"button\" href=\"\(path)/review-concern\">"))
            #expect(before.text.contains("Melderen har ikke fått svar ennå."))
            let (desk, person) = (office.rooms.cases, try office.person("vera"))
            let review = ReviewCommand(
                outcome: .shelve(.noReason, reason: .written("Skolen følger opp.")),
                isAtOnce: true,
                replacesEarlier: false,
                on: office.today
            )
            _ = try await desk.review(person, id, review, key: "r")
            let told = AnswerCommand(act: .tell([.confirmation]), on: office.today)
            _ = try await desk.answer(person, id, told, key: "a")
            let omitted = AnswerCommand(
                act: .omit(.investigationOpened, .specialCircumstances(reason: "Fare for barnet.")),
                on: office.today
            )
            _ = try await desk.answer(person, id, omitted, key: "o")
            let after = try await vera.get(path)
            #expect(!after.text.contains("<a class=\"button\" href=\"\(path)/review-concern\">"))
            for text in [
                "Henlegges", "Skolen følger opp.", "Fulgt opp straks", "Fare for barnet.", "Fortalt",
            ] { #expect(after.text.contains(text), "\(text)") }
            #expect(!after.text.contains("Melderen har ikke fått svar ennå."))
        }
    }

    @Test func `leads to the case that has taken it up, or to the reason for reading that`() async throws {
        try await OfficeFixture.run { office in
            let concern = try #require(
                RecordID(try await office.deliver(SampleMessages.publicReport(to: "1505"), id: "m-1")[0])
            )
            let id = try await office.openCase()
            let review = ReviewCommand(
                outcome: .investigate(.openCase(id), investigation: RecordID(high: 3, low: 3)),
                isAtOnce: false,
                replacesEarlier: false,
                on: office.today
            )
            _ = try await office.rooms.cases.review(try office.person("vera"), concern, review, key: "r")
            for (name, target) in [("vera", ""), ("viggo", ""), ("vigdis", "/begrunnelse")] {
                let page = try await Browser.signedIn(name, office).get("/concerns/\(concern)")
                #expect(page.text.contains("href=\"/saker/\(id)\(target)\""), "\(name)")
            }
            // The second answer is owed once the case's investigation is over.
            let owed = "#\(RuleID.secondReply)\""
            let vera = try await Browser.signedIn("vera", office)
            #expect(try await !vera.get("/concerns/\(concern)").text.contains(owed))
            let end = InvestigationConclusion(
                outcome: .movedAbroad,
                reason: "Familien har flyttet.",
                announcesNewInvestigation: false
            )
            let investigation = RecordID(high: 3, low: 3)
            try await office.put(.investigationConcluded(investigation, end), into: id, key: "end")
            #expect(try await vera.get("/concerns/\(concern)").text.contains(owed))
        }
    }
}

struct `The board` {
    @Test func `shows why a child was not heard and who did without, until the leader has looked`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            try await office.put(.participationOverridden(.decision, reason: "Det hastet for mye."), into: id, key: "o")
            let viggo = try await Browser.signedIn("viggo", office)
            let board = try await viggo.get("/tavle")
            #expect(board.text.contains("Det hastet for mye.") && board.text.contains("Vera Vestby"))
            let seen = try await viggo.submit("/tavle/overstyringer/\(id)", from: "/tavle")
            #expect(seen.status == 303 && seen["location"] == "/tavle")
            #expect(try await !viggo.get("/tavle").text.contains("Det hastet for mye."))
        }
    }

    @Test func `shows explained readings, and cases that nobody answers for with the form that assigns them`()
        async throws
    {
        try await OfficeFixture.run { office in
            let id = try await office.openCase(by: "viggo")
            let vigdis = try await Browser.signedIn("vigdis", office)
            #expect(try await vigdis.get("/saker/\(id)").status == 404)
            let ask = "/saker/\(id)/begrunnelse"
            #expect(try await vigdis.submit(ask, from: ask, ["reason": " "]).status == 422)
            let given = try await vigdis.submit(ask, from: ask, ["reason": "Jeg har vakt i dag."])
            #expect(given.status == 303 && given["location"] == "/saker/\(id)")
            #expect(try await vigdis.get("/saker/\(id)").text.contains("Kari Prøvesen"))
            let viggo = try await Browser.signedIn("viggo", office)
            let board = try await viggo.get("/tavle")
            for text in ["Jeg har vakt i dag.", "Vigdis Vestvik", "href=\"/saker/\(id)/assign\""] {
                #expect(board.text.contains(text), "\(text)")
            }
            let form = try #require(board.text.firstMatch(of: #/action="(\/tavle\/lesinger\/[^"]*)"/#)).1
            #expect(try await viggo.submit(String(form), from: "/tavle").status == 303)
            #expect(try await !viggo.get("/tavle").text.contains("Jeg har vakt i dag."))
            #expect(try await viggo.get("/saker/\(id)/assign").status == 200)
        }
    }
}

struct `The county governor` {
    @Test func `finds again what was asked for, and every link in the case names its service`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let vera = try await Browser.signedIn("vera", office)
            let path = "/saker/\(id)"
            let stored = try await vera.upload(
                path + "/add-document",
                from: path,
                ["title": "Brev", "direction": "incoming", "on": "\(office.today)"],
                file: ("brev.txt", "text/plain", Array("Hei".utf8))
            )
            #expect(stored.status == 303)
            let gro = try await Browser.signedIn("gro", office)
            #expect(try await gro.get(path + "?tjeneste=vest").status == 404)
            let fields = [
                "service": "vest", "number": try SyntheticNumber.any(), "basis": "supervision",
                "reference": "2026/17", "reason": "Klage fra far",
            ]
            let empty = try await gro.submit("/statsforvalter", from: "/statsforvalter", ["service": "vest"])
            #expect(empty.status == 422)
            let answer = try await gro.submit("/statsforvalter", from: "/statsforvalter", fields)
            #expect(answer.status == 303 && answer["location"] == path + "?tjeneste=vest")
            let list = try await gro.get("/statsforvalter")
            for text in ["Kari Prøvesen", "Klage fra far", "href=\"\(path)?tjeneste=vest\"", "Åpen til"] {
                #expect(list.text.contains(text), "\(text)")
            }
            let page = try await gro.get(path + "?tjeneste=vest")
            let links = page.text.matches(of: #/href="(\/saker\/[^"#]*)/#).map {
                String($0.1).replacing("&amp;", with: "&")
            }
            #expect(links.contains { $0.contains("/kronologi") } && links.contains { $0.contains("/dokumenter/") })
            for link in links {
                #expect(link.contains("tjeneste=vest"), "\(link)")
                #expect(try await gro.get(link).status == 200, "\(link)")
            }
            // Nothing to write with, and the way back leads to where the reader came from.
            #expect(page.text.contains("<a href=\"/statsforvalter\">← Innsyn</a>"))
            let forms = page.text.matches(of: #/action="([^"]*)"/#).map { String($0.1) }
            #expect(Set(forms) == ["/sign-out", "/language"])
            for text in ["class=\"button", "menu-groups", "/hear-child"] {
                #expect(!page.text.contains(text), "\(text)")
            }
            // The leader sees who has read, and why.
            let viggo = try await Browser.signedIn("viggo", office)
            #expect(try await viggo.get(path).text.contains("Gro Grunnland"))
        }
    }
}

struct `The forms that a case offers` {
    @Test func `stand in groups of which no two have the same name`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let page = try await Browser.signedIn("vera", office).get("/saker/\(id)")
            let menu = try #require(page.text.firstRange(of: "menu-groups")).upperBound
            let end = try #require(page.text[menu...].firstRange(of: "</details>")).lowerBound
            let names = page.text[menu..<end].matches(of: #/<h2>([^<]*)<\/h2>/#).map { String($0.1) }
            #expect(names.contains("Bistand fra staten") && names.count > 5)
            #expect(Set(names).count == names.count, "\(names)")
        }
    }
}

struct `The access log of a case` {
    @Test func `is folded and short, with a way to the whole of it`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let vera = try await Browser.signedIn("vera", office)
            let path = "/saker/\(id)"
            for _ in 1...CaseDesk.mostReaders { _ = try await vera.get(path) }
            func readings(_ page: RawAnswer) -> Int {
                page.text.matches(of: #/<td role="cell" data-label="Tidspunkt">/#).count
            }
            let page = try await vera.get(path)
            #expect(readings(page) == CaseDesk.mostReaders)
            #expect(page.text.contains("<details>\n<summary>Vis hvem som har lest og skrevet</summary>"))
            #expect(page.text.contains("<a href=\"\(path)?access=all#access-log\">Vis hele loggen</a>"))
            let whole = try await vera.get(path + "?access=all")
            #expect(readings(whole) > CaseDesk.mostReaders)
            #expect(whole.text.contains("<details open>") && !whole.text.contains("Vis hele loggen"))
        }
    }
}

struct `A case's next step` {
    @Test func `is the service's own, and what others have to do stands apart`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let acute = Decision(
                id: RecordID(high: 4, low: 7),
                kind: .acuteCare,
                maker: .leader,
                summary: "Plassering utenfor hjemmet.",
                parts: [:],
                participation: .acute,
                consents: [],
                reference: nil
            )
            // What the tribunal has to control once it has been sent there.
            let steps: [CaseEvent] = [
                .decided(acute), .decisionStep(acute.id, .implemented), .decisionStep(acute.id, .sentToTribunal),
            ]
            for (number, event) in steps.enumerated() {
                try await office.put(event, into: id, by: "viggo", key: "acute-\(number)")
            }
            let page = try await Browser.signedIn("vera", office).get("/saker/\(id)").text
            let parts = page.split(separator: "<h3>Det andre skal gjøre</h3>")
            #expect(parts.count == 2)
            let control = "#\(RuleID.acuteControl)"
            #expect(parts.last?.contains(control) ?? false)
            #expect(parts.first.map { !$0.contains(control) } ?? false)
        }
    }
}

struct `My day` {
    @Test func `asks whoever has a report to confirm it, and the leader where nobody has`() async throws {
        try await OfficeFixture.run { office in
            let concern = try await office.deliver(SampleMessages.publicReport(to: "1505"), id: "m-1")[0]
            let form = "/concerns/\(concern)/answer-reporter"
            func asks(_ name: String) async throws -> Bool {
                try await Browser.signedIn(name, office).get("/min-dag").text.contains(form)
            }
            #expect(try await asks("viggo"))
            #expect(try await !asks("vera"))
            _ = try await Browser.signedIn("vera", office).get("/concerns/\(concern)")
            #expect(try await asks("vera"))
            #expect(try await !asks("vigdis"))
            #expect(try await !asks("viggo"))
        }
    }

    @Test func `lists one's own open cases and marks a report that cannot wait`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let concern = try await office.deliver(SampleMessages.publicReport(to: "1505"), id: "m-1")[0]
            let vera = try await Browser.signedIn("vera", office)
            let day = try await vera.get("/min-dag")
            #expect(day.text.contains("<a href=\"/saker/\(id)\">Kari Prøvesen</a>"))
            #expect(day.text.contains("/concerns/\(concern)") && !day.text.contains("tag-urgent"))
            #expect(
                try await vera.post(
                    "/concerns/\(concern)/urgency",
                    ["csrf": try day.field("csrf"), "key": "u", "urgent": "yes"]
                ).status == 303
            )
            #expect(try await vera.get("/min-dag").text.contains("tag-urgent"))
            let vigdis = try await Browser.signedIn("vigdis", office)
            #expect(try await !vigdis.get("/min-dag").text.contains("Kari Prøvesen"))
        }
    }
}

struct `The visit planner` {
    @Test func `names the home, and shows visits to an institution without a number that nobody has set`() async throws
    {
        try await OfficeFixture.run { office in
            try await office.place(.fosterHome, with: "Frida Fostermor", in: try await office.openCase())
            let vera = try await Browser.signedIn("vera", office)
            // The year after: what is left of this one may be too short for a visit to be owed.
            let page = try await vera.get("/besok?year=\(office.today.year + 1)")
            #expect(page.status == 200 && page.text.contains("Frida Fostermor") && page.text.contains("Fosterhjem"))
            #expect(page.text.contains("/plan-visit?"))
        }
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            try await office.place(.institution, with: "Ivar Institusjon", in: id)
            let vera = try await Browser.signedIn("vera", office)
            let page = try await vera.get("/besok")
            for text in ["Ivar Institusjon", "Besøk etter behov", "Besøk på institusjon", "/record-visit?"] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(!page.text.contains("Tilsynsbesøk"))
        }
    }
}
