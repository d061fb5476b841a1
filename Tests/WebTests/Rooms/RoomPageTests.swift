import Assistance
import Casework
import Exchange
import Law
import Office
import Testing

@testable import Web

struct `A referral on both levels` {
    private static func offer(_ office: OfficeFixture) -> [String: String] {
        [
            "measureKind": "fosterHome", "placeID": "FH-0042", "placeName": "Fosterhjem 42", "ownership": "state",
            "placeMunicipality": "1505", "usableFrom": office.day(0), "accord": "inLine",
            "assessment": "Hjemmet ligger nær skolen.", "heard": "heard", "childsView": "Vil bo nær broren sin.",
            "answerBy": office.moment(hours: 72), "level": "regional", "teamAdvice": "overruled",
            "advice": "Rådet var institusjon.", "overruling": "Barnet ønsker fosterhjem.",
        ]
    }

    @Test func `goes from the queue to a stay, and both see the same two figures`() async throws {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let id = try await office.refer(caseID)
            office.clock.move(days: 9)
            let (vera, ina) = (try await Browser.signedIn("vera", office), try await Browser.signedIn("ina", office))
            let path = "/henvisninger/\(id)"

            let queue = try await ina.get("/ko")
            for text in ["Fosterhjem", "Vest barnevernstjeneste", "Mottatt av systemet", "Ingen", path] {
                #expect(queue.text.contains(text), "\(text)")
            }
            let taken = try await ina.submit("\(path)/ta", from: "/ko", ["return": "ko"])
            #expect(taken.status == 303 && taken["location"] == "/ko")
            #expect(try await ina.get("/ko").text.contains("Ina Inntaksen"))
            #expect(try await ina.get("/ko?hvem=ingen").text.contains("Ingen henvisninger her."))

            #expect(
                try await ina.tell("\(path)/acknowledge?message=\(id)", ["information": "Vi svarer i morgen."]).status
                    == 303
            )
            try await office.settle(id)
            #expect(try await vera.get(path).text.contains("Sett av saksbehandler"))

            let sent = try await ina.tell("\(path)/offer?message=\(id)", Self.offer(office))
            #expect(sent.status == 303 && sent["location"] == path)
            try await office.settle(id)

            let open = try await vera.get(path)
            for text in ["Venter på svar", "FH-0042", "Svar på tilbudet", "Dager over ønsket dato", "Foreslått"] {
                #expect(open.text.contains(text), "\(text)")
            }
            let answered = try await vera.tell(
                "\(path)/answer-offer",
                ["outcome": "taken", "startsOn": office.day(0), "heard": "heard", "childsView": "Det er fint."]
            )
            #expect(answered.status == 303)
            try await office.settle(id)

            // A foster home is not a bed: the steps before it come first, and the page says which is missing.
            let early = try await vera.tell("\(path)/start-stay", ["on": office.day(0)])
            #expect(early.status == 422 && early.text.contains("Søkt i familie og nettverk"))
            for stage in ["networkSearched", "proposed", "childHeard", "chosen"] {
                var fields = ["on": office.day(0)]
                if stage == "childHeard" { fields.merge(["heard": "heard", "childsView": "Hjemmet er fint."]) { $1 } }
                let told = try await vera.tell("\(path)/foster-step?stage=\(stage)", fields)
                #expect(told.status == 303, "\(stage)")
                try await office.settle(id)
            }
            #expect(try await vera.tell("\(path)/start-stay", ["on": office.day(0)]).status == 303)
            try await office.settle(id)

            for browser in [vera, ina] {
                let page = try await browser.get(path)
                #expect(page.text.contains("Oppholdet er i gang"))
                #expect(page.text.contains("<p class=\"big-figure\">9</p>"))
            }
            #expect(try await ina.get("/ubesvart").text.contains("Fraveket"))
            #expect(office.findings() == [])
        }
    }

    @Test func `keeps what was typed when it is refused, and says why at the field`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let ina = try await Browser.signedIn("ina", office)
            let path = "/henvisninger/\(id)/offer"
            var fields = Self.offer(office)
            fields["overruling"] = ""
            let empty = try await ina.tell(path, fields)
            #expect(empty.status == 422 && empty.text.contains("Hjemmet ligger nær skolen."))
            #expect(empty.text.contains("id=\"overruling-error\"") && empty.text.contains("href=\"#overruling\""))
            // The rules of the two levels refuse what the form takes.
            fields = Self.offer(office)
            fields["measureKind"] = "careInstitution"
            let other = try await ina.tell(path, fields)
            #expect(other.status == 422 && other.text.contains("id=\"accord-error\""))
            #expect(other.text.contains("Tilbudet gjelder et annet tiltak") && other.text.contains("FH-0042"))
        }
    }

    @Test func `drops what a changed answer leaves no place for, and lets a button be pressed out again`() async throws
    {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let ina = try await Browser.signedIn("ina", office)
            let path = "/henvisninger/\(id)/offer"
            var fields = Self.offer(office)
            fields["teamAdvice"] = "notAsked"
            let page = try await ina.get(path)
            let preview = try await ina.press(
                "preview",
                on: page,
                of: path,
                try page.shown(of: path).merging(fields) { $1 }
            )
            #expect(preview.status == 200)
            #expect(
                !preview.text.contains("Rådet var institusjon.") && !preview.text.contains("Barnet ønsker fosterhjem.")
            )
            // As long as the answer that decides is owed, nothing typed goes.
            fields["teamAdvice"] = ""
            let open = try await ina.press(
                "preview",
                on: page,
                of: path,
                try page.shown(of: path).merging(fields) { $1 }
            )
            #expect(open.status == 422 && open.text.contains("Barnet ønsker fosterhjem."))
        }
    }

    @Test(arguments: ["draft", "preview"])
    func `keeps what was typed until it is sent, for its writer alone`(button: String) async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let (ina, ivar) = (try await Browser.signedIn("ina", office), try await Browser.signedIn("ivar", office))
            let (room, path) = ("/henvisninger/\(id)", "/henvisninger/\(id)/offer")
            let typed = ["assessment": "Hjemmet ligger nær skolen.", "teamAdvice": "notAsked"]
            let page = try await ina.get(path)
            _ = try await ina.press(button, on: page, of: path, try page.shown(of: path).merging(typed) { $1 })
            // A session that is lost takes nothing along.
            let back = try await Browser.signedIn("ina", office)
            #expect(try await back.get(path).text.contains("Hjemmet ligger nær skolen."))
            #expect(try await back.get(room).text.contains("href=\"\(path)\""))
            #expect(try await !ivar.get(path).text.contains("Hjemmet ligger nær skolen."))
            #expect(try await !ivar.get(room).text.contains("id=\"drafts\""))
            #expect(try await back.tell(path, Self.offer(office)).status == 303)
            #expect(try await !back.get(room).text.contains("id=\"drafts\""))
            // One that is not wanted is thrown away.
            let friction = "\(room)/note-friction"
            _ = try await back.press("draft", on: try await back.get(friction), of: friction, ["events": "Ventet."])
            let gone = try await back.submit("/utkast/note-friction/slett", from: room, ["subject": "\(id)"])
            #expect(gone.status == 303 && gone["location"] == room)
            #expect(try await !back.get(friction).text.contains("Ventet."))
        }
    }

    @Test func `can be declined only where the state is not obliged to it`() async throws {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let home = try await office.refer(caseID)
            let council = try await office.refer(caseID, .familyCouncil, key: "council")
            let ina = try await Browser.signedIn("ina", office)
            #expect(try await ina.get("/henvisninger/\(home)/decline-service").status == 404)
            #expect(try await !ina.get("/henvisninger/\(home)").text.contains("/decline-service"))
            let declined = try await ina.tell(
                "/henvisninger/\(council)/decline-service",
                ["reasons": "Ingen koordinator."]
            )
            #expect(declined.status == 303)
            try await office.settle(council)
            let vera = try await Browser.signedIn("vera", office)
            #expect(try await vera.get("/henvisninger/\(council)").text.contains("Avslått (tjeneste som kan tilbys)"))
            // What is over takes nothing more.
            let late = try await ina.tell("/henvisninger/\(council)/note-friction", [:])
            #expect(late.status == 422)
        }
    }

    @Test func `has its breach judged by the region, with what is done meanwhile`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            office.clock.move(days: 5)
            let ina = try await Browser.signedIn("ina", office)
            let register = try await ina.get("/brudd")
            #expect(register.text.contains("Foreslått") && register.text.contains("/henvisninger/\(id)/judge-breach"))
            let judged = try await ina.tell(
                "/henvisninger/\(id)/judge-breach?from=\(office.day(-5))",
                [
                    "verdict": "confirmed", "breachKind": "noMeasure", "breachCause": "noFosterHome",
                    "reasons": "Fant ikke hjem.", "interimMeasures": "Ukentlig møte.",
                    "childsSituation": "Barnet bor hos tante.",
                ]
            )
            #expect(judged.status == 303)
            try await office.settle(id)
            #expect(try await ina.get("/brudd").text.contains("Bekreftet"))
            let vera = try await Browser.signedIn("vera", office)
            let page = try await vera.get("/henvisninger/\(id)")
            #expect(page.text.contains("Felles oppgaver") && page.text.contains("Fant ikke fosterhjem"))
            #expect(try await vera.tell("/henvisninger/\(id)/do-task?task=meet", [:]).status == 303)
            #expect(try await vera.get("/henvisninger/\(id)/judge-breach").status == 404)
        }
    }

    @Test func `is talked about: advice, friction, delay and a private solution`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            office.clock.move(days: 5)
            let (vera, ina) = (try await Browser.signedIn("vera", office), try await Browser.signedIn("ina", office))
            let path = "/henvisninger/\(id)"
            func told(_ browser: Browser, _ act: String, _ fields: [String: String]) async throws {
                let answer = try await browser.tell("\(path)/\(act)", fields)
                #expect(answer.status == 303, "\(act)")
                try await office.settle(id)
            }
            try await told(vera, "ask-advice", ["question": "Hva bør vi gjøre?", "replyBy": office.day(3)])
            try await told(
                vera,
                "note-friction",
                [
                    "frictionCategory": "slowAnswer", "events": "Ventet.", "minutesLost": "30",
                    "replyBy": office.day(7),
                    "where": "Telefon",
                ]
            )
            let waiting = try await ina.get("/ubesvart")
            #expect(waiting.text.split(separator: path + "\"").count > 2)
            try await told(ina, "give-advice", ["answer": "Snakk med barnet."])
            try await told(ina, "answer-friction", ["answer": "Vi svarer raskere."])
            try await told(
                vera,
                "tell-delay",
                [
                    "delaySide": "municipality", "from": office.day(-5), "through": office.day(-4), "reasons": "Ferie",
                ]
            )
            try await told(vera, "private-solution", ["from": office.day(-3), "interimMeasures": "Bor hos tante."])
            for browser in [vera, ina] {
                let page = try await browser.get(path)
                for text in ["Forsinket av andre", "2 dager", "Privat midlertidig løsning", "Råd er gitt"] {
                    #expect(page.text.contains(text), "\(text)")
                }
                #expect(page.text.contains("<p class=\"big-figure\">3</p>"))
            }
        }
    }

    @Test func `waits for the one side in the list of both`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let path = "/henvisninger/\(id)"
            let (vera, vigdis) = (
                try await Browser.signedIn("vera", office), try await Browser.signedIn("vigdis", office)
            )
            let viggo = try await Browser.signedIn("viggo", office)
            let mine = try await vera.get("/ubesvart")
            #expect(mine.status == 200 && mine.text.contains("Vi venter på den andre siden"))
            #expect(mine.text.contains("href=\"\(path)\"") && mine.text.contains("Inntak Midt"))
            #expect(mine.text.contains("Hos oss: Vera"))
            // Who may not read the case sees nothing of what it waits for.
            #expect(try await !vigdis.get("/ubesvart").text.contains(path))
            #expect(try await viggo.get("/ubesvart").text.contains(path), "the leader sees the service's")
            #expect(try await vera.get("/min-dag").text.contains("href=\"/ubesvart\""))
            let question = ["question": "Hva tror dere?", "replyBy": office.day(3)]
            let ina = try await Browser.signedIn("ina", office)
            #expect(try await ina.tell("\(path)/ask-advice", question).status == 303)
            try await office.settle(id)
            let ours = try await vera.get("/ubesvart?vis=oss")
            #expect(ours.text.contains("id=\"oss\"") && !ours.text.contains("id=\"dem\""))
            #expect(ours.text.contains("href=\"\(path)\"") && ours.text.contains("Svar innen"))
            #expect(!ours.text.contains("Ubesvart<span class=\"visually-hidden\">"), "the way back stands on top alone")
            #expect(try await vera.get("/ubesvart?vis=rad").status == 404)
        }
    }

    @Test func `is taken back by whoever sent it`() async throws {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let id = try await office.refer(caseID)
            let vera = try await Browser.signedIn("vera", office)
            #expect(
                try await vera.tell("/henvisninger/\(id)/take-back?message=\(id)", ["reasons": "Feil barn."]).status
                    == 303
            )
            try await office.settle(id)
            let ina = try await Browser.signedIn("ina", office)
            #expect(try await ina.get("/henvisninger/\(id)").text.contains("Trukket"))
            #expect(try await ina.get("/ko").text.contains("Ingen henvisninger her."))
            #expect(try await ina.get("/ko?vis=done").text.contains("/henvisninger/\(id)"))
            let list = try await vera.get("/saker/\(caseID)/henvisninger")
            #expect(list.text.contains("/henvisninger/\(id)") && list.text.contains("Trukket"))
        }
    }

    @Test func `is a step of the region, with its time, where it is to be deleted, until they have answered`()
        async throws
    {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let id = try await office.refer(caseID)
            let (vera, ina) = (try await Browser.signedIn("vera", office), try await Browser.signedIn("ina", office))
            let back = "/saker/\(caseID)/henvisninger/\(id)/trekk"
            let reason = ["Begrunnelse": "Feil barn.", "relation": "Slettet"]
            #expect(try await vera.press("send", on: try await vera.get(back), of: back, reason).status == 303)
            try await office.settle(id)
            let (room, step) = ("/henvisninger/\(id)", try Catalog(.bokmaal).text("room.step.answerDeletion"))
            for browser in [vera, ina] { #expect(try await browser.get(room).text.contains(step)) }
            #expect(try await ina.get("/ubesvart").text.contains(step))
            let page = try await ina.get(room).text
            let match = try #require(page.firstMatch(of: #/href="([^"]*\/acknowledge\?message=[^"]*)"/#))
            let answer = ["information": "Meldingen må bevares i arkivet."]
            #expect(try await ina.tell(String(match.1), answer).status == 303)
            try await office.settle(id)
            for browser in [vera, ina] { #expect(try await !browser.get(room).text.contains(step)) }
            #expect(try await vera.get(room).text.contains("Meldingen må bevares"))
            #expect(office.findings() == [])
        }
    }

    @Test func `is made unreadable by two officers where its sender wants it deleted`() async throws {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let id = try await office.refer(caseID)
            let (vera, ina) = (try await Browser.signedIn("vera", office), try await Browser.signedIn("ina", office))
            let ivar = try await Browser.signedIn("ivar", office)
            let (room, ask) = ("/henvisninger/\(id)", "/henvisninger/\(id)/ask-erasure")
            #expect(try await !ina.get(room).text.contains(ask))
            let back = "/saker/\(caseID)/henvisninger/\(id)/trekk"
            let reason = ["Begrunnelse": "Feil barn.", "relation": "Slettet"]
            #expect(try await vera.press("send", on: try await vera.get(back), of: back, reason).status == 303)
            try await office.settle(id)
            let message = "\(room)/meldinger/\(id)"
            #expect(try await ina.get(message).status == 200)
            #expect(try await ina.get(room).text.contains(ask))
            #expect(try await !vera.get(room).text.contains(ask))
            #expect(try await ina.tell(ask, ["reasons": "Gjaldt et annet barn."]).status == 303)
            let confirm = "\(room)/confirm-erasure"
            #expect(try await !ina.get(room).text.contains(confirm))
            let shown = try await ivar.get(room).text
            #expect(shown.contains(confirm) && shown.contains("Gjaldt et annet barn."))
            #expect(try await ivar.tell(confirm, ["reasons": "Enig."]).status == 303)
            let left = try await ivar.get(room).text
            #expect(left.contains("Gjaldt et annet barn.") && left.contains("Enig.") && !left.contains(confirm))
            #expect(left.contains(try Catalog(.bokmaal).text("room.phase.deleted")))
            #expect(try await ina.get(message).status == 404)
            let told = try await ina.json("/api/referrals/\(id)")
            #expect(told["phase"]?.text == "deleted" && told["messages"]?.items.isEmpty == true)
            try await office.until { try await vera.get(room).text.contains("gjort uleselig hos oss") }
            #expect(office.findings() == [])
        }
    }

    @Test func `is asked for by the pages of a child who has no name yet`() async throws {
        try await OfficeFixture.run { office in
            let vera = try office.person("vera")
            let looked = try #require(try await office.rooms.cases.search(vera, .name("Prøvesen")).looked)
            let opening = CaseOpening(
                childID: try office.rooms.cases.identity(for: "unborn", of: vera, number: 1),
                child: OfficeFixture.child("", number: nil),
                isUnborn: true,
                expectedOn: office.today.adding(days: 60),
                municipality: "1505"
            )
            let (id, outcome) = try await office.rooms.cases.openCase(
                vera,
                opening,
                on: office.today,
                after: looked,
                key: "unborn"
            )
            guard case .done = outcome else { throw OfficeFixture.Unexpected() }
            let browser = try await Browser.signedIn("vera", office)
            let (unborn, nameless) = try (
                Catalog(.bokmaal).text("child.unborn"), Catalog(.bokmaal).text("child.nameless")
            )
            for path in ["henvisninger", "akutt"] {
                let page = try await browser.get("/saker/\(id)/\(path)").text
                #expect(page.contains(unborn) && !page.contains(nameless), "\(path)")
            }
            // Lists tell the day on which the child is expected, too.
            let words = try PagePhrases(catalog: Catalog(.bokmaal), now: office.rooms.environment.now())
            let expected = "\(unborn), termin \(words.day(office.today.adding(days: 60)))"
            let day = try await browser.get("/min-dag").text
            #expect(day.contains(expected) && !day.contains(nameless))
            // Programs are told the same.
            let told = "\"isUnborn\":true,\"expectedOn\":\"\(office.today.adding(days: 60))\""
            let answer = try await browser.get("/api/cases/\(id)").text.filter { !$0.isWhitespace }
            #expect(answer.contains(told))
            // The section and its sign stand on one line.
            #expect(try await browser.get("/saker/\(id)/akutt").text.contains("§\u{a0}"))
        }
    }

    @Test func `is sent once however often the button is pressed, and never without our own page`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase(), wanted: -2)
            let vera = try await Browser.signedIn("vera", office)
            let path = "/henvisninger/\(id)/private-solution"
            let fields = ["from": office.day(-1), "interimMeasures": "Bor hos tante."]
            let preview = try await vera.press("preview", on: try await vera.get(path), of: path, fields)
            let sending = try preview.hidden(of: path).merging(["do": "send"]) { $1 }
            #expect(try await vera.post(path, sending).status == 303)
            #expect(try await vera.post(path, sending).status == 303)
            let opened = try await office.rooms.referrals.open(try office.person("vera"), id)
            #expect(opened.shared.privateSolutions.count == 1)
            let forged = try await vera.post(path, sending.merging(["csrf": "00", "key": "other"]) { $1 })
            #expect(forged.status == 403 && forged.text.contains("Bor hos tante."))
            #expect(
                try await office.rooms.referrals.open(try office.person("vera"), id).messages.count
                    == opened.messages.count
            )
        }
    }

    @Test func `shows its messages for people and as XML`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            for name in ["vera", "ina"] {
                let browser = try await Browser.signedIn(name, office)
                let page = try await browser.get("/henvisninger/\(id)/meldinger/\(id)")
                #expect(page.status == 200 && page.text.contains("/meldinger/\(id)/xml"))
                let xml = try await browser.get("/henvisninger/\(id)/meldinger/\(id)/xml")
                #expect(xml["content-type"] == "application/xml" && xml.text.hasPrefix("<?xml"))
                #expect(
                    try await browser.get("/henvisninger/\(id)/meldinger/\(RecordID(high: 1, low: 1))").status == 404
                )
            }
        }
    }

    @Test func `is taken from whoever has it by a second press that names them, and the timeline tells`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let (ina, ivar) = (try await Browser.signedIn("ina", office), try await Browser.signedIn("ivar", office))
            let path = "/henvisninger/\(id)"
            let early = try await ina.get("/ko")
            #expect(try await ivar.submit("\(path)/ta", from: path).status == 303)
            #expect(try await ina.get(path).text.contains("Ta over henvisningen"))
            // From a page that still showed nobody.
            let form = ["csrf": try early.field("csrf"), "key": try early.key(of: "\(path)/ta"), "return": "ko"]
            let asked = try await ina.post("\(path)/ta", form)
            #expect(asked.status == 409 && asked.text.contains("Ivar Inntaksvik har henvisningen nå, siden "))
            #expect(try await office.rooms.referrals.open(try office.person("ina"), id).facts.handler?.name == "ivar")
            let taken = try await ina.post("\(path)/ta", try asked.hidden(of: "\(path)/ta"))
            #expect(taken.status == 303 && taken["location"] == "/ko")
            let page = try await ivar.get(path)
            #expect(page.text.contains("Ivar Inntaksvik tok henvisningen"))
            #expect(page.text.contains("Ina Inntaksen tok over henvisningen fra Ivar Inntaksvik"))
            // Who gives it away has to have seen who has it, too.
            let stale = try await ivar.submit("\(path)/fordel", from: path, ["handler": "person:ivar"])
            #expect(stale.status == 409 && stale.text.contains("En annen har fått henvisningen i mellomtiden."))
        }
    }

    @Test func `is shut for an officer who says that they have a conflict of interest`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let (ina, ivar) = (try await Browser.signedIn("ina", office), try await Browser.signedIn("ivar", office))
            let path = "/henvisninger/\(id)"
            let bare = try await ina.submit("\(path)/inhabil", from: path, ["inhabil-officer": "person:ina"])
            #expect(bare.status == 409 && bare.text.contains("notice-warning"))
            let told = ["inhabil-officer": "person:ina", "inhabil-reason": "Kjenner familien."]
            let said = try await ina.submit("\(path)/inhabil", from: path, told)
            #expect(said.status == 303 && said["location"] == "/ko")
            #expect(try await ina.get(path).status == 404)
            #expect(try await !ina.get("/ko").text.contains(path))
            let page = try await ivar.get(path)
            #expect(page.text.contains("Ina Inntaksen meldte at Ina Inntaksen er inhabil"))
            let lift = ["habil-officer": "person:ina", "habil-reason": "Feil familie."]
            #expect(try await ivar.submit("\(path)/habil", from: path, lift).status == 303)
            #expect(try await ina.get(path).status == 200)
        }
    }

    @Test func `is assigned to an officer of the region and to nobody else`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let ina = try await Browser.signedIn("ina", office)
            let path = "/henvisninger/\(id)"
            let wrong = try await ina.submit("\(path)/fordel", from: path, ["handler": "person:vera"])
            #expect(wrong.status == 422 && wrong.text.contains("id=\"handler-error\""))
            #expect(try await ina.submit("\(path)/fordel", from: path, ["handler": "person:ivar"]).status == 303)
            #expect(try await ina.get("/ko").text.contains("Ivar Inntaksvik"))
            let vera = try await Browser.signedIn("vera", office)
            #expect(try await !vera.get(path).text.contains("/fordel"))
        }
    }
}

struct `An acute request` {
    @Test func `is telephoned first, then written beside the decision's own times, and answered by the hour`()
        async throws
    {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let (vera, ina) = (try await Browser.signedIn("vera", office), try await Browser.signedIn("ina", office))
            let path = "/saker/\(caseID)/akutt"
            let page = try await vera.get(path)
            #expect(page.text.contains("Ring først") && page.text.contains("mål uten hjemmel"))
            var fields = [
                "measureKind": "careInstitution", "phonedAt": office.moment(hours: -1),
                "neededBy": office.moment(hours: 4), "section": "careOrder", "decidedBy": "leader",
                "decidedAt": office.moment(hours: -2), "whereabouts": "1505", "events": "Barnet kan ikke være hjemme.",
            ]
            let refused = try await vera.tell(path, fields)
            #expect(refused.status == 422 && refused.text.contains("id=\"section-error\""))
            #expect(refused.text.contains("Barnet kan ikke være hjemme."))
            fields["section"] = "acuteCare"
            let sent = try await vera.tell(path, fields)
            let room = try #require(sent["location"])
            #expect(sent.status == 303 && room.hasPrefix("/henvisninger/"))
            let id = try #require(RecordID(room.dropFirst("/henvisninger/".count)))
            try await office.settle(id)
            #expect(try await ina.get("/ko").text.contains("tag-urgent"))
            let none = try await ina.tell(
                "\(room)/answer-acute",
                [
                    "status": "noneYet", "at": office.moment(hours: 0), "expectedAt": office.moment(hours: 2),
                    "reasons": "Fullt.",
                ]
            )
            #expect(none.status == 303)
            try await office.settle(id)
            let ready = try await ina.tell(
                "\(room)/answer-acute",
                [
                    "status": "ready", "at": office.moment(hours: 0), "placeID": "A-1", "placeName": "Akutten",
                    "ownership": "state", "placeMunicipality": "1505", "accord": "inLine", "assessment": "Trygt.",
                    "heard": "notHeard", "notHeard": "Haster.",
                ]
            )
            #expect(ready.status == 303)
            try await office.settle(id)
            for browser in [vera, ina] {
                let page = try await browser.get(room)
                for text in ["Akuttklokken", "Innenfor målet", "Plass klar", "§\u{A0}4-2", "Fullt.", "Trygt."] {
                    #expect(page.text.contains(text), "\(text)")
                }
                #expect(page.text.firstMatch(of: #/<\/time>\s+\./#) == nil)
            }
            // Who answers handles it, and what was found is typed once.
            #expect(try await ina.get(room).text.contains("Saksbehandler: <b>Ina Inntaksen</b>"))
            let form = try await ina.get("\(room)/answer-acute?status=arrived")
            #expect(form.text.contains("A-1, ") && form.text.contains("value=\"Akutten\""))
            let arrived = try await ina.tell(
                "\(room)/answer-acute?status=arrived",
                ["status": "arrived", "at": office.moment(hours: 0)]
            )
            #expect(arrived.status == 303)
            try await office.settle(id)
            let next = try await vera.get(room)
            #expect(next.text.contains("\(room)/start-stay?ground="))
            let preview = try await vera.press(
                "preview",
                on: try await vera.get("\(room)/start-stay"),
                of: "\(room)/start-stay",
                try await vera.get("\(room)/start-stay").shown(of: "\(room)/start-stay")
            )
            #expect(preview.text.contains("Ingenting er sendt ennå.") && !preview.text.contains("skrevet i saken"))
            #expect(try await vera.tell("\(room)/start-stay", ["on": office.day(0)]).status == 303)
            try await office.settle(id)
            #expect(try await !vera.get(room).text.contains("/start-stay"))
        }
    }
}
