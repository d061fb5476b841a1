import Law

extension AssistanceRules {
    /// The steps to a foster home come in their order, and none after the child has moved into it.
    func obstacle(to step: FosterHomeStep) -> AssistanceRefusal? {
        guard shared.leadsToFosterHome else { return .unknown }
        let pathway = shared.pathway(to: shared.home(of: command.about, at: now))
        if pathway.reached == .movedIn { return .alreadyStarted }
        guard step.on <= today else { return .wrongTime }
        if let missing = pathway.missing(before: step.stage) { return .stepMissing(missing) }
        return step.stage == .childHeard ? lackingHearing(step.childHeard) : nil
    }

    /// A stay rests on an offer that was taken or on an acute place; what comes after it, on its start.
    func obstacle(to step: StayStep) -> AssistanceRefusal? {
        if case .started(let planned) = step.change { return obstacle(toStart: step.on, planned) }
        guard let stay = shared.stays.first(where: { $0.id == command.about }), stay.ended == nil else {
            return .noStay
        }
        guard step.on >= stay.started else { return .wrongTime }
        if case .extended(let until) = step.change, until <= step.on { return .wrongTime }
        return lacking(.reasons)
    }

    private func obstacle(
        toStart day: CalendarDay,
        _ planned: CalendarDay?
    ) -> AssistanceRefusal? {
        if let refusal = alreadyFulfilled { return refusal }
        guard shared.end == nil else { return .isOver }
        guard day <= today, planned.map({ $0 > day }) ?? true else { return .wrongTime }
        let offer = shared.offers.first { $0.id == command.about || $0.answer?.id == command.about }
        let acute = shared.acutePlaces.first { $0.id == command.about && $0.mayBeEntered(on: day) }
        guard offer?.isTaken ?? (acute != nil) else { return .notAccepted }
        if shared.stays.contains(where: { $0.ground == offer?.id ?? acute?.id }) { return .alreadyStarted }
        guard let offer else { return nil }
        guard offer.offer.usable.contains(day) else { return .wrongTime }
        if shared.mustWait(offer) { return .tribunalFirst }
        // Whatever was asked for, a foster home is chosen and approved (§ 9-5), and it is this one. An interim home is not
        // chosen for good, so that the steps to one are not asked for.
        guard offer.offer.kind == .fosterHome, !offer.offer.isInterim else { return nil }
        return shared.pathway(to: offer).missing(before: .movedIn).map(AssistanceRefusal.stepMissing)
    }
}
