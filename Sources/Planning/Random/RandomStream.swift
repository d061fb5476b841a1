/// A stream of random numbers with a key of its own, so that each source of chance in a scenario stays the same when
/// another one changes (common random numbers).
///
/// A stream is a counter behind a mixing function: the number at any place is known without those before it. Same key,
/// same numbers, on every machine.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014 (SplitMix64).
package struct RandomStream: Sendable {
    private var counter: UInt64

    /// A stream that starts at a key.
    package init(key: UInt64) {
        counter = key
    }

    /// The next 64 random bits.
    @inline(__always)
    package mutating func bits() -> UInt64 {
        counter &+= Self.step
        return Self.mixed(counter)
    }

    /// A number above 0 and below 1; 53 bits, never either end, so that its logarithm is finite.
    @inline(__always)
    package mutating func unit() -> Double {
        (Double(bits() >> 11) + 0.5) * 0x1p-53
    }

    static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The mixing function alone: a key that looks unlike its neighbours'.
    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A key made of the seed, the number of the replication, and the names of what the stream is for.
    ///
    /// Names and not positions: a class keeps its numbers when others come before it or go.
    static func key(seed: UInt64, replication: Int, names: [String]) -> UInt64 {
        var key = mixed(seed &+ step)
        key = mixed(key ^ UInt64(bitPattern: Int64(replication)) &+ step)
        for name in names {
            // FNV-1a, and a mark after each name so that "a", "bc" differs from "ab", "c".
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in name.utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
            key = mixed(key ^ hash &+ step)
        }
        return key
    }
}
