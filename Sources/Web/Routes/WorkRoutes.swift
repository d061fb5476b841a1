import Casework
import HTTPTypes
import Hummingbird
import Law
import Office

/// My day, the service board and the visit planner.
struct WorkRoutes: Sendable {
    private let pages: PageDesk
    private var desk: CaseDesk { pages.rooms.cases }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/min-dag", use: day)
        people.submit("/utkast/{form}/slett", pages, use: discard)
        people.get("/tavle", use: board)
        people.submit("/tavle/overstyringer/{id}", pages, use: seeOverride)
        people.submit("/tavle/lesinger/{id}", pages, use: seeReading)
        people.get("/besok", use: visits)
    }

    // MARK: My day

    @Sendable private func day(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let text = request.uri.queryParameters["after"]
        let place = text.flatMap { DutyPlace(String($0)) }
        guard text == nil || place != nil else { throw Absent() }
        let day = try await desk.myDay(context.person, after: place)
        let model = WorkModel(pages: pages, phrases: pages.phrases(context.visit))
        return try pages.show(model.view(day, isFirst: place == nil, for: context), context.visit)
    }

    @Sendable private func discard(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        guard let name = context.coreContext.parameters.get("form") else { throw Absent() }
        let subject = form["subject"]
        let id: RecordID? = RecordID(subject)
        guard subject.isEmpty || id != nil else { throw HTTPError(.badRequest) }
        try desk.removeDraft(context.person, name, about: id)
        return pages.redirect(to: "/min-dag")
    }

    // MARK: Board

    @Sendable private func board(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let board = try await desk.board(context.person)
        let model = WorkModel(pages: pages, phrases: pages.phrases(context.visit))
        return try pages.show(model.view(board, for: context), context.visit)
    }

    @Sendable private func seeOverride(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let command = CaseCommand(
            event: .overrideSeen,
            on: pages.rooms.environment.today,
            capacity: .leader,
            seen: nil
        )
        let outcome = try await desk.perform(context.person, try context.recordID(), command, key: form.key)
        return try back(outcome)
    }

    @Sendable private func seeReading(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try back(await desk.reviewReading(context.person, try context.recordID(), key: form.key))
    }

    /// To the board, also where somebody else was quicker.
    private func back(_ outcome: CommandOutcome) throws -> Response {
        switch outcome {
        case .done, .refused(.alreadyReviewed), .refused(.case(.alreadyDone)): return pages.redirect(to: "/tavle")
        case .refused(.absent): throw Absent()
        case .refused, .keyReused: throw HTTPError(.conflict)
        }
    }

    // MARK: Visits

    @Sendable private func visits(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let phrases = pages.phrases(context.visit)
        let text = request.uri.queryParameters["year"]
        let year = text.map { Int($0) } ?? phrases.today.year
        guard let year, (2000...2100).contains(year) else { throw Absent() }
        let lines = try await desk.visits(context.person, year: year)
        let isOwn = request.uri.queryParameters["show"] == "mine"
        let model = VisitModel(pages: pages, phrases: phrases, year: year, isOwn: isOwn)
        return try pages.show(model.view(lines, for: context), context.visit)
    }
}

/// Makes my day and the board of what the desk hands out.
struct WorkModel: Sendable {
    let pages: PageDesk
    let phrases: PagePhrases
    private var catalog: Catalog { phrases.catalog }
    private var words: DutyWords { DutyWords(law: pages.rooms.law, phrases: phrases) }

    func view(_ day: MyDay, isFirst: Bool, for context: SignedInContext) -> MyDayPage {
        let reports = day.rows.filter { $0.caseID == nil && $0.duty.rule == .review }
        let rows = day.rows.filter { $0.caseID != nil || $0.duty.rule != .review }
        return MyDayPage(
            frame: pages.frame(context.visit, .myDay, at: "/min-dag"),
            dayText: phrases.longDay(day.today),
            groups: groups(rows),
            drafts: isFirst ? day.drafts.map(draft) : [],
            reports: reports.map(report),
            cases: cases(rows),
            inboxPath: "/concerns",
            searchPath: "/sok",
            links: PageLinks(
                first: isFirst ? nil : "/min-dag",
                next: day.next.map { "/min-dag?after=\($0.text)" }
            )
        )
    }

    private func groups(_ rows: [DutyRow]) -> [MyDayPage.Group] {
        let spans = Dictionary(grouping: rows) { row -> MyDayPage.Group.Span in
            guard let days = words.daysLeft(row.duty) else { return .later }
            return row.duty.state == .overdue ? .overdue : days <= 0 ? .today : days <= 7 ? .week : .later
        }
        return [MyDayPage.Group.Span.overdue, .today, .week, .later].map { span in
            MyDayPage.Group(span, rows: (spans[span] ?? []).map(row), catalog)
        }
    }

    private func row(_ row: DutyRow) -> DutyView {
        words.row(row.duty, of: row.caseID, child: CaseNames.child(row.child, catalog))
    }

    private func report(_ row: DutyRow) -> MyDayPage.Report {
        let path: String
        if case .concern(let id) = row.duty.subject { path = "/concerns/\(id)" } else { path = "/concerns" }
        return MyDayPage.Report(
            path: path,
            child: CaseNames.child(row.child, catalog),
            isUrgent: false,
            due: phrases.dayStamp(row.duty.lastDay ?? phrases.today),
            remaining: words.daysLeft(row.duty).map(catalog.daysLeft) ?? "",
            isOverdue: row.duty.state == .overdue
        )
    }

    /// The cases behind the duties of this page, in the order in which they come up.
    private func cases(_ rows: [DutyRow]) -> [MyDayPage.OwnCase] {
        var counts: [RecordID: Int] = [:]
        for row in rows { if let id = row.caseID { counts[id, default: 0] += 1 } }
        var met: Set<RecordID> = []
        return rows.compactMap { row in
            guard let id = row.caseID, met.insert(id).inserted else { return nil }
            return MyDayPage.OwnCase(
                path: "/saker/\(id)",
                child: CaseNames.child(row.child, catalog),
                note: catalog.plural("myDay.duties", counts[id] ?? 0)
            )
        }
    }

    private func draft(_ line: DraftLine) -> MyDayPage.Draft {
        let isConcern = ["review-concern", "answer-reporter", "omit-answer"].contains(line.form)
        let folder = isConcern ? "concerns" : "saker"
        return MyDayPage.Draft(
            title: catalog.text("command.\(line.form).title"),
            child: nil,
            path: line.subject.map { "/\(folder)/\($0)/\(line.form)" } ?? "/saker/ny/\(line.form)",
            saved: phrases.stamp(line.savedAt),
            discard: pages.form("/utkast/\(line.form)/slett"),
            subject: line.subject?.description ?? ""
        )
    }

    // MARK: Board

    func view(_ board: ServiceBoard, for context: SignedInContext) -> BoardPage {
        let widest = board.loads.map(\.counts.open).max() ?? 0
        return BoardPage(
            frame: pages.frame(context.visit, .board, at: "/tavle"),
            dayText: phrases.longDay(board.today),
            workers: board.loads.map { load in
                BoardPage.Worker(
                    name: pages.rooms.people.name(of: load.person),
                    cases: load.cases,
                    open: load.counts.open,
                    overdue: load.counts.overdue,
                    soon: load.counts.soon,
                    widest: widest
                )
            },
            unassigned: board.unassigned.map(unassigned),
            overdue: board.overdue.map(row),
            overdueTotal: board.counts.overdue,
            risk: board.atRisk.map(row),
            riskTotal: board.atRisk.count,
            overrides: board.overrides.map(override),
            readings: board.readings.map(reading),
            catalog
        )
    }

    private func unassigned(_ line: CaseLine) -> BoardPage.Unassigned {
        BoardPage.Unassigned(
            path: "/saker/\(line.id)",
            child: CaseNames.child(line.child, catalog),
            since: phrases.dayStamp(line.openedOn),
            next: line.counts.open > 0 ? catalog.plural("myDay.duties", line.counts.open) : nil,
            assign: Link(label: catalog.text("board.assign"), path: "/saker/\(line.id)/assign")
        )
    }

    private func override(_ override: ServiceBoard.Override) -> BoardPage.Override {
        BoardPage.Override(
            path: "/saker/\(override.caseID)",
            child: CaseNames.child(override.child, catalog),
            matter: catalog.text("code.participation-matter.\(override.matter)"),
            reason: nil,
            person: nil,
            when: phrases.dayStamp(override.on),
            seen: pages.form("/tavle/overstyringer/\(override.caseID)")
        )
    }

    private func reading(_ line: ReadingLine) -> BoardPage.Reading {
        let reader = pages.rooms.people[line.facts.reader]
        return BoardPage.Reading(
            path: "/saker/\(line.facts.caseID)",
            child: CaseNames.child(line.child, catalog),
            person: pages.rooms.people.name(of: line.facts.reader),
            role: reader.map { RoleWords.name($0.role, catalog) } ?? "",
            reason: line.reason,
            when: phrases.stamp(line.facts.at),
            seen: pages.form("/tavle/lesinger/\(line.facts.id)")
        )
    }
}

/// Makes the visit planner of what the desk hands out.
struct VisitModel: Sendable {
    let pages: PageDesk
    let phrases: PagePhrases
    let year: Int
    /// Whether a leader looks at their own cases alone.
    let isOwn: Bool
    private var catalog: Catalog { phrases.catalog }

    func view(_ lines: [VisitLine], for context: SignedInContext) -> VisitPlannerPage {
        let owed = lines.filter { !$0.due.isEmpty && (!isOwn || $0.responsible == context.person.id) }
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
        let query = "?measure=\(line.measure)&kind=\(line.kind)"
        return VisitPlannerPage.Row(
            child: CaseNames.child(line.child, catalog),
            casePath: "/saker/\(line.caseID)",
            home: line.responsible.map(pages.rooms.people.name(of:)) ?? catalog.text("case.unassigned"),
            kind: catalog.text("code.visit-kind.\(line.kind)"),
            citation: line.citation ?? "",
            rulePath: "/lovverk#\(rule)",
            quarters: (1...4).map { quarter(line, $0) },
            required: line.due.count,
            done: line.done.count,
            missing: late(line),
            next: next.map { catalog.text("visits.next", ["day": phrases.day($0)]) },
            strip: VisitPlannerPage.Strip(
                year: year,
                done: line.done,
                planned: line.planned.map(\.day),
                today: phrases.today
            ),
            plan: next == nil
                ? nil : Link(label: catalog.text("visits.plan"), path: "/saker/\(line.caseID)/plan-visit\(query)"),
            register: next == nil
                ? nil
                : Link(label: catalog.text("visits.register"), path: "/saker/\(line.caseID)/record-visit\(query)"),
            catalog
        )
    }

    private func quarter(_ line: VisitLine, _ number: Int) -> VisitPlannerPage.Quarter {
        let count = line.quarter(number)
        let last = Quarter(year: year, number: number)?.last ?? phrases.today
        return VisitPlannerPage.Quarter(
            number: number,
            done: count.done,
            planned: count.planned,
            missing: last < phrases.today ? max(0, count.required - count.done) : 0,
            catalog
        )
    }
}
