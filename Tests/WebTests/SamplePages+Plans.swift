import Law
import Office
import Planning

@testable import Web

/// The pages of plans, with every part filled in.
extension SamplePages {
    static let planNames = [
        "plans", "plan", "plan_editor", "plan_editor_overview", "plan_question", "plan_form",
        "plan_progress", "plan_simulation", "plan_comparison", "plan_needed", "plan_mix", "plan_merger",
        "plan_fit",
    ]

    func planPage(_ name: String) -> (any Page)? {
        switch name {
        case "plans": plans
        case "plan": plan
        case "plan_editor": editor(.places)
        case "plan_editor_overview": overview
        case "plan_question": question
        case "plan_form": planForm
        case "plan_progress": run(progress: progress)
        case "plan_simulation": run(PlanResultView(simulation: simulation))
        case "plan_comparison": run(PlanResultView(comparison: comparison))
        case "plan_needed": run(PlanResultView(needed: needed))
        case "plan_mix": run(PlanResultView(mix: mix))
        case "plan_fit": run(PlanResultView(fit: fit))
        case "plan_merger": run(PlanResultView(merger: merger))
        default: nil
        }
    }

    private var plans: PlansPage {
        PlansPage(
            frame: frame(.plans),
            newPath: "/planer/ny",
            links: [link],
            rows: [
                .init(
                    name: "Institusjonsplasser\(word)",
                    path: "/planer/1",
                    unit: "Inntak Midt",
                    version: "Versjon 2",
                    saved: "20. november 2026, Ina",
                    isSigned: true,
                    state: "Ferdig"
                )
            ]
        )
    }

    private var link: PlanLink { PlanLink(id: "link", title: "Spørsmål\(word)", help: "Hjelp", path: "/l") }

    private var plan: PlanPage {
        PlanPage(
            frame: frame(.plans),
            name: "Institusjonsplasser\(word)",
            unit: "Inntak Midt",
            problem: "Det gikk ikke",
            versions: [
                .init(
                    number: "Versjon 1",
                    name: "Institusjonsplasser",
                    note: "Første",
                    saved: "20. november 2026",
                    basis: "Laget av versjon 1",
                    signature: "Ina",
                    resultPath: "/r",
                    documentPath: "/d",
                    editPath: "/e",
                    questionPath: "/q",
                    outcomePath: "/o",
                    signForm: form,
                    value: "1"
                )
            ],
            runs: [
                .init(task: "Simulering", path: "/r", asked: "i dag", state: "Venter", isOpen: true, cancelForm: form)
            ],
            asks: [
                .init(
                    id: "ask-simulation",
                    title: "Beregn",
                    help: "Hjelp",
                    form: form,
                    fields: [Field("seed", label: "Startall", value: "1", error: "Galt")],
                    button: "Beregn"
                )
            ],
            links: [link],
            checks: [
                .init(
                    title: "Versjon 1",
                    note: "Årsrapporten",
                    told: "i dag",
                    summary: "1 av 2",
                    rows: [
                        .init(place: "akutt", measure: "Opphold", foretold: "9", came: "10", isWithin: true),
                        .init(place: "omsorg", measure: "Opphold", foretold: "9", came: "30", isWithin: false),
                    ],
                    why: nil
                )
            ],
            errors: ErrorSummary([Field("seed", label: "Startall", error: "Galt")])
        )
    }

    // MARK: The editor

    private func editor(_ part: PlanEditorParts.Part) -> PlanEditorPage {
        var sheet = ScenarioSheet(OfficeFixture.quickScenario) ?? ScenarioSheet(document: Array("{}".utf8))
        sheet?.put("mange\(word)", at: "/places/0/count")
        var problem: ScenarioProblem?
        do throws(ScenarioProblem) { _ = try sheet?.scenario() } catch { problem = error }
        guard let sheet else { preconditionFailure("no sheet") }
        let parts = PlanEditorParts(sheet: sheet, problem: problem, words: planWords) { "/e/\($0.text)" }
        return PlanEditorPage(
            frame: frame(.plans),
            planPath: "/planer/1",
            planName: "Plan",
            title: parts.title(part),
            lead: nil,
            parts: [.init(label: "Om", path: "/e/om", isCurrent: true, isWrong: true)],
            overview: nil,
            form: form,
            basis: "1",
            grid: parts.grid,
            groups: parts.groups(part) + parts.groups(.oneClass(0)) + parts.groups(.costs) + parts.groups(.overflow),
            isDocument: false,
            errors: ErrorSummary(parts.grid.wrong)
        )
    }

    private var overview: PlanEditorPage {
        PlanEditorPage(
            frame: frame(.plans),
            planPath: "/planer/1",
            planName: "Plan\(word)",
            title: "Endre",
            lead: "Utkast",
            parts: [.init(label: "Om", path: "/e/om", isCurrent: false, isWrong: false)],
            overview: .init(
                facts: [Fact("Navn", "Plan")],
                basis: "1",
                changedAt: stamp(3),
                problem: "Galt",
                problemPath: "/e/om",
                saveForm: form,
                fields: [Field("note", label: "Hvorfor", isOptional: true)],
                newest: "1",
                dropForm: form,
                refusal: "Nei"
            ),
            form: nil,
            basis: "1",
            grid: nil,
            groups: [],
            isDocument: false,
            errors: nil
        )
    }

    private var planWords: PlanWords {
        PlanWords(phrases: PagePhrases(catalog: catalog, now: .earliest), people: People([]))
    }

    private var question: PlanQuestionPage {
        let questions = PlanQuestionForms(scenario: OfficeFixture.quickScenario, words: planWords)
        return PlanQuestionPage(
            frame: frame(.plans),
            planPath: "/planer/1",
            planName: "Plan\(word)",
            version: "Versjon 1",
            number: "1",
            newest: "1",
            problem: "Nei",
            forms: Question.Kind.allCases.map { kind in
                PlanQuestionPage.Form(
                    id: "question-\(kind.rawValue)",
                    title: questions.title(kind),
                    help: questions.help(kind),
                    target: form,
                    kind: kind.rawValue,
                    fields: questions.fields(kind, [:], [:])
                )
            },
            links: [link],
            errors: nil
        )
    }

    private var planForm: PlanFormPage {
        let sheet = PlanSheet(
            caption: "Antall",
            first: "Plass",
            columns: ["Behov"],
            rows: [
                .init(name: "akutt", cells: [.init(name: "asked-0", label: "Behov", value: "x", error: "Galt")])
            ]
        )
        return PlanFormPage(
            frame: frame(.plans),
            backPath: "/planer/1",
            backName: "Plan\(word)",
            kicker: "Versjon 1",
            title: "Fasit",
            lead: "Skriv",
            help: ["Hjelp"],
            problem: "Nei",
            form: form,
            isUpload: true,
            hidden: [.init(name: "version", value: "1")],
            fields: [Field("from", .date, label: "Første dag")],
            sheet: sheet,
            fieldsAfter: [Field("seed", label: "Startall")],
            otherButtons: [.init(value: "more", label: "Flere")],
            button: "Lagre",
            errors: ErrorSummary(sheet.wrong)
        )
    }

    // MARK: Results

    private func run(
        _ result: PlanResultView = PlanResultView(),
        progress: PlanRunPage.Progress? = nil
    ) -> PlanRunPage {
        PlanRunPage(
            frame: frame(.plans),
            planPath: "/planer/1",
            planName: "Plan\(word)",
            title: "Simulering av versjon 1",
            facts: [Fact("Startall", "1")],
            progress: progress,
            failure: progress == nil ? nil : "Avbrutt",
            result: result,
            downloads: [.init(label: "JSON", path: "/json")]
        )
    }

    private var progress: PlanRunPage.Progress {
        PlanRunPage.Progress(
            words: "10 av 100",
            done: "10",
            planned: "100",
            isKnown: true,
            isRefreshing: true,
            otherPath: "?vent=nei",
            cancelForm: form
        )
    }

    private static let estimate = Estimate(mean: 3, halfWidth: 0.5)

    private static var result: ResultReport {
        ResultReport(
            scenario: OfficeFixture.quickScenario,
            seed: 1,
            replications: 20,
            length: 100,
            warmUp: ReportedWarmUp(length: 30, method: .mser5, isSettled: false, series: [1, 2, 3], step: 10),
            isPrecise: false,
            exact: ReportedFormula(
                method: "Erlang C",
                figures: [.init(scope: .whole, measure: .wait, value: 3.1)],
                needs: [.init(kind: "akutt", places: 4, pBlocked: 0.1)]
            ),
            rows: [
                Scope.whole, Scope(ofClass: "akutt"), Scope(kind: "akutt"), Scope(region: "nord"),
                Scope(kind: "akutt", region: "nord"),
            ].map { scope in
                ReportRow(
                    scope: scope,
                    figures: Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0, estimate) })
                )
            }
        )
    }

    private var simulation: SimulationView {
        let points = PlanCourse.steps.map { step in
            PlanCourse.Point(
                step: step,
                places: 4 + step,
                figures: Dictionary(uniqueKeysWithValues: PlanCourse.measures.map { ($0, Self.estimate) })
            )
        }
        return PlanResultWords(words: planWords).view(
            SimulationReport(
                result: Self.result,
                course: [PlanCourse.Cell(kind: "akutt", region: "nord", points: points)]
            )
        )
    }

    private var comparison: ComparisonView {
        PlanResultWords(words: planWords).view(
            ComparisonReport(base: Self.result, changed: Self.result, differences: Self.result.rows)
        )
    }

    private var needed: PlacesView {
        PlanResultWords(words: planWords).view(
            PlacesReport(
                kind: "akutt",
                region: "nord",
                breachesAtMost: 0.05,
                count: 4,
                tried: [3, 4].map { PlacesReport.Trial(places: $0, pBreach: Self.estimate) }
            )
        )
    }

    private var mix: MixView {
        let table = PlanTableView(
            id: "mix-limits",
            caption: "Grenser",
            first: "Grense",
            columns: ["Høyst"],
            rows: [.init(name: "akutt", isWhole: true, cells: [.init(label: "Høyst", value: "5 %")])]
        )
        return MixView(
            sentence: "9 plasser\(word)",
            remarks: ["Holder"],
            bars: PlanBars(id: "mix-bars", caption: "Plasser", [.init(name: "akutt", number: 3, value: "3")]),
            places: nil,
            limits: table,
            versionForm: PlanVersionForm(form, newest: 1)
        )
    }

    private var merger: MergerView {
        let table = PlanTableView(id: "merger-cover", caption: "Vakt", first: "Tjeneste", columns: [], rows: [])
        let load = PlanTableView(id: "merger-loads", caption: "Saker", first: "Tjeneste", columns: [], rows: [])
        return MergerView(
            sentence: "Som én\(word)",
            bars: [PlanBars(id: "bars", caption: "Dager", [.init(name: "a", number: 0, value: "0", isChief: false)])],
            cover: table,
            load: load,
            facts: [Fact("På vakt", "1")]
        )
    }

    private var fit: FitView {
        let table = { (id: String) in
            PlanTableView(
                id: id,
                caption: "Tabell",
                first: "Slag",
                columns: ["Antall"],
                rows: [
                    .init(name: "akutt", isWhole: false, cells: [.init(label: "Antall", value: "1", remark: "(få)")])
                ]
            )
        }
        let chart = PlanChart(
            [
                .init(x: 0, mean: 1, low: 1, high: 1, title: "", dot: 0.5, other: 1),
                .init(x: 1, mean: 0, low: 0, high: 0.5, title: "", dot: 0.5, other: 0.2),
            ],
            top: 1,
            columns: [],
            words: { "\($0)" },
            caption: "akutt",
            description: "Kurve"
        )
        return FitView(
            facts: [Fact("Rader", "9")],
            stays: table("fit-stays"),
            curves: [chart],
            arrivals: table("fit-arrivals"),
            places: table("fit-places"),
            remarks: ["Følger månedene"],
            noTest: "Kort",
            sentence: "90 %\(word)",
            coverage: table("fit-coverage"),
            foretold: [.init(title: "Opphold", charts: [chart])],
            versionForm: PlanVersionForm(form, newest: 0)
        )
    }
}
