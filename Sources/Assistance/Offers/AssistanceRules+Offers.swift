import Law

extension AssistanceRules {
    /// An offer is assessed for this child, says how it departs, and can still be answered.
    func obstacle(to offer: Offer, for referral: Referral) -> AssistanceRefusal? {
        if let refusal = alreadyFulfilled { return refusal }
        guard command.about.map(isRequest) ?? false else { return .unknown }
        guard let assessment = offer.assessment, command.prose[.assessment] != nil else { return .assessmentMissing }
        if let refusal = lackingHearing(assessment.childHeard) { return refusal }
        guard !offer.usable.isEmpty, offer.answerBy > now, offer.decidedAt <= now else { return .wrongTime }
        if offer.kind.rawValue <= MeasureKind.centreMeasure.rawValue, offer.place == nil { return .placeMissing }
        if let place = offer.place, !place.isInOwnRegion, let refusal = lacking(.otherRegion) { return refusal }
        if let advice = offer.advice, !advice.isFollowed, let refusal = lacking(.overruling) { return refusal }
        switch offer.accord {
        case .inLine: return referral.kind.isMet(by: offer.kind) ? nil : .notInLine
        case .departs: return lacking(.departure)
        case .departsFromTribunal:
            guard let section = referral.decision?.section, section.isTheTribunals else { return .noTribunal }
            return lacking(.departure)
        }
    }

    /// An answer comes in time, once, and says how the child was heard.
    func obstacle(to answer: OfferAnswer) -> AssistanceRefusal? {
        guard let offer = shared.offers.first(where: { $0.id == command.about }) else { return .unknown }
        switch offer.state(now: now) {
        case .open: break
        case .expired: return .offerHasExpired
        case .taken, .declined: return .alreadyAnswered
        case .withdrawn: return .isOver
        }
        guard answer.answeredAt <= now else { return .wrongTime }
        if let refusal = lackingHearing(answer.childHeard) { return refusal }
        switch answer.outcome {
        case .taken(let from): return offer.offer.usable.contains(from) ? alreadyFulfilled : .wrongTime
        case .declined(.other): return lacking(.otherReason)
        case .declined: return nil
        }
    }

    /// Whether it is the id of the request, as it was first or any time anew.
    func isRequest(_ id: RecordID) -> Bool { shared.versions.contains { $0.id == id } }
}

extension MeasureKind {
    /// Whether an offer of that kind can be what was asked for: "institution or specialised foster home" is either.
    fileprivate func isMet(by offered: MeasureKind) -> Bool {
        offered == self || self == .careOrSpecialisedHome && (offered == .careInstitution || offered == .fosterHome)
    }
}

extension LegalSection {
    /// Whether the tribunal decides it and § 5-3 second paragraph holds for it (§§ 6-2 fourth and 6-6 first paragraph).
    var isTheTribunals: Bool {
        switch self {
        case .careOrder, .institutionWithoutConsent, .trafficking: true
        default: false
        }
    }
}
