#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A distribution made ready for drawing: plain numbers, no list of its own.
///
/// The same numbers give the same length times the scale, so that two scenarios differ by what was changed and not by
/// chance.
struct Sampler: Sendable {
    enum Form: UInt8 {
        case constant, uniform, exponential, lognormal, gamma, weibull, list, weightedList, mixture, phases
    }

    private(set) var form = Form.constant
    private(set) var first = 0.0
    private(set) var second = 0.0
    /// Where its numbers or parts stand in the tables, and how many.
    private(set) var start: Int32 = 0
    private(set) var count: Int32 = 0

    /// The lists of all samplers, one after the other.
    struct Tables: Sendable {
        fileprivate(set) var numbers: [Double] = []
        fileprivate var parts: [Sampler] = []
        let exponential = ExponentialTables()
    }

    init(_ distribution: Distribution, tables: inout Tables) {
        switch distribution {
        case .constant(let length): first = length
        case .uniform(let from, let to): (form, first, second) = (.uniform, from, to - from)
        case .exponential(let mean): (form, first) = (.exponential, mean)
        case .lognormal(let mean, let deviation):
            let variance = log1p((deviation / mean) * (deviation / mean))
            (form, first, second) = (.lognormal, log(mean) - variance / 2, variance.squareRoot())
        case .gamma(let mean, let shape): (form, first, second) = (.gamma, mean / shape, shape)
        case .weibull(let scale, let shape): (form, first, second) = (.weibull, scale, 1 / shape)
        case .empirical(let values, let weights): fill(values: values, weights: weights, &tables)
        case .mixture(let parts):
            let ready = parts.map { Sampler($0.of, tables: &tables) }
            form = .mixture
            count = Int32(parts.count)
            first = Double(tables.numbers.count)
            start = Int32(tables.parts.count)
            tables.parts += ready
            tables.numbers += Self.cumulated(parts.map(\.weight))
        case .phaseType(let phases):
            form = .phases
            start = Int32(tables.numbers.count)
            count = Int32(phases.rates.count)
            tables.numbers += Self.cumulated(phases.start)
            for (rate, next) in zip(phases.rates, phases.next) {
                tables.numbers.append(1 / rate)
                var sum = 0.0
                for probability in next {
                    sum += probability
                    tables.numbers.append(sum)
                }
            }
        }
    }

    /// In order of length, so that a larger number gives a longer one.
    private mutating func fill(values: [Double], weights: [Double], _ tables: inout Tables) {
        start = Int32(tables.numbers.count)
        count = Int32(values.count)
        if weights.isEmpty {
            form = .list
            tables.numbers += values.sorted()
            return
        }
        form = .weightedList
        let order = values.indices.sorted { values[$0] < values[$1] }
        tables.numbers += Self.cumulated(order.map { weights[$0] })
        tables.numbers += order.map { values[$0] }
    }

    private static func cumulated(_ weights: [Double]) -> [Double] {
        let total = weights.reduce(0, +)
        var sum = 0.0
        return weights.map { weight in
            sum += weight
            return sum / total
        }
    }

    /// A length drawn from the stream.
    @inline(__always)
    func draw(_ stream: inout RandomStream, _ tables: borrowing Tables) -> Double {
        form == .exponential ? tables.exponential.draw(&stream) * first : drawOther(&stream, tables)
    }

    @inline(never)
    private func drawOther(_ stream: inout RandomStream, _ tables: borrowing Tables) -> Double {
        switch form {
        case .constant: return first
        case .uniform: return first + second * stream.unit()
        case .exponential: return tables.exponential.draw(&stream) * first
        case .lognormal: return exp(first + second * NormalDistribution.quantile(stream.unit()))
        case .gamma: return first * GammaDistribution.draw(second, &stream)
        case .weibull: return first * pow(-log(stream.unit()), second)
        case .list: return tables.numbers[Int(start) + min(Int(stream.unit() * Double(count)), Int(count) - 1)]
        case .weightedList:
            return tables.numbers[Int(start) + Int(count) + place(stream.unit(), from: Int(start), tables)]
        case .mixture:
            let part = place(stream.unit(), from: Int(first), tables)
            return tables.parts[Int(start) + part].draw(&stream, tables)
        case .phases: return walk(&stream, tables)
        }
    }

    /// The first of `count` growing numbers that is above another.
    private func place(_ number: Double, from base: Int, _ tables: borrowing Tables) -> Int {
        var (low, high) = (0, Int(count) - 1)
        while low < high {
            let middle = (low + high) / 2
            if tables.numbers[base + middle] > number { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func walk(_ stream: inout RandomStream, _ tables: borrowing Tables) -> Double {
        var phase = place(stream.unit(), from: Int(start), tables)
        var length = 0.0
        while true {
            let row = Int(start) + Int(count) + phase * (Int(count) + 1)
            length += tables.exponential.draw(&stream) * tables.numbers[row]
            let number = stream.unit()
            guard tables.numbers[row + Int(count)] > number else { return length }
            phase = place(number, from: row + 1, tables)
        }
    }
}
