/// How children of a class come together: told from those who ask on the same day for the same kind from the same
/// region, in more pairs than chance makes.
///
/// What chance makes is told from pairs a week apart, which follow seasons and weekdays as those of one day do.
package struct Siblings: Hashable, Sendable {
    /// With how many others a child comes, on average over the children.
    package let companions: Double
    /// How likely so many pairs would be by chance.
    package let probability: Double
    /// Pairs of one day beyond those by chance.
    private let pairs: Double

    /// `nil` where chance may explain all, at the level of the calendar's factors.
    ///
    /// - Parameter askings: How many asked in each cell on each day; a week lies between two days whose numbers differ by 7,
    ///   and no day of one cell is so near to one of another.
    init?(_ askings: [Int: Int]) {
        var (together, apart, count) = (0, 0, 0)
        for (day, number) in askings {
            together += number * (number - 1) / 2
            apart += number * (askings[day + 7] ?? 0)
            count += number
        }
        // By chance, half as many pairs come on the same day as a week apart: the two can be told apart in two orders.
        let all = Double(together + apart)
        guard together > 0 else { return nil }
        pairs = Double(together) - Double(apart) / 2
        probability = NormalDistribution.upperTail((Double(together) - 0.5 - all / 3) / (all * 2 / 9).squareRoot())
        guard probability < ArrivalFit.level, pairs > 0 else { return nil }
        companions = min(2 * pairs / Double(count), Self.mostCompanions)
    }

    private init(companions: Double, of fitted: Siblings) {
        (self.companions, pairs, probability) = (companions, fitted.pairs, fitted.probability)
    }

    /// More would not be siblings.
    private static let mostCompanions = 4.0

    /// How much more the number of children varies than by chance alone: the variance divided by the mean.
    var spread: Double { 1 + companions }

    /// The shares of one child, two, three and so on among those who come: each next one comes as likely as the one before.
    var batch: [Double] {
        let next = companions / (2 + companions)
        var shares = [1 - next]
        while let last = shares.last, last * next > 1e-4 { shares.append(last * next) }
        return shares
    }

    /// The same as it may be, given how few pairs tell of it (Jeffreys' prior).
    func drawn(_ stream: inout RandomStream) -> Siblings {
        Siblings(companions: companions * GammaDistribution.draw(pairs + 0.5, &stream) / pairs, of: self)
    }
}
