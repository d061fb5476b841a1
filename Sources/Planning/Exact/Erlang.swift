#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Exact answers for places of one kind: children come by chance (Poisson), `load` of them for each mean stay.
package enum Erlang {
    /// The share that finds no free place where nobody waits (Erlang B); holds for stays of any distribution.
    package static func blocked(places: Int, load: Double) -> Double {
        if load == 0 { return places == 0 ? 1 : 0 }
        // From the inverse, which neither overflows nor loses digits.
        var inverse = 1.0
        for place in 0..<places {
            inverse = 1 + inverse * Double(place + 1) / load
        }
        return 1 / inverse
    }

    /// The fewest places with which at most a share finds none (Erlang B).
    package static func places(load: Double, blockedAtMost most: Double) -> Int {
        var (places, inverse) = (0, 1.0)
        while 1 / inverse > most {
            places += 1
            inverse = 1 + inverse * Double(places) / load
        }
        return places
    }

    /// The share that has to wait where all wait and stays are exponential (Erlang C); 1 where the places do not do.
    package static func waiting(places: Int, load: Double) -> Double {
        guard load < Double(places) else { return 1 }
        let blocked = blocked(places: places, load: load)
        return blocked / (1 - load / Double(places) * (1 - blocked))
    }

    /// The mean wait of all, in mean stays (Erlang C); infinite where the places do not do.
    package static func meanWait(places: Int, load: Double) -> Double {
        guard load < Double(places) else { return .infinity }
        return waiting(places: places, load: load) / (Double(places) - load)
    }

    /// The share that waits longer than so many mean stays (Erlang C).
    package static func waiting(places: Int, load: Double, longerThan wait: Double) -> Double {
        guard load < Double(places) else { return 1 }
        return waiting(places: places, load: load) * exp(-(Double(places) - load) * wait)
    }

    /// The mean wait of each class, in mean stays, where a class goes before those after it and nobody is moved out.
    ///
    /// Source: Cobham, "Priority assignment in waiting line problems", 1954.
    ///
    /// All classes have the same exponential stays; `loads` has the most urgent first.
    package static func meanWaits(places: Int, loads: [Double]) -> [Double] {
        let all = loads.reduce(0, +)
        guard all < Double(places) else { return loads.map { _ in .infinity } }
        let base = waiting(places: places, load: all) / Double(places)
        var before = 0.0
        return loads.map { load in
            let upTo = before + load / Double(places)
            defer { before = upTo }
            return base / ((1 - before) * (1 - upTo))
        }
    }

    /// The mean and variance of the number in an unlimited second kind that takes in whom the first has no place for.
    ///
    /// Source: Riordan's formulas, in Wilkinson, "Theories for toll traffic engineering in the U.S.A.", 1956.
    package static func overflow(places: Int, load: Double) -> (mean: Double, variance: Double) {
        let mean = load * blocked(places: places, load: load)
        return (mean, mean * (1 - mean + load / (Double(places) + 1 - load + mean)))
    }
}
