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
            text += cells.map { CsvCell.written($0 ?? "") }.joined(separator: ",") + "\r\n"
        }
        return text
    }
}
