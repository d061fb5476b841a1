import Casework
import Law

/// The binary form of decisions and what follows them, version 1.
extension ByteWriter {
    mutating func write(_ decision: Decision) {
        write(decision.id)
        write(code: decision.kind)
        write(code: decision.maker)
        write(decision.summary)
        // In a fixed order, so that the same decision always gives the same bytes.
        write(list: decision.parts.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, part in
            writer.write(code: part.key)
            writer.write(part.value)
        }
        write(decision.participation)
        write(list: decision.consents) { $0.write($1) }
        write(optional: decision.reference)
    }

    mutating func write(_ consent: Consent) {
        write(code: consent.giver)
        write(consent.isWritten)
        write(consent.givenOn)
    }

    mutating func write(_ step: DecisionStep) {
        switch step {
        case .completed(let part, let text):
            write(byte: 0)
            write(code: part)
            write(text)
        case .implemented: write(byte: 1)
        case .sentToTribunal: write(byte: 2)
        case .controlled(let upheld):
            write(byte: 3)
            write(upheld)
        case .petitionSent: write(byte: 4)
        case .consentAdded(let consent):
            write(byte: 5)
            write(consent)
        case .consentWithdrawn(let giver):
            write(byte: 6)
            write(code: giver)
        case .withdrawalHandled(let reason):
            write(byte: 7)
            write(reason)
        case .implementationExtended(let until, let reason):
            write(byte: 8)
            write(until)
            write(reason)
        case .ended(let reason):
            write(byte: 9)
            write(reason)
        }
    }

    mutating func write(_ complaint: Complaint) {
        write(complaint.id)
        write(complaint.decision)
        write(complaint.goesToTribunal)
        write(complaint.text)
    }

    mutating func write(_ demand: PartyDemand) {
        write(demand.id)
        write(demand.text)
        write(demand.isExtended)
    }
}

extension ByteReader {
    mutating func decision() throws(CodecError) -> Decision {
        Decision(
            id: try recordID(),
            kind: try code(),
            maker: try code(),
            summary: try text(),
            parts: try decisionParts(),
            participation: try participationGround(),
            consents: try list { reader throws(CodecError) in try reader.consent() },
            reference: try optionalText()
        )
    }

    private mutating func decisionParts() throws(CodecError) -> [Decision.Part: String] {
        var parts: [Decision.Part: String] = [:]
        for _ in 0..<(try count()) {
            let part = try code(Decision.Part.self)
            parts[part] = try text()
        }
        return parts
    }

    mutating func consent() throws(CodecError) -> Consent {
        Consent(giver: try code(), isWritten: try bool(), givenOn: try day())
    }

    mutating func decisionStep() throws(CodecError) -> DecisionStep {
        switch try byte() {
        case 0: return .completed(try code(), try text())
        case 1: return .implemented
        case 2: return .sentToTribunal
        case 3: return .controlled(upheld: try bool())
        case 4: return .petitionSent
        case 5: return .consentAdded(try consent())
        case 6: return .consentWithdrawn(try code())
        case 7: return .withdrawalHandled(reason: try text())
        case 8: return .implementationExtended(until: try day(), reason: try text())
        case 9: return .ended(reason: try text())
        case let tag: throw .unknownTag(tag)
        }
    }

    mutating func complaint() throws(CodecError) -> Complaint {
        Complaint(id: try recordID(), decision: try recordID(), goesToTribunal: try bool(), text: try text())
    }

    mutating func partyDemand() throws(CodecError) -> PartyDemand {
        PartyDemand(id: try recordID(), text: try text(), isExtended: try bool())
    }
}
