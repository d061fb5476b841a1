extension Scenario {
    /// The scenario as those see it who read plans and do not make them: no single child's length of stay is in it.
    ///
    /// A scenario that begins with children who are there tells of real ones, as do lengths of stays that were seen. The
    /// copy begins without them, and says how many they are; of lengths that were seen it has means of at least five
    /// neighbours each. Calculations rest on the scenario itself.
    package var overseen: Scenario {
        var copy = self
        for place in copy.classes.indices {
            copy.classes[place].stays = classes[place].stays.mapValues { $0.together(Self.fewestTogether) }
            guard var wanted = copy.classes[place].wanted else { continue }
            wanted.within = wanted.within.together(Self.fewestTogether)
            wanted.earliest = wanted.earliest?.together(Self.fewestTogether)
            copy.classes[place].wanted = wanted
        }
        guard copy != self || !present.isEmpty else { return self }
        let count = present.reduce(0) { $0 + $1.count }
        copy.present = []
        copy.note += (note.isEmpty ? "" : " ") + "In this copy lengths that were seen are means of groups."
        if count > 0 {
            copy.note +=
                " Left out: " + (count < Self.fewestTogether ? "fewer than \(Self.fewestTogether)" : "\(count)")
                + " children who are there at the beginning."
        }
        return copy
    }

    /// How many make a group that tells of none of them.
    private static let fewestTogether = 5
}

extension Present {
    /// How many children.
    fileprivate var count: Int {
        switch state {
        case .living(_, let lived): lived.count
        case .waiting(let waited, _): waited.count
        }
    }
}

extension Distribution {
    /// Lengths that were seen in groups of at least so many neighbours, each at its mean; the mean of all is the same.
    fileprivate func together(_ fewest: Int) -> Distribution {
        switch self {
        case .empirical(let values, let weights):
            let pairs = zip(values, weights.isEmpty ? values.map { _ in 1 } : weights).sorted { $0.0 < $1.0 }
            let number = max(1, pairs.count / fewest)
            let groups = (0..<number).map { group in
                pairs[group * pairs.count / number..<(group + 1) * pairs.count / number]
                    .reduce((moment: 0.0, mass: 0.0)) { ($0.moment + $1.0 * $1.1, $0.mass + $1.1) }
            }
            .filter { $0.mass > 0 }
            return .empirical(values: groups.map { $0.moment / $0.mass }, weights: groups.map(\.mass))
        case .mixture(let parts):
            return .mixture(parts.map { Part(weight: $0.weight, of: $0.of.together(fewest)) })
        case .constant, .uniform, .exponential, .lognormal, .gamma, .weibull, .phaseType: return self
        }
    }
}
