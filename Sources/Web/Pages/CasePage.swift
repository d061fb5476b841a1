/// A child's case (barnets sak): what is next, the child's view, the duties, what has happened, people and documents.
struct CasePage: Page {
    static let template = "page_case"

    let frame: Frame
    let back: Link
    let head: Head
    /// Whoever may not be let in, for the leader to see.
    let conflicts: [String]
    /// Why the reader has access where the case is not assigned to them.
    let explained: String?
    let next: PageRows<NextStep>
    let hasNext: Bool
    let view: ChildsView
    let duties: DutyList
    let hasDuties: Bool
    /// What others than the service have to do in the case.
    let others: DutyList
    let hasOthers: Bool
    /// Duties that are met, lapsed or waived.
    let past: DutyList
    let pastCount: String
    let hasPast: Bool
    let timeline: Timeline
    /// Of the investigations that the statistics ask it of; oldest first.
    let grounds: [Grounds]
    /// Newest first.
    let entries: PageRows<JournalLine>
    let hasEntries: Bool
    /// The whole list, where only the newest entries are shown.
    let allEntriesPath: String?
    let people: PageRows<Person>
    let addPerson: Link?
    let documents: [Document]
    let hasDocuments: Bool
    let upload: Upload?
    let actions: [ActionGroup]
    let chronologyPath: String
    /// Where its referrals stand; `nil` for a reader of another service.
    let referralsPath: String?
    let access: PageRows<ConcernPage.Access>
    let showsAccess: Bool
    /// Whether the log is unfolded, since it was asked for.
    let isWholeLog: Bool
    /// The whole log, where only its newest lines are shown.
    let allAccessPath: String?

    /// Who it is about and where the case stands.
    struct Head: Sendable {
        let child: String
        /// Age, or when an unborn child is expected.
        let age: String?
        /// The child's number as it is to be shown.
        let number: String?
        let municipality: String
        /// Who works with the case and as what.
        let workers: [Fact]
        /// The form that makes somebody answer for it; `nil` where somebody does, or the reader may not.
        let assign: Link?
        let isUnassigned: Bool
        let opened: Stamp
        /// When and why it was closed; `nil` while it is open.
        let closed: Closing?
    }

    struct Closing: Sendable {
        let when: Stamp
        let reason: String
        let reopen: Link?
    }

    /// Something that the case waits for, with what does it.
    struct NextStep: Sendable {
        let text: String
        let citation: Link?
        let due: Stamp?
        let remaining: String
        let isOverdue: Bool
        let isNear: Bool
        let act: Link?

        init(
            text: String,
            citation: Link?,
            due: Stamp?,
            remaining: String,
            isOverdue: Bool,
            isNear: Bool,
            act: Link?
        ) {
            self.text = text
            self.citation = citation
            self.due = due
            self.remaining = remaining
            self.isOverdue = isOverdue
            self.isNear = isNear
            self.act = act
        }

        /// Something that no day is set for.
        init(owed text: String, act: Link?) {
            self.init(
                text: text,
                citation: nil,
                due: nil,
                remaining: "",
                isOverdue: false,
                isNear: false,
                act: act
            )
        }
    }

    /// What measures or a petition after an investigation rest on, as the statistics are told it (vedtaksgrunnlag).
    struct Grounds: Sendable {
        /// Which investigation, by its outcome and its day.
        let title: String
        /// Empty while nobody has stated them.
        let lines: [String]
        /// `nil` for a reader who may not change the case.
        let state: Link?
    }

    /// What the child has said, first on the page (barnets stemme).
    struct ChildsView: Sendable {
        /// What the child says is most important, in its own words.
        let mostImportant: String?
        let heard: Stamp?
        /// How, and by whom.
        let how: String?
        /// The five elements that must be written down of a hearing, in their order; empty where there was none.
        let elements: [Fact]
        /// Why the child was not heard the last time; `nil` where it was, or nobody has tried.
        let notHeard: [String]
        let isNeverTried: Bool
        /// Whether the child knows that it may bring somebody it trusts, in a sentence.
        let trustedPerson: String?
        let hear: Link?
        /// The entry in the list, on this page.
        let entry: Link?
    }

    /// Somebody around the child.
    struct Person: Sendable {
        let name: String
        let relation: String
        let isChild: Bool
        var birth: String?
        var number: String?
        var phone: String?
        var addressLines: [String] = []
        /// Where the reader asks to see an address that is hidden; `nil` where none is.
        var hiddenAddress: Link?
        /// A sibling's own case, where there is one.
        var casePath: String?
        var edit: Link?
    }

    struct Document: Sendable {
        let name: String
        let path: String
        /// Kind and size, as in "PDF, 120 kB".
        let kind: String
        let added: Stamp
        let person: String
    }

    /// The form that adds a document.
    struct Upload: Sendable {
        let form: FormTarget
        let fields: [Field]
    }

    /// Forms that belong together, under one heading.
    struct ActionGroup: Sendable {
        let heading: String
        let links: PageRows<Link>

        init(heading: String, links: [Link]) {
            self.heading = heading
            self.links = PageRows(links)
        }
    }

    init(
        frame: Frame,
        back: Link,
        head: Head,
        conflicts: [String] = [],
        explained: String? = nil,
        next: [NextStep],
        view: ChildsView,
        duties: [DutyView],
        others: [DutyView] = [],
        past: [DutyView],
        timeline: Timeline,
        grounds: [Grounds] = [],
        entries: [JournalLine],
        allEntriesPath: String? = nil,
        people: [Person],
        addPerson: Link?,
        documents: [Document],
        upload: Upload?,
        actions: [ActionGroup],
        chronologyPath: String,
        referralsPath: String? = nil,
        access: [ConcernPage.Access]?,
        isWholeLog: Bool = false,
        allAccessPath: String? = nil
    ) {
        self.frame = frame
        self.back = back
        self.head = head
        self.conflicts = conflicts
        self.explained = explained
        self.next = PageRows(next)
        hasNext = !next.isEmpty
        self.view = view
        self.duties = DutyList(rows: duties)
        hasDuties = !duties.isEmpty
        self.others = DutyList(rows: others)
        hasOthers = !others.isEmpty
        self.past = DutyList(rows: past)
        pastCount = String(past.count)
        hasPast = !past.isEmpty
        self.timeline = timeline
        self.grounds = grounds
        self.entries = PageRows(entries)
        hasEntries = !entries.isEmpty
        self.allEntriesPath = allEntriesPath
        self.people = PageRows(people)
        self.addPerson = addPerson
        self.documents = documents
        hasDocuments = !documents.isEmpty
        self.upload = upload
        self.actions = actions
        self.chronologyPath = chronologyPath
        self.referralsPath = referralsPath
        self.access = PageRows(access ?? [])
        showsAccess = access != nil
        self.isWholeLog = isWholeLog
        self.allAccessPath = allAccessPath
    }
}

/// One entry of a case's journal as it is read (journalføring).
struct JournalLine: Sendable {
    /// Its id on the page, such as `entry-17`.
    let id: String
    /// The day that it counts from, and the time that it was written where that is another day.
    let day: Stamp
    let recorded: Stamp?
    let title: String
    /// What kind of thing it is, as the lanes of the drawing name it; `nil` for none of them.
    let lane: String?
    let person: String
    let text: [String]
    /// Whether it has been corrected and does not count any more.
    let isStruck: Bool
    /// The entry that corrects it, and why.
    let correction: Link?
    let correctionReason: String?
    /// The form that corrects it; `nil` where the reader may not.
    let correct: Link?

    init(
        number: Int,
        day: Stamp,
        recorded: Stamp? = nil,
        title: String,
        lane: String? = nil,
        person: String,
        text: [String] = [],
        correctedBy: Int? = nil,
        correctionReason: String? = nil,
        correct: Link? = nil,
        _ catalog: Catalog
    ) {
        id = "entry-\(number)"
        self.day = day
        self.recorded = recorded
        self.title = title
        self.lane = lane
        self.person = person
        self.text = text
        isStruck = correctedBy != nil
        correction = correctedBy.map { Link(label: catalog.text("case.entry.correction"), path: "#entry-\($0)") }
        self.correctionReason = correctionReason
        self.correct = correctedBy == nil ? correct : nil
    }
}
