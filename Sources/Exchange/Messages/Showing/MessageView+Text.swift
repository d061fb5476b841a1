extension MessageView {
    /// The message as plain text, one fact a line, with a line feed at the end.
    package var text: String {
        let words = ShowingWords(language)
        var writer = TextWriter()
        writer.heading(title, underline: "=")
        for fact in facts { writer.fact(fact, indent: 0) }
        if !findings.isEmpty {
            writer.heading(words["findings"], underline: "-")
            writer.line(words[findings.areKnownExceptions ? "findings.known" : "findings.explained"], indent: 0)
            for finding in findings.prefix(Self.findingLimit) {
                let level = words["level.\(finding.level.rawValue)"]
                writer.line(
                    "- \(level), \(words["line"]) \(finding.line), \(finding.path): \(finding.message)",
                    indent: 0
                )
            }
            if findings.count > Self.findingLimit {
                writer.line("\(words["findings.more"]) \(findings.count - Self.findingLimit)", indent: 0)
            }
        }
        writer.parts(content)
        writer.parts(header)
        return writer.text
    }

    /// How many findings are shown; a document of nothing but faults has as many as it has elements.
    static let findingLimit = 100
}

private struct TextWriter {
    private(set) var text = ""

    mutating func heading(_ title: String, underline: String) {
        if !text.isEmpty { text += "\n" }
        text += title + "\n" + String(repeating: underline, count: min(title.count, 80)) + "\n"
    }

    mutating func line(_ line: String, indent: Int) {
        text += String(repeating: "  ", count: indent) + line + "\n"
    }

    /// A text of several lines starts below its label.
    mutating func fact(_ fact: MessageView.Fact, indent: Int) {
        let label = fact.label.hasSuffix("?") ? fact.label : "\(fact.label):"
        let lines = fact.value.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1 else { return line("\(label) \(fact.value)", indent: indent) }
        line(label, indent: indent)
        for part in lines { line(String(part), indent: part.isEmpty ? 0 : indent + 1) }
    }

    /// Outermost groups have headings; those inside are told by how far they stand in, `depth` groups deep.
    mutating func parts(_ parts: [MessageView.Part], depth: Int = 0) {
        let indent = max(depth - 1, 0)
        for part in parts {
            switch part {
            case .fact(let fact): self.fact(fact, indent: indent)
            case .group(let title, let parts):
                self.title(title, depth: depth)
                self.parts(parts, depth: depth + 1)
            case .table(let title, let columns, let rows):
                self.title(title, depth: depth)
                for row in rows {
                    let cells = zip(columns, row).filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
                    line("- " + cells.joined(separator: "; "), indent: depth)
                }
            }
        }
    }

    private mutating func title(_ title: String, depth: Int) {
        if depth == 0 { heading(title, underline: "-") } else { line(title, indent: depth - 1) }
    }
}
