/// Something that will happen to a child or to places, at a time.
struct Event {
    /// When, in the scenario's unit.
    var time: Double
    /// What and to whom, as one number that also decides who comes first at the same moment.
    var word: UInt64

    @inline(__always)
    func comesBefore(_ other: Event) -> Bool {
        time < other.time || (time == other.time && word < other.word)
    }

    /// Later than everything.
    static let never = Event(time: .infinity, word: .max)
}

/// The events to come, the next one first: a heap in which every event has up to four after it.
///
/// Taking the first leaves its place open, since mostly another event follows at once and can be put there. Unused room
/// is filled with `never`, so that the four children of a node are compared without asking how many there are.
struct EventHeap {
    private var events: [Event]
    private var count = 0
    private var isFirstTaken = false

    init() {
        events = [Event](repeating: .never, count: 64)
    }

    /// The time of the next event; infinite where there is none.
    @inline(__always)
    mutating func nextTime() -> Double {
        if isFirstTaken { closeFirst() }
        return events[0].time
    }

    /// The next event, which is taken out.
    @inline(__always)
    mutating func takeFirst() -> Event {
        isFirstTaken = true
        return events[0]
    }

    @inline(__always)
    mutating func put(_ event: Event) {
        if isFirstTaken {
            isFirstTaken = false
            sink(event)
        } else {
            rise(event)
        }
    }

    private mutating func closeFirst() {
        isFirstTaken = false
        count -= 1
        let last = events[count]
        events[count] = .never
        if count > 0 { sink(last) }
    }

    private mutating func rise(_ event: Event) {
        if 4 * count + 8 >= events.count {
            events.append(contentsOf: [Event](repeating: .never, count: events.count))
        }
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

    /// Puts an event in the first place and lets it sink to its own.
    private mutating func sink(_ event: Event) {
        var place = 0
        let count = count
        var room = events.mutableSpan
        while true {
            let child = 4 * place + 1
            if child >= count { break }
            var first = child
            var best = room[child]
            for other in (child + 1)...(child + 3) {
                let candidate = room[other]
                if candidate.comesBefore(best) {
                    best = candidate
                    first = other
                }
            }
            guard best.comesBefore(event) else { break }
            room[place] = best
            place = first
        }
        room[place] = event
    }
}
