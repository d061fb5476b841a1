import Casework
import Crypto
import Foundation
package import Journal
package import Law

/// Reconciliation and alarms for the leader of a service and for reception.
package struct OversightDesk: Sendable {
    let reception: UnitID
    let units: Units
    let store: any JournalStore
    private let senders: Senders
    private let gate: Gate
    /// When an alarm goes off, for the words of its page.
    package let limits: AlarmLimits
    private let directory: ServiceDirectory
    private let environment: Environment

    package init(
        reception: UnitID,
        directory: ServiceDirectory,
        units: Units,
        store: any JournalStore,
        senders: Senders,
        gate: Gate,
        limits: AlarmLimits,
        environment: Environment
    ) {
        self.reception = reception
        self.directory = directory
        self.units = units
        self.store = store
        self.senders = senders
        self.gate = gate
        self.limits = limits
        self.environment = environment
    }

    // MARK: Reconciliation

    /// Every sender's day, as far as it concerns the person's unit: a leader sees what was sent to the own service.
    package func reconcile(_ person: Person, _ day: CalendarDay) async throws -> [Reconciliation] {
        _ = try await gate.enter(person, .reconcile, in: person.unit, objects: [])
        let all = try reconcile(day)
        guard person.unit != reception else { return all }
        return all.map { $0.seen(by: person.unit) }
    }

    /// The same without a person, for the command line and the metrics.
    package func reconcile(_ day: CalendarDay) throws -> [Reconciliation] {
        let start = OsloTime.instant(of: day, hour: 0)
        let end = OsloTime.instant(of: day.adding(days: 1), hour: 0)
        return try senders.all.map { sender in
            try reconcile(sender.id, day, list: sentList(of: sender.id, on: day)?.list, from: start, to: end)
        }
    }

    /// Compares one sender's own list, such as a file, with what is stored.
    package func reconcile(_ sender: ActorID, _ day: CalendarDay, list: SentList?) throws -> Reconciliation {
        let start = OsloTime.instant(of: day, hour: 0)
        return try reconcile(
            sender,
            day,
            list: list,
            from: start,
            to: OsloTime.instant(of: day.adding(days: 1), hour: 0)
        )
    }

    private func reconcile(
        _ sender: ActorID,
        _ day: CalendarDay,
        list: SentList?,
        from start: Instant,
        to end: Instant
    ) throws -> Reconciliation {
        let commands = try store.commands(unit: reception, actor: sender, from: start, to: end)
        // A message with both keys stands twice under the same entry. The list may name it by either; else its own
        // id does, which sorts before `key:`.
        var byEntry: [String: (names: [String], recorded: RecordedCommand)] = [:]
        for recorded in commands.sorted(by: { $0.command.key.key < $1.command.key.key }) {
            guard let id = Self.messageID(recorded.command.key.key) else { continue }
            byEntry["\(recorded.command.at) \(recorded.command.sequence)", default: ([], recorded)].names.append(id)
        }
        let listed = Set(list?.lines.map(\.messageID) ?? [])
        // What was sent shortly before midnight is stored after it, and stands on the list of the day before.
        let besides = try Set(
            [-1, 1].flatMap { try sentList(of: sender, on: day.adding(days: $0))?.list.lines.map(\.messageID) ?? [] }
        )
        let onDay = try byEntry.values.compactMap { names, recorded -> StoredMessage? in
            if let name = names.first(where: listed.contains) { return try stored(name, recorded.command) }
            guard !names.contains(where: besides.contains) else { return nil }
            return try names.first.map { try stored($0, recorded.command) }
        }
        return try Reconciliation(
            sender: sender,
            day: day,
            list: list,
            onDay: onDay.sorted { ($0.storedAt, $0.id) < ($1.storedAt, $1.id) },
            place: { line in service(of: line, on: day) },
            find: { id in try find(id, from: sender) }
        )
    }

    private func service(of line: SentList.Line, on day: CalendarDay) -> UnitID? {
        guard let municipality = line.municipality,
            case .service(let service) = directory.route(municipality: municipality, district: line.district, on: day)
        else { return nil }
        return service.unit
    }

    /// The newest list of a sender's day, with the entry that holds it.
    private func sentList(of sender: ActorID, on day: CalendarDay) throws -> (list: SentList, sequence: Int)? {
        let desk = try units.unit(reception)
        guard let sequence = desk.read({ $0.sentLists[.init(sender: sender, day: day)] }),
            case .sentList(let list)? = try desk.event(at: sequence)?.event
        else { return nil }
        return (list, sequence)
    }

    private static func messageID(_ key: String) -> String? {
        for prefix in ["id:", "key:"] where key.hasPrefix(prefix) { return String(key.dropFirst(prefix.count)) }
        return nil
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

    // MARK: Alarms

    /// What the person must look at: the own unit's, and for reception everybody's.
    package func alarms(_ person: Person) async throws -> [Alarm] {
        _ = try await gate.enter(person, .readAlarms, in: person.unit, objects: [])
        return try alarms(of: person.unit)
    }

    /// All alarms, for the metrics.
    package func allAlarms() throws -> [Alarm] { try alarms(of: reception) }

    private func alarms(of unit: UnitID) throws -> [Alarm] {
        let now = environment.now()
        let watched = unit == reception ? [reception] + directory.services.map(\.unit) : [unit]
        var alarms = try watched.flatMap { id in
            let (unit, start) = (try units.unit(id), try beginning(of: id))
            let found = unit.read { limits.alarms(of: id, $0, openedAt: start, now: now) }
            guard id == reception else { return found }
            // Silence is a service's own alarm; reception itself receives for all.
            return found.filter(\.kind.concernsReception)
        }
        if unit == reception, let alarm = try outboxAlarm(now) { alarms.append(alarm) }
        return alarms
    }

    /// Since when a unit could have received something: its first entry, or its keys while it has none, but not before
    /// the first day that it serves.
    private func beginning(of id: UnitID) throws -> Instant {
        let known = try store.entry(id, sequence: 1)?.recordedAt ?? store.head(of: id).recordedAt
        let firstDay = directory.service(of: id)?.memberships.map(\.from).min()
        return max(known, firstDay.map { OsloTime.instant(of: $0, hour: 0) } ?? known)
    }

    private func outboxAlarm(_ now: Instant) throws -> Alarm? {
        let status = try store.outboxStatus(now: now)
        let isLate = status.oldestWaiting.map { $0.seconds(until: now) >= Double(limits.outbox * 3600) } ?? false
        guard status.parked > 0 || isLate else { return nil }
        return Alarm(
            kind: .outboxStuck(waiting: status.waiting, parked: status.parked, oldest: status.oldestWaiting),
            unit: reception
        )
    }
}
