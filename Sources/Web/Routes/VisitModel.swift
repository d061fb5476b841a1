import Casework
import Law
import Office

/// Makes the visit planner of what the desk hands out.
struct VisitModel: Sendable {
    let pages: PageDesk
    let phrases: PagePhrases
    let year: Int
    /// Whether a leader looks at their own cases alone.
    let isOwn: Bool
    private var catalog: Catalog { phrases.catalog }

    func view(_ lines: [VisitLine], for context: SignedInContext) -> VisitPlannerPage {
        let owed = lines.filter { ($0.isByNeed || !$0.due.isEmpty) && (!isOwn || $0.responsible == context.person.id) }
        let isLeader = context.person.role == .leader
        return VisitPlannerPage(
            frame: pages.frame(context.visit, .visits, at: path(year, isOwn)),
            year: year,
            previous: Link(label: String(year - 1), path: path(year - 1, isOwn)),
            following: year > phrases.today.year ? nil : Link(label: String(year + 1), path: path(year + 1, isOwn)),
            filters: isLeader
                ? [
                    Timeline.Zoom(label: catalog.text("visits.all"), path: path(year, false), isCurrent: !isOwn),
                    Timeline.Zoom(label: catalog.text("visits.mine"), path: path(year, true), isCurrent: isOwn),
                ] : [],
            missing: owed.reduce(0) { $0 + late($1) },
            rows: owed.map(row),
            catalog
        )
    }

    private func path(_ year: Int, _ isOwn: Bool) -> String { "/besok?year=\(year)" + (isOwn ? "&show=mine" : "") }

    /// Visits whose day is over and that nobody has made.
    private func late(_ line: VisitLine) -> Int {
        max(0, line.due.count { $0 < phrases.today } - line.done.count)
    }

    private func row(_ line: VisitLine) -> VisitPlannerPage.Row {
        let next = line.due.dropFirst(line.done.count).first
        let rule = line.kind == .supervision ? RuleID.supervisionVisits : .followUpVisits
        let isOpen = next != nil || (line.isByNeed && line.isRunning)
        let query = "?measure=\(line.measure)&kind=\(line.kind)"
        return VisitPlannerPage.Row(
            child: CaseNames.child(line.child, phrases),
            casePath: "/saker/\(line.caseID)",
            home: home(line),
            kind: catalog.text("code.visit-kind.\(line.kind)"),
            citation: line.citation.map(Citation.tied) ?? "",
            rulePath: "/lovverk#\(rule)",
            quarters: (1...4).map { quarter(line, $0) },
            required: line.due.count,
            done: line.done.count,
            missing: late(line),
            next: line.isByNeed
                ? catalog.text("visits.byNeed") : next.map { catalog.text("visits.next", ["day": phrases.day($0)]) },
            strip: VisitPlannerPage.Strip(
                year: year,
                done: line.done,
                planned: line.planned.map(\.day),
                today: phrases.today
            ),
            plan: !isOpen
                ? nil : Link(label: catalog.text("visits.plan"), path: "/saker/\(line.caseID)/plan-visit\(query)"),
            register: !isOpen
                ? nil
                : Link(label: catalog.text("visits.register"), path: "/saker/\(line.caseID)/record-visit\(query)"),
            catalog
        )
    }

    /// Where the child lives, with whom and since when.
    private func home(_ line: VisitLine) -> String {
        let kind = catalog.text("code.placement-home.\(line.home)")
        let since = catalog.text("visits.since", ["day": phrases.day(line.since)])
        return [kind, line.caretaker, since].compactMap(\.self).joined(separator: ", ")
    }

    private func quarter(_ line: VisitLine, _ number: Int) -> VisitPlannerPage.Quarter {
        let count = line.quarter(number)
        let last = Quarter(year: year, number: number)?.last ?? phrases.today
        return VisitPlannerPage.Quarter(
            number: number,
            done: count.done - count.late,
            late: count.late,
            missed: count.missed,
            planned: count.planned,
            missing: last < phrases.today ? count.unmade : 0,
            catalog
        )
    }
}

extension VisitLine {
    /// Whether the child is visited as need be, without a number that the year must reach.
    fileprivate var isByNeed: Bool { kind == .institution }
}
