import Foundation
import Law
import Testing

@testable import Journal

extension JournalStoreContract {
    @Test(arguments: Backend.available)
    func `keeps one draft for each person and key, until it is removed or old`(backend: Backend) throws {
        let test = try backend.open()
        let unit = try UnitID.fixture()
        _ = try test.ledger(unit)
        let (writer, other) = (try ActorID.caseworker(), try ActorID(parsing: "person:other"))
        func put(_ text: String, _ actor: ActorID, _ key: String, at time: Instant) throws {
            try test.store.putDraft(
                DraftVault.seal(
                    Array(text.utf8),
                    unit: unit,
                    actor: actor,
                    key: key,
                    savedAt: time,
                    store: test.store,
                    masters: test.masters
                )
            )
        }
        func text(_ actor: ActorID, _ key: String) throws -> String? {
            try test.store.draft(unit: unit, actor: actor, key: key)
                .map {
                    String(decoding: try DraftVault.open($0, store: test.store, masters: test.masters), as: UTF8.self)
                }
        }
        let now = test.clock.now
        try put("one", writer, "a", at: now)
        try put("two", writer, "a", at: now.adding(seconds: 5))
        try put("three", writer, "b", at: now)
        try put("four", other, "a", at: now)
        #expect(try text(writer, "a") == "two")
        #expect(try text(writer, "b") == "three")
        #expect(try text(other, "b") == nil)
        #expect(try Set(test.store.drafts(unit: unit, actor: writer).map(\.key)) == ["a", "b"])
        try test.store.removeDraft(unit: unit, actor: writer, key: "b")
        #expect(try text(writer, "b") == nil)

        let row = try #require(try test.store.draft(unit: unit, actor: writer, key: "a"))
        for stolen in [
            DraftRow(
                unit: unit,
                actor: other,
                key: row.key,
                savedAt: row.savedAt,
                keyID: row.keyID,
                nonce: row.nonce,
                payload: row.payload
            ),
            DraftRow(
                unit: unit,
                actor: row.actor,
                key: "b",
                savedAt: row.savedAt,
                keyID: row.keyID,
                nonce: row.nonce,
                payload: row.payload
            ),
        ] {
            #expect(throws: SealError.self) { try DraftVault.open(stolen, store: test.store, masters: test.masters) }
        }
        try test.store.purge(now: now.adding(seconds: DraftRow.lifetime + 1))
        #expect(try text(writer, "a") == "two")
        #expect(try text(other, "a") == nil)
    }
}
