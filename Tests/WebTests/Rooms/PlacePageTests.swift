import Assistance
import Exchange
import Law
import Office
import Testing

@testable import Web

struct `The board of places` {
    private static let unit = [
        "unitKind": "institution", "measureKinds-fosterHome": "yes", "measureKinds-careInstitution": "yes",
        "sections-careOrder": "yes", "youngest": "6", "oldest": "17", "targetGroup": "care", "region": "central",
    ]

    @Test func `is opened, held, booked and closed by the unit itself`() async throws {
        try await OfficeFixture.run { office in
            let per = try await Browser.signedIn("per", office)
            #expect(try await per.get("/plasser").text.contains("Beskriv den før"))
            let early = try await per.tell("/plasser/open-place", ["placeID": "H-1", "from": office.day(0)])
            #expect(early.status == 422 && early.text.contains("Beskriv enheten først."))
            #expect(try await per.tell("/plasser/describe-unit", Self.unit).status == 303)
            for place in ["H-1", "H-2"] {
                let opened = try await per.tell("/plasser/open-place", ["placeID": place, "from": office.day(0)])
                #expect(opened.status == 303)
            }
            let booking = ["placeID": "H-1", "from": office.day(2), "through": office.day(4)]
            #expect(try await per.tell("/plasser/book-place", booking).status == 303)
            let again = try await per.tell("/plasser/book-place", ["placeID": "H-1", "from": office.day(4)])
            #expect(again.status == 422 && again.text.contains("id=\"from-error\""))
            let outage = ["placeID": "H-2", "from": office.day(1), "outageReason": "repair"]
            #expect(try await per.tell("/plasser/out-of-service", outage).status == 303)
            let page = try await per.get("/plasser")
            for text in [
                "place-booked", "url(#hatch-outOfService)", "Ute av drift", "reparasjon", "/plasser/end-booking?",
            ] {
                #expect(page.text.contains(text), "\(text)")
            }
            let back = try #require(page.text.firstMatch(of: #/href="(\/plasser\/back-in-service[^"]*)"/#)).1
            #expect(try await per.tell(String(back), ["from": office.day(3)]).status == 303)
            let end = try #require(page.text.firstMatch(of: #/href="(\/plasser\/release-booking[^"]*)"/#)).1
            #expect(try await per.tell(String(end), [:]).status == 303)
            let closed = ["placeID": "H-1", "from": office.day(10), "closeReason": "fewerPlaces"]
            #expect(try await per.tell("/plasser/close-place", closed).status == 303)
            #expect(try await per.get("/plasser").text.contains("place-closed"))
        }
    }

    @Test func `keeps what is typed into its forms, for each place by itself, until it is sent`() async throws {
        try await OfficeFixture.run { office in
            let per = try await Browser.signedIn("per", office)
            _ = try await per.tell("/plasser/describe-unit", Self.unit)
            for place in ["H-1", "H-2"] {
                _ = try await per.tell("/plasser/open-place", ["placeID": place, "from": office.day(0)])
            }
            let path = "/plasser/book-place"
            let link = "\(path)?placeID=H-1&from=\(office.day(1))"
            let page = try await per.get(link)
            let typed = try page.shown(of: path).merging(["through": office.day(6)]) { $1 }.filter { !$0.value.isEmpty }
            let kept = try await per.press("draft", on: page, of: path, typed)
            #expect(kept.status == 303 && kept["location"] == "/plasser")
            let listed = try await per.get("/plasser")
            #expect(listed.text.contains("href=\"\(path)?placeID=H-1\"") && listed.text.contains(": H-1</a>"))
            // The session is lost with all that its pages hold.
            let again = try await Browser.signedIn("per", office)
            #expect(try await again.get(link).shown(of: path)["through"] == office.day(6))
            for other in [path, "\(path)?placeID=H-2"] {
                #expect(try await again.get(other).shown(of: path)["through"] == "", "\(other)")
            }
            #expect(try await again.tell(link, [:]).status == 303)
            let board = try await again.get("/plasser").text
            #expect(board.contains("place-booked"))
            #expect(try await again.get(link).shown(of: path)["through"] == "", "what was sent is no draft any more")
            #expect(!board.contains("/utkast/"))
        }
    }

    @Test func `lists what is begun with them to its writer alone, until it is thrown away`() async throws {
        try await OfficeFixture.run { office in
            let per = try await Browser.signedIn("per", office)
            _ = try await per.tell("/plasser/describe-unit", Self.unit)
            let name = "Rom 1 & 2=øst"
            _ = try await per.tell("/plasser/open-place", ["placeID": name, "from": office.day(0)])
            let path = "/plasser/book-place"
            let link = "\(path)?placeID=\(PlaceModel.escaped(name))"
            let page = try await per.get(link)
            let typed = try page.shown(of: path).merging(["through": office.day(6)]) { $1 }.filter { !$0.value.isEmpty }
            _ = try await per.press("draft", on: page, of: path, typed)
            let board = try await per.get("/plasser")
            let listed = try #require(board.text.firstMatch(of: #/href="(\/plasser\/book-place\?placeID=Rom[^"]*)"/#)).1
            #expect(try await per.get(String(listed)).shown(of: path)["through"] == office.day(6))
            let ina = try await Browser.signedIn("ina", office)
            #expect(try await !ina.get("/plasser").text.contains("/utkast/"))
            let discarded = try await per.post("/utkast/book-place/slett", board.hidden(of: "/utkast/book-place/slett"))
            #expect(discarded.status == 303 && discarded["location"] == "/plasser")
            #expect(try await !per.get("/plasser").text.contains("/utkast/"))
        }
    }

    @Test func `draws and lists the same days of the same places`() async throws {
        try await OfficeFixture.run { office in
            let per = try await Browser.signedIn("per", office)
            _ = try await per.tell("/plasser/describe-unit", Self.unit)
            _ = try await per.tell("/plasser/open-place", ["placeID": "H-1", "from": office.day(0)])
            _ = try await per.tell(
                "/plasser/book-place",
                ["placeID": "H-1", "from": office.day(2), "through": office.day(4)]
            )
            let page = try await per.get("/plasser").text
            let board = try await office.rooms.places.board(
                try office.person("per"),
                from: office.today,
                days: PlaceRoutes.length
            )
            #expect(page.matches(of: #/<rect class="place-/#).count == board.rows.flatMap(\.days).count + 5)
            // Free, booked, free: three rows of the table.
            #expect(page.matches(of: #/role="rowheader"/#).count == 3)
        }
    }

    @Test func `is asked for a hold by the region, which shows it as asked until it is granted`() async throws {
        try await OfficeFixture.run { office in
            let (per, ina) = (try await Browser.signedIn("per", office), try await Browser.signedIn("ina", office))
            _ = try await per.tell("/plasser/describe-unit", Self.unit)
            _ = try await per.tell("/plasser/open-place", ["placeID": "H-1", "from": office.day(0)])
            let id = try await office.refer(try await office.openCase())
            let path = "/henvisninger/\(id)"
            #expect(try await ina.get("/plasser").text.contains("Havna"))
            #expect(try await !ina.get("/plasser").text.contains("/plasser/book-place"))
            let asked = try await ina.tell(
                "\(path)/ask-hold",
                ["owner": "313333331", "placeID": "H-1", "children": "1", "heldUntil": office.moment(hours: 48)]
            )
            #expect(asked.status == 303)
            #expect(try await ina.get(path).text.contains("Havna: Spurt"))
            try await office.until { try await per.get("/plasser").text.contains("/plasser/answer-hold?hold=") }
            let page = try await per.get("/plasser")
            #expect(page.text.contains("Inntak Midt") && !page.text.contains("Kari"))
            let link = try #require(page.text.firstMatch(of: #/href="(\/plasser\/answer-hold[^"]*)"/#)).1
            let granted = try await per.tell(
                String(link),
                ["holdAnswer": "granted", "heldUntil": office.moment(hours: 24)]
            )
            #expect(granted.status == 303)
            try await office.until { try await ina.get(path).text.contains("Holdes av til") }
            #expect(try await per.get("/plasser").text.contains("place-held"))
            let given = try #require(try await ina.get(path).text.firstMatch(of: #/name="hold" value="([^"]*)"/#)).1
            let gaveUp = try await ina.submit("\(path)/frigi", from: path, ["hold": String(given)])
            #expect(gaveUp.status == 303)
            // What nobody answers lapses by itself, for whoever asks and whoever is asked.
            let wish = ["owner": "313333331", "placeID": "H-1", "children": "1", "heldUntil": office.moment(hours: 24)]
            #expect(try await ina.tell("\(path)/ask-hold", wish).status == 303)
            try await office.until { try await per.get("/plasser").text.contains("/plasser/answer-hold?hold=") }
            office.clock.move(days: 2)
            let (later, owner) = (try await Browser.signedIn("ina", office), try await Browser.signedIn("per", office))
            let shown = try await later.get(path).text
            #expect(shown.contains("Havna: Utløpt") && !shown.contains("Havna: Spurt"))
            let waiting = try await owner.get("/plasser").text
            #expect(
                waiting.contains("Utløpt") && !waiting.contains("Spurt") && !waiting.contains("/plasser/answer-hold")
            )
        }
    }

    @Test func `is offered for no longer than it is held, shows as taken afterwards, and says what does not fit`()
        async throws
    {
        try await OfficeFixture.run { office in
            let (per, ina) = (try await Browser.signedIn("per", office), try await Browser.signedIn("ina", office))
            let narrow = Self.unit.merging(["youngest": "24", "oldest": "25"]) { $1 }
            _ = try await per.tell("/plasser/describe-unit", narrow)
            _ = try await per.tell("/plasser/open-place", ["placeID": "H-1", "from": office.day(0)])
            let id = try await office.refer(try await office.openCase())
            let (path, form) = ("/henvisninger/\(id)", "/henvisninger/\(id)/offer")
            // The unit can be chosen all the same.
            #expect(try await ina.get("\(path)/ask-hold").text.contains(#/Havna \(passer ikke: [^)]*alder\)/#))
            let fields = [
                "placeID": "H-1", "placeName": "Rom 1", "ownership": "state", "placeMunicipality": "1505",
                "usableFrom": office.day(0), "assessment": "Ligger nær skolen.", "heard": "heard",
                "childsView": "Greit.", "teamAdvice": "notAsked",
            ]
            func preview(_ answerBy: String) async throws -> RawAnswer {
                let page = try await ina.get(form)
                let typed = fields.merging(["answerBy": answerBy]) { $1 }
                return try await ina.press(
                    "preview",
                    on: page,
                    of: form,
                    try page.shown(of: form).merging(typed) { $1 }
                )
            }
            let unheld = try await preview(office.moment(hours: 12))
            #expect(unheld.status == 422 && unheld.text.contains("id=\"placeID-error\""))
            #expect(unheld.text.contains("Ingen holder denne plassen av"))
            let asked = try await ina.tell(
                "\(path)/ask-hold",
                ["owner": "313333331", "placeID": "H-1", "children": "1", "heldUntil": office.moment(hours: 48)]
            )
            #expect(asked.status == 303)
            try await office.until { try await per.get("/plasser").text.contains("/plasser/answer-hold?hold=") }
            let holds = try await per.get("/plasser").text
            let link = try #require(holds.firstMatch(of: #/href="(\/plasser\/answer-hold[^"]*)"/#)).1
            // One moment, whichever minute it is when it is looked for.
            let heldUntil = office.moment(hours: 24)
            _ = try await per.tell(String(link), ["holdAnswer": "granted", "heldUntil": heldUntil])
            try await office.until { try await ina.get(path).text.contains("Holdes av til") }
            // Another officer has typed nothing into it yet.
            let proposed = try await Browser.signedIn("ivar", office).get(form)
            #expect(proposed.text.contains("value=\"\(heldUntil)\""))
            let long = try await preview(office.moment(hours: 30))
            #expect(long.status == 422 && long.text.contains("id=\"answerBy-error\""))
            #expect(long.text.contains("Plassen holdes bare av til"))
            let right = try await preview(heldUntil)
            #expect(right.status == 200 && right.text.contains("Havna tar imot barn fra 24 til 25 år"))
            // The owner makes it last longer, and then the offer may.
            let longer = try #require(
                try await per.get("/plasser").text.firstMatch(of: #/href="([^"]*)">Hold av lenger/#)
            ).1
            let lasting = ["holdAnswer": "granted", "heldUntil": office.moment(hours: 40)]
            #expect(try await per.tell(String(longer), lasting).status == 303)
            try await office.until { try await preview(office.moment(hours: 30)).status == 200 }
        }
    }
}
