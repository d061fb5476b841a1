package import Journal
package import Law

/// Reads the access log for those who may.
package struct AccessReader: Sendable {
    /// Somebody has read, changed or tried to reach something.
    package struct Reading: Sendable {
        package let actor: ActorID
        package let at: Instant
        package let line: AccessLine
    }

    /// The newest lines that are looked through.
    private static let reach = 5000

    private let log: AccessLog
    private let store: any JournalStore

    package init(log: AccessLog, store: any JournalStore) {
        self.log = log
        self.store = store
    }

    /// Who has read or changed one thing, newest first; lists that merely named it are left out.
    ///
    /// - Throws: ``Absent`` where the grant is for something else; any other error where a line cannot be read.
    package func readings(of id: RecordID, under grant: Grant) throws -> [Reading] {
        let unit = grant.unit
        guard grant.action == .readAccessLog else { throw Absent() }
        try grant.check(id, in: unit)
        let rows = try store.accessLines(of: unit, before: .latest, limit: Self.reach)
        return try zip(rows, log.open(rows)).compactMap { row, bytes in
            let line = try AccessLine(bytes: bytes)
            guard line.objects.contains(id), line.action != .listConcerns, line.action != .listWorkItems else {
                return nil
            }
            return Reading(actor: row.actor, at: row.recordedAt, line: line)
        }
    }
}
