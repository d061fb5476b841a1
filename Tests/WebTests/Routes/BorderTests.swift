import Exchange
import Foundation
import Journal
import Law
import Office
import Testing

@testable import Web

/// Who may reach what: every role, every route, own and foreign.
struct `The borders` {
    /// A route and the people who may.
    struct Cell: Sendable, CustomTestStringConvertible {
        let method: String
        let path: String
        let allowed: Set<String>

        var testDescription: String { "\(method) \(path)" }
    }

    static let vest: Set = ["vera", "vigdis", "viggo"]
    static let services: Set = ["vera", "vigdis", "viggo", "arne", "astrid"]
    static let mottak: Set = ["mona"]
    static let overseers: Set = ["viggo", "astrid", "mona"]

    /// `{c}` stands for a report of vest's, `{w}` for an item of reception's.
    static let cells = [
        Cell(method: "GET", path: "/concerns", allowed: services),
        Cell(method: "GET", path: "/concerns/new", allowed: services),
        Cell(method: "GET", path: "/concerns/{c}", allowed: vest),
        Cell(method: "GET", path: "/concerns/{c}/match", allowed: vest),
        Cell(method: "GET", path: "/concerns/{c}/original", allowed: vest),
        Cell(method: "POST", path: "/concerns/{c}/urgency", allowed: vest),
        Cell(method: "POST", path: "/concerns/{c}/match", allowed: vest),
        Cell(method: "POST", path: "/concerns", allowed: services),
        Cell(method: "GET", path: "/reception", allowed: mottak),
        Cell(method: "GET", path: "/reception/{w}", allowed: mottak),
        Cell(method: "GET", path: "/reception/{w}/original", allowed: mottak),
        Cell(method: "POST", path: "/reception/{w}/take", allowed: mottak),
        Cell(method: "POST", path: "/reception/{w}/forward", allowed: mottak),
        Cell(method: "POST", path: "/reception/{w}/close", allowed: mottak),
        Cell(method: "GET", path: "/reconciliation", allowed: overseers),
        Cell(method: "GET", path: "/reconciliation.csv", allowed: overseers),
        Cell(method: "GET", path: "/alarms", allowed: overseers.union(["ina", "ivar"])),
    ]

    /// Fields that every form would take.
    private static let fields = [
        "urgent": "yes", "reason": "abroad", "service": "aust", "receivedAt": "2026-11-20T10:00", "channel": "phone",
        "reporterKind": "anonymous", "childState": "born", "worry": "Prøve.",
    ]

    @Test(arguments: cells)
    func `let in who may, and answer everybody else as if there were nothing`(cell: Cell) async throws {
        try await OfficeFixture.run { office in
            for person in OfficeFixture.people.map(\.id.name) {
                // Fresh objects for everybody, so that one person's visit does not change the next one's.
                let concern = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "c-\(person)")[
                    0
                ]
                let kept = try await office.report(Array("{".utf8), id: "w-\(person)")
                let item = try #require(try JsonDocument(parsing: kept.body).root["workItem"]?.text)
                let browser = try await Browser.signedIn(person, office)
                let token = try await browser.get("/accessibility").field("csrf")
                func ask(_ concern: String, _ item: String) async throws -> RawAnswer {
                    let path = cell.path.replacing("{c}", with: concern).replacing("{w}", with: item)
                    guard cell.method == "POST" else { return try await browser.get(path) }
                    return try await browser.post(
                        path,
                        Self.fields.merging(["csrf": token, "key": "key-\(person)"]) { $1 }
                    )
                }
                let answer = try await ask(concern, item)
                if cell.allowed.contains(person) {
                    #expect(answer.status == (cell.method == "GET" ? 200 : 303), "\(person)")
                } else {
                    #expect(answer.status == 404, "\(person)")
                    // Absent and forbidden: the same bytes.
                    let absent = try await ask(Self.absent, Self.absent)
                    #expect(answer.body == absent.body && answer.lastingHeaders == absent.lastingHeaders, "\(person)")
                    #expect(answer["x-request-id"] != absent["x-request-id"])
                }
            }
        }
    }

    private static let absent = "01930000-0000-7000-8000-000000000001"

    @Test func `let nobody in without a session`() async throws {
        try await OfficeFixture.run { office in
            let concern = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")[0]
            let browser = Browser(office)
            for cookie in [nil, "rettid=vest.00", "rettid=", "rettid=nowhere", "rettid=../vest.1"] as [String?] {
                browser.headers = cookie.map { [("Cookie", $0)] } ?? []
                for cell in Self.cells {
                    let path = cell.path.replacing("{c}", with: concern).replacing("{w}", with: Self.absent)
                    let answer =
                        cell.method == "GET"
                        ? try await browser.get(path) : try await browser.post(path, Self.fields)
                    #expect(answer.status == 401)
                    #expect(!answer.text.contains("Prøvland"))
                }
                #expect(try await browser.post("/sign-out", ["key": "k"]).status == 401)
            }
        }
    }

    @Test func `refuse every form without its token`() async throws {
        try await OfficeFixture.run { office in
            let concern = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")[0]
            let kept = try await office.report(Array("{".utf8), id: "w-1")
            let item = try #require(try JsonDocument(parsing: kept.body).root["workItem"]?.text)
            let before = try office.rooms.store.head(of: OfficeFixture.vest)
            for cell in Self.cells where cell.method == "POST" {
                let person = try #require(cell.allowed.sorted().last)
                let browser = try await Browser.signedIn(person, office)
                let path = cell.path.replacing("{c}", with: concern).replacing("{w}", with: item)
                for token in ["", "00"] {
                    let answer = try await browser.post(path, Self.fields.merging(["csrf": token, "key": "k"]) { $1 })
                    #expect(answer.status == 403)
                }
            }
            #expect(try office.rooms.store.head(of: OfficeFixture.vest) == before)
        }
    }
}

struct `Every answer` {
    @Test(arguments: [
        ("GET", "/"), ("GET", "/sign-in"), ("GET", "/accessibility"), ("GET", "/concerns"), ("GET", "/nothing"),
        ("POST", "/sign-in"), ("DELETE", "/concerns"), ("GET", "/assets/rettid.css"), ("GET", "/assets/nothing"),
        ("GET", "/live"), ("GET", "/ready"), ("GET", "/metrics"), ("POST", "/api/concerns/offentlig.v2"),
        ("POST", "/api/concerns/x"), ("GET", "/api/receipts"), ("GET", "/api/nothing"),
        ("GET", "/" + String(repeating: "x", count: 3000)),
    ])
    func `carries the headers that protect people`(method: String, path: String) async throws {
        try await OfficeFixture.run { office in
            let answer = try await office.client.send(method, path)
            #expect(answer["content-security-policy"]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
            #expect(answer["x-content-type-options"] == "nosniff")
            #expect(answer["referrer-policy"] == "no-referrer")
            #expect(answer["cross-origin-opener-policy"] == "same-origin")
            #expect(answer["cross-origin-resource-policy"] == "same-origin")
            #expect(answer["permissions-policy"] != nil)
            #expect(answer["cache-control"] == (path == "/assets/rettid.css" ? "no-cache" : "no-store"))
            #expect(answer["x-request-id"]?.count == 16)
            #expect(answer["server"] == nil)
        }
    }

    @Test func `leaves a line in the log with the route, and nothing of the report`() async throws {
        try await OfficeFixture.run { office in
            let concern = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")[0]
            let vera = try await Browser.signedIn("vera", office)
            let answer = try await vera.get("/concerns/\(concern)")
            _ = try await vera.get("/concerns/Prøvland?worry=Prøvland")
            let id = try #require(answer["x-request-id"])
            #expect(
                office.log.lines.contains { $0.contains(id) && $0.contains("/concerns/{id}") && $0.contains("200") }
            )
            for line in office.log.lines {
                for secret in ["Prøvland", concern, "vera", "skolen", OfficeFixture.secret, "csrf"] {
                    #expect(!line.contains(secret))
                }
            }
        }
    }

    @Test func `names assets by a version that may be kept, and answers that nothing has changed`() async throws {
        try await OfficeFixture.run { office in
            let page = try await office.client.send("GET", "/accessibility")
            let path = Asset.folder + "rettid.css"
            #expect(page.text.contains("href=\"\(path)\""))
            let asset = try await office.client.send("GET", path)
            #expect(asset.status == 200 && asset["content-type"] == "text/css; charset=utf-8")
            #expect(asset["cache-control"]?.contains("immutable") == true)
            let tag = try #require(asset["etag"])
            #expect(try await office.client.send("GET", path, [("If-None-Match", tag)]).status == 304)
            #expect(try await office.client.send("GET", "/assets/0/rettid.css").status == 404)
        }
    }

    @Test(arguments: [StoreFailure.full, .busy, .stopped("disk"), .ambiguous("link")])
    func `asks to come back where the store fails`(failure: StoreFailure) {
        #expect(StoreTrouble.isTemporary(failure))
        #expect(!StoreTrouble.isTemporary(Absent()))
    }
}

struct `Monitoring` {
    @Test func `learns figures and no names`() async throws {
        try await OfficeFixture.run { office in
            _ = try await office.deliver(try SampleMessages.publicReport(to: "1505"), id: "m-1")
            _ = try await office.report(Array("{".utf8), id: "m-2")
            let text = try await office.client.send("GET", "/metrics").text
            for line in [
                "rettid_concerns_unopened{unit=\"vest\"} 1", "rettid_work_items_open{unit=\"mottak\"} 1",
                "rettid_intake_total{outcome=\"received\"} 1", "rettid_intake_total{outcome=\"kept\"} 1",
                "rettid_mailbox_depth 0", "rettid_alarms{kind=\"unplaced\"} 1",
            ] { #expect(text.contains(line + "\n")) }
            for person in OfficeFixture.people { #expect(!text.contains(person.name)) }
            for secret in ["Prøvland", "Vest barnevernstjeneste", "Lærer"] { #expect(!text.contains(secret)) }
        }
    }

    @Test func `learns whether the store takes work`() async throws {
        try await OfficeFixture.run { office in
            let ready = try await office.client.send("GET", "/ready")
            #expect(ready.status == 200)
        }
        try await OfficeFixture.run(storeWorks: false) { office in
            let ready = try await office.client.send("GET", "/ready")
            let live = try await office.client.send("GET", "/live")
            #expect(ready.status == 503 && live.status == 200)
        }
    }
}
