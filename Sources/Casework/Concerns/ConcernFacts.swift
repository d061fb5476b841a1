package import Law

/// What the service's work list knows about a report of concern: facts and marks, no name and no free text.
package struct ConcernFacts: Hashable, Sendable {
    /// How sure the service is of who the child is.
    package enum Identity: Hashable, Sendable {
        /// The sender gave a number.
        case numbered
        /// No number: somebody must find the child.
        case missing
        /// An unborn child has no number yet.
        case unborn
        /// The service found the number.
        case matched
        /// The service looked and did not find it.
        case notFound
    }

    /// The report's own journal.
    package let id: RecordID
    /// The journal entry that holds the report itself.
    package let sequence: Int
    /// When the message reached us: earlier than the entry where somebody had to place it by hand, or a restart lay
    /// between.
    package let receivedAt: Instant
    /// The day of `receivedAt` in Oslo; the law counts from it.
    package let receivedOn: CalendarDay
    /// When the sender says that it was sent; `nil` where the sender does not say.
    package let sentAt: Instant?
    /// Whether a public body reports, which must be answered more often (§ 13-3).
    package let isPublic: Bool
    /// Whether somebody in the service wrote it down after a call, a letter or a visit.
    package let isTypedIn: Bool
    /// Four digits: where it was addressed.
    package let municipality: String
    /// How many other children the same message names.
    package let otherChildren: Int
    /// The message as it was received; `nil` where it was typed in.
    package let rawID: RecordID?
    /// How sure the service is of who the child is.
    package var identity: Identity
    /// Whether it needs somebody at once, by the form or by somebody who has read it.
    package var isUrgent: Bool
    /// Who read it first; `nil` while nobody has.
    package var openedBy: ActorID?
    /// When it was first read.
    package var openedAt: Instant?
    /// `nil` until somebody in the service has reviewed it.
    package var review: ReviewFacts?
    /// What the reporter has been told, or need not be.
    package var answers: [AnswerFacts] = []
    /// When it was last coded for the statistics, and where that stands; `nil` until it is.
    package var codedAt: Dated?

    /// The facts of a report that has just come in.
    ///
    /// - Parameters:
    ///   - gist: What the list needs of the report.
    ///   - id: The report's own journal.
    ///   - sequence: The entry that holds the report.
    ///   - occurredOn: The day on which it was received, from which the law counts.
    package init(
        _ gist: ConcernGist,
        id: RecordID,
        sequence: Int,
        on occurredOn: CalendarDay
    ) {
        self.id = id
        self.sequence = sequence
        receivedAt = gist.receivedAt
        receivedOn = occurredOn
        sentAt = gist.sentAt
        isPublic = gist.isPublic
        isTypedIn = gist.isTypedIn
        municipality = gist.municipality
        otherChildren = gist.otherChildren
        rawID = gist.rawID
        isUrgent = gist.isUrgent
        identity = gist.identity
    }

    /// Takes one more event into account.
    package mutating func apply(
        _ event: ConcernEvent,
        by actor: ActorID,
        at recordedAt: Instant,
        on occurredOn: CalendarDay,
        entry: Int
    ) {
        switch event {
        case .received: break
        case .opened where openedBy == nil:
            openedBy = actor
            openedAt = recordedAt
        case .opened: break
        case .childMatched: identity = .matched
        case .childNotFound: identity = .notFound
        case .urgencySet(let urgent): isUrgent = urgent
        case .reviewed(let review):
            self.review = ReviewFacts(review, at: Dated(on: occurredOn, entry: entry))
        case .reporterAnswered(let told):
            answers += told.map { AnswerFacts(answer: $0, omission: nil, at: Dated(on: occurredOn, entry: entry)) }
        case .answerOmitted(let answer, let omission):
            let waiver = AnswerFacts.Omission(omission)
            answers.append(AnswerFacts(answer: answer, omission: waiver, at: Dated(on: occurredOn, entry: entry)))
        case .coded: codedAt = Dated(on: occurredOn, entry: entry)
        }
    }
}
