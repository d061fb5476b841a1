/// What sort of message stands in a conversation: one that Bufdir defines, or one of our own.
package enum MessageKind: Hashable, Sendable {
    /// One that Bufdir defines.
    case standard(MessageType)
    /// One of our own, in our own namespace.
    case rettid(ExtensionType)

    /// Every kind: Bufdir's, then ours.
    package static let all =
        MessageType.allCases.map(MessageKind.standard) + ExtensionType.allCases.map(MessageKind.rettid)

    /// The kind of a name, which is the raw value of its type; no two types share one.
    package init?(name: String) {
        guard let kind = Self.all.first(where: { $0.name == name }) else { return nil }
        self = kind
    }

    /// What the definition of its type says.
    package var definition: any MessageDefinition {
        switch self {
        case .standard(let type): type
        case .rettid(let type): type
        }
    }

    /// The name by which programs know it.
    package var name: String { definition.rawValue }

    /// Whether a message of this kind may be this to an earlier one; nothing means that it stands alone.
    ///
    /// Beside what the definitions list, whatever can be answered may come as a copy (Duplikat): the code is legal and
    /// no definition lists it.
    package func mayBe(_ relation: MessageRelation?) -> Bool {
        definition.mayBe(relation) || relation == .duplicate && !isTerminal
    }

    /// Whether nothing may answer a message of this kind: receipts and failures.
    package var isTerminal: Bool {
        switch self {
        case .standard(let type): type.isTerminal
        case .rettid: false
        }
    }

    /// Whether it is one of our own.
    var isRettid: Bool {
        switch self {
        case .standard: false
        case .rettid: true
        }
    }

    /// Whether a person may answer it with a receipt; a test concerns the systems only.
    ///
    /// Source: the definitions' list of what each message may be answered with.
    package var mayHaveCaseworkerReceipt: Bool { !isTerminal && self != .standard(.test) }
}
