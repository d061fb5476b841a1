package import Casework
import Crypto
import Exchange
import Foundation
import Journal
package import Law

/// What people in reception do with what no rule could place.
extension Reception {
    /// Opens what was received for an item that the grant names; `nil` where it is gone.
    ///
    /// - Throws: ``Absent`` where the access line does not name it; any other error where it cannot be read.
    package func original(of item: WorkItemFacts, under grant: Grant) throws -> RawEnvelope? {
        try grant.check(item.id, in: unit)
        return try opened(item.rawID)
    }

    /// Opens the message of a report that the grant names; `nil` where it was typed in, or is gone.
    ///
    /// - Throws: ``Absent`` where the access line does not name it; any other error where it cannot be read.
    package func original(of facts: ConcernFacts, in unit: UnitID, under grant: Grant) throws -> RawEnvelope? {
        try grant.check(facts.id, in: unit)
        return try facts.rawID.flatMap(opened)
    }

    private func opened(_ rawID: RecordID) throws -> RawEnvelope? {
        try vault.open(rawID).map { bytes throws(CodecError) in try RawEnvelope(bytes: bytes) }
    }

    /// Sends an item on to a service: the service stores it first, then the item is closed.
    ///
    /// A crash in between leaves the item open; doing it again, whoever does it, gives the same report, not a second
    /// one. An item that is closed is not sent on; whoever sent it on gets the same answer again.
    package func forward(_ item: WorkItemFacts, to target: UnitID, under grant: Grant) async throws -> CommandOutcome {
        let actor = grant.actor
        if item.isClosed { return try await closeForwarded(item, to: target, by: actor) }
        guard let envelope = try original(of: item, under: grant) else {
            throw MissingEntry(unit: unit, sequence: item.sequence)
        }
        let received = ReceivedConcern.unread(envelope, rawID: item.rawID, receivedAt: item.receivedAt)
        let concerns: [ReceivedConcern]
        // What has once ended the program while it was read is sent on unread, with its original.
        if item.problem != .stoppedTheReader, let form = ConcernFormat(rawValue: envelope.form),
            case .success(let document) = ConcernDocument.read(envelope.body, as: form)
        {
            concerns = document.receivedConcerns(
                rawID: item.rawID,
                messageID: received.messageID,
                receivedAt: item.receivedAt
            )
        } else {
            concerns = [received]
        }
        let intake = Intake(
            content: .concerns(concerns),
            receivedOn: item.receivedOn,
            ids: concerns.map { _ in environment.newID(item.receivedAt) },
            raw: nil,
            receipt: nil,
            status: 201
        )
        let digest = Data(SHA256.hash(data: Data("\(item.id)".utf8)))
        let stored = try await units.perform(
            UnitCommand(
                wish: .take(intake),
                actor: actor,
                keys: [.forwarding(item.id, from: item.sender, in: unit)],
                digest: digest
            ),
            in: target
        )
        guard case .done(let place, _, _, _) = stored else { return stored }
        return try await closeForwarded(item, to: place, by: actor)
    }

    /// Whether reading a report anew may find a place for it: the program may have learnt to read it, or a service have
    /// come; what has once ended the program is not read again.
    func mayTakeAgain(_ item: WorkItemFacts) -> Bool {
        switch item.problem {
        case .unreadable, .unknownMunicipality, .unknownDistrict, .notServed: true
        case .sameIdOtherContent, .stoppedTheReader, .unknownSender, .outOfPlace, .notTaken: false
        }
    }

    /// Reads a report anew, and sends it on to the service that it is for today.
    ///
    /// - Returns: As ``forward(_:to:under:)``, or why it still has no place.
    func takeAgain(_ item: WorkItemFacts, under grant: Grant) async throws -> CommandOutcome {
        guard let envelope = try original(of: item, under: grant) else {
            throw MissingEntry(unit: unit, sequence: item.sequence)
        }
        guard mayTakeAgain(item) else { return .refused(.workItem(.stillWithoutPlace(item.problem))) }
        guard let form = ConcernFormat(rawValue: envelope.form),
            case .success(let document) = ConcernDocument.read(envelope.body, as: form)
        else { return .refused(.workItem(.stillWithoutPlace(.unreadable))) }
        guard let municipality = try? MunicipalityNumber(parsing: document.municipality),
            let district = try? DistrictNumber(parsing: document.district),
            case .service(let service) = directory.route(
                municipality: municipality,
                district: district,
                on: environment.today
            )
        else { return .refused(.workItem(.stillWithoutPlace(.notServed))) }
        return try await forward(item, to: service.unit, under: grant)
    }

    /// A further receipt for the sender of a report: it could not be used, in a person's words.
    func answer(to envelope: RawEnvelope, of item: WorkItemFacts, saying reason: String) -> Letter {
        let receipt = ReceiptMessage(
            type: ConcernAnswer.failed.messageType,
            body: ConcernFailure(message: reason).write(),
            received: item.rawID.description,
            messageID: envelope.messageID ?? envelope.key ?? ""
        )
        let id = environment.newID(environment.now())
        return Letter(destination: envelope.sender.description, id: id, body: receipt.bytes)
    }

    /// Whether there is a service of this unit, to which something can be sent on.
    package func serves(_ target: UnitID) -> Bool { directory.service(of: target) != nil }

    /// Closes an item whose content a unit has stored.
    func closeForwarded(
        _ item: WorkItemFacts,
        to target: UnitID,
        by actor: ActorID
    ) async throws -> CommandOutcome {
        try await units.perform(
            UnitCommand(
                wish: .workItem(item.id, .forward(to: target)),
                actor: actor,
                keys: [CommandKey(unit: unit, actor: actor, key: "id:forward-\(item.id)")],
                digest: Data(SHA256.hash(data: Data("\(item.id)|\(target)".utf8)))
            ),
            in: unit
        )
    }
}

extension CommandKey {
    /// The key under which an item becomes a service's reports, once, whoever sends it on.
    static func forwarding(_ item: RecordID, from sender: ActorID, in reception: UnitID) -> CommandKey {
        CommandKey(unit: reception, actor: sender, key: "item:\(item)")
    }
}

/// The journal does not hold what an earlier answer rests on: a fault that `rettid journal verify` names.
struct MissingEntry: Error, CustomStringConvertible {
    let unit: UnitID
    let sequence: Int

    var description: String { "Unit \(unit) has no readable entry \(sequence); run rettid journal verify." }
}
