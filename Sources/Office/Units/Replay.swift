import Dispatch
import Foundation
package import Journal
import Law
import Synchronization

/// Reads a whole journal again as a cold start does: every entry opened, decoded and folded, on all cores.
package struct Replay: Sendable {
    package struct Result: Sendable {
        package let entries: Int
        package let seconds: Double
        package let cores: Int

        package var perSecond: Double { Double(entries) / max(seconds, 0.000_001) }
    }

    private let store: any JournalStore
    private let masters: MasterKeys

    package init(store: any JournalStore, masters: MasterKeys) {
        self.store = store
        self.masters = masters
    }

    package func run() throws -> Result {
        let heads = try store.units().map { try store.head(of: $0) }
        let start = ContinuousClock.now
        // A long journal keeps all cores busy by itself; the others are read side by side.
        let long = heads.filter { $0.sequence >= UnitLedger.longRun }
        let short = heads.filter { $0.sequence < UnitLedger.longRun }
        var entries = try long.reduce(0) { try $0 + fold($1.unit) }
        // Threads, not tasks: this is work for the processor from beginning to end.
        let results = Mutex<[Swift.Result<Int, any Error>]>([])
        DispatchQueue.concurrentPerform(iterations: short.count) { number in
            let result = Swift.Result { try fold(short[number].unit) }
            results.withLock { $0.append(result) }
        }
        entries += try results.withLock { $0 }.reduce(0) { try $0 + $1.get() }
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return Result(entries: entries, seconds: seconds, cores: ProcessInfo.processInfo.activeProcessorCount)
    }

    private func fold(_ unit: UnitID) throws -> Int {
        var ledger = try UnitLedger(unit: unit, store: store, masters: masters)
        var state = UnitState()
        var count = 0
        try ledger.catchUp(into: [], UnitState.Step.add) { steps in
            for step in steps { state.fold(step) }
            count += steps.count
        }
        return count
    }
}
