#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Sampler {
    /// A length of those that are longer than one that has passed already.
    ///
    /// Where no length is longer, as beyond the longest that was ever seen, it is over now.
    func draw(beyond passed: Double, _ stream: inout RandomStream, _ tables: borrowing Tables) -> Double {
        guard passed > 0 else { return draw(&stream, tables) }
        switch form {
        case .constant: return max(first, passed)
        case .uniform:
            let from = max(first, passed)
            return from + max(0, first + second - from) * stream.unit()
        case .exponential: return passed + tables.exponential.draw(&stream) * first
        case .lognormal:
            let left = NormalDistribution.upperTail((log(passed) - first) / second) * stream.unit()
            // So far out that no number is left: nobody has stayed so long.
            guard left > 0 else { return passed }
            return max(passed, exp(first - second * NormalDistribution.quantile(left)))
        case .gamma: return max(passed, first * GammaDistribution.draw(beyond: passed / first, shape: second, &stream))
        case .weibull:
            let hazard = pow(passed / first, 1 / second)
            return first * pow(hazard - log(stream.unit()), second)
        case .list, .weightedList: return drawSeen(beyond: passed, &stream, tables)
        case .mixture, .phases: return drawAgain(beyond: passed, &stream, tables)
        }
    }

    /// One of the longer ones that were seen.
    private func drawSeen(beyond passed: Double, _ stream: inout RandomStream, _ tables: borrowing Tables) -> Double {
        let (base, count) = (Int(start), Int(count))
        let values = form == .list ? base : base + count
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if tables.numbers[values + middle] > passed { high = middle } else { low = middle + 1 }
        }
        guard low < count else { return passed }
        if form == .list {
            return tables.numbers[values + low + min(Int(stream.unit() * Double(count - low)), count - low - 1)]
        }
        let below = low == 0 ? 0 : tables.numbers[base + low - 1]
        let draw = below + (1 - below) * stream.unit()
        var place = low
        while place < count - 1, tables.numbers[base + place] <= draw { place += 1 }
        return tables.numbers[values + place]
    }

    /// Draws until one is longer; after so many in vain nobody stays so long.
    private func drawAgain(beyond passed: Double, _ stream: inout RandomStream, _ tables: borrowing Tables) -> Double {
        for _ in 0..<10_000 {
            let length = draw(&stream, tables)
            if length > passed { return length }
        }
        return passed
    }
}
