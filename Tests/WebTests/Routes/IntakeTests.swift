import Exchange
import Foundation
import Law
import Office
import Testing

@testable import Web

struct `The door for senders` {
    @Test func `answers a report with the ids of its concerns, and the same bytes when it is sent again`() async throws
    {
        try await OfficeFixture.run { office in
            let message = try SampleMessages.publicReport(to: "1505", children: ["En Prøvland", "To Prøvland"])
            let first = try await office.report(message, key: "k-1", id: "m-1")
            #expect(first.status == 201)
            let root = try JsonDocument(parsing: first.body).root
            #expect(root["status"]?.text == "mottatt")
            #expect(root["messageType"]?.text == "no.ks.fiks.bekymringsmelding.mottatt.v1")
            #expect(root["messageId"]?.text == "m-1")
            #expect(root["concerns"]?.items.count == 2)
            for (key, id) in [("k-1", "m-1"), (nil, "m-1"), ("k-1", nil)] as [(String?, String?)] {
                let again = try await office.report(message, key: key, id: id)
                #expect(again.status == 201)
                #expect(again.body == first.body)
            }
        }
    }

    @Test func `keeps what it cannot read or place, and says what is wrong`() async throws {
        try await OfficeFixture.run { office in
            let broken = try await office.report(Array("{\"kommunenummer\":1505".utf8), id: "m-1")
            #expect(broken.status == 422)
            let root = try JsonDocument(parsing: broken.body).root
            #expect(root["status"]?.text == "feilet")
            #expect(root["messageType"]?.text == "no.ks.fiks.bekymringsmelding.feilet.v1")
            #expect(root["workItem"]?.text?.isEmpty == false)
            #expect(root["errors"]?.items.isEmpty == false)
            let again = try await office.report(Array("{\"kommunenummer\":1505".utf8), id: "m-1")
            #expect(again.body == broken.body)
            let elsewhere = try await office.report(try SampleMessages.publicReport(to: "0301"), id: "m-2")
            #expect(elsewhere.status == 422)
            #expect(try JsonDocument(parsing: elsewhere.body).root["errors"]?.items.first?["pointer"]?.text != nil)
        }
    }

    @Test func `refuses an id that has been used for other content`() async throws {
        try await OfficeFixture.run { office in
            _ = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")
            let other = try SampleMessages.publicReport(to: "1505", worry: "Noe annet.")
            let answer = try await office.report(other, id: "m-1")
            #expect(answer.status == 409)
            #expect(try JsonDocument(parsing: answer.body).root["status"]?.text == "avvist")
        }
    }

    @Test func `takes a report whatever its content type`() async throws {
        try await OfficeFixture.run { office in
            let message = try SampleMessages.publicReport(to: "1505")
            for type in ["text/plain", "application/x-www-form-urlencoded", "nonsense"] {
                let answer = try await office.client.send(
                    "POST",
                    "/api/concerns/offentlig.v2",
                    [("Authorization", "Bearer \(OfficeFixture.secret)"), ("Content-Type", type)],
                    body: message
                )
                #expect(answer.status == 201)
            }
        }
    }

    @Test(arguments: [nil, "Bearer feil", "Basic cG9ydGFs", "Bearer "])
    func `does not know a sender without the right secret`(authorization: String?) async throws {
        try await OfficeFixture.run(demo: false) { office in
            let message = try SampleMessages.publicReport(to: "1505")
            let headers = authorization.map { [("Authorization", $0)] } ?? []
            for (method, path) in [
                ("POST", "/api/concerns/offentlig.v2"), ("GET", "/api/receipts"),
                ("GET", "/api/concerns/status/m-1"), ("PUT", "/api/sent/2026-11-20"),
            ] {
                let answer = try await office.client.send(method, path, headers, body: message)
                #expect(answer.status == 401)
                #expect(answer["content-type"] == "application/json")
                #expect(answer["www-authenticate"] == "Bearer")
            }
            #expect(office.rooms.reception.counters.received == 0)
        }
    }

    @Test func `takes a report without a secret in the pretend world, and none with a wrong one`() async throws {
        try await OfficeFixture.run { office in
            let message = try SampleMessages.publicReport(to: "1505")
            let path = "/api/concerns/offentlig.v2"
            #expect(try await office.client.send("POST", path, body: message).status == 201)
            let wrong = [("Authorization", "Bearer feil")]
            #expect(try await office.client.send("POST", path, wrong, body: message).status == 401)
        }
    }

    @Test(arguments: ["", "a b", String(repeating: "k", count: 201), "bl\u{e5}"])
    func `refuses a key that is no visible ASCII of at most 200 characters`(key: String) async throws {
        try await OfficeFixture.run { office in
            let answer = try await office.report(try SampleMessages.publicReport(to: "1505"), key: key)
            #expect(answer.status == 400)
        }
    }

    @Test(arguments: ["offentlig.v3", "mottatt.v1", "x"])
    func `does not know other forms`(form: String) async throws {
        try await OfficeFixture.run { office in
            let answer = try await office.report([], form: form)
            #expect(answer.status == 404)
            #expect(answer["content-type"] == "application/json")
        }
    }

    @Test func `reads no more than the limit, announced or not`() async throws {
        try await OfficeFixture.run(bodyLimit: 50_000) { office in
            let large = [UInt8](repeating: UInt8(ascii: "x"), count: 400_000)
            for framing in [RawClient.Framing.length, .chunked, .announced(5_000_000_000)] {
                let answer = try await office.report(large, framing: framing)
                #expect(answer.status == 413)
                #expect(answer["connection"] == "close")
            }
            #expect(office.rooms.reception.counters.kept == 0)
            #expect(
                try await office.report(try SampleMessages.publicReport(to: "1505"), framing: .chunked).status == 201
            )
        }
    }
}

struct `What a sender can ask` {
    private let authorization = [("Authorization", "Bearer \(OfficeFixture.secret)")]

    @Test func `is how far its own message has come, in counts alone`() async throws {
        try await OfficeFixture.run { office in
            let ids = try await office.deliver(
                try SampleMessages.publicReport(to: "1505", children: ["En Prøvland", "To Prøvland"]),
                id: "m/1"
            )
            let before = try await office.client.send("GET", "/api/concerns/status/m%2F1", authorization)
            #expect(before.status == 200)
            #expect(try JsonDocument(parsing: before.body).root["opened"]?.numberText == "0")
            let vera = try await Browser.signedIn("vera", office)
            #expect(try await vera.get("/concerns/\(try #require(ids.first))").status == 200)
            let after = try await office.client.send("GET", "/api/concerns/status/m%2F1", authorization)
            let root = try JsonDocument(parsing: after.body).root
            #expect(root["reports"]?.numberText == "2")
            #expect(root["opened"]?.numberText == "1")
            #expect(root["status"]?.text == "mottatt")
            #expect(!after.text.contains("Prøvland"))
            // Another sender's message is as absent as one that never was.
            let other = try await office.client.send("GET", "/api/concerns/status/m%2F1")
            let none = try await office.client.send("GET", "/api/concerns/status/m-7", authorization)
            #expect(other.status == 404 && none.status == 404)
            #expect(other.body == none.body && other.lastingHeaders == none.lastingHeaders)
        }
    }

    @Test func `is told its receipts, which are then delivered`() async throws {
        try await OfficeFixture.run { office in
            #expect(try await office.client.send("GET", "/api/receipts", authorization).text == "[]")
            _ = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")
            // The answer itself was the receipt: it is noted as delivered before long.
            for _ in 0..<100 where try await office.client.send("GET", "/metrics").text.contains("waiting 1") {
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(try await office.client.send("GET", "/metrics").text.contains("rettid_outbox_waiting 0"))
        }
    }

    @Test(arguments: [
        ("application/json", #"[{"messageId":"m-1"},{"messageId":"m-2"}]"#, 200),
        ("text/csv", "m-1;\nm-2\n", 200),
        ("application/json", #"{"messageId":"m-1"}"#, 422),
        ("application/json", #"[{"messageId":"m-1","sha256":"kort"}]"#, 422),
        ("text/csv", "m-1;;1505\nm-2;;1505;00\n", 200),
        ("application/json", #"[{"messageId":"m-2","kommunenummer":"1505","bydelsnummer":null}]"#, 200),
        ("application/json", #"[{"messageId":"m-2","kommunenummer":1505}]"#, 422),
        ("text/csv", "m-1;;15\n", 422),
        ("text/csv", "m-1;;1505;7\n", 422),
        ("text/csv", "m-1;;1505;07;x\n", 422),
        ("text/csv", "m-1;x;y\n", 422),
    ])
    func `tells what it sent, and the day is reconciled with it`(type: String, list: String, status: Int) async throws {
        try await OfficeFixture.run { office in
            _ = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")
            let day = office.rooms.environment.today
            let answer = try await office.client.send(
                "PUT",
                "/api/sent/\(day)",
                authorization + [("Content-Type", type)],
                body: Array(list.utf8)
            )
            #expect(answer.status == status)
            let mona = try await Browser.signedIn("mona", office)
            let page = try await mona.get("/reconciliation?day=\(day)")
            #expect(page.status == 200)
            #expect(page.text.contains("m-2") == (status == 200))
            let csv = try await mona.get("/reconciliation.csv?day=\(day)")
            #expect(csv.text.contains("missing") == (status == 200))
            // The leader is told of it, whether the list names the municipality or not.
            let leaders = try await Browser.signedIn("viggo", office).get("/reconciliation?day=\(day)").text
            #expect((leaders.contains("m-2") || leaders.contains("notice-warning")) == (status == 200))
        }
    }
}
