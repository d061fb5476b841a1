package import Law

/// All that is known under one first message, whichever side of it we stand on.
///
/// The first message is named by its sender and its id together: StartMeldingId alone says who is meant to no program.
/// Whoever uses the id of somebody else's first message starts a conversation of their own and cannot touch this one.
///
/// It is a set of facts, and everything else is worked out from the set: what arrives late, twice or out of order
/// ends in the same value, and two such sets put together in any order are equal. Facts about a message that has not
/// come yet wait inside and settle when it comes. Nothing that is taken in moves a conversation backwards.
package struct Conversation: Hashable, Sendable {
    /// What taking in changed.
    package struct Absorption: Hashable, Sendable {
        /// Whether anything is known now that was not known before.
        package fileprivate(set) var isNews: Bool
        /// Content that has to be made unreadable now; the conversation has forgotten it already.
        package fileprivate(set) var forgotten: Set<ContentDigest>
    }

    /// The first message: who started the conversation, and its id (StartMeldingId).
    package let first: MessageKey
    /// The messages known, settled or not.
    package private(set) var facts: Set<MessageFact> = []
    /// Messages that nobody had answered in time, with the first time that this was noticed (UAVKLART).
    package private(set) var silences: [MessageKey: Instant] = [:]

    /// Makes the conversation that a message starts, before anything is known of it.
    package init(first: MessageKey) {
        self.first = first
    }

    /// Takes in a message, sent or received.
    ///
    /// A follow-up does not say which of its two parties sent the first message. It may be put to the conversation of
    /// either (``MessageFact/conversations``), before or after the first message: it settles only where the messages
    /// that it follows lead back to the first, and waits or is refused elsewhere, where it has no effect.
    ///
    /// - Returns: What changed; nothing where the message cannot belong to this conversation.
    package mutating func absorb(_ fact: MessageFact) -> Absorption? {
        guard fact.conversations.contains(first) else { return nil }
        let wasForgotten = facts.contains(fact.forgotten)
        guard facts.insert(fact).inserted else { return Absorption(isNews: false, forgotten: []) }
        let forgotten = settle()
        return Absorption(isNews: !wasForgotten || facts.contains(fact), forgotten: forgotten)
    }

    /// Takes in that nobody has answered a message in time.
    ///
    /// The alarm ends by itself when a receipt or a failure is taken in, before it or after.
    ///
    /// - Parameters:
    ///   - message: A message of ours.
    ///   - instant: When it was noticed; the earliest counts.
    package mutating func absorbSilence(about message: MessageKey, noticedAt instant: Instant) {
        silences[message] = min(instant, silences[message] ?? instant)
        _ = settle()
    }

    /// Takes in all that somebody else knows of the same conversation.
    ///
    /// - Returns: What changed; nothing where the other is another conversation.
    package mutating func absorb(_ other: Conversation) -> Absorption? {
        guard other.first == first else { return nil }
        let (before, silencesBefore) = (facts, silences)
        facts.formUnion(other.facts)
        silences.merge(other.silences, uniquingKeysWith: min)
        let forgotten = settle()
        return Absorption(isNews: facts != before || silences != silencesBefore, forgotten: forgotten)
    }

    /// Forgets what was deleted and the alarms that have been answered.
    private mutating func settle() -> Set<ContentDigest> {
        guard !silences.isEmpty || facts.contains(where: { $0.relation == .deleted }) else { return [] }
        let settlement = Settlement(self)
        silences = settlement.unanswered(silences)
        var forgotten: Set<ContentDigest> = []
        for fact in settlement.deleted {
            if let content = fact.content { forgotten.insert(content) }
            facts.remove(fact)
            facts.insert(fact.forgotten)
        }
        return forgotten
    }
}
