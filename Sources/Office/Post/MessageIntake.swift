import Assistance
import Exchange
import Foundation
import Journal
import Law

/// The door through which messages from other units come in, whichever wire carried them.
///
/// A message is kept in the receiving unit's journal, with the answer to its system in the same commit. What cannot be
/// read, comes from a stranger or has no place in its conversation is kept as an item that somebody in reception owns.
package struct MessageIntake: Sendable {
    let units: Units
    let reception: Reception
    let composer: MessageComposer
    let store: any JournalStore
    let masters: MasterKeys
    let environment: Environment

    /// Takes in one message; the same one again changes nothing.
    ///
    /// - Returns: The answer to a sender that nobody here knows, which no outbox carries; nothing for all others.
    /// - Throws: ``NoCounterpart`` where the receiver is not in this store; any other error where it could not be stored.
    ///   Then nothing has been promised, and it must be delivered again.
    @discardableResult
    package func receive(_ arrived: ArrivedMessage) async throws -> ArrivedMessage? {
        switch try await take(arrived) {
        case .success: return nil
        case .failure(let obstacle): return try await keep(arrived, obstacle)
        }
    }

    /// Why a message has no place in the unit that it is for.
    struct Obstacle: Error {
        let problem: WorkItem.Problem
        let reason: String
        /// Where it cannot be read, and why; empty for what can.
        var faults: [WorkItem.Detail] = []
    }

    /// Stores a message in the unit that it is for, once.
    ///
    /// - Parameters:
    ///   - arrived: The message.
    ///   - more: Keys under which it is done once, besides its own.
    /// - Returns: The unit, or what stands in the way.
    /// - Throws: As ``receive(_:)``.
    func take(_ arrived: ArrivedMessage, besides more: [CommandKey] = []) async throws -> Result<UnitID, Obstacle> {
        guard let own = composer.counterparts[arrived.receiver], let unit = own.unit else { throw NoCounterpart() }
        let head: MessageHead
        do {
            head = try self.head(of: arrived)
        } catch let fault as UnreadableMessage {
            let isMessage = (try? composer.read(arrived.payload)) != nil
            let faults = isMessage ? [] : WorkItem.Detail.faults(of: arrived.payload, on: environment.today)
            return .failure(Obstacle(problem: .unreadable, reason: fault.reason, faults: faults))
        } catch is UnknownSender {
            return .failure(Obstacle(problem: .unknownSender, reason: "Nobody here knows the sender."))
        }
        let now = environment.now()
        let (raws, attachments) = try seal(arrived.files, for: unit, at: now)
        let actor = try ActorID(kind: .sender, name: "org-\(arrived.sender)")
        let command = UnitCommand(
            wish: .receiveMessage(
                IncomingMessage(
                    message: JournaledMessage(head: head, bytes: arrived.payload, attachments: attachments),
                    raws: raws,
                    letter: try receipt(for: head, from: own, at: now),
                    mayBegin: mayBegin(head),
                    receivedAt: now
                )
            ),
            actor: actor,
            keys: [CommandKey(unit: unit, actor: actor, key: "msg:\(arrived.id)")] + more,
            digest: arrived.digest
        )
        switch try await units.perform(command, in: unit) {
        case .done(let place, _, _, _): return .success(place)
        case .keyReused:
            let reason = "The id was used for another message."
            return .failure(Obstacle(problem: .sameIdOtherContent, reason: reason))
        case .refused(.message(.notTheirs)):
            let reason = "The conversation that the message belongs to is not known."
            return .failure(Obstacle(problem: .outOfPlace, reason: reason))
        case .refused:
            return .failure(Obstacle(problem: .outOfPlace, reason: "The message is of another conversation."))
        }
    }

    /// Seals the files of a message for the unit that keeps it.
    func seal(
        _ files: [ArrivedMessage.File],
        for unit: UnitID,
        at now: Instant
    ) throws -> (raws: [RawRow], attachments: [MessageAttachment]) {
        let vault = try RawVault(unit: unit, store: store, masters: masters)
        let raws = try files.map { try vault.seal($0.bytes, id: environment.newID(now), receivedAt: now) }
        let attachments = zip(raws, files).map { raw, file in
            MessageAttachment(id: raw.id, name: file.name, size: file.bytes.count)
        }
        return (raws, attachments)
    }

    /// Whether a message may be the first of its conversation to come: its sender is one that asks the receiver, or it
    /// only tries the line.
    private func mayBegin(_ head: MessageHead) -> Bool {
        switch (composer.counterparts[head.sender]?.role, composer.counterparts[head.receiver]?.role) {
        case (.service, .region), (.region, .places): true
        default: head.conversation == head.id && head.gist == .other
        }
    }

    /// Reads a message and holds it against what the wire said of it.
    private func head(of arrived: ArrivedMessage) throws -> MessageHead {
        let read = try composer.read(arrived.payload)
        let head = read.head
        // Under the envelope's id it is told from a repetition, and answered under its own.
        guard read.id == arrived.id else { throw UnreadableMessage(reason: "Header and envelope have different ids.") }
        guard head.sender == arrived.sender, head.receiver == arrived.receiver else {
            throw UnreadableMessage(reason: "Header and envelope name different parties.")
        }
        if case .holdAsked = head.gist {
            let counterparts = composer.counterparts
            guard case .places? = counterparts[head.receiver]?.role, case .region? = counterparts[head.sender]?.role
            else { throw UnreadableMessage(reason: "A hold is asked by a region of a unit with places.") }
        }
        if case .shared(let content) = head.gist, !content.sides.contains(head.by) {
            throw UnreadableMessage(reason: "This kind of message does not come from that side.")
        }
        return head
    }

    /// The system's receipt; nothing answers a receipt.
    private func receipt(for head: MessageHead, from own: Counterpart, at now: Instant) throws -> Letter? {
        guard !head.kind.isTerminal else { return nil }
        return try answer(.applicationReceipt, to: head, from: own, at: now).map { MessageComposer.letter($0) }
    }

    private func answer(
        _ body: MessageBody,
        to head: MessageHead,
        from own: Counterpart,
        at now: Instant
    ) throws -> MessageComposer.Composed? {
        // A stranger goes by its number.
        let number = head.sender
        let sender =
            composer.counterparts[number]
            ?? Counterpart(number: number, name: "\(number)", unit: nil, role: .service)
        let draft = HeaderDraft(
            id: environment.newID(now),
            follows: .init(conversation: head.conversation, message: head.id, isOwn: false),
            sentAt: now,
            sender: own,
            receiver: sender
        )
        return try composer.compose(body, draft)
    }

    /// Keeps what has no place as an item of reception, with its files, once, and tells the sender's system.
    ///
    /// - Returns: What a stranger's system is told, which the outbox does not reach.
    @discardableResult
    func keep(
        _ arrived: ArrivedMessage,
        _ obstacle: Obstacle
    ) async throws -> ArrivedMessage? {
        let reason = obstacle.reason
        let now = environment.now()
        let actor = try ActorID(kind: .sender, name: "org-\(arrived.sender)")
        let envelope = RawEnvelope(
            sender: actor,
            form: arrived.type,
            key: nil,
            messageID: "\(arrived.id)",
            body: arrived.payload,
            files: arrived.files,
            receiver: arrived.receiver
        )
        let raw = try reception.vault.seal(envelope.bytes, id: environment.newID(now), receivedAt: now)
        let digest = arrived.digest
        // Faults say in their messages what was found.
        let found = obstacle.faults.isEmpty ? arrived.type : ""
        let item = WorkItem(
            problem: obstacle.problem,
            details: [WorkItem.Detail(pointer: "/", found: found, expected: "", message: reason)] + obstacle.faults,
            rawID: raw.id,
            sender: actor,
            messageID: "\(arrived.id)",
            form: arrived.type,
            receivedAt: now
        )
        let failure = try failure(arrived, reason, at: now)
        let isStranger = composer.counterparts[arrived.sender] == nil
        let letter = isStranger ? nil : failure.map { MessageComposer.letter($0) }
        let intake = Intake(
            content: .workItem(item),
            receivedOn: OsloTime.day(at: now),
            ids: [environment.newID(now)],
            raw: raw,
            receipt: letter,
            status: 422
        )
        let name = "\(arrived.receiver)-\(arrived.id)-\(digest.prefix(8).hexadecimal)"
        let command = UnitCommand(
            wish: .take(intake),
            actor: actor,
            keys: [CommandKey(unit: reception.unit, actor: actor, key: "msg:\(name)")],
            digest: digest
        )
        _ = try await units.perform(command, in: reception.unit)
        return isStranger ? failure.map { ArrivedMessage($0.head, $0.bytes) } : nil
    }

    /// The answer to a message that is no answer itself.
    func failure(
        _ arrived: ArrivedMessage,
        _ reason: String,
        at now: Instant
    ) throws -> MessageComposer.Composed? {
        guard let own = composer.counterparts[arrived.receiver],
            MessageKind(name: arrived.type)?.isTerminal != true
        else { return nil }
        let start = (try? composer.read(arrived.payload))?.head.conversation ?? arrived.id
        let head = MessageHead(
            id: arrived.id,
            kind: .standard(.test),
            conversation: start,
            about: nil,
            sentAt: now,
            sender: arrived.sender,
            receiver: arrived.receiver,
            by: .municipality,
            gist: .other
        )
        return try answer(.failure(reason), to: head, from: own, at: now)
    }
}
