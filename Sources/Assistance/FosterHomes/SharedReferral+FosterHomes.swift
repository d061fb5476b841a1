package import Law

/// Which foster home a step is about: it names no home, but it may be about an offer, and it has its time.
extension SharedReferral {
    /// The way to the foster home that matters at a time: to the one whose offer stands then.
    package func pathway(now: Instant) -> FosterHomePathway { pathway(to: home(of: nil, at: now)) }

    /// Whether the steps to a foster home are to be taken: one is asked for, or one is offered.
    package var leadsToFosterHome: Bool {
        referral?.kind == .fosterHome || referral?.kind == .careOrSpecialisedHome
            || homes.contains { $0.withdrawn == nil }
    }

    /// The way to the home of an offer, or to one that nobody has offered yet.
    ///
    /// The search in family and network is one for all homes. What was proposed and heard just before an offer is about
    /// its home; chosen and approved is no home before it is offered.
    func pathway(to home: OfferFacts?) -> FosterHomePathway {
        let steps = counting.compactMap { fact -> FosterHomeStep? in
            guard case .fosterHome(let step) = fact.content else { return nil }
            if step.stage == .networkSearched { return step }
            let offer = self.home(of: fact.about, at: fact.at) ?? homes.first { $0.at > fact.at }
            guard offer?.id == home?.id else { return nil }
            return step.stage < .chosen || home.map { $0.at < fact.at } ?? true ? step : nil
        }
        return FosterHomePathway(steps: steps)
    }

    /// The offered home that a step told at a time is about.
    ///
    /// - Parameters:
    ///   - about: The message that the step is about; an offer or the answer to it tells which home.
    ///   - time: When the step is told. Where it names no offer, the one of those standing that the municipality has taken
    ///     last, or that was made last; one that the child lives in already only where there is no other.
    /// - Returns: Nothing while no offer of a foster home stands.
    func home(of about: RecordID?, at time: Instant) -> OfferFacts? {
        if let about, let named = homes.first(where: { $0.id == about || $0.answer?.id == about }) { return named }
        let day = OsloTime.day(at: time)
        let standing = homes.filter { offer in
            offer.at < time && !offer.cameToNothing(before: time) && offer.withdrawn.map { day < $0 } ?? true
        }
        let livedIn = Set(
            stays.filter { stay in counting.contains { $0.id == stay.id && $0.at < time } }.map(\.ground)
        )
        let open = standing.filter { !livedIn.contains($0.id) }
        let mine = open.isEmpty ? standing : open
        return mine.last { $0.answer.map { $0.at < time } ?? false } ?? mine.last
    }

    /// The offers of a foster home to stay in: an interim home is not chosen for good.
    private var homes: [OfferFacts] { offers.filter { $0.offer.kind == .fosterHome && !$0.offer.isInterim } }
}
