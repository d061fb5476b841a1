package import Law

extension SharedReferral {
    /// What one side tells the other if the command is carried out, or why not; pure and total.
    ///
    /// - Parameters:
    ///   - command: What is to be told, with its texts.
    ///   - side: Who wants to tell it.
    ///   - now: When it would be sent.
    ///   - today: The Norwegian day of `now`.
    /// - Returns: The content of the fact, which is the one that was wished for, or the first obstacle.
    package func decide(
        _ command: ReferralCommand,
        by side: Side,
        now: Instant,
        today: CalendarDay
    ) -> Result<SharedFact.Content, AssistanceRefusal> {
        let rules = AssistanceRules(shared: self, command: command, side: side, now: now, today: today)
        return rules.obstacle.map(Result.failure) ?? .success(command.content)
    }
}

/// The rules for one command, with all that they look at.
struct AssistanceRules {
    let shared: SharedReferral
    let command: ReferralCommand
    let side: Side
    let now: Instant
    let today: CalendarDay

    /// The first thing in the way.
    var obstacle: AssistanceRefusal? {
        guard command.content.sides.contains(side) else { return .notYours }
        if command.content.opens { return shared.facts.isEmpty ? opening : .alreadyAsked }
        guard let referral = shared.referral else { return .notAsked }
        if shared.end != nil, !command.content.mayFollowTheEnd { return .isOver }
        return switch command.content {
        case .asked, .acuteAsked: nil
        case .replaced: obstacleToReplacing
        case .supplemented: nil
        case .withdrawn, .deleted: obstacleToTakingBack
        case .seen: messageOfTheOther == nil ? .unknown : nil
        case .serviceDeclined: referral.basis.isDuty ? .stateIsObliged : alreadyFulfilled ?? lacking(.reasons)
        case .offered(let offer): obstacle(to: offer, for: referral)
        case .offerAnswered(let answer): obstacle(to: answer)
        case .acuteAnswered(let answer): obstacle(to: answer)
        case .fosterHome(let step): obstacle(to: step)
        case .stay(let step): obstacle(to: step)
        case .delayed(let delay): obstacle(to: delay)
        case .breachJudged(let statement): obstacle(to: statement)
        case .privateSolution(let span): span.isEmpty ? .wrongTime : nil
        case .taskDone: obstacleToTask
        case .adviceAsked(let request): request.replyBy < today ? .wrongTime : lacking(.question)
        case .adviceGiven: obstacleToReply(.answer) { if case .adviceAsked = $0 { true } else { false } }
        case .friction(let item): obstacle(to: item)
        case .frictionAnswered: obstacleToReply(.answer) { if case .friction = $0 { true } else { false } }
        }
    }

    /// A text that must be there.
    func lacking(_ part: Prose.Part) -> AssistanceRefusal? {
        command.prose[part] == nil ? .lacks(part) : nil
    }

    /// What the child says, or why nobody asked it (§ 1-4).
    func lackingHearing(_ isHeard: Bool) -> AssistanceRefusal? { lacking(isHeard ? .childsView : .notHeard) }

    /// The fact that it is about, where the other side told it and it counts.
    var messageOfTheOther: SharedFact? { told(by: side.other) }

    /// The fact that it is about, where its sender is this one and it counts.
    func told(by side: Side) -> SharedFact? {
        shared.counting.first { $0.id == command.about && $0.by == side }
    }

    var alreadyFulfilled: AssistanceRefusal? { shared.fulfilment == nil ? nil : .alreadyStarted }

    private var opening: AssistanceRefusal? {
        guard case .acuteAsked(let request) = command.content else { return nil }
        guard request.section.isAcute, request.kind.isStay else { return .notAcute }
        guard request.children > 0 else { return .wrongNumber }
        let times = [request.phonedAt, request.askedAt, now].compactMap(\.self)
        guard times == times.sorted(), request.decidedAt <= now else { return .wrongTime }
        return nil
    }

    private var obstacleToReplacing: AssistanceRefusal? {
        guard let about = told(by: side), about.content.isRequest else { return .unknown }
        return alreadyFulfilled
    }

    /// Only the sender takes back, and what has been carried out cannot be undone by a message.
    private var obstacleToTakingBack: AssistanceRefusal? {
        guard let about = told(by: side) else { return .unknown }
        switch about.content {
        case .asked, .replaced, .acuteAsked:
            // What was withdrawn may still have to be forgotten.
            if let end = shared.end, end.kind != .withdrawn || command.content == .withdrawn { return .isOver }
            return alreadyFulfilled
        case .offered: return shared.stays.contains { $0.ground == about.id } ? .alreadyStarted : nil
        case .withdrawn, .deleted: return .unknown
        default: return nil
        }
    }

    private var obstacleToTask: AssistanceRefusal? {
        shared.jointTasks(today: today, targets: .usual).isEmpty ? .noBreach : nil
    }

    private func obstacle(to item: Friction) -> AssistanceRefusal? {
        // Nobody contests a delay that they have told of themselves: that is taken back.
        if let own = told(by: side), case .delayed = own.content { return .notYours }
        guard item.minutesLost >= 0 else { return .wrongNumber }
        return item.replyBy < today ? .wrongTime : lacking(.events)
    }

    /// The other side's question, which nobody has answered yet.
    private func obstacleToReply(
        _ part: Prose.Part,
        to isQuestion: (SharedFact.Content) -> Bool
    ) -> AssistanceRefusal? {
        guard let question = messageOfTheOther, isQuestion(question.content) else { return .unknown }
        let isAnswered = shared.counting.contains {
            $0.about == question.id && $0.by == side && $0.content == command.content
        }
        return isAnswered ? .alreadyAnswered : lacking(part)
    }
}
