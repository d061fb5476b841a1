import Law
import Testing

@testable import Assistance

struct `A place` {
    private let now = CalendarDay("2026-03-01").noon
    private let id = PlaceID.named("A-1")

    private func unit(_ events: [PlaceEvent] = []) -> UnitPlaces {
        var unit = UnitPlaces()
        unit.apply(.unitSet(.sample))
        unit.apply(.placeOpened(id, from: "2026-01-01"))
        for event in events { unit.apply(event) }
        return unit
    }

    private func refusal(_ wish: PlaceEvent, in unit: UnitPlaces, now: Instant? = nil) -> PlaceRefusal? {
        if case .failure(let refusal) = unit.decide(wish, now: now ?? self.now) { refusal } else { nil }
    }

    private func booking(_ number: Int, _ from: CalendarDay, _ until: CalendarDay?, hold: Int? = nil) -> PlaceEvent {
        .booked(
            Booking(
                id: Conversation.id(number),
                place: id,
                span: DaySpan(from: from, until: until),
                hold: hold.map { Conversation.id($0) },
                referral: nil
            )
        )
    }

    private func ask(_ number: Int, _ from: CalendarDay, _ until: CalendarDay?) -> PlaceEvent {
        .holdAsked(
            .sample(
                Conversation.id(number),
                id,
                DaySpan(from: from, until: until),
                wantedUntil: now.adding(seconds: 60)
            )
        )
    }

    private func grant(_ number: Int, hours: Int = 24) -> PlaceEvent {
        .holdGranted(Conversation.id(number), until: now.adding(seconds: hours * 3_600))
    }

    @Test(
        arguments: [
            ("2026-03-05", "2026-03-10", nil), ("2026-03-20", nil, nil),
            ("2026-03-05", "2026-03-11", .taken("2026-03-10")), ("2026-03-19", "2026-03-21", .taken("2026-03-19")),
            ("2026-03-01", nil, .taken("2026-03-10")), ("2026-03-12", "2026-03-13", .taken("2026-03-12")),
            ("2025-12-31", "2026-01-02", .closed("2025-12-31")), ("2026-03-05", "2026-03-05", .emptyTime),
        ] as [(CalendarDay, CalendarDay?, PlaceRefusal?)]
    )
    func `is given to one on each day, up to and without the last`(
        from: CalendarDay,
        until: CalendarDay?,
        expected: PlaceRefusal?
    ) {
        let unit = unit([booking(1, "2026-03-10", "2026-03-20")])
        #expect(refusal(booking(2, from, until), in: unit) == expected)
    }

    @Test func `is kept by a hold until its time, and free a moment later`() {
        let unit = unit([ask(1, "2026-03-10", "2026-03-20"), grant(1)])
        let wish = booking(2, "2026-03-12", "2026-03-14")
        #expect(refusal(wish, in: unit) == .taken("2026-03-12"))
        let end = now.adding(seconds: 24 * 3_600)
        #expect(refusal(wish, in: unit, now: end.adding(microseconds: -1)) == .taken("2026-03-12"))
        #expect(refusal(wish, in: unit, now: end) == nil)
        #expect(refusal(.holdReleased(Conversation.id(1)), in: unit, now: end) == .alreadyOver)
    }

    @Test(arguments: [(59, nil), (60, .alreadyOver), (61, .alreadyOver)] as [(Int, PlaceRefusal?)])
    func `that nobody has answered for is neither held nor refused once the asker's time is over`(
        seconds: Int,
        expected: PlaceRefusal?
    ) {
        let unit = unit([ask(1, "2026-03-10", "2026-03-20")])
        let later = now.adding(seconds: seconds)
        for wish in [grant(1), .holdRefused(Conversation.id(1), .notSuited), .holdReleased(Conversation.id(1))] {
            #expect(refusal(wish, in: unit, now: later) == expected, "\(wish)")
        }
    }

    @Test func `is booked by the hold that keeps it, within its days, once`() {
        var unit = unit([ask(1, "2026-03-10", "2026-03-20"), grant(1)])
        #expect(refusal(booking(2, "2026-03-09", "2026-03-12", hold: 1), in: unit) == .notWithinHold("2026-03-09"))
        #expect(refusal(booking(2, "2026-03-10", "2026-03-21", hold: 1), in: unit) == .notWithinHold("2026-03-20"))
        #expect(refusal(booking(2, "2026-03-10", nil, hold: 9), in: unit) == .unknown)
        let wish = booking(2, "2026-03-10", "2026-03-20", hold: 1)
        #expect(refusal(wish, in: unit) == nil)
        unit.apply(wish)
        #expect(refusal(booking(3, "2026-03-10", "2026-03-11", hold: 1), in: unit) == .alreadyOver)
    }

    @Test func `is booked by a hold that has run out, or whose booking was taken back, where it is free`() {
        let later = now.adding(seconds: 90_000)
        let wish = booking(2, "2026-03-10", "2026-03-20", hold: 1)
        var unit = unit([ask(1, "2026-03-10", "2026-03-20"), grant(1)])
        #expect(refusal(wish, in: unit, now: later) == nil)
        unit.apply(booking(3, "2026-03-12", "2026-03-14"))
        #expect(refusal(wish, in: unit, now: later) == .taken("2026-03-12"))
        unit.apply(.bookingReleased(Conversation.id(3)))
        unit.apply(wish)
        unit.apply(.bookingReleased(Conversation.id(2)))
        #expect(refusal(booking(4, "2026-03-10", "2026-03-20", hold: 1), in: unit, now: later) == nil)
        // What nobody has granted, or its asker has given up, gives no right to a booking.
        #expect(refusal(wish, in: self.unit([ask(1, "2026-03-10", "2026-03-20")])) == .alreadyOver)
        let released = self.unit([ask(1, "2026-03-10", "2026-03-20"), grant(1), .holdReleased(Conversation.id(1))])
        #expect(refusal(wish, in: released) == .alreadyOver)
    }

    @Test func `that is the last goes to exactly one of two who ask`() {
        var unit = unit([ask(1, "2026-03-10", "2026-03-20"), ask(2, "2026-03-19", nil)])
        #expect(refusal(grant(1), in: unit) == nil)
        unit.apply(grant(1))
        #expect(refusal(grant(2), in: unit) == .taken("2026-03-19"))
        unit.apply(.holdReleased(Conversation.id(1)))
        #expect(refusal(grant(2), in: unit) == nil)
        #expect(refusal(grant(1), in: unit) == .alreadyOver)
    }

    @Test func `can be asked for whether it is free or not, but only for what the unit gives`() {
        let unit = unit([booking(1, "2026-03-10", "2026-03-20")])
        #expect(refusal(ask(2, "2026-03-12", nil), in: unit) == nil)
        #expect(refusal(ask(1, "2026-03-12", nil), in: unit) == .alreadyDone)
        var request = HoldRequest.sample(
            Conversation.id(3),
            id,
            DaySpan(from: "2026-03-12", until: nil),
            wantedUntil: now.adding(seconds: 1)
        )
        request.kind = .familyCouncil
        #expect(refusal(.holdAsked(request), in: unit) == .wrongKind)
        request.kind = .careInstitution
        request.children = 0
        #expect(refusal(.holdAsked(request), in: unit) == .wrongNumber)
        request.children = 1
        request.wantedUntil = now
        #expect(refusal(.holdAsked(request), in: unit) == .emptyTime)
    }

    @Test func `out of service is given to nobody until it is back`() {
        let time = OutOfService(
            id: Conversation.id(1),
            place: id,
            span: DaySpan(from: "2026-03-10", until: nil),
            reason: .repair
        )
        var unit = unit([.outOfService(time)])
        #expect(refusal(booking(2, "2026-03-05", "2026-03-20"), in: unit) == .outOfService("2026-03-10"))
        unit.apply(.backInService(Conversation.id(1), from: "2026-03-15"))
        #expect(refusal(booking(2, "2026-03-14", nil), in: unit) == .outOfService("2026-03-14"))
        #expect(refusal(booking(2, "2026-03-15", nil), in: unit) == nil)
    }

    @Test func `is neither closed nor put out of service over the child who lives there`() {
        var unit = unit([booking(1, "2026-03-10", "2026-03-20")])
        #expect(refusal(.placeClosed(id, from: "2026-03-15", .homeEnded), in: unit) == .taken("2026-03-15"))
        let time = OutOfService(
            id: Conversation.id(2),
            place: id,
            span: DaySpan(from: "2026-03-01", until: "2026-03-11"),
            reason: .repair
        )
        #expect(refusal(.outOfService(time), in: unit) == .taken("2026-03-10"))
        #expect(refusal(.placeClosed(id, from: "2026-03-20", .homeEnded), in: unit) == nil)
        unit.apply(.placeClosed(id, from: "2026-03-20", .homeEnded))
        #expect(refusal(.bookingEnds(Conversation.id(1), until: "2026-03-21"), in: unit) == .closed("2026-03-20"))
        #expect(refusal(.bookingEnds(Conversation.id(1), until: "2026-03-12"), in: unit) == nil)
        #expect(refusal(.bookingEnds(Conversation.id(1), until: "2026-03-10"), in: unit) == .emptyTime)
    }

    @Test func `shows on a board what it is each day`() {
        var unit = unit([booking(1, "2026-03-02", "2026-03-03"), ask(2, "2026-03-03", "2026-03-04"), grant(2)])
        unit.apply(
            .outOfService(
                OutOfService(
                    id: Conversation.id(3),
                    place: id,
                    span: DaySpan(from: "2026-03-04", until: "2026-03-05"),
                    reason: .rest
                )
            )
        )
        unit.apply(.placeClosed(id, from: "2026-03-06", .homeEnded))
        let board = unit.occupancy(from: "2026-03-01", days: 6, now: now)
        #expect(board.map(\.place) == [id])
        #expect(board.first?.states == [.free, .booked, .held, .outOfService, .free, .closed])
        #expect(unit.occupancy(from: "2026-03-03", days: 1, now: now.adding(seconds: 90_000)).first?.states == [.free])
    }

    @Test func `is nothing before its unit is described`() {
        #expect(refusal(.placeOpened(id, from: "2026-01-01"), in: UnitPlaces()) == .noUnit)
        #expect(refusal(booking(1, "2026-03-01", nil), in: UnitPlaces()) == .noUnit)
    }

    @Test(arguments: ["", " A", "A ", String(repeating: "x", count: 65)])
    func `has a name without blanks at its ends`(text: String) {
        #expect(PlaceID(text) == nil)
    }
}

extension PlaceUnit {
    static var sample: PlaceUnit {
        PlaceUnit(
            kind: .institution,
            measures: [.careInstitution, .treatmentInstitution],
            sections: [.careOrder, .institutionByConsent],
            ages: 12...17,
            targetGroup: .care,
            region: .east
        )
    }
}

extension HoldRequest {
    static func sample(_ id: RecordID, _ place: PlaceID, _ span: DaySpan, wantedUntil: Instant) -> HoldRequest {
        HoldRequest(
            id: id,
            place: place,
            kind: .careInstitution,
            children: 1,
            span: span,
            isAcute: false,
            wantedUntil: wantedUntil,
            orderedAt: .earliest
        )
    }
}

extension PlaceID {
    static func named(_ text: String) -> PlaceID {
        guard let id = PlaceID(text) else { preconditionFailure("Not a name: \(text)") }
        return id
    }
}
