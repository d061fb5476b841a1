import Law
import TestSupport
import Testing

@testable import Assistance

struct `A place that is held and then used` {
    private static let first: CalendarDay = "2026-03-01"
    private static let place = PlaceID.named("A")
    private let now = first.noon

    private func unit(_ events: [PlaceEvent]) -> UnitPlaces {
        var unit = UnitPlaces()
        unit.apply(.unitSet(.sample))
        unit.apply(.placeOpened(Self.place, from: "2026-01-01"))
        for event in events { unit.apply(event) }
        return unit
    }

    private func asked(_ hold: Int, _ from: CalendarDay, _ until: CalendarDay?) -> PlaceEvent {
        let span = DaySpan(from: from, until: until)
        return .holdAsked(.sample(Conversation.id(hold), Self.place, span, wantedUntil: now.adding(seconds: 60)))
    }

    private func granted(_ hold: Int) -> PlaceEvent {
        .holdGranted(Conversation.id(hold), until: now.adding(seconds: 60))
    }

    private func use(
        _ unit: UnitPlaces,
        _ from: CalendarDay?,
        _ until: CalendarDay? = nil,
        after seconds: Int = 0
    ) -> Result<[PlaceEvent], PlaceRefusal> {
        unit.using(
            Conversation.id(1),
            on: from.map { DaySpan(from: $0, until: until) },
            as: Conversation.id(50),
            now: now.adding(seconds: seconds)
        )
    }

    private func booked(_ id: Int, _ from: CalendarDay, _ until: CalendarDay?, hold: Int? = 1) -> PlaceEvent {
        .booked(
            Booking(
                id: Conversation.id(id),
                place: Self.place,
                span: DaySpan(from: from, until: until),
                hold: hold.map(Conversation.id),
                referral: nil
            )
        )
    }

    @Test func `is booked, and its days follow what the asker says last`() {
        var unit = unit([asked(1, "2026-03-10", nil), granted(1)])
        #expect(use(unit, "2026-03-10", "2026-05-01") == .success([booked(50, "2026-03-10", "2026-05-01")]))
        unit.apply(booked(49, "2026-03-10", "2026-05-01"))
        let id = Conversation.id(49)
        #expect(use(unit, "2026-03-10", "2026-05-01") == .success([]))
        #expect(use(unit, "2026-03-10", "2026-06-01") == .success([.bookingEnds(id, until: "2026-06-01")]))
        #expect(use(unit, "2026-03-10", nil) == .success([.bookingEnds(id, until: nil)]))
        let anew = use(unit, "2026-03-12", "2026-05-01")
        #expect(anew == .success([.bookingReleased(id), booked(50, "2026-03-12", "2026-05-01")]))
        #expect(use(unit, nil) == .success([.bookingReleased(id)]))
        #expect(use(unit, "2026-03-10", "2026-03-10") == .success([.bookingReleased(id)]))
    }

    @Test func `is given up where it is not needed, and only while it keeps something`() {
        let held = unit([asked(1, "2026-03-10", nil), granted(1)])
        #expect(use(held, nil) == .success([.holdReleased(Conversation.id(1))]))
        #expect(use(held, nil, after: 60) == .success([]))
        #expect(use(unit([asked(1, "2026-03-10", nil)]), nil) == .success([.holdReleased(Conversation.id(1))]))
        #expect(use(unit([]), nil) == .success([]))
    }

    @Test func `is booked after its hold has run out only where nobody else has it`() {
        let lapsed = [asked(1, "2026-03-10", nil), granted(1), asked(2, "2026-03-12", nil)]
        #expect(use(unit(lapsed), "2026-03-10", nil, after: 60) == .success([booked(50, "2026-03-10", nil)]))
        let given = unit(lapsed + [.holdGranted(Conversation.id(2), until: now.adding(seconds: 600))])
        #expect(use(given, "2026-03-10", nil, after: 60) == .failure(.taken("2026-03-12")))
        #expect(use(given, "2026-03-10", "2026-03-12", after: 60) == .success([booked(50, "2026-03-10", "2026-03-12")]))
    }

    @Test func `is not booked where it was never granted`() {
        #expect(use(unit([]), "2026-03-10") == .failure(.unknown))
        let waiting = [asked(1, "2026-03-10", nil)]
        #expect(use(unit(waiting), "2026-03-10") == .failure(.alreadyOver))
        let refused = waiting + [.holdRefused(Conversation.id(1), .notSuited)]
        #expect(use(unit(refused), "2026-03-10") == .failure(.alreadyOver))
        #expect(
            use(unit(waiting + [granted(1), .holdReleased(Conversation.id(1))]), "2026-03-10") == .failure(.alreadyOver)
        )
    }

    /// Kept beside it in the plainest way: whose each day is.
    @Test func `never has two children on one day, whatever the askers say of it and when`() {
        var (given, refused, freed) = (0, 0, 0)
        for round in 0..<Rounds.of(1_000) {
            var random = SeededGenerator(seed: UInt64(round))
            func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
            var unit = unit([])
            var now = now
            var ends: [Int: Instant] = [:]
            var spans: [Int: DaySpan] = [:]
            var days: [Int: Set<Int>] = [:]
            for step in 1...50 {
                now = now.adding(seconds: number(0...3_000))
                let hold = number(1...6)
                let from = number(0...20)
                let span = DaySpan(
                    from: Self.first.adding(days: from),
                    until: number(0...4) == 0 ? nil : Self.first.adding(days: from + number(0...9))
                )
                let wanted = Set((0..<60).filter { span.contains(Self.first.adding(days: $0)) })
                func isHeld(_ day: Int, besides own: Int) -> Bool {
                    spans.contains { other, span in
                        other != own && days[other] == nil && ends[other].map { now < $0 } ?? false
                            && span.contains(Self.first.adding(days: day))
                    }
                }
                func isFree(_ wanted: Set<Int>) -> Bool {
                    wanted.allSatisfy { day in
                        !days.contains { $0.key != hold && $0.value.contains(day) } && !isHeld(day, besides: hold)
                    }
                }
                guard spans[hold] != nil else {
                    guard !span.isEmpty else { continue }
                    spans[hold] = span
                    let request = HoldRequest.sample(
                        Conversation.id(hold),
                        Self.place,
                        span,
                        wantedUntil: now.adding(seconds: 1)
                    )
                    unit.apply(.holdAsked(request))
                    let until = now.adding(seconds: number(1...20_000))
                    let grant = PlaceEvent.holdGranted(Conversation.id(hold), until: until)
                    if (try? unit.decide(grant, now: now).get()) != nil {
                        unit.apply(grant)
                        ends[hold] = until
                    }
                    continue
                }
                let isGivenUp = number(0...9) == 0
                let answer = unit.using(
                    Conversation.id(hold),
                    on: isGivenUp ? nil : span,
                    as: Conversation.id(1_000 + step),
                    now: now
                )
                if isGivenUp || span.isEmpty {
                    guard case .success(let events) = answer else {
                        Issue.record("round \(round), step \(step): giving up is refused")
                        continue
                    }
                    for event in events { unit.apply(event) }
                    freed += days[hold] == nil ? 0 : 1
                    // A booking that came to nothing leaves no hold behind; a hold that had run out kept nothing.
                    if days[hold] != nil {
                        days[hold] = []
                    } else if ends[hold].map({ now < $0 }) ?? false {
                        ends[hold] = nil
                    }
                    continue
                }
                let mayBe = (ends[hold] != nil || days[hold] != nil) && isFree(wanted)
                switch answer {
                case .failure:
                    refused += 1
                    #expect(!mayBe, "round \(round), step \(step)")
                case .success(let events):
                    given += 1
                    #expect(mayBe, "round \(round), step \(step)")
                    for event in events { unit.apply(event) }
                    days[hold] = wanted
                }
                let all = unit.places[Self.place]?.bookings.map(\.span) ?? []
                #expect(
                    DaySet(all).count == all.reduce(0) { $0 + DaySet([$1]).count } || all.contains { $0.until == nil }
                )
                for day in 0..<60 {
                    let isBooked = days.values.contains { $0.contains(day) }
                    let state = unit.places[Self.place]?.state(on: Self.first.adding(days: day), now: now)
                    #expect((state == .booked) == isBooked, "round \(round), step \(step), day \(day)")
                    #expect(days.values.count { $0.contains(day) } <= 1, "round \(round), step \(step), day \(day)")
                }
            }
        }
        #expect(given > 1_000 && refused > 1_000 && freed > 50)
    }
}
