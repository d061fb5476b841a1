import Testing

@testable import Web

struct `The page of indicators` {
    /// The catalogue's number of each, and its anchor.
    private static let all = [
        ("3A", "investigationBreaches"), ("C4", "reviewedInTime"), ("D12", "dutyBreaches"),
        ("D12-dager", "pastWantedDate"), ("D14", "timeToPlacement"),
    ]

    /// The anchors of the indicators that a page shows.
    private static func shown(_ page: RawAnswer) -> [String] {
        Markup(page.text).all("section").filter { $0.attributes["class"] == "indicator" }
            .compactMap { $0.attributes["aria-labelledby"] }
    }

    @Test func `shows the first one, the chosen one, or all, with the way to each`() async throws {
        try await OfficeFixture.run { office in
            let odd = try await Browser.signedIn("odd", office)
            let first = try await odd.get("/indikatorer")
            #expect(Self.shown(first) == ["investigationBreaches"])
            for (number, anchor) in Self.all {
                #expect(first.text.contains("href=\"/indikatorer?vis=\(number)#\(anchor)\""), "\(number)")
                let page = try await odd.get("/indikatorer?vis=\(number)")
                #expect(page.status == 200 && Self.shown(page) == [anchor], "\(number)")
                #expect(Markup(page.text).values("aria-current").count { $0 == "true" } == 2, "it and the language")
            }
            let all = try await odd.get("/indikatorer?vis=all")
            #expect(Self.shown(all) == Self.all.map(\.1))
        }
    }

    @Test func `returns to what was shown after a change of language`() async throws {
        try await OfficeFixture.run { office in
            let odd = try await Browser.signedIn("odd", office)
            for path in ["/indikatorer?vis=D14", "/indikatorer?vis=all"] {
                #expect(try await odd.get(path).field("return") == path)
            }
        }
    }

    @Test(arguments: ["", "d12", "D15", "alle"])
    func `is absent for an indicator that there is none of`(text: String) async throws {
        try await OfficeFixture.run { office in
            let odd = try await Browser.signedIn("odd", office)
            #expect(try await odd.get("/indikatorer?vis=\(text)").status == 404)
        }
    }

    @Test func `keeps drawing and table in frames that the keyboard reaches`() throws {
        let catalog = try Catalog(.bokmaal)
        let page = SamplePages(catalog: catalog).indicators
        let markup = Markup(try PageRenderer().render(page, language: .bokmaal))
        let frames = markup.tags.filter { $0.attributes["class"]?.hasPrefix("drawing") == true }
        #expect(frames.count == markup.all("svg").count + markup.all("table").count)
        for frame in frames {
            #expect(frame.attributes["tabindex"] == "0" && frame.attributes["role"] == "group")
            #expect(frame.attributes["aria-label"] != nil || frame.attributes["aria-labelledby"] != nil)
        }
    }
}
