import Casework
import Foundation
import Law
import Office
import Synthetic

/// Gives the pretend world a past, and then lets reports go on arriving.
struct PretendPast {
    let world: PretendWorld
    let clock: PretendClock
    /// How many days the past has.
    let days: Int

    private static let messagesADay = 6

    /// Plays the past: reports come in over the days, and people open most of those that are not quite new.
    @Sendable func play(in rooms: OfficeRooms) async throws {
        defer { clock.set(nil) }
        // A kept world has its past already: some report of it has been opened, or waits to be.
        for person in caseworkers(in: rooms) where try await waiting(for: person, in: rooms).summary.total > 0 {
            return
        }
        let start = systemClock()
        let count = days * Self.messagesADay
        let interval = 86_400 / Self.messagesADay
        for index in 0..<count {
            let early = (count - index) * interval - (index * 7919) % (interval / 2)
            let instant = start.adding(seconds: -early)
            clock.set(instant)
            try await send(world.message(index, sentAt: instant.adding(seconds: -90)), to: rooms)
            if index > 8, index.isMultiple(of: 3) { try await openOldest(in: rooms, leaving: 5) }
        }
    }

    /// Sends on, one message at a time.
    @Sendable func keepSending(to rooms: OfficeRooms, everySeconds pace: Int) async throws {
        guard pace > 0 else {
            try await Task.sleep(for: .seconds(10 * 365 * 86_400))
            return
        }
        var index = days * Self.messagesADay
        while !Task.isCancelled {
            try await Task.sleep(for: .seconds(pace))
            try await send(world.message(index, sentAt: clock.now()), to: rooms)
            index += 1
        }
    }

    private func send(_ message: PretendMessage, to rooms: OfficeRooms) async throws {
        guard let sender = rooms.senders.all.first else { return }
        let (answer, receipt) = try await rooms.reception.receive(
            message.bytes,
            form: message.format,
            from: sender,
            key: nil,
            messageID: message.messageID
        )
        if let receipt { rooms.reception.noteAnswered(receipt) }
        guard message.isUrgent, case .received(let stored) = answer, let id = stored.concerns.first,
            let leader = rooms.people.all.first(where: { $0.unit == stored.unit && $0.role == .leader })
        else { return }
        _ = try await rooms.concerns.perform(leader, .setUrgency(true), on: id, key: "urgent-\(id)")
    }

    private func openOldest(in rooms: OfficeRooms, leaving: Int) async throws {
        for person in caseworkers(in: rooms) {
            let waiting = try await waiting(for: person, in: rooms)
            guard waiting.summary.unopened > leaving, let first = waiting.rows.first else { continue }
            _ = try await rooms.concerns.open(person, first.facts.id)
        }
    }

    private func caseworkers(in rooms: OfficeRooms) -> [Person] {
        rooms.people.all.filter { $0.role == .caseworker }
    }

    private func waiting(for person: Person, in rooms: OfficeRooms) async throws -> ConcernDesk.Page {
        try await rooms.concerns.list(person, .unopened, limit: 1)
    }
}

extension PretendWorld {
    /// The office of the pretend world; its one sender needs no secret.
    func settings(folder: String, node: String) throws -> OfficeRooms.Settings {
        OfficeRooms.Settings(
            reception: Self.reception,
            services: services,
            people: try personas.enumerated().compactMap { index, persona in
                guard let role = Person.Role(persona.role) else { return nil }
                // A number, not a name: an actor stands in clear in the journal's envelope.
                let id = try ActorID(kind: .person, name: "p\(index + 1)")
                return Person(id: id, name: persona.displayName, role: role, unit: persona.unit)
            },
            senders: [Sender(id: try ActorID(kind: .sender, name: "portal"), secretDigest: nil)],
            limits: AlarmLimits(),
            spoolFolder: folder + "/spool",
            witnessFile: folder + "/witness.txt",
            node: node
        )
    }
}

extension Person.Role {
    /// The pretend world also has people whose pages come later.
    fileprivate init?(_ role: Persona.Role) {
        switch role {
        case .caseworker: self = .caseworker
        case .leader: self = .leader
        case .receptionOfficer: self = .receptionOfficer
        case .countyGovernor: self = .countyGovernor
        }
    }
}
