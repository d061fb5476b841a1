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

/// Where deliveries are put: made durable first, where no receiver looks, and shown when they are remembered.
package protocol DeliverySink: Sendable {
    /// Makes a document durable under a name that no other delivery has, where nobody takes it for delivered.
    func stage(_ name: String, _ bytes: [UInt8]) throws
    /// The names of what was staged and neither published nor discarded, by an earlier run too.
    func staged() throws -> [String]
    /// Shows what was staged; done again, it does nothing.
    func publish(_ name: String) throws
    /// Removes what was staged.
    func discard(_ name: String) throws
}

extension DeliveryDesk {
    /// Delivers what has changed: each case that is not as it was delivered last, as one document.
    ///
    /// A case that our own check finds an error in is held back. Documents are staged, remembered in the journal, and only
    /// then published: what an earlier run has staged and not published is published now if it was remembered, and
    /// discarded otherwise. So nothing is ever published that the next delivery does not follow on.
    ///
    /// - Parameters:
    ///   - verb: The verb's own name, an actor of the kind `system`.
    ///   - id: The service.
    ///   - sink: Where the documents go.
    ///   - progress: Told how many cases have been looked at, of how many.
    /// - Returns: How many were delivered, and which were held back.
    /// - Throws: ``DeliveryTrouble``, ``Absent`` for an actor that is no verb; any other error where something cannot be
    ///   read, written or remembered.
    package func deliverToRegister(
        verb: ActorID,
        _ id: UnitID,
        to sink: some DeliverySink,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws -> RegisterExport {
        let unit = try units.unit(id)
        guard counterparts[id] != nil else { throw DeliveryTrouble.noOrganisationNumber(id) }
        try settle(sink, unit)
        let hands = try await inHand(.verb(verb), unit)
        var run = RegisterRun()
        for (number, some) in hands.chunks(of: Self.mostInLine).enumerated() {
            try await deliver(some, of: unit, by: verb, to: sink, &run)
            progress(number * Self.mostInLine + some.count, hands.count)
        }
        try await forget(besides: hands, in: unit, by: verb, to: sink, &run)
        return run.export
    }

    /// Finishes what an earlier run has begun.
    private func settle(_ sink: some DeliverySink, _ unit: Unit) throws {
        let remembered = unit.read { Set($0.deliveries.map(\.id.text)) }
        for name in try sink.staged() {
            try remembered.contains(name) ? sink.publish(name) : sink.discard(name)
        }
    }

    private func deliver(
        _ hands: ArraySlice<CaseInHand>,
        of unit: Unit,
        by verb: ActorID,
        to sink: some DeliverySink,
        _ run: inout RegisterRun
    ) async throws {
        let teller = CaseTeller(unit: unit, law: law, today: environment.today, people: people)
        let marked = unit.read { state in hands.map { state.delivery(of: $0.subject) } }
        let streams = hands.flatMap(\.streams) + hands.map { .deliveries(of: $0.subject) }
        let grant = try await enter(.verb(verb), unit.id, streams)
        var drafts: [RegisterDraft] = []
        for (hand, delivered) in zip(hands, marked) {
            let last = try delivered.flatMap { try mark($0, in: unit, under: grant) }
            let told = try teller.tell(hand, under: grant)
            guard let now = told.told?.forRegister ?? teller.takenBack(hand, after: last) else { continue }
            run.draft(hand, now, after: last, try? sender(unit.id, told.municipality, on: environment.today), &drafts)
        }
        try await send(drafts, of: unit, by: verb, to: sink, &run)
    }

    /// Calls gone what was delivered and is told no longer by itself: a child's reports that have since become part of a case,
    /// once that case is delivered.
    private func forget(
        besides hands: [CaseInHand],
        in unit: Unit,
        by verb: ActorID,
        to sink: some DeliverySink,
        _ run: inout RegisterRun
    ) async throws {
        let subjects = Set(hands.map(\.subject))
        let home = Dictionary(
            hands.flatMap { hand in hand.streams.map { ($0, hand.subject) } },
            uniquingKeysWith: { first, _ in first }
        )
        let held = Set(run.export.held.map(\.subject))
        let gone = unit.read { state in
            state.deliveries.filter { !subjects.contains($0.subject) && !$0.isForgotten }
                .compactMap { delivered in state.concern(delivered.subject).map { (delivered, $0) } }
        }
        .filter { delivered, _ in home[delivered.subject].map { !held.contains($0) } ?? true }
        guard !gone.isEmpty else { return }
        let teller = CaseTeller(unit: unit, law: law, today: environment.today, people: people)
        let grant = try await enter(.verb(verb), unit.id, gone.map { .deliveries(of: $0.0.subject) })
        var drafts: [RegisterDraft] = []
        for (delivered, report) in gone {
            let last = try mark(delivered, in: unit, under: grant)
            let sender = try? sender(unit.id, report.municipality, on: environment.today)
            run.draft(.reported([report]), teller.telling.forgotten(report), after: last, sender, &drafts)
        }
        try await send(drafts, of: unit, by: verb, to: sink, &run)
    }

    /// Stages, remembers and publishes.
    private func send(
        _ drafts: [RegisterDraft],
        of unit: Unit,
        by verb: ActorID,
        to sink: some DeliverySink,
        _ run: inout RegisterRun
    ) async throws {
        var steps: [DeliveryStep] = []
        for draft in drafts {
            let id = deliveryID(draft.subject, draft.last?.id, draft.digest, in: unit.id)
            let delivery = draft.delivery(id: id, at: environment.now())
            let wrong = RegisterCheck.entries(delivery).filter { $0.severity >= .error }
            guard wrong.isEmpty else {
                run.export.held.append(RegisterExport.Held(subject: draft.subject, entries: wrong))
                continue
            }
            try sink.stage(id.text, try RegisterWriter.bytes(of: delivery))
            steps.append(DeliveryStep(mark: draft.mark(id: id, on: environment.today), after: draft.last?.id))
        }
        try await remember(steps, in: unit.id, by: verb)
        for step in steps { try sink.publish(step.mark.id.text) }
        run.export.delivered += steps.count
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

/// What has come of an export so far.
private struct RegisterRun {
    var export = RegisterExport()

    /// Makes a draft where the case is not as it was delivered last; holds it back where nothing can be made of it.
    mutating func draft(
        _ hand: CaseInHand,
        _ told: Case,
        after last: DeliveryMark?,
        _ sender: RegisterDelivery.Sender?,
        _ drafts: inout [RegisterDraft]
    ) {
        guard let sender, let draft = RegisterDraft(hand.subject, told, after: last, sender: sender) else {
            export.held.append(RegisterExport.Held(subject: hand.subject, entries: []))
            return
        }
        if draft.digest == last?.digest { export.unchanged += 1 } else { drafts.append(draft) }
    }
}

/// A delivery on its way: what it says, which tells by which id.
private struct RegisterDraft {
    let subject: RecordID
    let last: DeliveryMark?
    /// Of what it says, apart from its own id, its time, the one before, and the day on which something was first called
    /// gone: said again on another day, it is the same.
    let digest: [UInt8]
    private let told: Case
    private let sender: RegisterDelivery.Sender

    /// - Returns: `nil` where the schema has no place for what it says.
    init?(_ subject: RecordID, _ told: Case, after last: DeliveryMark?, sender: RegisterDelivery.Sender) {
        self.subject = subject
        self.last = last
        self.sender = sender
        self.told = told
        var undated = told
        undated.deletions = Self.deletions(told, last, from: .earliest)
        for place in undated.deletions.indices { undated.deletions[place].end = .earliest }
        let bare = RegisterDelivery(
            id: told.id,
            extracted: RegisterMoment(.earliest),
            system: DeliveryDesk.system,
            sender: sender,
            registerCase: undated
        )
        guard let bytes = try? RegisterWriter.bytes(of: bare) else { return nil }
        digest = Array(SHA256.hash(data: bytes))
    }

    func delivery(id: ThingID, at now: Instant) -> RegisterDelivery {
        var told = told
        told.deletions = Self.deletions(told, last, from: OsloTime.day(at: now))
        return RegisterDelivery(
            id: id,
            extracted: RegisterMoment(now),
            previousID: last?.id,
            system: DeliveryDesk.system,
            sender: sender,
            registerCase: told
        )
    }

    func mark(id: ThingID, on day: CalendarDay) -> DeliveryMark {
        DeliveryMark(
            subject: subject,
            id: id,
            digest: digest,
            isForgotten: told.isDeleted,
            things: told.isDeleted
                ? [] : told.thingKeys.sorted { ($0.kind.rawValue, $0.id.folded) < ($1.kind.rawValue, $1.id.folded) },
            deletions: Self.deletions(told, last, from: day)
        )
    }

    /// What was delivered once and is told no longer; nothing of a case that is called gone as a whole.
    private static func deletions(_ told: Case, _ last: DeliveryMark?, from day: CalendarDay) -> [Case.Deletion] {
        guard let last, !told.isDeleted else { return [] }
        let present = told.thingKeys
        let earlier = last.deletions.filter { !present.contains(ThingKey($0.type, $0.id)) }
        let lost = last.things.filter { !present.contains($0) }
        return earlier + lost.map { Case.Deletion(id: $0.id, type: $0.kind, end: day) }
    }
}

extension CaseTeller {
    /// What takes back a child's reports that were delivered and are told no longer, since all were plainly groundless.
    fileprivate func takenBack(_ hand: CaseInHand, after last: DeliveryMark?) -> Case? {
        guard let last, case .reported(let reports) = hand else { return nil }
        return last.isForgotten ? nil : telling.forgotten(reports[0])
    }
}
