/// One child in a run; its place in the list is used again when it has left for good.
struct Child {
    /// What every draw for this child starts from, so that it stays as long in every scenario.
    var key: UInt64
    /// When it came from outside.
    var came: Double
    /// When it asked, or moved in.
    var since: Double
    /// The wanted date; infinite where none is wanted.
    var limit = Double.infinity
    /// Its neighbours in the queue; below zero: none.
    ///
    /// For a free place in the list, `next` is the next free one.
    var next: Int32 = -1
    var previous: Int32 = -1
    var demand: Int32
    var pool: Int32 = -1
    /// The pool of a place that it keeps while it waits for the next one; below zero: none.
    var held: Int32 = -1
    /// How many stays and waits it has had: each draws numbers of its own.
    var visit: UInt32 = 0
    /// Grows with every change of state, so that an event from before is known to be stale.
    var stamp: UInt32 = 0
    var state = State.home
    var isInterim = false

    enum State: UInt8 {
        case gone, home, waiting, living
    }

    /// What a draw is for.
    enum Purpose: UInt64 {
        case stay, limit, move, home
    }

    /// The numbers of this child for one purpose of this visit.
    @inline(__always)
    func stream(for purpose: Purpose) -> RandomStream {
        RandomStream(key: key &+ (UInt64(visit) &* 4 &+ purpose.rawValue) &* 0xD134_2543_DE82_EF95)
    }
}

/// The children who wait for the same, first come first, as links from child to child.
struct Queue {
    private(set) var head: Int32 = -1
    private var tail: Int32 = -1
    private(set) var count = 0
    /// The sum of waiting children over time, up to `touched`.
    private(set) var area = 0.0
    private var touched = 0.0

    @inline(__always)
    mutating func touch(_ now: Double) {
        area += Double(count) * (now - touched)
        touched = now
    }

    mutating func clearArea() {
        area = 0
    }

    init(from start: Double) {
        touched = start
    }

    mutating func append(_ slot: Int, in children: inout [Child], now: Double) {
        touch(now)
        count += 1
        children[slot].previous = tail
        children[slot].next = -1
        if tail >= 0 { children[Int(tail)].next = Int32(slot) } else { head = Int32(slot) }
        tail = Int32(slot)
    }

    mutating func remove(_ slot: Int, in children: inout [Child], now: Double) {
        touch(now)
        count -= 1
        let (previous, next) = (children[slot].previous, children[slot].next)
        if previous >= 0 { children[Int(previous)].next = next } else { head = next }
        if next >= 0 { children[Int(next)].previous = previous } else { tail = previous }
    }
}

/// The places of one kind in one region during a run.
struct Pool {
    private(set) var busy = 0
    private(set) var open: Int
    /// How many children wait whose first wish this is.
    var waiting = 0
    private let surgePlaces: Int
    private var touched: Double
    /// For each number of used places, how long it was so.
    private(set) var levels: [Double]
    private(set) var openArea = 0.0
    private(set) var surgeArea = 0.0
    private(set) var fullTime = 0.0

    init(_ plan: Network.PoolPlan, from start: Double) {
        open = plan.open
        surgePlaces = plan.surgePlaces
        touched = start
        levels = [Double](repeating: 0, count: plan.isUnlimited ? 64 : min(plan.open + plan.surgePlaces, 4096) + 1)
    }

    @inline(__always)
    mutating func touch(_ now: Double) {
        let time = now - touched
        touched = now
        levels[busy] += time
        openArea += Double(open) * time
        if busy >= open {
            fullTime += time
            if busy > open { surgeArea += Double(min(busy - open, surgePlaces)) * time }
        }
    }

    @inline(__always)
    mutating func take(_ now: Double) {
        touch(now)
        busy += 1
        if busy == levels.count { levels.append(0) }
    }

    @inline(__always)
    mutating func give(_ now: Double) {
        touch(now)
        busy -= 1
    }

    /// Opens places, or closes them; never below none.
    mutating func change(by number: Int, _ now: Double) {
        touch(now)
        open = max(0, open + number)
    }

    mutating func clear(_ now: Double) {
        touch(now)
        for level in levels.indices {
            levels[level] = 0
        }
        (openArea, surgeArea, fullTime) = (0, 0, 0)
    }
}
