import Law

@testable import Web

extension SamplePages {
    func calculator(hasProblems: Bool) -> CalculatorPage {
        CalculatorPage(
            frame: frame(nil),
            path: "/fristkalkulator",
            lawPath: "/lovverk",
            fields: [
                Field(
                    "rule",
                    .list,
                    label: "Regel",
                    value: "investigation",
                    options: [("investigation", "Undersøkelse\(word)"), ("review", "Gjennomgang av melding")]
                ),
                Field(
                    "from",
                    .date,
                    label: "Fra og med",
                    value: "2026-11-20",
                    error: hasProblems ? "Velg en dag." : nil
                ),
                Field("extended", .check, label: "Forlenget", value: "yes", isOptional: true),
            ],
            answer: hasProblems
                ? nil
                : CalculatorPage.Answer(
                    rule: "Undersøkelse\(word)",
                    due: day(188),
                    remaining: catalog.daysLeft(188),
                    isOver: false,
                    citation: Link(label: "barnevernsloven § 2-2", path: "/lovverk#investigation"),
                    facts: [
                        Fact("Regnet fra", "27. november 2026, da uken i § 2-1 er ute"),
                        Fact("Lengde", "6 måneder, forlenget"), Fact("Hvem", "barnevernstjenesten"),
                    ],
                    notes: ["Lest i loven."]
                )
        )
    }

    func law(isEmpty: Bool) -> LawPage {
        let rules = ["review", "investigation", "petition"].map { id in
            LawPage.Rule(
                id: id,
                title: "Gjennomføre undersøkelsen\(word)",
                citation: "barnevernsloven § 2-2 andre ledd",
                validity: "fra 1. januar 2023",
                holder: "barnevernstjenesten",
                trigger: "etter at fristen i § 2-1 er ute",
                length: "3 måneder",
                extended: id == "investigation" ? "6 måneder i alt i særlige tilfeller" : nil,
                passing: "fristbrudd",
                confidence: id == "petition" ? "usikker" : "lest i loven",
                isUncertain: id == "petition",
                waivers: id == "review" ? ["åpenbart grunnløs melding"] : [],
                note: id == "review" ? "Regnes fra mottaket." : nil,
                calculatorPath: id == "petition" ? nil : "/fristkalkulator?rule=\(id)"
            )
        }
        return LawPage(
            frame: frame(nil),
            path: "/lovverk",
            calculatorPath: "/fristkalkulator",
            field: Field("on", .date, label: "Dag", value: "2026-11-20"),
            dayText: "20. november 2026\(word)",
            changes: [Link(label: "1. januar 2027", path: "/lovverk?on=2027-01-01")],
            rules: isEmpty ? [] : rules,
            visits: isEmpty
                ? []
                : [
                    LawPage.VisitRule(
                        id: "foster-follow-up",
                        title: "Oppfølgingsbesøk i fosterhjem",
                        citation: "forskrift om fosterhjem § 10",
                        validity: "fra 1. januar 2024",
                        ordinary: "4 i året",
                        reduced: "2 i året",
                        conditions: [
                            "barnet har bodd der i mer enn to år", "barnet og fosterforeldrene er hørt\(word)",
                        ]
                    )
                ]
        )
    }

    var deadlineForm: DeadlineFormPage {
        DeadlineFormPage(
            frame: frame(.deadlines),
            service: "Eksempelvik barnevernstjeneste",
            period: "3. kvartal 2026",
            previous: Link(label: "2. kvartal 2026", path: "/fristskjema?q=2026-2"),
            following: Link(label: "4. kvartal 2026", path: "/fristskjema?q=2026-4"),
            csvPath: "/fristskjema.csv?q=2026-3",
            sections: [
                DeadlineFormPage.Section(
                    id: "reports",
                    heading: "Meldinger",
                    lines: [
                        DeadlineFormPage.Line(label: "Mottatt\(word)", value: "41", citation: nil, isBreach: false),
                        DeadlineFormPage.Line(
                            label: "Gjennomgått etter fristen",
                            value: "2",
                            citation: "§ 2-1",
                            isBreach: true
                        ),
                    ]
                )
            ],
            rows: [
                DeadlineFormPage.Row(
                    reference: "2026-0017\(word)",
                    received: day(-90),
                    review: DeadlineFormPage.Step(due: day(-83), done: day(-81), over: "2", isBreach: true),
                    outcome: "Undersøkes\(word)",
                    investigation: DeadlineFormPage.Step(due: day(9), done: nil, over: "0", isBreach: false),
                    extendedTo: day(99),
                    isFinished: false
                ),
                DeadlineFormPage.Row(
                    reference: "2026-0031",
                    received: day(-60),
                    review: nil,
                    outcome: nil,
                    investigation: nil,
                    extendedTo: nil,
                    isFinished: true
                ),
            ],
            made: stamp(0)
        )
    }

    var chronology: ChronologyPage {
        ChronologyPage(
            frame: frame(.myDay),
            back: Link(label: "Nora Prøve", path: "/saker/1"),
            child: "Nora Prøve\(word)",
            facts: [Fact("Fødselsnummer", "159016 00000"), Fact("Tjeneste", "Eksempelvik barnevernstjeneste")],
            entries: PageRows(entries.reversed()),
            made: stamp(0),
            person: "Kari Prøve"
        )
    }
}
