import Assistance
import Exchange
import Law
import Office
import Testing

@testable import Web

struct `What a referral cannot take` {
    /// A referral to an institution whose child has moved in.
    private static func started(_ office: OfficeFixture) async throws -> (caseID: RecordID, id: RecordID) {
        let caseID = try await office.openCase()
        let id = try await office.refer(caseID, .institution)
        let (vera, ina) = (try office.person("vera"), try office.person("ina"))
        let desk = office.rooms.referrals
        func told(_ person: Person, _ content: SharedFact.Content, _ about: RecordID, _ prose: Prose) async throws
            -> RecordID
        {
            let command = ReferralCommand(about: about, content: content, prose: prose)
            let sent = try await desk.tell(person, id, command, key: "k\(about)-\(prose.texts.count)")
            guard case .done = sent.outcome else {
                Issue.record("not told: \(sent.outcome)")
                return id
            }
            try await office.settle(id)
            return sent.message
        }
        let offer = Offer(
            kind: .careInstitution,
            isDuty: true,
            place: OfferedPlace(
                id: try #require(PlaceID("H-1")),
                ownership: .state,
                municipality: try MunicipalityNumber(parsing: "1505"),
                isInOwnRegion: true
            ),
            usable: DaySpan(from: office.today, until: nil),
            isInterim: false,
            accord: .inLine,
            assessment: Assessment(childHeard: true),
            answerBy: office.rooms.environment.now().adding(seconds: 86_400),
            decidedAt: office.rooms.environment.now(),
            level: .regional,
            advice: nil
        )
        let prose = Prose([.assessment: "Trygt.", .childsView: "Greit.", .placeName: "Havna"])
        let offered = try await told(ina, .offered(offer), id, prose)
        let answer = OfferAnswer(
            outcome: .taken(from: office.today),
            childHeard: true,
            answeredAt: office.rooms.environment.now()
        )
        _ = try await told(vera, .offerAnswered(answer), offered, Prose([.childsView: "Greit."]))
        let step = StayStep(change: .started(plannedUntil: nil), on: office.today)
        _ = try await told(vera, .stay(step), offered, Prose())
        return (caseID, id)
    }

    @Test func `is not offered after the stay has begun, and is refused in words with the way back`() async throws {
        try await OfficeFixture.run { office in
            let (caseID, id) = try await Self.started(office)
            let vera = try await Browser.signedIn("vera", office)
            let list = try await vera.get("/saker/\(caseID)/henvisninger/ny").text
            #expect(list.contains("/henvisninger/\(id)/tillegg") && list.contains("href=\"/henvisninger/\(id)\""))
            #expect(!list.contains("/oppdatering\"") && !list.contains("/trekk\""))
            let path = "/saker/\(caseID)/henvisninger/\(id)/oppdatering"
            let page = try await vera.get(path)
            #expect(page.status == 200 && page.text.contains("Oppholdet er alt i gang."))
            let fields = ["participation": "override", "overrideReason": "Barnet er på reise."]
            for act in ["preview", "send"] {
                let refused = try await vera.press(
                    act,
                    on: page,
                    of: path,
                    try page.shown(of: path).merging(fields) { $1 }
                )
                #expect(refused.status == 409, "\(act)")
                #expect(refused.text.split(separator: "Oppholdet er alt i gang.").count == 2, "\(act)")
                #expect(refused.text.contains("/saker/\(caseID)/henvisninger/ny"), "\(act)")
            }
        }
    }

    @Test func `is told where the same key is used for something else, and can then be sent`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase(), wanted: -2)
            let vera = try await Browser.signedIn("vera", office)
            let path = "/henvisninger/\(id)/private-solution"
            let fields = ["from": office.day(-1), "interimMeasures": "Bor hos tante."]
            let preview = try await vera.press("preview", on: try await vera.get(path), of: path, fields)
            let sending = try preview.hidden(of: path).merging(["do": "send"]) { $1 }
            #expect(try await vera.post(path, sending).status == 303)
            let other = try await vera.post(path, sending.merging(["interimMeasures": "Bor hos onkel."]) { $1 })
            #expect(other.status == 409 && other.text.contains("Dette er alt sendt én gang"))
            #expect(other.text.contains("Bor hos onkel."))
            let typed = try other.shown(of: path).merging(["interimMeasures": "Bor hos onkel."]) { $1 }
            let again = try await vera.press("preview", on: other, of: path, typed)
            let anew = try again.hidden(of: path).merging(["do": "send"]) { $1 }
            #expect(try await vera.post(path, anew).status == 303)
        }
    }

    @Test func `leaves the reader in the referral, with the reason on top`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let ina = try await Browser.signedIn("ina", office)
            let path = "/henvisninger/\(id)"
            let page = try await ina.get(path)
            let form = ["csrf": try page.field("csrf"), "key": "same", "handler": "person:ina"]
            #expect(try await ina.post("\(path)/fordel", form).status == 303)
            let other = try await ina.post("\(path)/fordel", form.merging(["handler": "person:ivar"]) { $1 })
            #expect(other.status == 409 && other.text.contains("Dette er alt sendt én gang"))
            #expect(other.text.contains("action=\"\(path)/fordel\""))
        }
    }
}
