/// What reception could not deliver by itself (arbeidsoppgaver i mottaket).
struct ReceptionPage: Page {
    static let template = "page_reception"

    /// One message that a person must look at.
    struct Row: Sendable {
        let path: String
        /// What is wrong, in a few words.
        let problem: String
        let received: Stamp
        let sender: String
        /// Who has taken it; `nil` while nobody has.
        let owner: String?
        /// Whether it has waited longer than it may.
        let isLate: Bool
    }

    let frame: Frame
    let rows: [Row]
    let hasRows: Bool
    /// The other pages of the list; `nil` where this is all of it.
    let links: PageLinks?

    init(frame: Frame, rows: [Row], links: PageLinks? = nil) {
        self.frame = frame
        self.rows = rows
        self.links = links
        hasRows = !rows.isEmpty
    }
}

/// Why a message is a work item.
enum ReceptionProblem: Sendable {
    case unreadable, unroutable, differentContent, unknownSender, outOfPlace, notTaken

    /// What is wrong, in a few words.
    func title(_ catalog: Catalog) -> String {
        switch self {
        case .unreadable: catalog.text("reception.problem.unreadable")
        case .unroutable: catalog.text("reception.problem.unroutable")
        case .differentContent: catalog.text("reception.problem.differentContent")
        case .unknownSender: catalog.text("reception.problem.unknownSender")
        case .outOfPlace: catalog.text("reception.problem.outOfPlace")
        case .notTaken: catalog.text("reception.problem.notTaken")
        }
    }

    /// What it means and what to do about it.
    func advice(_ catalog: Catalog) -> String {
        switch self {
        case .unreadable: catalog.text("reception.advice.unreadable")
        case .unroutable: catalog.text("reception.advice.unroutable")
        case .differentContent: catalog.text("reception.advice.differentContent")
        case .unknownSender: catalog.text("reception.advice.unknownSender")
        case .outOfPlace: catalog.text("reception.advice.outOfPlace")
        case .notTaken: catalog.text("reception.advice.notTaken")
        }
    }
}

/// One message that reception could not deliver, with what was wrong and what can be done.
struct ReceptionItemPage: Page {
    static let template = "page_reception_item"

    /// One fault in the message.
    struct Finding: Sendable {
        /// Where in the message, as a JSON pointer or a line and column.
        let place: String
        let found: String
        let expected: String
        let message: String
    }

    /// The form that puts a message between units into a conversation.
    struct Attaching: Sendable {
        let form: FormTarget
        let unitField: Field
        let conversationField: Field

        /// `units` gives the unit id and the name of every organisation that is served here.
        init(
            _ form: FormTarget,
            units: [(value: String, label: String)],
            unit: String,
            unitError: String?,
            conversation: String,
            conversationError: String?,
            _ catalog: Catalog
        ) {
            self.form = form
            unitField = Field(
                "unit",
                .list,
                label: catalog.text("reception.attach.unit"),
                value: unit,
                error: unitError,
                options: units
            )
            conversationField = Field(
                "conversation",
                label: catalog.text("reception.attach.conversation"),
                hint: catalog.text("reception.attach.conversation.hint"),
                value: conversation,
                error: conversationError
            )
        }
    }

    let frame: Frame
    let listPath: String
    let problem: String
    let advice: String
    let received: Stamp
    let sender: String
    /// The sender's id of the message.
    let messageID: String
    let owner: String?
    let findings: [Finding]
    let hasFindings: Bool
    /// Whether any tells apart what was found and what was expected; otherwise its message tells both.
    let hasParts: Bool
    /// The beginning of the message as text; what is no text is replaced by the caller.
    let rawText: String
    /// How much is shown and how much there is; `nil` where everything is shown.
    let rawCut: String?
    /// The whole message, byte for byte.
    let rawPath: String?
    /// What came with the message.
    let files: [Link]
    /// The form by which the reader becomes the owner; `nil` where they are it.
    let takeForm: FormTarget?
    /// The form that sends the message to a service; `nil` where it is closed or not the reader's.
    let sendForm: FormTarget?
    let serviceField: Field
    /// `nil` as above, and for what is no message between units.
    let attaching: Attaching?
    /// The form that has the message taken in anew, as it came; `nil` as above, and where that is of no use.
    let againForm: FormTarget?
    /// Why taking it in anew was in vain.
    let againError: String?
    /// The form that asks the sender to send it anew; `nil` as above, and where nothing reaches the sender.
    let answerForm: FormTarget?
    let answerField: Field
    /// The form that closes the item without sending; `nil` as above.
    let closeForm: FormTarget?
    let reasonField: Field
    /// How the item ended; `nil` while it is open.
    let outcome: String?
    let errors: ErrorSummary?

    /// The item in the catalog's language.
    ///
    /// `services` gives the unit id and the name of each service that the message can be sent to, `shownBytes` how many
    /// bytes of the message `rawText` shows, and `totalBytes` how many there are.
    init(
        frame: Frame,
        listPath: String,
        problem: ReceptionProblem,
        received: Stamp,
        sender: String,
        messageID: String,
        owner: String?,
        findings: [Finding],
        rawText: String,
        shownBytes: Int,
        totalBytes: Int,
        rawPath: String? = nil,
        files: [Link] = [],
        takeForm: FormTarget? = nil,
        sendForm: FormTarget? = nil,
        services: [(value: String, label: String)] = [],
        service: String = "",
        serviceError: String? = nil,
        attaching: Attaching? = nil,
        againForm: FormTarget? = nil,
        againError: String? = nil,
        answerForm: FormTarget? = nil,
        answer: String = "",
        answerError: String? = nil,
        closeForm: FormTarget? = nil,
        reason: String = "",
        reasonError: String? = nil,
        outcome: String? = nil,
        _ catalog: Catalog
    ) {
        self.frame = frame
        self.listPath = listPath
        self.problem = problem.title(catalog)
        advice = problem.advice(catalog)
        self.received = received
        self.sender = sender
        self.messageID = messageID
        self.owner = owner
        self.findings = findings
        hasFindings = !findings.isEmpty
        hasParts = findings.contains { !$0.found.isEmpty || !$0.expected.isEmpty }
        self.rawText = rawText
        let sizes = ["shown": String(shownBytes), "total": String(totalBytes)]
        rawCut = shownBytes < totalBytes ? catalog.text("reception.raw.cut", sizes) : nil
        self.rawPath = rawPath
        self.files = files
        self.takeForm = takeForm
        self.sendForm = sendForm
        serviceField = Field(
            "service",
            .list,
            label: catalog.text("reception.service"),
            value: service,
            error: serviceError,
            options: services
        )
        self.attaching = attaching
        self.againForm = againForm
        self.againError = againError
        self.answerForm = answerForm
        answerField = Field(
            "answer",
            .paragraphs,
            label: catalog.text("reception.answer.field"),
            hint: catalog.text("reception.answer.hint"),
            value: answer,
            error: answerError
        )
        self.closeForm = closeForm
        reasonField = Field(
            "reason",
            .paragraphs,
            label: catalog.text("reception.reason"),
            hint: catalog.text("reception.reason.hint"),
            value: reason,
            error: reasonError
        )
        self.outcome = outcome
        let attachFields = attaching.map { [$0.unitField, $0.conversationField] } ?? []
        errors = outcome == nil ? ErrorSummary([serviceField] + attachFields + [answerField, reasonField]) : nil
    }
}
