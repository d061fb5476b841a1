internal import Law

/// Which facts have found the message that they follow, all the way back to a first message.
///
/// A larger set of facts never has fewer settled ones: a fact settles by what exists, never by what does not. That is
/// why the order of arrival cannot matter, even for a deletion, which nothing brings back.
struct Settlement {
    /// All facts, in an order that does not depend on arrival.
    let facts: [MessageFact]
    /// For each fact whose first message it goes back to; none where it waits or is refused.
    private(set) var openers: [[OrganisationNumber]]
    private var named: [MessageKey: [Int]] = [:]

    init(_ known: some Sequence<MessageFact>) {
        facts = known.sorted(by: MessageFact.precedes)
        openers = Array(repeating: [], count: facts.count)
        var followers: [MessageKey: [Int]] = [:]
        for (index, fact) in facts.enumerated() {
            named[fact.key, default: []].append(index)
            if fact.isOpening, fact.isCopy { named[fact.originalKey, default: []].append(index) }
            if let earlier = fact.earlierKey { followers[earlier, default: []].append(index) }
        }
        var found = facts.indices.filter { facts[$0].isOpening }.map { ($0, facts[$0].sender) }
        while let (index, opener) = found.popLast() {
            let fact = facts[index]
            guard !openers[index].contains(opener) else { continue }
            openers[index].append(opener)
            for key in Set([fact.key, fact.isOpening ? fact.originalKey : fact.key]) {
                for follower in followers[key] ?? [] where facts[follower].mistake(about: fact) == nil {
                    found.append((follower, opener))
                }
            }
        }
    }

    /// The facts that a key may mean.
    func facts(named key: MessageKey) -> [MessageFact] {
        (named[key] ?? []).map { facts[$0] }
    }

    /// The settled facts that a settled follow-up rightly follows.
    func followed(by fact: MessageFact) -> [MessageFact] {
        guard let key = fact.earlierKey else { return [] }
        return (named[key] ?? []).filter { !openers[$0].isEmpty && fact.mistake(about: facts[$0]) == nil }
            .map { facts[$0] }
    }

    /// The alarms about messages that no receipt and no failure has answered, nor any copy of them.
    func unanswered(_ silences: [MessageKey: Instant]) -> [MessageKey: Instant] {
        let answers = answers
        return silences.filter { message, _ in
            !answers.contains(message) && !facts(named: message).contains { answers.contains($0.originalKey) }
        }
    }

    /// The messages that a receipt or a failure has answered, each by its own key and not by that of a copy.
    private var answers: Set<MessageKey> {
        let settled = facts.indices.filter { !openers[$0].isEmpty && facts[$0].kind.isTerminal }
        return Set(settled.flatMap { followed(by: facts[$0]) }.map(\.originalKey))
    }

    /// The facts that a deletion reaches.
    ///
    /// A deleted version takes with it all that goes back to the same first message, the other party's answers
    /// included, and what its sender has sent that still waits. A deleted supplement or answer takes only itself.
    var deleted: [MessageFact] {
        var openersGone: Set<OrganisationNumber> = []
        var keysGone: Set<MessageKey> = []
        for (index, fact) in facts.enumerated() where fact.relation == .deleted && !openers[index].isEmpty {
            for earlier in followed(by: fact) {
                if earlier.isVersion {
                    openersGone.formUnion(openers[index])
                } else {
                    keysGone.insert(earlier.key)
                }
            }
        }
        return facts.indices.filter { index in
            let fact = facts[index]
            return !openersGone.isDisjoint(with: openers[index])
                || openers[index].isEmpty && openersGone.contains(fact.sender)
                || keysGone.contains(fact.key) || keysGone.contains(fact.originalKey)
        }.map { facts[$0] }
    }
}

extension MessageFact {
    /// Why this message cannot be about an earlier one; nothing where it can.
    func mistake(about earlier: MessageFact) -> ConversationFinding.Reason? {
        guard let relation else { return nil }
        guard earlier.receiver == (relation.concernsOwnMessage ? receiver : sender) else { return .otherParties }
        guard !earlier.kind.isTerminal else {
            return relation.concernsOwnMessage ? .wrongTarget : .receiptOfReceipt
        }
        let fits =
            switch relation {
            case .duplicate: !earlier.isCopy && earlier.kind == kind
            case .update: earlier.isVersion && earlier.kind.allowedRelations.contains(.update)
            case .supplement, .withdrawn, .deleted:
                earlier.isVersion || earlier.relation == .supplement || earlier.relation == .answer
            case .caseworkerReceipt: earlier.kind.mayHaveCaseworkerReceipt
            case .applicationReceipt, .failure: true
            case .answer: answersKind(earlier.kind)
            }
        return fits ? nil : .wrongTarget
    }

    /// Whether a message of this kind is an answer to one of another kind.
    private func answersKind(_ other: MessageKind) -> Bool {
        guard case .rettid(let type) = kind else { return false }
        return type.answers.contains(other)
    }
}
