/// A question as people write it down: a scenario, what would be otherwise, and what they want to know.
///
/// With changes alone the answer compares the scenario before and after; with a wish it is the cheapest mix of places
/// that keeps the limits, after the changes.
package struct Inquiry: Hashable, Sendable {
    package var name: String
    /// What the changes rest on, for those who read the answer.
    package var note: String
    package var base: Base
    package var changes: [Question]
    package var wish: MixWish?

    package init(name: String, note: String = "", of base: Base, changes: [Question] = [], wish: MixWish? = nil) {
        self.name = name
        self.note = note
        self.base = base
        self.changes = changes
        self.wish = wish
    }

    /// The scenario that is asked about.
    package enum Base: Hashable, Sendable {
        /// The scenario itself.
        case scenario(Scenario)
        /// The name of its file, seen from the question's own.
        case file(String)
    }

    /// The scenario with all changes, one after the other.
    ///
    /// - Throws: Where one does not fit, with its place in this document.
    package func changed(_ scenario: Scenario) throws(ScenarioProblem) -> Scenario {
        var changed = scenario
        for (number, change) in changes.enumerated() {
            changed = try change.applied(to: changed, at: "/changes/\(number)")
        }
        return changed
    }
}

/// What is to be kept, and which places may become more or fewer for it.
package struct MixWish: Hashable, Sendable {
    package var limits: [Limit]
    package var places: [Choice]
    /// How surely each limit is kept: the coverage of the two-sided interval whose upper end lies below it.
    package var confidence: Double

    package init(limits: [Limit], places: [Choice], confidence: Double = 0.95) {
        self.limits = limits
        self.places = places
        self.confidence = confidence
    }

    /// A figure that falls when places are added, and what it may be at most.
    package struct Limit: Hashable, Sendable {
        package var measure: Measure
        package var scope: Scope
        package var most: Double

        package init(_ measure: Measure, _ scope: Scope = .whole, atMost most: Double) {
            self.measure = measure
            self.scope = scope
            self.most = most
        }
    }

    /// The places of one kind in one region, of which there may be so many.
    package struct Choice: Hashable, Sendable {
        package var kind: String
        package var region: String
        package var fewest: Int
        package var most: Int

        package init(kind: String, region: String = Scenario.everywhere, fewest: Int = 0, most: Int) {
            self.kind = kind
            self.region = region
            self.fewest = fewest
            self.most = most
        }
    }
}
