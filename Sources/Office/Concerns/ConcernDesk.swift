package import Casework
import Foundation
package import Journal
package import Law

/// A service's desk for reports of concern: the inbox, one report, and what is done with it.
///
/// Every reading function takes a grant from the gate, without which nothing opens an entry: no byte leaves before its
/// line is durable.
package struct ConcernDesk: Sendable {
    /// Which reports a list shows.
    package enum Filter: String, Hashable, Sendable, CaseIterable {
        /// Those that nobody has opened.
        case unopened
        /// Every report.
        case all
        /// Those that somebody must see to at once.
        case urgent
        /// Those whose child has no number yet.
        case unidentified
    }

    /// A report as a list shows it.
    package struct Row: Sendable {
        /// What the list knows of it.
        package let facts: ConcernFacts
        /// The report itself.
        package let received: ReceivedConcern
    }

    /// One page of a list, and the places of the pages beside it.
    package struct Page: Sendable {
        /// The rows of the page.
        package let rows: [Row]
        /// The page before this one ends before this place; `nil` on the first.
        package let previous: ListPlace?
        /// The next page begins after this place; `nil` on the last.
        package let next: ListPlace?
        /// How many reports the service has, whatever the page shows.
        package let summary: Summary
    }

    /// A service's reports in numbers.
    package struct Summary: Sendable, Equatable {
        /// All of them.
        package let total: Int
        /// Those that nobody has opened.
        package let unopened: Int
        /// Those that somebody must see to at once, opened ones too.
        package let urgent: Int
        /// Those whose child has no number yet.
        package let unidentified: Int
        /// When the oldest unopened one was received; `nil` where there is none.
        package let oldestUnopened: Instant?
    }

    /// A report as its page shows it.
    package struct Opened: Sendable {
        /// What the list knows of it.
        package let facts: ConcernFacts
        /// The report itself.
        package let received: ReceivedConcern
        /// What has happened to it, oldest first.
        package let history: [RecordedEvent]
        /// Other children's reports from the same message.
        package let siblings: [Row]
        /// The case that has taken it up; `nil` where none has.
        package let takenUp: TakenUp?
    }

    /// The case that a report belongs to.
    package struct TakenUp: Sendable {
        /// The case.
        package let caseID: RecordID
        /// The case; `nil` where the person may read it only with a reason.
        package let readable: StoredCase?
    }

    private static let longestPage = 500

    private let digest: CommandDigest
    private let units: Units
    private let gate: Gate
    private let environment: Environment
    private let access: AccessReader

    package init(
        units: Units,
        gate: Gate,
        access: AccessReader,
        digest: CommandDigest,
        environment: Environment
    ) {
        self.digest = digest
        self.units = units
        self.gate = gate
        self.access = access
        self.environment = environment
    }

    // MARK: Reading

    /// A page of the person's own service's reports: urgent and unopened first, then newest first.
    ///
    /// `position` comes from a page beside it; `limit` is the most reports of a page.
    package func list(
        _ person: Person,
        _ filter: Filter,
        at position: ListPosition = .start,
        limit: Int = 50
    ) async throws -> Page {
        let limit = min(max(1, limit), Self.longestPage)
        let unit = try units.unit(person.unit)
        // Sorted outside: the unit's loop waits for whoever reads.
        let (concerns, summary) = unit.read { state in
            (state.concerns.filter { !state.bars(person.id, fromConcern: $0.id) }, Summary(state))
        }
        let page = RankedList(concerns, in: filter.groups).page(at: position, limit: limit)
        let grant = try await gate.enter(person, .listConcerns, in: person.unit, objects: page.rows.map(\.id))
        let rows = try page.rows.compactMap { facts in
            // Another process may have destroyed one that this one still lists.
            do { return try row(facts, in: unit, under: grant) } catch SealError.keyDestroyed { return nil }
        }
        return Page(rows: rows, previous: page.previous, next: page.next, summary: summary)
    }

    /// Opens a report, noting who opened it first.
    package func open(_ person: Person, _ id: RecordID) async throws -> Opened {
        let unit = try units.unit(person.unit)
        let family = Self.family(of: id, in: unit, for: person)
        let grant = try await gate.enter(
            person,
            .readConcern,
            in: person.unit,
            objects: family ?? [id],
            exists: family != nil
        )
        if unit.read({ $0.concern(id)?.openedBy }) == nil {
            let key = CommandKey(unit: person.unit, actor: person.id, key: "id:open-\(id)-\(person.id.name)")
            _ = try await units.perform(command(.open, on: id, by: person, key: key), in: person.unit)
        }
        guard let facts = unit.read({ $0.concern(id) }) else { throw Absent() }
        let history = try unit.events(of: id, under: grant)
        let row = try row(facts, in: unit, under: grant)
        let siblings = try unit.read { $0.siblings(of: facts) }.map { try self.row($0, in: unit, under: grant) }
        return Opened(
            facts: facts,
            received: row.received,
            history: history,
            siblings: siblings,
            takenUp: takenUp(facts, in: unit, for: person)
        )
    }

    /// Who has read a report, newest first.
    package func readers(_ person: Person, of id: RecordID) async throws -> [AccessReader.Reading] {
        let exists = try Self.family(of: id, in: units.unit(person.unit), for: person) != nil
        let grant = try await gate.enter(person, .readAccessLog, in: person.unit, objects: [id], exists: exists)
        return try access.readings(of: id, under: grant)
    }

    /// The message as it was received.
    package func original(_ person: Person, _ id: RecordID, from reception: Reception) async throws -> RawEnvelope {
        let unit = try units.unit(person.unit)
        let facts = unit.read { $0.concern(id) }
        let family = Self.family(of: id, in: unit, for: person)
        let grant = try await gate.enter(
            person,
            .readConcern,
            in: person.unit,
            objects: family ?? [id],
            exists: family != nil && facts?.rawID != nil
        )
        guard let facts, let envelope = try reception.original(of: facts, in: unit.id, under: grant) else {
            throw Absent()
        }
        return envelope
    }

    // MARK: Doing

    /// Carries out a command on a report.
    ///
    /// `key` is the form's idempotency key: sent twice, it is done once.
    ///
    /// - Returns: What was done, or why it was refused.
    /// - Throws: ``Absent`` where the report is missing or the person may not change it; any other error where the
    ///   command could not be stored.
    package func perform(
        _ person: Person,
        _ wish: ConcernCommand,
        on id: RecordID,
        key: String
    ) async throws -> CommandOutcome {
        let exists = try Self.family(of: id, in: units.unit(person.unit), for: person) != nil
        _ = try await gate.enter(person, .changeConcern, in: person.unit, objects: [id], exists: exists)
        let key = CommandKey(unit: person.unit, actor: person.id, prefix: "http:", name: key)
        return try await units.perform(command(wish, on: id, by: person, key: key), in: person.unit)
    }

    /// Stores a report that somebody in the service has typed in.
    ///
    /// The week for the review runs from the day it was told, the report's `sentAt`, and never from a later day than
    /// today.
    package func register(_ person: Person, _ concern: Concern, isUrgent: Bool, key: String) async throws -> RecordID {
        let now = environment.now()
        let id = environment.newID(now)
        _ = try await gate.enter(person, .registerConcern, in: person.unit, objects: [id])
        let toldAt = min(concern.sentAt ?? now, now)
        let received = ReceivedConcern(
            concern: concern,
            channel: .typedIn,
            messageID: key,
            rawID: nil,
            childIndex: 0,
            irregularities: [],
            isUrgent: isUrgent,
            receivedAt: toldAt
        )
        let intake = Intake(
            content: .concerns([received]),
            receivedOn: OsloTime.day(at: toldAt),
            ids: [id],
            raw: nil,
            receipt: nil,
            status: 201
        )
        let digest = try digest(Data(UnitEventCodec.encode(.concern(.received(received)))), in: person.unit)
        // The same form sent again with other words is another report: a second child, typed into the form that the
        // browser had kept, must not be lost.
        for name in [key, "\(key)|\(digest.hexadecimal)"] {
            let commandKey = CommandKey(unit: person.unit, actor: person.id, prefix: "http:", name: name)
            let command = UnitCommand(wish: .take(intake), actor: person.id, keys: [commandKey], digest: digest)
            switch try await units.perform(command, in: person.unit) {
            case .done(let unit, let sequence, _, _):
                guard let stream = try units.unit(unit).stream(at: sequence) else {
                    throw MissingEntry(unit: unit, sequence: sequence)
                }
                return stream
            case .keyReused: continue
            case .refused: throw Absent()
            }
        }
        throw Absent()
    }

    // MARK: Parts

    private func takenUp(_ facts: ConcernFacts, in unit: Unit, for person: Person) -> TakenUp? {
        let now = environment.now()
        let (caseID, stored, tie) = unit.read { state in
            let caseID = state.caseID(ofConcern: facts.id) ?? facts.review?.caseID
            let stored = caseID.flatMap(state.storedCase)
            return (caseID, stored, CaseDesk.tie(person, to: stored, in: state, now))
        }
        let mayRead = gate.permits(person, .readCase, in: unit.id, tie: tie)
        return caseID.map { TakenUp(caseID: $0, readable: mayRead ? stored : nil) }
    }

    private func command(_ wish: ConcernCommand, on id: RecordID, by person: Person, key: CommandKey) throws
        -> UnitCommand
    {
        UnitCommand(
            wish: .concern(id, wish),
            actor: person.id,
            keys: [key],
            digest: try digest(Data("\(id)|".utf8) + wish.digestBytes, in: key.unit)
        )
    }

    private func row(_ facts: ConcernFacts, in unit: Unit, under grant: Grant) throws -> Row {
        guard case .concern(.received(let received))? = try unit.event(at: facts.sequence, under: grant)?.event else {
            throw MissingEntry(unit: unit.id, sequence: facts.sequence)
        }
        return Row(facts: facts, received: received)
    }

    /// A report and those of the same message, all of which its page and its original show; `nil` where there is none.
    ///
    /// What a conflict of interest bars from one of them bars from all: they are one message.
    private static func family(of id: RecordID, in unit: Unit, for person: Person) -> [RecordID]? {
        unit.read { state in
            guard let facts = state.concern(id) else { return nil }
            let family = [id] + state.siblings(of: facts).map(\.id)
            return family.contains { state.bars(person.id, fromConcern: $0) } ? nil : family
        }
    }
}

extension ConcernCommand {
    fileprivate var digestBytes: Data {
        switch self {
        case .open: Data("open".utf8)
        case .match(let number): Data("match \(number.digits)".utf8)
        case .giveUpMatching(let reason): Data("give up \(reason)".utf8)
        case .setUrgency(let urgent): Data("urgency \(urgent)".utf8)
        }
    }
}
