package import Assistance
import Exchange
import Journal
import Law

/// Makes messages of what somebody wants to say, and reads messages.
package struct MessageComposer: Sendable {
    let counterparts: Counterparts

    /// A message as it reads: what state keeps of it, its texts and its bytes.
    struct Composed {
        /// The id in its header; a copy of a first message has another in its head, that of the first.
        let id: RecordID
        let head: MessageHead
        let prose: Prose
        let bytes: [UInt8]
    }

    /// Writes a message, and reads it again: what is journaled is what the receiver will read.
    ///
    /// - Throws: `SharedMessage.Failure` where the message has no place for what it should say; ``UnreadableMessage``
    ///   where it would not be read.
    func compose(_ body: MessageBody, _ draft: HeaderDraft) throws -> Composed {
        try read(bytes(of: body, draft))
    }

    // MARK: Reading

    /// Reads a message, whoever wrote it.
    ///
    /// - Throws: ``UnreadableMessage`` where it is none, or contradicts itself; ``UnknownSender`` where nobody knows the
    ///   sender.
    func read(_ bytes: [UInt8]) throws -> Composed {
        let (kind, root, fact) = try Self.lead(of: bytes)
        guard let sender = counterparts[fact.sender] else { throw UnknownSender() }
        let shared: SharedMessage?
        let gist: MessageHead.Gist
        do {
            shared = try SharedMessage.read(root, of: kind, by: sender.side)
            gist = try shared.map { .shared($0.fact.content) } ?? Self.gist(of: root, kind, fact)
        } catch {
            throw UnreadableMessage(reason: "An element is missing or not in its form.")
        }
        let head = MessageHead(
            // A copy of the first message stands in for it.
            id: shared?.fact.id ?? fact.id,
            kind: kind,
            conversation: fact.start,
            about: shared.map(\.fact.about) ?? fact.earlier,
            sentAt: fact.sentAt,
            sender: fact.sender,
            receiver: fact.receiver,
            by: sender.side,
            gist: gist
        )
        return Composed(id: fact.id, head: head, prose: shared?.prose ?? Prose(), bytes: bytes)
    }

    /// What kind of message bytes are and what their header says, whoever sent them.
    static func lead(
        of bytes: [UInt8]
    ) throws(UnreadableMessage) -> (kind: MessageKind, root: MessageNode, fact: MessageFact) {
        let (kind, root) = try root(of: bytes)
        guard let header = root["Meldingshode"].flatMap(MessageHeader.init(node:)) else {
            throw UnreadableMessage(reason: "It has no complete header.")
        }
        do {
            return (kind, root, try MessageFact(header, kind: kind, content: nil))
        } catch {
            throw UnreadableMessage(reason: error.description)
        }
    }

    private static func root(of bytes: [UInt8]) throws(UnreadableMessage) -> (MessageKind, MessageNode) {
        do throws(MessageReader.Failure) {
            let message = try MessageReader.read(bytes)
            return (.standard(message.type), message.root)
        } catch {
            guard error == .unknownRoot else { throw UnreadableMessage(reason: "It is no message.") }
        }
        do throws(MessageReader.Failure) {
            let message = try ExtensionMessage.read(bytes)
            return (.rettid(message.type), message.root)
        } catch {
            throw UnreadableMessage(reason: "It is no message of a definition in use.")
        }
    }

    /// What systems and the owners of places say to each other.
    private static func gist(
        of root: MessageNode,
        _ kind: MessageKind,
        _ fact: MessageFact
    ) throws(UnreadableMessage) -> MessageHead.Gist {
        switch kind {
        case .standard(.applicationReceipt): return .applicationReceipt
        case .standard(.failure): return .failure
        case .rettid(.holdRequest):
            guard let request = HoldRequest(root, id: fact.id) else {
                throw UnreadableMessage(reason: "The request for a hold lacks something.")
            }
            return .holdAsked(request)
        case .rettid(.holdAnswer):
            guard let answer = HoldAnswer(root) else {
                throw UnreadableMessage(reason: "The answer about a hold lacks something.")
            }
            return .holdAnswered(answer)
        default: return .other
        }
    }

    // MARK: Writing

    private func bytes(of body: MessageBody, _ draft: HeaderDraft) throws -> [UInt8] {
        switch body {
        case .shared(let content, let prose): return try bytes(of: content, prose, [], draft)
        case .acute(let request, let prose, let child):
            return try bytes(of: .acuteAsked(request), prose, [child.element], draft)
        case .made(let message): return try Self.made(message, draft)
        case .applicationReceipt:
            let told = "Meldingen er mottatt og registrert."
            return try Self.standard(
                .applicationReceipt,
                .applicationReceipt,
                [MessageNode("Resultat", text: "200"), MessageNode("Informasjon", text: told)],
                draft
            )
        case .failure(let reason):
            let failure = [MessageNode("Feilkode", text: "1001"), MessageNode("Beskrivelse", text: reason)]
            return try Self.standard(.failure, .failure, [MessageNode("Feil", failure)], draft)
        case .holdAsked(let request, let prose):
            return try Self.extended(.holdRequest, nil, request.elements(prose), draft)
        case .holdAnswered(let answer, let prose):
            return try Self.extended(.holdAnswer, .answer, answer.elements(prose, at: draft.sentAt), draft)
        }
    }

    private func bytes(
        of content: SharedFact.Content,
        _ prose: Prose,
        _ filled: [MessageNode],
        _ draft: HeaderDraft
    ) throws -> [UInt8] {
        let kind = content.messageKind
        let shared = SharedMessage(
            fact: SharedFact(
                id: draft.id,
                at: draft.sentAt,
                day: OsloTime.day(at: draft.sentAt),
                by: draft.sender.side,
                about: draft.follows?.message,
                content: content
            ),
            prose: prose
        )
        let header = draft.header(of: kind.definition, draft.relation(of: content))
        let root = try shared.root(under: header, filled: filled, asked: draft.asked)
        return try MessageWriter(kind.definition.specification).bytes(of: root)
    }

    private static func standard(
        _ type: MessageType,
        _ relation: MessageRelation,
        _ nodes: [MessageNode],
        _ draft: HeaderDraft
    ) throws -> [UInt8] {
        let root = MessageNode(type.rootName, [draft.header(of: type, relation).node] + nodes)
        return try Message(type: type, root: root).bytes()
    }

    private static func extended(
        _ type: ExtensionType,
        _ relation: MessageRelation?,
        _ nodes: [MessageNode],
        _ draft: HeaderDraft
    ) throws -> [UInt8] {
        let root = MessageNode(type.rootName, [draft.header(of: type, relation).node] + nodes)
        return try ExtensionMessage(type: type, root: root).bytes()
    }

    /// A form's message under a new header, which keeps whom to get in touch with and the sender's own reference.
    private static func made(_ message: Message, _ draft: HeaderDraft) throws -> [UInt8] {
        let old = message.header
        var header = draft.header(of: message.type, old?.followUp?.relation)
        header.senderReference = old?.senderReference
        header.contacts = old?.contacts
        header.sender.municipality = old?.sender.municipality
        header.followUp?.receiverReference = old?.followUp?.receiverReference
        let rest = message.root.children.filter { $0.name != "Meldingshode" }
        return try Message(type: message.type, root: MessageNode(message.root.name, [header.node] + rest)).bytes()
    }

    /// A message with the files that go with it, as it is put into the outbox.
    static func letter(_ composed: Composed, files: [Parcel.File] = []) -> Letter {
        Letter(
            destination: "unit:\(composed.head.receiver)",
            id: composed.head.id,
            body: Parcel(composed.head, composed.bytes, files: files).bytes
        )
    }
}

/// A message from an organisation that nobody here knows.
struct UnknownSender: Error {}

/// Bytes that are no message that a unit can take in; it says what is wrong and repeats nothing of the message.
package struct UnreadableMessage: Error, Hashable, Sendable {
    let reason: String
}

extension HeaderDraft {
    /// What a message is to the one that it follows: where its kind may be an answer or an addition, it adds to the
    /// sender's own and answers the other's.
    fileprivate func relation(of content: SharedFact.Content) -> MessageRelation? {
        guard let follows else { return nil }
        let allowed = content.messageKind.definition.allowedRelations
        switch content {
        case .withdrawn: return .withdrawn
        case .deleted: return .deleted
        case .replaced: return .update
        default:
            let fitting: MessageRelation = follows.isOwn ? .supplement : .answer
            return allowed.contains(fitting) ? fitting : allowed.first
        }
    }
}

extension Counterpart {
    /// Which level it is.
    package var side: Side {
        switch role {
        case .service: .municipality
        case .region, .places: .state
        }
    }
}
