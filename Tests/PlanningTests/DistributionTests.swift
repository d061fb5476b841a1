import Foundation
import Planning
import Testing

struct `Lengths drawn by the simulation` {
    static let half = Distribution.PhaseType(start: [1, 0], rates: [2, 1], next: [[0, 0.5], [0, 0]])
    static let cases: [(Distribution, mean: Double, variance: Double)] = [
        (.constant(3), 3, 0),
        (.uniform(from: 1, to: 4), 2.5, 0.75),
        (.exponential(mean: 2), 2, 4),
        (.lognormal(mean: 7.4, deviation: 8.61), 7.4, 8.61 * 8.61),
        (.gamma(mean: 3, shape: 2.5), 3, 9 / 2.5),
        (.gamma(mean: 3, shape: 0.5), 3, 18),
        (.weibull(scale: 1, shape: 1), 1, 1),
        (.weibull(scale: 2, shape: 2), 2 * 0.886226925, 4 * (1 - 0.785398163)),
        (.empirical(values: [5, 1, 3], weights: []), 3, 8.0 / 3),
        (.empirical(values: [5, 1], weights: [1, 3]), 2, 3),
        (
            .mixture([
                Distribution.Part(weight: 1, of: .exponential(mean: 1)),
                Distribution.Part(weight: 1, of: .exponential(mean: 3)),
            ]), 2, 6
        ),
        // Half of 0.5 alone, half of 0.5 and then 1.
        (.phaseType(half), 1, 0.25 + 0.75),
    ]

    @Test(arguments: cases.indices)
    func `have the mean and the variance of their distribution`(number: Int) throws {
        let (distribution, mean, variance) = Self.cases[number]
        #expect(isClose(distribution.mean, mean, 1e-8))
        #expect(isClose(distribution.scaled(by: 3).mean, 3 * mean, 1e-7))
        // Children with unlimited places: their mean time in the system is their mean stay. The variance shows in the
        // spread of that mean over the replications, for all but the heaviest tails.
        var scenario = ExampleScenario.queue(places: 1, rate: 50, length: 200, replications: 40, seed: 9)
        scenario.places[0].count = nil
        scenario.classes[0].stays["home"] = distribution
        scenario.run.warmUp = 100
        let time = try #require(try Experiment.answer(scenario).row()?[.timeInSystem])
        #expect(abs(time.mean - mean) <= time.halfWidth(0.999) + 1e-9)
        let expected = (variance / 10_000).squareRoot()
        // Within the 99.9 % limits of a standard deviation from 40 values, wider for heavy tails.
        #expect(isClose(time.deviation, expected, 0.5 * expected + 1e-9))
    }

    @Test
    func `follow the calendar: months, weekdays and growth`() throws {
        func arrivals(_ calendar: Arrivals.Calendar, from day: String, days: Double) throws -> Double {
            var scenario = ExampleScenario.queue(places: 1, rate: 50, length: days, replications: 20, seed: 4)
            scenario.places[0].count = nil
            scenario.starts = try CalendarDays.day(day)
            scenario.run.warmUp = 0
            scenario.classes[0].arrivals = [Arrivals(.rate(50, calendar))]
            return try #require(try Experiment.answer(scenario).row()?[.arrivals]).mean / 50
        }
        var months = [Double](repeating: 1, count: 12)
        months[6] = 0.2
        #expect(isClose(try arrivals(Arrivals.Calendar(months: months), from: "2026-07-01", days: 31), 0.2, 0.02))
        #expect(isClose(try arrivals(Arrivals.Calendar(months: months), from: "2026-08-01", days: 31), 1, 0.03))
        // 21 November 2026 is a Saturday.
        let weekdays = Arrivals.Calendar(weekdays: [1, 1, 1, 1, 1, 0, 0])
        #expect(try arrivals(weekdays, from: "2026-11-21", days: 2) == 0)
        #expect(isClose(try arrivals(weekdays, from: "2026-11-23", days: 5), 1, 0.06))
        // From 1 to 2 evenly in logarithm: on average 1 / ln 2.
        let growth = Arrivals.Calendar(trend: 1)
        #expect(isClose(try arrivals(growth, from: "2026-01-01", days: 365.25), 1.4427, 0.01))
    }

    @Test
    func `come one by one with such times between, or as they were seen`() throws {
        var scenario = ExampleScenario.queue(places: 1, rate: 1, length: 1000, replications: 10)
        scenario.places[0].count = nil
        scenario.classes[0].arrivals = [Arrivals(.gaps(.gamma(mean: 0.5, shape: 4)))]
        let gaps = try #require(try Experiment.answer(scenario).row()?[.arrivals])
        #expect(gaps.holds(2, coverage: 0.999))
        // A quarter of the variance of a Poisson number.
        #expect(isClose(gaps.deviation, (2 * 0.25 / 1000.0).squareRoot(), 0.02))
        scenario.classes[0].arrivals = [Arrivals(.rate(2, nil), batch: [1, 1])]
        let siblings = try #require(try Experiment.answer(scenario).row()?[.arrivals])
        #expect(siblings.holds(3, coverage: 0.999))
    }
}

struct `An interval` {
    /// Student's t, the 97.5 % point, from tables in print.
    @Test(arguments: [(2, 12.706), (3, 4.303), (5, 2.776), (11, 2.228), (31, 2.042), (121, 1.980)])
    func `is as wide as Student's tables say`(count: Int, point: Double) throws {
        let values = (0..<count).map { Double($0) }
        let interval = try #require(Interval(values))
        let error = interval.deviation / Double(count).squareRoot()
        #expect(isClose(interval.halfWidth() / error, point, 0.0006))
    }

    @Test
    func `leaves out replications without a value, and needs two`() throws {
        #expect(Interval([1]) == nil)
        #expect(Interval([1, .nan]) == nil)
        let interval = try #require(Interval([1, .nan, 3]))
        #expect(interval.mean == 2)
        #expect(interval.count == 2)
        #expect(try #require(Interval([5, 5, 5])).halfWidth() == 0)
    }
}
