import Casework
import Exchange
import Foundation
import Law
import Office
import Synthetic

/// Gives the pretend world a past of three years, and then lets reports go on arriving.
struct PretendPast {
    let world: PretendWorld
    let clock: PretendClock
    /// How many cases the three services have had.
    let cases: Int
    /// On how many of the last days reports arrive that nobody has reviewed yet.
    let days: Int

    private static let messagesADay = 6

    /// An instant before all of the past, at which a new world's journals begin.
    static func beginning(before now: Instant) -> Instant { now.adding(seconds: -1_100 * 86_400) }

    /// Plays the past: three years of cases, and last the reports that wait to be reviewed.
    @Sendable func play(in rooms: OfficeRooms) async throws {
        defer { clock.set(nil) }
        // A kept world has its past already: some report of it has been opened, or waits to be.
        for person in caseworkers(in: rooms) where try await waiting(for: person, in: rooms).summary.total > 0 {
            return
        }
        let now = systemClock()
        let today = OsloTime.day(at: now)
        let histories = world.histories(cases: cases, endingOn: today)
        let playback = HistoryPlayback(rooms: rooms, clock: clock, progress: Progress("three years of cases"))
        var referrals = ReferralPlayback(
            world.referrals(of: histories, until: now),
            world.places(until: now),
            in: rooms,
            at: clock
        )
        try await playback.play(histories, upTo: today) { evening in
            try await referrals.play(until: evening)
        } afterDay: { day in
            let left = day.days(until: today)
            if left < days { try await receive(on: days - 1 - left, before: clock.now(), in: rooms) }
        }
        try await referrals.play(until: now)
        try await PretendPlan(rooms: rooms).play()
    }

    /// The reports of one of the last days; people open most of those that are not quite new.
    private func receive(on day: Int, before now: Instant, in rooms: OfficeRooms) async throws {
        for place in 0..<Self.messagesADay {
            let index = day * Self.messagesADay + place
            let early = (Self.messagesADay - place) * 600 + (index * 7_919) % 500
            try await send(world.message(index, sentAt: now.adding(seconds: -early)), to: rooms)
        }
        try await openOldest(in: rooms, leaving: 5)
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
        let answer = try await rooms.receive(message, from: sender)
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
            people: personas.enumerated().map { place, persona in
                Person(
                    id: persona.actor,
                    name: persona.displayName,
                    role: .init(persona.role),
                    unit: persona.unit,
                    phone: "00 00 00 \(10 + place)",
                    email: "\(persona.userID)@example.no"
                )
            },
            senders: [Sender(id: try ActorID(kind: .sender, name: "portal"), secretDigest: nil)],
            limits: AlarmLimits(),
            spoolFolder: folder + "/spool",
            witnessFile: folder + "/witness.txt",
            node: node,
            counterparts: counterparts
        )
    }
}

extension PretendWorld {
    /// Everybody whom messages go to and come from; all of them live in this store.
    private var counterparts: [Counterpart] {
        let services = PretendService.allCases.map { service in
            Counterpart(
                number: service.organisationNumber,
                name: service.name,
                unit: service.unit,
                role: .service
            )
        }
        let agency = PretendAgency.allCases.map { part in
            Counterpart(
                number: part.organisationNumber,
                name: part.name,
                unit: part.unit,
                role: part.isIntake ? .region(part.region) : .places(part.region)
            )
        }
        return services + agency
    }
}

extension Person.Role {
    fileprivate init(_ role: Persona.Role) {
        switch role {
        case .caseworker: self = .caseworker
        case .leader: self = .leader
        case .receptionOfficer: self = .receptionOfficer
        case .countyGovernor: self = .countyGovernor
        case .intakeOfficer: self = .intakeOfficer
        case .placeManager: self = .placeManager
        case .overseer: self = .overseer
        }
    }
}
