/// How often lengths were seen, so that any quantile can be told without keeping them.
///
/// Every doubling is cut into 128 steps, so a quantile is right to 0.4 %, from 1/4096 of the unit of time up to about a
/// million units; zero is kept apart and exact. The memory does not grow with the number of lengths.
///
/// Source: the idea of HdrHistogram (Gil Tene), with a binary number's own exponent and first digits as the place.
struct LengthHistogram: Sendable {
    private(set) var zeros = 0
    private(set) var count = 0
    private var counts: [UInt32]

    private static let digits = 7
    private static let smallest = 0x1p-12
    private static let octaves = 32
    private static let offset = smallest.bitPattern >> (52 - 7)

    init() {
        counts = []
    }

    /// Counts a length above zero.
    @inline(__always)
    mutating func add(_ length: Double) {
        if counts.isEmpty { counts = [UInt32](repeating: 0, count: Self.octaves << Self.digits) }
        let place = Int(truncatingIfNeeded: length.bitPattern >> 45) - Int(truncatingIfNeeded: Self.offset)
        counts[max(0, min(place, (Self.octaves << Self.digits) - 1))] &+= 1
        count += 1
    }

    /// Counts lengths of zero.
    @inline(__always)
    mutating func addZeros(_ number: Int) {
        zeros += number
        count += number
    }

    /// Adds what another one counted.
    mutating func add(_ other: LengthHistogram) {
        zeros += other.zeros
        count += other.count
        if other.counts.isEmpty { return }
        if counts.isEmpty {
            counts = other.counts
            return
        }
        for place in counts.indices {
            counts[place] &+= other.counts[place]
        }
    }

    mutating func clear() {
        (zeros, count) = (0, 0)
        for place in counts.indices {
            counts[place] = 0
        }
    }

    /// The length that a share of those counted had at most; `nil` where nothing was counted.
    func quantile(_ share: Double) -> Double? {
        guard count > 0 else { return nil }
        let wanted = max(1, Int((share * Double(count)).rounded(.up)))
        if wanted <= zeros { return 0 }
        var seen = zeros
        for place in counts.indices {
            seen += Int(counts[place])
            if seen >= wanted { return Self.middle(of: place) }
        }
        return nil
    }

    private static func middle(of place: Int) -> Double {
        let low = Double(bitPattern: (offset + UInt64(place)) << 45)
        let high = Double(bitPattern: (offset + UInt64(place) + 1) << 45)
        return (low + high) / 2
    }
}
