import Casework
import Law

/// The binary form of what happens in a case, version 1: kinds 50 to 94. A number is never given to another event.
extension CaseEvent {
    var kind: UInt16 {
        switch self {
        case .opened: 50
        case .concernAdded: 51
        case .assigned: 52
        case .relieved: 53
        case .conflictDeclared: 54
        case .conflictLifted: 55
        case .noted: 56
        case .documentAdded: 57
        case .closed: 58
        case .reopened: 59
        case .corrected: 60
        case .personSet: 61
        case .relationSet: 62
        case .relationEnded: 63
        case .numberFound: 64
        case .investigationStarted: 65
        case .investigationPlanned: 66
        case .investigationExtended: 67
        case .investigationConcluded: 68
        case .childHeard: 69
        case .participationOverridden: 70
        case .overrideSeen: 71
        case .decided: 72
        case .decisionStep: 73
        case .complaintReceived: 74
        case .complaintForwarded: 75
        case .demandReceived: 76
        case .demandSent: 77
        case .measureStarted: 78
        case .measureEnded: 79
        case .planMade: 80
        case .planEvaluated: 81
        case .planEnded: 82
        case .relocated: 83
        case .fosterAgreement: 84
        case .visitPlanned: 85
        case .visited: 86
        case .visitsReduced: 87
        case .reductionEnded: 88
        case .aftercare: 89
        case .seriousEvent: 90
        case .governorInformed: 91
        case .childMoved: 92
        case .newServiceNotified: 93
        case .investigationGrounded: 94
        }
    }
}

extension ByteWriter {
    mutating func write(_ event: CaseEvent) {
        switch event {
        case .opened(let opening): write(opening)
        case .concernAdded(let id), .relationEnded(let id), .complaintForwarded(let id), .demandSent(let id),
            .governorInformed(let id), .newServiceNotified(let id):
            write(id)
        case .assigned(let actor, let role):
            write(actor)
            write(code: role)
        case .relieved(let actor): write(actor)
        case .conflictDeclared(let actor, let reason), .conflictLifted(let actor, let reason):
            write(actor)
            write(reason)
        case .noted(let note):
            write(code: note.kind)
            write(note.text)
        case .documentAdded(let document): write(document)
        case .closed(let reason), .reopened(let reason): write(reason)
        case .corrected(let entry, let correction, let reason):
            write(entry)
            write(optional: correction) { $0.write($1) }
            write(reason)
        case .personSet(let id, let person):
            write(id)
            write(person)
        case .relationSet(let relation): write(relation)
        case .numberFound(let number): write(number.digits)
        case .overrideSeen: break
        default: write(work: event)
        }
    }

    /// What is done in a case once it stands: from the investigation to the move.
    private mutating func write(work event: CaseEvent) {
        switch event {
        case .investigationStarted(let start): write(start)
        case .investigationPlanned(let id, let text), .investigationExtended(let id, let text),
            .planEnded(let id, let text):
            write(id)
            write(text)
        case .investigationConcluded(let id, let conclusion):
            write(id)
            write(conclusion)
        case .childHeard(let hearing): write(hearing)
        case .participationOverridden(let matter, let reason):
            write(code: matter)
            write(reason)
        case .decided(let decision): write(decision)
        case .decisionStep(let id, let step):
            write(id)
            write(step)
        case .complaintReceived(let complaint): write(complaint)
        case .demandReceived(let demand): write(demand)
        case .measureStarted(let start): write(start)
        case .measureEnded(let id, let end):
            write(id)
            write(code: end.cause)
            write(end.text)
        case .planMade(let plan): write(plan)
        case .planEvaluated(let evaluation): write(evaluation)
        case .relocated(let relocation): write(relocation)
        case .fosterAgreement(let agreement): write(agreement)
        case .visitPlanned(let visit): write(visit)
        case .visited(let visit): write(visit)
        case .visitsReduced(let reduction): write(reduction)
        case .reductionEnded(let measure, let kind, let reason):
            write(measure)
            write(code: kind)
            write(reason)
        case .aftercare(let step): write(step)
        case .seriousEvent(let event):
            write(event.id)
            write(code: event.kind)
            write(event.text)
        case .childMoved(let move):
            write(move.id)
            write(move.municipality)
            write(code: move.need)
        case .investigationGrounded(let id, let grounds):
            write(id)
            write(grounds)
        default: preconditionFailure("written above")
        }
    }

    private mutating func write(_ correction: Correction) {
        switch correction {
        case .event(let event, let occurredOn):
            write(UInt64(event.kind))
            write(event)
            write(occurredOn)
        }
    }

    mutating func write(_ actor: ActorID) { write(actor.description) }
}

extension ByteReader {
    /// Corrections within corrections, deeper than any person makes; bytes that go deeper are no event.
    private static let deepest = 8

    mutating func caseEvent(kind: UInt16, version: UInt8, depth: Int = 0) throws(CodecError) -> CaseEvent {
        switch kind {
        case 50: return .opened(try caseOpening())
        case 51: return .concernAdded(try recordID())
        case 52: return .assigned(try actor(), try code())
        case 53: return .relieved(try actor())
        case 54: return .conflictDeclared(try actor(), reason: try text())
        case 55: return .conflictLifted(try actor(), reason: try text())
        case 56: return .noted(Note(kind: try code(), text: try text()))
        case 57: return .documentAdded(try caseDocument())
        case 58: return .closed(reason: try text())
        case 59: return .reopened(reason: try text())
        case 60:
            return .corrected(
                entry: try integer(),
                to: try bool() ? try correction(version: version, depth: depth) : nil,
                reason: try text()
            )
        case 61: return .personSet(try recordID(), try casePerson())
        case 62: return .relationSet(try relation())
        case 63: return .relationEnded(person: try recordID())
        case 64: return .numberFound(try personNumber())
        case 65: return .investigationStarted(try investigationStart())
        case 66: return .investigationPlanned(try recordID(), plan: try text())
        case 67: return .investigationExtended(try recordID(), reason: try text())
        case 68: return .investigationConcluded(try recordID(), try investigationConclusion())
        case 69: return .childHeard(try hearing())
        case 70: return .participationOverridden(try code(), reason: try text())
        case 71: return .overrideSeen
        default: return try workEvent(kind: kind, version: version)
        }
    }

    private mutating func workEvent(kind: UInt16, version: UInt8) throws(CodecError) -> CaseEvent {
        switch kind {
        case 72: return .decided(try decision())
        case 73: return .decisionStep(try recordID(), try decisionStep())
        case 74: return .complaintReceived(try complaint())
        case 75: return .complaintForwarded(try recordID())
        case 76: return .demandReceived(try partyDemand())
        case 77: return .demandSent(try recordID())
        case 78: return .measureStarted(try measureStart())
        case 79: return .measureEnded(try recordID(), MeasureEnd(cause: try code(), text: try text()))
        case 80: return .planMade(try casePlan())
        case 81: return .planEvaluated(try planEvaluation())
        case 82: return .planEnded(try recordID(), reason: try text())
        case 83: return .relocated(try relocation())
        case 84: return .fosterAgreement(try fosterAgreement())
        case 85: return .visitPlanned(try plannedVisit())
        case 86: return .visited(try visit())
        case 87: return .visitsReduced(try visitReduction())
        case 88: return .reductionEnded(measure: try recordID(), try code(), reason: try text())
        case 89: return .aftercare(try aftercareStep())
        case 90: return .seriousEvent(SeriousEvent(id: try recordID(), kind: try code(), text: try text()))
        case 91: return .governorInformed(try recordID())
        case 92: return .childMoved(ChildMove(id: try recordID(), municipality: try text(), need: try code()))
        case 93: return .newServiceNotified(try recordID())
        case 94: return .investigationGrounded(try recordID(), try statedCodes())
        default: throw .unknownKind(kind, version: version)
        }
    }

    private mutating func correction(version: UInt8, depth: Int) throws(CodecError) -> Correction {
        guard depth < Self.deepest, let kind = UInt16(exactly: try unsigned()) else { throw .noSuchValue }
        let event = try caseEvent(kind: kind, version: version, depth: depth + 1)
        return .event(event, occurredOn: try day())
    }

    mutating func optionalID() throws(CodecError) -> RecordID? { try bool() ? try recordID() : nil }

    mutating func optionalDay() throws(CodecError) -> CalendarDay? { try bool() ? try day() : nil }

    mutating func optionalInteger() throws(CodecError) -> Int? { try bool() ? try integer() : nil }

    mutating func recordIDs() throws(CodecError) -> [RecordID] {
        try list { reader throws(CodecError) in try reader.recordID() }
    }
}
