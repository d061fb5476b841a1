package import Law

/// What the header of a message must say that follows another: the permission to send it.
///
/// It is made only by the rules of a conversation, so a follow-up that a conversation forbids has no header.
package struct FollowUpReference: Hashable, Sendable {
    /// What the new message is to the one it follows (MeldingsForbindelse).
    package let relation: MessageRelation
    /// The conversation (StartMeldingId).
    package let start: RecordID
    /// The message that it follows (MeldingId).
    package let message: RecordID
    /// What the receiver has called the case, if it has called it anything (MottakersRef).
    package let receiverReference: String?
    /// Who sends the new message.
    package let sender: OrganisationNumber
    /// To whom it goes.
    package let receiver: OrganisationNumber
    /// The new message has to be sent after this, or it will not be the newest (SendtTidspunkt).
    package let sentAfter: Instant
}
