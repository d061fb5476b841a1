package import Assistance
import Casework
package import Exchange
import Journal
package import Law

/// What a municipality does with the referrals of a case; all of it by the tie to the case.
extension ReferralDesk: ReferralSending {
    /// The referrals of a case, newest first.
    ///
    /// - Throws: ``Absent`` where there is no such case or the person may not read it.
    package func referrals(_ person: Person, ofCase caseID: RecordID) async throws -> [ReferralRow] {
        let (stored, unit) = try await enter(person, .readReferral, ofCase: caseID)
        let referrals = unit.read { $0.referrals(ofCase: stored.facts.id) }
        let (now, today) = (environment.now(), environment.today)
        return referrals.map { row($0, now: now, today: today) }.sorted { $0.askedAt > $1.askedAt }
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
        let (stored, _) = try await enter(person, .changeReferral, ofCase: caseID)
        return try await start(
            .acute(request, prose, child),
            forCase: caseID,
            municipality: stored.facts.municipality,
            by: person,
            key: key
        )
    }

    package func send(
        _ person: Person,
        forCase caseID: RecordID,
        _ message: Message,
        attachments: [MessageAttachment],
        key: String
    ) async throws -> Sent {
        let (stored, unit) = try await enter(person, .changeReferral, ofCase: caseID)
        let files = try files(attachments, of: stored, in: unit)
        guard let followUp = message.header?.followUp else {
            return try await start(
                .made(message),
                forCase: caseID,
                municipality: stored.facts.municipality,
                files: files,
                attachments: attachments,
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
            by: person,
            key: key
        )
    }

    private func enter(
        _ person: Person,
        _ action: Action,
        ofCase id: RecordID
    ) async throws -> (stored: StoredCase, unit: Unit) {
        let reached = try cases.reach(person, id)
        let isLetIn = gate.permits(person, action, in: reached.unit.id, tie: reached.tie)
        let referrals = isLetIn ? reached.unit.read { $0.referrals(ofCase: id) } : []
        _ = try await gate.enter(
            person,
            action,
            in: reached.unit.id,
            objects: [id] + referrals.map(\.facts.id),
            exists: reached.stored != nil,
            tie: reached.tie
        )
        guard let stored = reached.stored else { throw Absent() }
        return (stored, reached.unit)
    }

    /// What vouches for documents of a case that are to go with a message.
    private func files(
        _ attachments: [MessageAttachment],
        of stored: StoredCase,
        in unit: Unit
    ) throws -> [Parcel.File] {
        guard !attachments.isEmpty else { return [] }
        let references = try unit.documents(ofCase: stored.facts.id)
        return try attachments.map { attachment in
            guard stored.facts.documents.contains(attachment.id), let reference = references[attachment.id] else {
                throw Absent()
            }
            return Parcel.File(name: attachment.name, reference: reference)
        }
    }
}

/// Nobody is known to whom this would go.
package struct NoCounterpart: Error, Hashable, Sendable {
    package init() {}
}
