import Casework
import Exchange
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
        people.get(RouterPath(BoardDutiesPage.path), use: duties)
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
        // The case or the report, and after a question mark what in it the draft is about, as in the draft's address.
        let parts = form["subject"].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let id: RecordID? = parts.first.flatMap { RecordID($0) }
        guard parts.first?.isEmpty ?? true || id != nil else { throw HTTPError(.badRequest) }
        let names = (parts.count > 1 ? parts[1] : "").split(separator: "=", maxSplits: 1).map(String.init)
        let matter = names.count == 2 ? DraftMatter(field: names[0], value: names[1]) : nil
        try desk.removeDraft(context.person, name, about: id, matter: matter)
        func isOne(of forms: [CommandForm]) -> Bool { id != nil && forms.contains { $0.id == name } }
        let place =
            isOne(of: CommandForm.ofReferrals)
            ? "/henvisninger/\(parts[0])" : isOne(of: CommandForm.ofPlaces) ? "/plasser" : "/min-dag"
        return pages.redirect(to: place)
    }

    // MARK: Board

    @Sendable private func board(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let board = try await desk.board(context.person, duties: BoardPage.mostDuties)
        let model = WorkModel(pages: pages, phrases: pages.phrases(context.visit))
        return try pages.show(model.view(board, for: context), context.visit)
    }

    @Sendable private func duties(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = request.uri.queryParameters
        let place = query["after"].flatMap { DutyPlace($0) }
        guard let stretch = DutyStretch(rawValue: query["show"].map(String.init) ?? DutyStretch.overdue.rawValue),
            query["after"] == nil || place != nil
        else { throw Absent() }
        let page = try await desk.duties(context.person, stretch, after: place)
        let model = WorkModel(pages: pages, phrases: pages.phrases(context.visit))
        return try pages.show(model.view(page, stretch, isFirst: place == nil, for: context), context.visit)
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
            cases: day.cases.map(ownCase),
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
            guard row.duty.isOurs else { return .others }
            // Without a day it is owed at once.
            guard let days = words.daysLeft(row.duty) else { return .today }
            return row.duty.state == .overdue ? .overdue : days <= 0 ? .today : days <= 7 ? .week : .later
        }
        return [MyDayPage.Group.Span.overdue, .today, .week, .later, .others].compactMap { span in
            MyDayPage.Group(span, rows: (spans[span] ?? []).map(row), catalog)
        }
    }

    private func row(_ row: DutyRow) -> DutyView {
        words.row(row.duty, of: row.caseID, child: CaseNames.child(row.child, phrases))
    }

    private func report(_ row: DutyRow) -> MyDayPage.Report {
        let path: String
        if case .concern(let id) = row.duty.subject { path = "/concerns/\(id)" } else { path = "/concerns" }
        return MyDayPage.Report(
            path: path,
            child: CaseNames.child(row.child, phrases),
            isUrgent: row.isUrgent,
            due: phrases.dayStamp(row.duty.lastDay ?? phrases.today),
            remaining: words.daysLeft(row.duty).map(catalog.daysLeft) ?? "",
            isOverdue: row.duty.state == .overdue
        )
    }

    private func ownCase(_ line: CaseLine) -> MyDayPage.OwnCase {
        MyDayPage.OwnCase(
            path: "/saker/\(line.id)",
            child: CaseNames.child(line.child, phrases),
            note: catalog.plural("myDay.duties", line.counts.open)
        )
    }

    func draft(_ line: DraftLine) -> MyDayPage.Draft {
        let isConcern = CommandForm.named(line.form)?.isAboutConcern ?? false
        let folder = isConcern ? "concerns" : "saker"
        // The names of places are their owners', and need not be fit for an address.
        let matter = line.matter.map { "?\($0.field)=\(PlaceModel.escaped($0.value))" } ?? ""
        let referral = line.form == ReferralAddress.draftForm ? line.matter : nil
        return MyDayPage.Draft(
            title: referral == nil ? title(line) : catalog.text("referral.new"),
            child: nil,
            path: referral.map { ReferralAddress.path(of: $0, in: line.subject?.description ?? "") }
                ?? room(line).map { $0 + matter }
                ?? (line.subject.map { "/\(folder)/\($0)/\(line.form)" } ?? "/saker/ny/\(line.form)") + matter,
            saved: phrases.stamp(line.savedAt),
            discard: pages.form("/utkast/\(line.form)/slett"),
            subject: (line.subject?.description ?? "") + (line.matter.map { "?\($0)" } ?? "")
        )
    }

    /// The form's title, with the place that it was opened for.
    private func title(_ line: DraftLine) -> String {
        let place = line.matter.flatMap { RecordID($0.value) == nil && Self.isAboutPlaces(line) ? $0.value : nil }
        return catalog.text("command.\(line.form).title") + (place.map { ": \($0)" } ?? "")
    }

    private static func isAboutPlaces(_ line: DraftLine) -> Bool {
        CommandForm.ofPlaces.contains { $0.id == line.form }
    }

    /// Where a draft goes on that is about a referral or about places.
    private func room(_ line: DraftLine) -> String? {
        guard let id = line.subject, let form = CommandForm.room(named: line.form) else { return nil }
        if Self.isAboutPlaces(line) { return "/plasser/\(form.id)" }
        return form.id == CommandForm.askAcutely.id
            ? "/saker/\(id)/\(CaseReferralRoutes.acute)" : "/henvisninger/\(id)/\(form.id)"
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
            riskTotal: board.atRiskCount,
            overrides: board.overrides.map(override),
            readings: board.readings.map(reading),
            catalog
        )
    }

    func view(_ page: DutyPage, _ stretch: DutyStretch, isFirst: Bool, for context: SignedInContext) -> BoardDutiesPage
    {
        let path = "\(BoardDutiesPage.path)?show=\(stretch.rawValue)"
        let title =
            switch stretch {
            case .overdue: catalog.text("board.overdue")
            case .atRisk: catalog.text("board.risk")
            }
        return BoardDutiesPage(
            frame: pages.frame(context.visit, .board, at: path),
            back: Link(label: catalog.text("menu.board"), path: "/tavle"),
            title: title,
            duties: page.rows.map(row),
            links: PageLinks(
                first: isFirst ? nil : path,
                next: page.next.map { "\(path)&after=\($0.text)" }
            )
        )
    }

    private func unassigned(_ line: CaseLine) -> BoardPage.Unassigned {
        BoardPage.Unassigned(
            path: "/saker/\(line.id)",
            child: CaseNames.child(line.child, phrases),
            since: phrases.dayStamp(line.openedOn),
            next: line.counts.open > 0 ? catalog.plural("myDay.duties", line.counts.open) : nil,
            assign: Link(label: catalog.text("board.assign"), path: "/saker/\(line.id)/assign")
        )
    }

    private func override(_ override: ServiceBoard.Override) -> BoardPage.Override {
        BoardPage.Override(
            path: "/saker/\(override.caseID)",
            child: CaseNames.child(override.child, phrases),
            matter: catalog.text("code.participation-matter.\(override.matter)"),
            reason: override.reason,
            person: pages.rooms.people.name(of: override.person),
            when: phrases.dayStamp(override.on),
            seen: pages.form("/tavle/overstyringer/\(override.caseID)")
        )
    }

    private func reading(_ line: ReadingLine) -> BoardPage.Reading {
        let reader = pages.rooms.people[line.facts.reader]
        return BoardPage.Reading(
            path: "/saker/\(line.facts.caseID)",
            child: CaseNames.child(line.child, phrases),
            person: pages.rooms.people.name(of: line.facts.reader),
            role: reader.map { RoleWords.name($0.role, catalog) } ?? "",
            reason: line.reason,
            when: phrases.stamp(line.facts.at),
            seen: pages.form("/tavle/lesinger/\(line.facts.id)")
        )
    }
}
