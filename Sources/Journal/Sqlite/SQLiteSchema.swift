import GRDB

/// The tables of an embedded store.
///
/// The envelope is final: later versions may add tables, never change these.
/// Every primary and unique key begins with the unit, so that the same schema can be spread over several servers.
enum SQLiteSchema {
    static let version = 3

    static func create(in db: Database) throws {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found == 0 else {
            guard found == version else { throw StoreOpenError.otherVersion(found: found, expected: version) }
            return
        }
        try db.execute(sql: tables)
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// What a file defines otherwise than this program: a damaged text, or a trigger that somebody has planted.
    static func differences(in db: Database) throws -> [String] {
        let expected = try DatabaseQueue().write { own in
            try create(in: own)
            return try definitions(in: own)
        }
        let found = try definitions(in: db)
        return expected.symmetricDifference(found).map(\.name).sorted().map {
            "\($0) is not defined as this program defines it"
        }
    }

    private struct Definition: Hashable {
        let name: String
        let sql: String?
    }

    private static func definitions(in db: Database) throws -> Set<Definition> {
        Set(
            try Row.fetchAll(db, sql: "SELECT type || ' ' || name, sql FROM sqlite_schema").map { row in
                try Definition(name: row.at(0), sql: row.at(1))
            }
        )
    }

    private static let tables = """
        CREATE TABLE unit_head(
          unit TEXT NOT NULL CHECK(length(unit) BETWEEN 1 AND 40),
          strand TEXT NOT NULL,
          sequence INTEGER NOT NULL CHECK(sequence >= 0),
          hash BLOB NOT NULL CHECK(length(hash) = 32),
          recordedAt INTEGER NOT NULL,
          lastKey INTEGER NOT NULL,
          PRIMARY KEY(unit, strand)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entry(
          unit TEXT NOT NULL,
          sequence INTEGER NOT NULL CHECK(sequence > 0),
          stream BLOB NOT NULL CHECK(length(stream) = 16),
          version INTEGER NOT NULL CHECK(version > 0),
          recordedAt INTEGER NOT NULL,
          actor TEXT NOT NULL,
          keyId INTEGER NOT NULL,
          nonce BLOB NOT NULL CHECK(length(nonce) = 12),
          payload BLOB NOT NULL,
          hash BLOB NOT NULL CHECK(length(hash) = 32),
          PRIMARY KEY(unit, sequence)
        ) STRICT;
        CREATE UNIQUE INDEX entry_stream ON entry(unit, stream, version);
        CREATE TABLE command(
          unit TEXT NOT NULL,
          actor TEXT NOT NULL,
          key TEXT NOT NULL CHECK(length(key) BETWEEN 1 AND 300),
          digest BLOB NOT NULL CHECK(length(digest) = 32),
          status INTEGER NOT NULL,
          at TEXT NOT NULL,
          sequence INTEGER NOT NULL,
          recordedAt INTEGER NOT NULL,
          PRIMARY KEY(unit, actor, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX command_time ON command(unit, actor, recordedAt);
        CREATE INDEX command_form ON command(recordedAt) WHERE key >= 'http:' AND key < 'http;';
        CREATE TABLE raw(
          unit TEXT NOT NULL,
          id BLOB NOT NULL CHECK(length(id) = 16),
          receivedAt INTEGER NOT NULL,
          wrappedBy INTEGER NOT NULL,
          wrapped BLOB,
          nonce BLOB NOT NULL CHECK(length(nonce) = 12),
          payload BLOB NOT NULL,
          PRIMARY KEY(unit, id)
        ) STRICT;
        CREATE TABLE blob(
          unit TEXT NOT NULL,
          id BLOB NOT NULL CHECK(length(id) = 16),
          chunk INTEGER NOT NULL CHECK(chunk >= 0),
          stream BLOB NOT NULL CHECK(length(stream) = 16),
          keyId INTEGER NOT NULL,
          nonce BLOB NOT NULL CHECK(length(nonce) = 12),
          payload BLOB NOT NULL,
          PRIMARY KEY(unit, id, chunk)
        ) STRICT;
        CREATE TABLE outbox(
          unit TEXT NOT NULL,
          id BLOB NOT NULL CHECK(length(id) = 16),
          destination TEXT NOT NULL,
          keyId INTEGER NOT NULL,
          nonce BLOB NOT NULL CHECK(length(nonce) = 12),
          payload BLOB NOT NULL,
          createdAt INTEGER NOT NULL,
          attempts INTEGER NOT NULL,
          notBefore INTEGER NOT NULL,
          leasedBy TEXT,
          deliveredAt INTEGER,
          parkedAt INTEGER,
          PRIMARY KEY(unit, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_due ON outbox(notBefore) WHERE deliveredAt IS NULL;
        CREATE INDEX outbox_delivered ON outbox(deliveredAt) WHERE deliveredAt IS NOT NULL;
        CREATE TABLE access(
          unit TEXT NOT NULL,
          node TEXT NOT NULL,
          number INTEGER NOT NULL CHECK(number > 0),
          recordedAt INTEGER NOT NULL,
          actor TEXT NOT NULL,
          keyId INTEGER NOT NULL,
          nonce BLOB NOT NULL CHECK(length(nonce) = 12),
          payload BLOB NOT NULL,
          tags BLOB NOT NULL CHECK(length(tags) % 16 = 0),
          hash BLOB NOT NULL CHECK(length(hash) = 32),
          PRIMARY KEY(unit, node, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX access_time ON access(unit, recordedAt);
        CREATE TABLE access_object(
          unit TEXT NOT NULL,
          tag BLOB NOT NULL CHECK(length(tag) = 16),
          node TEXT NOT NULL,
          number INTEGER NOT NULL CHECK(number > 0),
          PRIMARY KEY(unit, tag, node, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE snapshot(
          unit TEXT NOT NULL PRIMARY KEY,
          foldVersion INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          headHash BLOB NOT NULL CHECK(length(headHash) = 32),
          keyId INTEGER NOT NULL,
          nonce BLOB NOT NULL CHECK(length(nonce) = 12),
          payload BLOB NOT NULL
        ) STRICT;
        CREATE TABLE draft(
          unit TEXT NOT NULL,
          actor TEXT NOT NULL,
          key TEXT NOT NULL,
          savedAt INTEGER NOT NULL,
          keyId INTEGER NOT NULL,
          nonce BLOB NOT NULL CHECK(length(nonce) = 12),
          payload BLOB NOT NULL,
          PRIMARY KEY(unit, actor, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE session(
          unit TEXT NOT NULL,
          id BLOB NOT NULL CHECK(length(id) = 32),
          seenAt INTEGER NOT NULL,
          endsAt INTEGER NOT NULL,
          keyId INTEGER NOT NULL,
          nonce BLOB NOT NULL CHECK(length(nonce) = 12),
          payload BLOB NOT NULL,
          PRIMARY KEY(unit, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE key(
          unit TEXT NOT NULL,
          id INTEGER NOT NULL CHECK(id > 0),
          stream BLOB CHECK(stream IS NULL OR length(stream) = 16),
          generation INTEGER NOT NULL,
          wrappedBy INTEGER NOT NULL,
          wrapped BLOB,
          PRIMARY KEY(unit, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX key_stream ON key(unit, stream, id);
        """
}

/// Why a store was not opened.
package enum StoreOpenError: Error, CustomStringConvertible {
    /// The file has another version of the tables than this program.
    case otherVersion(found: Int, expected: Int)
    /// No store is there, and none was to be made.
    case missing(path: String)

    package var description: String {
        switch self {
        case .otherVersion(let found, let expected) where found < expected:
            "The store has version \(found), made by an earlier build of this program, which reads version \(expected); "
                + "there is no migration yet. Use the build that made it."
        case .otherVersion(let found, let expected):
            "The store has version \(found) and this program reads version \(expected); use a newer program."
        case .missing(let path): "There is no store at \(path); check the path."
        }
    }
}
