package import Assistance
package import Law

/// Something in a referral that waits for one of the two levels (ubesvart), as a list of all referrals shows it.
package struct WaitingStep: Sendable {
    /// What it is that waits.
    package enum What: Hashable, Sendable {
        /// An answer that the other side owes to a message.
        case answer(UnansweredStep.Owed)
        /// The next step of either side.
        case step(OpenStep.Kind)
    }

    /// The referral.
    package let referral: RecordID
    /// What waits.
    package let what: What
    /// The child's name as the service has it; `nil` in a region, whose lists name nobody.
    package let child: ListedChild?
    /// What the referral asks for; `nil` before anything was asked.
    package let kind: MeasureKind?
    /// The other organisation's name.
    package let counterpart: String
    /// Who of the own unit has it in hand: the case's responsible, or the region's handler; `nil` for nobody.
    package let handler: ActorID?
    /// Since when it waits.
    package let since: Instant
    /// When it is due; `nil` where nobody has set a time.
    package let due: OpenStep.Due?
    /// Whether it has waited longer than it may.
    package let isLate: Bool
    /// Where it stands in the list.
    package let place: WaitingPlace
}

/// Which of what waits.
package enum WaitingList: String, Hashable, Sendable, CaseIterable {
    /// What the other side owes, or has to do next.
    case theirs = "dem"
    /// What the own side has to do next.
    case ours = "oss"
    /// Of that, advice that was asked for.
    case advice = "rad"
    /// Of that, friction that was noted.
    case friction = "avvik"
    /// Of that, wishes that something be deleted; a region's queue leaves out what has ended.
    case deletions = "sletting"
}

/// One page of what waits, longest first.
package struct WaitingPage: Sendable {
    /// The rows of the page.
    package let rows: [WaitingStep]
    /// How many there are in all.
    package let total: Int
    /// The next page begins after this place; `nil` on the last.
    package let next: WaitingPlace?
}

/// A row's place among what waits: since when, in which referral, which of its steps.
package struct WaitingPlace: Hashable, Comparable, Sendable {
    let since: Instant
    let referral: RecordID
    let number: Int

    package static func < (left: Self, right: Self) -> Bool {
        (left.since, left.referral, left.number) < (right.since, right.referral, right.number)
    }

    init(since: Instant, referral: RecordID, number: Int) {
        self.since = since
        self.referral = referral
        self.number = number
    }

    /// Reads what ``text`` writes; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let since = Int64(parts[0]), let referral = RecordID(String(parts[1])),
            let number = Int(parts[2])
        else { return nil }
        self.init(since: Instant(microseconds: since), referral: referral, number: number)
    }

    /// For an address.
    package var text: String { "\(since.microseconds).\(referral).\(number)" }
}
