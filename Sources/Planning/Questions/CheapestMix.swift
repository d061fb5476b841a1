/// The cheapest numbers of places, of several kinds and regions at once, that keep the limits.
///
/// No number of one place fewer is enough, and no exchange of a few places for a few others is cheaper; that nothing
/// cheaper exists far off is not proved. Small instances are compared with trying everything in the tests.
package struct CheapestMix: Sendable {
    package let wish: MixWish
    /// The scenario with these places.
    package let scenario: Scenario
    /// For each choice, how many there were.
    package let before: [Int]
    /// For each choice, how many there should be.
    package let counts: [Int]
    /// What the places in choice cost in a unit of time, by `costOpen`; their number where none has a price.
    package let price: (before: Double, after: Double)
    /// For each limit, its figure with these places; `nil` where nobody was concerned.
    package let figures: [Interval?]
    /// The same with chance that had no part in the search.
    package let checked: [Interval?]
    /// How many checks there were; each that failed made its chance part of the search.
    package let checks: Int
    /// Whether the limits are kept with that chance, too.
    package let isConfirmed: Bool
    /// For each choice, the figures of the limits with one place fewer; `nil` where there may not be fewer.
    package let oneLess: [[Interval?]?]
    /// How many mixes were simulated.
    package let trials: Int
    /// Whether every exchange was tried; otherwise the trials were used up.
    package let isSearchedOut: Bool

    /// What came of a search.
    package enum Outcome: Sendable {
        case found(CheapestMix)
        /// Not even the most places keep the limits; their figures then.
        case unreachable(MixWish, figures: [Interval?])
    }

    /// Searches from the places there are: adds where most is gained for the price, takes away where least is lost,
    /// exchanges, and checks with chance that had no part in the search.
    ///
    /// Where the check fails, its chance counts as well and the search goes on, up to five times.
    ///
    /// - Parameters:
    ///   - wish: What is to be kept.
    ///   - scenario: Everything else.
    ///   - cores: How many cores to use; the answer does not depend on them.
    ///   - mostTrials: How many mixes to simulate before it is enough to have one that keeps the limits.
    ///   - pointer: Where the wish stands in its document.
    ///   - goesOn: Told after each mix how many were simulated; answers whether to go on.
    /// - Returns: `nil` where it was not wanted any more.
    /// - Throws: Where the wish does not fit the scenario.
    package static func find(
        _ wish: MixWish,
        in scenario: Scenario,
        cores: Int,
        mostTrials: Int = 1000,
        at pointer: String = "",
        goesOn: @escaping (_ trials: Int) -> Bool = { _ in true }
    ) throws(ScenarioProblem) -> Outcome? {
        var scenario = scenario
        let places = try wish.places(in: &scenario, at: pointer)
        let experiment = try Experiment(scenario, cores: cores)
        var search = MixSearch(
            wish,
            scenario,
            places,
            warmUp: experiment.warmUp,
            cores: cores,
            mostTrials: mostTrials,
            goesOn: goesOn
        )
        do {
            return try search.outcome()
        } catch {
            switch error {
            case .unwanted: return nil
            case .problem(let problem): throw problem
            }
        }
    }
}
