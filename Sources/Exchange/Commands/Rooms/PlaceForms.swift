import Assistance
import Law

/// What the owner of places does with them.
enum PlaceForms {
    private static func form(
        _ id: String,
        _ entries: [any AnyFormEntry],
        isDated: Bool = false,
        _ event: @escaping @Sendable (FormReader) throws(FieldFault) -> PlaceEvent
    ) -> CommandForm {
        CommandForm(
            id,
            .places,
            "barnevernsloven § 16-3",
            entries,
            isDated: isDated,
            make: { input throws(FieldFault) in .place(try event(input)) },
            fill: { _ in nil }
        )
    }

    private static let place = FormEntry.place("placeID")

    // MARK: The unit

    private static let kind = FormEntry<PlaceUnit.Kind>.code("unitKind", "place-unit-kind")
    private static let measures = FormEntry<[MeasureKind]>.codes("measureKinds", "measure-kind")
    private static let sections = FormEntry<[LegalSection]>.codes("sections", "legal-section")
    private static let youngest = FormEntry.number("youngest", 0...25)
    private static let oldest = FormEntry.number("oldest", 0...25)
    private static let target = FormEntry<PlaceUnit.TargetGroup>.code("targetGroup", "target-group")
    private static let region = FormEntry<Region>.code("region", "region")

    static let describe = form(
        "describe-unit",
        [kind, measures, sections, youngest, oldest, target, region]
    ) { input throws(FieldFault) in
        let (youngest, oldest) = (try input[youngest], try input[oldest])
        guard youngest <= oldest else { throw FieldFault(Self.oldest.field.name, .number(youngest...25)) }
        return .unitSet(
            PlaceUnit(
                kind: try input[kind],
                measures: Set(try input[measures]),
                sections: Set(try input[sections]),
                ages: youngest...oldest,
                targetGroup: try input[target],
                region: try input[region]
            )
        )
    }

    // MARK: Places

    private static let reason = FormEntry<CloseReason>.code("closeReason", "close-reason")
    private static let cause = FormEntry<OutOfService.Reason>.code("outageReason", "outage-reason")
    private static let outage = FormEntry.reference("outage", .outage)

    static let open = form("open-place", [place, RoomEntries.from]) { input throws(FieldFault) in
        .placeOpened(try input[place], from: try input[RoomEntries.from])
    }

    static let close = form("close-place", [place, RoomEntries.from, reason]) { input throws(FieldFault) in
        .placeClosed(try input[place], from: try input[RoomEntries.from], try input[reason])
    }

    static let outOfService = form(
        "out-of-service",
        [place, RoomEntries.from, RoomEntries.through, cause]
    ) { input throws(FieldFault) in
        .outOfService(
            OutOfService(
                id: input.context.id,
                place: try input[place],
                span: DaySpan(from: try input[RoomEntries.from], through: input.given(RoomEntries.through)),
                reason: try input[cause]
            )
        )
    }

    static let backInService = form(
        "back-in-service",
        [outage, RoomEntries.from]
    ) { input throws(FieldFault) in .backInService(try input[outage], from: try input[RoomEntries.from]) }

    // MARK: Bookings and holds

    private static let hold = FormEntry.reference("hold", .hold)
    private static let booking = FormEntry.reference("booking", .booking)

    static let book = form(
        "book-place",
        [place, RoomEntries.from, RoomEntries.through, hold.optional]
    ) { input throws(FieldFault) in
        .booked(
            Booking(
                id: input.context.id,
                place: try input[place],
                span: DaySpan(from: try input[RoomEntries.from], through: input.given(RoomEntries.through)),
                hold: input.given(hold),
                referral: nil
            )
        )
    }

    static let endBooking = form(
        "end-booking",
        [booking, RoomEntries.through]
    ) { input throws(FieldFault) in
        .bookingEnds(try input[booking], until: input.given(RoomEntries.through)?.adding(days: 1))
    }

    static let releaseBooking = form("release-booking", [booking]) { input throws(FieldFault) in
        .bookingReleased(try input[booking])
    }

    enum Answer: CaseIterable, Hashable, Sendable {
        case granted, refused
    }

    private static let answer = FormEntry<Answer>.code("holdAnswer", "hold-answer")
    private static let heldUntil = FormEntry.moment("heldUntil").needed(answer, "granted")
    private static let refusal = FormEntry<HoldRefusal>.code("holdRefusal", "hold-refusal").needed(answer, "refused")

    /// More of the reason stands in the message and in no event.
    static let otherReason = FormEntry.line("otherReason").needed(refusal, "other")

    static let answerHold = form(
        "answer-hold",
        [hold, answer, heldUntil, refusal, otherReason]
    ) { input throws(FieldFault) in
        switch try input[answer] {
        case .granted: .holdGranted(try input[hold], until: try input[heldUntil])
        case .refused: .holdRefused(try input[hold], try input[refusal])
        }
    }
}
