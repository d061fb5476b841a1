package import Law

/// A dated line that both views show (linje i tidslinjen).
package struct TimelineLine: Hashable, Sendable {
    /// When it was sent, or when time brought it about.
    package let at: Instant
    /// What happened then.
    package let what: What

    /// What a line tells: a fact, or what the passing of time has done.
    package enum What: Hashable, Sendable {
        /// Something was told.
        case told(SharedFact, hasEffect: Bool)
        /// The wanted date came and nothing that stops the days was there.
        case wantedDayPassed
        /// An offer's time ran out without an answer.
        case offerExpired(RecordID)
        /// An offer that stops the days could be used from now.
        case usable(RecordID)
        /// The decision behind the referral no longer holds.
        case decisionLapsed
    }
}

extension SharedReferral {
    /// All that has happened up to a time, oldest first: what was told, and what time itself has done.
    ///
    /// A fact has no effect where it was taken back, comes from a side that may not tell it, or from one that had ended
    /// the referral before.
    package func timeline(now: Instant, today: CalendarDay, law: Lawbook) -> [TimelineLine] {
        let counting = Set(counting.map(\.id)).subtracting(offers.filter { $0.withdrawn != nil }.map(\.id))
        var lines = facts.map { TimelineLine(at: $0.at, what: .told($0, hasEffect: counting.contains($0.id))) }
        if let first = ReferralDays(self, today: today).gross.spans.first?.from {
            lines.append(.init(at: OsloTime.instant(of: first, hour: 0), what: .wantedDayPassed))
        }
        for offer in offers {
            if offer.state(now: now) == .expired {
                lines.append(.init(at: offer.offer.answerBy, what: .offerExpired(offer.id)))
            }
            if let from = offer.stops?.from {
                lines.append(.init(at: OsloTime.instant(of: from, hour: 0), what: .usable(offer.id)))
            }
        }
        if let lapses = decisionLapses(law) {
            lines.append(.init(at: OsloTime.instant(of: lapses, hour: 0), what: .decisionLapsed))
        }
        // Of two at the same moment what was told stands first, then what time did, always in the same order.
        return lines.enumerated().filter { $0.element.at <= now }
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// The hours of an acute request, by the place that is there now; nothing where the conversation began with no such one.
    package func acuteHours(now: Instant) -> AcuteHours? {
        guard let acute else { return nil }
        // What was lost counts for nothing, unless the stay that was asked for had begun in it.
        let lived = fulfilment.flatMap { stay in acutePlaces.first { $0.id == stay.ground }?.place.id }
        let there = acutePlaces.filter { $0.lost == nil || $0.place.id == lived }
        return AcuteHours(
            asked: acute.clockStart,
            offered: there.filter { $0.status != .arrived }.map(\.since).min(),
            ready: there.filter { $0.isReady && $0.isJustifiable }.map(\.since).min(),
            arrived: there.filter { $0.status == .arrived }.map(\.since).min(),
            now: now
        )
    }
}

/// The times of an acute request (akuttklokken), counted from the telephone.
package struct AcuteHours: Hashable, Sendable {
    /// When the place was asked for: the telephone, or the request where nobody telephoned (spurt).
    package let asked: Instant
    /// When the place was offered (tilbudt); nothing until then, nor once it is lost.
    package let offered: Instant?
    /// When a place that is in line and assessed was ready for the child (klar), which ends the hours that are counted;
    /// nothing until then, nor once it is lost.
    package let ready: Instant?
    /// When the child came (ankommet); nothing until then.
    package let arrived: Instant?
    let now: Instant

    /// Seconds until a place was ready, or until now while none is.
    package var secondsToPlace: Double { asked.seconds(until: ready ?? now) }

    /// Whether more time has gone than the target, which no section gives.
    package func isPast(_ targets: AssistanceTargets) -> Bool { secondsToPlace > Double(targets.acuteHours * 3_600) }
}
