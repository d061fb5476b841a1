import Foundation
import GRDB
import Law
import TestSupport

@testable import Journal

/// A small store with something in every table that is written, for a thief to work on.
///
/// Three units of sixteen entries; of each unit two access strands, attachments, messages in and out, commands of both
/// kinds, a rotation of keys, sessions and a snapshot. Every row that an entry can vouch for is vouched for.
final class FilledStore: Sendable {
    static let units = ["lunden", "mottak", "skogen"]
    static let secret = "Hemmeligheten om Lille My"

    let test: TestStore
    let sqlite: SQLiteStore
    let witnessPath: String

    init() async throws {
        let folder = try TemporaryFolder()
        let clock = PretendClock()
        sqlite = try SQLiteStore(path: folder.file("journal.sqlite"), clock: { clock.now })
        test = TestStore(folder: folder, clock: clock, store: sqlite, masters: .generate())
        witnessPath = folder.file("witness.txt")
        let committer = Committer(store: sqlite)
        for name in Self.units { try await fill(UnitID(parsing: name), committer) }
        try change { db in _ = try db.checkpoint(.truncate) }
    }

    private func fill(_ unit: UnitID, _ committer: Committer) async throws {
        var ledger = try test.ledger(unit)
        try test.write(["\(Self.secret) 1"], to: .fixture(0), of: &ledger)
        for round in 1...5 {
            if round == 3 {
                var rotation = ledger.begin()
                try ledger.rotateKeys(in: &rotation)
                try test.commit(rotation, of: &ledger)
            }
            test.clock.advance(seconds: 5)
            try fill(&ledger, round: round)
        }
        try test.store.putSession(
            SessionVault.seal(
                Array(Self.secret.utf8),
                unit: unit,
                id: Data(repeating: 7, count: 32),
                seenAt: test.clock.now,
                endsAt: test.clock.now.adding(seconds: 3600),
                store: sqlite,
                masters: test.masters
            )
        )
        let snapshot = try ledger.snapshot(Array(Self.secret.utf8), foldVersion: 1)
        _ = try sqlite.commit([.snapshot(snapshot)])
        for node in ["node-a", "node-b"] {
            let log = AccessLog(node: node, store: sqlite, masters: test.masters, committer: committer)
            for number in 1...4 {
                try await log.record(
                    Array("\(Self.secret) \(number)".utf8),
                    by: .caseworker(number),
                    in: unit,
                    about: [.fixture(number % 2), .fixture(2)]
                )
            }
        }
    }

    /// Three entries in one commit with a row of each kind that they vouch for.
    private func fill(_ ledger: inout UnitLedger, round: Int) throws {
        let (unit, actor) = (ledger.unit, try ActorID.caseworker(round))
        let secret = Array("\(Self.secret) \(round)".utf8)
        var writer = try BlobWriter(
            id: .fixture(500 + round),
            unit: unit,
            stream: .fixture(0),
            store: sqlite,
            masters: test.masters
        )
        try writer.write(secret)
        let blob = try writer.finish()
        var batch = ledger.begin()
        let raw = try RawVault(unit: unit, store: sqlite, masters: test.masters)
            .seal(secret, id: .fixture(100 + round), receivedAt: test.clock.now)
        batch.raws = [raw]
        batch.commands = ["http:", "id:"].map {
            .fixture("\($0)key-\(round)", in: unit, by: actor, at: unit, batch.after.sequence + 2)
        }
        let message = try ledger.send(
            secret,
            to: "sender:portal",
            id: .fixture(900 + round),
            at: test.clock.now,
            in: &batch
        )
        let references = [[raw.reference, message], batch.commands.map(\.reference), [blob]]
        for (index, references) in references.enumerated() {
            try ledger.append(
                .fixture(Self.secret, references: references),
                to: .fixture(index),
                by: actor,
                in: &batch
            )
        }
        try test.commit(batch, of: &ledger)
    }

    func sign() throws -> [WitnessLine] {
        try Witness(path: witnessPath, store: sqlite, masters: test.masters).sign(at: test.clock.now)
        return try WitnessLine.read(String(contentsOfFile: witnessPath, encoding: .utf8))
    }

    /// Changes the file behind the program's back.
    func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
        try change { db in try db.execute(sql: sql, arguments: arguments) }
    }

    func change(_ body: (Database) throws -> Void) throws {
        try sqlite.pool.writeWithoutTransaction { db in try body(db) }
    }

    /// Every cell of every row.
    func cells() throws -> [Cell] { try sqlite.pool.read { db in try Cell.all(in: db) } }

    /// The problems of one unit.
    func findings(of unit: String, _ verification: Verification) -> [Verification.Finding] {
        verification.findings.filter { $0.unit?.text == unit }
    }
}
