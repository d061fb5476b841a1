import Casework
import Law
import Office

/// Puts duties into words for one reader: what is to be done, by which section, and the form that does it.
struct DutyWords: Sendable {
    let law: Lawbook
    let phrases: PagePhrases
    /// Whether the reader may do anything about a duty.
    var offersForms = true
    private var catalog: Catalog { phrases.catalog }

    /// One duty as a row.
    ///
    /// `caseID` is `nil` for a report that belongs to no case; `child` is the name to show, `nil` on the page of the case
    /// itself.
    func row(_ duty: Duty, of caseID: RecordID?, child: String?) -> DutyView {
        DutyView(
            child: child,
            casePath: child == nil ? nil : path(duty, of: caseID),
            matter: title(duty),
            detail: duty.share.map {
                catalog.text("duty.share", ["number": String($0.number), "of": String($0.of)])
            },
            citation: Citation.tied(duty.citation),
            rulePath: rulePath(duty),
            due: duty.lastDay.map(phrases.dayStamp),
            daysLeft: daysLeft(duty),
            standing: standing(duty),
            holder: duty.isOurs && duty.holder != .leader ? nil : LawWords(phrases: phrases).holder(duty.holder),
            act: act(duty, of: caseID),
            catalog
        )
    }

    /// One duty as a next step of its case, or of a report.
    func step(_ duty: Duty, of caseID: RecordID?) -> CasePage.NextStep {
        let days = daysLeft(duty)
        return CasePage.NextStep(
            text: title(duty),
            citation: Link(label: Citation.tied(duty.citation), path: rulePath(duty)),
            due: duty.lastDay.map(phrases.dayStamp),
            remaining: days.map(catalog.daysLeft) ?? catalog.text("duty.undated"),
            isOverdue: duty.state == .overdue,
            isNear: duty.state == .soon,
            act: act(duty, of: caseID)
        )
    }

    /// What is to be done, in the words of the law's own table.
    func title(_ duty: Duty) -> String {
        let language = catalog.language.rawValue
        return law.rule(duty.rule, on: duty.started)?.title(in: language)
            ?? law.visits(duty.rule, on: duty.started)?.title(in: language)
            ?? duty.rule.text
    }

    func daysLeft(_ duty: Duty) -> Int? {
        duty.lastDay.map { phrases.today.days(until: $0) }
    }

    private func rulePath(_ duty: Duty) -> String { "/lovverk?on=\(duty.started)#\(duty.rule)" }

    private func standing(_ duty: Duty) -> DutyView.Standing {
        switch duty.state {
        case .running, .soon:
            switch daysLeft(duty) {
            case nil: .undated
            case 0?: .today
            default: duty.state == .soon ? .soon : .ahead
            }
        case .overdue: .overdue
        case .metInTime: .metInTime
        case .metLate: .metLate
        case .lapsed: .lapsed
        case .shortfall: .shortfall
        case .waived: .waived
        }
    }

    /// The form that does it; `nil` for what others do, and for what is done.
    func act(_ duty: Duty, of caseID: RecordID?) -> Link? {
        guard offersForms, duty.isOpen, let act = DutyAct(duty), let path = act.path(inCase: caseID) else { return nil }
        return Link(label: catalog.text("command.\(act.command).title"), path: path)
    }

    /// The case, or the report that belongs to none.
    private func path(_ duty: Duty, of caseID: RecordID?) -> String? {
        if let caseID { return "/saker/\(caseID)" }
        guard case .concern(let id) = duty.subject else { return nil }
        return "/concerns/\(id)"
    }
}

extension DutyAct {
    /// Where the form lies, filled in as far as the duty tells; `nil` for a case that is not there.
    fileprivate func path(inCase id: RecordID?) -> String? {
        if case .concern(let concern) = subject { return "/concerns/\(concern)/\(command)" }
        return id.map { "/saker/\($0)/\(command)" + query }
    }

    /// What the form is about, so that it need not be chosen again.
    private var query: String {
        switch subject {
        case .wholeCase, .concern: ""
        case .investigation(let id): "?investigation=\(id)"
        case .decision(let id): "?decision=\(id)"
        case .complaint(let id): "?complaint=\(id)"
        case .demand(let id): "?demand=\(id)"
        case .measure(let id): "?measure=\(id)"
        case .plan(let id): "?plan=\(id)"
        case .seriousEvent(let id): "?seriousEvent=\(id)"
        case .move(let id): "?move=\(id)"
        }
    }
}
