/// What a formula says about a scenario, beside the simulation or instead of it.
package struct ExactAnswer: Hashable, Sendable {
    /// The formula's name.
    package let method: String
    /// What the formula gives, each for one scope.
    package let figures: [Figure]
    /// For kinds without a limit: what share would find no place if there were so many and nobody waited (Erlang B).
    package let needs: [Need]

    /// One exact figure.
    package struct Figure: Hashable, Sendable {
        /// Of what.
        package let scope: Scope
        /// Which figure.
        package let measure: Measure
        /// Its value, in the figure's unit.
        package let value: Double
    }

    /// A number of places and the share it would turn away.
    package struct Need: Hashable, Sendable {
        /// The kind of places.
        package let kind: String
        /// How many.
        package let places: Int
        /// The share that finds none of them free, from 0 to 1.
        package let pBlocked: Double
    }

    /// The figure of a scope; `nil` where the formula does not give it.
    package func value(_ measure: Measure, _ scope: Scope = .whole) -> Double? {
        figures.first { ($0.measure, $0.scope) == (measure, scope) }?.value
    }

    /// What is known exactly; `nil` where no formula fits.
    init?(_ scenario: Scenario) {
        guard let facts = ExactFacts(scenario) else { return nil }
        for formula in [Self.unlimited, Self.loss, Self.overflow, Self.onePool, Self.jackson] {
            if let answer = formula(facts) {
                self = answer
                return
            }
        }
        return nil
    }

    private init(_ method: String, needs: [Need] = [], _ figures: [(Scope, Measure, Double)]) {
        self.method = method
        self.needs = needs
        self.figures = figures.map { Figure(scope: $0.0, measure: $0.1, value: $0.2) }
    }

    // MARK: - The formulas

    /// As many places as are asked for: the number in them is Poisson, whatever the stays.
    private static func unlimited(_ facts: ExactFacts) -> ExactAnswer? {
        guard facts.places.allSatisfy({ $0.count == nil }), facts.isSingleChoice, let flows = facts.flows else {
            return nil
        }
        var figures: [(Scope, Measure, Double)] = []
        var needs: [Need] = []
        for (kind, load) in zip(facts.kinds, flows.loads) {
            let scope = Scope(kind: kind)
            figures += [(scope, .living, load), (scope, .inSystem, load), (scope, .usedVariance, load)]
            let fewest = Erlang.places(load: load, blockedAtMost: 0.25)
            let most = Erlang.places(load: load, blockedAtMost: 0.005)
            needs += (fewest...max(fewest, most)).map {
                Need(kind: kind, places: $0, pBlocked: Erlang.blocked(places: $0, load: load))
            }
        }
        figures.append((.whole, .inSystem, flows.loads.reduce(0, +)))
        return ExactAnswer("M/G/∞", needs: needs, figures)
    }

    /// Nobody waits.
    private static func loss(_ facts: ExactFacts) -> ExactAnswer? {
        guard let pool = facts.onlyPool, let count = pool.count, pool.waiting == 0, !facts.hasTransfers else {
            return nil
        }
        let load = facts.classes.reduce(0) { $0 + $1.rate * $1.stay.mean }
        let blocked = Erlang.blocked(places: count, load: load)
        return ExactAnswer(
            "Erlang B",
            [
                (.whole, .pBlocked, blocked), (.whole, .living, load * (1 - blocked)),
                (.whole, .inSystem, load * (1 - blocked)), (.whole, .full, blocked),
            ] + facts.classes.map { (Scope(ofClass: $0.name), .pBlocked, blocked) }
        )
    }

    /// A kind without waiting, and an unlimited one for those who find no place.
    private static func overflow(_ facts: ExactFacts) -> ExactAnswer? {
        guard let only = facts.classes.first, facts.classes.count == 1, !facts.hasTransfers, only.needs.count == 2,
            let first = facts.places.first(where: { $0.kind == only.needs[0] }), let count = first.count,
            let second = facts.places.first(where: { $0.kind == only.needs[1] }), second.count == nil,
            case .exponential = only.stay, only.hasOneStay
        else { return nil }
        let load = only.rate * only.stay.mean
        let (mean, variance) = Erlang.overflow(places: count, load: load)
        return ExactAnswer(
            "Riordan",
            [
                (Scope(kind: first.kind), .full, mean / load),
                (Scope(kind: second.kind), .usedVariance, variance),
                (.whole, .living, load),
            ]
        )
    }

    /// One kind, exponential stays of one mean: with or without an end to the queue, priorities, giving up.
    private static func onePool(_ facts: ExactFacts) -> ExactAnswer? {
        guard let pool = facts.onlyPool, let count = pool.count, count > 0, !facts.hasTransfers,
            let stay = facts.oneExponentialStay
        else { return nil }
        let rate = facts.classes.reduce(0) { $0 + $1.rate }
        let isOnePriority = Set(facts.classes.map(\.priority)).count == 1
        if facts.classes.contains(where: \.leaves) {
            guard isOnePriority, pool.waiting == nil, let patience = facts.onePatience else { return nil }
            let numbers = BirthDeath(places: count, rate: rate, stay: stay, patience: patience)
            return ExactAnswer(
                "Erlang A",
                [
                    (.whole, .pLeft, numbers.waiting / patience / rate), (.whole, .wait, numbers.waiting / rate),
                    (.whole, .pBreach, numbers.waiting / patience / rate), (.whole, .waiting, numbers.waiting),
                    (.whole, .inSystem, numbers.inSystem),
                ]
            )
        }
        if let waiting = pool.waiting {
            guard isOnePriority else { return nil }
            let numbers = BirthDeath(places: count, most: count + waiting, rate: rate, stay: stay)
            return ExactAnswer(
                "M/M/c/K",
                [
                    (.whole, .pBlocked, numbers.blocked), (.whole, .wait, numbers.wait),
                    (.whole, .pWait, numbers.waits), (.whole, .waiting, numbers.waiting),
                    (.whole, .inSystem, numbers.inSystem),
                ]
            )
        }
        let load = rate * stay
        guard load < Double(count) else { return nil }
        let wait = Erlang.meanWait(places: count, load: load) * stay
        let all: [(Scope, Measure, Double)] = [
            (.whole, .pWait, Erlang.waiting(places: count, load: load)), (.whole, .wait, wait),
            (.whole, .waiting, rate * wait), (.whole, .living, load), (.whole, .inSystem, rate * wait + load),
            (.whole, .occupancy, load / Double(count)),
        ]
        if isOnePriority { return ExactAnswer("Erlang C", all) }
        return ExactAnswer("Cobham", all + cobham(facts, places: count, stay: stay))
    }

    private static func cobham(_ facts: ExactFacts, places: Int, stay: Double) -> [(Scope, Measure, Double)] {
        let priorities = Set(facts.classes.map(\.priority)).sorted()
        let loads = priorities.map { priority in
            facts.classes.filter { $0.priority == priority }.reduce(0) { $0 + $1.rate * stay }
        }
        let waits = Erlang.meanWaits(places: places, loads: loads)
        return facts.classes.compactMap { each in
            priorities.firstIndex(of: each.priority).map { (Scope(ofClass: each.name), .wait, waits[$0] * stay) }
        }
    }

    /// Several kinds, all wait, one exponential stay for each kind.
    private static func jackson(_ facts: ExactFacts) -> ExactAnswer? {
        guard facts.isSingleChoice, Set(facts.classes.map(\.priority)).count == 1,
            !facts.classes.contains(where: \.leaves), let flows = facts.flows, let stays = facts.exponentialStays,
            facts.places.allSatisfy({ $0.waiting == nil && $0.count != nil })
        else { return nil }
        let places = facts.kinds.map { kind in facts.places.first { $0.kind == kind }?.count ?? 0 }
        let none = facts.kinds.map { _ in facts.kinds.map { _ in 0.0 } }
        guard let network = JacksonNetwork(arrivals: flows.rates, next: none, stays: stays, places: places) else {
            return nil
        }
        let arrivals = facts.classes.reduce(0) { $0 + $1.rate }
        var figures: [(Scope, Measure, Double)] = [
            (.whole, .inSystem, network.inSystem.reduce(0, +)),
            (.whole, .timeInSystem, network.inSystem.reduce(0, +) / arrivals),
        ]
        for (place, kind) in facts.kinds.enumerated() {
            let scope = Scope(kind: kind)
            figures += [
                (scope, .requests, flows.rates[place]), (scope, .wait, network.waits[place]),
                (scope, .inSystem, network.inSystem[place]),
            ]
        }
        return ExactAnswer("Jackson", figures)
    }
}
