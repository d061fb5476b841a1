import Assistance
import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// What a case has asked of the state: its referrals, and a place at once.
struct CaseReferralRoutes: Sendable {
    static let acute = "akutt"
    static let acutePath = "/saker/{id}/akutt"

    private let pages: PageDesk
    private let rooms: RoomDesk
    private let sheets: RoomSheets
    private var desk: ReferralDesk { pages.rooms.referrals }

    init(pages: PageDesk) {
        self.pages = pages
        rooms = RoomDesk(rooms: pages.rooms)
        sheets = RoomSheets(pages: pages)
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/saker/{id}/henvisninger", use: list)
        people.get(RouterPath(Self.acutePath), use: show)
        people.post(RouterPath(Self.acutePath), use: submit)
    }

    @Sendable private func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let opened = try await pages.rooms.cases.open(context.person, id)
        let rows = try await desk.referrals(context.person, ofCase: id)
        let words = RoomWords(phrases: pages.phrases(context.visit))
        let model = QueueModel(pages: pages, words: words)
        let page = CaseReferralsPage(
            frame: pages.frame(context.visit, .myDay, at: "/saker/\(id)/henvisninger"),
            back: Link(label: CaseNames(opened: opened, phrases: words.phrases).child, path: "/saker/\(id)"),
            new: opened.mayChange
                ? Link(label: words.catalog.text("case.referrals.new"), path: "/saker/\(id)/henvisninger/ny") : nil,
            acute: opened.mayChange
                ? Link(label: words.catalog.text("command.ask-acutely.title"), path: "/saker/\(id)/akutt") : nil,
            list: ReferralList(rows: rows.map { model.row($0, mayTake: false) }, isRegions: false),
            hasRows: !rows.isEmpty
        )
        return try pages.show(page, context.visit)
    }

    // MARK: Acute

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let opened = try await opened(context)
        var work = work(opened, context, key: RandomText.hexadecimal(16))
        let decision = acuteDecision(opened)
        let known: [String: String] = [
            "section": decision.flatMap { Self.section(of: $0) }.map { "\($0)" } ?? "",
            "measureKind": "\(MeasureKind.fosterHome)", "whereabouts": opened.facts.municipality,
            "decidedAt": decision.map { OsloTime.instant(of: $0.made.on, hour: 12).formText } ?? "",
        ]
        let query = request.uri.queryParameters
        work.open(today: opened.today, known: known.filter { !$0.value.isEmpty }) { query[$0[...]].map(String.init) }
        let draft = try await pages.rooms.cases.draft(context.person, work.form.id, about: opened.facts.id)
        if let draft { work.goOn(draft) }
        return try sheets.form(context, work)
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let posted = try await PostedForm(request, token: nil, settings: pages.settings)
        let opened = try await opened(context)
        let (person, id, form) = (context.person, opened.facts.id, CommandForm.askAcutely)
        let cases = pages.rooms.cases
        return try await sheets.submit(
            posted,
            context,
            work(opened, context, key: posted.key),
            RoomWay(
                isDuty: true,
                left: "/saker/\(id)",
                keep: {
                    try await cases.saveDraft(person, form.id, about: id, seen: opened.facts.version, $0.draftFields)
                },
                forget: { _ in try cases.removeDraft(person, form.id, about: id) },
                refusal: { command in
                    let now = pages.rooms.environment.now()
                    return SharedReferral([]).refusal(of: command, by: .municipality, now: now)
                },
                send: { try await rooms.askAcutely(person, for: opened, $0.values, key: $0.key) },
                done: { $0.map { "/henvisninger/\($0)" } ?? "/saker/\(id)/henvisninger" }
            )
        )
    }

    private func opened(_ context: SignedInContext) async throws -> OpenedCase {
        let opened = try await pages.rooms.cases.open(context.person, try context.recordID())
        guard opened.mayChange else { throw Absent() }
        return opened
    }

    private func work(_ opened: OpenedCase, _ context: SignedInContext, key: String) -> RoomWork {
        let phrases = pages.phrases(context.visit)
        let name = CaseNames(opened: opened, phrases: phrases).child
        let path = "/saker/\(opened.facts.id)"
        var work = RoomWork(
            form: .askAcutely,
            path: "\(path)/\(Self.acute)",
            back: Link(label: name, path: path),
            subject: name,
            key: key
        )
        work.references.offer(
            .person,
            RoomDesk.siblings(of: opened).map { .init(id: $0.id, label: $0.name, isOpen: true) }
        )
        work.warnings = [phrases.catalog.text("acute.telephone")]
        work.context = clocks(opened, phrases)
        return work
    }

    /// The newest acute decision that still runs.
    private func acuteDecision(_ opened: OpenedCase) -> DecisionFacts? {
        opened.facts.decisions.last { Self.section(of: $0) != nil && $0.ended == nil }
    }

    /// The section of an acute decision; `nil` for any other.
    private static func section(of decision: DecisionFacts) -> LegalSection? {
        switch decision.kind {
        case .acuteHelp: .acuteHelp
        case .acuteCare, .acuteCareAbroad: .acuteCare
        case .acuteInstitution: .acuteInstitution
        case .acuteTrafficking: .acuteTrafficking
        default: nil
        }
    }

    /// The decision's own times, beside the hours of the request.
    private func clocks(_ opened: OpenedCase, _ phrases: PagePhrases) -> [Fact] {
        let target = phrases.catalog.plural("duration.hours", AssistanceTargets.usual.acuteHours)
        var facts = [
            Fact(phrases.catalog.text("acute.target"), phrases.catalog.text("acute.target.text", ["hours": target]))
        ]
        guard let decision = acuteDecision(opened) else {
            return facts + [Fact(phrases.catalog.text("acute.decision"), phrases.catalog.text("acute.decision.none"))]
        }
        let kind = phrases.catalog.text("code.decision-kind.\(decision.kind)")
        facts.append(Fact(phrases.catalog.text("acute.decision"), "\(kind), \(phrases.day(decision.made.on))"))
        let words = DutyWords(law: pages.rooms.law, phrases: phrases)
        for duty in opened.duties where duty.subject == .decision(decision.id) && duty.isOpen {
            let due = duty.lastDay.map { phrases.day($0) } ?? phrases.catalog.text("duty.undated")
            facts.append(Fact(words.title(duty), due))
        }
        return facts
    }
}
