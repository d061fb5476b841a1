/// A list of referrals (henvisninger), the same for both levels.
struct ReferralList: Sendable {
    struct Row: Sendable {
        let path: String
        let kind: String
        let counterpart: String
        let isAcute: Bool
        /// Whether something has come that is newer than what this side has sent.
        let hasNews: Bool
        let phase: String
        let isOpen: Bool
        let wanted: String
        /// Until the wanted day; `nil` where it has passed or there is none.
        let left: String?
        /// Days past the wanted date, never a breach by themselves; `nil` for none.
        let past: String?
        let age: String
        let receipt: String
        let isUnseen: Bool
        let isFailed: Bool
        let handler: String?
        let next: String?
        let take: FormTarget?
    }

    let rows: [Row]
    /// Whether it is the region's, which shows who handles each.
    let isRegions: Bool
}

/// The region's queue (kø): acute ones first, then by the wanted date.
struct QueueListPage: Page {
    static let template = "page_queue"

    struct Filter: Sendable {
        let label: String
        let path: String
        let isCurrent: Bool
    }

    let frame: Frame
    let total: String
    let standings: [Filter]
    let whose: [Filter]
    let kind: Field
    let hidden: [HiddenField]
    let list: ReferralList
    let hasRows: Bool
    let links: PageLinks?
}

/// The referrals of a case (henvisninger i saken).
struct CaseReferralsPage: Page {
    static let template = "page_case_referrals"

    let frame: Frame
    let back: Link
    let new: Link?
    let acute: Link?
    let list: ReferralList
    let hasRows: Bool
}

/// Breaches of the duty of assistance (bruddregister): proposed, confirmed and contested.
struct BreachesPage: Page {
    static let template = "page_breaches"

    struct Figure: Sendable {
        let label: String
        let value: String
        let isUrgent: Bool
    }

    struct Row: Sendable {
        let path: String
        let kind: String
        let counterpart: String
        let days: String
        let count: String
        let breach: String
        let cause: String?
        let standing: String
        let isProposed: Bool
        let handler: String?
        let judge: Link
    }

    let frame: Frame
    let figures: [Figure]
    let rows: [Row]
    let hasRows: Bool
}

/// What waits between the levels (ubesvart): for the other side, and for this one.
struct UnansweredPage: Page {
    static let template = "page_unanswered"

    struct Row: Sendable {
        let path: String
        let text: String
        /// The child where the reader's own service has it, the measure, the other organisation.
        let about: String
        /// Who of the own unit has it in hand.
        let handler: String
        let since: Stamp
        /// For how many days.
        let waited: String
        let due: Stamp?
        let isLate: Bool
    }

    struct Section: Sendable {
        let id: String
        let heading: String
        let total: String
        let rows: [Row]
        /// Where all of them stand; `nil` where these are all.
        let all: Link?
        let links: PageLinks?
    }

    /// How often the professional team's advice was followed, and set aside.
    struct Team: Sendable {
        let followed: String
        let overruled: String
        let overruledIn: [Link]
    }

    let frame: Frame
    /// Back to all lists, from one of them.
    let whole: Link?
    let sections: [Section]
    /// The region's alone.
    let team: Team?
}
