internal import Law

/// Which facts have found the message that they follow, all the way back to a first message.
///
/// A larger set of facts never has fewer settled ones: a fact settles by what exists, never by what does not. That is
/// why the order of arrival cannot matter, even for a deletion, which nothing brings back.
struct Settlement {
    /// All facts, in an order that does not depend on arrival.
    let facts: [MessageFact]
    /// For each fact whether it goes back to the first message; else it waits or is refused.
    private(set) var isSettled: [Bool]
    private let opener: OrganisationNumber
    private var named: [MessageKey: [Int]] = [:]
    private var ids: Set<RecordID> = []

    init(_ conversation: Conversation) {
        opener = conversation.first.sender
        facts = conversation.facts.sorted(by: MessageFact.precedes)
        isSettled = facts.map(\.isOpening)
        var followers: [MessageKey: [Int]] = [:]
        for (index, fact) in facts.enumerated() {
            for key in fact.names {
                named[key, default: []].append(index)
                ids.insert(key.id)
            }
            if let earlier = fact.earlierKey { followers[earlier, default: []].append(index) }
        }
        var found = facts.indices.filter { isSettled[$0] }
        while let index = found.popLast() {
            for follower in facts[index].names.flatMap({ followers[$0] ?? [] })
            where !isSettled[follower] && facts[follower].mistake(about: facts[index]) == nil {
                isSettled[follower] = true
                found.append(follower)
            }
        }
    }

    /// Whether a message of anybody has this id.
    func isKnown(_ id: RecordID) -> Bool { ids.contains(id) }

    /// The facts that a key may mean.
    func facts(named key: MessageKey) -> [MessageFact] {
        (named[key] ?? []).map { facts[$0] }
    }

    /// The settled facts that a settled follow-up rightly follows.
    func followed(by fact: MessageFact) -> [MessageFact] {
        guard let key = fact.earlierKey else { return [] }
        return (named[key] ?? []).filter { isSettled[$0] && fact.mistake(about: facts[$0]) == nil }
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
        let settled = facts.indices.filter { isSettled[$0] && facts[$0].kind.isTerminal }
        return Set(settled.flatMap { followed(by: facts[$0]) }.map(\.originalKey))
    }

    /// The facts that a deletion reaches.
    ///
    /// A deleted version takes with it all that goes back to the first message, the other party's answers included,
    /// and what its sender has sent that still waits. A deleted supplement or answer takes only itself.
    var deleted: [MessageFact] {
        var isAllGone = false
        var keysGone: Set<MessageKey> = []
        for (index, fact) in facts.enumerated() where fact.relation == .deleted && isSettled[index] {
            for earlier in followed(by: fact) {
                if earlier.isVersion {
                    isAllGone = true
                } else {
                    keysGone.insert(earlier.key)
                }
            }
        }
        return facts.indices.filter { index in
            let fact = facts[index]
            return isAllGone && (isSettled[index] || fact.sender == opener)
                || keysGone.contains(fact.key) || keysGone.contains(fact.originalKey)
        }.map { facts[$0] }
    }
}

extension MessageFact {
    /// The keys under which others follow it; a copy that opens is followed under the key of the original as well.
    fileprivate var names: [MessageKey] { isOpening && isCopy ? [key, originalKey] : [key] }

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
            case .update: earlier.isVersion && earlier.kind.mayBe(.update)
            case .supplement where kind.isRettid: followsKind(earlier.kind)
            case .supplement, .withdrawn, .deleted:
                earlier.isVersion || earlier.relation == .supplement || earlier.relation == .answer
            case .caseworkerReceipt: earlier.kind.mayHaveCaseworkerReceipt
            case .applicationReceipt, .failure: true
            case .answer: followsKind(earlier.kind)
            }
        return fits ? nil : .wrongTarget
    }

    /// Whether a message of this kind is about one of another kind.
    private func followsKind(_ other: MessageKind) -> Bool {
        guard case .rettid(let type) = kind else { return false }
        return type.follows.contains(other)
    }
}
