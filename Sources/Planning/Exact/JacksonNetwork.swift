/// Kinds of places between which children move by chance, with exponential stays and all waiting.
///
/// Source: Jackson, "Networks of waiting lines", 1957.
package struct JacksonNetwork: Sendable {
    /// Askings for each kind in a unit of time, from outside and from other kinds.
    package let rates: [Double]
    /// The mean number that waits for each kind or lives there.
    package let inSystem: [Double]
    /// The mean wait for each kind.
    package let waits: [Double]
    /// The mean time from coming to leaving for good.
    package let timeInSystem: Double

    /// Solves a network; `nil` where nobody ever leaves or the places of a kind do not do.
    ///
    /// - Parameters:
    ///   - arrivals: From outside, for each kind.
    ///   - next: The probability to ask for each kind after a stay in each.
    ///   - stays: The mean stay in each kind.
    ///   - places: The places of each kind.
    package init?(arrivals: [Double], next: [[Double]], stays: [Double], places: [Int]) {
        let kinds = arrivals.indices
        let flow = kinds.map { kind in kinds.map { (kind == $0 ? 1 : 0) - next[$0][kind] } }
        guard let rates = LinearSystem.solve(flow, arrivals),
            kinds.allSatisfy({ rates[$0] >= 0 && rates[$0] * stays[$0] < Double(places[$0]) })
        else { return nil }
        self.rates = rates
        waits = kinds.map { Erlang.meanWait(places: places[$0], load: rates[$0] * stays[$0]) * stays[$0] }
        let waits = waits
        inSystem = kinds.map { rates[$0] * (waits[$0] + stays[$0]) }
        timeInSystem = inSystem.reduce(0, +) / arrivals.reduce(0, +)
    }
}
