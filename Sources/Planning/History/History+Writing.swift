import Law

extension History {
    /// The rows as a file that can be read again.
    package static func text(of rows: [Row]) -> String {
        var text = "class,kind,region,asked,wanted,started,ended,left\r\n"
        for row in rows {
            let ended = row.started != nil && row.ended == nil ? "open" : row.ended?.description
            let cells = [
                row.ofClass, row.kind, row.region, row.asked.description, row.wanted?.description,
                row.started?.description, ended, row.left?.description,
            ]
            text += cells.map { quoted($0 ?? "") }.joined(separator: ",") + "\r\n"
        }
        return text
    }

    private static func quoted(_ cell: String) -> String {
        // By bytes: a carriage return and a line feed are one character.
        let isSpecial = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        guard isSpecial else { return cell }
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            quoted.unicodeScalars.append(scalar)
            if scalar == "\"" { quoted.append("\"") }
        }
        return quoted + "\""
    }
}
