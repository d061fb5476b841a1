package import Law

/// Which message is meant: an id is unique only among the messages of one sender.
///
/// Whoever knows an id can write it into a header. Looked up together with its sender, it never leads to a message
/// of somebody else.
package struct MessageKey: Hashable, Comparable, Sendable {
    /// Whoever sent it.
    package let sender: OrganisationNumber
    /// The id that the sender gave it.
    package let id: RecordID

    package init(sender: OrganisationNumber, id: RecordID) {
        self.sender = sender
        self.id = id
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.id == right.id ? left.sender < right.sender : left.id < right.id
    }
}

extension MessageFact {
    /// The message itself.
    package var key: MessageKey { MessageKey(sender: sender, id: id) }

    /// The message that this one is or is a copy of.
    var originalKey: MessageKey {
        guard case .followUp(.duplicate, let original, _) = place else { return key }
        return MessageKey(sender: sender, id: original)
    }

    /// The message that this one follows: an own one or one of the receiver, as the relation says.
    var earlierKey: MessageKey? {
        guard let relation, let earlier else { return nil }
        return MessageKey(sender: relation.concernsOwnMessage ? sender : receiver, id: earlier)
    }

    /// The conversations that it may belong to: the one that it starts, or those of its sender and its receiver.
    ///
    /// The likelier one comes first: that of whoever sent the message that this one follows.
    package var conversations: [MessageKey] {
        let own = MessageKey(sender: sender, id: start)
        guard !isOpening, receiver != sender else { return [own] }
        let theirs = MessageKey(sender: receiver, id: start)
        return relation?.concernsOwnMessage == true ? [own, theirs] : [theirs, own]
    }

    var isCopy: Bool { relation == .duplicate }

    /// Whether it starts the conversation: the first message, or a copy of it where the first was lost.
    var isOpening: Bool {
        switch place {
        case .opening: true
        case .followUp(let relation, let earlier, let start):
            relation == .duplicate && earlier == start && kind.mayBe(nil)
        }
    }

    /// Whether it holds the whole of what is asked for: the first message or an update.
    var isVersion: Bool { isOpening || relation == .update }

    /// An order of all facts that needs no arrival: by time, then id, then all the rest; copies after originals.
    static func precedes(_ left: MessageFact, _ right: MessageFact) -> Bool {
        if left.isCopy != right.isCopy { return right.isCopy }
        if left.sentAt != right.sentAt { return left.sentAt < right.sentAt }
        if left.key != right.key { return left.key < right.key }
        if left.receiver != right.receiver { return left.receiver < right.receiver }
        return left.rest.lexicographicallyPrecedes(right.rest)
    }

    private var rest: [UInt8] {
        var bytes = Array("\(kind.name) \(relation?.rawValue ?? "") ".utf8)
        bytes += earlier?.bytes ?? []
        bytes += Array("\(reference.map { "\($0.utf8.count) \($0)" } ?? "")".utf8)
        return bytes + (content?.bytes ?? [])
    }
}
