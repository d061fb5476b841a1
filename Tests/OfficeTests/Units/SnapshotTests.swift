import FoundationEssentials
import Law
import Synthetic
import TestSupport
import Testing

@testable import Journal
@testable import Office

struct `A snapshot of a unit` {
    private static let unit = PretendService.nordvag.unit

    @Test func `and the rest of the journal give the same state as the whole journal`() async throws {
        for seed in 0..<UInt64(Rounds.of(1)) {
            try await withOffice { office in
                try await RandomWork(seed: seed).perform(in: office, steps: 12)
                let unit = try office.rooms.units.unit(Self.unit)
                // Kept somewhere in the middle, then more work.
                await unit.keepSnapshot()
                let kept = try #require(try office.store.snapshot(of: Self.unit))
                try await RandomWork(seed: seed &+ 1000).perform(in: office, steps: 12)
                for id in [Self.unit, PretendWorld.reception] {
                    let fromSnapshot = try Self.open(id, in: office)
                    #expect(fromSnapshot == (try Self.foldedFromTheBeginning(id, in: office)), "seed \(seed)")
                    #expect(fromSnapshot == (try Self.image(office.rooms.units.unit(id))), "seed \(seed)")
                }
                #expect(kept.sequence < (try office.store.head(of: Self.unit).sequence))
            }
        }
    }

    @Test(arguments: ["payload", "nonce", "hash", "sequence", "version", "content"])
    func `that is damaged or of another version is not used`(damage: String) async throws {
        try await withOffice { office in
            try await RandomWork(seed: 5).perform(in: office, steps: 10)
            await (try office.rooms.units.unit(Self.unit)).keepSnapshot()
            let row = try #require(try office.store.snapshot(of: Self.unit))
            let damaged = try Self.damage(row, damage, in: office)
            _ = try office.store.commit([.snapshot(damaged)])
            #expect(try Self.open(Self.unit, in: office) == Self.foldedFromTheBeginning(Self.unit, in: office))
        }
    }

    @Test func `is kept after so many entries, and when the loop ends`() async throws {
        try await withOffice { office in
            let unit = try Unit(
                Self.unit,
                store: office.store,
                masters: office.masters,
                committer: office.rooms.committer,
                law: .national,
                post: HoldPost(composer: MessageComposer(counterparts: Counterparts([]))),
                snapshotInterval: 3,
                clock: { office.clock.now }
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await unit.run() }
                for number in 0..<2 { _ = try await unit.perform(RandomWork.typedIn(number, in: office)) }
                #expect(try office.store.snapshot(of: Self.unit) == nil)
                for number in 2..<4 { _ = try await unit.perform(RandomWork.typedIn(number, in: office)) }
                unit.close()
                try await group.waitForAll()
            }
            #expect(try office.store.snapshot(of: Self.unit)?.sequence == 4)
            #expect(try Self.open(Self.unit, in: office) == Self.foldedFromTheBeginning(Self.unit, in: office))
        }
    }

    @Test func `lets the next process go on where the last one ended`() async throws {
        try await withFolder { folder in
            let clock = ManualClock(TestOffice.start)
            let store = FaultyStore(try SQLiteStore(path: folder + "/journal.sqlite") { clock.now })
            let first = try TestOffice(folder: folder, store: store, masters: .generate(), clock: clock)
            try await first.running { try await RandomWork(seed: 21).perform(in: $0, steps: 15) }
            let head = try store.head(of: Self.unit)
            #expect(try store.snapshot(of: Self.unit)?.sequence == head.sequence)
            try await (try first.reopened()).running { next in
                let opened = Self.image(try next.rooms.units.unit(Self.unit))
                #expect(opened == (try Self.foldedFromTheBeginning(Self.unit, in: next)))
                try await RandomWork(seed: 22).perform(in: next, steps: 15)
                #expect(try store.head(of: Self.unit).sequence > head.sequence)
                #expect(next.findings().isEmpty)
            }
        }
    }

    @Test func `has the same bytes for the same state, and refuses shortened ones`() async throws {
        try await withOffice { office in
            try await RandomWork(seed: 9).perform(in: office, steps: 10)
            for id in [Self.unit, PretendWorld.reception] {
                let bytes = UnitSnapshot(
                    state: try office.state(id),
                    versions: [RecordID(high: 1, low: 2): 3, RecordID(high: 0, low: 9): 1]
                ).bytes
                let read = try UnitSnapshot(bytes: bytes, upTo: 1)
                #expect(UnitSnapshot(state: read.state, versions: read.versions).bytes == bytes)
                for length in 0..<bytes.count {
                    #expect(throws: CodecError.self) { try UnitSnapshot(bytes: Array(bytes.prefix(length)), upTo: 1) }
                }
            }
        }
    }

    /// A state with its counts, for comparison.
    private struct Image: Equatable {
        let bytes: [UInt8]
        let unopened: Int
        let openWorkItems: Int
        let sequence: Int

        init(_ state: UnitState) {
            sequence = state.sequence
            bytes = UnitSnapshot(state: state, versions: [:]).bytes
            unopened = state.unopened
            openWorkItems = state.openWorkItems
        }
    }

    private static func image(_ unit: Unit) -> Image { unit.read { Image($0) } }

    private static func open(_ id: UnitID, in office: TestOffice) throws -> Image {
        image(
            try Unit(
                id,
                store: office.store,
                masters: office.masters,
                committer: office.rooms.committer,
                law: .national,
                post: HoldPost(composer: MessageComposer(counterparts: Counterparts([]))),
                clock: { office.clock.now }
            )
        )
    }

    private static func foldedFromTheBeginning(_ id: UnitID, in office: TestOffice) throws -> Image {
        var state = UnitState(try SearchKeys(unit: id, store: office.store, masters: office.masters))
        let events = try office.events(id)
        for event in events { state.apply(event) }
        for corrected in state.unresolved { state.refold(corrected, events.filter { $0.stream == corrected }) }
        return Image(state)
    }

    private static func damage(_ row: SnapshotRow, _ what: String, in office: TestOffice) throws -> SnapshotRow {
        var (payload, nonce, hash) = (row.payload, row.nonce, row.headHash)
        var (sequence, version) = (row.sequence, row.foldVersion)
        switch what {
        case "payload": payload[payload.startIndex] ^= 1
        case "nonce": nonce[nonce.startIndex] ^= 1
        case "hash": hash[hash.startIndex] ^= 1
        case "sequence": sequence -= 1
        case "version": version += 1
        default:
            // Well sealed, of this version, and no state all the same.
            var ledger = try UnitLedger(unit: unit, store: office.store, masters: office.masters)
            try ledger.catchUp { _, _ in }
            return try ledger.snapshot([0xFF, 0xFF], foldVersion: row.foldVersion)
        }
        return SnapshotRow(
            unit: row.unit,
            foldVersion: version,
            sequence: sequence,
            headHash: hash,
            keyID: row.keyID,
            nonce: nonce,
            payload: payload
        )
    }
}
