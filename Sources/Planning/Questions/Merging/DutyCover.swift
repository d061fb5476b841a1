/// How many workers are at work at a moment, each by themselves.
struct AtWork {
    /// The probability of each number from 0 up.
    private(set) var probabilities = [1.0]

    /// - Parameter groups: How many of each sort there are, and the share of the time that each is there.
    init(_ groups: [(count: Int, there: Double)]) {
        for (count, there) in groups {
            for _ in 0..<count { add(there) }
        }
    }

    private mutating func add(_ there: Double) {
        var next = [Double](repeating: 0, count: probabilities.count + 1)
        for (number, probability) in probabilities.enumerated() {
            next[number] += probability * (1 - there)
            next[number + 1] += probability * there
        }
        probabilities = next
    }

    /// The probability of a number.
    subscript(_ number: Int) -> Double {
        probabilities.indices.contains(number) ? probabilities[number] : 0
    }

    /// The probability of fewer.
    func below(_ number: Int) -> Double {
        probabilities.prefix(max(0, number)).reduce(0, +)
    }
}

/// How often too few are at work, exactly: the lengths of absences count by their mean alone.
package struct DutyCover: Hashable, Sendable {
    /// How many have to be at work.
    package let needed: Int
    /// The share of the time with fewer.
    package let share: Double
    /// How often in a year that begins.
    package let timesPerYear: Double

    /// The days in a year with fewer.
    package var daysPerYear: Double { share * ServiceMerger.year }

    /// How many days it lasts at a time, on average; `nil` where it never begins.
    package var meanLength: Double? {
        timesPerYear > 0 ? daysPerYear / timesPerYear : nil
    }

    /// Of workers who go away independently of each other.
    ///
    /// When one goes away the others are there as they are at any moment; too few begins where they are one short.
    package init(_ workers: [ServiceMerger.Workers], needed: Int) {
        self.needed = needed
        share = AtWork(workers.map { ($0.count, 1 - $0.away) }).below(needed)
        timesPerYear = workers.enumerated().reduce(0) { sum, each in
            let others = workers.enumerated().map { number, group in
                (count: number == each.offset ? group.count - 1 : group.count, there: 1 - group.away)
            }
            return sum + Double(each.element.count) * each.element.timesAway * AtWork(others)[needed - 1]
        }
    }
}
