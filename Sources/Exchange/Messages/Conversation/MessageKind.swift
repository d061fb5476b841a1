/// What sort of message stands in a conversation: one that Bufdir defines, or one of our own.
package enum MessageKind: Hashable, Sendable {
    case standard(MessageType)
    case rettid(ExtensionType)

    /// What a message of this kind may be to the one it follows, copies apart.
    package var allowedRelations: [MessageRelation] {
        switch self {
        case .standard(let type): type.allowedRelations
        case .rettid(let type): type.allowedRelations
        }
    }

    /// Whether a message of this kind may start a conversation.
    package var mayStart: Bool {
        switch self {
        case .standard(let type): type.mayStart
        case .rettid(let type): type.mayStart
        }
    }

    /// Whether nothing may answer a message of this kind: receipts and failures.
    package var isTerminal: Bool {
        switch self {
        case .standard(let type): type.isTerminal
        case .rettid: false
        }
    }

    /// Whether a person may answer it with a receipt; a test concerns the systems only.
    ///
    /// Source: the definitions' list of what each message may be answered with.
    package var mayHaveCaseworkerReceipt: Bool { !isTerminal && self != .standard(.test) }

    /// A fixed text by which kinds are ordered.
    var sortingText: String {
        switch self {
        case .standard(let type): type.rawValue
        case .rettid(let type): type.rawValue
        }
    }
}
