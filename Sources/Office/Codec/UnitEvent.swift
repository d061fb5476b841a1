package import Assistance
package import Casework
package import Law
package import Planning

/// Everything that can stand in a unit's journal.
package enum UnitEvent: Hashable, Sendable {
    /// About a report of concern; the stream is the report's id.
    case concern(ConcernEvent)
    /// About a child's case; the stream is the case's id.
    case `case`(CaseEvent)
    /// About a reading that somebody had to explain; the stream is the reading's id.
    case reading(ReadingEvent)
    /// A message between units, or what this unit does with it; the stream is the id of the conversation's first
    /// message.
    case referral(ReferralEvent)
    /// About the unit's own places; the stream is ``RecordID/places``.
    case place(PlaceEvent)
    /// About a plan for places; the stream is the plan's id.
    case plan(KeptPlanEvent)
    /// A case was delivered to the register; the stream is ``RecordID/deliveries(of:)``.
    case delivered(DeliveryMark)
    /// About something that reception must see to; the stream is the item's id.
    case workItem(WorkItemEvent)
    /// A sender has said what it sent; the stream is that sender's and day's.
    case sentList(SentList)
    /// A message was sent again under another key: it is known by that one too, as what this entry of this unit began.
    case alsoKnown(at: UnitID, sequence: Int)
    /// A stream's key was destroyed on purpose, by two people with a reason.
    case tombstone(RecordID)
}

/// The binary form of events: a kind in the envelope's seal, a version byte, then the fields.
///
/// A kind or version that is not known here throws, and the unit is then not served: nothing is ever skipped.
package enum UnitEventCodec {
    /// The number under which an event's kind is sealed; never changed, never used anew.
    package static func kind(of event: UnitEvent) -> UInt16 {
        switch event {
        case .concern(.received): 1
        case .concern(.opened): 2
        case .concern(.childMatched): 3
        case .concern(.childNotFound): 4
        case .concern(.urgencySet): 5
        case .concern(.reviewed): 6
        case .concern(.reporterAnswered): 7
        case .concern(.answerOmitted): 8
        case .concern(.coded): 9
        case .case(let event): event.kind
        case .reading(.explained): 100
        case .reading(.reviewed): 101
        case .workItem(.raised): 20
        case .workItem(.taken): 21
        case .workItem(.closed): 22
        case .workItem(.forwarded): 23
        case .workItem(.sentBack): 24
        case .sentList: 30
        case .alsoKnown: 31
        case .tombstone: 40
        case .referral(.sent): 110
        case .referral(.received): 111
        case .referral(.assigned): 112
        case .referral(.conflictDeclared): 113
        case .referral(.conflictLifted): 114
        case .referral(.erasureAsked): 115
        case .referral(.erased): 116
        case .place: 120
        case .plan: 130
        case .delivered: 140
        }
    }

    /// The version and the fields of an event.
    package static func encode(_ event: UnitEvent) -> [UInt8] {
        var writer = ByteWriter(capacity: 1024)
        writer.write(byte: 1)
        switch event {
        case .concern(.received(let received)): writer.write(received)
        case .concern(.opened): break
        case .concern(.childMatched(let number)): writer.write(number.digits)
        case .concern(.childNotFound(let reason)): writer.write(reason)
        case .concern(.urgencySet(let urgent)): writer.write(urgent)
        case .concern(.reviewed(let review)): writer.write(review)
        case .concern(.reporterAnswered(let answers)): writer.write(list: answers) { $0.write(code: $1) }
        case .concern(.answerOmitted(let answer, let omission)):
            writer.write(code: answer)
            writer.write(omission)
        case .concern(.coded(let codes)): writer.write(codes)
        case .case(let event): writer.write(event)
        case .reading(.explained(let reading)): writer.write(reading)
        case .reading(.reviewed): break
        case .referral(let event): writer.write(event)
        case .place(let event): writer.write(event)
        case .plan(let event): writer.write(event)
        case .delivered(let mark): writer.write(mark)
        case .workItem(.raised(let item)): writer.write(item)
        case .workItem(.taken): break
        case .workItem(.closed(let reason)): writer.write(reason)
        case .workItem(.forwarded(let unit)): writer.write(unit.text)
        case .workItem(.sentBack(let reason)): writer.write(reason)
        case .sentList(let list): writer.write(list)
        case .alsoKnown(let unit, let sequence):
            writer.write(unit.text)
            writer.write(sequence)
        case .tombstone(let stream): writer.write(stream)
        }
        return writer.bytes
    }

    /// What folded state keeps of a message between units, or `nil` where the event is another one; its bytes are not
    /// looked at.
    static func messageGist(
        kind: UInt16,
        _ bytes: [UInt8]
    ) throws(CodecError) -> (head: MessageHead, link: RecordID?, isOwn: Bool)? {
        guard kind == 110 || kind == 111 else { return nil }
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == 1 else { throw .unknownKind(kind, version: version) }
        guard kind == 110 else { return (try reader.messageHead(), nil, false) }
        let (head, link) = try reader.sentGist()
        return (head, link, true)
    }

    /// What a list needs of a stored report, or `nil` where the event is another one.
    package static func gist(kind: UInt16, _ bytes: [UInt8]) throws(CodecError) -> ConcernGist? {
        guard kind == 1 else { return nil }
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == 1 else { throw .unknownKind(kind, version: version) }
        let gist = try reader.concernGist()
        try reader.finish()
        return gist
    }

    /// Reads what ``encode(_:)`` writes, of this version and all earlier ones.
    ///
    /// - Throws: ``CodecError`` for anything else.
    package static func decode(kind: UInt16, _ bytes: [UInt8]) throws(CodecError) -> UnitEvent {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == 1 else { throw .unknownKind(kind, version: version) }
        let event: UnitEvent
        switch kind {
        case 1: event = .concern(.received(try reader.receivedConcern()))
        case 2: event = .concern(.opened)
        case 3: event = .concern(.childMatched(try reader.personNumber()))
        case 4: event = .concern(.childNotFound(reason: try reader.text()))
        case 5: event = .concern(.urgencySet(try reader.bool()))
        case 6: event = .concern(.reviewed(try reader.concernReview()))
        case 7:
            let answers = try reader.list { reader throws(CodecError) in try reader.code(ReporterAnswer.self) }
            event = .concern(.reporterAnswered(answers))
        case 8: event = .concern(.answerOmitted(try reader.code(), try reader.answerOmission()))
        case 9: event = .concern(.coded(try reader.concernCodes()))
        case 20: event = .workItem(.raised(try reader.workItem()))
        case 21: event = .workItem(.taken)
        case 22: event = .workItem(.closed(reason: try reader.text()))
        case 23: event = .workItem(.forwarded(to: try reader.unit()))
        case 24: event = .workItem(.sentBack(reason: try reader.text()))
        case 30: event = .sentList(try reader.sentList())
        case 31: event = .alsoKnown(at: try reader.unit(), sequence: try reader.integer())
        case 40: event = .tombstone(try reader.recordID())
        case 50...94: event = .case(try reader.caseEvent(kind: kind, version: version))
        case 100: event = .reading(.explained(try reader.explainedReading()))
        case 101: event = .reading(.reviewed)
        case 110: event = .referral(try reader.sentMessage())
        case 111: event = .referral(try reader.receivedMessage())
        case 112: event = .referral(.assigned(try reader.actor()))
        case 113: event = .referral(.conflictDeclared(try reader.actor(), reason: try reader.text()))
        case 114: event = .referral(.conflictLifted(try reader.actor(), reason: try reader.text()))
        case 115: event = .referral(.erasureAsked(reason: try reader.text()))
        case 116: event = .referral(.erased(try reader.erasure()))
        case 120: event = .place(try reader.placeEvent())
        case 130: event = .plan(try reader.keptPlanEvent())
        case 140: event = .delivered(try reader.deliveryMark())
        default: throw .unknownKind(kind, version: version)
        }
        try reader.finish()
        return event
    }
}
