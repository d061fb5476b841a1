import Assistance
import Law

/// The binary form of what both levels know of a referral, version 1.
extension ByteWriter {
    mutating func write(_ content: SharedFact.Content) {
        write(byte: content.tag)
        switch content {
        case .asked(let referral), .replaced(let referral): write(referral)
        case .supplemented, .withdrawn, .deleted, .seen, .serviceDeclined, .adviceGiven, .frictionAnswered: break
        case .offered(let offer): write(offer)
        case .offerAnswered(let answer): write(answer)
        case .acuteAsked(let request): write(request)
        case .acuteAnswered(let answer): write(answer)
        case .fosterHome(let step):
            write(code: step.stage)
            write(step.on)
            write(step.isInNetwork)
            write(step.childHeard)
        case .stay(let step): write(step)
        case .delayed(let delay):
            write(delay.span)
            write(code: delay.side)
        case .breachJudged(let statement):
            write(code: statement.verdict)
            write(statement.span)
            write(code: statement.kind)
            write(code: statement.cause)
        case .privateSolution(let span): write(span)
        case .taskDone(let kind): write(code: kind)
        case .adviceAsked(let request): write(request.replyBy)
        case .friction(let item):
            write(code: item.category)
            write(item.minutesLost)
            write(item.replyBy)
        }
    }

    mutating func write(_ span: DaySpan) {
        write(span.from)
        write(optional: span.until) { $0.write($1) }
    }

    private mutating func write(_ referral: Referral) {
        write(code: referral.kind)
        write(optional: referral.decision) { writer, decision in
            writer.write(decision.section.rawValue)
            writer.write(code: decision.status)
            writer.write(optional: decision.maker) { $0.write(code: $1) }
            writer.write(optional: decision.day) { $0.write($1) }
        }
        write(optional: referral.wantedFrom) { $0.write($1) }
    }

    private mutating func write(_ offer: Offer) {
        write(code: offer.kind)
        write(offer.isDuty)
        write(optional: offer.place) { $0.write($1) }
        write(offer.usable)
        write(offer.isInterim)
        write(code: offer.accord)
        write(optional: offer.assessment) { $0.write($1.childHeard) }
        write(offer.answerBy)
        write(offer.decidedAt)
        write(optional: offer.level) { $0.write(code: $1) }
        write(optional: offer.advice) { $0.write($1.isFollowed) }
    }

    private mutating func write(_ answer: OfferAnswer) {
        switch answer.outcome {
        case .taken(let day):
            write(byte: 1)
            write(day)
        case .declined(let reason):
            write(byte: 2)
            write(code: reason)
        }
        write(answer.childHeard)
        write(answer.answeredAt)
    }

    private mutating func write(_ place: OfferedPlace) {
        write(place.id.text)
        write(code: place.ownership)
        write(place.municipality.text)
        write(place.isInOwnRegion)
    }

    private mutating func write(_ request: AcuteRequest) {
        write(code: request.kind)
        write(request.askedAt)
        write(optional: request.phonedAt) { $0.write($1) }
        write(request.neededBy)
        write(request.section.rawValue)
        write(code: request.decidedBy)
        write(request.decidedAt)
        write(optional: request.writtenBy) { $0.write($1) }
        write(request.municipality.text)
        write(request.children)
        write(request.orderedAt)
    }

    private mutating func write(_ answer: AcuteAnswer) {
        write(code: answer.status)
        write(answer.at)
        write(optional: answer.expectedAt) { $0.write($1) }
        write(optional: answer.place) { $0.write($1) }
        write(optional: answer.plannedEnd) { $0.write($1) }
        write(optional: answer.accord) { $0.write(code: $1) }
        write(optional: answer.assessment) { $0.write($1.childHeard) }
    }

    private mutating func write(_ step: StayStep) {
        write(step.on)
        switch step.change {
        case .started(let until):
            write(byte: 1)
            write(optional: until) { $0.write($1) }
        case .extended(let until):
            write(byte: 2)
            write(until)
        case .moved(let place, let isPlanned):
            write(byte: 3)
            write(place)
            write(isPlanned)
        case .ended(let reason, let isPlanned):
            write(byte: 4)
            write(code: reason)
            write(isPlanned)
        }
    }
}

extension SharedFact.Content {
    /// The number by which the journal knows it; never used for anything else.
    fileprivate var tag: UInt8 {
        switch self {
        case .asked: 1
        case .replaced: 2
        case .supplemented: 3
        case .withdrawn: 4
        case .deleted: 5
        case .seen: 6
        case .serviceDeclined: 7
        case .offered: 10
        case .offerAnswered: 11
        case .acuteAsked: 20
        case .acuteAnswered: 21
        case .fosterHome: 30
        case .stay: 31
        case .delayed: 40
        case .breachJudged: 41
        case .privateSolution: 42
        case .taskDone: 43
        case .adviceAsked: 50
        case .adviceGiven: 51
        case .friction: 52
        case .frictionAnswered: 53
        }
    }
}
