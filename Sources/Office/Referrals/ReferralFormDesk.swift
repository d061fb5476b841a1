package import Casework
package import Exchange
package import Law

/// The forms of a service's referrals: filled in from the case, checked, and handed to what sends them.
package struct ReferralFormDesk: Sendable {
    let cases: CaseDesk
    let people: People
    /// What sends the messages, and knows those that have been sent.
    let referrals: ReferralDesk

    /// A case opened to write about it to the other level.
    package struct Opened: Sendable {
        /// The case as its page shows it.
        package let opened: OpenedCase
        /// The case as a form is filled in from it.
        package let record: ReferralCase
        /// The referrals that it has sent, newest first, those too that have come to an end.
        package let sent: [SentReferral]
        /// What the newest version says of the referral that is to be replaced.
        package let earlier: MessageNode?
        /// The service as a party, and whom to ask.
        package let service: ReferralService
        /// The intake that answers for the municipality; `nil` where none is configured.
        package let receiver: MessageParty?
    }

    /// Why a message was not sent.
    package enum Refusal: Hashable, Sendable {
        /// The form is not complete, or a rule is broken.
        case notReady
        /// The child has not been heard, and no reason for doing without is given.
        case participation(CaseRefusal)
        /// The service's organisation number, or the receiver, is not configured.
        case noParty
    }

    /// Opens a case for somebody who may change it.
    ///
    /// `replaced` names the referral that a new version is written of, by any of its messages; no other is read again.
    ///
    /// - Throws: ``Absent`` where there is no such case or the person may not change it; any other error where it cannot
    ///   be read.
    package func open(_ person: Person, _ id: RecordID, replacing replaced: RecordID? = nil) async throws -> Opened {
        let opened = try await cases.open(person, id)
        guard opened.mayChange else { throw Absent() }
        var record = ReferralCase(
            opened.facts,
            entries: opened.timeline.compactMap(\.recorded.caseEntry),
            law: cases.law,
            today: opened.today
        )
        for sibling in record.siblingCases {
            // A sibling's case has its own door: who is not let in learns nothing of it.
            let found = try? await referrals.sent(person, ofCase: sibling)
            record.siblingReferrals[sibling] = found?.first { !$0.isOver }?.id.description
        }
        let sent = try await referrals.sent(person, ofCase: id)
        let meant = replaced.flatMap { replaced in sent.first { $0.isMeant(by: replaced) } }
        var earlier: MessageNode?
        if let meant { earlier = try await referrals.content(person, of: meant.start) }
        return Opened(
            opened: opened,
            record: record,
            sent: sent,
            earlier: earlier,
            service: service(of: opened, person),
            receiver: receiver(for: opened.facts.municipality)
        )
    }

    /// The message that comes of what has been entered, and what stands in its way.
    ///
    /// - Returns: Nothing where the parties are not known.
    package func check(
        _ opened: Opened,
        _ purpose: ReferralPurpose,
        _ values: FormValues,
        _ attachments: [ChosenAttachment],
        id: RecordID
    ) -> ReferralCheck? {
        guard let sender = opened.service.party, let receiver = purpose.earlier?.receiver ?? opened.receiver else {
            return nil
        }
        let header = ReferralFile.header(
            purpose,
            id: id,
            sentAt: cases.environment.now(),
            from: sender,
            to: receiver
        )
        return ReferralCheck(
            purpose,
            opened.hiding(values, in: purpose),
            opened.hiding(attachments),
            header: header,
            today: opened.opened.today
        )
    }

    /// The id of the message that a key makes: the same form sent again is the same message.
    package func messageID(for key: String, of person: Person) throws -> RecordID {
        try cases.identity(for: key, of: person)
    }

    /// Sends a message, if nothing stands in its way.
    ///
    /// - Throws: ``Absent`` where the person may not change the case; any other error where it could not be stored.
    package func send(
        _ person: Person,
        _ opened: Opened,
        _ purpose: ReferralPurpose,
        _ values: FormValues,
        _ attachments: [ChosenAttachment],
        participation: ParticipationGround?,
        key: String
    ) async throws -> Result<ReferralDesk.Sent, Refusal> {
        let id = try messageID(for: key, of: person)
        guard let check = check(opened, purpose, values, attachments, id: id) else { return .failure(.noParty) }
        guard check.isReady else { return .failure(.notReady) }
        if purpose.needsParticipation {
            guard let participation else { return .failure(.participation(.childNotHeard)) }
            if let refusal = opened.obstacle(participation) { return .failure(.participation(refusal)) }
        }
        var reason: String?
        if case .overridden(let words)? = participation { reason = words }
        return .success(
            try await referrals.send(
                person,
                forCase: opened.opened.facts.id,
                check.message,
                attachments: attachments.map { MessageAttachment(id: $0.document, name: $0.fileName, size: 0) },
                withoutParticipation: reason,
                key: key
            )
        )
    }

    // MARK: Parts

    private func service(of opened: OpenedCase, _ person: Person) -> ReferralService {
        let responsible = opened.facts.responsible.flatMap { people[$0] } ?? person
        let others = people.all.filter { $0.unit == opened.unit && $0.id != responsible.id }
        let alternative = others.first { $0.role == .leader } ?? others.first
        var contacts: MessageHeader.Contacts?
        if let first = responsible.contact, let second = alternative?.contact {
            contacts = MessageHeader.Contacts(first: first, alternative: second)
        }
        return ReferralService(party: sender(opened.unit, opened.facts.municipality), contacts: contacts)
    }

    /// A service as a party to messages about a case of a municipality (four digits); nothing where its organisation number
    /// is not known.
    private func sender(_ unit: UnitID, _ municipality: String) -> MessageParty? {
        guard let counterpart = referrals.composer.counterparts[unit] else { return nil }
        let known = (try? MunicipalityNumber(parsing: municipality)).flatMap { MunicipalityRegister.national[$0] }
        return MessageParty(
            organisationNumber: "\(counterpart.number)",
            name: counterpart.name,
            municipality: known.map { MessageParty.Municipality(number: municipality, name: $0.name) }
        )
    }

    /// The intake that answers for a municipality.
    private func receiver(for municipality: String) -> MessageParty? {
        guard let number = try? MunicipalityNumber(parsing: municipality),
            let intake = referrals.composer.counterparts.intake(for: number)
        else { return nil }
        return MessageParty(organisationNumber: "\(intake.number)", name: intake.name)
    }
}

extension ReferralFormDesk.Opened {
    /// What stands in the way of a referral for want of the child's participation; `nil` where nothing does.
    package func obstacle(_ ground: ParticipationGround) -> CaseRefusal? {
        let (facts, today) = (opened.facts, opened.today)
        let isAcute = facts.decisions.contains { $0.isAcute && $0.endOfForce(by: today) == nil }
        return ParticipationGate.obstacle(ground, in: facts, on: today, canWait: !isAcute)
    }
}

extension ReferralFormDesk.Refusal: Error {}

extension Person {
    /// Whom to ask; nothing without a telephone and an address.
    fileprivate var contact: ContactPerson? {
        guard let phone, let email else { return nil }
        return ContactPerson(name: name, phone: phone, email: email)
    }
}
