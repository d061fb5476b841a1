import Assistance
import Exchange
import Law
import TestSupport

/// What both levels may tell each other, drawn at random with the texts that the message must have.
struct SharedMessageDrawing {
    private var generator: SeededGenerator
    /// Everything is sent in the morning of 22 November 2026.
    let sentAt = ExampleArguments.sentAt
    let today = OsloTime.day(at: ExampleArguments.sentAt)

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// One content of each sort that a fact alone can be written from.
    mutating func contents() -> [SharedFact.Content] {
        [
            .withdrawn, .deleted, .seen, .serviceDeclined, .offered(offer()),
            .offerAnswered(answer(.taken(from: day(in: -5...90)))), .offerAnswered(answer(.declined(any()))),
            .acuteAsked(acuteRequest()), .fosterHome(step(any())),
            .stay(StayStep(change: .started(plannedUntil: flag ? day(in: 20...90) : nil), on: day(in: -9...9))),
            .stay(StayStep(change: .extended(until: day(in: 20...90)), on: day(in: -9...9))),
            .stay(StayStep(change: .moved(to: place(), isPlanned: flag), on: day(in: -9...9))),
            .stay(StayStep(change: .ended(any(), isPlanned: flag), on: day(in: -9...9))),
            .delayed(DelayStatement(span: span(), side: any())),
            .breachJudged(BreachStatement(verdict: any(), span: span(), kind: any(), cause: any())),
            .privateSolution(span()), .taskDone(any()),
            .adviceAsked(AdviceRequest(replyBy: day(in: 1...30))), .adviceGiven,
            .friction(
                Friction(
                    category: any(),
                    minutesLost: .random(in: 0...5_000, using: &generator),
                    replyBy: day(in: 1...30)
                )
            ),
            .frictionAnswered,
        ] + AcuteAnswer.Status.allCases.map { .acuteAnswered(acuteAnswer($0)) }
    }

    mutating func referral(_ kind: MeasureKind, sections: [LegalSection]) -> Referral {
        let status: DecisionBehind.Status = any()
        let isMade = status == .made
        let decision = sections.randomElement(using: &generator).map { section in
            DecisionBehind(
                section: section,
                status: status,
                maker: isMade ? .municipality : nil,
                day: isMade ? today.adding(days: -.random(in: 0...30, using: &generator)) : nil
            )
        }
        return Referral(
            kind: kind,
            decision: decision,
            wantedFrom: kind == .healthAssessment ? nil : day(in: 1...90)
        )
    }

    /// The texts that the message must have, and some that it may.
    mutating func prose(for content: SharedFact.Content) -> Prose {
        var parts: [Prose.Part] = [.name, .role]
        switch content {
        case .asked, .replaced, .supplemented: parts = []
        case .withdrawn, .deleted: parts = flag ? [.reasons] : []
        case .seen: parts = [.information]
        case .serviceDeclined, .delayed: parts.append(.reasons)
        case .offered(let offer):
            parts += texts(offer.place, offer.accord, offer.assessment) + (flag ? [.conditions] : [])
            if let advice = offer.advice { parts += advice.isFollowed ? [.advice] : [.advice, .overruling] }
        case .offerAnswered(let answer):
            parts += [answer.childHeard ? .childsView : .notHeard] + (flag ? [.reasons] : [])
            if answer.outcome == .declined(.other) { parts.append(.otherReason) }
        case .acuteAsked: parts += [.events] + (flag ? [.considerations] : [])
        case .acuteAnswered(let answer):
            parts += texts(answer.place, answer.accord, answer.assessment) + (flag ? [.interimMeasures] : [])
            if answer.status == .noneYet { parts.append(.reasons) }
        case .fosterHome(let step):
            if step.stage == .childHeard { parts.append(step.childHeard ? .childsView : .notHeard) }
            if flag { parts.append(.reasons) }
        case .stay(let step):
            switch step.change {
            case .started: break
            case .moved(let place, _): parts += [.reasons] + texts(place, nil, nil)
            case .extended, .ended: parts.append(.reasons)
            }
        case .breachJudged(let statement):
            parts.append(.reasons)
            if statement.verdict == .confirmed { parts += [.interimMeasures, .childsSituation] }
        case .privateSolution: parts.append(.interimMeasures)
        case .taskDone: break
        case .adviceAsked: parts.append(.question)
        case .adviceGiven, .frictionAnswered: parts.append(.answer)
        case .friction: parts += [.events] + (flag ? [.place] : [])
        }
        var prose = Prose()
        for part in parts {
            prose[part] = "Tekst \(part.rawValue) <med> & tegn, æøå \(UInt8.random(in: 0...99, using: &generator))"
        }
        return prose
    }

    private func texts(_ place: OfferedPlace?, _ accord: Accord?, _ assessment: Assessment?) -> [Prose.Part] {
        var parts: [Prose.Part] = []
        if let place { parts += place.isInOwnRegion ? [.placeName] : [.placeName, .otherRegion] }
        if let accord, accord != .inLine { parts.append(.departure) }
        if let assessment { parts += [.assessment, assessment.childHeard ? .childsView : .notHeard] }
        return parts
    }

    private var flag: Bool { mutating get { .random(using: &generator) } }

    private mutating func any<Value: CaseIterable>() -> Value {
        let all = Array(Value.allCases)
        return all[.random(in: 0..<all.count, using: &generator)]
    }

    private mutating func day(in days: ClosedRange<Int>) -> CalendarDay {
        today.adding(days: .random(in: days, using: &generator))
    }

    /// A time before sending, or after it; to the microsecond, as a clock has it.
    private mutating func time(in hours: ClosedRange<Int>) -> Instant {
        sentAt.adding(seconds: .random(in: hours, using: &generator) * 3_600)
            .adding(microseconds: -.random(in: 0...999_999, using: &generator))
    }

    private mutating func span() -> DaySpan {
        let from = day(in: -60...(-1))
        return DaySpan(from: from, until: flag ? from.adding(days: .random(in: 1...30, using: &generator)) : nil)
    }

    private mutating func place() -> OfferedPlace {
        guard let id = PlaceID("FH-\(UInt16.random(in: 0...9_999, using: &generator))"),
            let municipality = try? MunicipalityNumber(parsing: "4601")
        else { preconditionFailure("Both are in their form.") }
        return OfferedPlace(id: id, ownership: any(), municipality: municipality, isInOwnRegion: flag)
    }

    private mutating func offer() -> Offer {
        let kind: MeasureKind = any()
        return Offer(
            kind: kind,
            isDuty: flag,
            place: kind.rawValue <= MeasureKind.centreMeasure.rawValue ? place() : nil,
            usable: span(),
            isInterim: flag,
            accord: any(),
            assessment: Assessment(childHeard: flag),
            answerBy: time(in: 1...200),
            decidedAt: time(in: -48...0),
            level: flag ? any() : nil,
            advice: flag ? TeamAdvice(isFollowed: flag) : nil
        )
    }

    private mutating func answer(_ outcome: OfferAnswer.Outcome) -> OfferAnswer {
        OfferAnswer(outcome: outcome, childHeard: flag, answeredAt: time(in: -48...0))
    }

    private mutating func acuteRequest() -> AcuteRequest {
        let kinds: [MeasureKind] = [.fosterHome, .treatmentInstitution, .careInstitution, .careOrSpecialisedHome]
        let sections: [LegalSection] = [.acuteHelp, .acuteCare, .acuteInstitution, .acuteTrafficking]
        let asked = time(in: -4...(-1))
        guard let municipality = try? MunicipalityNumber(parsing: "4601") else {
            preconditionFailure("It has four digits.")
        }
        return AcuteRequest(
            kind: kinds.randomElement(using: &generator) ?? .fosterHome,
            askedAt: asked,
            phonedAt: flag ? asked.adding(seconds: -900) : nil,
            neededBy: time(in: 1...9),
            section: sections.randomElement(using: &generator) ?? .acuteCare,
            decidedBy: any(),
            decidedAt: time(in: -9...(-1)),
            writtenBy: flag ? time(in: 1...9) : nil,
            municipality: municipality,
            children: 3,
            orderedAt: time(in: -1...0)
        )
    }

    private mutating func acuteAnswer(_ status: AcuteAnswer.Status) -> AcuteAnswer {
        let hasPlace = [.found, .ready, .arrived].contains(status)
        let isOffered = [.found, .ready].contains(status)
        return AcuteAnswer(
            status: status,
            at: time(in: -3...0),
            expectedAt: [.seen, .found, .noneYet].contains(status) ? time(in: 1...9) : nil,
            place: hasPlace ? place() : nil,
            plannedEnd: isOffered ? day(in: 10...42) : nil,
            accord: isOffered ? any() : nil,
            assessment: isOffered ? Assessment(childHeard: flag) : nil
        )
    }

    private mutating func step(_ stage: FosterHomeStep.Stage) -> FosterHomeStep {
        FosterHomeStep(
            stage: stage,
            on: day(in: -9...0),
            isInNetwork: stage <= .proposed && flag,
            childHeard: stage == .childHeard && flag
        )
    }
}
