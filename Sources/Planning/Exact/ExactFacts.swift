/// What formulas ask about a scenario, where it is of a sort that formulas know: children come by chance, at the same
/// rate all the time, one by one, into one region whose places do not change, and nobody
/// is there to begin with.
struct ExactFacts {
    let kinds: [String]
    let places: [Places]
    let classes: [ClassFacts]

    /// One class, whose children all ask for the same; a class that asks for two things is two of these.
    struct ClassFacts {
        let name: String
        let priority: Int
        let rate: Double
        let needs: [String]
        /// The stay in the first kind.
        let stay: Distribution
        /// Whether the stay is the same in all kinds it may get.
        let hasOneStay: Bool
        let leaves: Bool
        let within: Distribution?
        let ofClass: ChildClass
    }

    init?(_ scenario: Scenario) {
        let used = scenario.places
        guard scenario.regions.count == 1, scenario.overflow.isEmpty, scenario.present.isEmpty,
            used.allSatisfy({ $0.changes.isEmpty && ($0.surge?.places ?? 0) == 0 }),
            scenario.classes.allSatisfy({ $0.wanted?.earliest == nil })
        else { return nil }
        kinds = scenario.kinds
        places = used
        var classes: [ClassFacts] = []
        for each in scenario.classes {
            for arrivals in each.arrivals {
                let needs = arrivals.needs ?? each.needs
                guard case .rate(let rate, nil) = arrivals.times, arrivals.batch.count <= 1,
                    needs.allSatisfy({ $0.after == 0 }), let first = needs.first, let stay = each.stays[first.kind]
                else { return nil }
                classes.append(
                    ClassFacts(
                        name: each.name,
                        priority: each.priority,
                        rate: rate * arrivals.factor,
                        needs: needs.map(\.kind),
                        stay: stay,
                        hasOneStay: needs.allSatisfy { each.stays[$0.kind] == stay },
                        leaves: each.wanted?.otherwise == .leaves,
                        within: each.wanted?.within,
                        ofClass: each
                    )
                )
            }
        }
        self.classes = classes
    }

    var hasTransfers: Bool { classes.contains { !$0.ofClass.transfers.isEmpty } }

    /// The places, where everybody asks for the same one kind.
    var onlyPool: Places? {
        let asked = Set(classes.map(\.needs))
        guard let needs = asked.first, asked.count == 1, needs.count == 1 else { return nil }
        return places.first { $0.kind == needs[0] }
    }

    /// The mean stay, where all stays are exponential of one mean.
    var oneExponentialStay: Double? {
        guard case .exponential(let mean)? = classes.first?.stay, Set(classes.map(\.stay)).count == 1 else {
            return nil
        }
        return mean
    }

    /// The mean patience, where everybody leaves after an exponential one.
    var onePatience: Double? {
        guard classes.allSatisfy(\.leaves), Set(classes.map(\.within)).count == 1,
            case .exponential(let mean)?? = classes.first?.within
        else { return nil }
        return mean
    }

    /// Whether everybody always asks for one kind only, without keeping a place and with no time at home in between.
    var isSingleChoice: Bool {
        classes.allSatisfy { each in
            each.needs.count == 1
                && each.ofClass.transfers.allSatisfy {
                    $0.to.count == 1 && $0.to[0].after == 0 && !$0.keepsPlace && $0.after == nil
                }
        }
    }

    /// The mean stay of each kind, where it is exponential and the same for all classes.
    var exponentialStays: [Double]? {
        var means: [Double] = []
        for kind in kinds {
            let stays = Set(classes.compactMap { $0.ofClass.stays[kind] })
            guard stays.count == 1, case .exponential(let mean)? = stays.first else { return nil }
            means.append(mean)
        }
        return means
    }

    /// For each kind, the askings in a unit of time and the load, transfers among them; `nil` where nobody ever leaves.
    var flows: (rates: [Double], loads: [Double])? {
        var rates = kinds.map { _ in 0.0 }
        var loads = rates
        for each in classes {
            let outside = kinds.map { $0 == each.needs[0] ? each.rate : 0 }
            let flow = kinds.map { kind in
                kinds.map { from in
                    (kind == from ? 1 : 0)
                        - each.ofClass.transfers.filter { $0.from == from && $0.to[0].kind == kind }
                        .reduce(0) { $0 + $1.share }
                }
            }
            guard let solved = LinearSystem.solve(flow, outside) else { return nil }
            for (place, kind) in kinds.enumerated() {
                rates[place] += solved[place]
                loads[place] += solved[place] * (each.ofClass.stays[kind]?.mean ?? 0)
            }
        }
        return (rates, loads)
    }
}
