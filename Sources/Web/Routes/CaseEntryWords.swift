import Casework
import Law

/// What an entry of a case's journal says, for a person: a title, its kind, and the text.
struct CaseEntryWords: Sendable {
    let catalog: Catalog
    /// The name of somebody in the service.
    let worker: @Sendable (ActorID) -> String
    /// The name of somebody in the case.
    let person: @Sendable (RecordID) -> String

    /// What happened, in a few words.
    func title(_ event: CaseEvent) -> String {
        switch event {
        case .opened: catalog.text("event.opened")
        case .concernAdded: catalog.text("event.concernAdded")
        case .assigned(let actor, let role): joined(code("case-role", role), worker(actor))
        case .relieved(let actor): joined(catalog.text("event.relieved"), worker(actor))
        case .conflictDeclared(let actor, _): joined(catalog.text("event.conflictDeclared"), worker(actor))
        case .conflictLifted(let actor, _): joined(catalog.text("event.conflictLifted"), worker(actor))
        case .noted(let note): code("note-kind", note.kind)
        case .documentAdded(let document): joined(catalog.text("event.documentAdded"), document.title)
        case .closed: catalog.text("event.closed")
        case .reopened: catalog.text("event.reopened")
        case .corrected(_, let correction, _):
            correction == nil ? catalog.text("event.struck") : catalog.text("event.corrected")
        case .personSet(_, let person): joined(catalog.text("event.personSet"), person.name)
        case .relationSet(let relation): joined(code("relation-kind", relation.kind), person(relation.person))
        case .relationEnded(let id): joined(catalog.text("event.relationEnded"), person(id))
        case .numberFound: catalog.text("event.numberFound")
        case .investigationStarted: catalog.text("event.investigationStarted")
        case .investigationPlanned: catalog.text("event.investigationPlanned")
        case .investigationExtended: catalog.text("event.investigationExtended")
        case .investigationConcluded(_, let end):
            joined(catalog.text("event.investigationConcluded"), code("investigation-outcome", end.outcome))
        case .investigationGrounded: catalog.text("event.investigationGrounded")
        case .childHeard(let hearing): title(hearing)
        case .participationOverridden(let matter, _):
            joined(catalog.text("event.participationOverridden"), code("participation-matter", matter))
        case .overrideSeen: catalog.text("event.overrideSeen")
        case .decided(let decision): code("decision-kind", decision.kind)
        case .decisionStep(_, let step): title(step)
        default: laterTitle(event)
        }
    }

    /// The rest of the titles: what happens with measures, plans, visits and after.
    private func laterTitle(_ event: CaseEvent) -> String {
        switch event {
        case .complaintReceived: catalog.text("event.complaintReceived")
        case .complaintForwarded: catalog.text("event.complaintForwarded")
        case .demandReceived: catalog.text("event.demandReceived")
        case .demandSent: catalog.text("event.demandSent")
        case .measureStarted(let start): joined(catalog.text("event.measureStarted"), measure(start))
        case .measureEnded(_, let end): joined(catalog.text("event.measureEnded"), code("measure-end-cause", end.cause))
        case .planMade(let plan): code("plan-kind", plan.kind)
        case .planEvaluated: catalog.text("event.planEvaluated")
        case .planEnded: catalog.text("event.planEnded")
        case .relocated: catalog.text("event.relocated")
        case .fosterAgreement: catalog.text("event.fosterAgreement")
        case .visitPlanned(let visit): joined(catalog.text("event.visitPlanned"), code("visit-kind", visit.kind))
        case .visited(let visit): code("visit-kind", visit.kind)
        case .visitsReduced(let reduction):
            joined(catalog.text("event.visitsReduced"), code("visit-kind", reduction.kind))
        case .reductionEnded(_, let kind, _): joined(catalog.text("event.reductionEnded"), code("visit-kind", kind))
        case .aftercare(let step): title(step)
        case .seriousEvent(let event):
            joined(catalog.text("event.seriousEvent"), code("serious-event-kind", event.kind))
        case .governorInformed: catalog.text("event.governorInformed")
        case .childMoved: catalog.text("event.childMoved")
        case .newServiceNotified: catalog.text("event.newServiceNotified")
        default: ""
        }
    }

    /// The text of an entry, paragraph by paragraph.
    func text(_ event: CaseEvent) -> [String] {
        let text: String =
            switch event {
            case .noted(let note): note.text
            case .conflictDeclared(_, let reason), .conflictLifted(_, let reason), .closed(let reason),
                .reopened(let reason), .investigationExtended(_, let reason), .participationOverridden(_, let reason),
                .planEnded(_, let reason), .reductionEnded(_, _, let reason), .corrected(_, _, let reason):
                reason
            case .investigationPlanned(_, let plan): plan
            case .investigationConcluded(_, let end): end.reason
            case .investigationGrounded(_, let grounds):
                StatedCodeWords(catalog: catalog).lines(grounds, .grounds).joined(separator: "\n")
            case .childHeard(let hearing): Self.words(hearing)
            case .decided(let decision):
                ([decision.summary] + Decision.Part.allCases.compactMap { decision.parts[$0] }).joined(separator: "\n")
            case .decisionStep(_, let step): Self.words(step)
            case .complaintReceived(let complaint): complaint.text
            case .demandReceived(let demand): demand.text
            case .measureStarted(let start): start.text
            case .measureEnded(_, let end): end.text
            case .planMade(let plan): plan.goals + "\n" + plan.content
            case .planEvaluated(let evaluation): evaluation.text
            case .relocated(let relocation): relocation.text
            case .fosterAgreement(let agreement): agreement.text
            case .visited(let visit): visit.report
            case .visitsReduced(let reduction): reduction.reason
            case .aftercare(.contacted(let text)), .aftercare(.accepted(let text)),
                .aftercare(.declinedForOther(let text)), .aftercare(.declined(let text)):
                text
            case .seriousEvent(let event): event.text
            case .opened, .concernAdded, .assigned, .relieved, .documentAdded, .personSet, .relationSet,
                .relationEnded, .numberFound, .investigationStarted, .overrideSeen, .complaintForwarded, .demandSent,
                .visitPlanned, .governorInformed, .childMoved, .newServiceNotified:
                ""
            }
        return ConcernPage.paragraphs(text)
    }

    /// What kind of thing it is, as the lanes of the drawing name it.
    func lane(_ event: CaseEvent) -> Timeline.Lane? {
        switch event {
        case .concernAdded: .reports
        case .investigationStarted, .investigationPlanned, .investigationExtended, .investigationConcluded,
            .investigationGrounded:
            .investigations
        case .childHeard, .participationOverridden: .hearings
        case .decided, .decisionStep, .complaintReceived, .complaintForwarded, .demandReceived, .demandSent: .decisions
        case .measureStarted, .measureEnded, .relocated, .fosterAgreement: .measures
        case .planMade, .planEvaluated, .planEnded: .plans
        case .visitPlanned, .visited, .visitsReduced, .reductionEnded: .visits
        default: nil
        }
    }

    // MARK: Parts

    private func joined(_ title: String, _ detail: String) -> String {
        detail.isEmpty ? title : "\(title): \(detail)"
    }

    func code(_ list: String, _ code: some Any) -> String { catalog.text("code.\(list).\(code)") }

    private func measure(_ start: MeasureStart) -> String {
        start.placement.map { code("placement-home", $0.home) } ?? code("measure-category", start.category)
    }

    private func title(_ hearing: Hearing) -> String {
        switch hearing.outcome {
        case .heard(let view): joined(catalog.text("event.childHeard"), code("hearing-way", view.way))
        case .notHeard(let obstacle, _): joined(catalog.text("view.notHeard"), code("hearing-obstacle", obstacle))
        }
    }

    private func title(_ step: DecisionStep) -> String {
        switch step {
        case .completed(let part, _): joined(catalog.text("event.completed"), code("decision-part", part))
        case .implemented: catalog.text("event.implemented")
        case .sentToTribunal: catalog.text("event.sentToTribunal")
        case .controlled(let isUpheld):
            isUpheld ? catalog.text("event.controlled.upheld") : catalog.text("event.controlled.notUpheld")
        case .petitionSent: catalog.text("event.petitionSent")
        case .consentAdded(let consent):
            joined(catalog.text("event.consentAdded"), code("consent-giver", consent.giver))
        case .consentWithdrawn(let giver): joined(catalog.text("event.consentWithdrawn"), code("consent-giver", giver))
        case .withdrawalHandled: catalog.text("event.withdrawalHandled")
        case .implementationExtended: catalog.text("event.implementationExtended")
        case .ended: catalog.text("event.decisionEnded")
        }
    }

    private func title(_ step: AftercareStep) -> String {
        switch step {
        case .contacted: code("aftercare-step", "contacted")
        case .accepted: code("aftercare-step", "accepted")
        case .declinedForOther: code("aftercare-step", "declinedForOther")
        case .declined: code("aftercare-step", "declined")
        }
    }

    private static func words(_ hearing: Hearing) -> String {
        switch hearing.outcome {
        case .heard(let view): [view.mostImportant, view.said].compactMap { $0 }.joined(separator: "\n")
        case .notHeard(_, let reason): reason
        }
    }

    private static func words(_ step: DecisionStep) -> String {
        switch step {
        case .completed(_, let text): text
        case .withdrawalHandled(let reason), .implementationExtended(_, let reason), .ended(let reason): reason
        case .implemented, .sentToTribunal, .controlled, .petitionSent, .consentAdded, .consentWithdrawn: ""
        }
    }
}
