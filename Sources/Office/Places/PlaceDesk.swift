package import Assistance
import Exchange
import Journal
package import Law

/// The desk of a unit with places: it alone opens, closes and books them, and answers those who ask for a hold.
package struct PlaceDesk: Sendable {
    let units: Units
    let gate: Gate
    let cases: CaseDesk
    let composer: MessageComposer
    let environment: Environment

    /// Places × days, with nobody's name.
    package struct Board: Sendable {
        /// The unit whose places they are.
        package let owner: Counterpart
        /// What the unit is; `nil` until it is described.
        package let unit: PlaceUnit?
        /// The days, one column each.
        package let days: [CalendarDay]
        /// The places in order of their names.
        package let rows: [Row]

        /// A place with what it is on each of the days.
        package struct Row: Sendable {
            /// The place's name.
            package let place: PlaceID
            /// What it is on each of the board's days.
            package let days: [PlaceLedger.DayState]
        }
    }

    /// A hold that somebody asks of this unit.
    package struct AskedHold: Sendable {
        /// What is asked for, and what has become of it.
        package let hold: HoldFacts
        /// Who asks.
        package let asker: String
    }

    private static let longestBoard = 400

    /// The board of the own unit, or of a unit of the officer's own region.
    ///
    /// - Throws: ``Absent`` where the person may not see it.
    package func board(
        _ person: Person,
        of unit: UnitID? = nil,
        from first: CalendarDay,
        days: Int = 28
    ) async throws -> Board {
        let owner = owners(person).first { $0.unit == unit ?? person.unit }
        _ = try await gate.enter(person, .listPlaces, in: person.unit, objects: [], exists: owner != nil)
        guard let owner, let id = owner.unit else { throw Absent() }
        let count = min(max(1, days), Self.longestBoard)
        let places = try units.unit(id).read(\.places)
        return Board(
            owner: owner,
            unit: places.unit,
            days: (0..<count).map { first.adding(days: $0) },
            rows: places.occupancy(from: first, days: count, now: environment.now())
                .map { .init(place: $0.place, days: $0.states) }
        )
    }

    /// The units whose boards a person may see: the own one, or those of the own region that are in this store.
    package func owners(_ person: Person) -> [Counterpart] {
        guard let own = composer.counterparts[person.unit] else { return [] }
        switch own.role {
        case .places: return [own]
        case .region(let region): return composer.counterparts.places(in: region).filter { $0.unit != nil }
        case .service: return []
        }
    }

    /// The units that a region can ask to hold a place: those of its own region first.
    package func askable(_ person: Person) -> [Counterpart] {
        guard case .region(let own)? = composer.counterparts[person.unit]?.role else { return [] }
        let all = composer.counterparts.all.filter { if case .places = $0.role { true } else { false } }
        return all.filter { $0.role == .places(own) } + all.filter { $0.role != .places(own) }
    }

    /// The places with holds, bookings and times out of service; for the unit's own people.
    ///
    /// - Throws: ``Absent`` where the person sees to no places.
    package func places(_ person: Person) async throws -> UnitPlaces {
        _ = try await gate.enter(person, .changePlaces, in: person.unit, objects: [])
        return try units.unit(person.unit).read(\.places)
    }

    /// Holds that others ask for, the ones that wait first, then the newest.
    ///
    /// - Throws: ``Absent`` where the person sees to no places.
    package func holds(_ person: Person) async throws -> [AskedHold] {
        let now = environment.now()
        let holds = try units.unit(person.unit).read(\.referrals).compactMap { stored -> HoldFacts? in
            guard let hold = stored.facts.hold(at: now), hold.owner == stored.facts.own else { return nil }
            return hold
        }
        _ = try await gate.enter(person, .changePlaces, in: person.unit, objects: holds.map(\.id))
        return holds.sorted { left, right in
            if (left.state == .asked) != (right.state == .asked) { return left.state == .asked }
            return left.state == .asked ? left.askedAt < right.askedAt : right.askedAt < left.askedAt
        }
        .map { AskedHold(hold: $0, asker: composer.counterparts[$0.asker]?.name ?? "\($0.asker)") }
    }

    /// Does something with the own unit's places: describes the unit, opens, closes, takes out of service, books.
    ///
    /// - Returns: What was done, or why it was refused (``CommandRefusal/place(_:)``).
    /// - Throws: ``Absent`` where the person sees to no places; any other error where it could not be stored.
    package func perform(_ person: Person, _ event: PlaceEvent, key: String) async throws -> CommandOutcome {
        _ = try await gate.enter(person, .changePlaces, in: person.unit, objects: [])
        var writer = ByteWriter()
        writer.write(event)
        return try await cases.perform(.place(event, at: environment.now()), writer.bytes, by: person, key: key)
    }

    /// Answers a request for a hold; granting binds the place in the same commit.
    ///
    /// - Returns: What was done, or why it was refused; ``PlaceRefusal/unknown`` where nobody asks the unit for it.
    /// - Throws: ``Absent`` where the person sees to no places; any other error where it could not be stored.
    package func answer(
        _ person: Person,
        _ hold: RecordID,
        _ answer: HoldAnswer,
        otherReason: String? = nil,
        key: String
    ) async throws -> CommandOutcome {
        let now = environment.now()
        let facts = try units.unit(person.unit).read { $0.referral(hold) }?.facts
        _ = try await gate.enter(person, .changePlaces, in: person.unit, objects: [hold])
        guard let facts, facts.hold(at: now)?.owner == facts.own else { return .refused(.place(.unknown)) }
        guard let own = composer.counterparts[facts.own], let asker = composer.counterparts[facts.counterpart] else {
            throw NoCounterpart()
        }
        let draft = HeaderDraft(
            id: environment.newID(now),
            follows: .init(conversation: hold, message: hold, isOwn: false),
            sentAt: now,
            sender: own,
            receiver: asker
        )
        let prose = Prose(otherReason.map { [.otherReason: $0] } ?? [:]).signed(by: person)
        let composed = try composer.compose(.holdAnswered(answer, prose), draft)
        let outgoing = OutgoingMessage(
            message: JournaledMessage(head: composed.head, bytes: composed.bytes, attachments: []),
            prose: composed.prose,
            link: nil,
            letter: MessageComposer.letter(composed),
            place: answer.placeEvent(of: hold)
        )
        let asked = Array("\(hold)|\(answer)|\(otherReason ?? "")".utf8)
        return try await cases.perform(.sendMessage(outgoing), asked, by: person, key: key)
    }
}

extension HoldAnswer {
    /// What it does to the places; what has run out does so by itself.
    fileprivate func placeEvent(of hold: RecordID) -> PlaceEvent? {
        switch self {
        case .granted(let until): .holdGranted(hold, until: until)
        case .refused(let reason): .holdRefused(hold, reason)
        case .expired: nil
        }
    }
}
