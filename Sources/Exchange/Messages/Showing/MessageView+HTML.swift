extension MessageView {
    /// The message as a whole HTML document that needs nothing else: no script, no colour, no font of its own.
    ///
    /// Headings descend without a gap, labels and texts are description lists, tables name their columns. Without its
    /// first line the document is also well-formed XML.
    package var html: String {
        let words = ShowingWords(language)
        var writer = HTMLWriter()
        writer.begin(title, in: language, style: Self.style)
        writer.heading(title, level: 1)
        writer.list(facts)
        if !findings.isEmpty { findings(words, &writer) }
        writer.parts(content, level: 2)
        if !header.isEmpty { writer.parts(header, level: 2) }
        writer.end()
        return writer.html
    }

    /// Only measures, with texts beside their labels where there is room; colours and fonts stay the reader's own.
    private static let style = """
        main{max-width:48rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}\
        dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap}\
        @media(min-width:40rem){dl{display:grid;grid-template-columns:1fr 2fr;column-gap:1rem}}\
        table{border-collapse:collapse}\
        th,td{border:1px solid;padding:.25rem .5rem;text-align:start;vertical-align:top}
        """

    private func findings(_ words: ShowingWords, _ writer: inout HTMLWriter) {
        writer.heading(words["findings"], level: 2)
        writer.element("p", words[findings.areKnownExceptions ? "findings.known" : "findings.explained"])
        writer.raw("<ul>\n")
        for finding in findings.prefix(Self.findingLimit) {
            writer.raw("<li>")
            writer.text("\(words["level.\(finding.level.rawValue)"]), \(words["line"]) \(finding.line), ")
            writer.raw("<code>")
            writer.text(finding.path)
            writer.raw("</code>: <span lang=\"en\">")
            writer.text(finding.message)
            writer.raw("</span></li>\n")
        }
        writer.raw("</ul>\n")
        guard findings.count > Self.findingLimit else { return }
        writer.element("p", "\(words["findings.more"]) \(findings.count - Self.findingLimit)")
    }
}

extension HTMLWriter {
    /// HTML has six levels; what lies deeper shares the last.
    fileprivate mutating func heading(_ title: String, level: Int) {
        element("h\(min(level, 6))", title)
    }

    fileprivate mutating func list(_ facts: some Collection<MessageView.Fact>) {
        guard !facts.isEmpty else { return }
        raw("<dl>\n")
        for fact in facts {
            element("dt", fact.label)
            element("dd", fact.value)
        }
        raw("</dl>\n")
    }

    fileprivate mutating func parts(_ parts: [MessageView.Part], level: Int) {
        var facts: [MessageView.Fact] = []
        for part in parts {
            if case .fact(let fact) = part {
                facts.append(fact)
                continue
            }
            list(facts)
            facts = []
            switch part {
            case .fact: break
            case .group(let title, let parts):
                heading(title, level: level)
                self.parts(parts, level: level + 1)
            case .table(let title, let columns, let rows):
                heading(title, level: level)
                table(columns, rows)
            }
        }
        list(facts)
    }

    private mutating func table(_ columns: [String], _ rows: [[String]]) {
        raw("<table>\n")
        raw("<thead><tr>")
        for column in columns { element("th", column, " scope=\"col\"") }
        raw("</tr></thead>\n<tbody>\n")
        for row in rows {
            raw("<tr>")
            for cell in row { element("td", cell) }
            raw("</tr>\n")
        }
        raw("</tbody>\n</table>\n")
    }
}
