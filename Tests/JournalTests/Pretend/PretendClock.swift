import Law
import Synchronization

/// A clock that stands still until a test moves it.
final class PretendClock: Sendable {
    /// Noon on 2 March 2026 in UTC.
    static let start = Instant(microseconds: 1_772_452_800_000_000)

    private let instant = Mutex(PretendClock.start)

    var now: Instant { instant.withLock { $0 } }

    func move(to new: Instant) { instant.withLock { $0 = new } }

    func advance(seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
}
