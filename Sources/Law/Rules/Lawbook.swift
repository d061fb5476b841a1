/// What the act and its regulations say, as dated rows (lovverket som tabell).
///
/// An authority can read the rows, and override or add to them by files of the same form (docs/law.md).
package struct Lawbook: Sendable {
    private let bySlot: [[Rule]]
    private let others: [RuleID: [Rule]]
    let visitRows: [RuleID: [VisitRule]]
    /// The files as read, so that others can be laid over them.
    private let tables: LawTables

    /// The law as compiled into the program.
    package static let national: Lawbook = {
        do throws(LawFault) {
            return try Lawbook(files: nationalFiles)
        } catch {
            // The files are part of the program and a test reads them, so this is a fault of the build itself.
            preconditionFailure("The embedded law is broken: \(error)")
        }
    }()

    /// The names and texts of the files that are compiled into the program.
    package static var nationalFiles: [(name: String, text: String)] {
        [
            ("deadlines.csv", String(decoding: PackageResources.deadlines_csv, as: UTF8.self)),
            ("visits.csv", String(decoding: PackageResources.visits_csv, as: UTF8.self)),
        ]
    }

    /// Reads files that together are the whole law.
    ///
    /// - Parameter files: Names, for the messages, and texts in the form of docs/law.md.
    /// - Throws: The first fault; ``faults(in:over:)`` gives all.
    package init(files: [(name: String, text: String)]) throws(LawFault) {
        try self.init(tables: LawTables(reading: files))
    }

    /// This law with files laid over it.
    ///
    /// A row with the rule and first day of a row that is there replaces it; every other row is added.
    ///
    /// - Throws: The first fault, also where the whole would overlap or leave a gap.
    package func adding(_ files: [(name: String, text: String)]) throws(LawFault) -> Lawbook {
        try Lawbook(tables: tables.adding(LawTables(reading: files)))
    }

    /// All faults of files by themselves or, laid over a law, of the whole; empty where they are in order.
    package static func faults(in files: [(name: String, text: String)], over base: Lawbook? = nil) -> [LawFault] {
        let read = LawTables(reading: files)
        return (base?.tables.adding(read) ?? read).allFaults
    }

    private init(tables: LawTables) throws(LawFault) {
        if let fault = tables.allFaults.first { throw fault }
        self.tables = tables
        var bySlot = [[Rule]](repeating: [], count: RuleID.slotCount)
        var others: [RuleID: [Rule]] = [:]
        for (id, rows) in tables.rules.byRule {
            if let slot = id.slot {
                bySlot[slot] = rows.map(\.value)
            } else {
                others[id] = rows.map(\.value)
            }
        }
        self.bySlot = bySlot
        self.others = others
        visitRows = tables.visits.byRule.mapValues { $0.map(\.value) }
    }

    /// The row of a rule in force on a day; `nil` where there is none.
    package func rule(_ id: RuleID, on day: CalendarDay) -> Rule? {
        rows(of: id).last { $0.isInForce(on: day) }
    }

    /// All rows in force on a day, in order of rule.
    package func rules(on day: CalendarDay) -> [Rule] {
        allRows.filter { $0.isInForce(on: day) }
    }

    /// Every row of every rule, in order of rule and first day.
    package var allRows: [Rule] {
        (Array(bySlot.joined()) + others.values.joined()).sorted { ($0.id, $0.validFrom) < ($1.id, $1.validFrom) }
    }

    /// The rows of a rule, oldest first.
    package func rows(of id: RuleID) -> [Rule] {
        if let slot = id.slot { bySlot[slot] } else { others[id] ?? [] }
    }
}
