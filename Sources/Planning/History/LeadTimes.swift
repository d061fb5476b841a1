/// How long after asking a place will do at all: time for papers, for choosing, for moving.
///
/// Told from waits during which a place of the kind was free in the region all the time; waits for want of a place are
/// left to the simulation.
package struct LeadTimes: Hashable, Sendable {
    /// Together, all who ask; the shares add up to 1.
    package let parts: [Part]
    /// How many waits with a free place they rest on.
    package let count: Int

    /// Those who are ready after the same time.
    package struct Part: Hashable, Sendable {
        package let after: Double
        package let share: Double
    }

    /// Everybody is ready at once.
    static let none = LeadTimes(parts: [Part(after: 0, share: 1)], count: 0)

    private static let fewest = 5
    private static let groups = 5

    private init(parts: [Part], count: Int) {
        (self.parts, self.count) = (parts, count)
    }

    /// Puts waits together in some five groups; none of them spans the days after which most want a place, so that as many
    /// as were seen are ready too late.
    init(_ waits: StayLengths, wanted: Int?) {
        let number = Int(waits.endedCount)
        guard number >= Self.fewest else {
            self = .none
            return
        }
        // Whose time is longer than any that ended has that one.
        let curve = KaplanMeier(waits)
        var pairs = curve.weights
        pairs[pairs.count - 1].weight += curve.tail
        let atOnce = pairs[0].length == 0 ? pairs[0].weight : 0
        guard atOnce < 0.98 else {
            parts = [Part(after: 0, share: 1)]
            count = number
            return
        }
        var parts = atOnce > 0 ? [Part(after: 0, share: atOnce)] : []
        let portion = (1 - atOnce) / Double(Self.groups)
        var (mass, moment) = (0.0, 0.0)
        for (place, pair) in pairs.enumerated() where pair.length > 0 {
            mass += pair.weight
            moment += pair.weight * pair.length
            let isCut = wanted.map { cut in
                pair.length <= Double(cut) && place + 1 < pairs.count && pairs[place + 1].length > Double(cut)
            }
            if isCut == true || mass >= portion * (1 - 1e-9) || place == pairs.count - 1, mass > 0 {
                parts.append(Part(after: moment / mass, share: mass))
                (mass, moment) = (0, 0)
            }
        }
        let total = parts.reduce(0) { $0 + $1.share }
        self.parts = parts.map { Part(after: $0.after, share: $0.share / total) }
        count = number
    }

    /// Whether anybody has to wait with a free place.
    var areAny: Bool { parts.contains { $0.after > 0 } }

    /// The same with shares as they may be, given how few waits tell of them (Jeffreys' prior).
    func drawn(_ stream: inout RandomStream) -> LeadTimes {
        guard parts.count > 1 else { return self }
        let weights = parts.map { GammaDistribution.draw($0.share * Double(count) + 0.5, &stream) }
        let total = weights.reduce(0, +)
        return LeadTimes(
            parts: zip(parts, weights).map { Part(after: $0.0.after, share: $0.1 / total) },
            count: count
        )
    }

    /// When each of those is ready who are not yet and have waited so long, spread as those who waited longer;
    /// `number` of how many wait decides where in the spread this one lies.
    func ready(afterWaiting waited: Double, number: Int, of count: Int) -> Double {
        let left = parts.filter { $0.after > waited }
        var place = (Double(number) + 0.5) / Double(count) * left.reduce(0) { $0 + $1.share }
        for part in left {
            place -= part.share
            if place <= 0 { return part.after }
        }
        return left.last?.after ?? 0
    }
}
