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

    package let id: RecordID
    /// The journal entry that holds the report itself.
    package let sequence: Int
    /// When the message reached us: earlier than the entry where somebody had to place it by hand, or a restart lay
    /// between.
    package let receivedAt: Instant
    /// The day of `receivedAt` in Oslo; the law counts from it.
    package let receivedOn: CalendarDay
    package let sentAt: Instant?
    package let isPublic: Bool
    package let isTypedIn: Bool
    package let municipality: String
    package let otherChildren: Int
    package let rawID: RecordID?
    package var identity: Identity
    package var isUrgent: Bool
    package var openedBy: ActorID?
    package var openedAt: Instant?
    /// `nil` until somebody in the service has reviewed it.
    package var review: ReviewFacts?
    /// What the reporter has been told, or need not be.
    package var answers: [AnswerFacts] = []

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
        }
    }
}
