import Assistance
import Exchange
import Law
import Office

/// The words for what both levels know of a referral.
struct RoomWords: Sendable {
    let phrases: PagePhrases
    var catalog: Catalog { phrases.catalog }

    /// What a code of the forms means.
    func code(_ list: String, _ code: some Any) -> String { catalog.text("code.\(list).\(code)") }

    /// What a text of a message is called; `nil` for who wrote it and as what, which the timeline tells.
    func label(_ part: Prose.Part) -> String? {
        switch part {
        case .name, .role: nil
        case .place: catalog.text("input.where")
        case .duration: catalog.text("room.duration")
        case .reasons, .assessment, .childsView, .notHeard, .departure, .conditions, .overruling, .advice, .placeName,
            .otherRegion, .interimMeasures, .childsSituation, .events, .question, .answer, .considerations,
            .otherReason,
            .information:
            catalog.text("input.\(part)")
        }
    }

    func measure(_ kind: MeasureKind?) -> String {
        kind.map { code("measure-kind", $0) } ?? catalog.text("room.noKind")
    }

    func side(_ side: Side) -> String {
        switch side {
        case .municipality: catalog.text("room.side.municipality")
        case .state: catalog.text("room.side.state")
        }
    }

    func phase(_ phase: SharedReferral.Phase) -> String {
        switch phase {
        case .unknown: catalog.text("room.phase.unknown")
        case .open: catalog.text("room.phase.open")
        case .placed: catalog.text("room.phase.placed")
        case .stayEnded: catalog.text("room.phase.stayEnded")
        case .withdrawn: catalog.text("room.phase.withdrawn")
        case .deleted: catalog.text("room.phase.deleted")
        case .declined: catalog.text("room.phase.declined")
        }
    }

    func receipt(_ state: ReferralRow.ReceiptState) -> String {
        switch state {
        case .underWay: catalog.text("room.receipt.underWay")
        case .received: catalog.text("room.receipt.received")
        case .seen: catalog.text("room.receipt.seen")
        case .failed: catalog.text("room.receipt.failed")
        }
    }

    func basis(_ basis: AssistanceBasis) -> String {
        switch basis {
        case .acuteStay: catalog.text("room.basis.acuteStay")
        case .fosterHome: catalog.text("room.basis.fosterHome")
        case .institution: catalog.text("room.basis.institution")
        case .mayOffer: catalog.text("room.basis.mayOffer")
        }
    }

    func decision(_ decision: DecisionBehind) -> String {
        let status =
            switch decision.status {
            case .made: catalog.text("room.decision.made")
            case .waitsForMeasure: catalog.text("room.decision.waitsForMeasure")
            case .awaitsTribunal: catalog.text("room.decision.awaitsTribunal")
            }
        return [code("legal-section", decision.section), status, decision.day.map(phrases.day)]
            .compactMap(\.self).joined(separator: ", ")
    }

    func offerState(_ state: OfferFacts.State) -> String {
        switch state {
        case .open: catalog.text("room.offer.open")
        case .taken: catalog.text("room.offer.taken")
        case .declined: catalog.text("room.offer.declined")
        case .expired: catalog.text("room.offer.expired")
        case .withdrawn: catalog.text("room.offer.withdrawn")
        }
    }

    func standing(_ standing: Breach.Standing) -> String {
        switch standing {
        case .proposed: catalog.text("room.breach.proposed")
        case .confirmed: catalog.text("room.breach.confirmed")
        case .contested: catalog.text("room.breach.contested")
        }
    }

    func owed(_ owed: UnansweredStep.Owed) -> String {
        switch owed {
        case .applicationReceipt: catalog.text("room.owed.applicationReceipt")
        case .caseworkerReceipt: catalog.text("room.owed.caseworkerReceipt")
        case .holdAnswer: catalog.text("room.owed.holdAnswer")
        }
    }

    func hold(_ state: HoldFacts.State) -> String {
        switch state {
        case .asked: catalog.text("room.hold.asked")
        case .granted(let until): catalog.text("room.hold.granted", ["until": phrases.stamp(until).text])
        case .refused(let reason):
            catalog.text("room.hold.refused", ["reason": code("hold-refusal", reason).lowercased()])
        case .expired: catalog.text("room.hold.expired")
        case .givenUp: catalog.text("room.hold.givenUp")
        case .booked(let span): catalog.text("room.hold.booked", ["days": days(span)])
        case .lost(let span, let reason):
            catalog.text(
                "room.hold.lost",
                ["days": days(span), "reason": code("hold-refusal", reason).lowercased()]
            )
        }
    }

    /// What does not fit of a unit, as a sentence.
    func misfit(_ misfit: PlaceMisfit, of unit: String) -> String {
        switch misfit {
        case .kind(let kind): catalog.text("room.misfit.kind", ["unit": unit, "kind": measure(kind).lowercased()])
        case .section(let section):
            catalog.text("room.misfit.section", ["unit": unit, "section": code("legal-section", section)])
        case .age(let age, let ages):
            catalog.text(
                "room.misfit.age",
                [
                    "unit": unit, "age": "\(age)", "youngest": "\(ages.lowerBound)",
                    "oldest": "\(ages.upperBound)",
                ]
            )
        }
    }

    /// A unit to choose, with what does not fit of it.
    func owner(_ name: String, _ misfits: [PlaceMisfit]) -> String {
        guard !misfits.isEmpty else { return name }
        let short = misfits.map { misfit in
            switch misfit {
            case .kind: catalog.text("room.misfit.short.kind")
            case .section: catalog.text("room.misfit.short.section")
            case .age: catalog.text("room.misfit.short.age")
            }
        }
        return catalog.text("room.misfit.owner", ["unit": name, "what": short.joined(separator: ", ")])
    }

    /// The days from a first to a last one.
    func days(_ span: DaySpan) -> String {
        guard let last = span.last else {
            return catalog.text("room.span.open", ["from": phrases.day(span.from)])
        }
        if last <= span.from { return phrases.day(span.from) }
        return catalog.text("room.span", ["from": phrases.day(span.from), "last": phrases.day(last)])
    }

    func count(_ days: Int) -> String { catalog.plural("duration.days", days) }

    // MARK: Steps

    func step(_ kind: OpenStep.Kind) -> String {
        switch kind {
        case .see: catalog.text("room.step.see")
        case .offer: catalog.text("room.step.offer")
        case .replacePlace: catalog.text("room.step.replacePlace")
        case .securePlace: catalog.text("room.step.securePlace")
        case .offerOrDecline: catalog.text("room.step.offerOrDecline")
        case .tellArrival: catalog.text("room.step.tellArrival")
        case .answerOffer: catalog.text("room.step.answerOffer")
        case .startStay: catalog.text("room.step.startStay")
        case .backToTribunal: catalog.text("room.step.backToTribunal")
        case .fosterHome(let stage):
            catalog.text("room.step.fosterHome", ["stage": code("foster-home-stage", stage)])
        case .judgeBreach: catalog.text("room.step.judgeBreach")
        case .jointTask(let task): catalog.text("room.step.jointTask", ["task": code("joint-task", task)])
        case .giveAdvice: catalog.text("room.step.giveAdvice")
        case .answerFriction: catalog.text("room.step.answerFriction")
        case .answerDeletion: catalog.text("room.step.answerDeletion")
        }
    }

    // MARK: Timeline

    /// A line of the timeline, as both levels read it.
    func line(_ what: TimelineLine.What) -> String {
        switch what {
        case .told(let fact, _): told(fact)
        case .wantedDayPassed: catalog.text("room.line.wantedDayPassed")
        case .offerExpired: catalog.text("room.line.offerExpired")
        case .usable: catalog.text("room.line.usable")
        case .decisionLapsed: catalog.text("room.line.decisionLapsed")
        }
    }

    private func told(_ fact: SharedFact) -> String {
        switch fact.content {
        case .asked(let referral): catalog.text("room.line.asked", ["kind": measure(referral.kind)])
        case .replaced(let referral):
            catalog.text(
                "room.line.replaced",
                ["day": referral.wantedFrom.map(phrases.day) ?? catalog.text("room.noDay")]
            )
        case .supplemented: catalog.text("room.line.supplemented")
        case .withdrawn: catalog.text("room.line.withdrawn")
        case .deleted: catalog.text("room.line.deleted")
        case .seen: catalog.text("room.line.seen")
        case .serviceDeclined: catalog.text("room.line.serviceDeclined")
        case .offered(let offer):
            catalog.text(
                "room.line.offered",
                ["kind": measure(offer.kind), "day": phrases.day(offer.usable.from)]
            )
        case .offerAnswered(let answer): self.answer(answer)
        case .acuteAsked(let request): catalog.text("room.line.acuteAsked", ["kind": measure(request.kind)])
        case .acuteAnswered(let answer):
            catalog.text("room.line.acuteAnswered", ["status": code("acute-status", answer.status)])
        case .fosterHome(let step): code("foster-home-stage", step.stage)
        case .stay(let step): stay(step)
        case .delayed(let delay):
            catalog.text(
                "room.line.delayed",
                ["side": code("delay-side", delay.side), "days": days(delay.span)]
            )
        case .breachJudged(let statement):
            catalog.text(
                "room.line.breachJudged",
                ["verdict": code("breach-verdict", statement.verdict), "days": days(statement.span)]
            )
        case .privateSolution(let span): catalog.text("room.line.privateSolution", ["days": days(span)])
        case .taskDone(let task): catalog.text("room.line.taskDone", ["task": code("joint-task", task)])
        case .adviceAsked(let request):
            catalog.text("room.line.adviceAsked", ["day": phrases.day(request.replyBy)])
        case .adviceGiven: catalog.text("room.line.adviceGiven")
        case .friction(let item):
            catalog.text("room.line.friction", ["category": code("friction-category", item.category)])
        case .frictionAnswered: catalog.text("room.line.frictionAnswered")
        }
    }

    private func answer(_ answer: OfferAnswer) -> String {
        switch answer.outcome {
        case .taken(let from): catalog.text("room.line.offerTaken", ["day": phrases.day(from)])
        case .declined(let reason):
            catalog.text("room.line.offerDeclined", ["reason": code("decline-reason", reason)])
        }
    }

    private func stay(_ step: StayStep) -> String {
        let day = phrases.day(step.on)
        return switch step.change {
        case .started: catalog.text("room.line.stayStarted", ["day": day])
        case .extended: catalog.text("room.line.stayExtended", ["day": day])
        case .moved: catalog.text("room.line.stayMoved", ["day": day])
        case .ended(let reason, _):
            catalog.text("room.line.stayEnded", ["day": day, "reason": code("stay-end-reason", reason)])
        }
    }
}
