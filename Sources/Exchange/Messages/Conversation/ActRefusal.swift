package import Law

/// Why a message must not be sent in a conversation as it stands.
package enum ActRefusal: Error, Hashable, Sendable {
    /// The first message is not there yet.
    case notOpened
    /// The conversation has been withdrawn by this message.
    case withdrawn(by: RecordID)
    /// The conversation has been deleted by this message.
    case deleted(by: RecordID)
    /// Only the one that sent the first message may do this.
    case notOpener
    /// No such message of this sender, or it waits for an earlier one.
    case unknown(RecordID)
    /// It has been taken back or replaced, or came too late.
    case noLongerCounts(RecordID)
    /// The message is none of those that this can be done to.
    case wrongTarget(RecordID)
    /// The message went to somebody else.
    case notSentToYou(RecordID)
    /// Nothing answers a receipt, a failure or a test in this way.
    case neverAnswered(RecordID)
    /// This has been answered already: send the same answer again rather than another.
    case alreadyAnswered(by: RecordID)
    /// An update is of the same kind as what it replaces.
    case otherKind(MessageKind)
}

extension ActRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notOpened: "The first message of this conversation has not come; wait for it or ask for it."
        case .withdrawn(let id): "The conversation was withdrawn by message \(id); start a new one."
        case .deleted(let id): "The conversation was deleted by message \(id); start a new one."
        case .notOpener: "Only the sender of the first message may do this."
        case .unknown(let id): "There is no message \(id) of this sender that has found its place."
        case .noLongerCounts(let id): "Message \(id) does not count any more; choose the one that does."
        case .wrongTarget(let id): "This cannot be done to message \(id); choose one of another kind."
        case .notSentToYou(let id): "Message \(id) was not sent to this organisation."
        case .neverAnswered(let id): "Message \(id) is of a kind that is not answered in this way."
        case .alreadyAnswered(let id): "This was answered by message \(id); send that one again."
        case .otherKind: "An update is of the same kind as what it replaces; withdraw it and start a new conversation."
        }
    }
}
