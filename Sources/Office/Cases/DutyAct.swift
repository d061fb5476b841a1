package import Casework
import Law

/// What somebody does to meet a duty: the form that does it, and what in the case it is about.
///
/// The one table of it: pages and programs are led to the same form.
package struct DutyAct: Hashable, Sendable {
    /// The form's id, as its address bears it.
    package let command: String
    package let subject: Duty.Subject

    /// The act that meets a duty, or that writes down that another has met it; `nil` where the service has nothing to do.
    package init?(_ duty: Duty) {
        guard duty.isOurs || Self.writtenDown.contains(duty.rule), let command = Self.commands[duty.rule] else {
            return nil
        }
        self.command = command
        subject = duty.subject
    }

    /// What others do and the service writes down.
    private static let writtenDown: Set<RuleID> = [.supervisionVisits, .acuteControl]

    private static let commands: [RuleID: String] = [
        .review: "review-concern",
        .shelvingReasons: "review-concern",
        .confirmation: "answer-reporter",
        .publicReply: "answer-reporter",
        .secondReply: "answer-reporter",
        .investigation: "conclude-investigation",
        .extendedInvestigation: "conclude-investigation",
        .investigationPlan: "plan-investigation",
        .shelvingDecision: "decide",
        .newInvestigationRecall: "start-investigation",
        .seriousEvent: "inform-governor",
        .moveNotice: "notify-new-service",
        .aftercareRecall: "aftercare",
        .aftercareWarning: "aftercare",
        // To go on, to replace and to end are decisions alike (§ 3-6 second paragraph).
        .aftercareDecision: "decide",
        .aftercareEnd: "end-measure",
        .consentWithdrawn: "handle-withdrawal",
        .planEvaluation: "evaluate-plan",
        .helpPlan: "make-plan",
        .acutePlan: "make-plan",
        .carePlan: "make-plan",
        .consentedStayPlan: "make-plan",
        .orderedStayPlan: "make-plan",
        .aftercarePlan: "make-plan",
        .fosterAgreementReview: "foster-agreement",
        .followUpVisits: "record-visit",
        .supervisionVisits: "record-visit",
        .carePetition: "send-petition",
        .carePetitionAbroad: "send-petition",
        .institutionPetition: "send-petition",
        .institutionPetitionAbroad: "send-petition",
        .traffickingPetition: "send-petition",
        .travelBanPetition: "send-petition",
        .movingBan: "end-decision",
        .movingBanPetition: "send-petition",
        .contactStopPetition: "send-petition",
        .acuteToTribunal: "send-to-tribunal",
        .travelBanToTribunal: "send-to-tribunal",
        .acuteControl: "record-control",
        .acuteParts: "complete-decision",
        .hearingAfterAcute: "hear-child",
        .measureWithoutDecision: "end-measure",
        .careOrderImplementation: "implement-decision",
        .stayImplementation: "implement-decision",
        .traffickingImplementation: "implement-decision",
        .partyDemand: "send-demand",
        .complaintToGovernor: "forward-complaint",
        .relocationComplaint: "forward-complaint",
    ]
}
