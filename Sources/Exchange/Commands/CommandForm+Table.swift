package import Casework
package import Law

extension CommandForm {
    /// Every form, by feature.
    package static let all: [CommandForm] =
        ConcernForms.all + CaseForms.all + PeopleForms.all + InvestigationForms.all + ParticipationForms.all
        + DecisionForms.all + DecisionStepForms.all + MeasureForms.all + PlanForms.all + PlacementForms.all
        + VisitForms.all + AftercareForms.all

    /// The form of an id; `nil` where none has it.
    package static func named(_ id: some StringProtocol) -> CommandForm? { byID[String(id)] }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The form that says that something has happened; `nil` for what no form brings about, such as a correction.
    package static func of(_ happening: Happening, on day: CalendarDay) -> (form: CommandForm, values: CommandValues)? {
        let reading = Reading(happening: happening, on: day)
        for form in all {
            if let values = form.values(of: reading) { return (form, values) }
        }
        return nil
    }

    /// Whether it is about a report, and not about a case.
    package var isAboutConcern: Bool { ConcernForms.all.contains { $0.id == id } }

    /// The form that a file travels beside.
    package static var addDocument: CommandForm { CaseForms.addDocument }

    /// Whether a file travels beside it.
    package var takesFile: Bool { id == CaseForms.addDocument.id }
}

extension CaseEvent {
    /// The identity that the event brings into the case; `nil` where it brings none.
    package var broughtID: RecordID? {
        switch self {
        case .opened(let opening): opening.childID
        case .documentAdded(let document): document.id
        case .personSet(let id, _): id
        case .investigationStarted(let start): start.id
        case .childHeard(let hearing): hearing.id
        case .decided(let decision): decision.id
        case .complaintReceived(let complaint): complaint.id
        case .demandReceived(let demand): demand.id
        case .measureStarted(let start): start.id
        case .planMade(let plan): plan.id
        case .visitPlanned(let visit): visit.id
        case .visited(let visit): visit.id
        case .seriousEvent(let event): event.id
        case .childMoved(let move): move.id
        default: nil
        }
    }
}
