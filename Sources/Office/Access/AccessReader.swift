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

    private let log: AccessLog

    package init(log: AccessLog) {
        self.log = log
    }

    /// Who has read or changed one thing, at any age, newest first; lists that merely named it are left out.
    ///
    /// - Throws: ``Absent`` where the grant is for something else; any other error where a line cannot be read.
    package func readings(of id: RecordID, under grant: Grant) throws -> [Reading] {
        guard grant.action == .readAccessLog else { throw Absent() }
        try grant.check(id, in: grant.unit)
        let rows = try log.lines(about: id, in: grant.unit)
        return try zip(rows, log.open(rows)).map { row, bytes in
            Reading(actor: row.actor, at: row.recordedAt, line: try AccessLine(bytes: bytes))
        }
    }
}
