import Exchange
import Foundation
package import Journal
package import Law

/// Reception's desk: what no rule could place, until somebody has seen to it.
package struct ReceptionDesk: Sendable {
    /// An item with its problem.
    package struct Row: Sendable {
        /// What the list knows of it.
        package let facts: WorkItemFacts
        /// What came in, and why it could not be placed.
        package let item: WorkItem
    }

    /// One page of the list, and the places of the pages beside it.
    package struct Page: Sendable {
        /// The rows of the page.
        package let rows: [Row]
        /// The page before this one ends before this place; `nil` on the first.
        package let previous: ListPlace?
        /// The next page begins after this place; `nil` on the last.
        package let next: ListPlace?
    }

    /// An item as its page shows it.
    package struct Opened: Sendable {
        /// What the list knows of it.
        package let facts: WorkItemFacts
        /// What came in, and why it could not be placed.
        package let item: WorkItem
        /// The message as it came; `nil` where its key was destroyed.
        package let original: RawEnvelope?
        /// What has happened to it, oldest first.
        package let history: [RecordedEvent]
        /// Where it says that it belongs; `nil` for what is no message between units.
        package let address: MessageAddress?
        /// Whether taking the message in anew, as it came, may find a place for it.
        package let mayTakeAgain: Bool
        /// Whether its sender can be told anything.
        package let reachesSender: Bool
    }

    private static let longestPage = 500

    private let digest: CommandDigest
    private let reception: Reception
    private let messages: MessageIntake
    private let units: Units
    private let gate: Gate

    package init(reception: Reception, messages: MessageIntake, units: Units, gate: Gate, digest: CommandDigest) {
        self.digest = digest
        self.reception = reception
        self.messages = messages
        self.units = units
        self.gate = gate
    }

    /// A page of the items, those without an owner first, oldest first; closed ones, newest first, only when asked for.
    ///
    /// `position` comes from a page beside it; `limit` is the most items of a page.
    package func list(
        _ person: Person,
        includeClosed: Bool = false,
        at position: ListPosition = .start,
        limit: Int = 50
    ) async throws -> Page {
        let limit = min(max(1, limit), Self.longestPage)
        let unit = try units.unit(reception.unit)
        let groups = Self.openGroups + (includeClosed ? [.init(isNewestFirst: true) { $0.isClosed }] : [])
        let page = RankedList(unit.read(\.workItems), in: groups).page(at: position, limit: limit)
        let grant = try await gate.enter(person, .listWorkItems, in: person.unit, objects: page.rows.map(\.id))
        let rows = try page.rows.compactMap { facts -> Row? in
            // Another process may have destroyed one that this one still lists.
            do {
                return Row(facts: facts, item: try item(facts, in: unit, under: grant))
            } catch SealError.keyDestroyed { return nil }
        }
        return Page(rows: rows, previous: page.previous, next: page.next)
    }

    private static var openGroups: [RankedList<WorkItemFacts>.Group] {
        [
            .init(isNewestFirst: false) { !$0.isClosed && $0.owner == nil },
            .init(isNewestFirst: false) { !$0.isClosed && $0.owner != nil },
        ]
    }

    /// Opens an item, with its message.
    ///
    /// - Throws: ``Absent`` where there is none or the person may not; any other error where it cannot be read.
    package func open(_ person: Person, _ id: RecordID) async throws -> Opened {
        let unit = try units.unit(reception.unit)
        let found = unit.read { $0.workItem(id) }
        let grant = try await gate.enter(person, .readWorkItem, in: person.unit, objects: [id], exists: found != nil)
        guard let facts = found else { throw Absent() }
        let original = try reception.original(of: facts, under: grant)
        let arrived = original.flatMap { messages.arrived($0, at: facts.receivedAt) }
        let isReport = original != nil && facts.sender.organisation == nil
        return Opened(
            facts: facts,
            item: try item(facts, in: unit, under: grant),
            original: original,
            history: try unit.events(of: id, under: grant),
            address: original.flatMap(messages.address),
            mayTakeAgain: isReport ? reception.mayTakeAgain(facts) : arrived != nil,
            reachesSender: isReport || arrived.map(messages.isAnswerable) ?? false
        )
    }

    /// Opens a file that came with an item's message; `number` is its place in the message, from 1.
    ///
    /// - Throws: ``Absent`` where there is none or the person may not; any other error where it cannot be read.
    package func file(_ person: Person, _ number: Int, of id: RecordID) async throws -> KeptFile {
        guard let file = try await open(person, id).original?.files[number: number] else { throw Absent() }
        return KeptFile(name: file.name, bytes: file.bytes)
    }

    /// Carries out a command on an item; whoever is sent it stores it first.
    package func perform(
        _ person: Person,
        _ wish: WorkItemCommand,
        on id: RecordID,
        key: String
    ) async throws -> CommandOutcome {
        let found = try units.unit(reception.unit).read { $0.workItem(id) }
        let grant = try await gate.enter(person, .changeWorkItem, in: person.unit, objects: [id], exists: found != nil)
        guard let facts = found else { throw Absent() }
        var letter: Letter?
        switch wish {
        case .forward(let target):
            // A unit that is no service has nobody who would read it.
            guard reception.serves(target) else { throw Absent() }
            return try await reception.forward(facts, to: target, under: grant)
        case .attach(let target, let conversation):
            guard messages.composer.counterparts[target] != nil else { throw Absent() }
            return try await messages.attach(facts, to: target, conversation, under: grant)
        case .sendBack(let reason) where !reason.allSatisfy(\.isWhitespace):
            do {
                letter = try answer(to: facts, saying: reason, under: grant)
            } catch is MessageWriteError {
                return .refused(.workItem(.unsendable))
            }
            guard letter != nil else { return .refused(.workItem(.noWayBack)) }
        case .take, .close, .sendBack: break
        }
        let digest = try digest(Data("\(id)|\(wish)".utf8), in: reception.unit)
        let commandKey = CommandKey(unit: reception.unit, actor: person.id, prefix: "http:", name: key)
        return try await units.perform(
            UnitCommand(
                wish: .workItem(id, wish, letter: letter),
                actor: person.id,
                keys: [commandKey],
                digest: digest
            ),
            in: reception.unit
        )
    }

    /// What tells an item's sender to send it anew; `nil` where nothing reaches the sender.
    private func answer(to facts: WorkItemFacts, saying reason: String, under grant: Grant) throws -> Letter? {
        guard let envelope = try reception.original(of: facts, under: grant) else {
            throw MissingEntry(unit: reception.unit, sequence: facts.sequence)
        }
        return facts.sender.organisation == nil
            ? reception.answer(to: envelope, of: facts, saying: reason)
            : try messages.answer(to: envelope, saying: reason)
    }

    /// Takes the message of an item in anew, once its sender is known, what it belongs to has come, or the program has
    /// learnt to read it.
    package func takeAgain(_ person: Person, _ id: RecordID) async throws -> CommandOutcome {
        let found = try units.unit(reception.unit).read { $0.workItem(id) }
        let grant = try await gate.enter(person, .changeWorkItem, in: person.unit, objects: [id], exists: found != nil)
        guard let facts = found else { throw Absent() }
        return try await facts.sender.organisation == nil
            ? reception.takeAgain(facts, under: grant) : messages.takeAgain(facts, under: grant)
    }

    private func item(_ facts: WorkItemFacts, in unit: Unit, under grant: Grant) throws -> WorkItem {
        guard case .workItem(.raised(let item))? = try unit.event(at: facts.sequence, under: grant)?.event else {
            throw MissingEntry(unit: unit.id, sequence: facts.sequence)
        }
        return item
    }
}
