import Mustache

/// A page: a view model of texts, truth values and lists, and the template that shows it.
protocol Page: Sendable {
    /// The name of the template, for example `page_inbox`.
    static var template: String { get }
}

/// Turns view models into HTML in the three languages.
///
/// The texts of a language are set into its templates when the renderer is made, so that a page looks up nothing but
/// its own values.
struct PageRenderer: Sendable {
    /// What is wrong with the built-in templates; the tests find it, a user never meets it.
    enum Fault: Error, Equatable {
        case unknownText(key: String, template: String)
        case unknownTemplate(String)
    }

    private let libraries: [Language: MustacheLibrary]
    let rows: [Language: RowTemplates]
    private let catalogs: [Language: Catalog]

    /// Loads the built-in catalogs and templates.
    ///
    /// - Throws: ``Fault`` for a text that no catalog has; ``RowTemplateFault`` and Mustache's own error for a template
    ///   that cannot be parsed.
    init() throws {
        HTMLText.register()
        var libraries: [Language: MustacheLibrary] = [:]
        var rows: [Language: RowTemplates] = [:]
        var catalogs: [Language: Catalog] = [:]
        for language in Language.allCases {
            let catalog = try Catalog(language)
            var library = MustacheLibrary()
            for (name, bytes) in PageTemplates.all {
                let source = try Self.translate(String(decoding: bytes, as: UTF8.self), named: name, with: catalog)
                try library.register(Self.escaping + source, named: name)
            }
            libraries[language] = library
            rows[language] = try RowTemplates { row in
                try Self.translate(String(decoding: row.source, as: UTF8.self), named: row.rawValue, with: catalog)
            }
            catalogs[language] = catalog
        }
        self.libraries = libraries
        self.rows = rows
        self.catalogs = catalogs
    }

    /// The texts that view models are built with.
    func catalog(_ language: Language) -> Catalog? {
        catalogs[language]
    }

    /// The page as HTML.
    ///
    /// - Throws: ``Fault/unknownTemplate(_:)`` where the page names a template that is not built in.
    func render(_ page: some Page, language: Language) throws -> String {
        try render(page, template: type(of: page).template, language: language)
    }

    /// Any model with any built-in template.
    ///
    /// - Throws: ``Fault/unknownTemplate(_:)`` where no built-in template has the name.
    func render(_ model: Any, template: String, language: Language) throws -> String {
        guard let rows = rows[language],
            let html = libraries[language]?.render(ViewTree(rows: rows).make(model), withTemplate: template)
        else {
            throw Fault.unknownTemplate(template)
        }
        return html
    }

    /// Puts the texts of a language into a template: `{{text.some.key}}` becomes the text, and a `{name}` in the text
    /// becomes the variable `{{name}}`.
    ///
    /// The indentation of the source is dropped, so that it reaches neither the reader nor a text area. The last line
    /// breaks only where it does in the source: a browser shows a break as a blank, and a part that stands in the midst
    /// of a sentence must bring none along.
    static func translate(_ source: String, named name: String, with catalog: Catalog) throws -> String {
        var lines: [String] = []
        for line in source.split(separator: "\n") {
            var result = ""
            var rest = line.drop { $0 == " " }
            while let mark = rest.firstRange(of: "{{text."), let end = rest[mark.upperBound...].firstRange(of: "}}") {
                let key = String(rest[mark.upperBound..<end.lowerBound])
                guard let text = catalog.texts[key] else { throw Fault.unknownText(key: key, template: name) }
                result += rest[..<mark.lowerBound]
                result += Catalog.fill(escape(text)) { "{{\($0)}}" }
                rest = rest[end.upperBound...]
            }
            lines.append(result + rest)
        }
        let end = source.hasSuffix("\n") ? "\n" : ""
        return (lines.joined(separator: "\n") + end).replacing("\"/assets/", with: "\"" + Asset.folder)
    }

    /// What a template begins with, so that its values are escaped by ``HTMLText``.
    static let escaping = "{{% CONTENT_TYPE: \(HTMLText.name)}}\n"

    private static func escape(_ text: String) -> String {
        HTMLText().escapeText(text)
    }
}
