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
