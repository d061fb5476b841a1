/// Something in a conversation that a person should look at: a message that was refused, or an odd one.
package struct ConversationFinding: Hashable, Sendable {
    /// The message that it is about.
    package let message: MessageKey
    /// What is wrong with it, and whether it counts all the same.
    package let reason: Reason

    /// What is wrong with the message.
    package enum Reason: Hashable, Sendable {
        /// It follows a message that its sender neither sent nor got, or one with another receiver. No effect.
        case otherParties
        /// It answers a receipt or a failure, which nothing may answer. No effect.
        case receiptOfReceipt
        /// It does to a message what cannot be done to a message of that kind. No effect.
        case wrongTarget
        /// It starts a conversation that its sender has started under the same id with somebody else. No effect.
        case secondOpening
        /// It adds to or replaces what its sender had withdrawn or deleted before. No effect.
        case afterEnd
        /// There are several messages with the same id and different content. The first one sent counts.
        case contested
        /// It was sent before the message that it follows: a clock is wrong. It counts.
        case sentBeforeTarget
    }
}

extension ConversationFinding.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .otherParties: "Follows a message between other parties; ask the sender which message was meant."
        case .receiptOfReceipt: "Answers a receipt or a failure message, which nothing answers."
        case .wrongTarget: "Does to a message what cannot be done to one of that kind; ask the sender what was meant."
        case .secondOpening: "Starts a conversation under an id that its sender uses for one with another receiver."
        case .afterEnd: "Was sent after its sender had withdrawn the conversation; a new one has to be started."
        case .contested: "The same id was used for different messages; the first one sent counts."
        case .sentBeforeTarget: "Was sent before the message that it follows; one of the clocks is wrong."
        }
    }
}
