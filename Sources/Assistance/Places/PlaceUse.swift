package import Law

/// The days on which the child of a referral lives in a place, or is to live there (bruk av en plass).
package struct PlaceUse: Hashable, Sendable {
    /// The owner's name of the place.
    package var place: PlaceID
    /// The days; without an end while nobody has said one.
    package var span: DaySpan

    package init(place: PlaceID, span: DaySpan) {
        self.place = place
        self.span = span
    }
}

extension SharedReferral {
    /// Seconds for which an answer may be on its way that was sent before an offer's time ran out.
    private static let onTheWay = 3_600

    /// Where the child lives or is to live, as far as it is settled: oldest first, and one place on a day of a stay.
    ///
    /// An offer that was taken counts from the wanted first day, an acute place from when it was ready, and both until a
    /// stay rests on them. A stay counts to its end or to its planned end; a child that lives there still when that has
    /// passed lives there until somebody tells of the end. A move ends the days in the place before it.
    ///
    /// - Parameter today: What has been planned until this day, or one before it, is over only if somebody has said so.
    /// - Returns: The places, each with its days; a place that the child comes back to stands twice.
    package func placeUses(today: CalendarDay) -> [PlaceUse] {
        (lived(today: today) + expected).filter { !$0.span.isEmpty }
            .sorted { ($0.span.from, $0.place) < ($1.span.from, $1.place) }
    }

    /// Whether a place that somebody keeps for this referral is needed for it no more (holdet er til ingen nytte).
    ///
    /// So it is once all offers of it have been declined, taken back or left unanswered, once another place is ready for a
    /// child in acute need, and once the referral is over or met by a stay.
    ///
    /// - Parameters:
    ///   - place: The place.
    ///   - since: Since when it has been asked for; what was offered before is about another time.
    ///   - now: For offers whose time runs out.
    /// - Returns: Whether nobody needs it any more.
    package func isDoneWith(_ place: PlaceID, askedAt since: Instant, now: Instant) -> Bool {
        if end != nil { return true }
        if let met = facts.first(where: { $0.id == fulfilment?.id }), since < met.at { return true }
        let offered = offers.filter { $0.offer.place?.id == place && since <= $0.at }
        let answers = acuteAnswers.filter { since <= $0.at && ($0.value.place != nil || $0.value.status == .noneYet) }
        if offered.isEmpty {
            return answers.contains { $0.value.place?.id == place } && answers.last?.value.place?.id != place
        }
        return offered.allSatisfy { offer in
            switch offer.state(now: now.adding(seconds: -Self.onTheWay)) {
            case .open, .taken: false
            case .declined, .expired, .withdrawn: true
            }
        }
    }

    private struct Leg {
        /// What gave the place; two accounts of one start have the same.
        let ground: RecordID
        let place: PlaceID
        let from: CalendarDay
        let until: CalendarDay?
    }

    private func lived(today: CalendarDay) -> [PlaceUse] {
        let way = stays.flatMap { legs(of: $0, today: today) }.enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
        return way.enumerated().reduce(into: []) { uses, leg in
            let next = way.dropFirst(leg.offset + 1).first?.from
            let until = [leg.element.until, next].compactMap(\.self).min()
            let span = DaySpan(from: leg.element.from, until: until)
            guard !span.isEmpty else { return }
            let before = leg.offset > 0 ? way[leg.offset - 1] : nil
            // Told by both levels, a start leaves one stay; another stay in the same place has a hold of its own.
            if let last = uses.last, last.place == leg.element.place, last.span.until == span.from,
                before?.ground == leg.element.ground
            {
                uses[uses.count - 1].span.until = until
            } else {
                uses.append(PlaceUse(place: leg.element.place, span: span))
            }
        }
    }

    /// The places of a stay, first and after each move; where both levels have told of its start, its end is what either
    /// says.
    private func legs(of stay: StayFacts, today: CalendarDay) -> [Leg] {
        let same = stays.filter { $0.ground == stay.ground }
        let planned = same.compactMap(\.plannedUntil).max().flatMap { today < $0 ? $0 : nil }
        let until = same.compactMap(\.ended?.on).min() ?? planned
        let first = stay.place.map { [Leg(ground: stay.ground, place: $0.id, from: stay.started, until: until)] } ?? []
        return first + stay.moves.map { Leg(ground: stay.ground, place: $0.to.id, from: $0.on, until: until) }
    }

    /// Where no stay has been told of yet.
    private var expected: [PlaceUse] {
        guard end == nil, fulfilment == nil else { return [] }
        let taken = offers.compactMap { offer -> PlaceUse? in
            guard offer.isTaken, case .taken(let from)? = offer.answer?.value.outcome, let place = offer.offer.place,
                !stays.contains(where: { $0.ground == offer.id })
            else { return nil }
            return PlaceUse(place: place.id, span: DaySpan(from: from, until: offer.offer.usable.until))
        }
        let told = acuteAnswers.last { $0.value.place != nil || $0.value.status == .noneYet }
        guard let told, told.value.status == .ready, let place = told.value.place,
            !stays.contains(where: { stay in acuteAnswers.contains { $0.id == stay.ground } })
        else { return taken }
        let span = DaySpan(from: OsloTime.day(at: told.value.at), until: told.value.plannedEnd)
        return taken + [PlaceUse(place: place.id, span: span)]
    }
}
