import Assistance
import Exchange
import Foundation
import Journal
import Law
import Office

/// Looks into the journal of an organisation whose process is dead.
struct ExchangeInspection {
    /// The messages of all conversations, in the order of the journal.
    private(set) var sent: [MessageHead] = []
    private(set) var received: [MessageHead] = []
    /// How many messages reception had to keep, for they had no place.
    private(set) var items = 0
    /// Chains, seals, and every row that an entry vouches for: what is wrong.
    let findings: [String]

    init(_ organisation: Organisation) throws {
        let store = try SQLiteStore(path: "\(organisation.folder)/store", create: false) { .earliest }
        let masters = try MasterKeys(file: "\(organisation.folder)/store.keys")
        var verifier = Verifier(store: store, masters: masters)
        findings = verifier.run().findings.map(\.description)
        for unit in try store.units() {
            var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
            var events: [UnitEvent] = []
            try ledger.catchUp { _, content in
                events.append(try UnitEventCodec.decode(kind: content.kind, content.body))
            }
            for event in events {
                switch event {
                case .referral(.sent(let message, _)): sent.append(message.head)
                case .referral(.received(let message)): received.append(message.head)
                case .workItem(.raised): items += 1
                default: break
                }
            }
        }
    }

    /// What both levels know of each referral, from what is journaled here.
    var referrals: [RecordID: SharedReferral] {
        Dictionary(grouping: sent + received, by: \.conversation).mapValues { heads in
            SharedReferral(heads.compactMap { $0.fact(at: $0.sentAt) })
        }
    }

    /// What people here have told, and what they have been told; receipts of systems aside, whose sending is not journaled.
    var told: Set<RecordID> { Set(sent.lazy.filter(\.isTold).map(\.id)) }
    var heard: Set<RecordID> { Set(received.lazy.filter(\.isTold).map(\.id)) }

    /// Messages that were sent or received more than once.
    var repeated: [RecordID] {
        [sent, received].flatMap { heads in
            Dictionary(grouping: heads, by: \.id).filter { $0.value.count > 1 }.map(\.key)
        }
    }

    /// Own messages without exactly one receipt of the other system, or with a message that it could not use them.
    var unanswered: [RecordID] {
        let answers = Dictionary(grouping: received) { $0.about }
        return sent.filter { !$0.kind.isTerminal }.map(\.id).filter { id in
            let gists = (answers[id] ?? []).map(\.gist)
            return gists.count { $0 == .applicationReceipt } != 1 || gists.contains(.failure)
        }
    }
}

extension MessageHead {
    fileprivate var isTold: Bool { fact(at: sentAt) != nil }
}
