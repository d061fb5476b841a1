package import Law

/// What has happened to a report of concern, in the journal of one child in one service.
package enum ConcernEvent: Hashable, Sendable {
    /// The report came in. Source: barnevernsloven § 2-1; the week for the review runs from the day it is received.
    case received(ReceivedConcern)
    /// Somebody in the service opened it for the first time.
    case opened
    /// The child was given a number, or found among people that the service knows.
    case childMatched(PersonNumber)
    /// The service looked for the child and could not find a number; the reason is the service's own words.
    case childNotFound(reason: String)
    /// Somebody in the service decided that it needs, or does not need, follow-up at once.
    case urgencySet(Bool)
    /// The service has reviewed it.
    case reviewed(ConcernReview)
    /// The reporter has been told; one telling may hold several answers.
    case reporterAnswered([ReporterAnswer])
    /// The reporter is not told, for a reason.
    case answerOmitted(ReporterAnswer, AnswerOmission)
    /// It is coded for the statistics, or coded anew: the whole of it each time, and the last one counts.
    case coded(ConcernCodes)
}

/// A report as it came in, with what is known about its way.
package struct ReceivedConcern: Hashable, Sendable {
    /// How it reached the service.
    package enum Channel: Hashable, Sendable {
        /// As a message; the form's name, such as `offentlig.v2`.
        case message(form: String)
        /// Typed in by somebody in the service after a call, a letter or a visit.
        case typedIn
    }

    /// What it says.
    package var concern: Concern
    /// How it reached the service.
    package var channel: Channel
    /// The id under which the sender knows the message; the key of the request where it gave no other.
    package var messageID: String
    /// The message as it was received; `nil` where it was typed in.
    package var rawID: RecordID?
    /// This child's place among the children of the message, from 0.
    package var childIndex: Int
    /// What a person should know about how the message was read, one code per irregularity.
    package var irregularities: [String]
    /// Whether it needs somebody at once, as far as the form tells.
    package var isUrgent: Bool
    /// When the message reached us, or somebody in the service was told; its age counts from here, however long it took
    /// until it was stored in the service.
    package var receivedAt: Instant

    package init(
        concern: Concern,
        channel: Channel,
        messageID: String,
        rawID: RecordID?,
        childIndex: Int,
        irregularities: [String],
        isUrgent: Bool,
        receivedAt: Instant
    ) {
        self.concern = concern
        self.channel = channel
        self.messageID = messageID
        self.rawID = rawID
        self.childIndex = childIndex
        self.irregularities = irregularities
        self.isUrgent = isUrgent
        self.receivedAt = receivedAt
    }
}
