/// A text as a cell of a table whose cells are parted by commas or the like (RFC 4180).
///
/// A spreadsheet takes a cell that begins like a formula for one and carries it out, whoever wrote it: such a text gets
/// an apostrophe before it, by which spreadsheets know a text.
package enum CsvCell {
    /// Characters with which a spreadsheet takes a cell for a formula, also after blanks that it drops.
    private static let formula: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    /// The text as it stands in the file; `separator` is what parts the cells there.
    package static func written(_ text: String, separator: Unicode.Scalar = ",") -> String {
        let safe = isFormula(text) ? "'" + text : text
        // By scalars: a carriage return and a line feed are one character.
        guard safe.unicodeScalars.contains(where: { [separator, "\"", "\n", "\r"].contains($0) }) else { return safe }
        var quoted = "\"".unicodeScalars
        for scalar in safe.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        return String(quoted) + "\""
    }

    /// What was written, from a cell without its quotes.
    package static func read(_ cell: String) -> String {
        cell.unicodeScalars.first == "'" && isFormula(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    /// Whether a text begins like a formula; apostrophes before it are passed over, so that what is read again is what
    /// was written, whatever it was.
    private static func isFormula(_ text: String) -> Bool {
        let rest = text.unicodeScalars.drop { $0 == "'" }
        guard let first = rest.first(where: { $0 != " " && $0 != "\u{A0}" }) else { return false }
        return formula.contains(first)
    }
}
