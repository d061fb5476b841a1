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

    /// Takes an item's message in anew, as if it came now: its sender may be known since, or what it follows have come.
    ///
    /// Then the item is closed. Doing it again, whoever does it, stores it once.
    func takeAgain(_ item: WorkItemFacts, under grant: Grant) async throws -> CommandOutcome {
        let actor = grant.actor
        guard let envelope = try reception.original(of: item, under: grant) else {
            throw MissingEntry(unit: reception.unit, sequence: item.sequence)
        }
        guard let fact = try? MessageComposer.lead(of: envelope.body).fact,
            let id = envelope.messageID.flatMap({ RecordID($0) }),
            let sender = OrganisationNumber(envelope.sender.name.dropFirst("org-".count)),
            let target = composer.counterparts[fact.receiver]?.unit
        else { return .refused(.workItem(.noMessage)) }
        if item.isClosed { return try await reception.closeForwarded(item, to: target, by: actor) }
        let arrived = ArrivedMessage(
            id: id,
            sender: sender,
            receiver: fact.receiver,
            type: envelope.form,
            sentAt: fact.sentAt,
            payload: envelope.body,
            files: envelope.files
        )
        let key = CommandKey.forwarding(item.id, from: item.sender, in: reception.unit)
        switch try await take(arrived, besides: [key]) {
        case .success(let place): return try await reception.closeForwarded(item, to: place, by: actor)
        case .failure(let obstacle): return .refused(.workItem(.stillWithoutPlace(obstacle.problem)))
        }
    }
}

/// Where a message says that it belongs.
package struct MessageAddress: Hashable, Sendable {
    /// The receiver's unit in this store.
    package var unit: UnitID?
    /// The receiver's referral.
    package var conversation: RecordID?
}
