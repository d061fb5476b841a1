import Dispatch
import Foundation
package import Journal
import Law
import Synchronization

/// Reads a whole journal again as a cold start does: every entry opened, decoded and folded, units side by side.
package struct Replay: Sendable {
    /// What was read, and how fast.
    package struct Result: Sendable {
        /// Entries of all units.
        package let entries: Int
        /// Seconds on the wall clock.
        package let seconds: Double
        /// How many cores were at it.
        package let cores: Int

        /// Entries in a second, by all cores together.
        package var perSecond: Double { Double(entries) / max(seconds, 0.000_001) }
    }

    private let store: any JournalStore
    private let masters: MasterKeys

    package init(store: any JournalStore, masters: MasterKeys) {
        self.store = store
        self.masters = masters
    }

    /// Reads all units' journals from their first entry on.
    ///
    /// - Throws: Where an entry cannot be opened or is of no known kind.
    package func run() throws -> Result {
        let heads = try store.units().map { try store.head(of: $0) }
        let cores = min(ProcessInfo.processInfo.activeProcessorCount, max(heads.count, 1))
        // The longest journals first, each to the core that has least to do so far.
        var shares = [(units: [UnitID], entries: Int)](repeating: ([], 0), count: cores)
        for head in heads.sorted(by: { $0.sequence > $1.sequence }) {
            let lightest = shares.indices.min { shares[$0].entries < shares[$1].entries } ?? 0
            shares[lightest].units.append(head.unit)
            shares[lightest].entries += head.sequence
        }
        let work = shares.map(\.units)
        let start = ContinuousClock.now
        // Threads, not tasks: this is work for the processor from beginning to end.
        let results = Mutex<[Swift.Result<Int, any Error>]>([])
        DispatchQueue.concurrentPerform(iterations: cores) { core in
            let result = Swift.Result { try work[core].reduce(0) { try $0 + fold($1) } }
            results.withLock { $0.append(result) }
        }
        let entries = try results.withLock { $0 }.reduce(0) { try $0 + $1.get() }
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return Result(entries: entries, seconds: seconds, cores: cores)
    }

    private func fold(_ unit: UnitID) throws -> Int {
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        var state = UnitState()
        var count = 0
        try ledger.catchUp { entry, content in
            try state.fold(entry, content)
            count += 1
        }
        return count
    }
}
