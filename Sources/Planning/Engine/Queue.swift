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
