import Law
import Synchronization

/// A clock that can be set to the past while the pretend world is given one, and then goes with the real one, or some days
/// ahead of it.
final class PretendClock: Sendable {
    private let fixed = Mutex<Instant?>(nil)
    private let ahead: Int

    init(daysAhead: Int = 0) {
        ahead = daysAhead * 86_400
    }

    @Sendable func now() -> Instant { fixed.withLock { $0 } ?? systemClock().adding(seconds: ahead) }

    func set(_ instant: Instant?) { fixed.withLock { $0 = instant } }
}
