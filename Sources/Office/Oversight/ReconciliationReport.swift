import Exchange
import Law

/// A reconciliation as CSV, JSON and lines: message ids, times and counts, no content.
package struct ReconciliationReport: Sendable {
    private let reconciliations: [Reconciliation]

    package init(_ reconciliations: [Reconciliation]) {
        self.reconciliations = reconciliations
    }

    /// A heading and a line for each message, separated by semicolons; one without an id for each missing message that
    /// may be the reader's.
    package var csv: [String] {
        ["sender;day;message;difference;storedAt;unit;reports;opened"]
            + reconciliations.flatMap { reconciliation in
                reconciliation.messages.map { message in
                    [
                        reconciliation.sender.name, "\(reconciliation.day)",
                        CsvCell.written(message.id, separator: ";"),
                        message.difference?.rawValue ?? "", message.storedAt.map { "\($0)" } ?? "",
                        message.unit?.text ?? "", "\(message.concerns)", "\(message.opened)",
                    ].joined(separator: ";")
                }
                    + Array(
                        repeating: "\(reconciliation.sender.name);\(reconciliation.day);;missing;;;0;0",
                        count: reconciliation.missingForAnybody
                    )
            }
    }

    /// For a person at a terminal.
    package var lines: [String] {
        reconciliations.flatMap { reconciliation in
            let said = reconciliation.said.map { "\($0)" } ?? "no list"
            let head =
                "\(reconciliation.sender.name) \(reconciliation.day): said sent \(said), stored "
                + "\(reconciliation.stored), opened \(reconciliation.opened), missing "
                + "\(reconciliation.count(.missing)), extra \(reconciliation.count(.extra)), different "
                + "\(reconciliation.count(.different))"
            return [head]
                + reconciliation.messages.compactMap { message in
                    message.difference.map { "  \($0.rawValue): \(message.id)" }
                }
        }
    }

    /// One array, an object for each sender.
    package var json: String {
        var writer = JsonWriter()
        writer.beginList()
        for reconciliation in reconciliations { write(reconciliation, to: &writer) }
        writer.endList()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func write(_ reconciliation: Reconciliation, to writer: inout JsonWriter) {
        writer.beginObject()
        writer.name("sender")
        writer.text(reconciliation.sender.name)
        writer.name("day")
        writer.text("\(reconciliation.day)")
        writer.name("said")
        if let said = reconciliation.said { writer.integer(said) } else { writer.null() }
        writer.name("stored")
        writer.integer(reconciliation.stored)
        writer.name("opened")
        writer.integer(reconciliation.opened)
        for difference in Reconciliation.Difference.allCases {
            writer.name(difference.rawValue)
            writer.beginList()
            for message in reconciliation.messages where message.difference == difference { writer.text(message.id) }
            writer.endList()
        }
        writer.endObject()
    }
}
