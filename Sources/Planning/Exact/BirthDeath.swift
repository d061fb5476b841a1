/// A number that goes up and down by one: how likely each value is in the long run.
package struct BirthDeath: Sendable {
    /// The probability of each number from 0 up.
    package let probabilities: [Double]
    /// How many places there are.
    private let places: Int
    /// Arrivals in a unit of time.
    private let rate: Double

    /// Up to so many in the system, places and waiting list together (M/M/c/K).
    ///
    /// - Parameters:
    ///   - places: How many there are.
    ///   - most: How many fit in, with those who wait.
    ///   - rate: Arrivals in a unit of time.
    ///   - stay: The mean of the exponential stays.
    package init(places: Int, most: Int, rate: Double, stay: Double) {
        self.init(places: places, most: most, rate: rate) { Double(min($0, places)) / stay }
    }

    /// Who waits leaves after an exponential patience (Erlang A, M/M/c+M).
    ///
    /// - Parameters:
    ///   - places: How many there are.
    ///   - rate: Arrivals in a unit of time.
    ///   - stay: The mean of the exponential stays.
    ///   - patience: The mean time until a waiting child gives up.
    package init(places: Int, rate: Double, stay: Double, patience: Double) {
        // From where the numbers are below the last digit of their sum; each one more is rarer by rate × patience.
        let most = places + Int(rate * patience + 40 * (rate * patience).squareRoot()) + 200
        self.init(places: places, most: most, rate: rate) {
            Double(min($0, places)) / stay + Double(max(0, $0 - places)) / patience
        }
    }

    private init(places: Int, most: Int, rate: Double, leaving: (Int) -> Double) {
        var weights = [1.0]
        for number in stride(from: 1, through: most, by: 1) {
            weights.append(weights[number - 1] * rate / leaving(number))
            // Only their ratio counts: scaled down before it overflows.
            if weights[number] > 1e200 { weights = weights.map { $0 * 1e-200 } }
        }
        let sum = weights.reduce(0, +)
        probabilities = weights.map { $0 / sum }
        self.places = places
        self.rate = rate
    }

    /// The share that is refused, because the system is full.
    package var blocked: Double { probabilities.last ?? 0 }

    /// The mean number in the system.
    package var inSystem: Double { mean { Double($0) } }

    /// The mean number that waits.
    package var waiting: Double { mean { Double(max(0, $0 - places)) } }

    /// The mean number of used places.
    package var living: Double { mean { Double(min($0, places)) } }

    /// The mean wait of those who are not refused, until a place or giving up.
    package var wait: Double { waiting / (rate * (1 - blocked)) }

    /// The share of all that finds no place at once and is not refused.
    package var waits: Double { probabilities.dropFirst(places).dropLast().reduce(0, +) }

    private func mean(_ value: (Int) -> Double) -> Double {
        probabilities.enumerated().reduce(0) { $0 + value($1.offset) * $1.element }
    }
}
