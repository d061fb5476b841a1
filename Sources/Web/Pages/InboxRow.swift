/// One concern in the inbox.
struct InboxRow: Sendable {
    /// Who sent the concern.
    enum Source: Equatable, Sendable {
        /// A public body; the text is role and organisation, as the reader shall see them.
        case publicBody(String)
        case privatePerson
        /// Typed in by the service itself, after a telephone call or a letter.
        case registered
    }

    /// How the last day of the review (gjennomgang, § 2-1) lies.
    enum Deadline: Sendable {
        case ahead, near, over
    }

    private let path: String
    private let isUrgent: Bool
    private let isUnread: Bool
    private let openedBy: String
    private let openedAt: Stamp?
    private let received: Stamp
    private let child: String
    private let otherChildren: String
    private let source: String
    private let sourceDetail: String
    private let municipality: String
    private let isMissingNumber: Bool
    private let deadline: String
    private let deadlineState: Deadline

    /// The row in the catalog's language.
    ///
    /// `path` is where the concern can be read, `openedBy` who opened it first, `childName` the name as reported (`nil`
    /// where the reporter gave none), `otherChildren` how many others the same message names, and `deadline` the last
    /// day of the review in words (`nil` once it is done).
    init(
        path: String,
        isUrgent: Bool = false,
        isUnread: Bool = false,
        openedBy: String? = nil,
        openedAt: Stamp? = nil,
        received: Stamp,
        childName: String?,
        isUnborn: Bool = false,
        otherChildren: Int = 0,
        source: Source,
        municipality: String,
        isMissingNumber: Bool = false,
        deadline: String? = nil,
        deadlineState: Deadline = .ahead,
        _ catalog: Catalog
    ) {
        self.path = path
        self.isUrgent = isUrgent
        self.isUnread = isUnread
        self.openedBy =
            openedBy.map { catalog.text("inbox.openedBy", ["person": $0]) } ?? catalog.text("concern.opened")
        self.openedAt = openedAt
        self.received = received
        child = childName ?? (isUnborn ? catalog.text("child.unborn") : catalog.text("child.nameless"))
        self.otherChildren = otherChildren > 0 ? catalog.plural("inbox.otherChildren", otherChildren) : ""
        switch source {
        case .publicBody(let detail):
            self.source = catalog.text("source.public")
            sourceDetail = detail
        case .privatePerson:
            self.source = catalog.text("source.private")
            sourceDetail = ""
        case .registered:
            self.source = catalog.text("source.registered")
            sourceDetail = ""
        }
        self.municipality = municipality
        self.isMissingNumber = isMissingNumber
        self.deadline = deadline ?? "–"
        self.deadlineState = deadlineState
    }
}

extension InboxRow: PageRow {
    enum Name: String, CaseIterable, Sendable {
        case path, isUrgent, isUnread, rowClass, openedBy, openedMachine, openedText, receivedMachine, receivedText
        case receivedAge, child, otherChildren, source, sourceDetail, municipality, isMissingNumber, deadline
        case isDeadlineNear, isDeadlineOver
    }

    static func template(in templates: RowTemplates) -> RowTemplate<InboxRow> { templates.concern }

    func value(_ name: Name) -> RowValue {
        switch name {
        case .path: .text(path)
        case .isUrgent: .flag(isUrgent)
        case .isUnread: .flag(isUnread)
        case .rowClass: .text((isUnread ? "unread" : "opened") + (isUrgent ? " urgent" : ""))
        case .openedBy: .text(openedBy)
        case .openedMachine: .text(openedAt?.machine ?? "")
        case .openedText: .text(openedAt.map { $0.age ?? $0.text } ?? "")
        case .receivedMachine: .text(received.machine)
        case .receivedText: .text(received.text)
        case .receivedAge: .text(received.age ?? "")
        case .child: .text(child)
        case .otherChildren: .text(otherChildren)
        case .source: .text(source)
        case .sourceDetail: .text(sourceDetail)
        case .municipality: .text(municipality)
        case .isMissingNumber: .flag(isMissingNumber)
        case .deadline: .text(deadline)
        case .isDeadlineNear: .flag(deadlineState == .near)
        case .isDeadlineOver: .flag(deadlineState == .over)
        }
    }
}
