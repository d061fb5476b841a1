/// What `rettid check` found, file by file.
package struct DeliveryReport: Sendable {
    /// One for each file, in the order in which they were given.
    package var files: [DeliveryFileReport]
    /// The language of the findings.
    package let language: MessageLanguage
    let words: DeliveryWords

    package init(_ files: [DeliveryFileReport], in language: MessageLanguage) {
        self.files = files
        self.language = language
        words = DeliveryWords(language)
    }

    /// Whether any of the files would be stopped.
    package var isStopped: Bool { files.contains(where: \.isStopped) }

    /// The contract for programs, UTF-8, without line feed at the end: one list of `{"file", "format", "mode", "overall",
    /// "controls", "entries": [{"rule", "severity", "individId", "journal", "contextId", "line", "column", "message",
    /// "advice"}]}`.
    ///
    /// What does not apply is an empty text, for `line` and `column` too; else those two are numbers. A file that could not
    /// be read has one entry, and no format where none was asked for.
    package var json: [UInt8] {
        var json = JsonWriter()
        json.beginList()
        for file in files {
            json.beginObject()
            json.name("file")
            json.text(file.file)
            json.name("format")
            json.text(file.format?.rawValue ?? "")
            json.name("mode")
            json.text(file.mode.rawValue)
            json.name("overall")
            json.text(file.overall.rawValue)
            json.name("controls")
            json.integer(file.controls)
            json.name("entries")
            json.beginList()
            for entry in file.entries { write(entry, to: &json) }
            json.endList()
            json.endObject()
        }
        json.endList()
        return json.bytes
    }

    private func write(_ entry: DeliveryEntry, to json: inout JsonWriter) {
        json.beginObject()
        json.name("rule")
        json.text(entry.rule)
        json.name("severity")
        json.text(entry.severity.rawValue)
        json.name("individId")
        json.text(entry.individID)
        json.name("journal")
        json.text(entry.journal)
        json.name("contextId")
        json.text(entry.contextID)
        json.name("line")
        if let line = entry.line { json.integer(line) } else { json.text("") }
        json.name("column")
        if let column = entry.column { json.integer(column) } else { json.text("") }
        json.name("message")
        json.text(words.message(entry))
        json.name("advice")
        json.text(words.advice(entry))
        json.endObject()
    }

    /// The same for people: what each file that could be read amounts to, then its entries by rule, the gravest first, and
    /// below each rule by case.
    package var lines: [String] {
        files.filter(\.isRead).flatMap { [summary(of: $0)] + $0.entriesByRule.flatMap(lines(of:)) }
            .map(Self.withoutControls)
    }

    /// Why files could not be read, a line for each.
    package var problems: [String] {
        files.filter { !$0.isRead }.flatMap { file in
            file.entries.map { Self.withoutControls("\(file.file): \(words.message($0)) \(words.advice($0))") }
        }
    }

    /// What stands in a file neither begins a line of ours nor steers a terminal.
    package static func withoutControls(_ line: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            scalars.append(isControl ? "\u{fffd}" : scalar)
        }
        return String(scalars)
    }

    /// What each file that could be read amounts to, a line for each.
    package var summaries: [String] { files.filter(\.isRead).map(summary(of:)).map(Self.withoutControls) }

    private func summary(of file: DeliveryFileReport) -> String {
        """
        \(file.file): \(words["report.\(file.overall.rawValue)"]) — \(file.format?.rawValue ?? ""), \(file.mode.rawValue), \
        \(file.controls) \(words["report.controls"]), \(file.entries.count) \(words["report.entries"])
        """
    }

    private func lines(of group: [DeliveryEntry]) -> [String] {
        guard let first = group.first else { return [] }
        let head = "\(first.rule)  \(words["report.\(first.severity.rawValue)"])  \(group.count)"
        let remedy = words.sharedRemedy(group)
        let entries = group.map { entry in
            let journal = entry.journal.isEmpty ? words["report.file"] : "\(words["report.journal"]) \(entry.journal)"
            let place = [journal, words.place(entry)].filter { !$0.isEmpty }.joined(separator: ", ")
            let own = remedy == nil ? words.advice(entry) : words.note(entry)
            return "    \(place): \([words.message(entry), own].compactMap(\.self).joined(separator: " "))"
        }
        return ["", head] + (remedy.map { ["  → \($0)"] } ?? []) + entries
    }
}
