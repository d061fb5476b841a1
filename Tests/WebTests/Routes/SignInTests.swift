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
            #expect(answer["location"] == "/concerns")
            let cookie = try #require(answer.all("set-cookie").first)
            for part in ["rettid=vest.", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
            let inbox = try await browser.get("/concerns")
            #expect(inbox.status == 200 && inbox.text.contains("Vera Vestby"))
            let session = browser.cookies
            let out = try await browser.post("/sign-out", ["csrf": try inbox.field("csrf"), "key": "sign-out"])
            #expect(out["location"] == "/sign-in")
            // The old cookie is worth nothing, even if somebody has kept it.
            let kept = session.map { "\($0)=\($1)" }.joined(separator: "; ")
            #expect(try await office.client.send("GET", "/concerns", [("Cookie", kept)]).status == 401)
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
