import Assistance
import Law

/// A place at once: asked by telephone first, and what becomes of it.
enum AcuteForms {
    // MARK: Asking

    private static let measure = FormEntry<MeasureKind>.code("measureKind", "measure-kind")
    private static let phonedAt = FormEntry.moment("phonedAt").optional
    private static let neededBy = FormEntry.moment("neededBy")
    private static let section = FormEntry<LegalSection>.code("section", "legal-section")
    private static let decidedBy = FormEntry<AcuteMaker>.code("decidedBy", "acute-maker")
    private static let decidedAt = FormEntry.moment("decidedAt")
    private static let writtenBy = FormEntry.moment("writtenBy").optional
    private static let whereabouts = FormEntry.municipality("whereabouts")
    /// Brothers and sisters who need a place too; each of them stands in the message by number.
    static let siblings = FormEntry<[RecordID]>.references("siblings", .person).optional
    static let isTogether = FormEntry.flag("isTogether").allowed(siblings)
    private static let events = FormEntry.paragraphs("events", longest: 5_000)
    private static let considerations = FormEntry.paragraphs("considerations", longest: 5_000).optional

    /// Asks for a place; who the child is comes from the case.
    static let ask = CommandForm.telling(
        "ask-acutely",
        "barnevernsloven § 16-3",
        about: nil,
        [
            measure, phonedAt, neededBy, section, decidedBy, decidedAt, writtenBy, whereabouts, siblings, isTogether,
            events, considerations,
        ],
        texts: [.events: events, .considerations: considerations]
    ) { input throws(FieldFault) in
        guard let place = try? MunicipalityNumber(parsing: try input[whereabouts]) else {
            throw FieldFault(whereabouts.field.name, .municipality)
        }
        return .acuteAsked(
            AcuteRequest(
                kind: try input[measure],
                askedAt: input.context.now,
                phonedAt: input.given(phonedAt),
                neededBy: try input[neededBy],
                section: try input[section],
                decidedBy: try input[decidedBy],
                decidedAt: try input[decidedAt],
                writtenBy: input.given(writtenBy),
                municipality: place,
                children: 1 + (input.given(siblings)?.count ?? 0),
                orderedAt: input.context.now
            )
        )
    }

    // MARK: Answering

    private static let message = FormEntry.reference("message", .toldByOther)
    private static let status = FormEntry<AcuteAnswer.Status>.code("status", "acute-status")
    private static let at = FormEntry.moment("at")
    private static let expectedAt = FormEntry.moment("expectedAt").needed(status, "noneYet")
    private static let reasons = FormEntry.paragraphs("reasons", longest: 5_000).needed(status, "noneYet")
    private static let placeID = FormEntry.place("placeID").needed(status, "found", "ready")
    private static let placeName = FormEntry.line("placeName").needed(status, "found", "ready")
    private static let ownership = FormEntry<OfferedPlace.Ownership>.code("ownership", "place-ownership")
        .needed(status, "found", "ready")
    private static let municipality = FormEntry.municipality("placeMunicipality").needed(status, "found", "ready")
    private static let isFarOff = FormEntry.flag("isInOtherRegion").allowed(status, "found", "ready")
    private static let otherRegion = FormEntry.paragraphs("otherRegion", longest: 5_000).needed(isFarOff, "yes")
    private static let plannedEnd = FormEntry.day("plannedEnd").allowed(status, "found", "ready")
    private static let accord = FormEntry<Accord>.code("accord", "accord").needed(status, "found", "ready")
    private static let departure = FormEntry.paragraphs("departure", longest: 5_000)
        .needed(accord, "departs", "departsFromTribunal")
    private static let assessment = FormEntry.paragraphs("assessment", longest: 5_000).needed(status, "found", "ready")
    private static let heard = FormEntry<ChildHeard>.code("heard", "child-heard").needed(status, "found", "ready")
    private static let childsView = FormEntry.paragraphs("childsView", longest: 5_000).needed(heard, "heard")
    private static let notHeard = FormEntry.paragraphs("notHeard", longest: 5_000).needed(heard, "notHeard")

    private static let time: [any AnyFormEntry] = [status, at, expectedAt, reasons]
    private static let place: [any AnyFormEntry] = [
        placeID, placeName, ownership, municipality, isFarOff, otherRegion, plannedEnd,
    ]
    private static let judgement: [any AnyFormEntry] = [accord, departure, assessment, heard, childsView, notHeard]

    /// What becomes of the request; never a "no".
    static let answer = CommandForm.telling(
        "answer-acute",
        "barnevernsloven § 16-3",
        about: message,
        time + place + judgement,
        texts: [
            .reasons: reasons, .placeName: placeName, .otherRegion: otherRegion, .departure: departure,
            .assessment: assessment, .childsView: childsView, .notHeard: notHeard,
        ]
    ) { input throws(FieldFault) in
        let isPlace = input.given(placeID) != nil
        return .acuteAnswered(
            AcuteAnswer(
                status: try input[status],
                at: try input[at],
                expectedAt: input.given(expectedAt),
                place: try offered(input),
                plannedEnd: input.given(plannedEnd),
                accord: input.given(accord),
                assessment: isPlace ? Assessment(childHeard: input.given(heard) == .heard) : nil
            )
        )
    }

    private static func offered(_ input: FormReader) throws(FieldFault) -> OfferedPlace? {
        guard let id = input.given(placeID) else { return nil }
        return try input.place(id, ownership, municipality, isFarOff)
    }
}
