import Foundation

/// How long the processor has worked for this thread: unlike a clock on the wall, the same on a busy machine.
package enum ProcessorTime {
    /// What the body takes on the thread that calls it; of what it gives to other threads nothing is counted.
    package static func of<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) -> Duration {
        let start = now
        try body()
        return now - start
    }

    private static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
