/// Which referral to write (valg av henvisning), and those that have been sent.
struct ReferralKindsPage: Page {
    static let template = "page_referral_kinds"

    struct Kind: Sendable {
        let title: String
        let path: String
        let help: String
        /// What the case lacks for it; `nil` where it fits.
        let remark: String?
    }

    struct Sent: Sendable {
        let title: String
        let receiver: String
        let when: Stamp
        /// Where both levels read it.
        let path: String
        let links: [Link]
    }

    let frame: Frame
    let back: Link
    let child: String
    let first: [Kind]
    let others: [Kind]
    let sent: [Sent]
}

/// One section of a message's form.
struct ReferralSection: Sendable {
    let heading: String
    var hint: String?
    var condition: String?
    let tokens: [ReferralToken]
}

/// A step of a section: where a group begins or ends, a field, a button; just one of them.
struct ReferralToken: Sendable {
    /// A group begins.
    struct Open: Sendable {
        let legend: String
        let isThird: Bool
        let isDeeper: Bool
        let hint: String?
        let condition: String?

        init(legend: String, level: Int, hint: String? = nil, condition: String? = nil) {
            self.legend = legend
            isThird = level <= 3
            isDeeper = level > 3
            self.hint = hint
            self.condition = condition
        }
    }

    /// What is wrong with a whole group.
    struct Wrong: Sendable {
        let id: String
        let message: String
    }

    var open: Open?
    var isClose = false
    var field: Field?
    var wrong: Wrong?
    var button: ReferralButton?
    var note: String?
}

/// A button of the form: what the posted field `do` says.
struct ReferralButton: Sendable {
    let value: String
    let label: String
    var isMain = false
}

/// The form of a message (henvisningsskjema), prefilled from the case.
struct ReferralFormPage: Page {
    static let template = "page_referral_form"

    /// Everything that is wrong, each linked to its place.
    struct Errors: Sendable {
        let items: [ErrorSummary.Item]
    }

    let frame: Frame
    let back: Link
    let child: String
    let title: String
    let lead: String
    /// How much of the form the case has filled in, in a sentence.
    let tally: String?
    let errors: Errors?
    let warnings: [String]
    /// What the rules find besides, in English.
    let rules: [String]
    let sections: [ReferralSection]
    let form: FormTarget
    let hidden: [HiddenField]
    let saved: Stamp?
    let buttons: [ReferralButton]
}

/// What the receiver will see, to be read before it is sent (forhåndsvisning av melding).
struct ReferralPreviewPage: Page {
    static let template = "page_referral_preview"

    struct Row: Sendable {
        let cells: [String]
    }

    /// A stretch of the message: a heading, labels with texts, or a table.
    struct Block: Sendable {
        let heading: String?
        let isThird: Bool
        let isDeeper: Bool
        let facts: [Fact]
        let columns: [String]
        let rows: [Row]

        init(
            heading: String? = nil,
            level: Int = 3,
            facts: [Fact] = [],
            columns: [String] = [],
            rows: [[String]] = []
        ) {
            self.heading = heading
            isThird = heading != nil && level <= 3
            isDeeper = heading != nil && level > 3
            self.facts = facts
            self.columns = columns
            self.rows = rows.map(Row.init)
        }
    }

    let frame: Frame
    let back: Link
    let child: String
    let title: String
    let verdicts: [Fact]
    let warnings: [String]
    let blocks: [Block]
    let files: [String]
    let xml: String
    let form: FormTarget
    let hidden: [HiddenField]
    let buttons: [ReferralButton]
}
