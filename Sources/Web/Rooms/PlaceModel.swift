import Assistance
import Exchange
import Law
import Office

/// Makes the board of places of what the desk hands out.
struct PlaceModel: Sendable {
    private enum Measure {
        static let left = 130
        static let top = 24
        static let cell = (width: 30, height: 28)
    }

    let board: PlaceDesk.Board
    let owners: [Counterpart]
    /// The ledgers, for the unit's own people.
    let places: UnitPlaces?
    let holds: [PlaceDesk.AskedHold]
    /// What the reader has begun and not sent.
    let drafts: [MyDayPage.Draft]
    let words: RoomWords
    private var catalog: Catalog { words.catalog }
    private var first: CalendarDay { board.days.first ?? words.phrases.today }

    func path(_ owner: Counterpart, from day: CalendarDay?) -> String {
        let unit = owners.count > 1 ? ["enhet=\(owner.number)"] : []
        let query = (unit + (day.map { ["fra=\($0)"] } ?? [])).joined(separator: "&")
        return query.isEmpty ? "/plasser" : "/plasser?\(query)"
    }

    func page(_ frame: Frame) -> PlacesPage {
        let last = board.days.last ?? first
        return PlacesPage(
            frame: frame,
            title: board.owner.name,
            owners: owners.count < 2
                ? []
                : owners.map {
                    PlacesPage.Owner(
                        label: $0.name,
                        path: path($0, from: nil),
                        isCurrent: $0.number == board.owner.number
                    )
                },
            unit: board.unit.map(facts) ?? [],
            isUndescribed: board.unit == nil,
            actions: places == nil
                ? []
                : CommandForm.ofPlaces.filter { !Self.fromRows.contains($0.id) }.map {
                    Link(label: CommandWords(form: $0, catalog: catalog).title, path: "/plasser/\($0.id)")
                },
            drafts: drafts,
            keys: keys,
            drawing: board.rows.isEmpty ? nil : drawing,
            stretches: stretches,
            previousPath: path(board.owner, from: first.adding(days: -board.days.count)),
            nextPath: path(board.owner, from: last.adding(days: 1)),
            todayPath: first == words.phrases.today ? nil : path(board.owner, from: nil),
            period: words.days(DaySpan(from: first, through: last)),
            isOwner: places != nil,
            holds: holds.map(hold),
            entries: entries
        )
    }

    /// What is done from a row, and not from the menu.
    private static let fromRows: Set = ["answer-hold", "end-booking", "release-booking", "back-in-service"]

    private func facts(_ unit: PlaceUnit) -> [Fact] {
        [
            Fact(catalog.text("input.unitKind"), words.code("place-unit-kind", unit.kind)),
            Fact(
                catalog.text("input.measureKinds"),
                MeasureKind.allCases.filter(unit.measures.contains).map(words.measure)
            ),
            Fact(
                catalog.text("input.sections"),
                LegalSection.allCases.filter(unit.sections.contains).map { words.code("legal-section", $0) }
            ),
            Fact(
                catalog.text("places.ages"),
                catalog.text(
                    "places.ages.span",
                    ["youngest": "\(unit.ages.lowerBound)", "oldest": "\(unit.ages.upperBound)"]
                )
            ),
            Fact(catalog.text("input.targetGroup"), words.code("target-group", unit.targetGroup)),
            Fact(catalog.text("input.region"), words.code("region", unit.region)),
        ]
    }

    // MARK: States

    private func name(_ state: PlaceLedger.DayState) -> String {
        switch state {
        case .free: catalog.text("places.state.free")
        case .held: catalog.text("places.state.held")
        case .booked: catalog.text("places.state.booked")
        case .outOfService: catalog.text("places.state.outOfService")
        case .closed: catalog.text("places.state.closed")
        }
    }

    private func letter(_ state: PlaceLedger.DayState) -> String {
        switch state {
        case .free: catalog.text("places.letter.free")
        case .held: catalog.text("places.letter.held")
        case .booked: catalog.text("places.letter.booked")
        case .outOfService: catalog.text("places.letter.outOfService")
        case .closed: catalog.text("places.letter.closed")
        }
    }

    private static func look(_ state: PlaceLedger.DayState) -> String { "place-\(state)" }

    private static func hatch(_ state: PlaceLedger.DayState) -> String? {
        switch state {
        case .held, .outOfService: "hatch-\(state)"
        case .free, .booked, .closed: nil
        }
    }

    private var keys: [PlacesPage.Key] {
        let now = board.rows.compactMap(\.days.first)
        return PlaceLedger.DayState.allCases.map { state in
            PlacesPage.Key(
                look: Self.look(state),
                hatch: Self.hatch(state),
                letter: letter(state),
                label: name(state),
                count: String(now.filter { $0 == state }.count)
            )
        }
    }

    // MARK: Drawing

    private var drawing: PlacesPage.Drawing {
        let (width, height) = Measure.cell
        let whole = Measure.left + board.days.count * width
        let down = Measure.top + board.rows.count * height
        func y(_ row: Int) -> Int { Measure.top + row * height }
        func x(_ day: Int) -> Int { Measure.left + day * width }
        return PlacesPage.Drawing(
            viewBox: "0 0 \(whole) \(down)",
            width: String(whole),
            height: String(down),
            cellWidth: String(width - 2),
            cellHeight: String(height - 2),
            labelY: String(Measure.top - 8),
            days: board.days.enumerated().map { place, day in
                PlacesPage.DayLabel(
                    label: place == 0 || day.day == 1 ? "\(day.day).\(day.month)." : "\(day.day).",
                    x: String(x(place) + width / 2),
                    isMonday: day.weekday == .monday
                )
            },
            rows: board.rows.enumerated().map { place, row in
                PlacesPage.RowLabel(label: row.place.text, y: String(y(place) + height / 2 + 5))
            },
            cells: board.rows.enumerated().flatMap { place, row in
                zip(board.days.indices, row.days).map { day, state in
                    PlacesPage.Cell(
                        x: String(x(day)),
                        y: String(y(place)),
                        look: Self.look(state),
                        hatch: Self.hatch(state),
                        title: "\(row.place), \(words.phrases.day(board.days[day])): \(name(state))",
                        letter: letter(state),
                        letterX: String(x(day) + (width - 2) / 2),
                        letterY: String(y(place) + height / 2 + 4)
                    )
                }
            },
            description: catalog.text(
                "places.drawing",
                ["unit": board.owner.name, "count": "\(board.rows.count)", "days": "\(board.days.count)"]
            )
        )
    }

    // MARK: Table

    /// Each place's days in rows of the same state: the same as in the drawing.
    private var stretches: [PlacesPage.Stretch] {
        board.rows.flatMap { row -> [PlacesPage.Stretch] in
            var runs: [(state: PlaceLedger.DayState, from: Int, last: Int)] = []
            for (day, state) in row.days.enumerated() {
                if runs.last?.state == state { runs[runs.count - 1].last = day } else { runs.append((state, day, day)) }
            }
            return runs.enumerated().map { place, run in
                let from = board.days[run.from]
                return PlacesPage.Stretch(
                    place: row.place.text,
                    isFirst: place == 0,
                    state: name(run.state),
                    letter: letter(run.state),
                    look: Self.look(run.state),
                    days: words.days(DaySpan(from: from, through: board.days[run.last])),
                    act: run.state == .free ? act(row.place, from: from) : nil
                )
            }
        }
    }

    /// A free place is booked by its owner; everybody else asks from the referral.
    private func act(_ place: PlaceID, from day: CalendarDay) -> Link? {
        guard places != nil else { return nil }
        return Link(
            label: catalog.text("command.book-place.title"),
            path: "/plasser/book-place?placeID=\(Self.escaped(place.text))&from=\(max(day, words.phrases.today))"
        )
    }

    /// A name of a place in an address.
    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            let isPlain = byte < 128 && (character.isLetter || character.isNumber || byte == UInt8(ascii: "-"))
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(character) : "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }

    // MARK: What is laid on the days

    private func hold(_ asked: PlaceDesk.AskedHold) -> PlacesPage.Hold {
        let request = asked.hold.request
        // What could not be given is looked at like what nobody has answered.
        let isWaiting =
            switch asked.hold.state {
            case .asked, .lost: true
            case .granted, .refused, .expired, .givenUp, .booked: false
            }
        let kind = words.measure(request.kind)
        let children = catalog.plural("places.hold.children", request.children)
        let until = catalog.text("places.hold.until", ["until": words.phrases.stamp(request.wantedUntil).text])
        let haste = request.isAcute ? [catalog.text("room.acute.tag")] : []
        return PlacesPage.Hold(
            place: request.place.text,
            asker: asked.asker,
            days: words.days(request.span),
            facts: (haste + [kind, children, until]).joined(separator: " · "),
            state: words.hold(asked.hold.state),
            isWaiting: isWaiting,
            act: answer(asked.hold)
        )
    }

    /// The answer to a request; a hold that lasts may be made to last longer by another one.
    private func answer(_ hold: HoldFacts) -> Link? {
        let label =
            switch hold.state {
            case .asked: catalog.text("command.answer-hold.title")
            case .granted: catalog.text("places.hold.longer")
            case .refused, .expired, .givenUp, .booked, .lost: String?.none
            }
        return label.map { Link(label: $0, path: "/plasser/answer-hold?hold=\(hold.id)") }
    }

    private var entries: [PlacesPage.Entry] {
        guard let places else { return [] }
        func link(_ form: String, _ field: String, _ id: RecordID) -> Link {
            Link(label: catalog.text("command.\(form).title"), path: "/plasser/\(form)?\(field)=\(id)")
        }
        return places.places.values.sorted { $0.id < $1.id }.flatMap { ledger in
            ledger.bookings.map { booking in
                PlacesPage.Entry(
                    place: ledger.id.text,
                    what: name(.booked),
                    days: words.days(booking.span),
                    acts: [
                        link("end-booking", "booking", booking.id), link("release-booking", "booking", booking.id),
                    ]
                )
            }
                + ledger.outOfService.map { time in
                    PlacesPage.Entry(
                        place: ledger.id.text,
                        what: "\(name(.outOfService)): \(words.code("outage-reason", time.reason).lowercased())",
                        days: words.days(time.span),
                        acts: [link("back-in-service", "outage", time.id)]
                    )
                }
        }
    }
}
