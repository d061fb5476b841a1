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

    /// The case that was read.
    package var caseID: RecordID
    /// On what the right to read rests.
    package var ground: Ground
    /// What the person has given as the reason, in their own words.
    package var reason: String

    package init(caseID: RecordID, ground: Ground, reason: String) {
        self.caseID = caseID
        self.ground = ground
        self.reason = reason
    }
}

/// What has happened with an explained reading; the stream is the reading's own.
package enum ReadingEvent: Hashable, Sendable {
    /// Somebody has said why, and can read for a day.
    case explained(ExplainedReading)
    /// The leader has looked at the reason.
    case reviewed
}

/// What the gate and the leader's list know of an explained reading: no text.
package struct ReadingFacts: Hashable, Sendable {
    /// How long an explanation lets somebody in, in seconds.
    package static let lifetime = 24 * 3600

    /// The reading's own stream.
    package let id: RecordID
    /// The case that was read.
    package let caseID: RecordID
    /// Who read it.
    package let reader: ActorID
    /// On what the right to read rests.
    package let ground: ExplainedReading.Ground
    /// When the reason was given; the day that it lasts begins here.
    package let at: Instant
    /// The entry where the reason can be read.
    package let entry: Int
    /// Whether the leader has looked at the reason.
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
