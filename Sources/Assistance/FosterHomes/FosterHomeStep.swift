package import Law

/// A step on the way to a foster home (fosterhjemssteg): it is found, chosen and approved, never merely free.
package struct FosterHomeStep: Hashable, Sendable {
    /// Which step it is.
    package var stage: Stage
    /// The day on which it was done.
    package var on: CalendarDay
    /// Of a search: whether somebody was found; of a proposal: whether the home is in the network.
    package var isInNetwork: Bool
    /// Of the child's hearing: whether it was heard; if not, ``Prose/Part/notHeard`` says why.
    package var childHeard: Bool

    package init(stage: Stage, on: CalendarDay, isInNetwork: Bool, childHeard: Bool) {
        self.stage = stage
        self.on = on
        self.isInNetwork = isInNetwork
        self.childHeard = childHeard
    }

    /// The stages in their order; none may be left out.
    package enum Stage: UInt8, Hashable, Sendable, CaseIterable, Comparable {
        /// The search in family and network is written down (§ 9-4).
        case networkSearched = 1
        /// A home is proposed, by either level; a new proposal begins anew from here.
        case proposed = 2
        /// The child was heard about it, or it says why not (§ 1-4).
        case childHeard = 3
        /// The care municipality has chosen and approved it (§ 9-5).
        case chosen = 4
        /// The child has moved in (flyttet inn).
        case movedIn = 5

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

        /// Who may tell it: the state only proposes.
        package var sides: Set<Side> { self == .proposed ? [.municipality, .state] : [.municipality] }
    }
}
