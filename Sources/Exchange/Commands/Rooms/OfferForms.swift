import Assistance
import Law

/// Seeing a request, offering something, answering an offer.
enum OfferForms {
    // MARK: Receipt

    private static let message = FormEntry.reference("message", .toldByOther)
    private static let information = FormEntry.paragraphs("information", longest: 5_000).optional

    static let acknowledge = CommandForm.telling(
        "acknowledge",
        "barnevernsloven § 16-3",
        about: message,
        [information],
        texts: [.information: information]
    ) { _ in .seen }

    static let declineService = CommandForm.telling(
        "decline-service",
        "barnevernsloven § 16-3",
        about: message,
        [RoomEntries.reasons],
        texts: [.reasons: RoomEntries.reasons]
    ) { _ in .serviceDeclined }

    // MARK: Offer

    /// What became of the professional team's advice.
    enum Advice: CaseIterable, Hashable, Sendable {
        case notAsked, followed, overruled
    }

    private static let usableFrom = FormEntry.day("usableFrom")
    private static let isInterim = FormEntry.flag("isInterim")
    static let accord = FormEntry<Accord>.code("accord", "accord")
    static let departure = FormEntry.paragraphs("departure", longest: 5_000)
        .needed(accord, "departs", "departsFromTribunal")
    static let assessment = FormEntry.paragraphs("assessment", longest: 5_000)
    private static let conditions = FormEntry.paragraphs("conditions", longest: 5_000).optional
    private static let answerBy = FormEntry.moment("answerBy")
    private static let level = FormEntry<AgencyLevel>.code("level", "agency-level")
    private static let outcomeOfAdvice = FormEntry<Advice>.code("teamAdvice", "team-advice")
    private static let advice = FormEntry.paragraphs("advice", longest: 5_000)
        .needed(outcomeOfAdvice, "followed", "overruled")
    private static let overruling = FormEntry.paragraphs("overruling", longest: 5_000)
        .needed(outcomeOfAdvice, "overruled")

    private static let start: [any AnyFormEntry] = [RoomEntries.measure]
    private static let days: [any AnyFormEntry] = [usableFrom, RoomEntries.through, isInterim, accord, departure]
    private static let reasons: [any AnyFormEntry] = [assessment]
    private static let end: [any AnyFormEntry] = [conditions, answerBy, level, outcomeOfAdvice, advice, overruling]

    static let offer = CommandForm.telling(
        "offer",
        "barnevernsloven § 16-3",
        about: message,
        start + PlaceEntries.all + days + reasons + RoomEntries.hearing + end,
        texts: PlaceEntries.texts.merging(RoomEntries.hearingTexts) { $1 }.merging([
            .departure: departure, .assessment: assessment, .conditions: conditions, .advice: advice,
            .overruling: overruling,
        ]) { $1 }
    ) { input throws(FieldFault) in
        .offered(
            Offer(
                kind: try input[RoomEntries.measure],
                isDuty: input.context.isDuty,
                place: try PlaceEntries.place(input),
                usable: DaySpan(from: try input[usableFrom], through: input.given(RoomEntries.through)),
                isInterim: try input[isInterim],
                accord: try input[accord],
                assessment: Assessment(childHeard: input.isHeard),
                answerBy: try input[answerBy],
                decidedAt: input.context.now,
                level: try input[level],
                advice: try teamAdvice(input)
            )
        )
    }

    private static func teamAdvice(_ input: FormReader) throws(FieldFault) -> TeamAdvice? {
        switch try input[outcomeOfAdvice] {
        case .notAsked: nil
        case .followed: TeamAdvice(isFollowed: true)
        case .overruled: TeamAdvice(isFollowed: false)
        }
    }

    // MARK: Answer

    enum Outcome: CaseIterable, Hashable, Sendable {
        case taken, declined
    }

    private static let offered = FormEntry.reference("offer", .offer)
    private static let outcome = FormEntry<Outcome>.code("outcome", "offer-outcome")
    private static let startsOn = FormEntry.day("startsOn").needed(outcome, "taken")
    private static let reason = FormEntry<DeclineReason>.code("declineReason", "decline-reason")
        .needed(outcome, "declined")
    private static let otherReason = FormEntry.line("otherReason").needed(reason, "other")
    private static let more = FormEntry.paragraphs("reasons", longest: 5_000).optional
    private static let answer: [any AnyFormEntry] = [outcome, startsOn, reason, otherReason, more]

    static let answerOffer = CommandForm.telling(
        "answer-offer",
        "barnevernsloven § 16-3",
        about: offered,
        answer + RoomEntries.hearing,
        texts: RoomEntries.hearingTexts.merging([.reasons: more, .otherReason: otherReason]) { $1 }
    ) { input throws(FieldFault) in
        let outcome: OfferAnswer.Outcome =
            switch try input[Self.outcome] {
            case .taken: .taken(from: try input[startsOn])
            case .declined: .declined(try input[reason])
            }
        return .offerAnswered(
            OfferAnswer(outcome: outcome, childHeard: input.isHeard, answeredAt: input.context.now)
        )
    }

    // MARK: Taking back

    private static let own = FormEntry.reference("message", .ownMessage)

    static let takeBack = CommandForm.telling(
        "take-back",
        "barnevernsloven § 16-3",
        about: own,
        [RoomEntries.reasons],
        texts: [.reasons: RoomEntries.reasons]
    ) { _ in .withdrawn }

    // MARK: Holds

    private static let owner = FormEntry.organisation("owner")
    private static let place = FormEntry.place("placeID")
    private static let children = FormEntry.number("children", 1...9)
    private static let isAcute = FormEntry.flag("isAcute")
    private static let heldUntil = FormEntry.moment("heldUntil")

    static let askHold = CommandForm(
        "ask-hold",
        .referrals,
        "barnevernsloven § 16-3",
        [
            owner, place, RoomEntries.measure, children, RoomEntries.from, RoomEntries.through, isAcute, heldUntil,
        ],
        isDated: false,
        make: { input throws(FieldFault) in
            .holdAsked(
                of: try input[owner],
                HoldRequest(
                    id: input.context.id,
                    place: try input[place],
                    kind: try input[RoomEntries.measure],
                    children: try input[children],
                    span: DaySpan(from: try input[RoomEntries.from], through: input.given(RoomEntries.through)),
                    isAcute: try input[isAcute],
                    wantedUntil: try input[heldUntil],
                    orderedAt: input.context.now
                )
            )
        },
        fill: { _ in nil }
    )
}
