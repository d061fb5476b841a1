import Foundation
import Testing

/// What a browser does with our pages: keeps cookies, finds forms, posts them.
final class Browser {
    private let client: RawClient
    private(set) var cookies: [String: String] = [:]
    /// Sent with every request.
    var headers: [(String, String)] = []

    init(_ office: OfficeFixture) {
        client = office.client
    }

    /// A browser in which a person of the fixture has signed in.
    static func signedIn(_ name: String, _ office: OfficeFixture) async throws -> Browser {
        let browser = Browser(office)
        let page = try await browser.get("/sign-in")
        let answer = try await browser.post(
            "/sign-in",
            ["csrf": try page.field("csrf"), "key": "sign-in", "persona": name]
        )
        #expect(answer.status == 303)
        return browser
    }

    func get(_ path: String) async throws -> RawAnswer {
        keep(try await client.send("GET", path, headers + cookieHeader))
    }

    func post(_ path: String, _ fields: [String: String]) async throws -> RawAnswer {
        let body = fields.map { "\(Self.encode($0))=\(Self.encode($1))" }.joined(separator: "&")
        return try await send("POST", path, type: "application/x-www-form-urlencoded", Array(body.utf8))
    }

    /// Sends a body of some type with the browser's cookies.
    func send(
        _ method: String,
        _ path: String,
        type: String,
        _ body: [UInt8],
        framing: RawClient.Framing = .length
    ) async throws -> RawAnswer {
        let sent = headers + cookieHeader + [("Content-Type", type)]
        return keep(try await client.send(method, path, sent, body: body, framing: framing))
    }

    /// Sends what a person's own program sends: JSON, the session's token and an idempotency key.
    func send(
        _ method: String,
        _ path: String,
        _ token: String,
        _ key: String,
        _ body: [UInt8]
    ) async throws -> RawAnswer {
        let own = [("Content-Type", "application/json"), ("X-CSRF-Token", token), ("Idempotency-Key", key)]
        return keep(try await client.send(method, path, headers + cookieHeader + own, body: body))
    }

    /// Fetches a page and posts its forms' secrets to a path, with more fields.
    func submit(_ path: String, from page: String, _ fields: [String: String] = [:]) async throws -> RawAnswer {
        let answer = try await get(page)
        let secrets = ["csrf": try answer.field("csrf"), "key": try answer.key(of: path)]
        return try await post(path, fields.merging(secrets) { given, _ in given })
    }

    private var cookieHeader: [(String, String)] {
        guard !cookies.isEmpty else { return [] }
        return [("Cookie", cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; "))]
    }

    private func keep(_ answer: RawAnswer) -> RawAnswer {
        for header in answer.all("set-cookie") {
            let pair = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, !header.contains("Max-Age=0") else {
                cookies[pair[0]] = nil
                continue
            }
            cookies[pair[0]] = pair[1]
        }
        return answer
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = Character(Unicode.Scalar(byte)).isLetter && byte < 128 || (48...57).contains(byte)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension RawAnswer {
    /// The value of the first hidden field of that name.
    func field(_ name: String) throws -> String {
        let mark = try #require(text.firstRange(of: "name=\"\(name)\" value=\""))
        return String(text[mark.upperBound...].prefix { $0 != "\"" })
    }

    /// Where the link to the next (`next`) or previous (`prev`) page leads; `nil` where there is none.
    func link(_ relation: String) throws -> String? {
        guard let mark = text.firstRange(of: "<a rel=\"\(relation)\" href=\"") else { return nil }
        return String(text[mark.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }

    /// The idempotency key of the form that posts to a path.
    func key(of path: String) throws -> String {
        let form = try #require(text.firstRange(of: "action=\"\(path)\""))
        let rest = text[form.upperBound...]
        let mark = try #require(rest.firstRange(of: "name=\"key\" value=\""))
        return String(rest[mark.upperBound...].prefix { $0 != "\"" })
    }
}
