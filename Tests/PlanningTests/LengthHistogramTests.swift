import Foundation
import Testing

@testable import Planning

struct `Lengths counted in a histogram` {
    private static func lengths(_ count: Int, seed: UInt64) -> [Double] {
        var stream = RandomStream(key: seed)
        // From minutes to years, where a unit is a day.
        return (0..<count).map { _ in exp(1 + 3 * NormalDistribution.quantile(stream.unit())) }
    }

    @Test
    func `give every quantile to 0.4 %, also when two are added`() throws {
        let (lengths, others) = (Self.lengths(20_001, seed: 1), Self.lengths(7_000, seed: 2))
        var (histogram, other) = (LengthHistogram(), LengthHistogram())
        for length in lengths { histogram.add(length) }
        for length in others { other.add(length) }
        other.addZeros(3_000)
        for (counted, seen) in [
            (histogram, lengths), (other, others + [Double](repeating: 0, count: 3_000)),
            (histogram.adding(other), lengths + others + [Double](repeating: 0, count: 3_000)),
        ] {
            let sorted = seen.sorted()
            #expect(counted.count == sorted.count)
            for share in [0.0001, 0.05, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1] {
                let exact = sorted[max(1, Int((share * Double(sorted.count)).rounded(.up))) - 1]
                let found = try #require(counted.quantile(share))
                // Half of a 128th of a doubling; what is below a 4096th of the unit counts as that.
                #expect(isClose(found, exact, 0.004 * exact + 0x1p-12), "\(share): \(found) and not \(exact)")
            }
        }
    }

    @Test
    func `are none without any, and stay within what can be counted`() {
        var histogram = LengthHistogram()
        #expect(histogram.quantile(0.5) == nil)
        histogram.addZeros(1)
        #expect(histogram.quantile(1) == 0)
        histogram.clear()
        #expect(histogram.quantile(1) == nil && histogram.count == 0)
        for length in [Double.leastNonzeroMagnitude, 1e-9, 1e300, .infinity] { histogram.add(length) }
        #expect(histogram.quantile(0.25).map { $0 > 0 && $0 < 0.001 } == true)
        #expect(histogram.quantile(1).map { $0 > 500_000 && $0.isFinite } == true)
    }
}

struct `A run` {
    @Test(arguments: ["jackson", "erlang-a", "priority"])
    func `takes no more memory a hundred times as long`(name: String) throws {
        let network = try Network(ExampleScenario.read(name))
        var run = Run(network, replication: 0, warmUp: 0)
        run.advance(to: 100)
        var most = run.children.count
        for time in [1_000.0, 10_000] {
            run.advance(to: time)
            // As many as were there at once, of some thousands and tens of thousands who came.
            #expect(run.children.count <= 3 * most && run.children.count < 200)
            most = run.children.count
        }
        #expect(run.sources.reduce(0) { $0 + $1.count } > 20_000)
    }
}

extension LengthHistogram {
    fileprivate func adding(_ other: LengthHistogram) -> LengthHistogram {
        var sum = self
        sum.add(other)
        return sum
    }
}
