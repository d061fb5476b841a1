import Assistance
import Exchange
import Law
import TestSupport
import Testing

@testable import Office

/// A place from its hold to the end of the stay: `H-1` of an institution, promised to one child at a time.
struct `A place that is promised` {
    private static let day = 86_400

    // MARK: The promise

    @Test func `is held for the referral until the offer is to be answered`() async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            let answerBy = office.clock.now.adding(seconds: 7 * Self.day)
            #expect(try await office.offer(id, answerBy: answerBy).refusal == .assistance(.holdMissing))
            // The default of once: three days for the hold, seven for the offer.
            let short = office.clock.now.adding(seconds: 3 * Self.day)
            _ = try await office.hold(id, until: short)
            #expect(try await office.offer(id, answerBy: answerBy).refusal == .assistance(.holdEndsBefore(short)))
            #expect(try await office.offer(id, answerBy: short.adding(seconds: 1)).refusal != nil)
            #expect(try await office.offer(id, from: -1, answerBy: short).refusal == .assistance(.holdMissing))
            #expect(try await office.offer(id, answerBy: short).isDone)
            // What is held for one referral bears no promise in another.
            let other = try await office.referral(.institution, key: "other", child: 2).id
            try await office.deliver()
            #expect(try await office.offer(other, answerBy: short).refusal == .assistance(.holdMissing))
            // When the time is over, nobody promises it anew.
            office.clock.move(seconds: 3 * Self.day)
            let later = office.clock.now.adding(seconds: 60)
            #expect(try await office.offer(id, answerBy: later).refusal == .assistance(.holdMissing))
        }
    }

    @Test func `is held where it is ready for a child in acute need, and a place that nobody here has is not`()
        async throws
    {
        try await withOffice { office in
            try await office.openPlaces()
            let id = try await office.acute()
            func answer(_ status: AcuteAnswer.Status, _ place: OfferedPlace?) async throws -> CommandOutcome {
                let answer = AcuteAnswer(
                    status: status,
                    at: office.clock.now,
                    expectedAt: nil,
                    place: place,
                    plannedEnd: office.today.adding(days: 42),
                    accord: .inLine,
                    assessment: Assessment(childHeard: true)
                )
                return try await office.say(Parties.officer, id, .acuteAnswered(answer))
            }
            #expect(try await answer(.ready, .sample).refusal == .assistance(.holdMissing))
            #expect(try await answer(.found, .sample).isDone)
            var elsewhere = OfferedPlace.sample
            elsewhere.id = try #require(PlaceID("BH-1"))
            #expect(try await answer(.ready, elsewhere).isDone)
            _ = try await office.hold(id, until: office.clock.now.adding(seconds: 600))
            #expect(try await answer(.ready, .sample).isDone)
            try await office.deliver()
            #expect(try await office.board() == Array(repeating: .booked, count: 42) + [.free])
        }
    }

    // MARK: The life

    @Test func `is booked when the offer is taken, follows the stay and is free after its end`() async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            let hold = try await office.hold(id, until: office.clock.now.adding(seconds: 3 * Self.day))
            let answerBy = office.clock.now.adding(seconds: 2 * Self.day)
            let offer = try await office.offer(id, until: 60, answerBy: answerBy)
            #expect(offer.isDone)
            try await office.deliver()
            #expect(try await office.board(days: 2) == [.held, .held])
            let taken = OfferAnswer(
                outcome: .taken(from: office.today.adding(days: 1)),
                childHeard: true,
                answeredAt: office.clock.now
            )
            let newest = try office.newestOffer(id)
            #expect(try await office.say(Staff.caseworker, id, .offerAnswered(taken), about: newest).isDone)
            try await office.deliver()
            // Days after both the hold and the offer have run out the place is still this child's.
            office.clock.move(seconds: 5 * Self.day)
            let first = office.today.adding(days: -4)
            #expect(try await office.board(from: first, days: 60) == Array(repeating: .booked, count: 59) + [.free])
            #expect(try await office.states(id) == [.booked(DaySpan(from: first, until: first.adding(days: 59)))])
            // Another asks for it, and is told no.
            let second = try await office.referral(.institution, key: "second", child: 2).id
            try await office.deliver()
            let asked = try await office.ask(hold: second)
            #expect(try await office.grant(asked).refusal == .place(.taken(office.today)))

            // It begins later than it was wanted, and gets an end of its own.
            let start = office.today
            let begun = StayStep(change: .started(plannedUntil: start.adding(days: 30)), on: start)
            #expect(try await office.say(Staff.caseworker, id, .stay(begun), about: newest).isDone)
            try await office.deliver()
            #expect(try await office.board(from: first, days: 4) == Array(repeating: .free, count: 4))
            #expect(try await office.board(days: 31) == Array(repeating: .booked, count: 30) + [.free])

            let stay = try #require(try office.shared(id, Parties.intake)?.stays.first?.id)
            let longer = StayStep(change: .extended(until: start.adding(days: 40)), on: start)
            let reasons = Prose([.reasons: "Trenger mer tid"])
            #expect(try await office.say(Staff.caseworker, id, .stay(longer), about: stay, reasons).isDone)
            try await office.deliver()
            #expect(try await office.board(days: 41) == Array(repeating: .booked, count: 40) + [.free])

            let end = StayStep(change: .ended(.movedHome, isPlanned: false), on: start.adding(days: 10))
            #expect(try await office.say(Parties.officer, id, .stay(end), about: stay, reasons).isDone)
            try await office.deliver()
            #expect(try await office.board(days: 11) == Array(repeating: .booked, count: 10) + [.free])
            #expect(try await office.states(id).count == 1)
            #expect(try await office.rooms.places.holds(Parties.manager).contains { $0.hold.id == hold })
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `is left by a move to another one, which must be held too`() async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            let other = try #require(PlaceID("H-2"))
            try await office.openPlace(other)
            try await office.live(id)
            let stay = try #require(try office.shared(id, Parties.intake)?.stays.first?.id)
            var place = OfferedPlace.sample
            place.id = other
            let day = office.today.adding(days: 5)
            let move = StayStep(change: .moved(to: place, isPlanned: true), on: day)
            let reasons = Prose([.reasons: "Nærmere skolen", .placeName: "Rom 2"])
            let refused = try await office.say(Parties.officer, id, .stay(move), about: stay, reasons)
            #expect(refused.refusal == .assistance(.holdMissing))
            // The municipality tells what has happened; then the region is told to have the place kept.
            #expect(try await office.say(Staff.caseworker, id, .stay(move), about: stay, reasons).isDone)
            try await office.deliver()
            #expect(try await office.board(days: 6) == Array(repeating: .booked, count: 5) + [.free])
            #expect(try await office.board(days: 6, of: other) == Array(repeating: .free, count: 6))
            #expect(try await office.steps(id).contains(.securePlace))
            _ = try await office.hold(id, other, until: office.clock.now.adding(seconds: 600))
            try await office.deliver()
            #expect(try await office.board(days: 6, of: other) == Array(repeating: .free, count: 5) + [.booked])
            #expect(try await !office.steps(id).contains(.securePlace))
        }
    }

    @Test func `is kept for a child that lives there still when the planned end has passed`() async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            try await office.live(id, plannedDays: 10)
            #expect(try await office.board(days: 11) == Array(repeating: .booked, count: 10) + [.free])
            office.clock.move(seconds: 10 * Self.day)
            await office.rooms.holds.keep()
            try await office.deliver()
            #expect(try await office.board(days: 2) == [.booked, .booked])
        }
    }

    // MARK: What the owner does by itself

    @Test func `is told to the region when its owner takes it back or shortens it, and when it is given again`()
        async throws
    {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            try await office.live(id)
            let booking = try #require(try await office.bookings().first)
            let lost = HoldFacts.State.lost(booking.span, .other)
            for changed in [office.today.adding(days: 5), office.today.adding(days: 1)] {
                try await office.own(.bookingEnds(booking.id, until: changed))
                #expect(try await office.states(id) == [lost])
                #expect(try await office.steps(id).first == .replacePlace)
                #expect(try await office.rooms.places.holds(Parties.manager).map(\.hold.state) == [lost])
            }
            try await office.own(.bookingEnds(booking.id, until: nil))
            #expect(try await office.states(id) == [.booked(booking.span)])
            #expect(try await !office.steps(id).contains(.replacePlace))
            try await office.own(.bookingReleased(booking.id))
            #expect(try await office.states(id) == [lost])
            // A booking by hand may be any child's.
            let byHand = Booking(
                id: RecordID(high: 1, low: 1),
                place: booking.place,
                span: booking.span,
                hold: nil,
                referral: nil
            )
            try await office.own(.booked(byHand))
            #expect(try await office.steps(id).first == .replacePlace)
            try await office.own(.bookingReleased(byHand.id))
            let anew = Booking(
                id: RecordID(high: 1, low: 2),
                place: booking.place,
                span: booking.span,
                hold: booking.hold,
                referral: nil
            )
            try await office.own(.booked(anew))
            #expect(try await office.states(id) == [.booked(booking.span)])
            #expect(try await !office.steps(id).contains(.replacePlace))
            // The stay ends as always, and the owner's own booking with it.
            let stay = try #require(try office.shared(id, Parties.intake)?.stays.first?.id)
            let end = StayStep(change: .ended(.movedHome, isPlanned: true), on: office.today.adding(days: 3))
            let reasons = Prose([.reasons: "Flyttet hjem"])
            #expect(try await office.say(Parties.officer, id, .stay(end), about: stay, reasons).isDone)
            try await office.deliver()
            #expect(try await office.board(days: 4) == Array(repeating: .booked, count: 3) + [.free])
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `that was booked by hand meanwhile is the child's once its unit books it by the hold`() async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            let until = office.clock.now.adding(seconds: 3 * Self.day)
            let hold = try await office.hold(id, until: until)
            #expect(try await office.offer(id, answerBy: until).isDone)
            try await office.deliver()
            let first = office.today
            let yes = OfferAnswer(outcome: .taken(from: first), childHeard: true, answeredAt: office.clock.now)
            let offer = try office.newestOffer(id)
            #expect(try await office.say(Staff.caseworker, id, .offerAnswered(yes), about: offer).isDone)
            // The answer is on its way while the hold runs out; the owner, telephoned, books the place by hand.
            office.clock.move(seconds: 4 * Self.day)
            let span = DaySpan(from: office.today, until: nil)
            let place = OfferedPlace.sample.id
            try await office.own(
                .booked(Booking(id: RecordID(high: 1, low: 1), place: place, span: span, hold: nil, referral: nil)),
                isDelivered: false
            )
            try await office.deliver()
            #expect(try await office.steps(id).first == .replacePlace)
            try await office.own(.bookingReleased(RecordID(high: 1, low: 1)))
            let whole = DaySpan(from: first, until: nil)
            try await office.own(
                .booked(Booking(id: RecordID(high: 1, low: 2), place: place, span: whole, hold: hold, referral: nil))
            )
            #expect(try await !office.steps(id).contains(.replacePlace))
            #expect(try await office.states(id) == [.booked(whole)])
            #expect(try await office.bookings().map(\.id) == [RecordID(high: 1, low: 2)])
        }
    }

    // MARK: What comes to nothing

    enum Nothing: CaseIterable {
        case declined, takenBack, lapsed, referralWithdrawn
    }

    @Test(arguments: Nothing.allCases)
    func `is given up when its offer comes to nothing, and only then`(end: Nothing) async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            _ = try await office.hold(id, until: office.clock.now.adding(seconds: 20 * Self.day))
            #expect(try await office.offer(id, answerBy: office.clock.now.adding(seconds: Self.day)).isDone)
            try await office.deliver()
            await office.rooms.holds.keep()
            try await office.deliver()
            #expect(try await office.board(days: 1) == [.held])
            let offer = try office.newestOffer(id)
            switch end {
            case .declined:
                let no = OfferAnswer(outcome: .declined(.notSuited), childHeard: true, answeredAt: office.clock.now)
                #expect(try await office.say(Staff.caseworker, id, .offerAnswered(no), about: offer).isDone)
            case .takenBack: #expect(try await office.say(Parties.officer, id, .withdrawn, about: offer).isDone)
            case .referralWithdrawn: #expect(try await office.say(Staff.caseworker, id, .withdrawn, about: id).isDone)
            case .lapsed:
                office.clock.move(seconds: Self.day + 3_599)
                await office.rooms.holds.keep()
                // An answer may have been sent in time and be on its way.
                #expect(try await office.board(days: 1) == [.held])
                office.clock.move(seconds: 1)
                await office.rooms.holds.keep()
            }
            try await office.deliver()
            #expect(try await office.board(days: 1) == [.free])
            #expect(try await office.states(id) == [.givenUp])
            #expect(try await office.rooms.places.holds(Parties.manager).map(\.hold.state) == [.givenUp])
        }
    }

    @Test func `is given to one of two where an answer is late, and both sides are told`() async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            let until = office.clock.now.adding(seconds: 3 * Self.day)
            _ = try await office.hold(id, until: until)
            #expect(try await office.offer(id, answerBy: until).isDone)
            try await office.deliver()
            // The answer is sent in time and lost on its way; the hold runs out, and another gets the place.
            let yes = OfferAnswer(outcome: .taken(from: office.today), childHeard: true, answeredAt: office.clock.now)
            let offer = try office.newestOffer(id)
            #expect(try await office.say(Staff.caseworker, id, .offerAnswered(yes), about: offer).isDone)
            office.clock.move(seconds: 3 * Self.day)
            let second = try await office.referral(.institution, key: "second", child: 2).id
            try await office.deliver(but: Parties.intake)
            for letter in try office.letters(to: Parties.intake) where letter.id == second {
                try await office.rooms.messages.receive(letter)
            }
            let asked = try await office.ask(hold: second)
            #expect(try await office.grant(asked).isDone)
            try await office.deliver()
            let lost = HoldFacts.State.lost(DaySpan(from: office.today.adding(days: -3), until: nil), .taken)
            #expect(try await office.states(id) == [lost])
            #expect(try await office.rooms.places.holds(Parties.manager).map(\.hold.state).contains(lost))
            #expect(try await office.steps(id).first == .replacePlace)
            let waiting = try await office.referrals.waiting(Parties.officer, .ours).rows
            #expect(waiting.contains { $0.what == .step(.replacePlace) && $0.referral == id && $0.isLate })
            // The region has an alarm at once, which names nobody; no other region and no service has.
            let alarm = Alarm(kind: .placeLost(count: 1, oldest: office.clock.now), unit: Parties.officer.unit)
            let oversight = office.rooms.oversight
            #expect(try await oversight.alarms(Parties.officer) == [alarm])
            #expect(try await oversight.alarms(Parties.otherOfficer).isEmpty)
            #expect(try await oversight.alarms(Staff.leader).allSatisfy { $0.unit == Staff.leader.unit })
            #expect(try OfficeFigures(office.rooms).alarms.contains(alarm))
            await #expect(throws: Absent()) { try await oversight.alarms(Parties.manager) }
            #expect(try await office.board(days: 1) == [.held])
            // The municipality has begun the stay: the facts are kept, and the place is not given twice.
            let begun = StayStep(change: .started(plannedUntil: nil), on: office.today)
            #expect(try await office.say(Staff.caseworker, id, .stay(begun), about: offer).isDone)
            try await office.deliver()
            #expect(try await office.bookings().isEmpty)
            #expect(try await office.steps(id).first == .replacePlace)
            // When the other gives it up, it is asked for anew, and the step is done.
            let given = try await office.referrals.giveUpHold(Parties.officer, asked, because: "Nei", key: "gu")
            #expect(given.outcome.isDone)
            try await office.deliver()
            _ = try await office.hold(id, until: office.clock.now.adding(seconds: 600), key: "again")
            try await office.deliver()
            #expect(try await office.board(days: 1) == [.booked])
            #expect(try await !office.steps(id).contains(.replacePlace))
            #expect(try await oversight.alarms(Parties.officer).isEmpty)
        }
    }

    @Test func `is booked by an answer that comes late where nobody else has it`() async throws {
        try await withOffice { office in
            let id = try await office.placeOf(.institution)
            let until = office.clock.now.adding(seconds: 3 * Self.day)
            _ = try await office.hold(id, until: until)
            #expect(try await office.offer(id, answerBy: until).isDone)
            try await office.deliver()
            let yes = OfferAnswer(outcome: .taken(from: office.today), childHeard: true, answeredAt: office.clock.now)
            let offer = try office.newestOffer(id)
            #expect(try await office.say(Staff.caseworker, id, .offerAnswered(yes), about: offer).isDone)
            office.clock.move(seconds: 4 * Self.day)
            try await office.deliver()
            #expect(try await office.board(days: 1) == [.booked])
        }
    }
}

/// Steps of a life of a place, at a clock that stands still and by hand: nothing arrives before ``deliver(but:)``.
extension TestOffice {
    /// A referral that the region has, and an institution with one place.
    func placeOf(_ type: MessageType) async throws -> RecordID {
        try await openPlaces()
        let id = try await referral(type).id
        try await deliver()
        return id
    }

    /// Something that the owner does with its places by itself.
    func own(_ event: PlaceEvent, isDelivered: Bool = true) async throws {
        clock.move(seconds: 1)
        let done = try await rooms.places.perform(Parties.manager, event, key: "own-\(clock.now)")
        guard done.isDone else { throw done.refusal ?? .absent }
        if isDelivered { try await deliver() }
    }

    func openPlace(_ place: PlaceID) async throws {
        let event = PlaceEvent.placeOpened(place, from: today.adding(days: -7))
        guard try await rooms.places.perform(Parties.manager, event, key: "open-\(place)").isDone else {
            throw Unexpected()
        }
    }

    /// Brings everything that was sent, and what follows from it, to its receivers.
    func deliver(but party: Counterpart? = nil) async throws {
        for _ in 0..<4 {
            for letter in try letters() where letter.receiver != party?.number {
                try await rooms.messages.receive(letter)
            }
        }
    }

    /// Tells something, done or refused.
    func say(
        _ person: Person,
        _ id: RecordID,
        _ content: SharedFact.Content,
        about: RecordID? = nil,
        _ prose: Prose? = nil
    ) async throws -> CommandOutcome {
        clock.move(seconds: 1)
        let command = ReferralCommand(about: about ?? id, content: content, prose: prose ?? content.prose)
        return try await referrals.tell(person, id, command, key: "\(clock.now)").outcome
    }

    func offer(
        _ id: RecordID,
        from first: Int = 0,
        until last: Int? = nil,
        answerBy: Instant
    ) async throws -> CommandOutcome {
        var offer = Offer.usable(from: today.adding(days: first), answerBy: answerBy)
        offer.usable.until = last.map { today.adding(days: $0) }
        return try await say(Parties.officer, id, .offered(offer))
    }

    func newestOffer(_ id: RecordID) throws -> RecordID {
        guard let offer = try shared(id, Parties.intake)?.offers.last else { throw Unexpected() }
        return offer.id
    }

    /// Asks for a hold from today on, and sees that the owner has the request.
    func ask(hold id: RecordID, _ place: PlaceID = OfferedPlace.sample.id, key: String = "h") async throws -> RecordID {
        clock.move(seconds: 1)
        var wish = HoldWish.sample(self)
        wish.place = place
        wish.span.until = nil
        let owner = Parties.institution
        let asked = try await referrals.askHold(
            Parties.officer,
            for: id,
            of: owner.number,
            wish,
            key: "\(key)-\(id)-\(place)"
        )
        for letter in try letters(to: owner) { try await rooms.messages.receive(letter) }
        return asked.conversation
    }

    func grant(_ hold: RecordID, until: Instant? = nil) async throws -> CommandOutcome {
        let until = until ?? clock.now.adding(seconds: 600)
        return try await rooms.places.answer(Parties.manager, hold, .granted(until: until), key: "g-\(hold)")
    }

    /// A hold that was asked for and granted, as both sides know.
    func hold(
        _ id: RecordID,
        _ place: PlaceID = OfferedPlace.sample.id,
        until: Instant,
        key: String = "h"
    ) async throws -> RecordID {
        let hold = try await ask(hold: id, place, key: key)
        guard try await grant(hold, until: until).isDone else { throw Unexpected() }
        try await deliver()
        return hold
    }

    /// Goes all the way to a stay that begins today.
    func live(_ id: RecordID, plannedDays: Int? = nil) async throws {
        _ = try await hold(id, until: clock.now.adding(seconds: 86_400))
        guard try await offer(id, answerBy: clock.now.adding(seconds: 3_600)).isDone else { throw Unexpected() }
        try await deliver()
        let yes = OfferAnswer(outcome: .taken(from: today), childHeard: true, answeredAt: clock.now)
        let offer = try newestOffer(id)
        guard try await say(Staff.caseworker, id, .offerAnswered(yes), about: offer).isDone else { throw Unexpected() }
        let begun = StayStep(change: .started(plannedUntil: plannedDays.map { today.adding(days: $0) }), on: today)
        guard try await say(Staff.caseworker, id, .stay(begun), about: offer).isDone else { throw Unexpected() }
        try await deliver()
    }

    /// A request for a place at once, which the region has.
    func acute() async throws -> RecordID {
        let caseID = try await openCase(.sample(number: .sample(0)), key: "acute-case")
        let now = clock.now
        let request = AcuteRequest(
            kind: .careInstitution,
            askedAt: now,
            phonedAt: nil,
            neededBy: now.adding(seconds: 3_600),
            section: .acuteCare,
            decidedBy: .leader,
            decidedAt: now,
            writtenBy: nil,
            municipality: OfferedPlace.sample.municipality,
            children: 1,
            orderedAt: now
        )
        let child = AcuteChild(number: .sample(0), description: "Et barn", hasHiddenAddress: false, interpreter: nil)
        let sent = try await referrals.askAcutely(
            Staff.caseworker,
            forCase: caseID,
            request,
            Prose([.events: "Akutt"]),
            child: child,
            key: "acute"
        )
        guard sent.outcome.isDone else { throw Unexpected() }
        try await deliver()
        return sent.conversation
    }

    /// What a place is on days in a row, as its owner's board shows it.
    func board(
        from first: CalendarDay? = nil,
        days: Int = 43,
        of place: PlaceID = OfferedPlace.sample.id
    ) async throws -> [PlaceLedger.DayState] {
        let board = try await rooms.places.board(Parties.manager, from: first ?? today, days: days)
        return board.rows.first { $0.place == place }?.days ?? []
    }

    func bookings() async throws -> [Booking] {
        try await rooms.places.places(Parties.manager).places.values.flatMap(\.bookings)
    }

    /// The states of the holds of a referral, as the region sees them.
    func states(_ id: RecordID) async throws -> [HoldFacts.State] {
        try await referrals.open(Parties.officer, id).holds.map(\.state)
    }

    func steps(_ id: RecordID) async throws -> [OpenStep.Kind] {
        try await referrals.open(Parties.officer, id).steps.map(\.kind)
    }
}
