import Assistance
import Law

/// The steps to a foster home, and a stay from its start to its end.
enum StayForms {
    // MARK: Foster home

    private static let stage = FormEntry<FosterHomeStep.Stage>.code("stage", "foster-home-stage")
    private static let isInNetwork = FormEntry.flag("isInNetwork").allowed(stage, "networkSearched", "proposed")
    private static let heard = FormEntry<ChildHeard>.code("heard", "child-heard").needed(stage, "childHeard")
    private static let childsView = FormEntry.paragraphs("childsView", longest: 5_000).needed(heard, "heard")
    private static let notHeard = FormEntry.paragraphs("notHeard", longest: 5_000).needed(heard, "notHeard")
    private static let more = FormEntry.paragraphs("reasons", longest: 5_000).optional

    static let fosterStep = CommandForm.telling(
        "foster-step",
        "barnevernsloven §§ 9-4 og 9-5",
        about: nil,
        [stage, isInNetwork, heard, childsView, notHeard, more],
        isDated: true,
        texts: [.childsView: childsView, .notHeard: notHeard, .reasons: more]
    ) { input throws(FieldFault) in
        .fosterHome(
            FosterHomeStep(
                stage: try input[stage],
                on: try input[CommandForm.day],
                isInNetwork: try input[isInNetwork],
                childHeard: input.given(heard) == .heard
            )
        )
    }

    // MARK: Stay

    private static let ground = FormEntry.reference("ground", .ground)
    private static let stay = FormEntry.reference("stay", .stay)
    private static let plannedThrough = FormEntry.day("plannedThrough").optional
    private static let through = FormEntry.day("newThrough")
    private static let isPlanned = FormEntry.flag("isPlannedChange")
    private static let reason = FormEntry<StayEndReason>.code("endReason", "stay-end-reason")
    private static let placeID = FormEntry.place("placeID")
    private static let placeName = FormEntry.line("placeName")
    private static let ownership = FormEntry<OfferedPlace.Ownership>.code("ownership", "place-ownership")
    private static let municipality = FormEntry.municipality("placeMunicipality")
    private static let isFarOff = FormEntry.flag("isInOtherRegion")
    private static let otherRegion = FormEntry.paragraphs("otherRegion", longest: 5_000).needed(isFarOff, "yes")

    static let start = CommandForm.telling(
        "start-stay",
        "barnevernsloven § 16-3",
        about: ground,
        [plannedThrough],
        isDated: true
    ) { input throws(FieldFault) in
        let until = input.given(plannedThrough)?.adding(days: 1)
        return .stay(StayStep(change: .started(plannedUntil: until), on: try input[CommandForm.day]))
    }

    static let extend = CommandForm.telling(
        "extend-stay",
        "barnevernsloven § 16-3",
        about: stay,
        [through, RoomEntries.reasons],
        isDated: true,
        texts: [.reasons: RoomEntries.reasons]
    ) { input throws(FieldFault) in
        let until = try input[through].adding(days: 1)
        return .stay(StayStep(change: .extended(until: until), on: try input[CommandForm.day]))
    }

    static let move = CommandForm.telling(
        "move-stay",
        "barnevernsloven § 16-3",
        about: stay,
        [placeID, placeName, ownership, municipality, isFarOff, otherRegion, isPlanned, RoomEntries.reasons],
        isDated: true,
        texts: [.reasons: RoomEntries.reasons, .placeName: placeName, .otherRegion: otherRegion]
    ) { input throws(FieldFault) in
        let place = try input.place(try input[placeID], ownership, municipality, isFarOff)
        let change = StayStep.Change.moved(to: place, isPlanned: try input[isPlanned])
        return .stay(StayStep(change: change, on: try input[CommandForm.day]))
    }

    static let end = CommandForm.telling(
        "end-stay",
        "barnevernsloven § 16-3",
        about: stay,
        [reason, isPlanned, RoomEntries.reasons],
        isDated: true,
        texts: [.reasons: RoomEntries.reasons]
    ) { input throws(FieldFault) in
        let change = StayStep.Change.ended(try input[reason], isPlanned: try input[isPlanned])
        return .stay(StayStep(change: change, on: try input[CommandForm.day]))
    }
}
