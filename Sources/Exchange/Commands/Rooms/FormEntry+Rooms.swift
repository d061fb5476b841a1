import Assistance
import Law

extension FormEntry<Instant> {
    /// A day and a clock time in Norway, to the minute, as a browser writes them.
    static func moment(_ name: String) -> Self {
        FormEntry(name, .moment, text: text) { $0.utf8.count == 16 ? OsloTime.instant(parsingLocal: $0) : nil }
    }

    /// A point in time as the field writes it.
    private static func text(_ instant: Instant) -> String {
        let clock = OsloTime.clock(at: instant)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(OsloTime.day(at: instant))T\(two(clock.hour)):\(two(clock.minute))"
    }
}

extension Instant {
    /// The point in time as a field of a form holds it, to the minute.
    package var formText: String { FormEntry.moment("").write(self)[0] }
}

extension FormEntry<PlaceID> {
    static func place(_ name: String) -> Self {
        FormEntry(name, .place, text: \.text) { PlaceID($0) }
    }
}

extension FormEntry<OrganisationNumber> {
    static func organisation(_ name: String) -> Self {
        FormEntry(name, .organisation) { OrganisationNumber($0) }
    }
}

/// Whether the child was heard about something.
enum ChildHeard: CaseIterable, Hashable, Sendable {
    case heard, notHeard
}

/// Fields that several forms of a referral have.
enum RoomEntries {
    static let reasons = FormEntry.paragraphs("reasons", longest: 5_000)
    static let heard = FormEntry<ChildHeard>.code("heard", "child-heard")
    static let childsView = FormEntry.paragraphs("childsView", longest: 5_000).needed(heard, "heard")
    static let notHeard = FormEntry.paragraphs("notHeard", longest: 5_000).needed(heard, "notHeard")
    /// What the child says about it, or why nobody asked.
    static let hearing: [any AnyFormEntry] = [heard, childsView, notHeard]
    static let hearingTexts: [Prose.Part: FormEntry<String>] = [.childsView: childsView, .notHeard: notHeard]

    static let from = FormEntry.day("from")
    static let through = FormEntry.day("through").optional
    static let measure = FormEntry<MeasureKind>.code("measureKind", "measure-kind")
    static let replyBy = FormEntry.day("replyBy")
}

/// The fields by which a place is named.
enum PlaceEntries {
    static let id = FormEntry.place("placeID").optional
    static let name = FormEntry.line("placeName").needed(id)
    static let ownership = FormEntry<OfferedPlace.Ownership>.code("ownership", "place-ownership").needed(id)
    static let municipality = FormEntry.municipality("placeMunicipality").needed(id)
    static let isFarOff = FormEntry.flag("isInOtherRegion").allowed(id)
    static let otherRegion = FormEntry.paragraphs("otherRegion", longest: 5_000).needed(isFarOff, "yes")
    static let all: [any AnyFormEntry] = [id, name, ownership, municipality, isFarOff, otherRegion]
    static let texts: [Prose.Part: FormEntry<String>] = [.placeName: name, .otherRegion: otherRegion]

    /// The place, where one is named.
    static func place(_ input: FormReader) throws(FieldFault) -> OfferedPlace? {
        guard let id = input.given(id) else { return nil }
        return try input.place(id, ownership, municipality, isFarOff)
    }
}

extension FormReader {
    /// The texts that are filled in.
    func prose(_ entries: [Prose.Part: FormEntry<String>]) -> Prose { Prose(entries.compactMapValues { given($0) }) }

    /// A place by the fields that name it.
    func place(
        _ id: PlaceID,
        _ ownership: FormEntry<OfferedPlace.Ownership>,
        _ municipality: FormEntry<String>,
        _ isFarOff: FormEntry<Bool>
    ) throws(FieldFault) -> OfferedPlace {
        guard let number = try? MunicipalityNumber(parsing: try self[municipality]) else {
            throw FieldFault(municipality.field.name, .municipality)
        }
        return OfferedPlace(
            id: id,
            ownership: try self[ownership],
            municipality: number,
            isInOwnRegion: try !self[isFarOff]
        )
    }

    var isHeard: Bool { given(RoomEntries.heard) == .heard }
}

extension CommandForm {
    /// A form that tells the other level something; nothing is filled in from what was told, since nothing told is
    /// changed.
    static func telling(
        _ id: String,
        _ citation: String,
        about: FormEntry<RecordID>?,
        _ entries: [any AnyFormEntry],
        isDated: Bool = false,
        texts: [Prose.Part: FormEntry<String>] = [:],
        _ content: @escaping @Sendable (FormReader) throws(FieldFault) -> SharedFact.Content
    ) -> CommandForm {
        let first: [any AnyFormEntry] = about.map { [$0] } ?? []
        return CommandForm(
            id,
            .referrals,
            citation,
            first + entries,
            isDated: isDated,
            make: { input throws(FieldFault) in
                let command = ReferralCommand(
                    about: about.flatMap { input.given($0) },
                    content: try content(input),
                    prose: input.prose(texts)
                )
                return .told(command)
            },
            fill: { _ in nil }
        )
    }
}
