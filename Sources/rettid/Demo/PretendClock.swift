import Law
import Synchronization

/// A clock that can be set to the past while the pretend world is given one, and then goes with the real one.
final class PretendClock: Sendable {
    private let fixed = Mutex<Instant?>(nil)

    @Sendable func now() -> Instant { fixed.withLock { $0 } ?? systemClock() }

    func set(_ instant: Instant?) { fixed.withLock { $0 = instant } }
}
