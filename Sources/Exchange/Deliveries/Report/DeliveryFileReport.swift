/// The formats of deliveries.
package enum DeliveryFormat: String, Hashable, Sendable, CaseIterable {
    /// Statistics Norway's form 15F (KOSTRA-barnevern).
    case kostra
    /// Barnevernsregisteret.
    case bvr
}

/// What a check found in one file.
package struct DeliveryFileReport: Hashable, Sendable {
    /// The file as the caller named it.
    package var file: String
    /// Nothing of a file that could not be read to tell it.
    package var format: DeliveryFormat?
    package var mode: KostraFrame.Mode
    /// The gravest of the entries.
    package var overall: DeliverySeverity
    /// How many controls the official program counts for the file.
    package var controls: Int
    /// In the order of the file, then those about the whole of it.
    package var entries: [DeliveryEntry]
    /// Whether the file could be checked; where not, its one entry says why.
    package var isRead = true

    /// Whether the file would be stopped.
    package var isStopped: Bool { overall >= .error }

    /// The entries of each rule, by journal within it; the gravest rules first, and of the same severity in the order in
    /// which they came.
    package var entriesByRule: [[DeliveryEntry]] {
        var order: [String: Int] = [:]
        for entry in entries where order[entry.rule] == nil { order[entry.rule] = order.count }
        let groups = Dictionary(grouping: entries, by: \.rule)
        let rules = groups.keys.sorted { left, right in
            let severities = [left, right].map { groups[$0]?.first?.severity ?? .ok }
            return severities[0] == severities[1]
                ? order[left, default: 0] < order[right, default: 0]
                : severities[0] > severities[1]
        }
        return rules.map { rule in
            (groups[rule] ?? []).enumerated().sorted {
                ($0.element.journal, $0.offset) < ($1.element.journal, $1.offset)
            }
            .map(\.element)
        }
    }
}
