import Foundation
import Law
import Planning

/// Histories of known parameters, made without the simulation: children come by chance, and the places of each kind in
/// each region take them in the order in which they come.
struct PretendHistory {
    /// Children of one class, in each region.
    struct Kind {
        let ofClass: String
        /// The kinds with their shares.
        let kinds: [(name: String, share: Double)]
        /// Askings in a year in the first region; the others have more and more.
        let yearly: Double
        let stay: (inout PretendChance) -> Double
        /// Days from asking to the day on which a place is wanted; `nil`: whenever there is one.
        var wanted: Int?
        /// Days from asking until a place will do.
        var lead: (inout PretendChance) -> Double = { _ in 0 }
    }

    var classes: [Kind]
    var regions = ["midt", "nord", "vest"]
    /// How many places each kind has in each region for every one that is used on average; `nil`: no limit.
    var roominess: Double? = 1.25
    var months = [Double](repeating: 1, count: 12)
    var weekdays = [Double](repeating: 1, count: 7)
    /// Growth in a year.
    var trend = 0.0
    /// The share of those who come that bring a sibling.
    var siblings = 0.0
    var years = 5
    /// The last day about which everything is known.
    let cutOff: CalendarDay

    /// A history and the places that it was made with.
    struct Made {
        let history: History
        let places: [PlaceRecord]
        let rows: [History.Row]
    }

    func make(seed: UInt64) throws -> Made {
        var chance = PretendChance(seed: seed)
        let end = cutOff.dayNumber + 1
        let from = cutOff.adding(days: 1).adding(years: -years)
        // So long that nobody is left who was not there from its beginning.
        let first = from.dayNumber - 3000
        var rows: [History.Row] = []
        var places: [PlaceRecord] = []
        for (number, region) in regions.enumerated() {
            let size = 1 + 0.5 * Double(number)
            for kind in Set(classes.flatMap { $0.kinds.map(\.name) }).sorted() {
                var asking: [(asked: Double, ready: Double, stay: Double, of: Kind)] = []
                var load = 0.0
                for each in classes {
                    let share = each.kinds.first { $0.name == kind }?.share ?? 0
                    let rate = each.yearly * size * share / 365.25
                    for time in arrivals(rate: rate, from: first, to: end, from.dayNumber, &chance) {
                        asking.append((time, time + each.lead(&chance), each.stay(&chance), each))
                    }
                    var sample = PretendChance(seed: 4711)
                    load += rate * (0..<2000).reduce(0) { sum, _ in sum + each.stay(&sample) } / 2000
                }
                asking.sort { $0.ready < $1.ready }
                let count = roominess.map { max(1, Int((load * $0).rounded(.up))) }
                if let count { places.append(PlaceRecord(kind: kind, region: region, count: count)) }
                var free = [Double](repeating: -.infinity, count: count ?? 0)
                for one in asking {
                    var start = one.ready
                    if let place = free.indices.min(by: { free[$0] < free[$1] }) {
                        start = max(start, free[place])
                        free[place] = start + one.stay
                    }
                    let day = { (time: Double) -> CalendarDay? in
                        time < Double(end) ? CalendarDay(dayNumber: Int(time.rounded(.down))) : nil
                    }
                    guard let asked = day(one.asked), start + one.stay >= Double(from.dayNumber) else { continue }
                    rows.append(
                        History.Row(
                            ofClass: one.of.ofClass,
                            kind: kind,
                            region: region,
                            asked: asked,
                            wanted: one.of.wanted.map { asked.adding(days: $0) },
                            started: day(start),
                            ended: day(start + one.stay)
                        )
                    )
                }
            }
        }
        return Made(history: try History(rows, from: from, cutOff: cutOff), places: places, rows: rows)
    }

    /// Times by chance, more or fewer by the calendar.
    private func arrivals(
        rate: Double,
        from first: Int,
        to end: Int,
        _ start: Int,
        _ chance: inout PretendChance
    ) -> [Double] {
        guard rate > 0 else { return [] }
        var times: [Double] = []
        for day in first..<end {
            guard let date = CalendarDay(dayNumber: day) else { continue }
            let factor = months[date.month - 1] * weekdays[((day + 3) % 7 + 7) % 7]
            let growth = pow(1 + trend, max(0, Double(day - start)) / 365.25)
            for _ in 0..<chance.poisson(rate * factor * growth) {
                times.append(Double(day) + chance.unit())
                if siblings > 0, chance.unit() < siblings { times.append(times[times.count - 1]) }
            }
        }
        return times.sorted()
    }

    /// Three classes and kinds, in three regions.
    static func ordinary(cutOff: CalendarDay) -> PretendHistory {
        PretendHistory(
            classes: [
                Kind(
                    ofClass: "acute",
                    kinds: [("acute", 0.9), ("treatment", 0.1)],
                    yearly: 90,
                    stay: { $0.lognormal(median: 40, sigma: 0.8) },
                    wanted: 1
                ),
                Kind(
                    ofClass: "planned",
                    kinds: [("treatment", 0.8), ("care", 0.2)],
                    yearly: 60,
                    stay: { $0.gamma(mean: 150, shape: 2) },
                    wanted: 42
                ),
                Kind(ofClass: "long", kinds: [("care", 1)], yearly: 30, stay: { $0.weibull(scale: 300, shape: 1.3) }),
            ],
            cutOff: cutOff
        )
    }
}

/// Chance of the plainest sort, apart from the simulation's.
struct PretendChance {
    private var stream: RandomStream

    init(seed: UInt64) {
        // Far from a multiple of the stream's own step, so that two seeds are not one stream from two places.
        var keys = RandomStream(key: seed &* 0xD134_2543_DE82_EF95)
        stream = RandomStream(key: keys.bits())
    }

    mutating func unit() -> Double { stream.unit() }

    mutating func exponential(mean: Double) -> Double { -mean * log(unit()) }

    /// By Box and Muller's formula.
    mutating func normal() -> Double { (-2 * log(unit())).squareRoot() * cos(2 * Double.pi * unit()) }

    mutating func lognormal(median: Double, sigma: Double) -> Double { median * exp(sigma * normal()) }

    mutating func weibull(scale: Double, shape: Double) -> Double { scale * pow(-log(unit()), 1 / shape) }

    /// Of a whole shape: a sum of exponential lengths.
    mutating func gamma(mean: Double, shape: Int) -> Double {
        (0..<shape).reduce(0) { sum, _ in sum + exponential(mean: mean / Double(shape)) }
    }

    /// How many exponential gaps fit into one.
    mutating func poisson(_ mean: Double) -> Int {
        var (count, left) = (-1, mean)
        repeat {
            left -= exponential(mean: 1)
            count += 1
        } while left > 0
        return count
    }
}
