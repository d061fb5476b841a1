import Law

/// A referral as one level sees it (henvisningen): what is next, both figures, what was told.
struct RoomPage: Page {
    static let template = "page_room"

    /// Something that one side has to do next.
    struct Step: Sendable {
        let text: String
        let owner: String
        let isOwn: Bool
        let due: Stamp?
        let isPast: Bool
        /// Whether no section and no message has set the time.
        let isUnconfirmed: Bool
        let waited: String
        let act: Link?
    }

    /// Days past the wanted date: counted, never judged.
    struct DaysPast: Sendable {
        let days: String
        let isAny: Bool
        let notes: [String]
        /// Days that lie with somebody else.
        let apart: [Fact]
    }

    /// Breaches: judged, never counted from by themselves.
    struct Breaches: Sendable {
        struct Row: Sendable {
            let days: String
            let count: String
            let kind: String
            let standing: String
            let isConfirmed: Bool
            let cause: String?
            let judge: Link?
        }

        let confirmed: String
        let rows: [Row]
        /// Why there can be none; `nil` where the state is obliged.
        let none: String?
    }

    struct Offer: Sendable {
        let title: String
        let state: String
        let isOpen: Bool
        let facts: [Fact]
        let act: Link?
    }

    struct PathStep: Sendable {
        let label: String
        let isDone: Bool
        let isNext: Bool
        let when: String?
    }

    struct Task: Sendable {
        let text: String
        let owner: String
        let due: Stamp
        let done: String?
        let act: Link?
    }

    struct Hold: Sendable {
        let place: String
        let owner: String
        let days: String
        let state: String
        /// Gives it up; `nil` where it is over.
        let giveUp: FormTarget?
        let id: String
    }

    struct Line: Sendable {
        let when: Stamp
        let text: String
        let who: String?
        /// Whether it counts for nothing any more.
        let isStruck: Bool
        let path: String?
        /// What its message says in words.
        let texts: [Fact]
    }

    struct MessageRow: Sendable {
        let title: String
        let path: String
        let xmlPath: String
        let direction: String
        let when: Stamp
        let receipt: String
        let isFailed: Bool
        let attachments: [Link]
    }

    /// Something that the other side owes an answer to.
    struct Owed: Sendable {
        let text: String
        let since: Stamp
        let isLate: Bool
    }

    /// The form by which somebody is made the one who handles it.
    struct Handler: Sendable {
        let name: String?
        let take: FormTarget?
        /// Who has it as the page shows it; empty for nobody.
        let holder: String
        let assign: FormTarget
        let field: Field
        let conflict: Conflict
    }

    /// Who is shut out for a conflict of interest, and the forms for it.
    struct Conflict: Sendable {
        let barred: [String]
        let declare: FormTarget
        let declareFields: [Field]
        /// `nil` where nobody is shut out.
        let lift: FormTarget?
        let liftFields: [Field]
    }

    let frame: Frame
    let back: Link
    let title: String
    let counterpart: String
    let phase: String
    let isAcute: Bool
    /// Why something was not done; `nil` where nothing was refused.
    let notice: String?
    let hasNews: Bool
    let facts: [Fact]
    let handler: Handler?
    let errors: ErrorSummary?
    let steps: [Step]
    let actions: [Link]
    /// What the reader has begun to write and not sent.
    let drafts: [MyDayPage.Draft]
    let days: DaysPast
    let breaches: Breaches
    /// When the decision behind it lapses; `nil` where it does by no rule.
    let lapses: Stamp?
    let isLapsed: Bool
    /// Whether a standing offer departs from what the tribunal demanded.
    let isBackToTribunal: Bool
    let backToTribunal: Link?
    let acute: [Fact]
    let offers: [Offer]
    let pathway: [PathStep]
    let stays: [Offer]
    let tasks: [Task]
    let holds: [Hold]
    let owed: [Owed]
    let timeline: Timeline?
    let lines: [Line]
    let messages: [MessageRow]
}

/// The question before somebody takes over what another handles (overtakelse).
struct TakeOverPage: Page {
    static let template = "page_take_over"

    let frame: Frame
    let back: Link
    let subject: String
    /// Who has it, and since when.
    let held: String
    let form: FormTarget
    let hidden: [HiddenField]
    let act: String
}

/// One message of a referral, as a person reads it (meldingen).
struct MessagePage: Page {
    static let template = "page_message"

    /// A heading, what stands under it, and the groups within, flat: the level tells how deep.
    struct Section: Sendable {
        let heading: String
        let isDeep: Bool
        let facts: [Fact]
        let columns: [String]
        let rows: [Row]

        struct Row: Sendable {
            let cells: [String]
        }
    }

    let frame: Frame
    let back: Link
    let title: String
    let facts: [Fact]
    let sections: [Section]
    let xmlPath: String
    let attachments: [Link]
    /// What is wrong with it, where something is.
    let findings: [String]
}
