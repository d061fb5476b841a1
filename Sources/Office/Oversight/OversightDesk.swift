import Casework
import Crypto
import Foundation
import Journal
package import Law

/// Reconciliation and alarms for the leader of a service and for reception.
package struct OversightDesk: Sendable {
    let reception: UnitID
    let units: Units
    let store: any JournalStore
    private let senders: Senders
    private let gate: Gate
    /// Messages that an earlier process had received and that are still not stored.
    private let unrecovered: @Sendable () -> Int
    private let boxes: BoxWatch
    /// When an alarm goes off, for the words of its page.
    package let limits: AlarmLimits
    private let directory: ServiceDirectory
    /// The regions whose units are in this store.
    private let regions: [UnitID]
    private let environment: Environment

    init(
        reception: UnitID,
        directory: ServiceDirectory,
        regions: [UnitID],
        units: Units,
        store: any JournalStore,
        senders: Senders,
        gate: Gate,
        unrecovered: @escaping @Sendable () -> Int,
        boxes: BoxWatch,
        limits: AlarmLimits,
        environment: Environment
    ) {
        self.reception = reception
        self.directory = directory
        self.regions = regions
        self.units = units
        self.store = store
        self.senders = senders
        self.gate = gate
        self.unrecovered = unrecovered
        self.boxes = boxes
        self.limits = limits
        self.environment = environment
    }

    // MARK: Reconciliation

    /// Every sender's day, as far as it concerns the person's unit: a leader sees what was sent to the own service.
    package func reconcile(_ person: Person, _ day: CalendarDay) async throws -> [Reconciliation] {
        let grant = try await gate.enter(person, .reconcile, in: person.unit, objects: [])
        let all = try reconcile(day, under: grant)
        guard person.unit != reception else { return all }
        return all.map { $0.seen(by: person.unit) }
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
        // id does, which sorts before `key:`.
        var byEntry: [String: (names: [String], recorded: RecordedCommand)] = [:]
        for recorded in commands.sorted(by: { $0.command.key.key < $1.command.key.key }) {
            guard let id = Self.messageID(recorded.command.key.key) else { continue }
            byEntry["\(recorded.command.at) \(recorded.command.sequence)", default: ([], recorded)].names.append(id)
        }
        let listed = Set(list?.lines.map(\.messageID) ?? [])
        var lists: [CalendarDay: Set<String>] = [day: listed]
        let onDay = try byEntry.values.compactMap { names, recorded -> StoredMessage? in
            if let name = names.first(where: listed.contains) { return try stored(name, recorded.command) }
            guard let message = try names.first.map({ try stored($0, recorded.command) }) else { return nil }
            let cameOn = OsloTime.day(at: message.storedAt)
            // What was sent shortly before midnight came after it, and stands on the list of the day before.
            for day in [-1, 0, 1].map({ cameOn.adding(days: $0) }) {
                let names = try lists[day] ?? Set(sentList(of: sender, on: day)?.list.lines.map(\.messageID) ?? [])
                lists[day] = names
            }
            let isOnAnother = [-1, 0, 1].contains { lists[cameOn.adding(days: $0)]?.isDisjoint(with: names) == false }
            guard !isOnAnother else { return nil }
            return try cameOn == day || isFirst(recorded) ? message : nil
        }
        return try Reconciliation(
            sender: sender,
            day: day,
            list: list,
            onDay: onDay.sorted { ($0.storedAt, $0.id) < ($1.storedAt, $1.id) },
            place: { line in service(of: line, on: day) },
            find: { id in try find(id, sentBy: sender) }
        )
    }

    /// Whether a message was stored with this command, and not only sent again under another key.
    private func isFirst(_ recorded: RecordedCommand) throws -> Bool {
        let (unit, sequence) = (recorded.command.at, recorded.command.sequence)
        return try store.entry(unit, sequence: sequence)?.recordedAt == recorded.recordedAt
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
            let list = try desk.sentList(at: sequence)
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

    // MARK: Figures

    private var all: [UnitID] { [reception] + directory.services.map(\.unit) }

    /// A unit's unread reports and open items, as counts: for the menu of every page.
    package func figures(of unit: UnitID) throws -> OfficeFigures.UnitFigures {
        try units.unit(unit).read { OfficeFigures.UnitFigures(unit, $0) }
    }

    /// How all units and the outbox stand, for the metrics; a unit that cannot be served is left out and counted.
    func standing(_ outbox: OutboxStatus) throws -> (watches: [UnitWatch], unserved: Int, alarms: [Alarm]) {
        let (watches, unserved) = look(at: all)
        let (regional, unservedRegions) = look(at: regions)
        let alarms = try alarms(in: watches + regional, now: environment.now()) + unserved + unservedRegions
        return (watches, unserved.count + unservedRegions.count, alarms + ownAlarms(outbox))
    }

    /// Looks at every unit once, so that the first to ask for all of them need not wait.
    func lookAtAll() async {
        for unit in all + regions where !Task.isCancelled {
            try? await units.prepare(unit)
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
        let now = environment.now()
        let (watches, unserved) = look(at: unit == reception ? all : [unit])
        let found = try alarms(in: watches, now: now) + unserved
        return unit == reception ? found + ownAlarms(try store.outboxStatus(now: now)) : found
    }

    /// The units that can be served, and an alarm for each that cannot: it must not hide the others.
    private func look(at ids: [UnitID]) -> (watches: [UnitWatch], unserved: [Alarm]) {
        var watches: [UnitWatch] = []
        var unserved: [Alarm] = []
        for id in ids {
            do {
                watches.append(try units.watch(of: id))
            } catch {
                unserved.append(Alarm(kind: .unserved, unit: id))
            }
        }
        return (watches, unserved)
    }

    private func alarms(in watches: [UnitWatch], now: Instant) throws -> [Alarm] {
        try watches.flatMap { watch in
            let start = try watch.lastReceived ?? beginning(of: watch.unit)
            let found = limits.alarms(watch, openedAt: start, now: now)
            if regions.contains(watch.unit) { return found.filter(\.kind.concernsRegion) }
            // Silence is a service's own alarm; reception itself receives for all.
            return watch.unit == reception ? found.filter(\.kind.concernsReception) : found
        }
    }

    /// Since when a unit could have received something: its first entry, or its keys while it has none, but not before
    /// the first day that it serves.
    private func beginning(of id: UnitID) throws -> Instant {
        let known = try store.entry(id, sequence: 1)?.recordedAt ?? store.head(of: id).recordedAt
        let firstDay = directory.service(of: id)?.memberships.map(\.from).min()
        return max(known, firstDay.map { OsloTime.instant(of: $0, hour: 0) } ?? known)
    }

    /// What stands in no unit's journal.
    private func ownAlarms(_ status: OutboxStatus) -> [Alarm] {
        let kinds = [
            unrecovered() > 0 ? Alarm.Kind.unrecovered(count: unrecovered()) : nil,
            boxes.laidAside > 0 ? .laidAside(count: boxes.laidAside) : nil,
            boxes.notTaken > 0 ? .notTaken(count: boxes.notTaken) : nil,
        ]
        return kinds.compactMap { $0.map { Alarm(kind: $0, unit: reception) } } + outboxAlarms(status)
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
