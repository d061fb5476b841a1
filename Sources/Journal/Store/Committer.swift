import Dispatch
import Foundation
import Synchronization

/// Shares commits: whatever arrives while one commit is under way goes into the next, all in one transaction.
///
/// One thread of its own calls the store, because a store blocks while the disk works. Nobody is answered before the
/// transaction is durable.
package final class Committer: Sendable {
    private struct Waiting: Sendable {
        let work: Work
        let answer: CheckedContinuation<Result<WorkResult, StoreFailure>, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isDraining = false
        var commits = 0
        var pieces = 0
    }

    /// The most pieces in one transaction, so that the first of a flood need not wait for the last.
    private static let most = 512

    private let store: any JournalStore
    private let queue = DispatchQueue(label: "rettid.committer", qos: .userInitiated)
    private let state = Mutex(State())

    package init(store: any JournalStore) {
        self.store = store
    }

    /// Puts work into the next commit and waits until it is durable.
    package func submit(_ work: Work) async throws(StoreFailure) -> WorkResult {
        try await withCheckedContinuation { (answer: CheckedContinuation<Result<WorkResult, StoreFailure>, Never>) in
            let start = state.withLock { state in
                state.waiting.append(Waiting(work: work, answer: answer))
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if start { queue.async { self.drain() } }
        }.get()
    }

    /// Commits so far and the pieces of work in them.
    package var counts: (commits: Int, pieces: Int) { state.withLock { ($0.commits, $0.pieces) } }

    private func drain() {
        while true {
            let batch = state.withLock { state in
                let batch = Array(state.waiting.prefix(Self.most))
                state.waiting.removeFirst(batch.count)
                if batch.isEmpty { state.isDraining = false }
                state.commits += batch.isEmpty ? 0 : 1
                state.pieces += batch.count
                return batch
            }
            if batch.isEmpty { return }
            do throws(StoreFailure) {
                let results = try store.commit(batch.map(\.work))
                for (waiting, result) in zip(batch, results) { waiting.answer.resume(returning: .success(result)) }
            } catch StoreFailure.refused where batch.count > 1 {
                // One piece's fault, and nothing is stored: each alone, so that the others do not suffer for it.
                for waiting in batch { commitAlone(waiting) }
            } catch {
                for waiting in batch { waiting.answer.resume(returning: .failure(error)) }
            }
        }
    }

    private func commitAlone(_ waiting: Waiting) {
        state.withLock { $0.commits += 1 }
        do throws(StoreFailure) {
            waiting.answer.resume(returning: .success(try store.commit([waiting.work])[0]))
        } catch {
            waiting.answer.resume(returning: .failure(error))
        }
    }
}
