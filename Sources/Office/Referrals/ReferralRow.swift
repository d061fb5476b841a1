package import Assistance
package import Law

/// A referral as a list shows it: facts and figures, no name.
package struct ReferralRow: Hashable, Sendable {
    /// How far the receipts have come.
    package enum ReceiptState: UInt8, Hashable, Sendable, CaseIterable, Comparable {
        /// Sent, and not yet acknowledged by the other system.
        case underWay = 0
        /// The other system has it; no person has said so.
        case received = 1
        /// A person has seen it.
        case seen = 2
        /// The other system could not use it.
        case failed = 3

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The id of the first message.
    package let id: RecordID
    /// What is asked for; `nil` before anything was.
    package let kind: MeasureKind?
    /// How far it has come.
    package let phase: SharedReferral.Phase
    /// Whether it was asked for at once.
    package let isAcute: Bool
    /// By which words of § 16-3 the state shall, or may, help; `nil` before anything was asked for.
    package let basis: AssistanceBasis?
    /// The other organisation's name.
    package let counterpart: String
    /// The case behind it; the municipality alone has one.
    package let caseID: RecordID?
    /// The first day on which it is wanted; `nil` where the message has no such day.
    package let wantedFrom: CalendarDay?
    /// Days until the wanted date; `nil` where there is none, or it has passed.
    package let daysLeft: Int?
    /// Days past the wanted date that lie with the state, by today; never a breach by itself.
    package let daysPast: Int
    /// When it was sent.
    package let askedAt: Instant
    /// Days since it was sent.
    package let age: Int
    /// How far the receipts have come.
    package let receipt: ReceiptState
    /// Who of this unit handles it; `nil` where nobody does.
    package let handler: ActorID?
    /// What this side has to do next, and since when; empty where it waits for the other.
    package let steps: [OpenStep]
    /// Whether messages have come that are newer than what this side has sent.
    package let hasNews: Bool
    /// Where it stands in the queue.
    package let place: QueuePlace
}

/// Where a row stands in the region's queue: acute ones first, then by the wanted date, then by age.
package struct QueuePlace: Hashable, Comparable, Sendable {
    /// Whether it was asked for at once, which comes first.
    package let isAcute: Bool
    /// The day number of the wanted date; the latest for one without.
    package let day: Int
    /// The id of the first message, which tells apart what is equal else.
    package let stream: RecordID

    package init(isAcute: Bool, day: Int, stream: RecordID) {
        self.isAcute = isAcute
        self.day = day
        self.stream = stream
    }

    package static func < (left: Self, right: Self) -> Bool {
        if left.isAcute != right.isAcute { return left.isAcute }
        return (left.day, left.stream) < (right.day, right.stream)
    }

    /// Reads what ``text`` writes; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "a" || parts[0] == "n", parts[1].utf8.count <= 8, let day = Int(parts[1]),
            let stream = RecordID(String(parts[2]))
        else { return nil }
        self.init(isAcute: parts[0] == "a", day: day, stream: stream)
    }

    /// For an address.
    package var text: String { "\(isAcute ? "a" : "n").\(day).\(stream)" }
}

/// Which referrals of the queue are shown.
package struct QueueFilter: Hashable, Sendable {
    /// Which by how far they have come.
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Open ones: nothing has ended them and no stay has started.
        case open
        /// Those that have begun or ended.
        case done
        /// Every one.
        case all
    }

    /// By how far they have come.
    package var standing: Standing
    /// Only those that ask for this; `nil` for all.
    package var kind: MeasureKind?
    /// Whose; `nil` for everybody's.
    package var handler: ActorID?
    /// Only those that nobody handles.
    package var isUnassigned: Bool
    /// Only those whose wanted date has passed.
    package var isPast: Bool

    package init(
        standing: Standing = .open,
        kind: MeasureKind? = nil,
        handler: ActorID? = nil,
        isUnassigned: Bool = false,
        isPast: Bool = false
    ) {
        self.standing = standing
        self.kind = kind
        self.handler = handler
        self.isUnassigned = isUnassigned
        self.isPast = isPast
    }
}

/// A page of the queue.
package struct QueuePage: Sendable {
    /// The rows of the page.
    package let rows: [ReferralRow]
    /// How many there are with this filter.
    package let total: Int
    /// The page before ends before this place; `nil` on the first.
    package let previous: QueuePlace?
    /// The next page begins after this place; `nil` on the last.
    package let next: QueuePlace?
}

/// Where a page of the queue begins or ends.
package enum QueuePosition: Hashable, Sendable {
    /// The page is the first.
    case start
    /// The page begins with the first row after this place.
    case after(QueuePlace)
    /// The page ends with the last row before this place.
    case before(QueuePlace)
}
