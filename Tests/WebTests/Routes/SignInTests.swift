import Foundation
import Law
import Office
import Testing

@testable import Web

struct `Signing in` {
    @Test func `leads to the person's own work and back out again`() async throws {
        try await OfficeFixture.run { office in
            let browser = Browser(office)
            #expect(try await browser.get("/")["location"] == "/sign-in")
            let page = try await browser.get("/sign-in")
            #expect(page.status == 200)
            for person in OfficeFixture.people { #expect(page.text.contains(person.name)) }
            let answer = try await browser.post(
                "/sign-in",
                ["csrf": try page.field("csrf"), "key": "sign-in", "persona": "vera"]
            )
            #expect(answer.status == 303)
            #expect(answer["location"] == "/min-dag")
            let cookie = try #require(answer.all("set-cookie").first)
            for part in ["rettid=vest.", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
            let inbox = try await browser.get("/min-dag")
            #expect(inbox.status == 200 && inbox.text.contains("Vera Vestby"))
            let session = browser.cookies
            let out = try await browser.post("/sign-out", ["csrf": try inbox.field("csrf"), "key": "sign-out"])
            #expect(out["location"] == "/sign-in")
            // The old cookie is worth nothing, even if somebody has kept it.
            let kept = session.map { "\($0)=\($1)" }.joined(separator: "; ")
            #expect(try await office.client.send("GET", "/concerns", [("Cookie", kept)]).status == 401)
        }
    }

    @Test(arguments: [("vera", "/min-dag"), ("viggo", "/tavle"), ("mona", "/reception"), ("gro", "/statsforvalter")])
    func `begins where the role's work begins`(person: String, home: String) async throws {
        try await OfficeFixture.run { office in
            let browser = try await Browser.signedIn(person, office)
            #expect(try await browser.get("/")["location"] == home)
            #expect(try await browser.get(home).status == 200)
        }
    }

    @Test func `is refused without the form's own token, from another site, and outside the pretend world`()
        async throws
    {
        try await OfficeFixture.run { office in
            let browser = Browser(office)
            let page = try await browser.get("/sign-in")
            let token = try page.field("csrf")
            for wrong in ["", "feil", String(token.dropLast()) + "x"] {
                let answer = try await browser.post("/sign-in", ["csrf": wrong, "key": "k", "persona": "vera"])
                #expect(answer.status == 403)
                #expect(answer.all("set-cookie") == [])
            }
            browser.headers = [("Sec-Fetch-Site", "cross-site")]
            let fields = ["csrf": token, "key": "k", "persona": "vera"]
            #expect(try await browser.post("/sign-in", fields).status == 403)
            browser.headers = []
            #expect(try await browser.post("/sign-in", ["csrf": token, "key": "k", "persona": "nobody"]).status == 400)
        }
        try await OfficeFixture.run(demo: false) { office in
            let browser = Browser(office)
            let page = try await browser.get("/sign-in")
            let answer = try await browser.post("/sign-in", ["key": "k", "persona": "vera"])
            #expect(page.status == 404 && answer.status == 404)
        }
    }

    @Test func `is limited for one client`() async throws {
        let rates = WebSettings.Rates(
            pages: nil,
            signIn: .init(perMinute: 1, burst: 3),
            api: .init(perMinute: 1, burst: 2)
        )
        try await OfficeFixture.run(rates: rates) { office in
            let browser = Browser(office)
            for attempt in 1...4 {
                let answer = try await browser.post("/sign-in", ["key": "k", "persona": "vera"])
                #expect(answer.status == (attempt <= 3 ? 403 : 429))
                if attempt == 4 { #expect(answer["retry-after"].flatMap { Int($0) } ?? 0 > 0) }
            }
            #expect(try await browser.get("/sign-in").status == 200)
            let statuses = [
                try await office.report([], form: "x").status, try await office.report([], form: "x").status,
                try await office.report([], form: "x").status,
            ]
            #expect(statuses == [404, 404, 429])
            #expect(try await office.client.send("GET", "/live").status == 200)
        }
    }
}

struct `A client behind a proxy` {
    @Test(
        arguments: [
            // Nobody is trusted: the header is what anybody may write.
            ([], "10.0.0.5", "192.0.2.1", "10.0.0.5"),
            (["10.0.0.5"], "10.0.0.6", "192.0.2.1", "10.0.0.6"),
            (["10.0.0.5"], "10.0.0.5", "192.0.2.1", "192.0.2.1"),
            (["10.0.0.5"], "10.0.0.5", nil, "10.0.0.5"),
            // What stands left of the first stranger, the stranger wrote.
            (["10.0.0.5"], "10.0.0.5", "198.51.100.7, 192.0.2.1", "192.0.2.1"),
            (["10.0.0.0/8"], "10.0.0.5", "198.51.100.7, 192.0.2.1,10.9.9.9", "192.0.2.1"),
            (["10.0.0.0/8"], "10.0.0.5", "10.1.1.1, 10.2.2.2", "10.1.1.1"),
            (["10.0.0.0/8"], "10.0.0.5", "192.0.2.1, unknown, 10.2.2.2", "10.2.2.2"),
            (["10.0.0.0/8"], "10.0.0.5", "unknown", "10.0.0.5"),
            (["10.0.0.0/9"], "10.128.0.5", "192.0.2.1", "10.128.0.5"),
            (["2001:db8::/32"], "2001:db8::9", "2001:DB8:ffff::1, 2001:0db9:0::1", "2001:db9:0:0::"),
            (["10.0.0.5"], "::ffff:10.0.0.5", "::ffff:192.0.2.1", "192.0.2.1"),
            (["0.0.0.0/0"], "10.0.0.5", "2001:db8::1", "2001:db8:0:0::"),
            ([], "2001:db8:1:2:3:4:5:6", nil, "2001:db8:1:2::"),
            ([], "2001:db8:1:2:ffff::9", nil, "2001:db8:1:2::"), ([], "2001:db8:1:3::6", nil, "2001:db8:1:3::"),
        ] as [([String], String, String?, String)]
    )
    func `counts by the last address that no trusted proxy has`(
        proxies: [String],
        peer: String,
        list: String?,
        expected: String
    ) throws {
        #expect(try TrustedProxies(parsing: proxies).client(peer: peer, forwardedFor: list) == expected)
    }

    @Test(arguments: ["", "10.0.0", "10.0.0.5/33", "10.0.0.5/", "10.0.0.5/-1", "2001:db8::/129", "proxy.example.no"])
    func `cannot have a proxy with a wrong address`(text: String) {
        #expect(throws: TrustedProxies.ParseError(text: text)) { try TrustedProxies(parsing: [text]) }
    }

    @Test(arguments: [true, false])
    func `has limits of its own where the proxy is trusted, and shares them where it is not`(
        isTrusted: Bool
    ) async throws {
        let rates = WebSettings.Rates(pages: nil, signIn: nil, api: .init(perMinute: 1, burst: 1))
        let proxies = try TrustedProxies(parsing: isTrusted ? ["127.0.0.1", "::1"] : [])
        try await OfficeFixture.run(rates: rates, trustedProxies: proxies) { office in
            for (number, client) in ["192.0.2.1", "192.0.2.2"].enumerated() {
                let headers = [("X-Forwarded-For", "198.51.100.1, \(client)")]
                let status = try await office.client.send("GET", "/api/receipts", headers).status
                #expect((status == 429) == (number == 1 && !isTrusted))
            }
        }
    }
}

struct `The rate limiter` {
    @Test func `gives the burst, then the rate, and no more than the burst after a pause`() {
        let limiter = RateLimiter(.init(perMinute: 60, burst: 5))
        let start = Instant(microseconds: 1_000_000_000)
        for _ in 0..<5 { #expect(limiter.take("a", at: start) == nil) }
        #expect(limiter.take("a", at: start) == 1)
        #expect(limiter.take("b", at: start) == nil)
        #expect(limiter.take("a", at: start.adding(seconds: 1)) == nil)
        #expect(limiter.take("a", at: start.adding(seconds: -100)) != nil)
        for _ in 0..<5 { #expect(limiter.take("a", at: start.adding(seconds: 1000)) == nil) }
        #expect(limiter.take("a", at: start.adding(seconds: 1000)) != nil)
    }
}

struct `The language` {
    @Test(arguments: [
        ("nn-NO, nb;q=0.5", "nn"), ("en-GB,en;q=0.9", "en"), ("no", "nb"), ("se, fi, nn", "nn"), ("fr", "nb"),
        ("", "nb"),
    ])
    func `is the browser's first that we speak`(accepted: String, code: String) async throws {
        try await OfficeFixture.run { office in
            let answer = try await office.client.send("GET", "/accessibility", [("Accept-Language", accepted)])
            #expect(answer.text.contains("<html lang=\"\(code)\">"))
        }
    }

    @Test func `is the person's choice, and stays after signing in`() async throws {
        try await OfficeFixture.run { office in
            let browser = Browser(office)
            let page = try await browser.get("/sign-in")
            let chosen = try await browser.post(
                "/language",
                ["csrf": try page.field("csrf"), "key": "language", "language": "en", "return": "/sign-in"]
            )
            #expect(chosen.status == 303 && chosen["location"] == "/sign-in")
            #expect(try await browser.get("/sign-in").text.contains("<html lang=\"en\">"))
            let vera = try await Browser.signedIn("vera", office)
            let inbox = try await vera.get("/concerns")
            let answer = try await vera.post(
                "/language",
                ["csrf": try inbox.field("csrf"), "key": "language", "language": "nn", "return": "/concerns"]
            )
            #expect(answer["location"] == "/concerns")
            #expect(try await vera.get("/concerns").text.contains("<html lang=\"nn\">"))
        }
    }

    @Test(arguments: [
        ("/concerns?filter=urgent&after=50", "/concerns?filter=urgent&after=50"), ("//example.invalid/", "/"),
        ("https://example.invalid/", "/"), ("/\\example.invalid", "/"), ("", "/"), ("/a\r\nSet-Cookie: x=y", "/"),
        ("concerns", "/"),
    ])
    func `returns to a page of this site only`(given: String, expected: String) {
        #expect(VisitRoutes.returnPath(given) == expected)
    }
}
