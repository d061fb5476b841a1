import Assistance
import Exchange
import Law

/// The binary form of messages between units, version 1: the head first, so that a fold need not read the bytes.
extension ByteWriter {
    mutating func write(_ event: ReferralEvent) {
        switch event {
        case .sent(let message, let link):
            write(message.head)
            write(optional: link) { $0.write($1) }
            writeRest(of: message)
        case .received(let message):
            write(message.head)
            writeRest(of: message)
        case .assigned(let actor): write(actor.description)
        case .conflictDeclared(let actor, let reason), .conflictLifted(let actor, let reason):
            write(actor.description)
            write(reason)
        case .erasureAsked(let reason): write(reason)
        case .erased(let erasure): write(erasure)
        }
    }

    private mutating func writeRest(of message: JournaledMessage) {
        write(message.bytes)
        write(list: message.attachments) { writer, attachment in
            writer.write(attachment.id)
            writer.write(attachment.name)
            writer.write(attachment.size)
        }
    }

    mutating func write(_ head: MessageHead) {
        write(head.id)
        write(head.kind.name)
        write(head.conversation)
        write(optional: head.about) { $0.write($1) }
        write(head.sentAt)
        write(head.sender.description)
        write(head.receiver.description)
        write(code: head.by)
        switch head.gist {
        case .shared(let content):
            write(byte: 1)
            write(content)
        case .applicationReceipt: write(byte: 2)
        case .failure: write(byte: 3)
        case .holdAsked(let request):
            write(byte: 4)
            write(request)
        case .holdAnswered(let answer):
            write(byte: 5)
            write(answer)
        case .other: write(byte: 6)
        }
    }

    private mutating func write(_ answer: HoldAnswer) {
        switch answer {
        case .granted(let until):
            write(byte: 1)
            write(until)
        case .refused(let reason):
            write(byte: 2)
            write(code: reason)
        case .expired: write(byte: 3)
        }
    }
}

extension ByteReader {
    /// What a fold needs of an entry: the head, and what it is linked to.
    mutating func sentGist() throws(CodecError) -> (head: MessageHead, link: RecordID?) {
        (try messageHead(), try optionalID())
    }

    mutating func sentMessage() throws(CodecError) -> ReferralEvent {
        let (head, link) = try sentGist()
        return .sent(try rest(of: head), link: link)
    }

    mutating func receivedMessage() throws(CodecError) -> ReferralEvent { .received(try rest(of: messageHead())) }

    private mutating func rest(of head: MessageHead) throws(CodecError) -> JournaledMessage {
        JournaledMessage(
            head: head,
            bytes: try array(),
            attachments: try list { reader throws(CodecError) in
                MessageAttachment(id: try reader.recordID(), name: try reader.text(), size: try reader.integer())
            }
        )
    }

    mutating func messageHead() throws(CodecError) -> MessageHead {
        let id = try recordID()
        guard let kind = MessageKind(name: try text()) else { throw .noSuchValue }
        return MessageHead(
            id: id,
            kind: kind,
            conversation: try recordID(),
            about: try optionalID(),
            sentAt: try instant(),
            sender: try organisation(),
            receiver: try organisation(),
            by: try code(),
            gist: try gist()
        )
    }

    mutating func organisation() throws(CodecError) -> OrganisationNumber {
        guard let number = OrganisationNumber(try text()) else { throw .noSuchValue }
        return number
    }

    private mutating func gist() throws(CodecError) -> MessageHead.Gist {
        switch try byte() {
        case 1: return .shared(try sharedContent())
        case 2: return .applicationReceipt
        case 3: return .failure
        case 4: return .holdAsked(try holdRequest())
        case 5: return .holdAnswered(try holdAnswer())
        case 6: return .other
        case let tag: throw .unknownTag(tag)
        }
    }

    private mutating func holdAnswer() throws(CodecError) -> HoldAnswer {
        switch try byte() {
        case 1: return .granted(until: try instant())
        case 2: return .refused(try code())
        case 3: return .expired
        case let tag: throw .unknownTag(tag)
        }
    }
}

/// A conversation's facts as a snapshot keeps them; they change with ``UnitState/foldVersion`` and live no longer.
extension ByteWriter {
    mutating func write(_ facts: ReferralFacts) {
        write(facts.id)
        write(facts.sequence)
        write(facts.own.description)
        write(facts.counterpart.description)
        write(code: facts.side)
        write(optional: facts.link) { $0.write($1) }
        write(optional: facts.handler?.description)
        write(list: facts.conflicts) { $0.write($1.description) }
        write(list: facts.messages) { writer, mark in
            writer.write(mark.head)
            writer.write(mark.entry)
            writer.write(mark.isOwn)
            writer.write(mark.recordedAt)
        }
        write(optional: facts.erasureAsked?.description)
        write(optional: facts.erased) { writer, erased in
            writer.write(erased.askedBy.description)
            writer.write(erased.confirmedBy.description)
            writer.write(erased.at)
            writer.write(erased.counts)
        }
    }
}

extension ByteReader {
    mutating func referralFacts() throws(CodecError) -> ReferralFacts {
        ReferralFacts(
            id: try recordID(),
            sequence: try integer(),
            own: try organisation(),
            counterpart: try organisation(),
            side: try code(),
            link: try optionalID(),
            handler: try optional { reader throws(CodecError) in try reader.actor() },
            conflicts: try list { reader throws(CodecError) in try reader.actor() },
            messages: try list { reader throws(CodecError) in
                ReferralFacts.Mark(
                    head: try reader.messageHead(),
                    entry: try reader.integer(),
                    isOwn: try reader.bool(),
                    recordedAt: try reader.instant()
                )
            },
            erasureAsked: try optional { reader throws(CodecError) in try reader.actor() },
            erased: try optional { reader throws(CodecError) in
                ErasedFacts(
                    askedBy: try reader.actor(),
                    confirmedBy: try reader.actor(),
                    at: try reader.instant(),
                    counts: try reader.erasureCounts()
                )
            }
        )
    }
}
