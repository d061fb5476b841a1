import Mustache
import Testing

@testable import Web

struct `Rows with a template of their own` {
    private let samples: SamplePages
    private let catalog: Catalog

    init() throws {
        catalog = try Catalog(.bokmaal)
        samples = SamplePages(catalog: catalog, word: " \"<b>'&{{x}} æ")
    }

    @Test func `are written as Mustache writes them`() throws {
        try expectTheSame(samples.duties([-9, -1, 0, 3, 30]) + samples.past, .duty)
        try expectTheSame(samples.entries, .entry)
        try expectTheSame(samples.inboxRows, .concern)
        try expectTheSame(samples.timeline.marks.rows, .mark)
        try expectTheSame(samples.timeline.rows.rows, .lane, hasHostile: false)
        try expectTheSame(samples.timeline.ticks.rows, .tick, hasHostile: false)
    }

    @Test func `of a case, a day and a board are written as Mustache writes them`() throws {
        let page = samples.casePage(isClosed: false)
        try expectTheSame(page.next.rows, .step)
        try expectTheSame(page.people.rows, .person)
        try expectTheSame(page.access.rows, .reading)
        try expectTheSame(page.actions.flatMap(\.links.rows), .link)
        try expectTheSame(samples.myDay.cases.rows, .ownCase)
        try expectTheSame(samples.board(isQuiet: false).workers.rows, .worker)
        try expectTheSame(page.frame.menu.rows, .menu, hasHostile: false)
    }

    @Test(arguments: [
        ("{{nothing}}", RowTemplateFault.unknownName("nothing")), ("{{#isNear}}x", .notClosed("isNear")),
        ("{{#isNear}}x{{/isDone}}", .notClosed("isNear")), ("x{{/isDone}}", .notClosed("/isDone")),
    ])
    func `are refused when the templates are loaded, where they cannot be filled in`(
        source: String,
        fault: RowTemplateFault
    ) {
        #expect(throws: fault) { try RowTemplate<DutyView>(source) }
    }

    /// Each row alone and all of them together, but for the lines that hold nothing but a mark, which Mustache leaves out.
    private func expectTheSame<Row: PageRow>(
        _ rows: [Row],
        _ kind: PageTemplates.Row,
        hasHostile: Bool = true
    ) throws {
        #expect(!rows.isEmpty)
        HTMLText.register()
        let source = String(decoding: kind.source, as: UTF8.self)
        let text = try PageRenderer.translate(source, named: kind.rawValue, with: catalog)
        let mustache = try MustacheTemplate(string: PageRenderer.escaping + text)
        let template = try RowTemplate<Row>(text)
        for row in rows {
            let node = ViewNode(
                Dictionary(uniqueKeysWithValues: Row.Name.allCases.map { ($0.rawValue, Self.seen(row.value($0))) })
            )
            #expect(Self.bare(template.fill([row])) == Self.bare(mustache.render(node)))
        }
        #expect(template.fill(rows) == rows.map { template.fill([$0]) }.joined())
        let hostile = HTMLText().escapeText(samples.word)
        #expect(template.fill(rows).contains(hostile) == hasHostile)
    }

    /// A value of a row as Mustache would see it.
    private static func seen(_ value: RowValue) -> Any {
        switch value {
        case .text(let text): ViewText(renderText: text)
        case .flag(let isTrue): isTrue
        case .texts(let texts): texts.map(ViewText.init(renderText:))
        }
    }

    private static func bare(_ html: String) -> String { html.filter { !$0.isNewline } }
}
