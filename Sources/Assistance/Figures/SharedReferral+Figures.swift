package import Law

extension SharedReferral {
    /// The figures as they are on a day.
    ///
    /// A day counts as past the wanted date
    /// - from the wanted date in force that day, and from the day on which it was asked for: an update changes the days
    ///   from its own day on, never those before;
    /// - until the first day on which an offer could be used that is in line with the request and carries an assessment
    ///   of justifiability, whatever the municipality then answers (``OfferFacts/stops``); § 16-3 demands that the
    ///   state can help, not that the help is taken. An offer not in line, an interim one and a private interim
    ///   solution stop nothing, nor does an offer made to what was asked for before (``isAnswered(by:_:)``);
    /// - on no day on which such an acute place is ready, which is until the state has lost it or takes it back;
    /// - until the day on which the referral is withdrawn, declined (§ 16-3 fourth paragraph) or fulfilled by a stay.
    ///   Where another municipality takes over, the one withdraws and the other asks anew: the days go over from one
    ///   referral to the other without being counted twice.
    ///
    /// Days on which others held things up are shown apart and each is left out once; none that was still to come when the
    /// delay was told, so that no side can hold up days to come. While the referral says that it
    /// awaits the tribunal, those days are the tribunal's. A decision that is to be made once there is a measure waits
    /// for the state, and its days count.
    ///
    /// - Parameters:
    ///   - today: Not counted itself.
    ///   - law: Gives the rules by which the decision lapses.
    /// - Returns: Both figures and what stands beside them.
    package func figures(today: CalendarDay, law: Lawbook) -> AssistanceFigures {
        let days = ReferralDays(self, today: today)
        let stops = stopping
        let inForce = stops.filter { !$0.days.isEmpty && $0.days.spans.last?.until == nil }
        return AssistanceFigures(
            daysPast: days.net,
            apart: days.apart,
            stopsOn: inForce.compactMap(\.days.spans.last?.from).min(),
            isOfferDisputed: !inForce.isEmpty && inForce.allSatisfy(\.isDisputed),
            isDelayDisputed: delays.contains { delay in
                contestedDelays.contains(delay.id) && days.gross.overlaps(delay.value.span)
            },
            isRunning: ReferralDays(self, today: today.adding(days: 1)).net.contains(today),
            breaches: breaches(days),
            decisionLapses: decisionLapses(law),
            backToTribunal: offerBackToTribunal
        )
    }

    /// What stops the days past the wanted date: offers, and acute places while they are ready.
    var stopping: [(days: DaySet, isDisputed: Bool)] {
        let offered = offers.compactMap { offer -> (days: DaySet, isDisputed: Bool)? in
            guard let stops = offer.stops else { return nil }
            return (DaySet([stops]).intersection(days { isAnswered(by: offer, $0) }), offer.isDisputed)
        }
        let ready = acutePlaces.filter { $0.isReady && $0.isJustifiable }.map { place in
            (days: DaySet([place.days]).intersection(days { isAnswered(by: place, $0) }), isDisputed: false)
        }
        return offered + ready
    }

    /// The days on which the request is still one that something answers.
    private func days(where isAnswered: (Version) -> Bool) -> DaySet {
        let nexts = versions.dropFirst().map { Optional($0.day) } + [nil]
        return DaySet(zip(versions, nexts).filter { isAnswered($0.0) }.map { DaySpan(from: $0.day, until: $1) })
    }

    /// Whether an offer answers the request as it is in a version.
    ///
    /// It does not once something of another kind is asked for, nor for another wanted date where it had come to
    /// nothing before that was told.
    func isAnswered(by offer: OfferFacts, _ version: Version) -> Bool {
        guard let base = versions.last(where: { $0.at <= offer.at }) ?? versions.first, version.at > base.at else {
            return true
        }
        guard version.referral.kind == base.referral.kind else { return false }
        return version.referral.wantedFrom == base.referral.wantedFrom || !offer.cameToNothing(before: version.at)
    }

    /// Whether an acute place is of the kind that is asked for in a version.
    func isAnswered(by place: AcutePlace, _ version: Version) -> Bool {
        let base = versions.last { $0.at <= place.at } ?? versions.first
        return version.at <= base?.at ?? .latest || version.referral.kind == base?.referral.kind
    }

    /// The first day on which the decision no longer holds, by the request as it is now.
    func decisionLapses(_ law: Lawbook) -> CalendarDay? {
        guard let decision = referral?.decision, decision.status == .made, let made = decision.day, stays.isEmpty,
            let rule = decision.section.lapseRule
        else { return nil }
        return law.term(rule, from: made)?.due.adding(days: 1)
    }

    /// The newest offer that departs from the tribunal's demands, has not come to nothing and waits for the tribunal.
    private var offerBackToTribunal: RecordID? {
        offers.last { offer in
            guard awaitsTribunal(offer), offer.withdrawn == nil else { return false }
            guard case .declined? = offer.answer?.value.outcome else { return true }
            return false
        }?
        .id
    }

    /// Whether an offer departs from the tribunal's demands, and the tribunal has not decided anew: the request as it is
    /// now, told after the offer, carries no later decision of the tribunal.
    ///
    /// Source: Barnevernsloven § 5-3 second paragraph: a decision that cannot be carried out as intended goes back there.
    func awaitsTribunal(_ offer: OfferFacts) -> Bool {
        guard offer.offer.accord == .departsFromTribunal else { return false }
        guard let decision = decisionMade(after: offer), decision.section.isTheTribunals, let made = decision.day else {
            return true
        }
        guard decision.maker.map({ $0 == .tribunal || $0 == .court }) ?? true else { return true }
        let before = versions.last { $0.at <= offer.at }?.referral.decision?.day
        return before.map { made <= $0 } ?? false
    }

    /// Whether no stay may begin on an offer before the tribunal has had the case again.
    func mustWait(_ offer: OfferFacts) -> Bool { awaitsTribunal(offer) && !isAcute(after: offer) }

    /// Whether an acute decision has been told since an offer was made: what it protects from waits for no tribunal.
    func isAcute(after offer: OfferFacts) -> Bool { decisionMade(after: offer)?.section.isAcute ?? false }

    /// The decision behind the request as it is now, where that was told after an offer and the decision is made.
    private func decisionMade(after offer: OfferFacts) -> DecisionBehind? {
        guard let version = versions.last, version.at > offer.at, let decision = version.referral.decision,
            decision.status == .made, decision.day.map({ $0 <= version.day }) ?? false
        else { return nil }
        return decision
    }
}

extension LegalSection {
    /// The rule by which a decision lapses unless it is carried out in time; the law may lack its row.
    var lapseRule: RuleID? {
        switch self {
        case .careOrder: .careOrderImplementation
        case .institutionWithoutConsent: RuleID("D28")
        case .trafficking: RuleID("D30")
        default: nil
        }
    }
}
