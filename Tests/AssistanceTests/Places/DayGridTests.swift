import Law
import TestSupport
import Testing

@testable import Assistance

/// Who has a place on a day, kept in the plainest way: a cell for each place and day.
private struct DayGrid {
    struct Cell: Hashable {
        let place: PlaceID
        let day: Int
    }

    static let first: CalendarDay = "2026-03-01"
    static let length = 40

    var booked: [Cell: RecordID] = [:]
    var held: [Cell: [(id: RecordID, until: Instant)]] = [:]
    var broken: Set<Cell> = []

    static func cells(_ place: PlaceID, _ span: DaySpan) -> [Cell] {
        (0..<length).filter { span.contains(first.adding(days: $0)) }.map { Cell(place: place, day: $0) }
    }

    func isFree(_ cells: [Cell], besides id: RecordID?, now: Instant) -> Bool {
        cells.allSatisfy { cell in
            let holds = held[cell, default: []].filter { $0.id != id && $0.until > now }
            return booked[cell].map { $0 == id } ?? true && holds.isEmpty && !broken.contains(cell)
        }
    }
}

struct `Any sequence of wishes about places` {
    @Test func `gives no place to two on one day, and refuses only what the grid refuses`() {
        var taken = [0, 0, 0, 0, 0]
        var refused = 0
        for round in 0..<Rounds.of(1_000) {
            var random = SeededGenerator(seed: UInt64(round))
            func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
            let names = ["A", "B"].map { PlaceID.named($0) }
            var unit = UnitPlaces()
            unit.apply(.unitSet(.sample))
            for name in names { unit.apply(.placeOpened(name, from: DayGrid.first)) }
            var grid = DayGrid()
            var now = DayGrid.first.noon
            var holds: [HoldRequest] = []
            var granted: Set<RecordID> = []
            var bookings: [Booking] = []
            for step in 1...60 {
                now = now.adding(seconds: number(0...7_200))
                let id = Conversation.id(step)
                let from = DayGrid.first.adding(days: number(0...30))
                let span = DaySpan(from: from, until: from.adding(days: number(0...8)))
                let place = names[number(0...1)]
                let wish: PlaceEvent
                let mayBe: Bool
                switch number(0...8) {
                case 0, 1:
                    let request = HoldRequest.sample(
                        id,
                        place,
                        span,
                        wantedUntil: now.adding(seconds: number(1...400_000))
                    )
                    (wish, mayBe) = (.holdAsked(request), !span.isEmpty)
                    if mayBe { holds.append(request) }
                case 2, 3:
                    guard let request = holds.randomElement(using: &random) else { continue }
                    let until = now.adding(seconds: number(1...20_000))
                    wish = .holdGranted(request.id, until: until)
                    let cells = DayGrid.cells(request.place, request.span)
                    let state = unit.ledger(of: request.id)?.holds.first { $0.request.id == request.id }
                    let isOpen =
                        state.map { $0.state == .asked && now < request.wantedUntil || $0.isLive(now: now) } ?? false
                    mayBe = isOpen && grid.isFree(cells, besides: request.id, now: now)
                    if mayBe {
                        granted.insert(request.id)
                        for cell in cells {
                            grid.held[cell, default: []].removeAll { $0.id == request.id }
                            grid.held[cell, default: []].append((request.id, until))
                        }
                    }
                case 4, 5:
                    let hold = number(0...1) == 0 ? holds.randomElement(using: &random) : nil
                    let span = hold.map { number(0...3) == 0 ? span : $0.span } ?? span
                    let booking = Booking(
                        id: id,
                        place: hold?.place ?? place,
                        span: span,
                        hold: hold?.id,
                        referral: nil
                    )
                    wish = .booked(booking)
                    let cells = DayGrid.cells(booking.place, span)
                    // Once granted, a hold may be booked by whether it has run out or not, as long as nothing else is.
                    let isGranted = hold.map { hold in
                        let wanted = DayGrid.cells(hold.place, hold.span)
                        return granted.contains(hold.id) && !bookings.contains { $0.hold == hold.id }
                            && cells.allSatisfy(wanted.contains)
                    }
                    mayBe = !span.isEmpty && isGranted ?? true && grid.isFree(cells, besides: hold?.id, now: now)
                    if mayBe {
                        bookings.append(booking)
                        for cell in cells { grid.booked[cell] = id }
                        for cell in grid.held.keys { grid.held[cell]?.removeAll { $0.id == hold?.id } }
                    }
                case 6:
                    guard let index = bookings.indices.randomElement(using: &random) else { continue }
                    let until = bookings[index].span.from.adding(days: number(0...12))
                    wish = .bookingEnds(bookings[index].id, until: until)
                    let old = DayGrid.cells(bookings[index].place, bookings[index].span)
                    let new = DayGrid.cells(
                        bookings[index].place,
                        DaySpan(from: bookings[index].span.from, until: until)
                    )
                    mayBe =
                        until > bookings[index].span.from
                        && grid.isFree(new.filter { !old.contains($0) }, besides: bookings[index].id, now: now)
                    if mayBe {
                        for cell in old { grid.booked[cell] = nil }
                        for cell in new { grid.booked[cell] = bookings[index].id }
                        bookings[index].span.until = until
                    }
                case 7:
                    guard let index = bookings.indices.randomElement(using: &random) else { continue }
                    let gone = bookings.remove(at: index)
                    (wish, mayBe) = (.bookingReleased(gone.id), true)
                    for cell in DayGrid.cells(gone.place, gone.span) { grid.booked[cell] = nil }
                default:
                    wish = .outOfService(OutOfService(id: id, place: place, span: span, reason: .repair))
                    let cells = DayGrid.cells(place, span)
                    // A time out of service may not lie over another either: it would say nothing new.
                    mayBe = !span.isEmpty && grid.isFree(cells, besides: nil, now: now)
                    if mayBe { grid.broken.formUnion(cells) }
                }
                let decided = unit.decide(wish, now: now)
                guard (try? decided.get()) != nil else {
                    refused += 1
                    #expect(!mayBe, "round \(round), step \(step): \(wish) \(decided)")
                    continue
                }
                #expect(mayBe, "round \(round), step \(step): \(wish)")
                unit.apply(wish)
                for ledger in unit.places.values {
                    let spans = ledger.bookings.map(\.span)
                    #expect(DaySet(spans).count == spans.reduce(0) { $0 + DaySet([$1]).count }, "round \(round)")
                }
            }
            for (place, states) in unit.occupancy(from: DayGrid.first, days: DayGrid.length, now: now) {
                for (day, state) in states.enumerated() {
                    let cell = DayGrid.Cell(place: place, day: day)
                    let isHeld = grid.held[cell, default: []].contains { $0.until > now }
                    let expected: PlaceLedger.DayState =
                        grid.booked[cell] != nil
                        ? .booked : grid.broken.contains(cell) ? .outOfService : isHeld ? .held : .free
                    #expect(state == expected, "round \(round), day \(day)")
                    taken[Int(state.rawValue) - 1] += 1
                }
            }
        }
        #expect(taken.prefix(4).allSatisfy { $0 > 100 } && refused > 100)
    }
}
