package import Casework
import Law

/// What somebody does to meet a duty: the form that does it and what in the case it is about.
package struct DutyAct: Hashable, Sendable {
    /// The form, by a name that can stand in an address.
    package enum Form: String, Hashable, Sendable, CaseIterable {
        case reviewConcern = "review-concern"
        case answerReporter = "answer-reporter"
        case startInvestigation = "start-investigation"
        case planInvestigation = "plan-investigation"
        case concludeInvestigation = "conclude-investigation"
        case decide
        case decisionStep = "decision-step"
        case forwardComplaint = "forward-complaint"
        case sendDemand = "send-demand"
        case hearChild = "hear-child"
        case aftercare
        case makePlan = "make-plan"
        case evaluatePlan = "evaluate-plan"
        case fosterAgreement = "foster-agreement"
        case visit
        case informGovernor = "inform-governor"
        case notifyNewService = "notify-new-service"
    }

    package let form: Form
    package let subject: Duty.Subject
    /// For a step of a decision or an answer: which one the form should propose.
    package let step: Step?

    /// The step of a decision that meets the duty.
    package enum Step: String, Hashable, Sendable, CaseIterable {
        case confirmation
        case investigationOpened = "investigation-opened"
        case followUp = "follow-up"
        case implemented
        case sentToTribunal = "sent-to-tribunal"
        case petitionSent = "petition-sent"
        case completed
        case withdrawalHandled = "withdrawal-handled"
        case followUpVisit = "follow-up-visit"
        case supervisionVisit = "supervision-visit"
    }

    /// The act that meets a duty of the service's own; `nil` where it is another's, or nothing to be done by a form.
    package init?(_ duty: Duty) {
        guard duty.isOurs || duty.rule == .supervisionVisits, let (form, step) = Self.acts[duty.rule] else {
            return nil
        }
        self.form = form
        self.step = step
        subject = duty.subject
    }

    private static let acts: [RuleID: (Form, Step?)] = [
        .review: (.reviewConcern, nil),
        .shelvingReasons: (.reviewConcern, nil),
        .confirmation: (.answerReporter, .confirmation),
        .publicReply: (.answerReporter, .investigationOpened),
        .secondReply: (.answerReporter, .followUp),
        .investigation: (.concludeInvestigation, nil),
        .extendedInvestigation: (.concludeInvestigation, nil),
        .investigationPlan: (.planInvestigation, nil),
        .shelvingDecision: (.decide, nil),
        .newInvestigationRecall: (.startInvestigation, nil),
        .seriousEvent: (.informGovernor, nil),
        .moveNotice: (.notifyNewService, nil),
        .aftercareRecall: (.aftercare, nil),
        .aftercareWarning: (.aftercare, nil),
        .aftercareDecision: (.aftercare, nil),
        .consentWithdrawn: (.decisionStep, .withdrawalHandled),
        .planEvaluation: (.evaluatePlan, nil),
        .helpPlan: (.makePlan, nil),
        .acutePlan: (.makePlan, nil),
        .carePlan: (.makePlan, nil),
        .consentedStayPlan: (.makePlan, nil),
        .orderedStayPlan: (.makePlan, nil),
        .aftercarePlan: (.makePlan, nil),
        .fosterAgreementReview: (.fosterAgreement, nil),
        .followUpVisits: (.visit, .followUpVisit),
        .supervisionVisits: (.visit, .supervisionVisit),
        .carePetition: (.decisionStep, .petitionSent),
        .carePetitionAbroad: (.decisionStep, .petitionSent),
        .institutionPetition: (.decisionStep, .petitionSent),
        .institutionPetitionAbroad: (.decisionStep, .petitionSent),
        .traffickingPetition: (.decisionStep, .petitionSent),
        .travelBanPetition: (.decisionStep, .petitionSent),
        .movingBanPetition: (.decisionStep, .petitionSent),
        .contactStopPetition: (.decisionStep, .petitionSent),
        .acuteToTribunal: (.decisionStep, .sentToTribunal),
        .travelBanToTribunal: (.decisionStep, .sentToTribunal),
        .acuteParts: (.decisionStep, .completed),
        .hearingAfterAcute: (.hearChild, nil),
        .careOrderImplementation: (.decisionStep, .implemented),
        .stayImplementation: (.decisionStep, .implemented),
        .traffickingImplementation: (.decisionStep, .implemented),
        .partyDemand: (.sendDemand, nil),
        .complaintToGovernor: (.forwardComplaint, nil),
        .relocationComplaint: (.forwardComplaint, nil),
        .acuteComplaint: (.forwardComplaint, nil),
    ]
}
