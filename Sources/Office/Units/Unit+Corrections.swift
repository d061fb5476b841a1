import Casework
import Journal
import Law
import Synchronization

/// A correction changes what lies behind: the case's journal is read again and folded anew.
extension Unit {
    /// Folds anew whatever a correction has overtaken and was not folded in its own turn.
    ///
    /// - Throws: Where the store cannot be read; then nothing may be decided on these facts.
    func resolveCorrections() throws {
        let overtaken = state.withLock { $0.unresolved }
        guard !overtaken.isEmpty else { return }
        try ledger.withLock { ledger in
            let journals = try Self.journals(of: overtaken, &ledger, store)
            state.withLock { state in for (id, entries) in journals { state.refold(id, entries) } }
        }
    }

    /// The journals of cases as far as the ledger has come; entries whose key is destroyed are passed over, as in every fold.
    static func journals(
        of cases: Set<RecordID>,
        _ ledger: inout UnitLedger,
        _ store: any JournalStore
    ) throws -> [RecordID: [RecordedEvent]] {
        var journals: [RecordID: [RecordedEvent]] = [:]
        for id in cases {
            for entry in try store.stream(ledger.unit, id) where entry.sequence <= ledger.head.sequence {
                do {
                    journals[id, default: []].append(try RecordedEvent(entry.envelope, ledger.open(entry)))
                } catch SealError.keyDestroyed { continue }
            }
        }
        return journals
    }
}

extension RecordedEvent {
    /// Whether it changes what earlier entries of its case tell.
    var isCorrection: Bool {
        if case .case(let event) = event { event.needsRefold } else { false }
    }

    /// The entry as a case's fold reads it; `nil` where it is about something else.
    var caseEntry: CaseEntry? {
        guard case .case(let event) = event else { return nil }
        return CaseEntry(entry: sequence, occurredOn: occurredOn, actor: actor, event: event)
    }
}
