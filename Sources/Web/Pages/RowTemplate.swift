/// A row of which a page has many: flat values, and a template of its own.
protocol PageRow: Sendable {
    /// What its template may name.
    associatedtype Name: RawRepresentable<String> & CaseIterable & Sendable

    /// Its template among those of a language.
    static func template(in templates: RowTemplates) -> RowTemplate<Self>

    /// The value of a name; an empty text is an absent one.
    func value(_ name: Name) -> RowValue
}

/// What a row has under a name.
enum RowValue: Sendable {
    case text(String)
    case flag(Bool)
    /// A section is written once for each of them.
    case texts([String])
}

/// A template for rows, read once and filled in without Mustache, which looks up every name of every row anew.
///
/// It is written in the part of Mustache's language that flat rows need: `{{name}}`, `{{#name}}…{{/name}}`,
/// `{{^name}}…{{/name}}` and `{{.}}` for the text whose section it stands in; a test fills in each of them by both and
/// compares. Texts are escaped by the same function.
struct RowTemplate<Row: PageRow>: Sendable {
    private enum Part: Sendable {
        case literal(String)
        case value(Row.Name)
        /// The text whose section it stands in.
        case element
        case section(Row.Name, [Part])
        /// What is shown in place of an absent value.
        case absence(Row.Name, [Part])
    }

    private let parts: [Part]

    /// Reads a template.
    ///
    /// - Throws: ``RowTemplateFault`` for a name that the row lacks, and for a section that is not closed.
    init(_ source: String) throws(RowTemplateFault) {
        var rest = source[...]
        parts = try Self.parts(&rest, until: nil)
    }

    private static func parts(_ rest: inout Substring, until end: String?) throws(RowTemplateFault) -> [Part] {
        var parts: [Part] = []
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
            if open.lowerBound > rest.startIndex { parts.append(.literal(String(rest[..<open.lowerBound]))) }
            let tag = rest[open.upperBound..<close.lowerBound]
            rest = rest[close.upperBound...]
            switch tag.first {
            case "/":
                guard tag.dropFirst() == end ?? "" else { throw .notClosed(end ?? String(tag)) }
                return parts
            case "#": parts.append(.section(try name(tag), try Self.parts(&rest, until: String(tag.dropFirst()))))
            case "^": parts.append(.absence(try name(tag), try Self.parts(&rest, until: String(tag.dropFirst()))))
            case ".": parts.append(.element)
            default: parts.append(.value(try name(tag)))
            }
        }
        if let end { throw .notClosed(end) }
        parts.append(.literal(String(rest)))
        return parts
    }

    private static func name(_ tag: Substring) throws(RowTemplateFault) -> Row.Name {
        let text = String(tag.drop { $0 == "#" || $0 == "^" })
        guard let name = Row.Name(rawValue: text) else { throw .unknownName(text) }
        return name
    }

    /// The rows one after the other, as HTML.
    func fill(_ rows: [Row]) -> String {
        var html = ""
        for row in rows { write(parts, of: row, element: "", to: &html) }
        return html
    }

    private func write(_ parts: [Part], of row: Row, element: String, to html: inout String) {
        for part in parts {
            switch part {
            case .literal(let text): html += text
            case .element: html += HTMLText().escapeText(element)
            case .value(let name):
                if case .text(let text) = row.value(name) { html += HTMLText().escapeText(text) }
            case .section(let name, let inner):
                switch row.value(name) {
                case .text(let text): if !text.isEmpty { write(inner, of: row, element: text, to: &html) }
                case .flag(let isTrue): if isTrue { write(inner, of: row, element: element, to: &html) }
                case .texts(let texts): for text in texts { write(inner, of: row, element: text, to: &html) }
                }
            case .absence(let name, let inner):
                if row.value(name).isAbsent { write(inner, of: row, element: element, to: &html) }
            }
        }
    }
}

extension RowValue {
    /// Whether a section of it is left out.
    var isAbsent: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .flag(let isTrue): !isTrue
        case .texts(let texts): texts.isEmpty
        }
    }
}

/// What is wrong with a built-in template of rows; the tests find it, a user never meets it.
enum RowTemplateFault: Error, Equatable {
    case unknownName(String)
    case notClosed(String)
}

/// The templates of rows in one language.
struct RowTemplates: Sendable {
    let duty: RowTemplate<DutyView>
    let entry: RowTemplate<JournalLine>
    let concern: RowTemplate<InboxRow>
    let lane: RowTemplate<Timeline.Row>
    let link: RowTemplate<Link>
    let mark: RowTemplate<Timeline.Mark>
    let menu: RowTemplate<Frame.MenuItem>
    let ownCase: RowTemplate<MyDayPage.OwnCase>
    let person: RowTemplate<CasePage.Person>
    let reading: RowTemplate<ConcernPage.Access>
    let step: RowTemplate<CasePage.NextStep>
    let tick: RowTemplate<Timeline.Tick>
    let worker: RowTemplate<BoardPage.Worker>

    /// Reads them, each from its source with the texts of the language in it.
    init(_ source: (PageTemplates.Row) throws -> String) throws {
        duty = try RowTemplate(source(.duty))
        entry = try RowTemplate(source(.entry))
        concern = try RowTemplate(source(.concern))
        lane = try RowTemplate(source(.lane))
        link = try RowTemplate(source(.link))
        mark = try RowTemplate(source(.mark))
        menu = try RowTemplate(source(.menu))
        ownCase = try RowTemplate(source(.ownCase))
        person = try RowTemplate(source(.person))
        reading = try RowTemplate(source(.reading))
        step = try RowTemplate(source(.step))
        tick = try RowTemplate(source(.tick))
        worker = try RowTemplate(source(.worker))
    }
}

/// Rows of a page, one after the other; a page's template shows them as `{{{name}}}`.
struct PageRows<Row: PageRow>: WrittenRows {
    let rows: [Row]

    init(_ rows: [Row]) {
        self.rows = rows
    }

    func html(_ templates: RowTemplates) -> String { Row.template(in: templates).fill(rows) }
}

/// Rows of any kind, as the page around them sees them.
protocol WrittenRows: Sendable {
    func html(_ templates: RowTemplates) -> String
}
