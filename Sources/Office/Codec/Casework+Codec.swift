import Casework
import Law

/// The binary form of investigations, hearings, plans and aftercare, version 1.
extension ByteWriter {
    mutating func write(_ start: InvestigationStart) {
        write(start.id)
        switch start.origin {
        case .concern(let id, let receivedOn, let reviewedOn):
            write(byte: 0)
            write(id)
            write(receivedOn)
            write(reviewedOn)
        case .ownInitiative: write(byte: 1)
        }
    }

    mutating func write(_ conclusion: InvestigationConclusion) {
        write(code: conclusion.outcome)
        write(conclusion.reason)
        write(conclusion.announcesNewInvestigation)
    }

    mutating func write(_ hearing: Hearing) {
        write(hearing.id)
        switch hearing.outcome {
        case .heard(let view):
            write(byte: 0)
            write(view)
        case .notHeard(let obstacle, let reason):
            write(byte: 1)
            write(code: obstacle)
            write(reason)
        }
        write(code: hearing.trustedPerson)
    }

    private mutating func write(_ view: ChildsView) {
        write(view.way.rawValue)
        write(view.toldChild)
        write(view.heardAbout)
        write(view.said)
        switch view.agrees {
        case .agrees: write(byte: 0)
        case .corrected(let words):
            write(byte: 1)
            write(words)
        case .notShown(let reason):
            write(byte: 2)
            write(reason)
        }
        write(view.weight)
        write(optional: view.mostImportant)
    }

    mutating func write(_ ground: ParticipationGround) {
        switch ground {
        case .hearing(let id):
            write(byte: 0)
            write(id)
        case .overridden(let reason):
            write(byte: 1)
            write(reason)
        case .acute: write(byte: 2)
        }
    }

    mutating func write(_ plan: CasePlan) {
        write(plan.id)
        write(code: plan.kind)
        write(list: plan.measures) { $0.write($1) }
        write(plan.goals)
        write(plan.content)
        write(optional: plan.evaluateBy) { $0.write($1) }
        write(optional: plan.until) { $0.write($1) }
    }

    mutating func write(_ evaluation: PlanEvaluation) {
        write(evaluation.plan)
        write(evaluation.text)
        write(optional: evaluation.next) { $0.write($1) }
        write(evaluation.participation)
    }

    mutating func write(_ step: AftercareStep) {
        switch step {
        case .contacted(let text):
            write(byte: 0)
            write(text)
        case .accepted(let text):
            write(byte: 1)
            write(text)
        case .declinedForOther(let text):
            write(byte: 2)
            write(text)
        case .declined(let text):
            write(byte: 3)
            write(text)
        }
    }
}

extension ByteReader {
    mutating func investigationStart() throws(CodecError) -> InvestigationStart {
        let id = try recordID()
        switch try byte() {
        case 0:
            let origin = InvestigationStart.Origin.concern(
                try recordID(),
                receivedOn: try day(),
                reviewedOn: try day()
            )
            return InvestigationStart(id: id, origin: origin)
        case 1: return InvestigationStart(id: id, origin: .ownInitiative)
        case let tag: throw .unknownTag(tag)
        }
    }

    mutating func investigationConclusion() throws(CodecError) -> InvestigationConclusion {
        InvestigationConclusion(outcome: try code(), reason: try text(), announcesNewInvestigation: try bool())
    }

    mutating func hearing() throws(CodecError) -> Hearing {
        let id = try recordID()
        let outcome: Hearing.Outcome
        switch try byte() {
        case 0: outcome = .heard(try childsView())
        case 1: outcome = .notHeard(try code(), reason: try text())
        case let tag: throw .unknownTag(tag)
        }
        return Hearing(id: id, outcome: outcome, trustedPerson: try code())
    }

    private mutating func childsView() throws(CodecError) -> ChildsView {
        guard let way = Hearing.Way(rawValue: try text()) else { throw .noSuchValue }
        return ChildsView(
            way: way,
            toldChild: try text(),
            heardAbout: try text(),
            said: try text(),
            agrees: try agreement(),
            weight: try text(),
            mostImportant: try optionalText()
        )
    }

    private mutating func agreement() throws(CodecError) -> ChildsView.Agreement {
        switch try byte() {
        case 0: return .agrees
        case 1: return .corrected(try text())
        case 2: return .notShown(reason: try text())
        case let tag: throw .unknownTag(tag)
        }
    }

    mutating func participationGround() throws(CodecError) -> ParticipationGround {
        switch try byte() {
        case 0: return .hearing(try recordID())
        case 1: return .overridden(reason: try text())
        case 2: return .acute
        case let tag: throw .unknownTag(tag)
        }
    }

    mutating func casePlan() throws(CodecError) -> CasePlan {
        CasePlan(
            id: try recordID(),
            kind: try code(),
            measures: try recordIDs(),
            goals: try text(),
            content: try text(),
            evaluateBy: try optionalDay(),
            until: try optionalDay()
        )
    }

    mutating func planEvaluation() throws(CodecError) -> PlanEvaluation {
        PlanEvaluation(
            plan: try recordID(),
            text: try text(),
            next: try optionalDay(),
            participation: try participationGround()
        )
    }

    mutating func aftercareStep() throws(CodecError) -> AftercareStep {
        switch try byte() {
        case 0: return .contacted(text: try text())
        case 1: return .accepted(text: try text())
        case 2: return .declinedForOther(text: try text())
        case 3: return .declined(text: try text())
        case let tag: throw .unknownTag(tag)
        }
    }
}
