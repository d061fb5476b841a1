package import Law

/// An answer to a message that is about the message, not about the child.
package enum Answering: Hashable, Sendable {
    /// The system has kept the message: sent by the same commit, by nobody's decision (applikasjonskvittering).
    case applicationReceipt
    /// A person has looked at it (saksbehandlerkvittering).
    case caseworkerReceipt(HandlingNotice)
    /// The message cannot be processed (feilmelding).
    case failure

    /// What the header says of it (MeldingsForbindelse).
    package var relation: MessageRelation {
        switch self {
        case .applicationReceipt: .applicationReceipt
        case .caseworkerReceipt: .caseworkerReceipt
        case .failure: .failure
        }
    }
}

/// An answer that a party still owes the sender of a message.
package struct OwedReceipt: Hashable, Sendable {
    /// Which answer is owed.
    package enum Kind: Hashable, Sendable {
        /// The system owes it as soon as the message is kept.
        case applicationReceipt
        /// A person owes it; never sent by the system.
        case caseworkerReceipt
        /// The message was kept but has no place in the conversation, and its sender has to know.
        case failure
    }

    /// Which answer.
    package let kind: Kind
    /// The message that waits for it.
    package let message: MessageKey
}

extension ConversationState {
    /// Whether a party may answer a message in this way.
    ///
    /// A message that waits for an earlier one, or was refused, has arrived all the same: the system may answer it.
    ///
    /// - Parameters:
    ///   - message: The message to answer.
    ///   - party: Who answers; the message has to have been sent to it.
    ///   - answering: The answer; a second application receipt is refused, a second look by a person is not.
    /// - Returns: What the header must say, or the rule that stands in the way.
    package func mayAnswer(
        _ message: MessageKey,
        by party: OrganisationNumber,
        with answering: Answering
    ) -> Result<FollowUpReference, ActRefusal> {
        let held = facts.filter { $0.key == message }
        guard !held.isEmpty else { return .failure(.unknown(message.id)) }
        guard let fact = held.first(where: { $0.receiver == party }) else {
            return .failure(.notSentToYou(message.id))
        }
        guard !fact.kind.isTerminal else { return .failure(.neverAnswered(message.id)) }
        switch answering {
        case .caseworkerReceipt:
            guard fact.kind.mayHaveCaseworkerReceipt else { return .failure(.neverAnswered(message.id)) }
            guard let state = self[message], state.fact.receiver == party else {
                return .failure(.unknown(message.id))
            }
            if case .deleted(let by) = state.standing { return .failure(.deleted(by: by)) }
        case .applicationReceipt, .failure:
            let given = facts.first {
                $0.relation == answering.relation && $0.sender == party && $0.earlierKey == message
            }
            if let given {
                return .failure(.alreadyAnswered(by: given.id))
            }
        }
        return .success(follow(fact, answering.relation, from: party, to: fact.sender))
    }

    /// Whether a party may send one of our own messages about an earlier one: as an answer (Svar) to what the other
    /// party has sent, or as something more (Tillegg) to what it has sent itself.
    ///
    /// - Parameters:
    ///   - message: The newest version, or a supplement or answer that counts.
    ///   - party: Who sends; the message has to have been sent by it or to it.
    ///   - type: What is to be sent; each follows messages of certain kinds and senders only.
    /// - Returns: What the header must say, or the rule that stands in the way.
    package func mayFollow(
        _ message: MessageKey,
        by party: OrganisationNumber,
        with type: ExtensionType
    ) -> Result<FollowUpReference, ActRefusal> {
        switch phase {
        case .unopened: return .failure(.notOpened)
        case .withdrawn(let by, _): if !type.mayFollowTheEnd { return .failure(.withdrawn(by: by)) }
        case .deleted(let by): return .failure(.deleted(by: by))
        case .open: break
        }
        guard let state = self[message] else { return .failure(.unknown(message.id)) }
        let fact = state.fact
        guard party == fact.sender || party == fact.receiver else { return .failure(.notSentToYou(message.id)) }
        let relation: MessageRelation = party == fact.sender ? .supplement : .answer
        guard relation == .answer || type.mayBe(relation) else { return .failure(.notSentToYou(message.id)) }
        guard type.mayBe(relation), type.follows.contains(fact.kind) else { return .failure(.wrongTarget(message.id)) }
        guard state.standing == .valid else { return .failure(.noLongerCounts(message.id)) }
        return .success(follow(fact, relation, from: party, to: party == fact.sender ? fact.receiver : fact.sender))
    }

    /// The answers that a party owes, by message and kind.
    ///
    /// The system's receipt is owed for whatever has arrived, waiting or not, unless it has been answered by a receipt
    /// or a failure. A person's receipt is owed for what counts in an open conversation.
    package func owedReceipts(by party: OrganisationNumber) -> [OwedReceipt] {
        var owed: [OwedReceipt] = []
        var seen: Set<MessageKey> = []
        let answered = answered(by: party)
        let refused = Set(findings.filter(\.reason.isRefusal).map(\.message))
        for fact in facts where fact.receiver == party && !fact.kind.isTerminal && seen.insert(fact.key).inserted {
            guard !answered.contains(fact.key) else { continue }
            let kind: OwedReceipt.Kind = refused.contains(fact.key) ? .failure : .applicationReceipt
            owed.append(OwedReceipt(kind: kind, message: fact.key))
        }
        guard let contents, case .open = phase else { return owed }
        let counting = Set(contents.supplements + contents.answers + (contents.inForce.map { [$0] } ?? []))
        for state in messages where state.fact.receiver == party && state.stage < .seen {
            guard counting.contains(state.fact.originalKey.id), state.fact.kind.mayHaveCaseworkerReceipt else {
                continue
            }
            owed.append(OwedReceipt(kind: .caseworkerReceipt, message: state.fact.originalKey))
        }
        return owed
    }

    /// The messages that a party's system has answered by a receipt or a failure, settled or not.
    private func answered(by party: OrganisationNumber) -> Set<MessageKey> {
        let answers = facts.filter {
            $0.sender == party && ($0.relation == .applicationReceipt || $0.relation == .failure)
        }
        return Set(answers.compactMap(\.earlierKey))
    }
}

extension ConversationFinding.Reason {
    /// Whether the message has no place in the conversation, so that its sender has to be told.
    var isRefusal: Bool {
        switch self {
        case .otherParties, .receiptOfReceipt, .wrongTarget, .secondOpening: true
        case .afterEnd, .contested, .sentBeforeTarget: false
        }
    }
}
