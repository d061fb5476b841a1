package import Law

extension ConversationState {
    /// Whether a party may replace the whole of what it asked for (Oppdatering).
    ///
    /// An update of a version that could not be processed is allowed: it is how that is put right.
    ///
    /// - Returns: What the header must say, or the rule that stands in the way.
    package func mayUpdate(
        by sender: OrganisationNumber,
        with kind: MessageKind
    ) -> Result<FollowUpReference, ActRefusal> {
        openContents.flatMap { contents in
            guard let parties, parties.opener == sender else { return .failure(.notOpener) }
            guard let newest = self[MessageKey(sender: sender, id: contents.newest)] else {
                return .failure(.unknown(contents.newest))
            }
            guard newest.fact.kind == kind, kind.mayBe(.update) else {
                return .failure(.otherKind(newest.fact.kind))
            }
            return .success(reference(.update, to: newest.fact))
        }
    }

    /// Whether a party may add attachments to a message of its own (Tillegg).
    ///
    /// The message has to be a version, a supplement or an answer of the sender's that counts.
    ///
    /// - Returns: What the header must say, or the rule that stands in the way.
    package func maySupplement(
        _ message: RecordID,
        by sender: OrganisationNumber
    ) -> Result<FollowUpReference, ActRefusal> {
        openContents.flatMap { _ in
            ownMessage(message, of: sender).flatMap { own in
                own.standing == .valid
                    ? .success(reference(.supplement, to: own.fact)) : .failure(.noLongerCounts(message))
            }
        }
    }

    /// Whether a party may take back a message of its own because it is no longer relevant (Trukket).
    ///
    /// Taking back any version ends the whole conversation; taking back a supplement or an answer only that one.
    ///
    /// - Returns: What the header must say, or the rule that stands in the way.
    package func mayWithdraw(
        _ message: RecordID,
        by sender: OrganisationNumber
    ) -> Result<FollowUpReference, ActRefusal> {
        openContents.flatMap { _ in
            ownMessage(message, of: sender).flatMap { own in
                switch own.standing {
                case .withdrawn(let by): .failure(.withdrawn(by: by))
                case .deleted(let by): .failure(.deleted(by: by))
                case .tooLate: .failure(.noLongerCounts(message))
                case .valid, .superseded: .success(reference(.withdrawn, to: own.fact))
                }
            }
        }
    }

    /// Whether a party may have a message of its own made unreadable because it was sent by mistake (Slettet).
    ///
    /// It may also after a withdrawal. Deleting any version deletes the whole conversation.
    ///
    /// - Returns: What the header must say, or the rule that stands in the way.
    package func mayDelete(
        _ message: RecordID,
        by sender: OrganisationNumber
    ) -> Result<FollowUpReference, ActRefusal> {
        switch phase {
        case .unopened: .failure(.notOpened)
        case .deleted(let by): .failure(.deleted(by: by))
        case .open, .withdrawn:
            ownMessage(message, of: sender).flatMap { own in
                guard case .deleted(let by) = own.standing else {
                    return .success(reference(.deleted, to: own.fact))
                }
                return .failure(.deleted(by: by))
            }
        }
    }

    private var openContents: Result<Contents, ActRefusal> {
        switch phase {
        case .unopened: .failure(.notOpened)
        case .open(let contents): .success(contents)
        case .withdrawn(let by, _): .failure(.withdrawn(by: by))
        case .deleted(let by): .failure(.deleted(by: by))
        }
    }

    /// A version, supplement or answer that a party has sent.
    private func ownMessage(_ id: RecordID, of sender: OrganisationNumber) -> Result<MessageState, ActRefusal> {
        guard let message = self[MessageKey(sender: sender, id: id)] else { return .failure(.unknown(id)) }
        let fact = message.fact
        guard fact.isVersion || fact.relation == .supplement || fact.relation == .answer else {
            return .failure(.wrongTarget(id))
        }
        return .success(message)
    }

    private func reference(_ relation: MessageRelation, to fact: MessageFact) -> FollowUpReference {
        follow(fact, relation, from: fact.sender, to: fact.receiver)
    }

    func follow(
        _ fact: MessageFact,
        _ relation: MessageRelation,
        from sender: OrganisationNumber,
        to receiver: OrganisationNumber
    ) -> FollowUpReference {
        let theirs = messages.filter { $0.fact.sender == receiver && $0.fact.reference != nil }
        let sentAfter = messages.filter { $0.fact.isVersion && $0.fact.sender == sender }.map(\.fact.sentAt).max()
        return FollowUpReference(
            relation: relation,
            start: first.id,
            message: relation.concernsOwnMessage ? fact.originalKey.id : fact.id,
            receiverReference: theirs.last?.fact.reference,
            sender: sender,
            receiver: receiver,
            sentAfter: relation.concernsOwnMessage ? max(fact.sentAt, sentAfter ?? fact.sentAt) : fact.sentAt
        )
    }
}
