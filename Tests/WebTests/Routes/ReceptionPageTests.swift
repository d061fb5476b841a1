import Exchange
import Law
import Office
import Testing

@testable import Web

struct `Reception` {
    @Test func `takes an item, sends it on, and the service finds it in its inbox`() async throws {
        try await OfficeFixture.run { office in
            let answer = try await office.report(
                try SampleMessages.publicReport(to: "0301", children: ["Rut Rotløs"]),
                id: "m-1"
            )
            let id = try #require(try JsonDocument(parsing: answer.body).root["workItem"]?.text)
            let mona = try await Browser.signedIn("mona", office)
            #expect(try await mona.get("/reception").text.contains(id))
            let item = "/reception/\(id)"
            let page = try await mona.get(item)
            #expect(page.text.contains("Rut Rotløs") && page.text.contains("/kommunenummer"))
            #expect(try await mona.submit(item + "/take", from: item).status == 303)
            #expect(try await mona.get(item).text.contains("Mona Mottaksen"))
            let nowhere = try await mona.submit(item + "/forward", from: item, ["service": "nord"])
            #expect(nowhere.status == 422 && nowhere.text.contains("service-error"))
            #expect(try await mona.submit(item + "/forward", from: item, ["service": "aust"]).status == 303)
            #expect(try await mona.get(item).text.contains("Aust barnevernstjeneste"))
            let arne = try await Browser.signedIn("arne", office)
            #expect(try await arne.get("/concerns").text.contains("Rut Rotløs"))
        }
    }

    @Test func `shows every item, page by page`() async throws {
        try await OfficeFixture.run { office in
            var ids: [String] = []
            for number in 1...53 {
                let answer = try await office.report(Array("{".utf8), id: "m-\(number)")
                ids.append(try #require(try JsonDocument(parsing: answer.body).root["workItem"]?.text))
            }
            let mona = try await Browser.signedIn("mona", office)
            let first = try await mona.get("/reception")
            let second = try await mona.get(try #require(try first.link("next")))
            for (place, id) in ids.enumerated() {
                #expect(first.text.contains(id) == (place < 50) && second.text.contains(id) == (place >= 50))
            }
            #expect(try second.link("next") == nil)
            let back = try await mona.get(try #require(try second.link("prev")))
            #expect(ids.prefix(50).allSatisfy(back.text.contains))
        }
    }

    @Test func `closes an item with a reason, and not without`() async throws {
        try await OfficeFixture.run { office in
            let answer = try await office.report(Array("{".utf8), id: "m-1")
            let id = try #require(try JsonDocument(parsing: answer.body).root["workItem"]?.text)
            let mona = try await Browser.signedIn("mona", office)
            let item = "/reception/\(id)"
            let without = try await mona.submit(item + "/close", from: item, ["reason": "  "])
            #expect(without.status == 422 && without.text.contains("reason-error"))
            #expect(try await mona.submit(item + "/close", from: item, ["reason": "Prøve."]).status == 303)
            #expect(try await mona.get(item).text.contains("Prøve."))
            let list = try await mona.get("/reception")
            #expect(!list.text.contains(id))
            let page = try await mona.get(item)
            let again = ["csrf": try page.field("csrf"), "key": "another", "reason": "En gang til."]
            #expect(try await mona.post(item + "/close", again).status == 409)
        }
    }

    @Test func `shows what it cannot read as text, tries again, and asks the sender to send it again`() async throws {
        try await OfficeFixture.run { office in
            let answer = try await office.report(Array("{<script>alert(1)</script>".utf8), id: "m-1")
            let id = try #require(try JsonDocument(parsing: answer.body).root["workItem"]?.text)
            let mona = try await Browser.signedIn("mona", office)
            let item = "/reception/\(id)"
            let page = try await mona.get(item).text
            #expect(page.contains("{&lt;script&gt;alert(1)") && !page.contains("<script>alert"))
            let again = try await mona.submit(item + "/again", from: item)
            #expect(again.status == 422 && again.text.contains("Meldingen kan fortsatt ikke leses."))
            let without = try await mona.submit(item + "/send-back", from: item, ["answer": " "])
            #expect(without.status == 422 && without.text.contains("answer-error"))
            let sent = try await mona.submit(item + "/send-back", from: item, ["answer": "Send på nytt, takk."])
            #expect(sent.status == 303)
            let closed = try await mona.get(item).text
            #expect(closed.contains("Avsenderen er bedt om å sende på nytt: Send på nytt, takk."))
            #expect(!closed.contains("/send-back") && !closed.contains("/again"))
            #expect(try await !mona.get("/reception").text.contains(id))
        }
    }

    @Test func `puts a stranger's message into the referral that it is about`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.refer(try await office.openCase())
            let stranger = try #require(OrganisationNumber("999888777"))
            let sentAt = office.rooms.environment.now()
            var message = MessageExample.message(of: .fosterHome, id: RecordID(high: 7, low: 7), sentAt: sentAt)
            message.root.content = .nodes(
                message.root.children.map { node in
                    guard var header = MessageHeader(node: node) else { return node }
                    header.followUp = nil
                    header.sender.organisationNumber = "\(stranger)"
                    header.receiver.organisationNumber = "312555018"
                    return header.node
                }
            )
            try await office.rooms.messages.receive(
                ArrivedMessage(
                    id: RecordID(high: 7, low: 7),
                    sender: stranger,
                    receiver: try #require(OrganisationNumber("312555018")),
                    type: "henvisning.fosterhjem",
                    sentAt: sentAt,
                    payload: try message.bytes()
                )
            )
            let mona = try await Browser.signedIn("mona", office)
            let list = try await mona.get("/reception").text
            let item = try #require(list.firstMatch(of: #/href="(\/reception\/[0-9a-f-]+)"/#)).1.description
            let page = try await mona.get(item)
            #expect(page.text.contains("Ukjent avsender") && page.text.contains("value=\"inntak-midt\" selected"))
            let act = item + "/attach"
            let fields = ["unit": "inntak-midt", "conversation": "https://rettid.example/henvisninger/\(id)"]
            for wrong in [["unit": "inntak-midt"], ["unit": "ingen", "conversation": "\(id)"]] {
                #expect(try await mona.submit(act, from: item, wrong).status == 422)
            }
            let unknown = try await mona.submit(
                act,
                from: item,
                fields.merging(["conversation": "\(RecordID(high: 1, low: 1))"]) { $1 }
            )
            #expect(unknown.status == 422 && unknown.text.contains("conversation-error"))
            let again = try await mona.submit(item + "/again", from: item)
            #expect(again.status == 422 && again.text.contains("Meldingen har fortsatt ingen plass."))
            #expect(try await mona.submit(act, from: item, fields).status == 303)
            #expect(try await mona.get(item).text.contains("Inntak Midt"))
            let ina = try await Browser.signedIn("ina", office)
            let room = try await ina.get("/henvisninger/\(id)").text
            #expect(room.contains("Lagt inn av mottaket, fra 999888777"))
        }
    }
}
