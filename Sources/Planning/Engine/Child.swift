/// One child in a run; its place in the list is used again when it has left for good.
struct Child {
    /// What every draw for this child starts from, so that it stays as long in every scenario.
    var key: UInt64
    /// When it came from outside; later by the time at home since then.
    var came: Double
    /// When it asked, moved in, or went home.
    var since: Double
    /// The wanted date; infinite where none is wanted.
    var limit = Double.infinity
    /// Its neighbours in the queue; below zero: none.
    ///
    /// For a free place in the list, `next` is the next free one.
    var next: Int32 = -1
    var previous: Int32 = -1
    var demand: Int32
    /// The link to the pool it lives in.
    var link: Int32 = -1
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

    /// Comes from outside and asks, in a place of the list that another has left.
    @inline(__always)
    mutating func come(_ key: UInt64, _ demand: Int32, now: Double) {
        self.key = key
        came = now
        since = now
        self.demand = demand
        held = -1
        visit = 0
    }

    /// Goes home for a time.
    mutating func goHome(now: Double) {
        state = .home
        since = now
    }

    /// Is back: the time at home is none in the system.
    mutating func comeBack(now: Double) {
        came += now - since
    }

    /// Asks for the next place.
    mutating func ask(now: Double) {
        since = now
        visit &+= 1
    }

    /// Moves in through a link.
    @inline(__always)
    mutating func moveIn(_ link: Int, now: Double) {
        since = now
        self.link = Int32(truncatingIfNeeded: link)
        held = -1
        state = .living
        stamp &+= 1
    }

    /// Begins to wait, without a wanted date so far.
    mutating func wait() {
        state = .waiting
        stamp &+= 1
        isInterim = false
        limit = .infinity
    }

    /// Leaves for good; its place in the list is the first free one, before another.
    @inline(__always)
    mutating func leave(before free: Int32) {
        state = .gone
        stamp &+= 1
        next = free
    }

    /// The numbers of this child for one purpose of this visit.
    @inline(__always)
    func stream(for purpose: Purpose) -> RandomStream {
        RandomStream(key: key &+ (UInt64(visit) &* 4 &+ purpose.rawValue) &* 0xD134_2543_DE82_EF95)
    }
}
