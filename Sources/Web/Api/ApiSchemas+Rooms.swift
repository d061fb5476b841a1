import Assistance
import Exchange
import Law

/// The schemas of referrals and places.
extension ApiSchemas {
    static let referralLine = object([
        "id": id, "kind?": code(MeasureKind.self), "phase": code(SharedReferral.Phase.self), "isAcute": truth,
        "basis?": code(AssistanceBasis.self), "counterpart": text, "case?": id, "wantedFrom?": day, "daysLeft?": whole,
        "daysPastWanted": whole, "askedAt": moment, "age": whole, "receipt": text, "handler?": text, "hasNews": truth,
    ])

    private static let span = object(["from": day, "through?": day])

    private static let breach = object([
        "span": span, "kind": code(BreachKind.self), "standing": code(Breach.Standing.self),
        "cause?": code(BreachCause.self),
    ])

    static let breachLine = object(["referral": id, "counterpart": text, "days": whole, "breach": breach])

    /// The two figures stand apart: days are counted, breaches are judged.
    static let referral = object([
        "id": id, "side": code(Side.self), "counterpart": text, "phase": code(SharedReferral.Phase.self),
        "isErased": truth,
        "kind?": code(MeasureKind.self), "wantedFrom?": day, "basis?": code(AssistanceBasis.self), "handler?": text,
        "daysPastWanted": whole, "isRunning": truth, "stopsOn?": day,
        "apart": list(object(["side": code(DelaySide.self), "days": whole])),
        "breaches": list(breach), "decisionLapses?": day, "isBackToTribunal": truth,
        "steps": list(object(["step": text, "owner": code(Side.self), "since": moment, "due?": moment, "about?": id])),
        "offers": list(object(["id": id, "kind": code(MeasureKind.self), "usable": span, "state": text])),
        "stays": list(object(["id": id, "span": span, "fulfils": truth, "isInterim": truth])),
        "messages": list(object(["id": id, "at": moment, "isOwn": truth, "acknowledgedAt?": moment])),
    ])

    static let placeBoard = object([
        "unit": text, "name": text, "days": list(day),
        "places": list(object(["place": text, "days": list(code(PlaceLedger.DayState.self))])),
    ])
}
