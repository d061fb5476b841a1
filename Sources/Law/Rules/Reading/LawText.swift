/// The lines and fields of a file of the law: semicolons between fields, quotation marks around those that hold one.
///
/// What a spreadsheet adds when it saves is taken as it comes: a byte order mark, CRLF, quotation marks around
/// any field, semicolons after a comment.
struct LawText {
    /// A line that is neither empty nor a comment.
    struct Line {
        /// Counted from 1.
        let number: Int
        let fields: [String]
    }

    let name: String
    let lines: [Line]
    let faults: [LawFault]

    init(name: String, text: String) {
        self.name = name
        var lines: [Line] = []
        var faults: [LawFault] = []
        let content = text.unicodeScalars.first == "\u{FEFF}" ? Substring(text.unicodeScalars.dropFirst()) : text[...]
        let all = content.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        for (index, line) in all.enumerated() {
            let first = line.first { $0 != " " && $0 != "\"" }
            guard let first, first != "#", line.contains(where: { $0 != ";" && $0 != " " }) else { continue }
            do throws(Broken) {
                lines.append(Line(number: index + 1, fields: try Self.fields(of: line)))
            } catch {
                faults.append(
                    LawFault(
                        kind: .quotation,
                        file: name,
                        line: index + 1,
                        column: error.field,
                        found: String(line.prefix(40)),
                        expected: "a field between two quotation marks, a mark inside it written twice"
                    )
                )
            }
        }
        self.lines = lines
        self.faults = faults
    }

    /// A field whose quotation marks do not match, counted from 1.
    private struct Broken: Error { let field: Int }

    private static func fields(of line: Substring) throws(Broken) -> [String] {
        var fields: [String] = []
        var rest = line
        while true {
            guard rest.first == "\"" else {
                let end = rest.firstIndex(of: ";") ?? rest.endIndex
                fields.append(String(rest[..<end]).trimmed)
                guard end < rest.endIndex else { return fields }
                rest = rest[rest.index(after: end)...]
                continue
            }
            var field = ""
            rest = rest.dropFirst()
            while true {
                guard let mark = rest.firstIndex(of: "\"") else { throw Broken(field: fields.count + 1) }
                field += rest[..<mark]
                rest = rest[rest.index(after: mark)...]
                guard rest.first == "\"" else { break }
                field += "\""
                rest = rest.dropFirst()
            }
            fields.append(field.trimmed)
            guard !rest.isEmpty else { return fields }
            guard rest.first == ";" else { throw Broken(field: fields.count) }
            rest = rest.dropFirst()
        }
    }
}

extension String {
    /// Without blanks at either end.
    fileprivate var trimmed: String {
        guard first == " " || last == " " else { return self }
        let start = firstIndex { $0 != " " } ?? endIndex
        let end = lastIndex { $0 != " " }.map(index(after:)) ?? start
        return String(self[start..<end])
    }
}
