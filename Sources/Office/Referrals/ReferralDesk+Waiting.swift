import Assistance
import Casework
import Journal
import Law

/// What waits for an answer or a step, over all referrals that somebody may read.
extension ReferralDesk {
    private static let longestPage = 500

    /// A page of what waits, the longest first.
    ///
    /// An officer sees the region's, a caseworker those of the cases that they may read, a leader the service's.
    ///
    /// - Parameters:
    ///   - person: Who asks.
    ///   - list: Which of it.
    ///   - place: The last row of the page before; `nil` for the first page.
    ///   - limit: The most rows of a page.
    /// - Returns: The page, with how many there are in all.
    /// - Throws: ``Absent`` where the person has no referrals to do with; any other error where it cannot be read.
    package func waiting(
        _ person: Person,
        _ list: WaitingList,
        after place: WaitingPlace? = nil,
        limit: Int = 50
    ) async throws -> WaitingPage {
        let (now, today) = (environment.now(), environment.today)
        let unit = try units.unit(person.unit)
        let reached = try readable(by: person, in: unit)
        let all = reached.flatMap { stored in found(list, in: stored, of: unit, now, today) }
            .sorted { $0.place < $1.place }
        let rest = all.drop { found in place.map { found.place <= $0 } ?? false }
        let page = Array(rest.prefix(min(max(1, limit), Self.longestPage)))
        let isRegions = person.role == .intakeOfficer
        let objects = page.flatMap { [$0.place.referral] + (isRegions ? [] : $0.stored.facts.link.map { [$0] } ?? []) }
        let grant = try await gate.enter(
            person,
            isRegions ? .listReferrals : .listCases,
            in: person.unit,
            objects: Set(objects).sorted()
        )
        let homes =
            isRegions ? [] : unit.read { state in page.compactMap { $0.stored.facts.link.flatMap(state.storedCase) } }
        let children = try cases.listedChildren(homes, in: unit, under: grant)
        let responsible = Dictionary(homes.map { ($0.facts.id, $0.facts.responsible) }) { first, _ in first }
        return WaitingPage(
            rows: page.map { found in
                let home = found.stored.facts.link
                return row(
                    found,
                    child: home.flatMap { children[$0] },
                    handler: isRegions ? found.stored.facts.handler : home.flatMap { responsible[$0] ?? nil },
                    now
                )
            },
            total: all.count,
            next: rest.count > page.count ? page.last?.place : nil
        )
    }

    /// Something that waits, before anything is opened.
    private struct Found {
        let stored: StoredReferral
        let what: WaitingStep.What
        let due: OpenStep.Due?
        let isLate: Bool?
        let place: WaitingPlace
    }

    /// The conversations whose steps somebody may list, holds that the region has asked for among them.
    private func readable(by person: Person, in unit: Unit) throws -> [StoredReferral] {
        let all = unit.read(\.referrals)
        guard person.role == .intakeOfficer else {
            return try all.filter { stored in
                guard stored.isReferral, stored.facts.side == .municipality, let caseID = stored.facts.link else {
                    return false
                }
                let tie = try cases.reach(person, caseID).tie
                return gate.permits(person, .readReferral, in: unit.id, tie: tie)
            }
        }
        let barred = Set(all.filter { $0.facts.conflicts.contains(person.id) }.map(\.facts.id))
        return all.filter { stored in
            stored.facts.side == .state && !barred.contains(stored.facts.id)
                && !(stored.facts.link.map(barred.contains) ?? false)
        }
    }

    private func found(
        _ list: WaitingList,
        in stored: StoredReferral,
        of unit: Unit,
        _ now: Instant,
        _ today: CalendarDay
    ) -> [Found] {
        let side = stored.facts.side
        let steps = stored.isReferral ? self.steps(of: stored, in: unit, now: now, today: today) : []
        var found: [Found] = []
        func add(
            _ what: WaitingStep.What,
            _ referral: RecordID,
            _ since: Instant,
            _ due: OpenStep.Due?,
            _ isLate: Bool?
        ) {
            let place = WaitingPlace(since: since, referral: referral, number: found.count)
            found.append(Found(stored: stored, what: what, due: due, isLate: isLate, place: place))
        }
        if list == .theirs {
            let owed = stored.owed { id in unit.read { $0.referral(id) } }
            for step in owed.steps(now: now, limits) {
                add(.answer(step.owed), step.conversation, step.since, nil, step.isLate)
            }
        }
        for step in steps where list.holds(step, of: side) {
            // A receipt that is owed is told once.
            if list == .theirs, step.kind == .see { continue }
            // A child without its place waits for no time to pass.
            let isLate: Bool? = step.kind == .replacePlace || step.kind == .securePlace ? true : nil
            add(.step(step.kind), stored.facts.id, step.since, step.due, isLate)
        }
        return found
    }

    private func row(_ found: Found, child: ListedChild?, handler: ActorID?, _ now: Instant) -> WaitingStep {
        WaitingStep(
            referral: found.place.referral,
            what: found.what,
            child: child,
            kind: found.stored.shared.referral?.kind,
            counterpart: name(of: found.stored.facts.counterpart),
            handler: handler,
            since: found.place.since,
            due: found.due,
            isLate: found.isLate ?? found.due?.isPast(now: now) ?? false,
            place: found.place
        )
    }
}

extension WaitingList {
    fileprivate func holds(_ step: OpenStep, of side: Side) -> Bool {
        switch self {
        case .theirs: step.owner != side
        case .ours: step.owner == side
        case .advice: step.owner == side && step.kind == .giveAdvice
        case .friction: step.owner == side && step.kind == .answerFriction
        case .deletions: step.owner == side && step.kind == .answerDeletion
        }
    }
}
