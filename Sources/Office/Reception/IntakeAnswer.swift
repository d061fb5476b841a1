package import Law

/// What a sender is answered; made from the journal, so that the same question always gets the same answer.
package enum IntakeAnswer: Hashable, Sendable {
    /// Stored in the journal of a service, one report per child.
    case received(Receipt)
    /// Kept, but nobody could place it by rule: reception sees to it.
    case kept(WorkItem, id: RecordID)
    /// The key or id has been used for other content; that too is kept.
    case idUsedForOtherContent

    /// What a sender is told of a message that is stored.
    package struct Receipt: Hashable, Sendable {
        /// The unit that has it: a service, or reception.
        package let unit: UnitID
        /// The reports' ids, in the order of the children.
        package let concerns: [RecordID]
        /// When it was received.
        package let receivedAt: Instant
        /// The id under which the sender knows it; the key of the request where it gave no other.
        package let messageID: String
    }

    /// The status of the answer: 201 stored, 422 kept but not placed, 409 id used before.
    package var status: Int {
        switch self {
        case .received: 201
        case .kept: 422
        case .idUsedForOtherContent: 409
        }
    }
}
