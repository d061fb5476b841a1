package import Casework
package import Law

/// A child as lists show it: its name, and for one without a name whether it is born.
package struct ListedChild: Hashable, Sendable {
    /// The name as the service, or the reporter, has it; may be empty for the unborn.
    package let name: String
    /// Whether the child is not born yet (ufødt).
    package let isUnborn: Bool
    /// The day on which an unborn child is expected, where that is known (termin).
    package let expectedOn: CalendarDay?

    package init(name: String, isUnborn: Bool = false, expectedOn: CalendarDay? = nil) {
        self.name = name
        self.isUnborn = isUnborn
        self.expectedOn = expectedOn
    }

    /// The child of a case; nobody's where another process has destroyed the case.
    package init(_ name: String, of facts: ChildFacts?) {
        let isUnborn = facts?.isUnborn ?? false
        self.init(name: name, isUnborn: isUnborn, expectedOn: isUnborn ? facts?.expectedOn : nil)
    }
}
