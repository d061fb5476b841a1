package import Law

/// Somebody who is not assigned to a case has said why they must read it.
package struct ExplainedReading: Hashable, Sendable {
    /// On what the right to read rests.
    package enum Ground: UInt8, Hashable, Sendable, CaseIterable {
        /// A need in the service's own work, such as somebody's absence; the leader looks at it afterwards.
        case need = 1
        /// The county governor's supervision, case by case (barnevernsloven § 17-4).
        case supervision = 2
    }

    package var caseID: RecordID
    package var ground: Ground
    package var reason: String

    package init(caseID: RecordID, ground: Ground, reason: String) {
        self.caseID = caseID
        self.ground = ground
        self.reason = reason
    }
}

/// What has happened with an explained reading; the stream is the reading's own.
package enum ReadingEvent: Hashable, Sendable {
    case explained(ExplainedReading)
    /// The leader has looked at the reason.
    case reviewed
}

/// What the gate and the leader's list know of an explained reading: no text.
package struct ReadingFacts: Hashable, Sendable {
    /// How long an explanation lets somebody in, in seconds.
    package static let lifetime = 24 * 3600

    package let id: RecordID
    package let caseID: RecordID
    package let reader: ActorID
    package let ground: ExplainedReading.Ground
    package let at: Instant
    /// The entry where the reason can be read.
    package let entry: Int
    package var isReviewed: Bool

    package init(
        id: RecordID,
        caseID: RecordID,
        reader: ActorID,
        ground: ExplainedReading.Ground,
        at: Instant,
        entry: Int,
        isReviewed: Bool
    ) {
        self.id = id
        self.caseID = caseID
        self.reader = reader
        self.ground = ground
        self.at = at
        self.entry = entry
        self.isReviewed = isReviewed
    }

    /// Whether it still lets its reader in.
    func holds(at now: Instant) -> Bool { at.seconds(until: now) < Double(Self.lifetime) }
}
