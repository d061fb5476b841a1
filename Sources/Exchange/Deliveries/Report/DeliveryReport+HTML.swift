extension DeliveryReport {
    /// The same as a whole HTML document: findings by rule and by case, and filters that need no script.
    ///
    /// A browser that does not know `:has()` shows everything by rule, and no filters. Of a rule's findings in a file the
    /// first 500 are shown, so that the page of a broken file can still be opened; ``json`` has them all.
    package var html: String {
        var page = DeliveryPage(words)
        page.writer.begin(words["report.title"], in: language, style: page.style(files))
        page.writer.element("h1", words["report.title"])
        page.overview(files)
        page.filters(files)
        for file in files { page.file(file) }
        page.writer.end()
        return page.writer.html
    }
}

/// Draws the page of a report, part by part.
private struct DeliveryPage {
    let words: DeliveryWords
    var writer = HTMLWriter()

    /// How many findings of a rule are shown for a file.
    private static let mostShown = 500

    init(_ words: DeliveryWords) {
        self.words = words
    }

    // MARK: Overview and filters

    mutating func overview(_ files: [DeliveryFileReport]) {
        beginTable(["name", "result", "finding"].map { words["report.\($0)"] })
        for file in files {
            writer.raw("<tr>")
            writer.element("th", file.file, " scope=\"row\"")
            writer.element("td", words["report.\(file.overall.rawValue)"])
            writer.element("td", String(file.entries.count))
            writer.raw("</tr>\n")
        }
        endTable()
    }

    mutating func filters(_ files: [DeliveryFileReport]) {
        let entries = files.flatMap(\.entries)
        guard !entries.isEmpty else { return }
        let all = [("all", words["report.all"], entries.count)]
        let severities = Self.severities(entries).map { severity in
            (severity.rawValue, words["report.\(severity.rawValue)"], entries.count { $0.severity == severity })
        }
        let rules = Self.rules(entries).map { rule in ("rule-\(rule)", rule, entries.count { $0.rule == rule }) }
        writer.raw("<form class=\"filters\">\n<fieldset>\n")
        writer.element("legend", words["report.show"])
        for (index, choice) in (all + severities).enumerated() { radio("show", choice, isChosen: index == 0) }
        writer.raw("<details>")
        writer.element("summary", words["report.oneRule"])
        for choice in rules { radio("show", choice, isChosen: false) }
        writer.raw("</details>\n</fieldset>\n<fieldset>\n")
        writer.element("legend", words["report.group"])
        radio("group", ("by-rule", words["report.byRule"], nil), isChosen: true)
        radio("group", ("by-case", words["report.byCase"], nil), isChosen: false)
        writer.raw("</fieldset>\n</form>\n")
    }

    private mutating func radio(_ name: String, _ choice: (id: String, label: String, count: Int?), isChosen: Bool) {
        let checked = isChosen ? " checked=\"checked\"" : ""
        writer.raw("<label><input type=\"radio\" name=\"\(name)\" id=\"\(choice.id)\"\(checked)/> ")
        writer.text(choice.label + (choice.count.map { " (\($0))" } ?? ""))
        writer.raw("</label>\n")
    }

    private static func severities(_ entries: [DeliveryEntry]) -> [DeliverySeverity] {
        DeliverySeverity.allCases.reversed().filter { severity in entries.contains { $0.severity == severity } }
    }

    private static func rules(_ entries: [DeliveryEntry]) -> [String] { Set(entries.map(\.rule)).sorted() }

    /// Colours and fonts stay the reader's own; a filter hides what it is not about, and every case that has none of it.
    func style(_ files: [DeliveryFileReport]) -> String {
        let entries = files.flatMap(\.entries)
        let choices =
            Self.severities(entries).map { ($0.rawValue, "data-severity=\"\($0.rawValue)\"") }
            + Self.rules(entries).map { ("rule-\($0)", "data-rule=\"\($0)\"") }
        let filters = choices.map { id, mark in
            """
            main:has(#\(id):checked) [data-rule]:not([\(mark)]),\
            main:has(#\(id):checked) .by-case details:not(:has([\(mark)])){display:none}
            """
        }
        return Self.measures + filters.joined(separator: "\n")
    }

    private static let measures = """
        :root{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}
        main{max-width:72rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;margin:.5rem 0}
        th,td{border:1px solid;padding:.25rem .5rem;text-align:start;vertical-align:top}
        @media(min-width:40rem){details td:not(:last-child){min-width:6rem}}
        summary{cursor:pointer;padding:.25rem 0}summary :is(h3){display:inline;font-size:1.1rem}
        label{display:inline-block;padding:.35rem .75rem .35rem 0}
        input{inline-size:1.1rem;block-size:1.1rem;vertical-align:text-bottom}
        fieldset{margin:0 0 .5rem;border:1px solid}
        .filters,.by-case{display:none}
        @supports selector(:has(a)){.filters{display:block}
        main:has(#by-case:checked) .by-case{display:block}main:has(#by-case:checked) .by-rule{display:none}}
        @media print{.filters{display:none}main{max-width:none;padding:0}tr{break-inside:avoid}h3{break-after:avoid}}

        """

    // MARK: Findings

    mutating func file(_ file: DeliveryFileReport) {
        writer.raw("<section>\n")
        writer.element("h2", file.file)
        let format = file.format.map { words["report.\($0.rawValue)"] + ". " } ?? ""
        writer.element(
            "p",
            """
            \(format)\(words["report.mode"]): \(words["report.\(file.mode.rawValue)"]). \
            \(file.controls) \(words["report.controls"]).
            """
        )
        defer { writer.raw("</section>\n") }
        guard !file.entries.isEmpty else { return writer.element("p", words["report.nothing"]) }
        let groups = file.entriesByRule
        writer.raw("<div class=\"by-rule\">\n")
        for group in groups { rule(group) }
        writer.raw("</div>\n<div class=\"by-case\">\n")
        let shown = groups.flatMap { $0.prefix(Self.mostShown) }
        for group in Dictionary(grouping: shown, by: \.journal).sorted(by: { $0.key < $1.key }) {
            caseOf(group.key, group.value)
        }
        writer.raw("</div>\n")
        let hidden = file.entries.count - shown.count
        if hidden > 0 { writer.element("p", words.count("report.notShown", hidden)) }
    }

    private mutating func rule(_ group: [DeliveryEntry]) {
        guard let first = group.first else { return }
        let remedy = words.sharedRemedy(group)
        writer.raw("<details open=\"open\" \(marks(first))><summary>")
        writer.element("h3", "\(first.rule), \(words["report.\(first.severity.rawValue)"]) (\(group.count))")
        writer.raw("</summary>\n")
        if let remedy { writer.element("p", remedy) }
        beginTable(["case", "place", "finding"].map { words["report.\($0)"] })
        for entry in group.prefix(Self.mostShown) {
            writer.raw("<tr>")
            writer.element("td", entry.journal.isEmpty ? words["report.file"] : entry.journal)
            writer.element("td", words.place(entry))
            let own = remedy == nil ? words.advice(entry) : words.note(entry)
            writer.element("td", [words.message(entry), own].compactMap(\.self).joined(separator: " "))
            writer.raw("</tr>\n")
        }
        endTable()
        writer.raw("</details>\n")
    }

    private mutating func caseOf(_ journal: String, _ group: [DeliveryEntry]) {
        writer.raw("<details open=\"open\"><summary>")
        let name = journal.isEmpty ? words["report.file"] : "\(words["report.journal"]) \(journal)"
        writer.element("h3", "\(name) (\(group.count))")
        writer.raw("</summary>\n")
        beginTable(["rule", "place", "finding"].map { words["report.\($0)"] })
        for entry in group {
            writer.raw("<tr \(marks(entry))>")
            writer.element("td", "\(entry.rule), \(words["report.\(entry.severity.rawValue)"])")
            writer.element("td", words.place(entry))
            writer.element("td", "\(words.message(entry)) \(words.advice(entry))")
            writer.raw("</tr>\n")
        }
        endTable()
        writer.raw("</details>\n")
    }

    /// What filters know an element by; both are names of ours.
    private func marks(_ entry: DeliveryEntry) -> String {
        "data-rule=\"\(entry.rule)\" data-severity=\"\(entry.severity.rawValue)\""
    }

    private mutating func beginTable(_ columns: [String]) {
        writer.raw("<table>\n<thead><tr>")
        for column in columns { writer.element("th", column, " scope=\"col\"") }
        writer.raw("</tr></thead>\n<tbody>\n")
    }

    private mutating func endTable() {
        writer.raw("</tbody>\n</table>\n")
    }
}
