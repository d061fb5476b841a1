package import Law

extension SharedReferral {
    /// What has to be done next, by either side, the ones that are due first ahead; both views show all of them.
    ///
    /// - Parameters:
    ///   - now: For what runs out by the minute.
    ///   - today: The Norwegian day of `now`.
    ///   - targets: Times that no section gives.
    /// - Returns: Each step with its owner.
    package func openSteps(now: Instant, today: CalendarDay, targets: AssistanceTargets = .usual) -> [OpenStep] {
        let steps =
            questions + deletions(targets) + (end == nil ? requestSteps(now: now, targets) + offerSteps(now: now) : [])
        return (steps + breachSteps(today: today, targets)).sorted { left, right in
            (left.due?.at ?? .latest, left.since, left.owner.rawValue) < (
                right.due?.at ?? .latest, right.since, right.owner.rawValue
            )
        }
    }

    /// What one side has to do next.
    package func openSteps(
        of side: Side,
        now: Instant,
        today: CalendarDay,
        targets: AssistanceTargets = .usual
    ) -> [OpenStep] {
        openSteps(now: now, today: today, targets: targets).filter { $0.owner == side }
    }

    /// Whether somebody at the state's side has taken note of the request as it is now: by a receipt, or by an answer.
    package var isSeen: Bool {
        guard let version = versions.last else { return false }
        return counting.contains { $0.by == .state && $0.about == version.id && $0.content != .supplemented }
    }

    /// To see the request and to find something.
    private func requestSteps(now: Instant, _ targets: AssistanceTargets) -> [OpenStep] {
        guard let version = versions.last, let first = versions.first, fulfilment == nil else { return [] }
        var steps: [OpenStep] = []
        if !isSeen { steps.append(.init(kind: .see, owner: .state, since: version.at, due: nil, about: version.id)) }
        let isOffered = offers.contains { offer in
            let state = offer.state(now: now)
            return offer.stops != nil && (state == .open || state == .taken) && isAnswered(by: offer, version)
        }
        if let acute { return steps + acuteSteps(acute, version, first, targets) }
        if !isOffered {
            let kind: OpenStep.Kind = version.referral.basis.isDuty ? .offer : .offerOrDecline
            let due = version.referral.wantedFrom.map { OpenStep.Due.told(OsloTime.instant(of: $0, hour: 0)) }
            steps.append(.init(kind: kind, owner: .state, since: first.at, due: due, about: version.id))
        }
        return steps + fosterHomeStep(version, now: now)
    }

    /// To find an acute place while none that will do is ready, and to follow the child into the one there is.
    private func acuteSteps(
        _ request: AcuteRequest,
        _ version: Version,
        _ first: Version,
        _ targets: AssistanceTargets
    ) -> [OpenStep] {
        let ready = acutePlaces.filter { $0.lost == nil && $0.isReady }
        var steps: [OpenStep] = []
        if !ready.contains(where: { $0.isJustifiable && isAnswered(by: $0, version) }) {
            let due = OpenStep.Due.target(request.clockStart.adding(seconds: targets.acuteHours * 3_600))
            let lost = acuteAnswers.last { $0.value.status == .noneYet }?.at
            let since = acutePlaces.isEmpty ? request.clockStart : lost ?? request.clockStart
            steps.append(.init(kind: .offer, owner: .state, since: since, due: due, about: first.id))
        }
        guard let newest = acuteGround, newest.isReady else { return steps }
        guard newest.status == .arrived else {
            return steps + [.init(kind: .tellArrival, owner: .state, since: newest.at, due: nil, about: newest.id)]
        }
        let day = OsloTime.day(at: newest.since)
        return steps + [
            .init(kind: .startStay, owner: .municipality, since: newest.at, due: .through(day), about: newest.id)
        ]
    }

    /// The next step to a foster home that is asked for, or whose offer is taken whatever was asked for.
    private func fosterHomeStep(_ version: Version, now: Instant) -> [OpenStep] {
        let isTaken = home(of: nil, at: now)?.isTaken ?? false
        guard version.referral.kind == .fosterHome || isTaken, let next = pathway(now: now).next, next != .movedIn
        else {
            return []
        }
        // Either level may propose a home; it is the state's to do once it was asked.
        let owner: Side = next == .proposed ? .state : .municipality
        return [.init(kind: .fosterHome(next), owner: owner, since: pathwaySince, due: nil, about: version.id)]
    }

    /// When the last step to a foster home was told, or the referral itself.
    private var pathwaySince: Instant {
        let steps = counting.filter { if case .fosterHome = $0.content { true } else { false } }
        return (steps.last?.at ?? versions.first?.at) ?? .earliest
    }

    /// To answer offers and carry out what was taken.
    private func offerSteps(now: Instant) -> [OpenStep] {
        offers.flatMap { offer -> [OpenStep] in
            var steps: [OpenStep] = []
            switch offer.state(now: now) {
            case .open:
                steps.append(
                    .init(
                        kind: .answerOffer,
                        owner: .municipality,
                        since: offer.at,
                        due: .told(offer.offer.answerBy),
                        about: offer.id
                    )
                )
            case .taken where !stays.contains { $0.ground == offer.id } && !mustWait(offer):
                guard let answer = offer.answer, case .taken(let from) = answer.value.outcome else { break }
                steps.append(
                    .init(
                        kind: .startStay,
                        owner: .municipality,
                        since: answer.at,
                        due: .through(from),
                        about: offer.id
                    )
                )
            case .taken, .declined, .expired, .withdrawn: break
            }
            guard awaitsTribunal(offer), offer.isTaken, fulfilment == nil else { return steps }
            return steps + [
                .init(kind: .backToTribunal, owner: .municipality, since: offer.at, due: nil, about: offer.id)
            ]
        }
    }

    private func breachSteps(today: CalendarDay, _ targets: AssistanceTargets) -> [OpenStep] {
        let breaches = breaches(ReferralDays(self, today: today))
        let judge = breaches.filter { $0.standing == .proposed }.map { breach in
            OpenStep(
                kind: .judgeBreach,
                owner: .state,
                since: OsloTime.instant(of: breach.span.from, hour: 0),
                due: nil,
                about: versions.last?.id
            )
        }
        guard breaches.contains(where: { $0.standing != .contested && $0.span.until == today }) else { return judge }
        let tasks = jointTasks(today: today, targets: targets)
        return judge
            + tasks.filter { $0.done == nil && $0.since == tasks.last?.since }.map { task in
                OpenStep(
                    kind: .jointTask(task.kind),
                    owner: task.owner,
                    since: OsloTime.instant(of: task.since, hour: 0),
                    due: .target(OsloTime.instant(of: task.due, hour: 24)),
                    about: versions.last?.id
                )
            }
    }

    /// What its sender wants deleted, as long as nobody of the other side has said what has become of it.
    private func deletions(_ targets: AssistanceTargets) -> [OpenStep] {
        counting.compactMap { fact in
            guard fact.content == .deleted, facts.contains(where: { $0.by == fact.by && $0.id == fact.about }),
                !counting.contains(where: { $0.about == fact.id && $0.by != fact.by && $0.content == .seen })
            else { return nil }
            let due = OpenStep.Due.target(OsloTime.instant(of: fact.day.adding(days: targets.deletionDays), hour: 24))
            return .init(kind: .answerDeletion, owner: fact.by.other, since: fact.at, due: due, about: fact.id)
        }
    }

    /// Advice that was asked for and friction that was noted, unanswered.
    private var questions: [OpenStep] {
        counting.compactMap { fact in
            let (kind, answer, due): (OpenStep.Kind, SharedFact.Content, CalendarDay)
            switch fact.content {
            case .adviceAsked(let request): (kind, answer, due) = (.giveAdvice, .adviceGiven, request.replyBy)
            case .friction(let item): (kind, answer, due) = (.answerFriction, .frictionAnswered, item.replyBy)
            default: return nil
            }
            let isAnswered = counting.contains { $0.about == fact.id && $0.by != fact.by && $0.content == answer }
            guard !isAnswered else { return nil }
            return .init(kind: kind, owner: fact.by.other, since: fact.at, due: .through(due), about: fact.id)
        }
    }
}
