import Casework
import Crypto
import Foundation
package import Journal
package import Law

/// Reconciliation and alarms for the leader of a service and for reception.
package struct OversightDesk: Sendable {
    private let reception: UnitID
    private let units: Units
    private let store: any JournalStore
    private let senders: Senders
    private let gate: Gate
    /// When an alarm goes off, for the words of its page.
    package let limits: AlarmLimits
    private let services: [UnitID]
    private let environment: Environment
    private let startedAt: Instant

    package init(
        reception: UnitID,
        services: [UnitID],
        units: Units,
        store: any JournalStore,
        senders: Senders,
        gate: Gate,
        limits: AlarmLimits,
        environment: Environment
    ) {
        self.reception = reception
        self.services = services
        self.units = units
        self.store = store
        self.senders = senders
        self.gate = gate
        self.limits = limits
        self.environment = environment
        startedAt = environment.now()
    }

    // MARK: Reconciliation

    /// Every sender's day, as far as it concerns the person's unit: a leader sees what came to the own service.
    package func reconcile(_ person: Person, _ day: CalendarDay) async throws -> [Reconciliation] {
        let grant = try await gate.enter(person, .reconcile, in: person.unit, objects: [])
        let all = try reconcile(day, under: grant)
        guard person.unit != reception else { return all }
        return all.map { reconciliation in
            let own = reconciliation.messages.filter { $0.unit == person.unit }
            // What is missing has no unit: only reception, which knows all services, can ask the sender for it.
            let said = reconciliation.said.map { _ in own.count { $0.difference != .extra } }
            return Reconciliation(sender: reconciliation.sender, day: day, said: said, messages: own)
        }
    }

    /// Every sender's day, whole: for the command line.
    package func reconcile(verb: ActorID, _ day: CalendarDay) async throws -> [Reconciliation] {
        try reconcile(day, under: try await gate.enter(verb: verb, .reconcile, in: reception))
    }

    private func reconcile(_ day: CalendarDay, under grant: Grant) throws -> [Reconciliation] {
        let start = OsloTime.instant(of: day, hour: 0)
        let end = OsloTime.instant(of: day.adding(days: 1), hour: 0)
        return try senders.all.map { sender in
            let list = try sentList(of: sender.id, on: day)?.list
            return try reconcile(sender.id, day, list: list, from: start, to: end, under: grant)
        }
    }

    /// Compares one sender's own list, such as a file, with what is stored: for the command line.
    package func reconcile(
        verb: ActorID,
        _ sender: ActorID,
        _ day: CalendarDay,
        list: SentList?
    ) async throws -> Reconciliation {
        let grant = try await gate.enter(verb: verb, .reconcile, in: reception)
        let start = OsloTime.instant(of: day, hour: 0)
        let end = OsloTime.instant(of: day.adding(days: 1), hour: 0)
        return try reconcile(sender, day, list: list, from: start, to: end, under: grant)
    }

    private func reconcile(
        _ sender: ActorID,
        _ day: CalendarDay,
        list: SentList?,
        from start: Instant,
        to end: Instant,
        under grant: Grant
    ) throws -> Reconciliation {
        guard grant.action == .reconcile else { throw Absent() }
        let commands = try store.commands(unit: reception, actor: sender, from: start, to: end)
        // A message with both keys stands twice under the same entry. The list may name it by either; else its own
        // id does, which sorts behind `http:`.
        var byEntry: [String: (names: [String], recorded: RecordedCommand)] = [:]
        for recorded in commands.sorted(by: { $0.command.key.key > $1.command.key.key }) {
            guard let id = Self.messageID(recorded.command.key.key) else { continue }
            byEntry["\(recorded.command.at) \(recorded.command.sequence)", default: ([], recorded)].names.append(id)
        }
        let listed = Set(list?.lines.map(\.messageID) ?? [])
        // What was sent shortly before midnight is stored after it, and stands on the list of the day before.
        let besides = try Set(
            [-1, 1].flatMap { try sentList(of: sender, on: day.adding(days: $0))?.list.lines.map(\.messageID) ?? [] }
        )
        let onDay = try byEntry.values.compactMap { names, recorded -> StoredMessage? in
            if let name = names.first(where: listed.contains) { return try stored(name, recorded) }
            guard !names.contains(where: besides.contains) else { return nil }
            return try names.first.map { try stored($0, recorded) }
        }
        return try Reconciliation(
            sender: sender,
            day: day,
            list: list,
            onDay: onDay.sorted { ($0.storedAt, $0.id) < ($1.storedAt, $1.id) },
            find: { id in try find(id, sentBy: sender) }
        )
    }

    /// One message of the sender's own, for that sender, by its id or key, on whatever day it came.
    ///
    /// It says when it was stored, and how many reports it became and are opened; `nil` where none is stored.
    package func find(_ id: String, from sender: Sender) throws -> StoredMessage? {
        try find(id, sentBy: sender.id)
    }

    private func find(_ id: String, sentBy sender: ActorID) throws -> StoredMessage? {
        for prefix in ["id:", "http:"] {
            let key = CommandKey(unit: reception, actor: sender, prefix: prefix, name: id)
            guard let row = try store.command(key) else { continue }
            let recordedAt = try store.entry(row.at, sequence: row.sequence)?.recordedAt ?? startedAt
            return try stored(id, RecordedCommand(command: row, recordedAt: recordedAt))
        }
        return nil
    }

    /// The newest list of a sender's day, with the entry that holds it.
    private func sentList(of sender: ActorID, on day: CalendarDay) throws -> (list: SentList, sequence: Int)? {
        let desk = try units.unit(reception)
        guard let sequence = desk.read({ $0.sentLists[.init(sender: sender, day: day)] }),
            let list = try desk.sentList(at: sequence)
        else { return nil }
        return (list, sequence)
    }

    private static func messageID(_ key: String) -> String? {
        for prefix in ["id:", "http:"] where key.hasPrefix(prefix) { return String(key.dropFirst(prefix.count)) }
        return nil
    }

    private func stored(_ id: String, _ recorded: RecordedCommand) throws -> StoredMessage {
        let row = recorded.command
        let concerns = try units.unit(row.at).read { $0.concerns(ofMessageAt: row.sequence) }
        return StoredMessage(
            id: id,
            digest: row.digest.hexadecimal,
            storedAt: recorded.recordedAt,
            unit: row.at,
            concerns: concerns.count,
            opened: concerns.count { $0.openedBy != nil }
        )
    }

    /// Stores what a sender says that it sent; the latest list of a day counts.
    package func note(_ list: SentList) async throws {
        let latest = try sentList(of: list.sender, on: list.day)
        guard latest?.list != list else { return }
        let digest = Data(SHA256.hash(data: UnitEventCodec.encode(.sentList(list))))
        let key = CommandKey(
            unit: reception,
            actor: list.sender,
            key: "list:\(list.day)-\(latest?.sequence ?? 0)-\(digest.hexadecimal)"
        )
        _ = try await units.perform(
            UnitCommand(wish: .noteSentList(list), actor: list.sender, keys: [key], digest: digest),
            in: reception
        )
    }

    // MARK: Figures

    /// A unit's unread reports and open items, as counts: for the menu of every page.
    package func figures(of unit: UnitID) throws -> OfficeFigures.UnitFigures {
        try units.unit(unit).read { OfficeFigures.UnitFigures(unit, $0) }
    }

    /// How all units and the outbox stand, for the metrics; a unit that cannot be served is left out and counted.
    func standing(_ outbox: OutboxStatus) -> (watches: [UnitWatch], unserved: Int, alarms: [Alarm]) {
        let all = [reception] + services
        let watches = all.compactMap { try? units.watch(of: $0) }
        let alarms = alarms(in: watches, now: environment.now()) + outboxAlarms(outbox)
        return (watches, all.count - watches.count, alarms)
    }

    /// Looks at every unit once, so that the first to ask for all of them need not wait.
    func lookAtAll() async {
        for unit in [reception] + services where !Task.isCancelled {
            _ = try? units.watch(of: unit)
            await Task.yield()
        }
    }

    // MARK: Alarms

    /// What the person must look at: the own unit's, and for reception everybody's.
    package func alarms(_ person: Person) async throws -> [Alarm] {
        _ = try await gate.enter(person, .readAlarms, in: person.unit, objects: [])
        return try alarms(of: person.unit)
    }

    private func alarms(of unit: UnitID) throws -> [Alarm] {
        guard unit == reception else { return alarms(in: [try units.watch(of: unit)], now: environment.now()) }
        let watches = try ([reception] + services).map(units.watch)
        let now = environment.now()
        return alarms(in: watches, now: now) + outboxAlarms(try store.outboxStatus(now: now))
    }

    private func alarms(in watches: [UnitWatch], now: Instant) -> [Alarm] {
        watches.flatMap { watch in
            let found = limits.alarms(watch, openedAt: startedAt, now: now)
            // Silence is a service's own alarm; reception itself receives for all.
            return watch.unit == reception ? found.filter(\.kind.concernsReception) : found
        }
    }

    private func outboxAlarms(_ status: OutboxStatus) -> [Alarm] {
        let now = environment.now()
        let isLate = status.oldestWaiting.map { $0.seconds(until: now) >= Double(limits.outbox * 3600) } ?? false
        guard status.parked > 0 || isLate else { return [] }
        return [
            Alarm(
                kind: .outboxStuck(waiting: status.waiting, parked: status.parked, oldest: status.oldestWaiting),
                unit: reception
            )
        ]
    }
}
