import Dispatch
import Exchange
import Synchronization

/// Several files at once, on as many cores as there are.
struct FileRuns {
    typealias Check = @Sendable (DeliveryInputs.Input, _ progress: (Int) -> Void) -> CheckedFile

    private let inputs: [DeliveryInputs.Input]
    private let check: Check

    init(_ inputs: [DeliveryInputs.Input], check: @escaping Check) {
        self.inputs = inputs
        self.check = check
    }

    /// What becomes of each file, in the order in which they were given.
    func results() -> [CheckedFile] {
        let outcomes = Mutex<[Int: CheckedFile]>([:])
        let read = Mutex(0)
        let size = max(inputs.reduce(0) { $0 + ((try? $1.source.get())?.size ?? 0) }, 1)
        let progress = Progress("checking")
        DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
            let outcome = check(inputs[index]) { bytes in
                let total = read.withLock { total in
                    total += bytes
                    return total
                }
                progress.show(share: Double(total) / Double(size))
            }
            outcomes.withLock { $0[index] = outcome }
        }
        progress.end()
        return outcomes.withLock { outcomes in inputs.indices.compactMap { outcomes[$0] } }
    }
}
