import Foundation
import Planning
import Testing

struct `Random numbers` {
    private static let lengths = {
        let tables = ExponentialTables()
        var stream = RandomStream(key: 42)
        return (0..<1_000_000).map { _ in tables.draw(&stream) }.sorted()
    }()

    @Test
    func `of exponential lengths follow the distribution everywhere, tail included`() {
        let lengths = Self.lengths
        let count = Double(lengths.count)
        // The largest distance between the share seen and the share expected (Kolmogorov and Smirnov), 99.9 % limit.
        let distance = lengths.enumerated().reduce(0.0) { most, next in
            max(most, abs(-expm1(-next.element) - (Double(next.offset) + 0.5) / count))
        }
        #expect(distance < 1.95 / count.squareRoot())
        // Beyond where the tables end, 454 of a million are expected.
        let beyond = Double(lengths.count { $0 > 7.697117470131050 })
        let expected = count * exp(-7.697117470131050)
        #expect(abs(beyond - expected) < 3.3 * expected.squareRoot())
    }

    @Test(arguments: [(1, 1.0, 0.0033), (2, 2.0, 0.015), (3, 6.0, 0.09)])
    func `of exponential lengths have the moments`(power: Int, moment: Double, margin: Double) {
        let sum = Self.lengths.reduce(0) { $0 + pow($1, Double(power)) }
        #expect(abs(sum / Double(Self.lengths.count) - moment) < margin)
    }

    @Test
    func `are the same for the same key, and others for another`() {
        var (one, same, other) = (RandomStream(key: 7), RandomStream(key: 7), RandomStream(key: 8))
        let numbers = (0..<100).map { _ in one.bits() }
        #expect(numbers == (0..<100).map { _ in same.bits() })
        #expect(Set(numbers).isDisjoint(with: (0..<100).map { _ in other.bits() }))
        #expect(Set(numbers).count == 100)
        // The published first number of SplitMix64 from 0.
        var zero = RandomStream(key: 0)
        #expect(zero.bits() == 0xE220_A839_7B1D_CDAF)
        #expect((0..<10_000).allSatisfy { _ in (0..<1).contains(zero.unit()) })
    }
}
