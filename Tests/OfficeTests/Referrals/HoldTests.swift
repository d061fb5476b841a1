import Assistance
import Exchange
import Law
import TestSupport
import Testing

@testable import Office

struct `A place that others ask for` {
    /// 1,000 in the long run; each store sees some of them.
    private static let rounds = Rounds.ofKilling >= 5_000 ? 1_000 : 3
    private static let roundsPerStore = 20

    @Test(.serialized, arguments: stride(from: 0, to: rounds, by: roundsPerStore).map(\.self))
    func `goes to exactly one of two regions' 64 clients, from the hold to the end of the stay, in every round`(
        first: Int
    ) async throws {
        try await withReferrals { office in
            try await office.openPlaces()
            let northern = try await office.referral(.institution).id
            try await office.settle(northern)
            let referrals = [
                (Parties.officer, northern),
                (Parties.otherOfficer, try await office.southernReferral()),
            ]
            for round in first..<min(first + Self.roundsPerStore, Self.rounds) {
                let winner = try await office.contend(round, on: office.today, for: referrals)
                try await office.stay(of: winner, round)
            }
            #expect(office.findings().isEmpty)
        }
    }

    @Test func `is held once, asked for by all others, and free again when the time is over`() async throws {
        try await withReferrals { office in
            try await office.openPlaces()
            let referral = try await office.referral(.institution).id
            try await office.settle(referral)
            let asked = try await withThrowingTaskGroup(of: RecordID.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        try await office.referrals.askHold(
                            Parties.officer,
                            for: referral,
                            of: Parties.institution.number,
                            .sample(office),
                            key: "h\(number)"
                        ).conversation
                    }
                }
                return try await group.reduce(into: [RecordID]()) { $0.append($1) }
            }
            try await office.until { try await office.rooms.places.holds(Parties.manager).count == 64 }
            let until = office.clock.now.adding(seconds: 3600)
            let outcomes = try await withThrowingTaskGroup(of: CommandOutcome.self) { group in
                for hold in asked {
                    group.addTask {
                        try await office.rooms.places.answer(
                            Parties.manager,
                            hold,
                            .granted(until: until),
                            key: "g\(hold)"
                        )
                    }
                }
                return try await group.reduce(into: [CommandOutcome]()) { $0.append($1) }
            }
            #expect(outcomes.count(where: \.isNew) == 1)
            #expect(outcomes.compactMap(\.refusal).allSatisfy { $0 == .place(.taken(office.today)) })
            try await office.until {
                try await office.referrals.open(Parties.officer, referral).holds.contains {
                    $0.state == .granted(until: until)
                }
            }
            let opened = try await office.referrals.open(Parties.officer, referral)
            #expect(opened.holds.count { $0.state == .asked } == 63)
            let board = try await office.rooms.places.board(
                Parties.officer,
                of: Parties.manager.unit,
                from: office.today
            )
            #expect(board.rows.map { $0.days[0] } == [.held])
            #expect(board.rows.map { $0.days[1] } == [.free])
            // A hold that has run out frees the place, and both sides see it.
            office.clock.move(seconds: 7200)
            let later = try await office.referrals.open(Parties.officer, referral)
            #expect(later.holds.count { $0.state == .expired } == 64, "those that nobody has answered have lapsed too")
            let free = try await office.rooms.places.board(Parties.manager, from: office.today)
            #expect(free.rows.map { $0.days[0] } == [.free])
            #expect(office.findings().isEmpty)
        }
    }

    @Test(arguments: [-1, 0, 1])
    func `is held up to the last moment and without it, for the asker, the board and whoever asks next`(seconds: Int)
        async throws
    {
        try await withReferrals { office in
            try await office.openPlaces()
            let referral = try await office.referral(.institution).id
            try await office.settle(referral)
            let desk = office.rooms.places
            let until = office.clock.now.adding(seconds: 600)
            var asked: [RecordID] = []
            for key in ["a", "b"] {
                let sent = try await office.referrals.askHold(
                    Parties.officer,
                    for: referral,
                    of: Parties.institution.number,
                    .sample(office),
                    key: key
                )
                asked.append(sent.conversation)
            }
            try await office.until { try await desk.holds(Parties.manager).count == 2 }
            _ = try await desk.answer(Parties.manager, asked[0], .granted(until: until), key: "g")
            try await office.until {
                try await office.referrals.open(Parties.officer, referral).holds.contains {
                    $0.state == .granted(until: until)
                }
            }
            office.clock.move(seconds: 600 + seconds)
            let isHeld = seconds < 0
            let state = isHeld ? HoldFacts.State.granted(until: until) : .expired
            let asker = try await office.referrals.open(Parties.officer, referral).holds.first { $0.id == asked[0] }
            let owner = try await desk.holds(Parties.manager).first { $0.hold.id == asked[0] }
            #expect(asker?.state == state)
            #expect(owner?.hold.state == state)
            let board = try await desk.board(Parties.manager, from: office.today)
            #expect(board.rows.map { $0.days[0] } == [isHeld ? .held : .free])
            let more = office.clock.now.adding(seconds: 60)
            let next = try await desk.answer(Parties.manager, asked[1], .granted(until: more), key: "n")
            #expect(next.isDone == !isHeld)
        }
    }

    @Test(arguments: [-1, 0, 1])
    func `lapses at both levels when nobody has answered by the time that it was wanted for`(seconds: Int) async throws
    {
        try await withOffice { office in
            try await office.openPlaces()
            let id = try await office.referral(.institution).id
            for letter in try office.letters(to: Parties.intake) { try await office.rooms.messages.receive(letter) }
            let owner = Parties.institution.number
            let hold = try await office.referrals.askHold(
                Parties.officer,
                for: id,
                of: owner,
                .sample(office),
                key: "a"
            ).conversation
            for letter in try office.letters(to: Parties.institution) {
                try await office.rooms.messages.receive(letter)
            }
            office.clock.move(seconds: 3600 + seconds)
            let (desk, isOpen) = (office.rooms.places, seconds < 0)
            let state = isOpen ? HoldFacts.State.asked : .expired
            #expect(try await desk.holds(Parties.manager).map(\.hold.state) == [state])
            #expect(try await office.referrals.open(Parties.officer, id).holds.map(\.state) == [state])
            let until = office.clock.now.adding(seconds: 600)
            let answer = try await desk.answer(Parties.manager, hold, .granted(until: until), key: "g")
            #expect(answer.isDone == isOpen && answer.refusal == (isOpen ? nil : .place(.alreadyOver)))
        }
    }

    @Test func `is not asked for any more where that it is given up comes before the request`() async throws {
        try await withOffice { office in
            try await office.openPlaces()
            let id = try await office.referral(.institution).id
            for letter in try office.letters(to: Parties.intake) { try await office.rooms.messages.receive(letter) }
            let hold = try await office.referrals.askHold(
                Parties.officer,
                for: id,
                of: Parties.institution.number,
                .sample(office),
                key: "a"
            ).conversation
            office.clock.move(seconds: 1)
            _ = try await office.referrals.giveUpHold(Parties.officer, hold, because: "Ikke lenger", key: "u")
            let letters = try office.letters(to: Parties.institution)
            for letter in letters.sorted(by: { $1.sentAt < $0.sentAt }) {
                try await office.rooms.messages.receive(letter)
            }
            let held = try await office.rooms.places.holds(Parties.manager)
            #expect(held.map(\.hold.state) == [.givenUp])
            #expect(held.map(\.hold.asker) == [Parties.intake.number])
            let granted = try await office.rooms.places.answer(
                Parties.manager,
                hold,
                .granted(until: office.clock.now.adding(seconds: 600)),
                key: "g"
            )
            #expect(!granted.isDone)
            let board = try await office.rooms.places.board(Parties.manager, from: office.today)
            #expect(board.rows.map { $0.days[0] } == [.free])
        }
    }

    @Test func `is refused with a reason, and given up by whoever asked`() async throws {
        try await withReferrals { office in
            try await office.openPlaces()
            let referral = try await office.referral(.institution).id
            try await office.settle(referral)
            func ask(_ key: String) async throws -> RecordID {
                try await office.referrals.askHold(
                    Parties.officer,
                    for: referral,
                    of: Parties.institution.number,
                    .sample(office),
                    key: key
                ).conversation
            }
            let (first, second) = (try await ask("a"), try await ask("b"))
            try await office.until { try await office.rooms.places.holds(Parties.manager).count == 2 }
            _ = try await office.rooms.places.answer(
                Parties.manager,
                first,
                .refused(.notSuited),
                key: "r"
            )
            _ = try await office.referrals.giveUpHold(Parties.officer, second, because: "Ikke lenger", key: "u")
            try await office.until {
                let holds = try await office.rooms.places.holds(Parties.manager)
                return !holds.contains { $0.hold.state == .asked }
            }
            let states = try await office.rooms.places.holds(Parties.manager).map(\.hold.state)
            #expect(Set(states) == [.refused(.notSuited), .givenUp])
        }
    }

    @Test func `is not answered for where nobody has asked, and the answer says so`() async throws {
        try await withReferrals { office in
            try await office.openPlaces()
            let referral = try await office.referral(.institution).id
            try await office.settle(referral)
            let asked = try await office.referrals.askHold(
                Parties.officer,
                for: referral,
                of: Parties.institution.number,
                .sample(office),
                key: "h"
            ).conversation
            for (hold, person) in [(RecordID(high: 7, low: 7), Parties.manager), (referral, Parties.manager)] {
                let answered = try await office.rooms.places.answer(person, hold, .refused(.notSuited), key: "r\(hold)")
                #expect(answered.refusal == .place(.unknown))
            }
            // Who sees to no places learns nothing of what has been asked.
            for hold in [asked, RecordID(high: 7, low: 7)] {
                await #expect(throws: Absent()) {
                    try await office.rooms.places.answer(Parties.officer, hold, .refused(.notSuited), key: "o\(hold)")
                }
            }
        }
    }

    @Test func `is booked by its own unit alone`() async throws {
        try await withReferrals { office in
            try await office.openPlaces()
            let booking = PlaceEvent.booked(
                Booking(
                    id: RecordID(high: 1, low: 1),
                    place: OfferedPlace.sample.id,
                    span: DaySpan(from: office.today, until: nil),
                    hold: nil,
                    referral: nil
                )
            )
            for person in [Parties.officer, Staff.leader, Parties.overseer] {
                await #expect(throws: Absent()) {
                    try await office.rooms.places.perform(person, booking, key: "b")
                }
            }
            #expect(try await office.rooms.places.perform(Parties.manager, booking, key: "b").isDone)
        }
    }
}

extension TestOffice {
    /// A referral that the intake of another region has: the child lives in a municipality of that region.
    func southernReferral() async throws -> RecordID {
        let caseID = try await openCase(.sample(number: .sample(1)), municipality: "3322", key: "south")
        let id = try await ask(.institution, for: caseID, key: "southern")
        try await until { try shared(id, Parties.otherIntake) == shared(id, Parties.service) }
        return id
    }

    /// 64 clients of two regions ask for the one place on one day, all at once, and the unit grants whatever it gets.
    fileprivate func contend(
        _ round: Int,
        on day: CalendarDay,
        for referrals: [(officer: Person, id: RecordID)]
    ) async throws -> (officer: Person, id: RecordID) {
        let wish = HoldWish.sample(self, today.days(until: day))
        let until = clock.now.adding(seconds: 3600)
        let unit = try #require(Parties.institution.unit)
        let outcomes = try await withThrowingTaskGroup(of: CommandOutcome.self) { group in
            for client in 0..<64 {
                group.addTask {
                    let asker = referrals[client % 2]
                    let hold = try await self.referrals.askHold(
                        asker.officer,
                        for: asker.id,
                        of: Parties.institution.number,
                        wish,
                        key: "h\(round)-\(client)"
                    ).conversation
                    try await self.until { try self.rooms.holds(referral: hold, in: unit) }
                    let key = "g\(hold)"
                    return try await rooms.places.answer(Parties.manager, hold, .granted(until: until), key: key)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count(where: \.isNew) == 1, "round \(round)")
        #expect(outcomes.compactMap(\.refusal) == Array(repeating: .place(.taken(wish.span.from)), count: 63))
        // Both regions see the same: one of them has it, and has it once.
        func states(_ referral: (officer: Person, id: RecordID)) async throws -> [HoldFacts.State] {
            let holds = try await self.referrals.open(referral.officer, referral.id).holds
            return holds.filter { $0.request.span == wish.span }.map(\.state)
        }
        var winners: [(officer: Person, id: RecordID)] = []
        try await self.until {
            winners = []
            for referral in referrals {
                let states = try await states(referral)
                if states.contains(.granted(until: until)) { winners.append(referral) }
            }
            return !winners.isEmpty
        }
        var seen: [HoldFacts.State] = []
        for referral in referrals { seen += try await states(referral) }
        #expect(seen.count == 64 && seen.count { $0 == .asked } == 63, "round \(round)")
        #expect(winners.count == 1, "round \(round)")
        return try #require(winners.first)
    }

    /// The winner of a round offers the place, the child lives there today, and leaves it tomorrow.
    fileprivate func stay(of winner: (officer: Person, id: RecordID), _ round: Int) async throws {
        let (day, next) = (today, today.adding(days: 1))
        func tell(_ person: Person, _ content: SharedFact.Content, about: RecordID, _ name: String) async throws
            -> RecordID
        {
            var prose = content.prose
            if case .stay = content { prose[.reasons] = "Ferdig" }
            let command = ReferralCommand(about: about, content: content, prose: prose)
            let sent = try await self.referrals.tell(person, winner.id, command, key: "\(name)\(round)")
            #expect(sent.outcome.isDone, "round \(round), \(name): \(String(describing: sent.outcome.refusal))")
            try await rooms.carried()
            return sent.message
        }
        var interim = Offer.usable(from: day, answerBy: clock.now.adding(seconds: 1_800))
        // An interim solution leaves the referral open for the next round.
        interim.isInterim = true
        let offer = try await tell(winner.officer, .offered(interim), about: winner.id, "offer")
        let taken = OfferAnswer(outcome: .taken(from: day), childHeard: true, answeredAt: clock.now)
        _ = try await tell(Staff.caseworker, .offerAnswered(taken), about: offer, "take")
        #expect(try await bookings().filter { $0.span.contains(day) }.map(\.span.until) == [nil], "round \(round)")
        let started = StayStep(change: .started(plannedUntil: next), on: day)
        let stay = try await tell(Staff.caseworker, .stay(started), about: offer, "start")
        // Others see that it is taken, however long since any hold has run out.
        clock.move(seconds: 5_000)
        let other = try await self.referrals.askHold(
            winner.officer == Parties.officer ? Parties.otherOfficer : Parties.officer,
            for: winner.officer == Parties.officer ? try southern() : try central(),
            of: Parties.institution.number,
            HoldWish.sample(self),
            key: "late\(round)"
        ).conversation
        try await rooms.carried()
        let late = try await rooms.places.answer(
            Parties.manager,
            other,
            .granted(until: clock.now.adding(seconds: 60)),
            key: "late\(round)"
        )
        #expect(late.refusal == .place(.taken(day)), "round \(round)")
        clock.move(seconds: 86_400 - 5_000)
        let ended = StayStep(change: .ended(.completed, isPlanned: true), on: next)
        _ = try await tell(winner.officer, .stay(ended), about: stay, "end")
        let spans = try await bookings().map(\.span)
        #expect(spans.contains(DaySpan(from: day, until: next)) && spans.allSatisfy { !$0.contains(next) })
        #expect(try await board(from: day, days: 2) == [.booked, .free], "round \(round)")
    }

    private func central() throws -> RecordID { try referralOf(Parties.intake) }

    private func southern() throws -> RecordID { try referralOf(Parties.otherIntake) }

    private func referralOf(_ party: Counterpart) throws -> RecordID {
        let unit = try #require(party.unit)
        return try #require(try state(unit).referrals.first { $0.isReferral }?.facts.id)
    }

    /// An institution with one place, open from last week on.
    func openPlaces() async throws {
        let unit = PlaceUnit(
            kind: .institution,
            measures: [.careInstitution],
            sections: [.careOrder],
            ages: 12...17,
            targetGroup: .care,
            region: .central
        )
        _ = try await rooms.places.perform(Parties.manager, .unitSet(unit), key: "unit")
        _ = try await rooms.places.perform(
            Parties.manager,
            .placeOpened(OfferedPlace.sample.id, from: today.adding(days: -7)),
            key: "place"
        )
    }
}
