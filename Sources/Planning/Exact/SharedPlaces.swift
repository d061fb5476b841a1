#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Two kinds with places of their own and some that both may use, where nobody waits.
///
/// Two figures go by the name of blocking in print, and they are far apart: `blocked` is the share of those who come
/// that finds no place, as in Erlang's formula; `overCapacity` is the share of the time in which units without a limit
/// would hold more than there is room for. The second is not a share of the first's whole: it was never divided by the
/// probability of what can happen, and counts states in which the first unit would have turned children away.
package struct SharedPlaces: Sendable {
    /// Places of the first kind alone.
    package let first: Int
    /// Places of the second kind alone.
    package let second: Int
    /// Places that either kind may use.
    package let shared: Int
    /// Arrivals of the first kind in a unit of time, times their mean stay (Erlang).
    package let firstLoad: Double
    /// The same of the second kind.
    package let secondLoad: Double

    /// - Parameters:
    ///   - first: Places of the first kind alone.
    ///   - second: Places of the second kind alone.
    ///   - shared: Places for both.
    ///   - loads: Arrivals in a unit of time, times the mean stay, of each kind.
    package init(first: Int, second: Int, shared: Int, loads: (Double, Double)) {
        self.first = first
        self.second = second
        self.shared = shared
        (firstLoad, secondLoad) = loads
    }

    /// The share of each kind's children that finds no place (truncated product form).
    ///
    /// Exact where children move from a shared place to one of their own as soon as one is free; for stays of any
    /// distribution.
    package var blocked: (first: Double, second: Double) {
        var (whole, noFirst, noSecond) = (0.0, 0.0, 0.0)
        forEachState { firsts, seconds, probability in
            guard shares(firsts, seconds) <= shared else { return }
            whole += probability
            if shares(firsts + 1, seconds) > shared { noFirst += probability }
            if shares(firsts, seconds + 1) > shared { noSecond += probability }
        }
        return (noFirst / whole, noSecond / whole)
    }

    /// The share of the time in which unlimited units would have no place left for a child of each kind.
    ///
    /// Source of the rule: Monks and others, "A modelling tool for capacity planning in acute and community stroke
    /// services", BMC Health Services Research 16:530, 2016, table 3, here on the exact distribution of the numbers.
    package var overCapacity: (first: Double, second: Double) {
        var (noFirst, noSecond) = (0.0, 0.0)
        forEachState { firsts, seconds, probability in
            guard shares(firsts, seconds) >= shared else { return }
            if firsts >= first { noFirst += probability }
            if seconds >= second { noSecond += probability }
        }
        return (noFirst, noSecond)
    }

    /// How many shared places so many children need.
    private func shares(_ firsts: Int, _ seconds: Int) -> Int {
        max(0, firsts - first) + max(0, seconds - second)
    }

    private func forEachState(_ body: (Int, Int, Double) -> Void) {
        let (firsts, seconds) = (Self.poisson(firstLoad), Self.poisson(secondLoad))
        for (number, probability) in firsts.enumerated() {
            for (other, likewise) in seconds.enumerated() {
                body(number, other, probability * likewise)
            }
        }
    }

    /// The probabilities of a Poisson number, as far as they count.
    private static func poisson(_ mean: Double) -> [Double] {
        let most = Int(mean + 12 * mean.squareRoot()) + 40
        var probabilities = [exp(-mean)]
        for number in 1...most {
            probabilities.append(probabilities[number - 1] * mean / Double(number))
        }
        return probabilities
    }
}
