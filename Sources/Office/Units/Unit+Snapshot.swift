import Journal
import Law
import Synchronization

/// Keeping the folded state now and then, so that the next opening need not read the whole journal.
extension Unit {
    /// Entries folded since the last snapshot.
    var unsnapped: Int { ledger.withLock { $0.head.sequence } - snappedAt.withLock { $0 } }

    /// Whether so much has come since the last snapshot that a new one is worth its work; the longer the journal, the
    /// longer the interval, so that all snapshots together cost no more than the entries.
    var isSnapshotDue: Bool { unsnapped >= max(snapshotInterval, snappedAt.withLock { $0 } / 2) }

    /// Keeps the state as it is now; called by the loop alone, so that state and ledger agree.
    func keepSnapshot() async {
        let folded = state.withLock { $0 }
        // What a correction has overtaken is no state to go on from.
        guard folded.unresolved.isEmpty else { return }
        let (sequence, row) = ledger.withLock { ledger in
            let bytes = UnitSnapshot(state: folded, versions: ledger.streamVersions).bytes
            return (ledger.head.sequence, try? ledger.snapshot(bytes, foldVersion: UnitState.foldVersion))
        }
        // Without one, the next opening takes longer and nothing else; so a failure is not tried again at once.
        snappedAt.withLock { $0 = sequence }
        if let row, (try? await committer.submit(.snapshot(row))) != nil { holdsForgotten.withLock { $0 = false } }
    }

    /// The state of the last good snapshot, from which the ledger goes on; `nil` where the whole journal must be read.
    static func resume(
        _ id: UnitID,
        _ ledger: inout UnitLedger,
        from store: any JournalStore,
        keys: SearchKeys
    ) -> UnitState? {
        guard let row = try? store.snapshot(of: id),
            let bytes = try? ledger.open(row, foldVersion: UnitState.foldVersion),
            let snapshot = try? UnitSnapshot(bytes: bytes, upTo: row.sequence, keys: keys)
        else { return nil }
        ledger.resume(at: row.sequence, hash: row.headHash, versions: snapshot.versions)
        return snapshot.state
    }
}
