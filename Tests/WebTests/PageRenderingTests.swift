import Testing

@testable import Web

struct `Every page` {
    private static let renderer = Result { try PageRenderer() }

    private func markup(_ name: String, _ language: Language, word: String = "") throws -> (html: String, Markup) {
        let samples = SamplePages(catalog: try Catalog(language), word: word)
        let page = try #require(samples.page(name))
        let html = try Self.renderer.get().render(page, language: language)
        return (html, Markup(html))
    }

    @Test(arguments: SamplePages.names, Language.allCases)
    func `is well formed, in its language, with one heading and one main part`(name: String, language: Language) throws
    {
        let (html, markup) = try markup(name, language)
        #expect(markup.faults == [])
        #expect(markup.all("html").first?.attributes["lang"] == language.rawValue)
        #expect(markup.all("h1").count == 1)
        #expect(markup.all("main").count == 1)
        // A drawing has titles of its own, after the head.
        #expect(Markup(html.components(after: "<head>", upTo: "</head>").joined()).all("title").count == 1)
        #expect(!html.contains("{{") && !html.contains("}}"))
        let ids = markup.values("id")
        #expect(ids.count == Set(ids).count, "an id is used twice")
    }

    @Test(arguments: SamplePages.names)
    func `points only at what is there`(name: String) throws {
        let (_, markup) = try markup(name, .bokmaal)
        let ids = Set(markup.values("id"))
        let pointers = markup.values("aria-labelledby") + markup.values("aria-describedby") + markup.values("for")
        #expect(pointers.filter { !ids.contains($0) } == [])
        let anchors = markup.values("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(anchors.filter { !ids.contains($0) } == [])
    }

    @Test(arguments: SamplePages.names)
    func `gives every control a label`(name: String) throws {
        let (_, markup) = try markup(name, .bokmaal)
        let labelled = Set(markup.values("for"))
        let controls = markup.tags.filter { ["input", "select", "textarea"].contains($0.name) }
        for control in controls where control.attributes["type"] != "hidden" {
            #expect(labelled.contains(control.attributes["id"] ?? ""), "\(control.attributes["name"] ?? "?")")
        }
    }

    @Test(arguments: SamplePages.names)
    func `posts every form with a token and a key, and asks without them`(name: String) throws {
        let (html, _) = try markup(name, .bokmaal)
        for form in html.components(after: "<form ", upTo: "</form>") {
            let isPost = form.hasPrefix("method=\"post\"")
            #expect(form.contains("name=\"csrf\" value=\"c5f7\"") == isPost)
            #expect(form.contains("name=\"key\" value=\"0f1e2d3c\"") == isPost)
        }
    }

    @Test(arguments: SamplePages.names)
    func `needs neither script nor inline style`(name: String) throws {
        let (_, markup) = try markup(name, .bokmaal)
        #expect(markup.all("script").isEmpty && markup.all("style").isEmpty)
        #expect(markup.values("style").isEmpty)
        #expect(markup.tags.allSatisfy { tag in !tag.attributes.keys.contains { $0.hasPrefix("on") } })
    }

    @Test(arguments: SamplePages.names)
    func `has no blank between a time and the sign that follows it`(name: String) throws {
        let (html, _) = try markup(name, .bokmaal)
        #expect(html.matches(of: #/<\/time>\s+[).,:;]/#).isEmpty)
    }

    @Test(arguments: SamplePages.names)
    func `keeps hostile text as text`(name: String) throws {
        let hostile = "\"><script>alert('x')</script>&{{frame.csrf}}"
        let (html, markup) = try markup(name, .bokmaal, word: hostile)
        #expect(markup.faults == [])
        #expect(!html.contains("<script"))
        #expect(markup.all("script").isEmpty)
        if !SamplePages.wordless.contains(name) {
            #expect(html.contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;{{frame.csrf}}"))
        }
    }

    @Test(arguments: SamplePages.names)
    func `refers to built-in files only`(name: String) throws {
        let (_, markup) = try markup(name, .bokmaal)
        let files = Set(Asset.all.map { Asset.folder + $0.name })
        let sources = markup.values("src") + markup.all("link").compactMap { $0.attributes["href"] }
        #expect(sources.filter { !files.contains($0) } == [])
    }
}

struct `A group of radio buttons` {
    @Test(arguments: [("", false), ("a", true)])
    func `has a way back from an answer where it can do without one`(value: String, isThere: Bool) {
        let options = [(value: "a", label: "A"), (value: "b", label: "B")]
        let field = Field("x", .radio, label: "X", value: value, options: options, clear: "Ikke besvart")
        #expect(field.choices.contains { $0.value.isEmpty && $0.label == "Ikke besvart" && !$0.isSelected } == isThere)
        #expect(Set(field.choices.map(\.id)).count == field.choices.count)
        let required = Field("x", .radio, label: "X", value: value, options: options)
        #expect(!required.choices.contains { $0.value.isEmpty })
    }
}

struct `An error page` {
    @Test(arguments: Language.allCases)
    func `never tells absent from forbidden`(language: Language) throws {
        let samples = SamplePages(catalog: try Catalog(language))
        let renderer = try PageRenderer()
        let pages = try [403, 404].map { status in
            let page = ErrorPage(
                frame: samples.frame(nil),
                status: status,
                requestID: "r",
                returnPath: "/",
                samples.catalog
            )
            return try renderer.render(page, language: language)
        }
        #expect(pages.first == pages.last)
    }

    @Test(arguments: [400, 401, 404, 405, 409, 413, 422, 429, 500, 503])
    func `has words of its own for each status`(status: Int) throws {
        let samples = SamplePages(catalog: try Catalog(.bokmaal))
        func page(_ status: Int) -> ErrorPage {
            ErrorPage(frame: samples.frame(nil), status: status, requestID: "r", returnPath: "/", samples.catalog)
        }
        #expect(status == 500 || page(status).title != page(500).title)
        #expect(page(418).title == page(500).title)
    }
}

struct `Values in a page` {
    @Test func `a row without a value never shows the enclosing one`() throws {
        struct Outer {
            struct Inner { let name: String? }
            let name = "outer"
            let rows = [Inner(name: nil)]
        }
        let samples = SamplePages(catalog: try Catalog(.bokmaal))
        let tree = ViewTree(rows: try #require(PageRenderer().rows[.bokmaal]))
        #expect(samples.emptyIsAbsent(tree.make(Outer())))
    }

    @Test(arguments: [
        (-3, "nå nettopp"), (0, "nå nettopp"), (1, "1 minutt siden"), (59, "59 minutter siden"), (60, "1 time siden"),
        (179, "2 timer siden"), (2_879, "47 timer siden"), (2_880, "2 dager siden"),
    ])
    func `an age is told in the largest unit that fits`(minutes: Int, expected: String) throws {
        #expect(try Catalog(.bokmaal).age(minutes: minutes) == expected)
    }

    @Test(arguments: [
        (Language.bokmaal, "3. mars 2026 kl. 08.05"), (.nynorsk, "3. mars 2026 kl. 08.05"),
        (.english, "3 March 2026 at 08:05"),
    ])
    func `a time is written as its language writes it`(language: Language, expected: String) throws {
        let time = LocalTime(year: 2026, month: 3, day: 3, hour: 8, minute: 5)
        #expect(try Catalog(language).moment(time) == expected)
    }

    @Test(arguments: [("<b>a</b>", "<b>a</b>"), ("  <b>\n    a\n  </b>\n", "<b>\na\n</b>\n"), ("", "")])
    func `a template loses its indentation and ends as it is written`(source: String, expected: String) throws {
        #expect(try PageRenderer.translate(source, named: "t", with: try Catalog(.bokmaal)) == expected)
    }

    @Test func `an unknown text in a template is refused when the templates are loaded`() throws {
        let catalog = try Catalog(.bokmaal)
        #expect(throws: PageRenderer.Fault.unknownText(key: "no.such", template: "t")) {
            try PageRenderer.translate("<p>{{text.no.such}}</p>", named: "t", with: catalog)
        }
    }
}

extension SamplePages {
    fileprivate func emptyIsAbsent(_ tree: Any) -> Bool {
        guard let rows = (tree as? ViewNode)?.child(named: "rows") as? [Any] else { return false }
        let name = (rows.first as? ViewNode)?.child(named: "name") as? ViewText
        return name?.isNull == true
    }
}

extension String {
    /// What stands between each `start` and the next `end`.
    fileprivate func components(after start: String, upTo end: String) -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let from = rest.firstRange(of: start), let to = rest[from.upperBound...].firstRange(of: end) {
            found.append(String(rest[from.upperBound..<to.lowerBound]))
            rest = rest[to.upperBound...]
        }
        return found
    }
}
