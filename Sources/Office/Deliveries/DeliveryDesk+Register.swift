import Casework
import Crypto
package import Exchange
import Foundation
import Journal
package import Law

/// What came of delivering a service's cases to the register.
package struct RegisterExport: Sendable {
    /// A case that was not delivered, since the register would refuse it.
    package struct Held: Sendable {
        /// The case, or the first report of a child without one.
        package let subject: RecordID
        /// What is wrong, the gravest of it an error; empty where the schema itself is broken.
        package let entries: [DeliveryEntry]
    }

    /// How many deliveries were written.
    package internal(set) var delivered = 0
    /// How many cases were as they were delivered last.
    package internal(set) var unchanged = 0
    /// Those that were not delivered.
    package internal(set) var held: [Held] = []
}

extension DeliveryDesk {
    /// Delivers what has changed: each case that is not as it was delivered last, as one document.
    ///
    /// A case that our own check finds an error in is held back. A delivery's id comes from what it says and from the one
    /// before it, so that the same again, after a failure between writing and remembering, is the same delivery.
    ///
    /// - Parameters:
    ///   - verb: The verb's own name, an actor of the kind `system`.
    ///   - id: The service.
    ///   - write: Makes a document durable under a name that no other delivery has; written again, it takes the place of
    ///     the same delivery.
    ///   - progress: Told how many cases have been looked at, of how many.
    /// - Returns: How many were delivered, and which were held back.
    /// - Throws: ``DeliveryTrouble``, ``Absent`` for an actor that is no verb; any other error where something cannot be
    ///   read, written or remembered.
    package func deliverToRegister(
        verb: ActorID,
        _ id: UnitID,
        write: (_ name: String, _ bytes: [UInt8]) throws -> Void,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws -> RegisterExport {
        let unit = try units.unit(id)
        let hands = try await inHand(.verb(verb), unit)
        var export = RegisterExport()
        for (number, some) in hands.chunks(of: Self.mostInLine).enumerated() {
            let act = try await deliver(some, of: unit, by: verb, write, &export)
            try await remember(act, in: id, by: verb)
            progress(number * Self.mostInLine + some.count, hands.count)
        }
        let gone = try await forget(told: Set(hands.map(\.subject)), in: unit, by: verb, write, &export)
        try await remember(gone, in: id, by: verb)
        return export
    }

    private func deliver(
        _ hands: ArraySlice<CaseInHand>,
        of unit: Unit,
        by verb: ActorID,
        _ write: (String, [UInt8]) throws -> Void,
        _ export: inout RegisterExport
    ) async throws -> [DeliveryStep] {
        let teller = CaseTeller(unit: unit, law: law, today: environment.today, people: people)
        let marked = unit.read { state in hands.map { state.delivery(of: $0.subject) } }
        let streams = hands.flatMap(\.streams) + hands.map { .deliveries(of: $0.subject) }
        let grant = try await enter(.verb(verb), unit.id, streams)
        var steps: [DeliveryStep] = []
        for (hand, delivered) in zip(hands, marked) {
            let last = try delivered.flatMap { try mark($0, in: unit, under: grant) }
            let told = try teller.tell(hand, under: grant)
            guard let now = told.told else { continue }
            let sender = try sender(unit.id, told.municipality, on: environment.today)
            var draft = RegisterDraft(now, after: last, sender: sender, today: environment.today)
            guard let digest = draft.digest else {
                export.held.append(RegisterExport.Held(subject: hand.subject, entries: []))
                continue
            }
            guard digest != last?.digest else {
                export.unchanged += 1
                continue
            }
            draft.finish(id: deliveryID(hand.subject, last?.id, digest, in: unit.id), at: environment.now())
            let wrong = RegisterCheck.entries(draft.delivery).filter { $0.severity >= .error }
            guard wrong.isEmpty else {
                export.held.append(RegisterExport.Held(subject: hand.subject, entries: wrong))
                continue
            }
            try write("\(draft.delivery.id.text).xml", try RegisterWriter.bytes(of: draft.delivery))
            export.delivered += 1
            steps.append(DeliveryStep(mark: draft.mark(of: hand.subject, digest), after: last?.id))
        }
        return steps
    }

    /// Calls gone what was delivered and is told no longer: mostly a child's reports that have since become a case.
    private func forget(
        told: Set<RecordID>,
        in unit: Unit,
        by verb: ActorID,
        _ write: (String, [UInt8]) throws -> Void,
        _ export: inout RegisterExport
    ) async throws -> [DeliveryStep] {
        let (gone, reports) = unit.read { state in
            let gone = state.deliveries.filter { !told.contains($0.subject) && !$0.isForgotten }
            return (gone, gone.map { state.concern($0.subject) })
        }
        guard !gone.isEmpty else { return [] }
        let teller = CaseTeller(unit: unit, law: law, today: environment.today, people: people)
        let grant = try await enter(.verb(verb), unit.id, gone.map { .deliveries(of: $0.subject) })
        var steps: [DeliveryStep] = []
        for (delivered, report) in zip(gone, reports) {
            guard let report, let last = try mark(delivered, in: unit, under: grant) else { continue }
            let sender = try sender(unit.id, report.municipality, on: environment.today)
            let tombstone = teller.telling.forgotten(report)
            var draft = RegisterDraft(tombstone, after: last, sender: sender, today: environment.today)
            guard let digest = draft.digest else { continue }
            draft.finish(id: deliveryID(report.id, last.id, digest, in: unit.id), at: environment.now())
            try write("\(draft.delivery.id.text).xml", try RegisterWriter.bytes(of: draft.delivery))
            export.delivered += 1
            steps.append(DeliveryStep(mark: draft.mark(of: report.id, digest), after: last.id))
        }
        return steps
    }

    private func mark(_ delivered: DeliveredFacts, in unit: Unit, under grant: Grant) throws -> DeliveryMark? {
        guard case .delivered(let mark)? = try unit.event(at: delivered.entry, under: grant)?.event else { return nil }
        return mark
    }

    private func deliveryID(_ subject: RecordID, _ last: ThingID?, _ digest: [UInt8], in unit: UnitID) -> ThingID {
        .lasting("delivery/\(subject)/\(last?.folded ?? "")/\(Data(digest).hexadecimal)", in: unit)
    }

    private func remember(_ steps: [DeliveryStep], in unit: UnitID, by verb: ActorID) async throws {
        guard let first = steps.first else { return }
        var writer = ByteWriter()
        writer.write(list: steps) { $0.write($1.mark) }
        let command = UnitCommand(
            wish: .deliver(steps),
            actor: verb,
            keys: [CommandKey(unit: unit, actor: verb, prefix: "id:", name: "\(first.mark.id.text)|\(steps.count)")],
            digest: try digest(Data(writer.bytes), in: unit)
        )
        guard case .done = try await units.perform(command, in: unit) else { throw DeliveryTrouble.deliveredMeanwhile }
    }
}

/// A mark that is to stand after the delivery that whoever made it has seen.
package struct DeliveryStep: Sendable {
    let mark: DeliveryMark
    let after: ThingID?
}

/// A delivery on its way: first what it says, then by which id and when.
private struct RegisterDraft {
    private(set) var delivery: RegisterDelivery

    init(_ told: Case, after last: DeliveryMark?, sender: RegisterDelivery.Sender, today: CalendarDay) {
        var told = told
        let present = told.thingKeys
        if let last, !told.isDeleted {
            let earlier = last.deletions.filter { !present.contains(ThingKey($0.type, $0.id)) }
            let lost = last.things.filter { !present.contains($0) }
            told.deletions = earlier + lost.map { Case.Deletion(id: $0.id, type: $0.kind, end: today) }
        }
        delivery = RegisterDelivery(
            id: told.id,
            extracted: RegisterMoment(.earliest),
            previousID: last?.id,
            system: DeliveryDesk.system,
            sender: sender,
            registerCase: told
        )
    }

    /// Of what it says, apart from its own id, its time and the one before; nothing where the schema has no place for it.
    var digest: [UInt8]? {
        var bare = delivery
        bare.previousID = nil
        return (try? RegisterWriter.bytes(of: bare)).map { Array(SHA256.hash(data: $0)) }
    }

    mutating func finish(id: ThingID, at now: Instant) {
        delivery.id = id
        delivery.extracted = RegisterMoment(now)
    }

    func mark(of subject: RecordID, _ digest: [UInt8]) -> DeliveryMark {
        let told = delivery.registerCase
        return DeliveryMark(
            subject: subject,
            id: delivery.id,
            digest: digest,
            isForgotten: told.isDeleted,
            things: told.isDeleted
                ? [] : told.thingKeys.sorted { ($0.kind.rawValue, $0.id.folded) < ($1.kind.rawValue, $1.id.folded) },
            deletions: told.deletions
        )
    }
}
