import Assistance
import Crypto
import Exchange
import Foundation
import Journal
package import Law

/// What reception does with a message between units that had no place: the conversation is found by a person.
extension MessageIntake {
    /// Where a message that reception has kept says that it belongs.
    ///
    /// - Returns: The receiver's unit here and its referral, each `nil` where there is none; `nil` for what is no message
    ///   between units, or cannot be read as one.
    func address(of envelope: RawEnvelope) -> MessageAddress? {
        guard let fact = try? MessageComposer.lead(of: envelope.body).fact else { return nil }
        guard let unit = composer.counterparts[fact.receiver]?.unit else { return MessageAddress() }
        // A unit that cannot be served does not keep reception from the message.
        let referral = try? units.unit(unit).read { $0.referral(fact.start) }
        return MessageAddress(unit: unit, conversation: referral?.isReferral == true ? fact.start : nil)
    }

    /// Puts an item's message into a referral of a unit, with its files; then the item is closed.
    ///
    /// There it is read like any other, and changes nothing that both levels know: its sender holds it to be of another
    /// conversation, or is no party to this one. A crash in between leaves the item open; doing it again, whoever does
    /// it, puts it there once.
    func attach(
        _ item: WorkItemFacts,
        to target: UnitID,
        _ conversation: RecordID,
        under grant: Grant
    ) async throws -> CommandOutcome {
        let actor = grant.actor
        if item.isClosed { return try await reception.closeForwarded(item, to: target, by: actor) }
        guard let envelope = try reception.original(of: item, under: grant) else {
            throw MissingEntry(unit: reception.unit, sequence: item.sequence)
        }
        guard let (kind, _, fact) = try? MessageComposer.lead(of: envelope.body) else {
            return .refused(.workItem(.noMessage))
        }
        let now = environment.now()
        let (raws, attachments) = try seal(envelope.files, for: target, at: now)
        let head = MessageHead(
            // Its own id may be another message's here.
            id: item.id,
            kind: kind,
            conversation: conversation,
            about: nil,
            sentAt: fact.sentAt,
            sender: fact.sender,
            receiver: fact.receiver,
            by: composer.counterparts[fact.sender]?.side ?? .municipality,
            gist: .other
        )
        let attached = IncomingMessage(
            message: JournaledMessage(head: head, bytes: envelope.body, attachments: attachments),
            raws: raws,
            letter: nil,
            mayBegin: false,
            receivedAt: now
        )
        let command = UnitCommand(
            wish: .attachMessage(attached),
            actor: actor,
            keys: [.forwarding(item.id, from: item.sender, in: reception.unit)],
            digest: Data(SHA256.hash(data: Data("\(item.id)".utf8)))
        )
        let stored = try await units.perform(command, in: target)
        guard case .done(let place, _, _, _) = stored else { return stored }
        return try await reception.closeForwarded(item, to: place, by: actor)
    }

    /// Takes an item's message in anew, as if it came now: its sender may be known since, what it follows have come, or
    /// the program have learnt to read it.
    ///
    /// Then the item is closed. Doing it again, whoever does it, stores it once.
    func takeAgain(_ item: WorkItemFacts, under grant: Grant) async throws -> CommandOutcome {
        let actor = grant.actor
        guard let envelope = try reception.original(of: item, under: grant) else {
            throw MissingEntry(unit: reception.unit, sequence: item.sequence)
        }
        guard let arrived = arrived(envelope, at: item.receivedAt),
            let target = composer.counterparts[arrived.receiver]?.unit
        else { return .refused(.workItem(.noMessage)) }
        if item.isClosed { return try await reception.closeForwarded(item, to: target, by: actor) }
        let key = CommandKey.forwarding(item.id, from: item.sender, in: reception.unit)
        switch try await take(arrived, besides: [key]) {
        case .success(let place): return try await reception.closeForwarded(item, to: place, by: actor)
        case .failure(let obstacle): return .refused(.workItem(.stillWithoutPlace(obstacle.problem)))
        }
    }

    /// A message that reception has kept, as it came; `nil` for what is none between units, and for nobody here.
    func arrived(_ envelope: RawEnvelope, at receivedAt: Instant) -> ArrivedMessage? {
        let fact = try? MessageComposer.lead(of: envelope.body).fact
        guard let id = envelope.messageID.flatMap({ RecordID($0) }), let sender = envelope.sender.organisation,
            let receiver = envelope.receiver ?? fact?.receiver, composer.counterparts[receiver]?.unit != nil
        else { return nil }
        return ArrivedMessage(
            id: id,
            sender: sender,
            receiver: receiver,
            type: envelope.form,
            sentAt: fact?.sentAt ?? receivedAt,
            payload: envelope.body,
            files: envelope.files
        )
    }

    /// Whether the sender's system can be told what has become of a message: nothing answers an answer, and no outbox
    /// reaches a stranger.
    func isAnswerable(_ arrived: ArrivedMessage) -> Bool {
        composer.counterparts[arrived.sender] != nil && MessageKind(name: arrived.type)?.isTerminal != true
    }

    /// What tells the sender's system that a message could not be used, in a person's words; `nil` where nothing does.
    ///
    /// - Throws: `MessageWriteError` for a text that no message can carry.
    func answer(to envelope: RawEnvelope, saying reason: String) throws -> Letter? {
        let now = environment.now()
        guard let arrived = arrived(envelope, at: now), isAnswerable(arrived) else { return nil }
        return try failure(arrived, reason, at: now).map { MessageComposer.letter($0) }
    }
}

extension ActorID {
    /// The organisation that a message between units came from; `nil` for everybody else.
    var organisation: OrganisationNumber? {
        let prefix = "org-"
        return kind == .sender && name.hasPrefix(prefix) ? OrganisationNumber(name.dropFirst(prefix.count)) : nil
    }
}

/// Where a message says that it belongs.
package struct MessageAddress: Hashable, Sendable {
    /// The receiver's unit in this store.
    package var unit: UnitID?
    /// The receiver's referral.
    package var conversation: RecordID?
}
