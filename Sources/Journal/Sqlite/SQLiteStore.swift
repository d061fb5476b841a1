import Foundation
import GRDB
package import Law
import Synchronization

/// A journal store in one SQLite file: write-ahead log, synchronised to the disk at every commit.
///
/// The class holds no state but the pool and whether the disk has failed.
package final class SQLiteStore: JournalStore {
    let pool: DatabasePool
    let clock: @Sendable () -> Instant
    private let failure = Mutex<String?>(nil)

    /// Opens the store and, where the file is new, makes its tables.
    ///
    /// Before anything is served, all that the write-ahead log holds is moved into the file and synchronised: after
    /// a failed disk, a page that the system merely remembers would otherwise count as stored.
    ///
    /// - Parameters:
    ///   - path: The SQLite file.
    ///   - create: Whether a missing file is made; otherwise it is an error.
    ///   - clock: The database clock.
    /// - Throws: ``StoreOpenError`` where there is no store or one of another version; any other error where the
    ///   file cannot be opened or written.
    package init(path: String, create: Bool = true, clock: @escaping @Sendable () -> Instant) throws {
        guard create || FileManager.default.fileExists(atPath: path) else { throw StoreOpenError.missing(path: path) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -4000; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        self.clock = clock
        try pool.writeWithoutTransaction { db in
            // The pool sets NORMAL when it turns on the write-ahead log; a receipt needs the disk.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
            precondition(level == 2, "SQLite did not accept synchronous = FULL")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            try db.inTransaction(.immediate) {
                try SQLiteSchema.create(in: db)
                return .commit
            }
            do {
                _ = try db.checkpoint(.truncate)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                // Another process is reading; it has the store open, and the disk works for it.
            }
        }
    }

    /// Runs a write, turning SQLite's failures into ours and stopping the store when the disk fails.
    ///
    /// What is hasty does not wait for the disk: it may be gone after a power cut, though not after a kill, and lies on
    /// the disk with the next transaction that waits. It is for what is done again where it is lost.
    func writing<T>(isHasty: Bool = false, _ body: (Database) throws -> T) throws(StoreFailure) -> T {
        if let reason = failure.withLock({ $0 }) { throw .stopped(reason) }
        do {
            return try pool.writeWithoutTransaction { db in
                guard isHasty else { return try Self.transaction(db, body) }
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                let result = Result { try Self.transaction(db, body) }
                do {
                    try db.execute(sql: "PRAGMA synchronous = FULL")
                } catch {
                    // Nobody else may go without the disk.
                    throw StoreFailure.stopped("SQLite did not accept synchronous = FULL")
                }
                return try result.get()
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            throw .full
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw .busy
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            // A fault in one program's rows, not in the disk: the transaction is undone and the store goes on.
            throw .refused("SQLite \(error.extendedResultCode.rawValue)")
        } catch {
            let reason = (error as? DatabaseError).map { "SQLite \($0.extendedResultCode.rawValue)" } ?? "\(error)"
            failure.withLock { $0 = reason }
            throw .stopped(reason)
        }
    }

    private static func transaction<T>(_ db: Database, _ body: (Database) throws -> T) throws -> T {
        var result: T?
        try db.inTransaction(.immediate) {
            result = try body(db)
            return .commit
        }
        guard let result else { throw StoreFailure.stopped("a transaction gave no result") }
        return result
    }

    /// Runs a read; it may be called within a scan, since opening an entry may need its key.
    ///
    /// Each caller runs one statement, which sees one state of the store.
    func reading<T>(_ body: (Database) throws -> T) throws -> T { try pool.unsafeReentrantRead(body) }

    /// Whether the store takes work; otherwise why not.
    package var stoppedBecause: String? { failure.withLock { $0 } }

    package func head(of unit: UnitID) throws -> UnitHead {
        try reading { db in try Self.head(of: unit, strand: "", in: db) }
    }

    package func units() throws -> [UnitID] {
        try reading { db in
            try String.fetchAll(db, sql: "SELECT unit FROM unit_head WHERE strand = '' ORDER BY unit")
                .map { try UnitID(parsing: $0) }
        }
    }

    static func head(of unit: UnitID, strand: String, in db: Database) throws -> UnitHead {
        let statement = try db.cachedStatement(
            sql: "SELECT sequence, hash, recordedAt, lastKey FROM unit_head WHERE unit = ? AND strand = ?"
        )
        guard let row = try Row.fetchOne(statement, arguments: [unit.text, strand]) else {
            return UnitHead(
                unit: unit,
                sequence: 0,
                hash: Chain.beginning(of: unit, strand: strand),
                recordedAt: .earliest,
                lastKey: 0
            )
        }
        return try UnitHead(
            unit: unit,
            sequence: row.at(0),
            hash: row.at(1),
            recordedAt: Instant(microseconds: row.at(2)),
            lastKey: row.at(3)
        )
    }
}

extension Row {
    /// The value of a column, counted from 0.
    ///
    /// - Throws: Where the file is damaged and holds another type; a subscript would end the process.
    func at<T: DatabaseValueConvertible>(_ column: Int) throws -> T { try decode(atIndex: column) }
}
