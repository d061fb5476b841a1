/// What share of stays lasts longer than each length, from stays of which some are still open.
///
/// Source: Kaplan and Meier, "Nonparametric estimation from incomplete observations", 1958; stays that came into view
/// late are at risk from then on.
package struct KaplanMeier: Hashable, Sendable {
    package let steps: [Step]

    /// A length at which stays ended.
    package struct Step: Hashable, Sendable {
        package let length: Double
        /// How many had lasted so long and were in view.
        package let atRisk: Double
        package let ended: Double
        /// The share that lasts longer.
        package let survival: Double
    }

    package init(_ lengths: StayLengths) {
        var steps: [Step] = []
        var (open, entered) = (lengths.open[...], lengths.entered[...])
        var atRisk = lengths.endedCount + lengths.openCount - StayLengths.total(lengths.entered)
        var survival = 1.0
        for (place, step) in lengths.ended.enumerated() {
            while let first = entered.first, first.length < step.length {
                atRisk += first.count
                entered = entered.dropFirst()
            }
            // Who goes on at this very length was at risk of ending here.
            while let first = open.first, first.length < step.length {
                atRisk -= first.count
                open = open.dropFirst()
            }
            let isLast = place == lengths.ended.count - 1 && open.isEmpty
            // All of those few who were in view ended, and yet there are longer ones: half a stay is left over.
            let left = isLast ? atRisk - step.count : max(atRisk - step.count, 0.5)
            survival *= max(0, left) / max(atRisk, 0.5)
            steps.append(Step(length: step.length, atRisk: atRisk, ended: step.count, survival: survival))
            atRisk -= step.count
        }
        self.steps = steps
    }

    /// The lengths at which stays ended, with the share that ends at each.
    package var weights: [(length: Double, weight: Double)] {
        var before = 1.0
        return steps.map { step in
            defer { before = step.survival }
            return (step.length, before - step.survival)
        }
    }

    /// The share that lasts longer than the longest stay that ended.
    package var tail: Double { steps.last?.survival ?? 1 }

    /// The length that half of the stays have at most; `nil` where fewer than half were seen to end.
    package var median: Double? { steps.first { $0.survival <= 0.5 }?.length }
}

extension Distribution {
    /// Lengths that were seen, each with its weight, in order of length.
    ///
    /// Where there are many, neighbours that lie close are put together at their mean, so that about 200 are left.
    /// Longer ones beside them are kept apart.
    static func seen(
        _ pairs: [(length: Double, weight: Double)],
        beside others: [(length: Double, weight: Double)] = []
    ) -> Distribution {
        let most = 200
        let portion = pairs.count <= most ? 0 : pairs.reduce(0) { $0 + $1.weight } / Double(most)
        var (values, weights): ([Double], [Double]) = ([], [])
        var (mass, moment) = (0.0, 0.0)
        for (place, pair) in pairs.enumerated() {
            mass += pair.weight
            moment += pair.weight * pair.length
            let isFar = place + 1 < pairs.count && pairs[place + 1].length > 1.1 * pair.length + 1
            if mass > 0, mass >= portion || isFar || place == pairs.count - 1 {
                values.append(moment / mass)
                weights.append(mass)
                (mass, moment) = (0, 0)
            }
        }
        return .empirical(values: values + others.map(\.length), weights: weights + others.map(\.weight))
    }
}
