package import Law

/// The stay that came of a referral (opphold), as far as it has gone.
package struct StayFacts: Hashable, Sendable {
    /// The message that told of the start.
    package let id: RecordID
    /// The offer that was taken, or the acute answer, that gave the place.
    package let ground: RecordID
    /// Where the child moved in first, with later places in ``moves``; nothing for help without a place.
    package let place: OfferedPlace?
    /// The first day of the stay.
    package let started: CalendarDay
    /// The first day without it, as planned; nothing where it is open.
    package let plannedUntil: CalendarDay?
    /// Whether it is an interim solution.
    package let isInterim: Bool
    /// Whether it is in line with the request and was assessed for this child.
    package let isJustifiable: Bool
    /// The moves within it, oldest first.
    package let moves: [Move]
    /// How it ended; nothing while it lasts.
    package let ended: End?

    /// To another place within the same stay (flytting).
    package struct Move: Hashable, Sendable {
        /// The first day at the new place.
        package let on: CalendarDay
        /// The new place.
        package let to: OfferedPlace
        /// Whether it was planned.
        package let isPlanned: Bool
    }

    /// The end of the stay (avslutning).
    package struct End: Hashable, Sendable {
        /// The first day without the stay.
        package let on: CalendarDay
        /// Why it ended.
        package let reason: StayEndReason
        /// Whether it was planned.
        package let isPlanned: Bool
    }

    /// Whether it is what was asked for.
    package var fulfils: Bool { isJustifiable && !isInterim }

    /// The days of the stay.
    package var span: DaySpan { DaySpan(from: started, until: ended?.on) }
}

extension StayFacts {
    /// Every stay, in the order in which they were told.
    static func all(_ known: KnownFacts) -> [StayFacts] {
        let (offers, places) = (known.offers, AcutePlace.all(known))
        return known.counting.compactMap { fact in
            guard case .stay(let step) = fact.content, case .started(let planned) = step.change,
                let ground = ground(of: fact, on: step.on, offers, places)
            else { return nil }
            var until = planned
            var moves: [Move] = []
            var ended: End?
            for later in known.counting where later.about == fact.id {
                guard case .stay(let step) = later.content else { continue }
                switch step.change {
                case .started: continue
                case .extended(let day): until = day
                case .moved(let place, let isPlanned):
                    moves.append(Move(on: step.on, to: place, isPlanned: isPlanned))
                case .ended(let reason, let isPlanned):
                    ended = ended ?? End(on: step.on, reason: reason, isPlanned: isPlanned)
                }
            }
            return StayFacts(
                id: fact.id,
                ground: ground.id,
                place: ground.place,
                started: step.on,
                plannedUntil: until,
                isInterim: ground.isInterim,
                isJustifiable: ground.isJustifiable,
                moves: moves,
                ended: ended
            )
        }
    }

    /// What a start rests on: an offer that was taken, by its own id or the answer's, or an acute answer with a place.
    ///
    /// What the state took back or lost afterwards has been ground enough.
    private static func ground(
        of start: SharedFact,
        on day: CalendarDay,
        _ offers: [OfferFacts],
        _ places: [AcutePlace]
    ) -> (id: RecordID, place: OfferedPlace?, isInterim: Bool, isJustifiable: Bool)? {
        guard let about = start.about else { return nil }
        if let offer = offers.first(where: { $0.id == about || $0.answer?.id == about }) {
            guard case .taken? = offer.answer?.value.outcome, offer.withdrawn.map({ start.day <= $0 }) ?? true else {
                return nil
            }
            return (offer.id, offer.offer.place, offer.offer.isInterim, offer.offer.isJustifiable)
        }
        guard let place = places.first(where: { $0.id == about }), place.mayBeEntered(on: day) else { return nil }
        return (place.id, place.place, false, place.isJustifiable)
    }
}
