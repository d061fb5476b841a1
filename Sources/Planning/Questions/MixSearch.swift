/// The search for the cheapest mix: every mix is simulated once, with the same chance.
struct MixSearch {
    private let wish: MixWish
    private let scenario: Scenario
    /// The numbers of the scenario's places, one for each choice.
    private let places: [Int]
    /// What one place of each choice costs.
    private let prices: [Double]
    private let warmUp: WarmUp
    private let cores: Int
    private let mostTrials: Int
    private let goesOn: (Int) -> Bool
    /// All of these have to show that the limits are kept.
    private var seeds: [UInt64]
    private var trials: [[Int]: Trial] = [:]
    /// Mixes that are too small.
    private var tooSmall: [[Int]] = []
    private var count = 0

    /// Why a search ends before its time.
    enum Halt: Error {
        case unwanted
        case problem(ScenarioProblem)
    }

    /// A mix and what came of it.
    private struct Trial {
        /// For each limit, with the first seed.
        var figures: [Interval?] = []
        /// How far the limits are passed, as shares of them, summed up; 0 where all are kept.
        var excess = 0.0
        /// How near the figures are to their limits, summed up: what is lost when places are taken away.
        var pressure = 0.0
        var isKept: Bool { excess == 0 }
    }

    init(
        _ wish: MixWish,
        _ scenario: Scenario,
        _ places: [Int],
        warmUp: WarmUp,
        cores: Int,
        mostTrials: Int,
        goesOn: @escaping (Int) -> Bool
    ) {
        self.wish = wish
        self.scenario = scenario
        self.places = places
        self.warmUp = warmUp
        self.cores = cores
        self.mostTrials = mostTrials
        self.goesOn = goesOn
        seeds = [scenario.run.seed]
        let costs = places.map { scenario.places[$0].costOpen }
        prices = costs.contains { $0 > 0 } ? costs : costs.map { _ in 1 }
    }

    mutating func outcome() throws(Halt) -> CheapestMix.Outcome {
        let before = places.map { scenario.places[$0].count ?? 0 }
        let start = zip(before, wish.places).map { min(max($0, $1.fewest), $1.most) }
        guard var counts = try enlarged(start) else {
            return .unreachable(wish, figures: try trial(wish.places.map(\.most)).figures)
        }
        counts = try reduced(counts, step: firstStep)
        var isSearchedOut = try exchange(&counts)
        var checked = try simulated(counts, seed: checkSeed)
        while !checked.isKept, seeds.count < Self.mostSeeds {
            seeds.append(checkSeed)
            trials = [:]
            tooSmall = []
            guard let larger = try enlarged(counts) else { break }
            counts = try reduced(larger, step: 1)
            isSearchedOut = try exchange(&counts)
            checked = try simulated(counts, seed: checkSeed)
        }
        return .found(
            CheapestMix(
                wish: wish,
                scenario: changed(counts),
                before: before,
                counts: counts,
                price: (price(before), price(counts)),
                figures: try trial(counts).figures,
                checked: checked.figures,
                checks: seeds.count,
                isConfirmed: checked.isKept,
                oneLess: try oneLess(counts),
                trials: count,
                isSearchedOut: isSearchedOut
            )
        )
    }

    private static let mostSeeds = 5

    /// Chance of its own for each check.
    private var checkSeed: UInt64 {
        RandomStream.key(seed: scenario.run.seed, replication: seeds.count, names: ["check of a mix"])
    }

    private var firstStep: Int {
        let widest = wish.places.map { $0.most - $0.fewest }.max() ?? 0
        var step = 1
        while step * 16 < widest { step *= 2 }
        return step
    }

    // MARK: - Steps

    /// Adds places, each time where most is gained for the price, until the limits are kept; `nil` where they cannot be.
    private mutating func enlarged(_ start: [Int]) throws(Halt) -> [Int]? {
        var counts = start
        let step = firstStep
        while true {
            let here = try trial(counts)
            if here.isKept { return counts }
            var best: (counts: [Int], worth: Double)?
            for place in counts.indices where counts[place] < wish.places[place].most {
                var next = counts
                next[place] = min(wish.places[place].most, counts[place] + step)
                let gain = here.excess - (try trial(next)).excess
                let worth = gain / (price(next) - price(counts))
                if worth > best?.worth ?? 0 { best = (next, worth) }
            }
            // Where so much is lacking that one kind alone shows nothing, all become more.
            let all = zip(counts, wish.places).map { min($0 + step, $1.most) }
            if best == nil, all == counts { return nil }
            counts = best?.counts ?? all
        }
    }

    /// Takes places away, each time where least is lost for the price, as long as the limits are kept.
    private mutating func reduced(_ start: [Int], step first: Int) throws(Halt) -> [Int] {
        var (counts, step) = (start, first)
        while step >= 1 {
            let here = try trial(counts)
            var best: (counts: [Int], worth: Double)?
            for place in counts.indices where counts[place] - step >= wish.places[place].fewest {
                var next = counts
                next[place] -= step
                guard let there = try kept(next) else { continue }
                let worth = (price(counts) - price(next)) / max(there.pressure - here.pressure, Self.nothing)
                if worth > best?.worth ?? 0 { best = (next, worth) }
            }
            if let best { counts = best.counts } else { step /= 2 }
        }
        return counts
    }

    private static let nothing = 1e-9
    /// Worse than any figure, but not so that one cannot count in it.
    private static let most = 1e12

    /// Gives up to three places for up to three cheaper ones of another choice, until nothing is saved any more.
    ///
    /// - Returns: Whether everything was tried.
    private mutating func exchange(_ counts: inout [Int]) throws(Halt) -> Bool {
        while let cheaper = try cheaper(counts) {
            counts = try reduced(cheaper, step: 1)
        }
        return count < mostTrials
    }

    private mutating func cheaper(_ counts: [Int]) throws(Halt) -> [Int]? {
        for from in counts.indices where counts[from] > wish.places[from].fewest {
            for to in counts.indices where to != from && counts[to] < wish.places[to].most {
                guard count < mostTrials else { return nil }
                // Where a place more there changes nothing for those who miss one here, more will not, either.
                let fewer = try trial(counts.with(from, -1))
                let helped = try trial(counts.with(from, -1).with(to, 1))
                guard helped.excess < fewer.excess else { continue }
                for (less, more) in Self.exchanges where prices[from] * less.asDouble > prices[to] * more.asDouble {
                    let next = counts.with(from, -less).with(to, more)
                    guard next[from] >= wish.places[from].fewest, next[to] <= wish.places[to].most else { continue }
                    if try kept(next) != nil { return next }
                }
            }
        }
        return nil
    }

    private static let exchanges = [(1, 1), (1, 2), (2, 1), (1, 3), (2, 3), (3, 2), (3, 1)]

    private mutating func oneLess(_ counts: [Int]) throws(Halt) -> [[Interval?]?] {
        var figures: [[Interval?]?] = []
        for (place, choice) in wish.places.enumerated() {
            figures.append(counts[place] > choice.fewest ? try trial(counts.with(place, -1)).figures : nil)
        }
        return figures
    }

    // MARK: - Trials

    private func price(_ counts: [Int]) -> Double {
        zip(counts, prices).reduce(0) { $0 + $1.0.asDouble * $1.1 }
    }

    /// The trial of a mix that keeps the limits; what is smaller than one that does not is not tried.
    private mutating func kept(_ counts: [Int]) throws(Halt) -> Trial? {
        let canBeKept = trials[counts] != nil || wish.limits.contains { $0.measure == .elsewhere }
        if !canBeKept, tooSmall.contains(where: { zip(counts, $0).allSatisfy { $0 <= $1 } }) { return nil }
        let trial = try trial(counts)
        return trial.isKept ? trial : nil
    }

    private mutating func trial(_ counts: [Int]) throws(Halt) -> Trial {
        if let known = trials[counts] { return known }
        var trial = Trial()
        for seed in seeds {
            let one = try simulated(counts, seed: seed)
            if trial.figures.isEmpty { trial.figures = one.figures }
            trial.excess += one.excess
            trial.pressure += one.pressure
        }
        trials[counts] = trial
        if !trial.isKept { tooSmall.append(counts) }
        count += 1
        guard goesOn(count) else { throw .unwanted }
        return trial
    }

    private func simulated(_ counts: [Int], seed: UInt64) throws(Halt) -> Trial {
        var changed = changed(counts)
        changed.run.seed = seed
        let experiment: Experiment
        do { experiment = try Experiment(changed, cores: cores) } catch { throw .problem(error) }
        let goesOn = goesOn
        let count = count
        guard let result = experiment.run(warmUp: warmUp, goesOn: { _, _ in goesOn(count) }) else { throw .unwanted }
        var trial = Trial()
        for limit in wish.limits {
            trial.figures.append(result.row(limit.scope)?[limit.measure])
            let end = min(Self.most, limit.end(result, coverage: wish.confidence))
            let scale = limit.most > 0 ? limit.most : 1
            trial.excess += max(0, end - limit.most) / scale
            trial.pressure += end / scale
        }
        return trial
    }

    private func changed(_ counts: [Int]) -> Scenario {
        var changed = scenario
        for (place, count) in zip(places, counts) { changed.places[place].count = count }
        return changed
    }
}

extension [Int] {
    /// The same numbers but for one, which is more by so much.
    fileprivate func with(_ place: Int, _ by: Int) -> [Int] {
        var changed = self
        changed[place] += by
        return changed
    }
}

extension Int {
    fileprivate var asDouble: Double { Double(self) }
}
