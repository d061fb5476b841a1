import Exchange
import Testing

/// What people do with the editors in a browser.
extension Browser {
    /// The fields of a case's form that have to be filled in, for a pretend child.
    static let newCase = ["residence": "unknown", "municipality": "1505"]

    /// Fills in the form of a page and presses a button; what the page posts unseen goes along.
    func press(_ button: String, on page: RawAnswer, of path: String, _ fields: [String: String]) async throws
        -> RawAnswer
    {
        let all = try page.hidden(of: path).merging(fields) { $1 }.merging(["do": button]) { $1 }
        return try await post(path, all)
    }

    /// Opens a form, fills it in and sends it.
    func write(_ path: String, _ fields: [String: String]) async throws -> RawAnswer {
        let plain = String(path.prefix { $0 != "?" })
        return try await press("send", on: try await get(path), of: plain, fields)
    }

    /// Looks for a child before a new case.
    func look(for name: String, concern: String? = nil) async throws -> RawAnswer {
        let page = try await get("/saker/ny" + (concern.map { "?concern=\($0)" } ?? ""))
        let fields = try page.hidden(of: "/saker/ny").merging(["query": name]) { $1 }
        return try await post("/saker/ny", fields)
    }

    /// The form for a new case after the look.
    func beginCase(_ name: String, concern: String? = nil) async throws -> RawAnswer {
        let found = try await look(for: name, concern: concern)
        return try await post("/saker/ny/open-case", try found.hidden(of: "/saker/ny/open-case"))
    }

    /// Looks for a child and opens a case for it.
    ///
    /// - Returns: The case's id.
    func openCase(_ name: String) async throws -> String {
        let page = try await beginCase(name)
        let fields = Self.newCase.merging(["name": name, "on": try page.field("on")]) { $1 }
        let answer = try await press("send", on: page, of: "/saker/ny/open-case", fields)
        #expect(answer.status == 303)
        return String(try #require(answer["location"]).dropFirst("/saker/".count))
    }

    /// What the API tells.
    func json(_ path: String) async throws -> JsonValue {
        let answer = try await get(path)
        #expect(answer.status == 200)
        return try JsonDocument(parsing: answer.body).root
    }

    /// The entries of a case that a form has written, oldest first.
    func entries(_ command: String, of id: String) async throws -> [JsonValue] {
        try await json("/api/cases/\(id)/timeline")["entries"]?.items.filter { $0["command"]?.text == command } ?? []
    }
}

extension RawAnswer {
    /// Everything that the form for a path posts unseen.
    func hidden(of path: String) throws -> [String: String] {
        let form = try #require(text.firstRange(of: "action=\"\(path)\""))
        let end = text[form.upperBound...].firstRange(of: "</form>")?.lowerBound ?? text.endIndex
        let pairs = text[form.upperBound..<end].matches(of: #/type="hidden" name="([^"]*)" value="([^"]*)"/#)
            .map { (String($0.1), Self.unescaped(String($0.2))) }
        return Dictionary(pairs) { $1 }
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#61;", "="), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
