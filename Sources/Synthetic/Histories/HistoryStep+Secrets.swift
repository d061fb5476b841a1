internal import Casework
internal import Law

extension PretendWorld {
    /// Every secret of histories; no file of a store may hold one of them.
    ///
    /// - Parameter histories: As made by ``histories(cases:endingOn:)``.
    /// - Returns: Each secret once, in sorted order: names, numbers, telephone numbers, addresses, and texts by sentence.
    package static func secrets(of histories: [PretendHistory]) -> [String] {
        var secrets: Set<String> = []
        for history in histories {
            for step in history.steps { secrets.formUnion(step.act.secrets) }
        }
        return secrets.filter(PretendMessage.isTelling).sorted()
    }
}

extension HistoryAct {
    /// The names, numbers and sentences of a step.
    fileprivate var secrets: [String] {
        switch self {
        case .reportArrives(let message): message.secrets
        case .reportTypedIn(_, let concern, _):
            [concern.child.name, concern.child.number?.digits ?? ""] + concern.child.address.lines
                + PretendMessage.sentences(of: concern.worry + "\n" + (concern.history ?? ""))
        case .reportHandled(_, let command):
            switch command {
            case .match(let number): [number.digits]
            case .giveUpMatching(let reason): PretendMessage.sentences(of: reason)
            case .open, .setUrgency: []
            }
        case .reportReviewed(_, let review): review.secrets
        case .reporterAnswered: []
        case .reportCoded(_, let command): (command.codes.reporters + command.codes.contents).flatMap(\.secrets)
        case .inCase(_, let command): command.event.secrets
        case .corrected(_, _, let correction, let reason, _):
            PretendMessage.sentences(of: reason) + (correction?.secrets ?? [])
        }
    }
}

extension ReviewCommand {
    fileprivate var secrets: [String] {
        switch outcome {
        case .shelve(_, .written(let reason)): PretendMessage.sentences(of: reason)
        case .investigate(.newCase(_, let opening), _): opening.child.secrets
        case .investigate(.closedCase(_, let reason), _): PretendMessage.sentences(of: reason)
        case .shelve(_, .plainlyGroundless), .investigate(.openCase, _), .addToRunning, .addToMeasures: []
        }
    }
}

extension StatedCode {
    fileprivate var secrets: [String] { PretendMessage.sentences(of: specification ?? "") }
}

extension Correction {
    fileprivate var secrets: [String] {
        switch self {
        case .event(let event, _): event.secrets
        }
    }
}

extension CasePerson {
    fileprivate var secrets: [String] {
        let lines =
            switch residence {
            case .open(let address): address.lines
            case .hidden(let address): address.revealed(under: PretendReader()).lines
            case nil: [] as [String]
            }
        return [name, number?.digits ?? "", phone ?? ""] + lines
    }
}

extension CaseEvent {
    /// The names and numbers that the event tells, and its texts by sentence.
    fileprivate var secrets: [String] {
        switch self {
        case .opened(let opening): opening.child.secrets
        case .personSet(_, let person): person.secrets
        case .numberFound(let number): [number.digits]
        case .investigationGrounded(_, let grounds): grounds.flatMap(\.secrets)
        default: texts.flatMap(PretendMessage.sentences)
        }
    }

    private var texts: [String] {
        switch self {
        case .conflictDeclared(_, let text), .conflictLifted(_, let text), .closed(let text), .reopened(let text),
            .investigationPlanned(_, let text), .investigationExtended(_, let text), .planEnded(_, let text),
            .participationOverridden(_, let text):
            [text]
        case .noted(let note): [note.text]
        case .investigationConcluded(_, let conclusion): [conclusion.reason]
        case .childHeard(let hearing): hearing.texts
        case .decided(let decision): [decision.summary] + Decision.Part.allCases.compactMap { decision.parts[$0] }
        case .decisionStep(_, let step): step.texts
        case .complaintReceived(let complaint): [complaint.text]
        case .demandReceived(let demand): [demand.text]
        case .measureStarted(let start): [start.text]
        case .measureEnded(_, let end): [end.text]
        case .planMade(let plan): [plan.goals, plan.content]
        case .planEvaluated(let evaluation): [evaluation.text]
        case .relocated(let relocation): [relocation.text]
        case .fosterAgreement(let agreement): [agreement.text]
        case .visited(let visit): [visit.report]
        case .visitsReduced(let reduction): [reduction.reason]
        case .seriousEvent(let event): [event.text]
        case .aftercare(.contacted(let text)), .aftercare(.accepted(let text)), .aftercare(.declined(let text)),
            .aftercare(.declinedForOther(let text)):
            [text]
        default: []
        }
    }
}

extension Hearing {
    fileprivate var texts: [String] {
        switch outcome {
        case .notHeard(_, let reason): [reason]
        case .heard(let view):
            [view.toldChild, view.heardAbout, view.said, view.weight, view.mostImportant ?? "", view.agrees.text]
        }
    }
}

extension ChildsView.Agreement {
    fileprivate var text: String {
        switch self {
        case .agrees: ""
        case .corrected(let text), .notShown(let text): text
        }
    }
}

extension DecisionStep {
    fileprivate var texts: [String] {
        switch self {
        case .completed(_, let text), .withdrawalHandled(let text), .ended(let text),
            .implementationExtended(_, let text):
            [text]
        case .implemented, .sentToTribunal, .controlled, .petitionSent, .consentAdded, .consentWithdrawn: []
        }
    }
}

/// Whoever made the pretend world may see all of it.
private struct PretendReader: AddressRight {}
