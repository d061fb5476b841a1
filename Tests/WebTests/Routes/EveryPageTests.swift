import Exchange
import Law
import Office
import Testing

@testable import Web

/// Every page that somebody can ask for, with its heading and those whom it is for.
struct `Every page that can be asked for` {
    struct Cell: Sendable {
        let path: String
        /// The key of its heading.
        let title: String
        let readers: Set<String>
    }

    private static let vest: Set = ["vera", "vigdis", "viggo"]
    private static let services = vest.union(["arne", "astrid"])
    private static let leaders: Set = ["viggo", "astrid"]

    /// `{s}` stands for a case of vest's that vera answers for, `{c}` for a report, `{r}` for a referral of the case.
    private static let cells = [
        Cell(path: "/min-dag", title: "myDay.title", readers: services),
        Cell(path: "/tavle", title: "board.title", readers: leaders),
        Cell(path: "/tavle/frister?show=risk", title: "board.risk", readers: leaders),
        Cell(path: "/besok", title: "visits.title", readers: services),
        Cell(path: "/sok", title: "search.title", readers: services),
        Cell(path: "/fristskjema", title: "deadlines.title", readers: leaders),
        Cell(path: "/rapport", title: "ownReport.title", readers: leaders),
        Cell(path: "/statsforvalter", title: "governor.title", readers: ["gro"]),
        Cell(path: "/saker/{s}", title: "case.title", readers: ["vera", "viggo"]),
        Cell(path: "/saker/{s}/kronologi", title: "chronology.title", readers: ["vera", "viggo"]),
        Cell(path: "/saker/{s}/add-document", title: "command.add-document.title", readers: ["vera", "viggo"]),
        Cell(path: "/saker/{s}/begrunnelse", title: "explain.title", readers: ["vera", "vigdis", "arne"]),
        Cell(path: "/saker/{s}/henvisninger", title: "case.referrals", readers: ["vera", "viggo"]),
        Cell(path: "/saker/{s}/akutt", title: "command.ask-acutely.title", readers: ["vera", "viggo"]),
        Cell(path: "/henvisninger/{r}", title: "room.title", readers: ["vera", "viggo", "ina", "ivar"]),
        Cell(
            path: "/henvisninger/{r}/tell-delay",
            title: "command.tell-delay.title",
            readers: ["vera", "viggo", "ina", "ivar"]
        ),
        Cell(path: "/henvisninger/{r}/offer", title: "command.offer.title", readers: ["ina", "ivar"]),
        Cell(
            path: "/henvisninger/{r}/meldinger/{r}",
            title: "room.message.xml",
            readers: ["vera", "viggo", "ina", "ivar"]
        ),
        Cell(path: "/ko", title: "queue.title", readers: ["ina", "ivar"]),
        Cell(path: "/brudd", title: "breaches.title", readers: ["ina", "ivar"]),
        Cell(path: "/ubesvart", title: "unanswered.title", readers: services.union(["ina", "ivar"])),
        Cell(path: "/plasser", title: "places.title", readers: ["ina", "ivar", "per"]),
        Cell(path: "/plasser/open-place", title: "command.open-place.title", readers: ["per"]),
        Cell(path: "/planer", title: "planning.title", readers: ["ina", "ivar", "odd"]),
        Cell(path: "/planer/ny", title: "planning.new", readers: ["ina", "ivar"]),
        Cell(path: "/planer/{p}", title: "planning.versions", readers: ["ina", "ivar", "odd"]),
        Cell(path: "/planer/{p}/rediger", title: "planning.edit.lead", readers: ["ina", "ivar"]),
        Cell(path: "/planer/{p}/rediger/barn-0", title: "planning.arrivals", readers: ["ina", "ivar"]),
        Cell(path: "/planer/{p}/hva-hvis", title: "planning.question.lead", readers: ["ina", "ivar"]),
        Cell(path: "/planer/{p}/billigst", title: "planning.mix.lead", readers: ["ina", "ivar"]),
        Cell(path: "/planer/sammenslaing", title: "planning.merger.lead", readers: ["ina", "ivar"]),
        Cell(path: "/planer/historikk", title: "planning.history.lead", readers: ["ina", "ivar"]),
        Cell(path: "/planer/{p}/historikk", title: "planning.history.kept", readers: ["ina", "ivar"]),
        Cell(path: "/planer/{p}/fasit", title: "planning.outcome.lead", readers: ["ina", "ivar"]),
        Cell(path: "/saker/{s}/note", title: "command.note.title", readers: ["vera", "viggo"]),
        Cell(path: "/saker/{s}/henvisninger/ny", title: "referral.new", readers: ["vera", "viggo"]),
        Cell(path: "/saker/{s}/henvisninger/ny/hjelpetiltak", title: "referral.preview", readers: ["vera", "viggo"]),
        Cell(path: "/concerns", title: "inbox.title", readers: services),
        Cell(path: "/concerns/new", title: "form.title", readers: services),
        Cell(path: "/concerns/{c}", title: "concern.title", readers: vest),
        Cell(path: "/concerns/{c}/match", title: "match.title", readers: vest),
        Cell(path: "/concerns/{c}/review-concern", title: "command.review-concern.title", readers: vest),
        Cell(path: "/concerns/{c}/answer-reporter", title: "command.answer-reporter.title", readers: vest),
        Cell(path: "/concerns/{c}/code-concern", title: "command.code-concern.title", readers: vest),
        Cell(path: "/reception", title: "reception.title", readers: ["mona"]),
        Cell(path: "/reconciliation", title: "reconciliation.title", readers: ["viggo", "astrid", "mona"]),
        Cell(path: "/alarms", title: "alarm.title", readers: ["viggo", "astrid", "mona", "ina", "ivar"]),
        Cell(path: "/lovverk", title: "law.title", readers: Set(OfficeFixture.people.map(\.id.name))),
        Cell(path: "/fristkalkulator", title: "calculator.title", readers: Set(OfficeFixture.people.map(\.id.name))),
    ]

    @Test(arguments: Language.allCases)
    func `is there for those whom it is for, in their language, and for nobody else`(language: Language) async throws {
        let catalog = try Catalog(language)
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let concern = try await office.deliver(SampleMessages.publicReport(to: "1505"), id: "m-1")[0]
            let referral = try await office.refer(id, wanted: 0)
            let plan = try await office.beginPlan()
            for name in OfficeFixture.people.map(\.id.name) {
                let browser = try await Browser.signedIn(name, office)
                try await Self.speak(language, browser)
                for cell in Self.cells {
                    let path = cell.path.replacing("{s}", with: "\(id)").replacing("{c}", with: concern)
                        .replacing("{r}", with: "\(referral)").replacing("{p}", with: "\(plan)")
                    let page = try await browser.get(path)
                    #expect(page.status == (cell.readers.contains(name) ? 200 : 404), "\(name) \(path)")
                    #expect(page.text.contains("<html lang=\"\(language.rawValue)\">"), "\(name) \(path)")
                    guard cell.readers.contains(name) else { continue }
                    #expect(page.text.contains(HTMLText().escapeText(catalog.text(cell.title))), "\(name) \(path)")
                }
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `of a form is there for whoever works with the case`(language: Language) async throws {
        let catalog = try Catalog(language)
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let vera = try await Browser.signedIn("vera", office)
            try await Self.speak(language, vera)
            for form in CommandForm.all where !form.isAboutConcern && form.id != "open-case" {
                let page = try await vera.get("/saker/\(id)/\(form.id)")
                let title = HTMLText().escapeText(catalog.text("command.\(form.id).title"))
                #expect(page.status == 200 && page.text.contains(title), "\(form.id)")
            }
        }
    }

    @Test func `that searches answers the form with what it has found`() async throws {
        try await OfficeFixture.run { office in
            let id = try await office.openCase()
            let vera = try await Browser.signedIn("vera", office)
            for path in ["/sok", "/saker/ny"] {
                let found = try await vera.submit(path, from: path, ["query": "Kari Prøvesen"])
                #expect(found.status == 200 && found.text.contains("/saker/\(id)"), "\(path)")
                #expect(try await vera.submit(path, from: path, ["query": "K"]).status == 422, "\(path)")
            }
        }
    }

    private static func speak(_ language: Language, _ browser: Browser) async throws {
        let page = try await browser.get("/accessibility")
        let chosen = try await browser.post(
            "/language",
            ["csrf": try page.field("csrf"), "key": "language", "language": language.rawValue, "return": "/"]
        )
        #expect(chosen.status == 303)
    }
}
