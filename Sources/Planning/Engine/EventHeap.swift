/// Something that will happen to a child or to places, at a time.
struct Event {
    /// Time and word as one number, so that one comparison without a branch orders two events.
    fileprivate let key: UInt128

    /// - Parameters:
    ///   - time: When, in the scenario's unit; may be below zero, never NaN.
    ///   - word: What and to whom; also decides who comes first at the same moment.
    @inline(__always)
    init(time: Double, word: UInt64) {
        let bits = time.bitPattern
        // The order of the bits is that of the numbers when those below zero are turned round.
        let ordered = bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
        key = UInt128(ordered) << 64 | UInt128(word)
    }

    /// When it happens.
    @inline(__always)
    var time: Double {
        let ordered = UInt64(truncatingIfNeeded: key >> 64)
        return Double(bitPattern: ordered ^ (~UInt64(bitPattern: Int64(bitPattern: ordered) >> 63) | 1 << 63))
    }

    /// What happens, and to whom.
    @inline(__always)
    var word: UInt64 { UInt64(truncatingIfNeeded: key) }

    @inline(__always)
    func comesBefore(_ other: Event) -> Bool {
        key < other.key
    }

    /// Later than everything.
    static var never: Event { Event(time: .infinity, word: .max) }
}

/// The events to come, the next one first: a heap in which every event has up to four after it.
///
/// Taking the first leaves its place open, since mostly another event follows at once and can be put there. Unused room
/// is filled with `never`, so that the four after an event are compared without asking how many there are.
struct EventHeap {
    private var events: [Event]
    private var count = 0
    private var isFirstTaken = false

    init() {
        events = [Event](repeating: .never, count: 64)
    }

    /// The next event, which stays; `never` where there is none.
    @inline(__always)
    mutating func first() -> Event {
        if isFirstTaken { closeFirst() }
        return events[0]
    }

    /// Takes out the event that `first` gave.
    @inline(__always)
    mutating func takeFirst() {
        isFirstTaken = true
    }

    @inline(__always)
    mutating func put(_ event: Event) {
        if isFirstTaken {
            isFirstTaken = false
            let count = count
            var room = events.mutableSpan
            Self.sink(event, in: &room, count: count)
        } else {
            rise(event)
        }
    }

    /// Puts an event in the place of the first, and gives what is the first then.
    @inline(never)
    mutating func replaceFirst(with event: Event) -> Event {
        let count = count
        var room = events.mutableSpan
        Self.sink(event, in: &room, count: count)
        return room[0]
    }

    private mutating func closeFirst() {
        isFirstTaken = false
        count -= 1
        let count = count
        var room = events.mutableSpan
        let last = room[count]
        room[count] = .never
        if count > 0 { Self.sink(last, in: &room, count: count) }
    }

    private mutating func rise(_ event: Event) {
        if 4 * count + 8 >= events.count { grow() }
        var place = count
        count += 1
        var room = events.mutableSpan
        while place > 0 {
            let parent = (place - 1) >> 2
            guard event.comesBefore(room[parent]) else { break }
            room[place] = room[parent]
            place = parent
        }
        room[place] = event
    }

    @inline(never)
    private mutating func grow() {
        events.append(contentsOf: [Event](repeating: .never, count: events.count))
    }

    /// Puts an event in the first place and lets it sink to its own.
    private static func sink(_ event: Event, in room: inout MutableSpan<Event>, count: Int) {
        var place = 0
        var child = 1
        while child < count {
            // Two pairs and then the two that are left, by choices that need no branch.
            let (a, b, c, d) = (room[child].key, room[child + 1].key, room[child + 2].key, room[child + 3].key)
            let (first, firstPlace) = b < a ? (b, child + 1) : (a, child)
            let (second, secondPlace) = d < c ? (d, child + 3) : (c, child + 2)
            let (best, bestPlace) = second < first ? (second, secondPlace) : (first, firstPlace)
            guard best < event.key else { break }
            room[place] = room[bestPlace]
            place = bestPlace
            child = 4 * place + 1
        }
        room[place] = event
    }
}
