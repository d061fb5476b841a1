/// A small generator of random numbers whose sequence is part of our promise: same seed, same nation, on every machine.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Begins a sequence; every seed has its own.
    package init(seed: UInt64) {
        state = seed
    }

    /// A generator of its own for one item of a stream, so that any item can be made without those before it.
    init(seed: UInt64, item: Int) {
        var mixer = SplitMix64(seed: seed)
        let first = mixer.next()
        mixer = SplitMix64(seed: first ^ UInt64(bitPattern: Int64(item)))
        state = mixer.next()
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, a bound; the standard library's own way may change between versions.
    mutating func below(_ bound: Int) -> Int {
        bound > 1 ? Int(next().multipliedFullWidth(by: UInt64(bound)).high) : 0
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Whether something happens that happens so many times in a hundred.
    mutating func happens(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// One of several; an empty list is a mistake in a table of ours.
    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[below(values.count)]
    }

    /// Several different ones, in a random order.
    mutating func pick<Value>(_ count: Int, of values: [Value]) -> [Value] {
        var rest = values
        return (0..<min(count, values.count)).map { _ in rest.remove(at: below(rest.count)) }
    }
}
