import Assistance
import Exchange
import Journal
import Law

/// Reaching a referral, and what its page shows.
extension ReferralDesk {
    /// A referral that somebody wants to reach.
    struct Reached {
        let unit: Unit
        /// `nil` where there is none; answered exactly like one that the person may not see.
        let stored: StoredReferral?
        /// What the person is to the case behind it; in a region, which has none, a conflict of interest or `nil`.
        let tie: CaseTie?
        /// What the access line names: the referral, and its case.
        let objects: [RecordID]
    }

    func reach(_ person: Person, _ id: RecordID) throws -> Reached {
        let unit = try units.unit(person.unit)
        let stored = unit.read { $0.referral(id) }.flatMap { $0.isReferral ? $0 : nil }
        // A region's officers have no tie to any case; everybody else has one or is nobody to it.
        guard person.role != .intakeOfficer else {
            let own = stored.flatMap { $0.facts.side == .state ? $0 : nil }
            let isBarred = own?.facts.conflicts.contains(person.id) ?? false
            return Reached(unit: unit, stored: own, tie: isBarred ? .conflicted : nil, objects: [id])
        }
        let caseID = stored?.facts.link
        let tie = try caseID.map { try cases.reach(person, $0).tie } ?? CaseTie.none
        return Reached(unit: unit, stored: stored, tie: tie, objects: [id] + (caseID.map { [$0] } ?? []))
    }

    func enter(
        _ person: Person,
        _ action: Action,
        _ id: RecordID,
        _ reached: Reached
    ) async throws -> (stored: StoredReferral, grant: Grant) {
        // Whoever is turned away leaves a line of what they asked for, and of nothing that they did not know.
        let isLetIn =
            reached.stored != nil && gate.permits(person, action, in: reached.unit.id, tie: reached.tie)
        let grant = try await gate.enter(
            person,
            action,
            in: reached.unit.id,
            objects: isLetIn ? reached.objects : [id],
            exists: reached.stored != nil,
            tie: reached.tie
        )
        guard let stored = reached.stored else { throw Absent() }
        return (stored, grant)
    }

    func opened(
        _ person: Person,
        _ stored: StoredReferral,
        in unit: Unit,
        under grant: Grant
    ) throws -> OpenedReferral {
        let facts = stored.facts
        let (now, today) = (environment.now(), environment.today)
        let events = try unit.readableEvents(of: facts.id, under: grant)
        let holds = unit.read { $0.holds(forReferral: facts.id) }.compactMap { $0.facts.hold(at: now) }
        return OpenedReferral(
            facts: facts,
            shared: stored.shared,
            figures: stored.figures(law, on: today),
            steps: steps(of: stored, in: unit, now: now, today: today),
            tasks: stored.shared.jointTasks(today: today, targets: .usual),
            timeline: stored.shared.timeline(now: now, today: today, law: law),
            handlings: Self.handlings(events),
            side: facts.side,
            counterpart: name(of: facts.counterpart),
            today: today,
            now: now,
            messages: events.compactMap { message($0, of: facts) },
            holds: holds.sorted { $0.askedAt < $1.askedAt },
            unanswered: stored.owed { _ in nil }.steps(now: now, limits),
            drafts: try cases.drafts(of: person, about: facts.id),
            mayChange: gate.permits(person, .changeReferral, in: unit.id, tie: grant.tie),
            isOwnErasure: facts.erasureAsked == person.id
        )
    }

    private static func handlings(_ events: [RecordedEvent]) -> [OpenedReferral.Handling] {
        var holder: ActorID?
        return events.compactMap { event in
            let what: OpenedReferral.Handling.What
            switch event.event {
            case .referral(.assigned(let handler)):
                guard handler != holder else { return nil }
                what = .given(to: handler, from: holder)
                holder = handler
            case .referral(.conflictDeclared(let officer, _)):
                what = .conflictDeclared(officer)
                if holder == officer { holder = nil }
            case .referral(.conflictLifted(let officer, _)): what = .conflictLifted(officer)
            case .referral(.erasureAsked(let reason)): what = .erasureAsked(reason: reason)
            case .referral(.erased(let erasure)): what = .erased(erasure)
            default: return nil
            }
            return OpenedReferral.Handling(at: event.recordedAt, by: event.actor, what: what)
        }
    }

    private func message(_ event: RecordedEvent, of facts: ReferralFacts) -> OpenedReferral.Message? {
        let (message, isOwn): (JournaledMessage, Bool)
        switch event.event {
        case .referral(.sent(let sent, _)): (message, isOwn) = (sent, true)
        case .referral(.received(let received)): (message, isOwn) = (received, false)
        default: return nil
        }
        return OpenedReferral.Message(
            head: message.head,
            bytes: message.bytes,
            prose: (try? composer.read(message.bytes))?.prose ?? Prose(),
            attachments: message.attachments,
            isOwn: isOwn,
            actor: event.actor,
            recordedAt: event.recordedAt,
            acknowledgedAt: isOwn ? facts.answer(to: message.head.id, .applicationReceipt) : nil,
            failedAt: isOwn ? facts.answer(to: message.head.id, .failure) : nil
        )
    }

    /// The name of an organisation; its number where nobody knows it.
    func name(of number: OrganisationNumber) -> String { composer.counterparts[number]?.name ?? "\(number)" }

    /// What is to be done in a referral; a region's own steps for its places go first, since children wait for them.
    func steps(of stored: StoredReferral, in unit: Unit, now: Instant, today: CalendarDay) -> [OpenStep] {
        let told = stored.shared.openSteps(now: now, today: today)
        guard stored.facts.side == .state else { return told }
        let holds = unit.read { $0.holds(forReferral: stored.facts.id) }.map(\.facts)
        guard !holds.isEmpty || stored.shared.stays.contains(where: { $0.ended == nil }) else { return told }
        let care = HoldCare(stored.shared, holds, now: now, today: today)
        let lost = care.lost.map { hold in
            let since = unit.read { $0.referral(hold.id)?.facts.messages.last?.recordedAt } ?? hold.askedAt
            return OpenStep(kind: .replacePlace, owner: .state, since: since, due: nil, about: hold.id)
        }
        let since = stored.facts.messages.last?.recordedAt ?? now
        let unheld = care.unheld.filter { use in use.span.until.map { today < $0 } ?? true && isKnown(use.place) }
            .map { _ in OpenStep(kind: .securePlace, owner: .state, since: since, due: nil, about: nil) }
        return lost + unheld + told
    }

    /// A referral as lists show it.
    func row(_ stored: StoredReferral, in unit: Unit, now: Instant, today: CalendarDay) -> ReferralRow {
        let (facts, shared) = (stored.facts, stored.shared)
        let referral = shared.referral
        let asked = shared.versions.first?.at ?? facts.messages.first?.at ?? now
        let left = referral?.wantedFrom.map { today.days(until: $0) }
        return ReferralRow(
            id: facts.id,
            kind: referral?.kind,
            phase: facts.hasLeftNothing ? .deleted : shared.phase(today: today),
            isAcute: shared.acute != nil,
            basis: referral?.basis,
            counterpart: name(of: facts.counterpart),
            caseID: facts.side == .municipality ? facts.link : nil,
            wantedFrom: referral?.wantedFrom,
            daysLeft: left.flatMap { $0 >= 0 ? $0 : nil },
            daysPast: stored.figures(law, on: today).daysPastWanted,
            askedAt: asked,
            age: max(0, OsloTime.day(at: asked).days(until: today)),
            receipt: facts.receipt,
            handler: facts.handler,
            steps: steps(of: stored, in: unit, now: now, today: today).filter { $0.owner == facts.side },
            hasNews: facts.hasNews,
            place: stored.place
        )
    }
}

extension ReferralFacts {
    /// How far the receipts for the newest request have come, seen from this side.
    fileprivate var receipt: ReferralRow.ReceiptState {
        guard let request = messages.last(where: { $0.head.gist.isRequest }) else { return .received }
        let id = request.head.id
        if messages.contains(where: { $0.head.about == id && $0.head.gist == .shared(.seen) }) { return .seen }
        guard request.isOwn else { return .received }
        if answer(to: id, .failure) != nil { return .failed }
        return answer(to: id, .applicationReceipt) == nil ? .underWay : .received
    }
}
