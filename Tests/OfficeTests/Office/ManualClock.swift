import Law
import Synchronization
import TestSupport

@testable import Office

/// A clock that stands still until a test moves it, and identities that come out the same on every run.
final class ManualClock: Sendable {
    private let time: Mutex<Instant>
    private let generator = Mutex(SeededGenerator(seed: 7))

    init(_ start: Instant) {
        time = Mutex(start)
    }

    var now: Instant { time.withLock { $0 } }

    func move(seconds: Int) { time.withLock { $0 = $0.adding(seconds: seconds) } }

    func move(to instant: Instant) { time.withLock { $0 = instant } }

    var environment: Environment {
        Environment(
            now: { self.now },
            newID: { instant in self.generator.withLock { RecordID(at: instant, using: &$0) } }
        )
    }
}
