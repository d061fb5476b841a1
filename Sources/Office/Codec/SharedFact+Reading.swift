import Assistance
import Law

/// Reading what `SharedFact+Codec.swift` writes.
extension ByteReader {
    mutating func sharedContent() throws(CodecError) -> SharedFact.Content {
        let tag = try byte()
        switch tag {
        case 1: return .asked(try referral())
        case 2: return .replaced(try referral())
        case 3: return .supplemented
        case 4: return .withdrawn
        case 5: return .deleted
        case 6: return .seen
        case 7: return .serviceDeclined
        case 10: return .offered(try offer())
        case 11: return .offerAnswered(try offerAnswer())
        case 20: return .acuteAsked(try acuteRequest())
        case 21: return .acuteAnswered(try acuteAnswer())
        case 30:
            return .fosterHome(
                FosterHomeStep(stage: try code(), on: try day(), isInNetwork: try bool(), childHeard: try bool())
            )
        case 31: return .stay(try stayStep())
        case 40: return .delayed(DelayStatement(span: try daySpan(), side: try code()))
        case 41:
            return .breachJudged(
                BreachStatement(verdict: try code(), span: try daySpan(), kind: try code(), cause: try code())
            )
        case 42: return .privateSolution(try daySpan())
        case 43: return .taskDone(try code())
        case 50: return .adviceAsked(AdviceRequest(replyBy: try day()))
        case 51: return .adviceGiven
        case 52:
            return .friction(Friction(category: try code(), minutesLost: try integer(), replyBy: try day()))
        case 53: return .frictionAnswered
        default: throw .unknownTag(tag)
        }
    }

    mutating func daySpan() throws(CodecError) -> DaySpan { DaySpan(from: try day(), until: try optionalDay()) }

    mutating func placeID() throws(CodecError) -> PlaceID {
        guard let id = PlaceID(try text()) else { throw .noSuchValue }
        return id
    }

    mutating func optionalInstant() throws(CodecError) -> Instant? {
        try optional { reader throws(CodecError) in try reader.instant() }
    }

    private mutating func optionalCode<T: RawRepresentable<UInt8>>(_: T.Type = T.self) throws(CodecError) -> T? {
        try optional { reader throws(CodecError) in try reader.code(T.self) }
    }

    private mutating func section() throws(CodecError) -> LegalSection {
        guard let section = LegalSection(rawValue: try text()) else { throw .noSuchValue }
        return section
    }

    private mutating func municipalityNumber() throws(CodecError) -> MunicipalityNumber {
        guard let number = try? MunicipalityNumber(parsing: try text()) else { throw .noSuchValue }
        return number
    }

    private mutating func referral() throws(CodecError) -> Referral {
        Referral(
            kind: try code(),
            decision: try optional { reader throws(CodecError) in
                DecisionBehind(
                    section: try reader.section(),
                    status: try reader.code(),
                    maker: try reader.optionalCode(),
                    day: try reader.optionalDay()
                )
            },
            wantedFrom: try optionalDay()
        )
    }

    private mutating func offer() throws(CodecError) -> Offer {
        Offer(
            kind: try code(),
            isDuty: try bool(),
            place: try optional { reader throws(CodecError) in try reader.offeredPlace() },
            usable: try daySpan(),
            isInterim: try bool(),
            accord: try code(),
            assessment: try assessment(),
            answerBy: try instant(),
            decidedAt: try instant(),
            level: try optionalCode(),
            advice: try optional { reader throws(CodecError) in TeamAdvice(isFollowed: try reader.bool()) }
        )
    }

    private mutating func assessment() throws(CodecError) -> Assessment? {
        try optional { reader throws(CodecError) in Assessment(childHeard: try reader.bool()) }
    }

    private mutating func offerAnswer() throws(CodecError) -> OfferAnswer {
        let outcome: OfferAnswer.Outcome
        switch try byte() {
        case 1: outcome = .taken(from: try day())
        case 2: outcome = .declined(try code())
        case let tag: throw .unknownTag(tag)
        }
        return OfferAnswer(outcome: outcome, childHeard: try bool(), answeredAt: try instant())
    }

    private mutating func offeredPlace() throws(CodecError) -> OfferedPlace {
        OfferedPlace(
            id: try placeID(),
            ownership: try code(),
            municipality: try municipalityNumber(),
            isInOwnRegion: try bool()
        )
    }

    private mutating func acuteRequest() throws(CodecError) -> AcuteRequest {
        AcuteRequest(
            kind: try code(),
            askedAt: try instant(),
            phonedAt: try optionalInstant(),
            neededBy: try instant(),
            section: try section(),
            decidedBy: try code(),
            decidedAt: try instant(),
            writtenBy: try optionalInstant(),
            municipality: try municipalityNumber(),
            children: try integer(),
            orderedAt: try instant()
        )
    }

    private mutating func acuteAnswer() throws(CodecError) -> AcuteAnswer {
        AcuteAnswer(
            status: try code(),
            at: try instant(),
            expectedAt: try optionalInstant(),
            place: try optional { reader throws(CodecError) in try reader.offeredPlace() },
            plannedEnd: try optionalDay(),
            accord: try optionalCode(),
            assessment: try assessment()
        )
    }

    private mutating func stayStep() throws(CodecError) -> StayStep {
        let on = try day()
        let change: StayStep.Change
        switch try byte() {
        case 1: change = .started(plannedUntil: try optionalDay())
        case 2: change = .extended(until: try day())
        case 3: change = .moved(to: try offeredPlace(), isPlanned: try bool())
        case 4: change = .ended(try code(), isPlanned: try bool())
        case let tag: throw .unknownTag(tag)
        }
        return StayStep(change: change, on: on)
    }
}
