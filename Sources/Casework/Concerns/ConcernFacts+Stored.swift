package import Law

extension ConcernFacts {
    /// The facts as a snapshot has kept them, field by field.
    package init(
        id: RecordID,
        sequence: Int,
        receivedAt: Instant,
        receivedOn: CalendarDay,
        sentAt: Instant?,
        isPublic: Bool,
        isTypedIn: Bool,
        municipality: String,
        otherChildren: Int,
        rawID: RecordID?,
        identity: Identity,
        isUrgent: Bool,
        openedBy: ActorID?,
        openedAt: Instant?,
        review: ReviewFacts?,
        answers: [AnswerFacts],
        codedAt: Dated?
    ) {
        self.id = id
        self.sequence = sequence
        self.receivedAt = receivedAt
        self.receivedOn = receivedOn
        self.sentAt = sentAt
        self.isPublic = isPublic
        self.isTypedIn = isTypedIn
        self.municipality = municipality
        self.otherChildren = otherChildren
        self.rawID = rawID
        self.identity = identity
        self.isUrgent = isUrgent
        self.openedBy = openedBy
        self.openedAt = openedAt
        self.review = review
        self.answers = answers
        self.codedAt = codedAt
    }
}
