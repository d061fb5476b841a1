internal import Law

extension Conversation {
    /// What the facts amount to; the same on both sides once both have the same facts.
    package var state: ConversationState { StateBuilder(self).state }
}

/// Works out a conversation's state from its facts, without regard to their arrival.
private struct StateBuilder {
    private typealias Parties = ConversationState.Parties

    private let conversation: Conversation
    private let settlement: Settlement
    private var parties: Parties?
    private var waiting: [MessageFact] = []
    private var findings: [ConversationFinding] = []
    private var found: Set<ConversationFinding> = []
    /// The facts that count for this conversation, by time, copies last.
    private var tree: [MessageFact] = []
    /// One fact for each message that can be answered, by time; the first one sent where several claim an id.
    private var messages: [MessageFact] = []
    private var copies: [MessageKey: Set<RecordID>] = [:]
    private var answers: [MessageKey: [MessageFact]] = [:]
    /// The earliest message that ended the whole, and the deletion if there is any.
    private var end: MessageFact?
    private var deletion: MessageFact?
    /// The earliest message that took back a single one; a deletion before a withdrawal.
    private var takenBack: [MessageKey: MessageFact] = [:]

    init(_ conversation: Conversation) {
        self.conversation = conversation
        settlement = Settlement(conversation)
        if let opening = settlement.facts.first(where: \.isOpening) {
            parties = Parties(opener: opening.sender, receiver: opening.receiver)
        }
        sortOut()
        chooseMessages()
        findEnds()
        gatherAnswers()
    }

    /// Tells apart what counts, what waits and what is refused.
    private mutating func sortOut() {
        for (index, fact) in settlement.facts.enumerated() {
            if !settlement.isSettled[index] {
                if let reason = refusal(of: fact) {
                    find(reason, fact)
                } else {
                    waiting.append(fact)
                }
            } else if let parties, parties.exchange(fact) {
                tree.append(fact)
            } else {
                find(fact.isOpening ? .secondOpening : .otherParties, fact)
            }
        }
        for fact in tree {
            let earlier = settlement.followed(by: fact)
            if !earlier.isEmpty, earlier.allSatisfy({ fact.sentAt < $0.sentAt }) { find(.sentBeforeTarget, fact) }
        }
    }

    /// Why a fact that has not settled never will; nothing where it may yet.
    private func refusal(of fact: MessageFact) -> ConversationFinding.Reason? {
        guard let earlier = fact.earlierKey else { return nil }
        let meant = settlement.facts(named: earlier)
        guard meant.isEmpty else {
            let reasons = meant.map { fact.mistake(about: $0) }
            return reasons.contains(nil) ? nil : reasons.compactMap(\.self).first
        }
        return settlement.isKnown(earlier.id) ? .otherParties : nil
    }

    private mutating func chooseMessages() {
        var chosen: [MessageKey: MessageFact] = [:]
        for fact in tree where !fact.kind.isTerminal {
            if fact.isCopy { copies[fact.originalKey, default: []].insert(fact.id) }
            guard let first = chosen[fact.originalKey] else {
                chosen[fact.originalKey] = fact
                continue
            }
            if !fact.isCopy || fact.kind != first.kind { find(.contested, fact) }
        }
        messages = chosen.values.sorted {
            $0.sentAt == $1.sentAt ? $0.originalKey < $1.originalKey : $0.sentAt < $1.sentAt
        }
    }

    private mutating func findEnds() {
        for fact in tree where fact.relation == .withdrawn || fact.relation == .deleted {
            for earlier in settlement.followed(by: fact) {
                if earlier.isVersion {
                    end = end ?? fact
                    if fact.relation == .deleted { deletion = deletion ?? fact }
                } else if takenBack[earlier.originalKey]?.relation != .deleted,
                    takenBack[earlier.originalKey] == nil || fact.relation == .deleted
                {
                    takenBack[earlier.originalKey] = fact
                }
            }
        }
        for fact in messages where isTooLate(fact) { find(.afterEnd, fact) }
    }

    private mutating func gatherAnswers() {
        for fact in tree where fact.kind.isTerminal {
            for key in Set(settlement.followed(by: fact).map(\.originalKey)) {
                answers[key, default: []].append(fact)
            }
        }
    }

    private func isTooLate(_ fact: MessageFact) -> Bool {
        guard let end, fact.sender == end.sender, fact.relation == .update || fact.relation == .supplement else {
            return false
        }
        if case .rettid(let type) = fact.kind, type.mayFollowTheEnd { return false }
        return fact.sentAt > end.sentAt
    }

    private mutating func find(_ reason: ConversationFinding.Reason, _ fact: MessageFact) {
        let finding = ConversationFinding(message: fact.key, reason: reason)
        if found.insert(finding).inserted { findings.append(finding) }
    }
}

extension StateBuilder {
    var state: ConversationState {
        let versions = versions
        let inForce = versions.lastIndex { failure(of: $0.originalKey) == nil }
        let superseded = Set(versions.prefix(inForce ?? max(0, versions.count - 1)).map(\.originalKey))
        let states = messages.map { state(of: $0, isSuperseded: superseded.contains($0.originalKey)) }
        let sound = states.filter { $0.failure == nil && $0.standing == .valid }
        let contents = versions.last.map { newest in
            ConversationState.Contents(
                newest: newest.originalKey.id,
                inForce: inForce.map { versions[$0].originalKey.id },
                supplements: sound.filter { $0.fact.relation == .supplement }.map(\.fact.originalKey.id),
                answers: sound.filter { $0.fact.relation == .answer }.map(\.fact.originalKey.id)
            )
        }
        return ConversationState(
            first: conversation.first,
            parties: parties,
            phase: phase(contents),
            facts: settlement.facts,
            messages: states,
            waiting: waiting,
            findings: findings
        )
    }

    /// The first message, then its updates by time: an update replaces the first whatever the clocks say.
    private var versions: [MessageFact] {
        let versions = messages.filter { $0.isVersion && !isTooLate($0) }
        return versions.filter(\.isOpening) + versions.filter { !$0.isOpening }
    }

    private func phase(_ contents: ConversationState.Contents?) -> ConversationState.Phase {
        guard let contents else { return .unopened }
        if let deletion { return .deleted(by: deletion.id) }
        return end.map { .withdrawn(by: $0.id, contents) } ?? .open(contents)
    }

    private func state(of fact: MessageFact, isSuperseded: Bool) -> MessageState {
        let answers = answers[fact.originalKey] ?? []
        let stage: MessageState.Stage =
            if answers.contains(where: { $0.relation == .caseworkerReceipt }) {
                .seen
            } else {
                answers.contains { $0.relation == .applicationReceipt } ? .received : .sent
            }
        return MessageState(
            fact: fact,
            copies: copies[fact.originalKey] ?? [],
            stage: stage,
            standing: standing(of: fact, isSuperseded: isSuperseded),
            failure: failure(of: fact.originalKey),
            unansweredSince: silence(about: fact.originalKey)
        )
    }

    private func standing(of fact: MessageFact, isSuperseded: Bool) -> MessageState.Standing {
        let isEnding = fact.relation == .withdrawn || fact.relation == .deleted
        if let deletion, !isEnding { return .deleted(by: deletion.id) }
        if let taker = takenBack[fact.originalKey] {
            return taker.relation == .deleted ? .deleted(by: taker.id) : .withdrawn(by: taker.id)
        }
        if isTooLate(fact) { return .tooLate }
        return isSuperseded ? .superseded : .valid
    }

    /// Since when nobody has answered a message or a copy of it.
    private func silence(about key: MessageKey) -> Instant? {
        let copies = (copies[key] ?? []).map { MessageKey(sender: key.sender, id: $0) }
        return ([key] + copies).compactMap { conversation.silences[$0] }.min()
    }

    /// The newest failure about a message, unless a receipt was sent after it.
    private func failure(of key: MessageKey) -> RecordID? {
        let answers = answers[key] ?? []
        guard let failure = answers.last(where: { $0.relation == .failure }) else { return nil }
        let isMadeGood = answers.contains { $0.relation != .failure && $0.sentAt > failure.sentAt }
        return isMadeGood ? nil : failure.id
    }
}
