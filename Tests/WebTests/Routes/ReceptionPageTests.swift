import Exchange
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
}
