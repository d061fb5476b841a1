import Law

@testable import Web

extension SamplePages {
    static let today = CalendarDay(year: 2026, month: 11, day: 20) ?? .earliest

    static let caseworkNames = [
        "my_day", "my_day_empty", "board", "board_quiet", "board_duties", "case", "case_closed", "visits",
        "visits_empty", "editor",
        "editor_errors", "review", "preview", "changed_case", "kept_draft", "lost_draft", "search", "search_before",
        "calculator", "calculator_errors", "law", "law_empty", "deadline_form", "chronology", "governor",
        "hidden_address", "referral_kinds", "referral_form", "referral_form_errors", "referral_preview",
    ]

    func caseworkPage(_ name: String) -> (any Page)? {
        switch name {
        case "my_day": myDay
        case "my_day_empty": emptyDay
        case "board": board(isQuiet: false)
        case "board_quiet": board(isQuiet: true)
        case "board_duties":
            BoardDutiesPage(
                frame: frame(.board),
                back: Link(label: "Tavle", path: "/tavle"),
                title: "Over fristen",
                duties: duties([-9, -2, -1]),
                links: PageLinks(first: "/tavle/frister?show=overdue", next: "/tavle/frister?show=overdue&after=1")
            )
        case "case": openCase
        case "case_closed": closedCase
        case "visits": visits(rows: 4)
        case "visits_empty": visits(rows: 0)
        case "editor": editor(hasProblems: false)
        case "editor_errors": editor(hasProblems: true)
        case "review": review
        case "preview": preview
        case "changed_case": changedCase
        case "kept_draft": keptDraft(typed: [])
        case "lost_draft":
            keptDraft(typed: [Fact("Det barnet sa", ["Hun vil bo hos Kari.\(word)", "Hun savner hunden."])])
        case "search": search(isBeforeNewCase: false)
        case "search_before": search(isBeforeNewCase: true)
        case "calculator": calculator(hasProblems: false)
        case "calculator_errors": calculator(hasProblems: true)
        case "law": law(isEmpty: false)
        case "law_empty": law(isEmpty: true)
        case "deadline_form": deadlineForm
        case "chronology": chronology
        case "governor": governor
        case "hidden_address":
            HiddenAddressPage(
                frame: frame(.myDay),
                backPath: "/saker/1",
                lines: ["Oppdiktet vei 9\(word)", "9990 Nord"]
            )
        default: referralPage(name)
        }
    }

    // MARK: Parts

    func day(_ offset: Int) -> Stamp {
        let day = Self.today.adding(days: offset)
        return Stamp(
            machine: day.description,
            text: catalog.day(LocalTime(year: day.year, month: day.month, day: day.day)),
            age: offset <= 0 ? catalog.age(minutes: -offset * 1440) : nil
        )
    }

    /// Duties as a busy caseworker has them; `hasChild` shows whose case each is about.
    func duties(_ offsets: [Int], hasChild: Bool = true) -> [DutyView] {
        let children = ["Tiril Prøvestad\(word)", "Jonas Eksempel-Testesen", "Áilu Test", "Nora Prøve"]
        let matters: [(String, String, String)] = [
            ("Gjennomføre undersøkelsen", "barnevernsloven § 2-2", "Avslutt undersøkelsen"),
            ("Oppfølgingsbesøk i fosterhjemmet", "forskrift om fosterhjem § 10", "Før besøket"),
            ("Svare offentlig melder", "barnevernsloven § 13-3", "Svar melderen"),
            ("Sende begjæring til nemnda", "barnevernsloven § 4-2 tredje ledd", "Før begjæringen"),
            ("Evaluere tiltaksplanen", "barnevernsloven § 8-1", "Evaluer planen"),
        ]
        return offsets.enumerated().map { place, offset in
            let (matter, citation, act) = matters[place % matters.count]
            return DutyView(
                child: hasChild ? children[place % children.count] : nil,
                casePath: hasChild ? "/saker/\(place)" : nil,
                matter: matter,
                detail: place == 1 ? "2. av 4 i år\(word)" : nil,
                citation: citation,
                rulePath: "/lovverk#rule-\(place)",
                due: day(offset),
                daysLeft: offset,
                standing: offset < 0 ? .overdue : offset == 0 ? .today : offset < 14 ? .soon : .ahead,
                holder: place == 3 ? "nemnda" : nil,
                act: Link(label: act, path: "/saker/\(place)/do"),
                catalog
            )
        }
    }

    // MARK: My day and board

    var myDay: MyDayPage {
        MyDayPage(
            frame: frame(.myDay),
            dayText: "fredag 20. november 2026",
            groups: [
                MyDayPage.Group(.overdue, rows: duties([-9, -1]), catalog),
                MyDayPage.Group(.today, rows: duties([0, 0, 0]), catalog),
                MyDayPage.Group(.week, rows: duties([1, 3, 5, 6, 7]), catalog),
                MyDayPage.Group(.later, rows: duties([16, 30, 45, 60, 80]), catalog),
                MyDayPage.Group(.others, rows: duties([20]), catalog),
            ].compactMap(\.self),
            drafts: [
                MyDayPage.Draft(
                    title: "Samtale med barnet\(word)",
                    child: "Áilu Test",
                    path: "/saker/3/child-heard",
                    saved: stamp(45),
                    discard: form,
                    subject: "1"
                ),
                MyDayPage.Draft(
                    title: "Ny sak",
                    child: nil,
                    path: "/saker/ny",
                    saved: stamp(900),
                    discard: form,
                    subject: ""
                ),
            ],
            reports: [
                MyDayPage.Report(
                    path: "/concerns/1",
                    child: "Nora Prøve\(word)",
                    isUrgent: true,
                    due: day(-1),
                    remaining: catalog.daysLeft(-1),
                    isOverdue: true
                ),
                MyDayPage.Report(
                    path: "/concerns/2",
                    child: catalog.text("child.nameless"),
                    isUrgent: false,
                    due: day(5),
                    remaining: catalog.daysLeft(5),
                    isOverdue: false
                ),
            ],
            cases: ["Tiril Prøvestad\(word)", "Jonas Eksempel-Testesen", "Áilu Test", "Nora Prøve"].enumerated().map {
                MyDayPage.OwnCase(
                    path: "/saker/\($0)",
                    child: $1,
                    note: "Saksansvarlig. Undersøkelse siden 3. september"
                )
            },
            inboxPath: "/concerns",
            searchPath: "/sok",
            links: PageLinks(next: "/min-dag?after=3-2")
        )
    }

    private var emptyDay: MyDayPage {
        MyDayPage(
            frame: frame(.myDay),
            dayText: "fredag 20. november 2026",
            groups: [MyDayPage.Group(.today, rows: [], catalog)].compactMap(\.self),
            drafts: [],
            reports: [],
            cases: [],
            inboxPath: "/concerns",
            searchPath: "/sok"
        )
    }

    func board(isQuiet: Bool) -> BoardPage {
        let loads = [("Jonas Tindvang", 14, 31, 3, 9), ("Ola Test\(word)", 9, 12, 0, 4), ("Liv Eksempel", 0, 0, 0, 0)]
        return BoardPage(
            frame: frame(.board),
            dayText: "fredag 20. november 2026",
            workers: loads.map {
                BoardPage.Worker(name: $0.0, cases: $0.1, open: $0.2, overdue: $0.3, soon: $0.4, widest: 31)
            },
            unassigned: isQuiet
                ? []
                : [
                    BoardPage.Unassigned(
                        path: "/saker/9",
                        child: "Mina Test\(word)",
                        since: day(-4),
                        next: "Gjennomføre undersøkelsen innen 3. februar",
                        assign: Link(label: "Tildel", path: "/saker/9/assign")
                    )
                ],
            overdue: isQuiet ? [] : duties([-9, -2, -1]),
            overdueTotal: isQuiet ? 0 : 12,
            risk: isQuiet ? [] : duties([0, 4, 13]),
            riskTotal: isQuiet ? 0 : 3,
            overrides: isQuiet
                ? []
                : [
                    BoardPage.Override(
                        path: "/saker/2",
                        child: "Áilu Test",
                        matter: "Evaluering av plan",
                        reason: "Barnet var bortreist i hele perioden.\(word)",
                        person: "Jonas Tindvang",
                        when: stamp(900),
                        seen: form
                    )
                ],
            readings: isQuiet
                ? []
                : [
                    BoardPage.Reading(
                        path: "/saker/2",
                        child: "Nora Prøve",
                        person: "Ola Test",
                        role: "Saksbehandler",
                        reason: "Tok telefonen da mor ringte.\(word)",
                        when: stamp(90),
                        seen: form
                    )
                ],
            catalog
        )
    }

    // MARK: Visits

    private func visits(rows count: Int) -> VisitPlannerPage {
        let kinds = [("Oppfølgingsbesøk", "forskrift om fosterhjem § 10"), ("Tilsyn", "forskrift om fosterhjem § 18")]
        let rows = (0..<count).map { place in
            VisitPlannerPage.Row(
                child: ["Áilu Test\(word)", "Nora Prøve"][place / 2],
                casePath: "/saker/\(place / 2)",
                home: "Fosterhjem i Fjordvik siden 3. mai 2024",
                kind: kinds[place % 2].0,
                citation: kinds[place % 2].1,
                rulePath: "/lovverk#foster-follow-up",
                quarters: (1...4).map { quarter in
                    VisitPlannerPage.Quarter(
                        number: quarter,
                        done: quarter < 3 ? 1 : 0,
                        late: 0,
                        missed: 0,
                        planned: quarter == 4 ? 1 : 0,
                        missing: quarter == 3 && place == 0 ? 1 : 0,
                        catalog
                    )
                },
                required: 4,
                done: 2,
                missing: place == 0 ? 1 : 0,
                next: "Neste innen 31. desember",
                strip: VisitPlannerPage.Strip(
                    year: 2026,
                    done: [Self.today.adding(days: -280), Self.today.adding(days: -170)],
                    planned: [Self.today.adding(days: 20)],
                    today: Self.today
                ),
                plan: Link(label: "Planlegg", path: "/saker/1/visit-planned"),
                register: place == 0 ? Link(label: "Før besøk", path: "/saker/1/visited") : nil,
                catalog
            )
        }
        return VisitPlannerPage(
            frame: frame(.visits),
            year: 2026,
            previous: Link(label: "2025", path: "/besok?year=2025"),
            following: nil,
            filters: [
                Timeline.Zoom(label: "Mine saker", path: "/besok", isCurrent: true),
                Timeline.Zoom(label: "Hele tjenesten", path: "/besok?show=all", isCurrent: false),
            ],
            missing: count > 0 ? 1 : 0,
            rows: rows,
            catalog
        )
    }

    // MARK: Search

    private func search(isBeforeNewCase: Bool) -> SearchPage {
        SearchPage(
            frame: frame(.search),
            isBeforeNewCase: isBeforeNewCase,
            form: form,
            query: "Tiril\(word)",
            problem: isBeforeNewCase ? nil : "Skriv minst to bokstaver.",
            hidden: [HiddenField(name: "concern", value: "1")],
            result: SearchPage.Result(
                hits: [
                    SearchPage.Hit(
                        name: "Tiril Prøvestad",
                        role: "Barnet",
                        detail: "født 2016, Eksempelvik",
                        state: "Åpen sak, Jonas Tindvang",
                        path: "/saker/1",
                        needsReason: true,
                        match: nil
                    ),
                    SearchPage.Hit(
                        name: "Thyrill Eksempel\(word)",
                        role: "Mor til Áilu Test",
                        detail: "født 1988",
                        state: "Avsluttet sak",
                        path: nil,
                        needsReason: false,
                        match: "Uttales likt"
                    ),
                ],
                isCut: true,
                catalog
            ),
            goOn: isBeforeNewCase ? form : nil,
            proof: [HiddenField(name: "proof", value: "a1b2")],
            catalog
        )
    }

    private var governor: GovernorPage {
        GovernorPage(
            frame: frame(.governor),
            form: form,
            groups: [
                EditorPage.Group(
                    fields: GovernorPage.fields(
                        values: [.reason: "Tilsynssak\(word)", .basis: "supervision", .service: "u1"],
                        problems: [.number: "Skriv elleve sifre."],
                        services: [("u1", "Eksempelvik")],
                        catalog
                    )
                )
            ],
            asked: [
                GovernorPage.Asked(
                    path: "/saker/1",
                    child: "Nora Prøve\(word)",
                    service: "Eksempelvik",
                    reason: "Klage på vedtak",
                    when: stamp(300),
                    until: "Gjelder til i morgen",
                    isOver: false
                )
            ]
        )
    }
}
