package import Journal
package import Law

/// Reads the access log for those who may.
package struct AccessReader: Sendable {
    /// Somebody has read, changed or tried to reach something.
    package struct Reading: Sendable {
        /// Who.
        package let actor: ActorID
        /// When.
        package let at: Instant
        /// What they did, and whether they could.
        package let line: AccessLine
    }

    private let log: AccessLog

    package init(log: AccessLog) {
        self.log = log
    }

    /// Who has read or changed one thing, newest first; lists that merely named it are left out.
    ///
    /// - Parameters:
    ///   - id: The thing.
    ///   - grant: Names it.
    ///   - limit: The most lines.
    /// - Returns: Lines of all processes and ages.
    /// - Throws: ``Absent`` where the person may not see the log; any other error where a line cannot be read.
    package func readings(of id: RecordID, under grant: Grant, limit: Int = .max) throws -> [Reading] {
        guard grant.seesReaders else { throw Absent() }
        return try lines(about: id, under: grant, by: nil, limit)
    }

    /// When the person themself has read or changed one thing, newest first.
    ///
    /// - Throws: ``Absent`` where the grant is for something else; any other error where a line cannot be read.
    package func own(of id: RecordID, under grant: Grant, limit: Int) throws -> [Reading] {
        try lines(about: id, under: grant, by: grant.actor, limit)
    }

    private func lines(
        about id: RecordID,
        under grant: Grant,
        by actor: ActorID?,
        _ limit: Int
    ) throws -> [Reading] {
        try grant.check(id, in: grant.unit)
        let rows = try log.lines(about: id, in: grant.unit, by: actor, limit: limit)
        return try zip(rows, log.open(rows)).map { row, bytes in
            Reading(actor: row.actor, at: row.recordedAt, line: try AccessLine(bytes: bytes))
        }
    }
}
