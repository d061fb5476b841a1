import Foundation
import Testing

@testable import Planning

struct `Lengths of stays, some still open` {
    /// The 21 patients of Freireich and others (1963) who got 6-mercaptopurine, in weeks: the table that textbooks work.
    private static let ended: [Double] = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    private static let open: [Double] = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]

    @Test
    func `have Kaplan and Meier's curve as it is worked by hand`() {
        let curve = KaplanMeier(StayLengths(ended: Self.ended, open: Self.open))
        #expect(curve.steps.map(\.length) == [6, 7, 10, 13, 16, 22, 23])
        #expect(curve.steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
        var survival = 1.0
        let factors: [Double] = [18 / 21, 16 / 17, 14 / 15, 11 / 12, 10 / 11, 6 / 7, 5 / 6]
        for (step, factor) in zip(curve.steps, factors) {
            survival *= factor
            #expect(abs(step.survival - survival) < 1e-12)
        }
        #expect(abs(curve.tail - 0.4482) < 1e-4)
        #expect(curve.median == 23)
    }

    @Test
    func `that were not seen from the beginning count from when they came into view`() {
        // At 3: all of one, two and three weeks' entry are in view but the one that came at 4.
        let curve = KaplanMeier(StayLengths(ended: [3, 5, 6], open: [], entered: [1, 4]))
        #expect(curve.steps.map(\.atRisk) == [2, 2, 1])
        #expect(curve.steps.map { ($0.survival * 1000).rounded() } == [500, 250, 0])
    }

    @Test
    func `have the exponential mean of the formula: days seen for each that ended`() throws {
        let lengths = StayLengths(ended: Self.ended, open: Self.open)
        let fit = try #require(StayFit(lengths, basis: .own))
        let family = try #require(fit.families.first { $0.family == .exponential })
        let mean = (Self.ended.reduce(0, +) + Self.open.reduce(0, +)) / 9
        #expect(abs(family.distribution.mean - mean) < 1e-9)
        #expect(abs(family.logLikelihood - (-9 * log(mean) - 9)) < 1e-9)
        #expect(abs(family.standardErrors[0] - 1.0 / 3) < 1e-12)
    }

    /// With a tenth to a half of the stays cut off, and some seen late.
    @Test(
        arguments: [
            StayFamily.gamma, .lognormal, .weibull, .exponential,
        ],
        1...5
    )
    func `give back the parameters they were drawn with, within four standard errors`(
        family: StayFamily,
        seed: UInt64
    ) throws {
        let truth = StayFamily.Parameters(first: log(100), second: family == .exponential ? 0 : log(1.6))
        let distribution = family.distribution(truth)
        var tables = Sampler.Tables()
        let sampler = Sampler(distribution, tables: &tables)
        var stream = RandomStream(key: seed &* 0xD134_2543_DE82_EF95)
        var (ended, open, entered): ([Double], [Double], [Double]) = ([], [], [])
        while ended.count + open.count < 4000 {
            let (length, limit, entry) = (
                sampler.draw(&stream, tables), 400 * stream.unit(), 40 * (stream.unit() - 0.5)
            )
            if entry >= min(length, limit) { continue }
            if entry > 0 { entered.append(entry) }
            if length <= limit { ended.append(length) } else { open.append(limit) }
        }
        let lengths = StayLengths(ended: ended, open: open, entered: entered)
        let fit = try #require(StayFit(lengths, basis: .own))
        let own = try #require(fit.families.first { $0.family == family })
        let errors = own.standardErrors
        #expect(abs(own.parameters.first - truth.first) < 4 * errors[0])
        if errors.count > 1 { #expect(abs(own.parameters.second - truth.second) < 4 * errors[1]) }
        #expect(own.distance < 0.06)
        #expect(try #require(own.agreement) > 1e-4)
        // A stay more or less is no better: Akaike's measure prefers it to those that are wrong.
        #expect(fit.families[0].akaike >= own.akaike - 6)
    }

    @Test
    func `are refused a family that does not agree`() throws {
        // Half of them short, half long, nothing in between.
        var stream = RandomStream(key: 5)
        let ended = (0..<600).map { place in (place % 2 == 0 ? 10 : 300) + 5 * stream.unit() }
        let fit = try #require(StayFit(StayLengths(ended: ended), basis: .own))
        #expect(fit.chosen == nil)
        guard case .empirical(let values, _) = fit.distribution else {
            Issue.record("expected the lengths as they were seen")
            return
        }
        #expect(values.allSatisfy { $0 < 16 || $0 > 299 })
        #expect(abs(fit.distribution.mean - ended.reduce(0, +) / 600) < 1e-9)
    }

    @Test
    func `agree worse than one in twenty times by chance in about one of twenty histories`() throws {
        var (below, count) = (0, 0)
        for seed in 1...400 {
            var stream = RandomStream(key: UInt64(seed) &* 0xD134_2543_DE82_EF95)
            var (ended, open): ([Double], [Double]) = ([], [])
            for _ in 0..<300 {
                let (length, limit) = (-80 * log(stream.unit()), 300 * stream.unit())
                if length <= limit { ended.append(length) } else { open.append(limit) }
            }
            let fit = try #require(StayFit(StayLengths(ended: ended, open: open), basis: .own))
            let family = try #require(fit.families.first { $0.family == .exponential })
            count += 1
            if try #require(family.agreement) < 0.05 { below += 1 }
        }
        // 5 % within four standard errors.
        #expect((3...38).contains(below), "\(below) of \(count)")
    }

    @Test
    func `are twice as long when every length is doubled`() throws {
        var stream = RandomStream(key: 9)
        let ended = (0..<300).map { _ in 1 - 50 * log(stream.unit()) }
        let open = (0..<40).map { _ in 1 + 80 * stream.unit() }
        let one = try #require(StayFit(StayLengths(ended: ended, open: open), basis: .own))
        let two = try #require(
            StayFit(StayLengths(ended: ended.map { 2 * $0 }, open: open.map { 2 * $0 }), basis: .own)
        )
        for family in one.families {
            let doubled = try #require(two.families.first { $0.family == family.family })
            #expect(abs(doubled.distribution.mean / family.distribution.mean - 2) < 1e-4)
            #expect(abs(doubled.akaike - family.akaike - 600 * log(2)) < 1e-4)
        }
    }

    @Test(arguments: [
        (3.841_458_82, 1, 0.05), (18.307_038_1, 10, 0.05), (23.209_251_2, 10, 0.01), (6.634_896_6, 1, 0.01),
    ])
    func `are held to chi-square as tables print it`(value: Double, freedom: Int, tail: Double) {
        #expect(abs(GammaDistribution.chiSquareTail(value, freedom: freedom) - tail) < 1e-7)
    }

    @Test
    func `have tails far out that are still numbers`() {
        // Of an exponential length: the logarithm is the length itself.
        for value in [0.1, 1, 50, 1e4, 1e8] {
            #expect(abs(GammaDistribution.logUpperTail(value, shape: 1) / -value - 1) < 1e-12)
        }
        // Two phases: 1 + x and an exponential.
        for value in [0.5, 3, 700] {
            #expect(abs(GammaDistribution.logUpperTail(value, shape: 2) - (log1p(value) - value)) < 1e-10)
        }
        #expect(abs(NormalDistribution.logUpperTail(29.999_999) - NormalDistribution.logUpperTail(30.000_001)) < 1e-3)
    }
}
