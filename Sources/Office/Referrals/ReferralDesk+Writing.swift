package import Assistance
import Exchange
import Journal
import Law

/// Composing a message and putting it into the journal and the outbox, in one commit.
extension ReferralDesk {
    /// Sends a message in a conversation that there is.
    func send(
        _ body: MessageBody,
        in facts: ReferralFacts,
        about: RecordID?,
        files: [Parcel.File] = [],
        attachments: [MessageAttachment] = [],
        withoutParticipation: (caseID: RecordID, reason: String)? = nil,
        by person: Person,
        key: String
    ) async throws -> Sent {
        let message = about ?? (body.isAboutTheRequest ? facts.newestRequest : facts.newestOfCounterpart)
        let follows = HeaderDraft.Follows(
            conversation: facts.id,
            message: message,
            isOwn: facts.message(message)?.isOwn ?? false,
            isChosen: about != nil
        )
        return try await send(
            body,
            from: facts.own,
            to: facts.counterpart,
            follows: follows,
            link: nil,
            asked: SharedReferral(facts.shared).referral?.kind,
            files: files,
            attachments: attachments,
            withoutParticipation: withoutParticipation,
            by: person,
            key: key
        )
    }

    /// Starts a conversation for a case with the intake that answers for its municipality.
    func start(
        _ body: MessageBody,
        forCase caseID: RecordID,
        municipality: String?,
        files: [Parcel.File] = [],
        attachments: [MessageAttachment] = [],
        withoutParticipation reason: String? = nil,
        by person: Person,
        key: String
    ) async throws -> Sent {
        let number = municipality.flatMap { try? MunicipalityNumber(parsing: $0) }
        guard let own = composer.counterparts[person.unit],
            let intake = number.flatMap({ composer.counterparts.intake(for: $0) })
        else { throw NoCounterpart() }
        return try await send(
            body,
            from: own.number,
            to: intake.number,
            follows: nil,
            link: caseID,
            files: files,
            attachments: attachments,
            withoutParticipation: reason.map { (caseID, $0) },
            by: person,
            key: key
        )
    }

    func send(
        _ body: MessageBody,
        from own: OrganisationNumber,
        to other: OrganisationNumber,
        follows: HeaderDraft.Follows?,
        link: RecordID?,
        asked: MeasureKind? = nil,
        files: [Parcel.File] = [],
        attachments: [MessageAttachment] = [],
        withoutParticipation: (caseID: RecordID, reason: String)? = nil,
        by person: Person,
        key: String
    ) async throws -> Sent {
        guard let sender = composer.counterparts[own], let receiver = composer.counterparts[other] else {
            throw NoCounterpart()
        }
        // The same form sent again names the same message, whose times would differ: what is compared is the wish.
        let id = try cases.identity(for: key, of: person)
        let body = body.signed(by: person)
        let draft = HeaderDraft(
            id: id,
            follows: follows,
            sentAt: environment.now(),
            sender: sender,
            receiver: receiver,
            asked: asked
        )
        let composed = try composer.compose(body, draft)
        let head = composed.head
        let outgoing = OutgoingMessage(
            message: JournaledMessage(head: head, bytes: composed.bytes, attachments: attachments),
            prose: composed.prose,
            link: link,
            letter: MessageComposer.letter(composed, files: files),
            promise: promise(of: head),
            withoutParticipation: withoutParticipation
        )
        let place = follows.map { "\($0.conversation)|\($0.isChosen ? "\($0.message)" : "")" } ?? ""
        let asked = Array("\(place)|\(link?.description ?? "")|".utf8)
        let outcome = try await cases.perform(.sendMessage(outgoing), asked + body.wish, by: person, key: key)
        return Sent(message: head.id, conversation: head.conversation, outcome: outcome)
    }
}

extension ReferralDesk {
    /// The place that a message promises, where a unit of this store has it.
    private func promise(of head: MessageHead) -> PromisedPlace? {
        guard head.by == .state, case .shared(let content) = head.gist, let promise = content.promise else {
            return nil
        }
        return isKnown(promise.place) ? promise : nil
    }

    /// Whether a unit of this store has a place of a name.
    func isKnown(_ place: PlaceID) -> Bool {
        !owners(of: place).isEmpty
    }

    /// Why a region cannot promise what it is about to tell; `nil` where nothing that holds have to do with is in the way.
    package func obstacle(to content: SharedFact.Content, in opened: OpenedReferral) -> AssistanceRefusal? {
        guard opened.side == .state, let promise = content.promise else { return nil }
        guard opened.holds.contains(where: { $0.request.place == promise.place }) || isKnown(promise.place) else {
            return nil
        }
        return promise.obstacle(in: opened.holds, now: opened.now)
    }
}

extension ReferralFacts {
    /// The last message of the other side that can be answered, or the first of all.
    fileprivate var newestOfCounterpart: RecordID {
        messages.last { !$0.isOwn && !$0.head.kind.isTerminal }?.head.id ?? id
    }

    /// The request as it is now.
    fileprivate var newestRequest: RecordID { messages.last { $0.head.gist.isRequest }?.head.id ?? id }
}

extension MessageBody {
    /// Whether it is about the request unless it says otherwise: about a delay or an offer it says something else.
    fileprivate var isAboutTheRequest: Bool {
        switch self {
        case .shared(.friction, _), .shared(.fosterHome, _): true
        default: false
        }
    }

    /// The same under the name of whoever sends it, where the message names somebody and the form does not say who.
    fileprivate func signed(by person: Person) -> MessageBody {
        switch self {
        case .shared(let content, let prose) where content.isSigned: .shared(content, prose.signed(by: person))
        case .acute(let request, let prose, let child): .acute(request, prose.signed(by: person), child)
        case .holdAsked(let request, let prose): .holdAsked(request, prose.signed(by: person))
        case .shared, .made, .applicationReceipt, .failure, .holdAnswered: self
        }
    }

    /// What is asked for, as bytes that are the same for the same wish.
    ///
    /// The time of sending is no part of it: what is sent again is sent later.
    fileprivate var wish: [UInt8] {
        var writer = ByteWriter()
        switch self {
        case .shared(let content, let prose):
            writer.write(content.undated)
            writer.write(prose)
        case .acute(let request, let prose, let child):
            writer.write(SharedFact.Content.acuteAsked(request).undated)
            writer.write(prose)
            writer.write(optional: child.number?.digits)
            writer.write(child.description)
            writer.write(child.hasHiddenAddress)
            writer.write(optional: child.interpreter)
            writer.write(list: child.siblings) { writer, sibling in
                writer.write(sibling.number.digits)
                writer.write(sibling.isTogether)
            }
        case .made(let message):
            // Without the header, which is written anew each time, but for what the message is to an earlier one.
            writer.write(message.header?.followUp?.relation.rawValue ?? "")
            var message = message
            message.root.content = .nodes(message.root.children.filter { $0.name != "Meldingshode" })
            writer.write((try? message.bytes()) ?? [])
        case .holdAsked(var request, let prose):
            request.orderedAt = .earliest
            writer.write(request)
            writer.write(prose)
        case .holdAnswered(let answer, let prose):
            writer.write(String(describing: answer))
            writer.write(prose)
        case .applicationReceipt, .failure: break
        }
        return writer.bytes
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ prose: Prose) {
        write(list: prose.texts.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, text in
            writer.write(code: text.key)
            writer.write(text.value)
        }
    }
}

extension SharedFact.Content {
    /// The same without the time at which it was sent, which stands in it.
    fileprivate var undated: SharedFact.Content {
        switch self {
        case .acuteAsked(var request):
            request.askedAt = .earliest
            request.orderedAt = .earliest
            return .acuteAsked(request)
        case .offered(var offer):
            offer.decidedAt = .earliest
            return .offered(offer)
        case .offerAnswered(var answer):
            answer.answeredAt = .earliest
            return .offerAnswered(answer)
        case .asked, .replaced, .supplemented, .withdrawn, .deleted, .seen, .serviceDeclined, .acuteAnswered,
            .fosterHome, .stay, .delayed, .breachJudged, .privateSolution, .taskDone, .adviceAsked, .adviceGiven,
            .friction, .frictionAnswered:
            return self
        }
    }

    /// Whether its message names who sent it.
    fileprivate var isSigned: Bool {
        switch messageKind {
        case .standard: false
        case .rettid: true
        }
    }
}

extension Prose {
    /// With the name and the title of a person where they are missing.
    func signed(by person: Person) -> Prose {
        var prose = self
        prose[.name] = prose[.name] ?? person.name
        prose[.role] = prose[.role] ?? person.role.title
        return prose
    }
}

extension Person.Role {
    /// What stands in messages: they are Norwegian, whatever language the page is in.
    fileprivate var title: String {
        switch self {
        case .caseworker: "Saksbehandler"
        case .leader: "Barnevernsleder"
        case .receptionOfficer: "Mottaksansvarlig"
        case .countyGovernor: "Statsforvalter"
        case .intakeOfficer: "Inntaksmedarbeider"
        case .placeManager: "Plassansvarlig"
        case .overseer: "Tilsyn"
        }
    }
}
