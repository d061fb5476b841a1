package import Assistance
import Casework
package import Exchange
import Journal
package import Law

/// What a municipality does with the referrals of a case; all of it by the tie to the case.
extension ReferralDesk {
    /// The referrals of a case, newest first; the access line names the case, and so all that are in it.
    ///
    /// - Throws: ``Absent`` where there is no such case or the person may not read it.
    package func referrals(_ person: Person, ofCase caseID: RecordID) async throws -> [ReferralRow] {
        let (stored, unit, _) = try await enter(person, .readReferral, ofCase: caseID)
        let referrals = unit.read { $0.referrals(ofCase: stored.facts.id) }
        let (now, today) = (environment.now(), environment.today)
        return referrals.map { row($0, in: unit, now: now, today: today) }.sorted { $0.askedAt > $1.askedAt }
    }

    /// Asks for a place at once, by telephone first (akuttanmodning).
    ///
    /// `prose` says who asks, what has happened and what has to be taken account of; the child is the case's own.
    ///
    /// - Returns: The message, which is the conversation too.
    /// - Throws: ``Absent`` where there is no such case or the person may not change it; ``NoCounterpart`` where no
    ///   intake is known.
    package func askAcutely(
        _ person: Person,
        forCase caseID: RecordID,
        _ request: AcuteRequest,
        _ prose: Prose,
        child: AcuteChild,
        key: String
    ) async throws -> Sent {
        let (stored, _, _) = try await enter(person, .changeReferral, ofCase: caseID)
        return try await start(
            .acute(request, prose, child),
            forCase: caseID,
            municipality: stored.facts.municipality,
            by: person,
            key: key
        )
    }

    /// The referrals that a case has sent, newest first, each as far as its newest version's header tells.
    ///
    /// - Throws: ``Absent`` where there is no such case or the person may not read it.
    package func sent(_ person: Person, ofCase caseID: RecordID) async throws -> [SentReferral] {
        let (stored, unit, _) = try await enter(person, .readReferral, ofCase: caseID)
        let referrals = unit.read { $0.referrals(ofCase: stored.facts.id) }
        return referrals.compactMap(newest).sorted { $0.sentAt > $1.sentAt }
    }

    /// What the newest version of a referral says that this service has sent.
    ///
    /// - Throws: ``Absent`` where there is none or the person may not read it; any other error where the message cannot be
    ///   read.
    func content(_ person: Person, of id: RecordID) async throws -> MessageNode {
        let reached = try reach(person, id)
        let (stored, grant) = try await enter(person, .readReferral, id, reached)
        guard let own = stored.facts.newestOwnReferral?.mark,
            case .referral(.sent(let sent, _))? = try reached.unit.event(at: own.entry, under: grant)?.event
        else { throw Absent() }
        return try MessageReader.read(sent.bytes).root
    }

    /// A referral by its newest version; `nil` for an acute request, which is no form.
    private func newest(of stored: StoredReferral) -> SentReferral? {
        let facts = stored.facts
        guard let (own, type) = facts.newestOwnReferral else { return nil }
        return SentReferral(
            id: own.head.id,
            start: facts.id,
            type: type,
            receiver: MessageParty(organisationNumber: "\(facts.counterpart)", name: name(of: facts.counterpart)),
            receiverReference: nil,
            sentAt: own.head.sentAt,
            hasStarted: stored.shared.fulfilment != nil,
            isOver: stored.shared.end != nil,
            about: Dictionary(
                facts.messages.filter(\.isOwn).compactMap { mark in mark.head.about.map { (mark.head.id, $0) } },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    /// Sends a message for a case; its header decides what it is to which conversation.
    ///
    /// Ids, parties, system and times of the header are written anew here; what the form says stays as it is.
    ///
    /// - Parameters:
    ///   - person: Who sends it.
    ///   - caseID: The case that it is about.
    ///   - message: The message as the form has made it.
    ///   - attachments: Documents of the case that go with it, by their ids, with the names that the message gives them;
    ///     their sizes are the documents' own.
    ///   - reason: Why the child has not been heard first; stands in the case from the same commit on.
    ///   - key: The form's idempotency key.
    /// - Returns: What was sent, or why it was refused.
    /// - Throws: ``Absent`` where the person may not; ``NoCounterpart``; any other error where it could not be stored.
    package func send(
        _ person: Person,
        forCase caseID: RecordID,
        _ message: Message,
        attachments: [MessageAttachment],
        withoutParticipation reason: String? = nil,
        key: String
    ) async throws -> Sent {
        let (stored, unit, _) = try await enter(person, .changeReferral, ofCase: caseID)
        let (attachments, files) = try files(attachments, of: stored, in: unit)
        guard let followUp = message.header?.followUp else {
            return try await start(
                .made(message),
                forCase: caseID,
                municipality: stored.facts.municipality,
                files: files,
                attachments: attachments,
                withoutParticipation: reason,
                by: person,
                key: key
            )
        }
        guard let conversation = RecordID(followUp.startID), let about = RecordID(followUp.messageID),
            let referral = unit.read({ $0.referral(conversation) }), referral.facts.link == caseID
        else { throw Absent() }
        return try await send(
            .made(message),
            in: referral.facts,
            about: about,
            files: files,
            attachments: attachments,
            withoutParticipation: reason.map { (caseID, $0) },
            by: person,
            key: key
        )
    }

    private func enter(
        _ person: Person,
        _ action: Action,
        ofCase id: RecordID
    ) async throws -> (stored: StoredCase, unit: Unit, grant: Grant) {
        let reached = try cases.reach(person, id)
        let grant = try await gate.enter(
            person,
            action,
            in: reached.unit.id,
            objects: [id],
            exists: reached.stored != nil,
            tie: reached.tie
        )
        guard let stored = reached.stored else { throw Absent() }
        return (stored, reached.unit, grant)
    }

    /// Documents of a case that are to go with a message, with their sizes, and what vouches for them.
    private func files(
        _ attachments: [MessageAttachment],
        of stored: StoredCase,
        in unit: Unit
    ) throws -> ([MessageAttachment], [Parcel.File]) {
        guard !attachments.isEmpty else { return ([], []) }
        let documents = try unit.documents(ofCase: stored.facts.id)
        let found = try attachments.map { attachment in
            guard stored.facts.documents.contains(attachment.id), let document = documents[attachment.id] else {
                throw Absent()
            }
            return (
                MessageAttachment(id: attachment.id, name: attachment.name, size: document.size),
                Parcel.File(name: attachment.name, reference: document.reference)
            )
        }
        return (found.map(\.0), found.map(\.1))
    }
}

/// Nobody is known to whom this would go.
package struct NoCounterpart: Error, Hashable, Sendable {
    package init() {}
}

extension ReferralFacts {
    /// The newest version of the referral that this unit has sent; `nil` for an acute request, which is no form.
    fileprivate var newestOwnReferral: (mark: Mark, type: MessageType)? {
        for mark in messages.reversed() where mark.isOwn {
            if case .standard(let type) = mark.head.kind, type.isReferral { return (mark, type) }
        }
        return nil
    }
}
