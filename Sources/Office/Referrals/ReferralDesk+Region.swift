package import Assistance
import Exchange
import Journal
package import Law

/// What a region does: its queue, breaches and holds; by the role of an intake officer in the region's own unit.
extension ReferralDesk {
    private static let longestPage = 500

    /// A page of the queue: acute ones first, then by the wanted date.
    ///
    /// - Throws: ``Absent`` where the person works in no region.
    package func queue(
        _ person: Person,
        _ filter: QueueFilter = QueueFilter(),
        at position: QueuePosition = .start,
        limit: Int = 50
    ) async throws -> QueuePage {
        let (now, today) = (environment.now(), environment.today)
        let unit = try units.unit(person.unit)
        let limit = min(max(1, limit), Self.longestPage)
        let all = try received(by: person).filter { filter.holds($0, law, today) }
            .map { (place: $0.place, stored: $0) }.sorted { $0.place < $1.place }
        let range = position.range(in: all.map(\.place), limit)
        let rows = all[range].map { row($0.stored, in: unit, now: now, today: today) }
        _ = try await gate.enter(person, .listReferrals, in: person.unit, objects: rows.map(\.id))
        return QueuePage(
            rows: rows,
            total: all.count,
            previous: range.lowerBound > 0 ? rows.first?.place : nil,
            next: range.upperBound < all.count ? rows.last?.place : nil
        )
    }

    /// The officers to whom a referral can be assigned.
    package func handlers(_ person: Person, among people: People) -> [Person] {
        people.all.filter { $0.unit == person.unit && $0.role == .intakeOfficer }
    }

    /// Breaches of the region, proposed, confirmed and contested, newest first (bruddregister).
    ///
    /// - Throws: ``Absent`` where the person works in no region.
    package func breaches(_ person: Person) async throws -> [BreachRow] {
        let today = environment.today
        let rows = try received(by: person).flatMap { stored in
            stored.figures(law, on: today).breaches.map { breach in
                BreachRow(
                    referral: stored.facts.id,
                    counterpart: name(of: stored.facts.counterpart),
                    kind: stored.shared.referral?.kind,
                    breach: breach,
                    days: max(0, breach.span.from.days(until: min(breach.span.until ?? today, today))),
                    handler: stored.facts.handler
                )
            }
        }
        _ = try await gate.enter(person, .listReferrals, in: person.unit, objects: rows.map(\.referral))
        return rows.sorted { ($1.breach.span.from, $1.referral) < ($0.breach.span.from, $0.referral) }
    }

    /// How often the professional team's advice was followed and set aside.
    ///
    /// - Throws: ``Absent`` where the person works in no region.
    package func advice(_ person: Person) async throws -> AdviceCount {
        var count = AdviceCount()
        for stored in try received(by: person) {
            for offer in stored.shared.offers {
                guard let advice = offer.offer.advice else { continue }
                if advice.isFollowed {
                    count.followed += 1
                } else {
                    count.overruled += 1
                    count.referrals.append(stored.facts.id)
                }
            }
            // What was made unreadable counts on, and leads nowhere.
            count.followed += stored.facts.erased?.counts.followed ?? 0
            count.overruled += stored.facts.erased?.counts.overruled ?? 0
        }
        _ = try await gate.enter(person, .listReferrals, in: person.unit, objects: count.referrals)
        return count
    }

    /// Asks the owner of a place to hold it, with a referral in mind.
    ///
    /// The request names no child. It shows as asked until the owner has answered.
    ///
    /// - Throws: ``Absent`` where there is no such referral or the person may not; ``NoCounterpart`` where nobody knows
    ///   the owner.
    package func askHold(
        _ person: Person,
        for referral: RecordID,
        of owner: OrganisationNumber,
        _ wish: HoldWish,
        key: String
    ) async throws -> Sent {
        let (stored, _) = try await enter(person, .changeReferral, referral, reach(person, referral))
        // Only a region asks, and only a unit with places is asked.
        guard stored.facts.side == .state else {
            return Sent(message: referral, conversation: referral, outcome: .refused(.assistance(.notYours)))
        }
        guard case .places? = composer.counterparts[owner]?.role else { throw NoCounterpart() }
        let request = HoldRequest(
            id: referral,
            place: wish.place,
            kind: wish.kind,
            children: wish.children,
            span: wish.span,
            isAcute: wish.isAcute,
            wantedUntil: wish.until,
            orderedAt: environment.now()
        )
        return try await send(
            .holdAsked(request, Prose()),
            from: stored.facts.own,
            to: owner,
            follows: nil,
            link: referral,
            by: person,
            key: key
        )
    }

    /// Gives a hold up that was asked for.
    ///
    /// - Throws: ``Absent`` where there is none, or the person may not.
    package func giveUpHold(
        _ person: Person,
        _ hold: RecordID,
        because reason: String,
        key: String
    ) async throws -> Sent {
        let stored = try units.unit(person.unit).read { $0.referral(hold) }
        guard let facts = stored?.facts, let referral = facts.link,
            let asked = facts.hold(at: environment.now()), asked.asker == facts.own, asked.canBeGivenUp
        else { throw Absent() }
        _ = try await enter(person, .changeReferral, referral, reach(person, referral))
        return try await send(
            .shared(.withdrawn, Prose([.reasons: reason])),
            in: facts,
            about: hold,
            by: person,
            key: key
        )
    }

    /// What the unit has received, but for that in which the person has a conflict of interest.
    private func received(by person: Person) throws -> [StoredReferral] {
        try units.unit(person.unit).read(\.referrals).filter { stored in
            stored.isReferral && stored.facts.side == .state && !stored.facts.conflicts.contains(person.id)
        }
    }
}

extension QueueFilter {
    fileprivate func holds(_ stored: StoredReferral, _ law: Lawbook, _ today: CalendarDay) -> Bool {
        switch standing {
        case .open where !stored.isOpen, .done where stored.isOpen: return false
        case .open, .done, .all: break
        }
        if let kind, stored.shared.referral?.kind != kind { return false }
        if let handler, stored.facts.handler != handler { return false }
        if isUnassigned, stored.facts.handler != nil { return false }
        return !isPast || stored.figures(law, on: today).daysPastWanted > 0
    }
}

extension QueuePosition {
    /// Which of the places, which are in order, stand on the page.
    fileprivate func range(in places: [QueuePlace], _ limit: Int) -> Range<Int> {
        switch self {
        case .start: return 0..<min(limit, places.count)
        case .after(let place):
            let first = places.firstIndex { place < $0 } ?? places.count
            return first..<min(first + limit, places.count)
        case .before(let place):
            let end = places.firstIndex { !($0 < place) } ?? places.count
            // Where fewer stand before it than fill a page, it is the first page.
            return end < limit ? 0..<min(limit, places.count) : (end - limit)..<end
        }
    }
}

/// What somebody wants held.
package struct HoldWish: Hashable, Sendable {
    /// The place that is wanted.
    package var place: PlaceID
    /// As what it is wanted.
    package var kind: MeasureKind
    /// How many children need it together.
    package var children: Int
    /// The days of use.
    package var span: DaySpan
    /// Whether the request behind it is acute.
    package var isAcute: Bool
    /// How long the hold is wanted.
    package var until: Instant

    package init(
        place: PlaceID,
        kind: MeasureKind,
        children: Int,
        span: DaySpan,
        isAcute: Bool,
        until: Instant
    ) {
        self.place = place
        self.kind = kind
        self.children = children
        self.span = span
        self.isAcute = isAcute
        self.until = until
    }
}

/// A breach in the region's register.
package struct BreachRow: Hashable, Sendable {
    /// The referral that it is of.
    package let referral: RecordID
    /// The municipality's service.
    package let counterpart: String
    /// What was asked for; `nil` before anything was.
    package let kind: MeasureKind?
    /// The breach as the figures have it.
    package let breach: Breach
    /// Its days, up to today where it lasts.
    package let days: Int
    /// Who handles the referral; `nil` where nobody does.
    package let handler: ActorID?
}

/// How often advice was followed.
package struct AdviceCount: Hashable, Sendable {
    /// Offers in which the advice was followed.
    package var followed = 0
    /// Offers in which it was set aside.
    package var overruled = 0
    /// The referrals in which it was set aside.
    package var referrals: [RecordID] = []

    package init() {}
}
