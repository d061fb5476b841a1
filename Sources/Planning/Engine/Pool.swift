/// The places of one kind in one region during a run.
struct Pool {
    private(set) var busy = 0
    private(set) var open: Int
    /// How many children wait whose first wish this is.
    var waiting = 0
    private let surgePlaces: Int
    private var touched: Double
    private var openTouched: Double
    private(set) var tally = PoolTally()

    init(_ plan: Network.PoolPlan, from start: Double) {
        open = plan.open
        surgePlaces = plan.surgePlaces
        touched = start
        openTouched = start
    }

    @inline(__always)
    private mutating func touch(_ now: Double) {
        let time = now - touched
        touched = now
        let used = Double(busy) * time
        tally.usedArea += used
        tally.squareArea += Double(busy) * used
        if busy >= open {
            tally.fullTime += time
            if busy > open { touchSurge(time) }
        }
    }

    private mutating func touchSurge(_ time: Double) {
        tally.surgeArea += Double(min(busy - open, surgePlaces)) * time
    }

    @inline(__always)
    mutating func take(_ now: Double) {
        touch(now)
        busy += 1
    }

    @inline(__always)
    mutating func give(_ now: Double) {
        touch(now)
        busy -= 1
    }

    /// Counts what is so up to now.
    mutating func settle(_ now: Double) {
        touch(now)
        tally.openArea += Double(open) * (now - openTouched)
        openTouched = now
    }

    /// Opens places, or closes them; never below none.
    mutating func change(by number: Int, _ now: Double) {
        settle(now)
        open = max(0, open + number)
    }

    mutating func clear(_ now: Double) {
        settle(now)
        tally = PoolTally()
    }
}
