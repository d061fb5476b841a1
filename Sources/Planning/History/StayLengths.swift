/// Lengths of stays as far as they are known, in days: how many had each.
///
/// Days are counted from day to day. A stay of no whole day counts half a day; one that is still open, half a day more
/// than the days between, since it lasted until the end of the day of the data cut-off.
package struct StayLengths: Hashable, Sendable {
    /// Stays that ended.
    private(set) var ended: [Count] = []
    /// Stays that go on: longer than this, nobody knows how much (censored).
    private(set) var open: [Count] = []
    /// Of both, those that had lasted so long already when they came into view: shorter ones of their time were never
    /// seen (left truncation).
    private(set) var entered: [Count] = []

    /// A length and how many had it.
    struct Count: Hashable, Sendable {
        let length: Double
        let count: Double
    }

    /// Whole numbers of stays at each length.
    ///
    /// - Parameters:
    ///   - ended: Lengths of stays that ended.
    ///   - open: How long those have lasted that go on.
    ///   - entered: How long those had lasted that were not seen from their beginning.
    package init(ended: [Double], open: [Double] = [], entered: [Double] = []) {
        self.ended = Self.counts(ended)
        self.open = Self.counts(open)
        self.entered = Self.counts(entered)
    }

    private static func counts(_ lengths: [Double]) -> [Count] {
        var counts: [Count] = []
        for length in lengths.sorted() {
            if let last = counts.last, last.length == length {
                counts[counts.count - 1] = Count(length: length, count: last.count + 1)
            } else {
                counts.append(Count(length: length, count: 1))
            }
        }
        return counts
    }

    /// How many ended.
    package var endedCount: Double { Self.total(ended) }
    /// How many go on.
    package var openCount: Double { Self.total(open) }

    /// All days that were seen.
    var exposure: Double { Self.sum(ended) + Self.sum(open) - Self.sum(entered) }

    static func total(_ counts: [Count]) -> Double {
        counts.reduce(0) { $0 + $1.count }
    }

    static func sum(_ counts: [Count]) -> Double {
        counts.reduce(0) { $0 + $1.count * $1.length }
    }
}
