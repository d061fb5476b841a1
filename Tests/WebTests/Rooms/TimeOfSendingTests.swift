import Assistance
import Exchange
import Law
import Office
import Testing

/// How long a page has been open, and what was done meanwhile, is nobody's business but its reader's.
struct `What is told from a page that has long been open` {
    @Test(arguments: [true, false])
    func `is asked for when it is sent, and by telephone when somebody rang`(hasRung: Bool) async throws {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let vera = try await Browser.signedIn("vera", office)
            let path = "/saker/\(caseID)/akutt"
            let page = try await vera.get(path)
            #expect(page.text.contains("Ring først"))
            // Whoever does as the page says rings after it has been opened.
            office.clock.move(minutes: 20)
            let rang = office.rooms.environment.now()
            let fields = [
                "measureKind": "careInstitution", "phonedAt": hasRung ? office.moment(hours: 0) : "",
                "neededBy": office.moment(hours: 4), "section": "acuteCare", "decidedBy": "leader",
                "decidedAt": office.moment(hours: -2), "whereabouts": "1505", "events": "Barnet kan ikke være hjemme.",
            ]
            office.clock.move(minutes: 5)
            let preview = try await vera.press("preview", on: page, of: path, fields)
            #expect(preview.status == 200)
            office.clock.move(minutes: 20)
            let before = office.rooms.environment.now()
            let sending = try preview.hidden(of: path).merging(["do": "send"]) { $1 }
            let sent = try await vera.post(path, sending)
            #expect(sent.status == 303)
            let room = try #require(sent["location"])
            let id = try #require(RecordID(room.dropFirst("/henvisninger/".count)))
            let first = try await office.rooms.referrals.open(office.person("vera"), id)
            let asked = try #require(first.shared.acute)
            let minute = rang.adding(microseconds: -(rang.microseconds % 60_000_000))
            #expect(before <= asked.askedAt && before <= asked.orderedAt)
            #expect(asked.phonedAt == (hasRung ? minute : nil))
            #expect(asked.clockStart == (hasRung ? minute : asked.askedAt))

            // Sent again it is the same request, of the time at which it was sent first.
            for _ in 0..<2 {
                office.clock.move(minutes: 20)
                let again = try await vera.post(path, sending)
                #expect(again.status == 303 && again["location"] == room)
            }
            let opened = try await office.rooms.referrals.open(office.person("vera"), id)
            #expect(opened.shared.acute == asked && opened.messages.filter(\.isOwn).count == 1)
            // What else is asked for under that key was not asked for.
            let other = try await vera.post(path, sending.merging(["events": "Noe annet."]) { $1 })
            #expect(other.status == 409)
        }
    }

    @Test func `is refused where the call would be made after it, and sent once that is put right`() async throws {
        try await OfficeFixture.run { office in
            let caseID = try await office.openCase()
            let vera = try await Browser.signedIn("vera", office)
            let path = "/saker/\(caseID)/akutt"
            var fields = [
                "measureKind": "careInstitution", "phonedAt": office.moment(hours: 1),
                "neededBy": office.moment(hours: 4), "section": "acuteCare", "decidedBy": "leader",
                "decidedAt": office.moment(hours: -2), "whereabouts": "1505", "events": "Barnet kan ikke være hjemme.",
            ]
            let refused = try await vera.press("preview", on: try await vera.get(path), of: path, fields)
            #expect(refused.status == 422 && refused.text.contains("id=\"phonedAt-error\""))
            office.clock.move(minutes: 10)
            fields["phonedAt"] = office.moment(hours: 0)
            let preview = try await vera.press("preview", on: refused, of: path, fields)
            #expect(preview.status == 200)
            let sending = try preview.hidden(of: path).merging(["do": "send"]) { $1 }
            #expect(try await vera.post(path, sending).status == 303)
        }
    }

    @Test func `is offered and answered when it is sent, once`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase(), .institution)
            func told(_ browser: Browser, _ act: String, _ fields: [String: String]) async throws -> Instant {
                let path = "/henvisninger/\(id)/\(act)"
                let page = try await browser.get(path)
                let typed = try page.shown(of: path).merging(fields) { $1 }.filter { !$0.value.isEmpty }
                office.clock.move(minutes: 20)
                let preview = try await browser.press("preview", on: page, of: path, typed)
                #expect(preview.status == 200, "\(act)")
                office.clock.move(minutes: 20)
                let before = office.rooms.environment.now()
                let sending = try preview.hidden(of: path).merging(["do": "send"]) { $1 }
                for _ in 0..<2 {
                    #expect(try await browser.post(path, sending).status == 303, "\(act)")
                    office.clock.move(minutes: 5)
                }
                try await office.settle(id)
                return before
            }
            let offered = try await told(
                try await Browser.signedIn("ina", office),
                "offer",
                [
                    "measureKind": "careInstitution", "placeID": "I-1", "placeName": "Fjordheimen",
                    "ownership": "state", "placeMunicipality": "1505", "usableFrom": office.day(0), "accord": "inLine",
                    "assessment": "Trygt.", "heard": "notHeard", "notHeard": "Haster.",
                    "answerBy": office.moment(hours: 72), "level": "regional", "teamAdvice": "notAsked",
                ]
            )
            let taken = ["outcome": "taken", "startsOn": office.day(0), "heard": "notHeard", "notHeard": "Haster."]
            let answered = try await told(Browser.signedIn("vera", office), "answer-offer", taken)
            let shared = try await office.rooms.referrals.open(office.person("vera"), id).shared
            let offers = shared.facts.compactMap { if case .offered(let offer) = $0.content { offer } else { nil } }
            #expect(offers.count == 1 && offers.allSatisfy { offered <= $0.decidedAt })
            let answers = shared.facts.compactMap {
                if case .offerAnswered(let answer) = $0.content { answer } else { nil }
            }
            #expect(answers.count == 1 && answers.allSatisfy { answered <= $0.answeredAt })
        }
    }
}
