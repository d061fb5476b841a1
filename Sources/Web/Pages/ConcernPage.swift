/// One concern as a page to read (bekymringsmelding), with its state, its next step and who has read it.
///
/// An absent text is `nil` and is left out or shown as "not given", never as an empty line.
struct ConcernPage: Page {
    static let template = "page_concern"

    let frame: Frame
    let inboxPath: String
    let state: State
    let nextStep: NextStep
    /// What the service has decided about it; `nil` until it is reviewed.
    var review: Review?
    /// What the statistics are told of it, and the form that tells them.
    var statistics: Statistics?
    /// What the reporter has been told, and what not and why.
    var answers: [Fact] = []
    /// The forms that tell the reporter something, or note why not.
    var answering: [Link] = []
    let child: Child
    /// Other children of the same message.
    var siblings: [Sibling] = []
    let reporter: Reporter
    var guardians: [Guardian] = []
    /// What worries the reporter, paragraph by paragraph.
    let worry: [String]
    var history: [String] = []
    var otherViews: [String] = []
    var interpreter: String?
    var otherServices: String?
    /// What was odd about the message, each in a sentence.
    var irregularities: [String] = []
    /// The message as it arrived, byte for byte.
    var originalPath: String?
    /// Whether the reader may see who has read it; only a leader may.
    var showsAccessLog = true
    /// Newest first.
    var accessLog: [Access] = []

    /// Where the concern stands.
    struct State: Sendable {
        let isUrgent: Bool
        /// When the sender says that it was sent; `nil` where the time was unreadable.
        let sent: Stamp?
        let received: Stamp
        /// When a person opened it first; `nil` while it is unread.
        let opened: Stamp?
        let openedBy: String?
        let municipality: String
        /// Through which organisation or channel the message came.
        let channel: String?
        /// The last day of the review (gjennomgang, § 2-1), in words.
        let deadline: String?
        var isDeadlineNear = false
        var isDeadlineOver = false
        /// When it was reviewed; `nil` while it waits.
        var reviewed: Stamp?
        var reviewedBy: String?
    }

    /// What the reader should do now.
    struct NextStep: Sendable {
        /// The page that finds the child's number; `nil` where it is known.
        var matchPath: String?
        /// The form that marks the concern as urgent, or takes the mark away; `nil` where the reader may not.
        var markUrgent: FormTarget?
        var markNotUrgent: FormTarget?
        /// The form of the review; `nil` where it is done.
        var review: Link?
        /// What else the report waits for.
        let steps: PageRows<CasePage.NextStep>
        let hasSteps: Bool

        init(
            matchPath: String? = nil,
            markUrgent: FormTarget? = nil,
            markNotUrgent: FormTarget? = nil,
            review: Link? = nil,
            steps: [CasePage.NextStep] = []
        ) {
            self.matchPath = matchPath
            self.markUrgent = markUrgent
            self.markNotUrgent = markNotUrgent
            self.review = review
            self.steps = PageRows(steps)
            hasSteps = matchPath != nil || review != nil || !steps.isEmpty
        }
    }

    /// What came of the review (gjennomgang, § 2-1).
    struct Review: Sendable {
        let facts: [Fact]
        /// The child's case, or the page that asks why it must be read; `nil` where it was shelved.
        var childsCase: Link?
        /// The form that replaces the review; `nil` where a case took the report up without one.
        let again: Link?
    }

    /// The codes of the register's lists (statistikk).
    struct Statistics: Sendable {
        /// Reporters and contents; empty while it is not coded.
        let facts: [Fact]
        let code: Link
    }

    /// The child as reported.
    struct Child: Sendable {
        let name: String?
        let isUnborn: Bool
        /// The number as it is to be shown; `nil` where none is known.
        let number: String?
        /// What stood where a number should be.
        var unreadableNumber: String?
        var addressLines: [String] = []
        var phone: String?
        /// Whether the child knows of the report; `nil` where nobody was asked.
        var informed: String?
        var informedReason: String?
        var assumedAge: String?
        var relation: String?
    }

    /// Another child of the same message.
    struct Sibling: Sendable {
        let name: String?
        /// The sibling's own concern, where the reader may open it.
        let path: String?
    }

    /// Who reports (melder).
    struct Reporter: Sendable {
        /// The kind of reporter, which decides the heading.
        enum Kind: Sendable {
            case publicBody, privatePerson
        }

        let isPublic: Bool
        let name: String?
        var role: String?
        var organisation: String?
        var organisationNumber: String?
        var addressLines: [String] = []
        var phone: String?
        var email: String?
        /// The colleague who typed the concern in; `nil` where it came as a message.
        var registeredBy: String?
    }

    /// A parent or other guardian (foresatt).
    struct Guardian: Sendable {
        let name: String?
        var phone: String?
        /// "Yes" or "no" in the page's language.
        let informed: String
        var informedReason: String?
    }

    /// One reading of the concern (innsyn).
    struct Access: Sendable {
        let person: String
        let role: String
        let when: Stamp
        /// What was done: opened, printed, fetched the original.
        let purpose: String
    }
}

extension ConcernPage.Reporter {
    init(
        _ kind: Kind,
        name: String?,
        role: String? = nil,
        organisation: String? = nil,
        organisationNumber: String? = nil,
        addressLines: [String] = [],
        phone: String? = nil,
        email: String? = nil,
        registeredBy: String? = nil
    ) {
        self.init(
            isPublic: kind == .publicBody,
            name: name,
            role: role,
            organisation: organisation,
            organisationNumber: organisationNumber,
            addressLines: addressLines,
            phone: phone,
            email: email,
            registeredBy: registeredBy
        )
    }
}

extension ConcernPage {
    /// The paragraphs of a text: lines are kept apart, empty lines are dropped.
    static func paragraphs(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains { !$0.isWhitespace } }
    }
}

extension ConcernPage.Access: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case person, role, purpose, whenMachine, whenText
    }

    static func template(in templates: RowTemplates) -> RowTemplate<ConcernPage.Access> { templates.reading }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .person: .text(person)
        case .role: .text(role)
        case .purpose: .text(purpose)
        case .whenMachine: .text(when.machine)
        case .whenText: .text(when.text)
        }
    }
}
