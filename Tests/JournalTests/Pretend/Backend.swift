import Foundation
import Journal
import Law
import TestSupport

/// The stores that the contract holds to one behaviour; a new store is a new case.
enum Backend: String, CaseIterable, Sendable {
    case sqlite

    static var available: [Backend] { allCases }

    /// A fresh, empty store.
    func open() throws -> TestStore {
        let folder = try TemporaryFolder()
        let clock = PretendClock()
        let store: any JournalStore =
            switch self {
            case .sqlite: try SQLiteStore(path: folder.file("journal.sqlite"), clock: { clock.now })
            }
        return TestStore(folder: folder, clock: clock, store: store, masters: .generate())
    }
}

/// A store and what a test needs around it.
final class TestStore: Sendable {
    let folder: TemporaryFolder
    let clock: PretendClock
    let store: any JournalStore
    let masters: MasterKeys

    init(folder: TemporaryFolder, clock: PretendClock, store: any JournalStore, masters: MasterKeys) {
        self.folder = folder
        self.clock = clock
        self.store = store
        self.masters = masters
    }

    /// A ledger of the unit at its end; the unit has its keys.
    func ledger(_ unit: UnitID, masters other: MasterKeys? = nil) throws -> UnitLedger {
        let masters = other ?? masters
        try UnitLedger.prepare(unit, store: store, masters: masters)
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        try ledger.catchUp { _, _ in }
        return ledger
    }

    /// Commits one batch and tells the ledger what became of it.
    @discardableResult
    func commit(_ batch: UnitBatch, of ledger: inout UnitLedger) throws -> WorkResult {
        let results = try store.commit([.append(batch)])
        let result = results.first ?? .stale
        if case .committed(let head) = result { ledger.accept(head) } else { ledger.forget(batch) }
        return result
    }

    /// Writes one entry for each text.
    @discardableResult
    func write(_ texts: [String], to stream: RecordID, of ledger: inout UnitLedger) throws -> WorkResult {
        var batch = ledger.begin()
        for text in texts { try ledger.append(.fixture(text), to: stream, by: .caseworker(), in: &batch) }
        return try commit(batch, of: &ledger)
    }

    /// Destroys what a stream holds, and messages with it, in the commit of a tombstone with this text.
    @discardableResult
    func destroy(
        _ stream: RecordID,
        _ text: String,
        raws: (ids: [RecordID], receivedBy: UnitID)? = nil,
        of ledger: inout UnitLedger
    ) throws -> WorkResult {
        var batch = ledger.begin()
        try ledger.destroy(stream, raws: raws, noting: .fixture(text), by: .caseworker(), in: &batch)
        return try commit(batch, of: &ledger)
    }

    /// The texts of a unit's entries, opened with these keys.
    func texts(of unit: UnitID, masters other: MasterKeys? = nil) throws -> [String] {
        var texts: [String] = []
        var ledger = try UnitLedger(unit: unit, store: store, masters: other ?? masters)
        try ledger.catchUp { _, content in texts.append(String(decoding: content.body, as: UTF8.self)) }
        return texts
    }

    /// A whole attachment, as its reference names it.
    func attachment(_ reference: RowReference) throws -> Data {
        guard var reader = BlobReader(reference, store: store, masters: masters) else { return Data() }
        var bytes = Data()
        while let piece = try reader.next() { bytes += piece }
        return bytes
    }

    func verify(withKeys: Bool = true, masters other: MasterKeys? = nil, _ witnesses: [WitnessLine] = [])
        -> Verification
    {
        var verifier = Verifier(
            store: store,
            masters: withKeys ? other ?? masters : nil,
            witnesses: witnesses,
            now: clock.now
        )
        return verifier.run()
    }
}

extension EntryContent {
    static func fixture(_ text: String, references: [RowReference] = []) throws -> EntryContent {
        let day = try CalendarDay(parsing: "2026-03-02")
        return EntryContent(kind: 7, occurredOn: day, references: references, body: Array(text.utf8))
    }
}

extension ActorID {
    static func caseworker(_ number: Int = 1) throws -> ActorID { try ActorID(kind: .person, name: "u\(number)") }
}

extension UnitID {
    static func fixture(_ name: String = "lunden") throws -> UnitID { try UnitID(parsing: name) }
}

extension RecordID {
    /// The same identity for the same number.
    static func fixture(_ number: Int) -> RecordID {
        RecordID(at: PretendClock.start, random: UInt64(number), UInt64(number))
    }
}

extension CommandRow {
    static func fixture(
        _ key: String,
        in keyUnit: UnitID,
        by actor: ActorID,
        at unit: UnitID,
        _ sequence: Int = 1
    ) -> CommandRow {
        CommandRow(
            key: CommandKey(unit: keyUnit, actor: actor, key: key),
            digest: Data(repeating: 5, count: 32),
            status: 201,
            at: unit,
            sequence: sequence
        )
    }
}
