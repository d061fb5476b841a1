import Assistance
import Exchange
import Law
import Office

extension ReferralRow {
    var json: JsonTree {
        .object([
            "id": .id(id), "kind": kind.map { .text("\($0)") }, "phase": .text("\(phase)"),
            "isAcute": .boolean(isAcute), "basis": basis.map { .text("\($0)") }, "counterpart": .text(counterpart),
            "case": caseID.map(JsonTree.id), "wantedFrom": wantedFrom.map(JsonTree.day),
            "daysLeft": daysLeft.map(JsonTree.integer), "daysPastWanted": .integer(daysPast),
            "askedAt": .moment(askedAt), "age": .integer(age), "receipt": .text("\(receipt)"),
            "handler": handler.map { .text("\($0)") }, "hasNews": .boolean(hasNews),
        ])
    }
}

extension DaySpan {
    fileprivate var json: JsonTree { .object(["from": .day(from), "through": last.map(JsonTree.day)]) }
}

extension Breach {
    fileprivate var json: JsonTree {
        .object([
            "span": span.json, "kind": .text("\(kind)"), "standing": .text("\(standing)"),
            "cause": cause.map { .text("\($0)") },
        ])
    }
}

extension BreachRow {
    var json: JsonTree {
        [
            "referral": .id(referral), "counterpart": .text(counterpart), "days": .integer(days), "breach": breach.json,
        ]
    }
}

extension OpenStep.Kind {
    /// The step's name without what it is about.
    fileprivate var name: String { String("\(self)".prefix { $0 != "(" }) }
}

extension OpenedReferral {
    var json: JsonTree {
        let referral = shared.referral
        return .object([
            "id": .id(facts.id), "side": .text("\(side)"), "counterpart": .text(counterpart),
            "phase": .text("\(phase)"), "isErased": .boolean(facts.erased != nil),
            "kind": referral.map { .text("\($0.kind)") },
            "wantedFrom": referral?.wantedFrom.map(JsonTree.day), "basis": referral.map { .text("\($0.basis)") },
            "handler": facts.handler.map { .text("\($0)") },
            "daysPastWanted": .integer(figures.daysPastWanted), "isRunning": .boolean(figures.isRunning),
            "stopsOn": figures.stopsOn.map(JsonTree.day),
            "apart": .list(
                DelaySide.allCases.compactMap { side in
                    figures.apart[side].map { ["side": .text("\(side)"), "days": .integer($0.count)] }
                }
            ),
            "breaches": .list(figures.breaches.map(\.json)),
            "decisionLapses": figures.decisionLapses.map(JsonTree.day),
            "isBackToTribunal": .boolean(figures.backToTribunal != nil),
            "steps": .list(
                steps.map { step in
                    .object([
                        "step": .text(step.kind.name), "owner": .text("\(step.owner)"), "since": .moment(step.since),
                        "due": step.due.map { .moment($0.at) }, "about": step.about.map(JsonTree.id),
                    ])
                }
            ),
            "offers": .list(
                shared.offers.map { offer in
                    [
                        "id": .id(offer.id), "kind": .text("\(offer.offer.kind)"), "usable": offer.offer.usable.json,
                        "state": .text("\(offer.state(now: now))"),
                    ]
                }
            ),
            "stays": .list(
                shared.stays.map { stay in
                    [
                        "id": .id(stay.id), "span": stay.span.json, "fulfils": .boolean(stay.fulfils),
                        "isInterim": .boolean(stay.isInterim),
                    ]
                }
            ),
            "messages": .list(
                messages.map { message in
                    .object([
                        "id": .id(message.head.id), "at": .moment(message.head.sentAt),
                        "isOwn": .boolean(message.isOwn), "acknowledgedAt": message.acknowledgedAt.map(JsonTree.moment),
                    ])
                }
            ),
        ])
    }
}

extension PlaceDesk.Board {
    var json: JsonTree {
        [
            "unit": .text("\(owner.number)"), "name": .text(owner.name), "days": .list(days.map(JsonTree.day)),
            "places": .list(
                rows.map { row in
                    ["place": .text(row.place.text), "days": .list(row.days.map { .text("\($0)") })]
                }
            ),
        ]
    }
}
