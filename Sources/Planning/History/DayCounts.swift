import Law

/// How many came on each day of a history.
struct DayCounts {
    /// Askings on each day, from the first to the data cut-off.
    let counts: [Double]
    /// January is 0.
    let months: [Int]
    /// Monday is 0.
    let weekdays: [Int]
    /// How much more they vary than by chance alone, because some come together: the variance divided by the mean.
    let spread: Double

    init(_ counts: [Double], from: CalendarDay, spread: Double) {
        (self.counts, self.spread) = (counts, spread)
        var (months, weekdays): ([Int], [Int]) = ([], [])
        for place in counts.indices {
            let day = from.adding(days: place)
            months.append(day.month - 1)
            // Day number 0 is a Thursday.
            weekdays.append(((day.dayNumber + 3) % 7 + 7) % 7)
        }
        (self.months, self.weekdays) = (months, weekdays)
    }

    /// The middle of a day, in days from the beginning of the day after the cut-off.
    func time(_ day: Int) -> Double {
        Double(day - counts.count) + 0.5
    }
}
