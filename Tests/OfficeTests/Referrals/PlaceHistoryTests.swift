import Assistance
import Exchange
import Law
import Synthetic
import TestSupport
import Testing

@testable import Office

struct `A random history of several referrals and few places` {
    /// What came about in all rounds: a test of refusals alone would show nothing.
    private struct Tally {
        var booked = 0
        var changed = 0
        var lost = 0
        var givenUp = 0
        var started = 0
        var moved = 0
        var ended = 0
        var withdrawn = 0
        var overtaken = 0
        var repeated = 0

        /// What the rules have let through too seldom to have been tried.
        func rare(in rounds: Int) -> [String] {
            let least = [
                ("booked", booked, 2), ("changed", changed, 2), ("lost", lost, 1), ("given up", givenUp, 2),
                ("started", started, 1), ("overtaken", overtaken, 20), ("repeated", repeated, 20),
            ]
            // Not in every round; a move in each few.
            let seldom = [("ended", ended, 1), ("withdrawn", withdrawn, 1), ("moved", moved, rounds / 4)]
            return least.filter { $0.1 < $0.2 * rounds }.map(\.0) + seldom.filter { $0.1 < $0.2 }.map(\.0)
        }
    }

    private static let steps = 70

    @Test func `never has two children in one place, and the ledger is what the referrals come to`() async throws {
        let rounds = Rounds.of(2)
        var tally = Tally()
        for seed in 0..<UInt64(rounds) { try await Self.play(seed, &tally) }
        #expect(tally.rare(in: rounds).isEmpty, "\(tally)")
    }

    private static func play(_ seed: UInt64, _ tally: inout Tally) async throws {
        let before = tally
        tally = try await withOffice { office in
            var (random, counts) = (SplitMix64(seed: seed), before)
            try await office.openPlaces()
            let second = try #require(PlaceID("H-2"))
            try await office.openPlace(second)
            let places = [OfferedPlace.sample.id, second]
            var asked: [(id: RecordID, officer: Person, party: Counterpart)] = []
            var arrived: Set<RecordID> = []
            for number in 0..<3 {
                let id = try await office.referral(.institution, key: "c\(number)", child: number * 2).id
                asked.append((id, Parties.officer, Parties.intake))
            }
            let caseID = try await office.openCase(
                .sample(number: .sample(1)),
                municipality: "3322",
                key: "southern-case"
            )
            let id = try await office.ask(.institution, for: caseID, key: "south")
            asked.append((id, Parties.otherOfficer, Parties.otherIntake))
            try await office.deliver()
            for step in 0..<Self.steps {
                // Several act before anything is carried, so that they cross each other.
                for turn in 0..<5 {
                    let one = asked[Int.random(in: 0..<asked.count, using: &random)]
                    let place = places[Int.random(in: 0...1, using: &random)]
                    try await act(step * 5 + turn, one, place, office, using: &random)
                }
                try await carry(office, &arrived, &counts, using: &random)
                try await expectOneChild(office, seed, step)
                // Mostly minutes, so that answers come in time; now and then a day, so that holds and offers run out.
                let longest = Int.random(in: 0...7, using: &random) == 0 ? 100_000 : 1_500
                office.clock.move(seconds: Int.random(in: 1...longest, using: &random))
                if Int.random(in: 0...5, using: &random) == 0 { await office.rooms.holds.keep() }
            }
            for _ in 0..<3 {
                try await office.deliver()
                await office.rooms.holds.keep()
            }
            try await office.deliver()
            try await expectOneChild(office, seed, Self.steps)
            try await expectAgreement(office, asked, seed)
            try count(office, asked.map(\.id), &counts)
            #expect(office.findings().isEmpty)
            return counts
        }
    }

    /// Whoever's turn it is does something by what they know; most of it the rules refuse.
    private static func act(
        _ step: Int,
        _ one: (id: RecordID, officer: Person, party: Counterpart),
        _ place: PlaceID,
        _ office: TestOffice,
        using random: inout SplitMix64
    ) async throws {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let (now, today) = (office.clock.now, office.today)
        var offered = OfferedPlace.sample
        offered.id = place
        func tell(_ person: Person, _ content: SharedFact.Content, about: RecordID?) async throws {
            var prose = content.prose
            if case .stay(let step) = content {
                switch step.change {
                case .started: prose = Prose()
                case .extended, .ended: prose = Prose([.reasons: "Slik ble det"])
                case .moved: prose = Prose([.reasons: "Slik ble det", .placeName: "Rom"])
                }
            }
            let command = ReferralCommand(about: about ?? one.id, content: content, prose: prose)
            _ = try await office.referrals.tell(person, one.id, command, key: "t\(step)")
        }
        let theirs = try office.shared(one.id, Parties.service)
        let ours = try office.shared(one.id, one.party)
        switch number(0...15) {
        case 0, 1:
            var wish = HoldWish.sample(office)
            wish.place = place
            let from = today.adding(days: number(-1...2))
            wish.span = DaySpan(from: from, until: number(0...2) == 0 ? from.adding(days: number(1...6)) : nil)
            wish.until = now.adding(seconds: number(1...400_000))
            guard ours?.referral != nil else { return }
            let owner = Parties.institution.number
            _ = try await office.referrals.askHold(one.officer, for: one.id, of: owner, wish, key: "h\(step)")
        case 2, 3, 4:
            let waiting = try await office.rooms.places.holds(Parties.manager).filter { $0.hold.state == .asked }
            guard let hold = waiting.randomElement(using: &random)?.hold.id else { return }
            let answer: HoldAnswer =
                number(0...6) == 0 ? .refused(.notSuited) : .granted(until: now.adding(seconds: number(60...300_000)))
            _ = try await office.rooms.places.answer(Parties.manager, hold, answer, key: "g\(step)")
        case 5, 6, 7:
            guard ours?.referral != nil else { return }
            let holds = try await office.referrals.open(one.officer, one.id).holds
            let granted = holds.last { if case .granted = $0.state { true } else { false } }
            offered.id = granted?.request.place ?? place
            var answerBy = now.adding(seconds: number(60...100_000))
            // Now and then longer than the hold, which is refused.
            if case .granted(let until)? = granted?.state, number(0...4) > 0 { answerBy = min(answerBy, until) }
            var offer = Offer.usable(from: max(today, granted?.request.span.from ?? today), answerBy: answerBy)
            offer.place = offered
            offer.isInterim = number(0...3) > 0
            if number(0...1) == 0 { offer.usable.until = offer.usable.from.adding(days: number(2...9)) }
            try await tell(one.officer, .offered(offer), about: nil)
        case 8, 9:
            guard let offer = theirs?.offers.last(where: { $0.state(now: now) == .open }) else { return }
            let outcome: OfferAnswer.Outcome =
                number(0...4) == 0 ? .declined(.notSuited) : .taken(from: offer.offer.usable.from)
            let answer = OfferAnswer(outcome: outcome, childHeard: true, answeredAt: now)
            try await tell(Staff.caseworker, .offerAnswered(answer), about: offer.id)
        case 10:
            guard let offer = theirs?.offers.last(where: \.isTaken) else { return }
            let until = number(0...1) == 0 ? today.adding(days: number(1...8)) : nil
            let started = StayStep(change: .started(plannedUntil: until), on: today)
            try await tell(number(0...3) == 0 ? one.officer : Staff.caseworker, .stay(started), about: offer.id)
        case 11, 14:
            guard let stay = theirs?.stays.last(where: { $0.ended == nil }) else { return }
            let change: StayStep.Change =
                switch number(0...5) {
                case 0: .extended(until: today.adding(days: number(1...12)))
                case 1, 2, 3: .moved(to: offered, isPlanned: true)
                default: .ended(.completed, isPlanned: true)
                }
            let step = StayStep(change: change, on: today)
            try await tell(number(0...1) == 0 ? one.officer : Staff.caseworker, .stay(step), about: stay.id)
        case 12:
            guard let offer = ours?.offers.last else { return }
            try await tell(one.officer, .withdrawn, about: offer.id)
        case 13: try await own(step, office, using: &random)
        default:
            // Late, so that there is something to withdraw, and then whenever it is drawn: the rules refuse some of it.
            guard step > Self.steps * 4 else { return }
            try await tell(Staff.caseworker, .withdrawn, about: one.id)
        }
    }

    /// What the owner does with its places by itself, whoever lives there.
    private static func own(_ step: Int, _ office: TestOffice, using random: inout SplitMix64) async throws {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let places = try await office.rooms.places.places(Parties.manager).places.values.sorted { $0.id < $1.id }
        guard let ledger = places.randomElement(using: &random) else { return }
        let day = office.today.adding(days: number(0...5))
        let event: PlaceEvent
        switch (ledger.bookings.randomElement(using: &random), number(0...3)) {
        case (let booking?, 0): event = .bookingReleased(booking.id)
        case (let booking?, 1): event = .bookingEnds(booking.id, until: number(0...1) == 0 ? nil : day)
        case (_, let turn):
            let hold = turn == 2 ? nil : ledger.holds.randomElement(using: &random)
            let span = DaySpan(from: hold?.request.span.from ?? day, until: hold.map(\.request.span.until) ?? day)
            let id = RecordID(high: 77, low: UInt64(step))
            event = .booked(Booking(id: id, place: ledger.id, span: span, hold: hold?.request.id, referral: nil))
        }
        _ = try await office.rooms.places.perform(Parties.manager, event, key: "o\(step)")
    }

    /// Brings a part of what has been sent, in any order and some of it twice.
    private static func carry(
        _ office: TestOffice,
        _ arrived: inout Set<RecordID>,
        _ counts: inout Tally,
        using random: inout SplitMix64
    ) async throws {
        var newest = Instant.earliest
        for letter in try office.letters().shuffled(using: &random) {
            // What has arrived comes again now and then.
            let share = arrived.contains(letter.id) ? 60 : 2
            guard Int.random(in: 0..<share, using: &random) == 0 else { continue }
            if letter.sentAt < newest { counts.overtaken += 1 }
            if arrived.contains(letter.id) { counts.repeated += 1 }
            newest = max(newest, letter.sentAt)
            arrived.insert(letter.id)
            try await office.rooms.messages.receive(letter)
        }
    }

    /// Counted day by day, whatever the ledger holds possible.
    private static func expectOneChild(_ office: TestOffice, _ seed: UInt64, _ step: Int) async throws {
        let unit = try await office.rooms.places.places(Parties.manager)
        for ledger in unit.places.values {
            for day in -40...60 {
                let day = office.today.adding(days: day)
                let children = ledger.bookings.count { $0.span.from <= day && $0.span.until.map { day < $0 } ?? true }
                #expect(children <= 1, "seed \(seed), step \(step): \(ledger.id) on \(day)")
            }
        }
    }

    /// At the end, when everything has arrived: each child's days in a place are booked, or the region is told that they
    /// are not; and nothing else is booked.
    private static func expectAgreement(
        _ office: TestOffice,
        _ referrals: [(id: RecordID, officer: Person, party: Counterpart)],
        _ seed: UInt64
    ) async throws {
        let bookings = try await office.bookings()
        var accounted: Set<RecordID> = []
        for (id, officer, party) in referrals {
            let opened = try await office.referrals.open(officer, id)
            let shared = try #require(try office.shared(id, party))
            #expect(try office.shared(id, Parties.service) == shared, "seed \(seed)")
            for hold in opened.holds {
                let own = bookings.filter { $0.hold == hold.id }
                func covers(_ span: DaySpan) -> Bool { DaySet([span]).subtracting(DaySet(own.map(\.span))).isEmpty }
                #expect(own.count <= 1, "seed \(seed), hold \(hold.id)")
                switch hold.state {
                // Longer, where the owner has made it so.
                case .booked(let span): #expect(covers(span), "seed \(seed), hold \(hold.id)")
                // What could not be had leaves as it was what had been given before.
                case .lost(let span, _): #expect(!covers(span), "seed \(seed), hold \(hold.id)")
                case .asked, .refused, .givenUp: #expect(own.isEmpty, "seed \(seed), hold \(hold.id) \(hold.state)")
                // Booked by its owner before the asker has said that it is used.
                case .granted, .expired: break
                }
                accounted.formUnion(own.map(\.id))
            }
            let steps = opened.steps.map(\.kind)
            for use in shared.placeUses(today: office.today) {
                let isBooked = opened.holds.contains { $0.request.place == use.place && $0.state == .booked(use.span) }
                let isOver = use.span.until.map { $0 <= office.today } ?? false
                let isTold = steps.contains(.replacePlace) || steps.contains(.securePlace)
                #expect(isBooked || isOver || isTold, "seed \(seed), \(id): \(use)")
            }
        }
        #expect(Set(bookings.filter { $0.hold != nil }.map(\.id)) == accounted, "seed \(seed)")
    }

    /// What has been told and done by the end, by the journals.
    private static func count(_ office: TestOffice, _ referrals: [RecordID], _ counts: inout Tally) throws {
        for event in try office.events(try #require(Parties.institution.unit)) {
            switch event.event {
            case .place(.booked): counts.booked += 1
            case .place(.bookingEnds), .place(.bookingReleased): counts.changed += 1
            case .referral(.received(let message)) where message.head.gist == .shared(.withdrawn): counts.givenUp += 1
            case .referral(.sent(let message, _)):
                guard case .holdAnswered(.refused) = message.head.gist, message.head.about != message.head.conversation
                else { continue }
                counts.lost += 1
            default: continue
            }
        }
        for id in referrals {
            let shared = try #require(try office.shared(id, Parties.service))
            counts.started += shared.stays.count
            counts.moved += shared.stays.reduce(0) { $0 + $1.moves.count }
            counts.ended += shared.stays.count { $0.ended != nil }
            counts.withdrawn += shared.end == nil ? 0 : 1
        }
    }
}
