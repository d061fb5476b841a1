import Law

@testable import Web

extension SamplePages {
    var openCase: CasePage { casePage(isClosed: false) }
    var closedCase: CasePage { casePage(isClosed: true) }

    func casePage(isClosed: Bool) -> CasePage {
        CasePage(
            frame: frame(.myDay),
            back: Link(label: "Min dag", path: "/min-dag"),
            head: head(isClosed: isClosed),
            conflicts: isClosed ? ["Ola Test: Barnet er niesen hans.\(word)"] : [],
            explained: isClosed ? "Tok telefonen da mor ringte.\(word)" : nil,
            next: isClosed ? [] : steps,
            view: isClosed ? unheard : heard,
            duties: isClosed ? [] : duties([-2, 0, 5, 40], hasChild: false),
            others: isClosed ? [] : Array(duties([-3, 40], hasChild: false).suffix(1)),
            past: isClosed ? [] : past,
            timeline: timeline,
            entries: entries,
            allEntriesPath: isClosed ? nil : "/saker/1/journal",
            people: people,
            addPerson: Link(label: "Legg til en person", path: "/saker/1/person"),
            documents: isClosed
                ? []
                : [
                    CasePage.Document(
                        name: "Sakkyndig rapport.pdf\(word)",
                        path: "/saker/1/documents/1",
                        kind: "PDF, 412 kB",
                        added: day(-20),
                        person: "Jonas Tindvang"
                    )
                ],
            upload: CasePage.Upload(
                form: form,
                fields: [
                    Field("file", .file(accept: ".pdf,.png,.jpg,.txt,.odt,.docx"), label: "Fil", hint: "Inntil 20 MB"),
                    Field("title", label: "Tittel"),
                ]
            ),
            actions: [
                CasePage.ActionGroup(
                    heading: "Undersøkelse",
                    links: [Link(label: "Start undersøkelse\(word)", path: "/saker/1/investigation-started")]
                ),
                CasePage.ActionGroup(
                    heading: "Vedtak og tiltak",
                    links: [
                        Link(label: "Nytt vedtak", path: "/saker/1/decided"),
                        Link(label: "Nytt tiltak", path: "/saker/1/measure-started"),
                    ]
                ),
                CasePage.ActionGroup(
                    heading: "Besøk",
                    links: [
                        Link(label: "Planlegg besøk", path: "/saker/1/visit-planned"),
                        Link(label: "Før besøk", path: "/saker/1/visited"),
                    ]
                ),
            ],
            chronologyPath: "/saker/1/kronologi",
            access: isClosed
                ? nil
                : [
                    ConcernPage.Access(
                        person: "Ola Test\(word)",
                        role: "Saksbehandler",
                        when: stamp(12),
                        purpose: "Leste saken"
                    )
                ]
        )
    }

    private func head(isClosed: Bool) -> CasePage.Head {
        CasePage.Head(
            child: "Nora Prøve\(word)",
            age: "8 år",
            number: "159016 00000",
            municipality: "Eksempelvik",
            workers: isClosed ? [] : [Fact("Saksansvarlig", "Jonas Tindvang"), Fact("Kontaktperson", "Liv Eksempel")],
            assign: nil,
            isUnassigned: isClosed,
            opened: day(-900),
            closed: isClosed
                ? CasePage.Closing(
                    when: day(-3),
                    reason: "Familien har flyttet til utlandet.\(word)",
                    reopen: Link(label: "Åpne igjen", path: "/saker/1/reopened")
                ) : nil
        )
    }

    private var steps: [CasePage.NextStep] {
        [
            CasePage.NextStep(
                text: "Barnet må høres før planen evalueres.\(word)",
                citation: Link(label: "barnevernsloven § 1-4", path: "/lovverk"),
                due: day(-2),
                remaining: catalog.daysLeft(-2),
                isOverdue: true,
                isNear: false,
                act: Link(label: "Før samtalen", path: "/saker/1/child-heard")
            ),
            CasePage.NextStep(
                text: "Oppfølgingsbesøk i fosterhjemmet, tredje i år.",
                citation: Link(label: "forskrift om fosterhjem § 10", path: "/lovverk"),
                due: day(5),
                remaining: catalog.daysLeft(5),
                isOverdue: false,
                isNear: true,
                act: Link(label: "Planlegg besøket", path: "/saker/1/visit-planned")
            ),
        ]
    }

    private var heard: CasePage.ChildsView {
        CasePage.ChildsView(
            mostImportant: "At jeg får bo i nærheten av mormor og gå på samme skole.\(word)",
            heard: day(-41),
            how: "samtale på skolen, av Jonas Tindvang",
            elements: [
                Fact("Det barnet fikk vite", "Hva møtet skulle handle om, og hvem som får lese det hun sier."),
                Fact("Det barnet ble hørt om", "Hvor hun skal bo, og hvor ofte hun skal treffe mor."),
                Fact("Det barnet sa", ["Hun vil bo hos Kari.", "Hun savner hunden."]),
                Fact("Barnet er enig i gjengivelsen", "Ja"),
                Fact("Vekten det fikk", "Avgjørende for valget av skole.\(word)"),
            ],
            notHeard: [],
            isNeverTried: false,
            trustedPerson: "Nora vet at hun kan ha med en tillitsperson, og ønsker det.",
            hear: Link(label: "Hør barnet på nytt", path: "/saker/1/child-heard"),
            entry: Link(label: "Se hele føringen", path: "#entry-12")
        )
    }

    private var unheard: CasePage.ChildsView {
        CasePage.ChildsView(
            mostImportant: nil,
            heard: nil,
            how: nil,
            elements: [],
            notHeard: ["For liten til å danne seg en mening.\(word)"],
            isNeverTried: true,
            trustedPerson: nil,
            hear: Link(label: "Hør barnet", path: "/saker/1/child-heard"),
            entry: nil
        )
    }

    var past: [DutyView] {
        [DutyView.Standing.metInTime, .metLate, .lapsed, .waived, .undated, .shortfall].map { standing in
            DutyView(
                child: nil,
                casePath: nil,
                matter: "Bekrefte mottak til melder",
                citation: "barnevernsloven § 13-3",
                rulePath: "",
                due: day(-100),
                daysLeft: nil,
                standing: standing,
                catalog
            )
        }
    }

    var timeline: Timeline {
        func ago(_ days: Int) -> CalendarDay { Self.today.adding(days: -days) }
        let items: [Timeline.Item] = [
            .point(.reports, ago(905), "Bekymringsmelding fra skolen\(word)"),
            .point(.reports, ago(300), "Bekymringsmelding fra helsestasjonen"),
            .stretch(.investigations, from: ago(898), until: ago(810), today: Self.today, "Undersøkelse"),
            .stretch(.investigations, from: ago(293), until: ago(180), today: Self.today, "Undersøkelse, utvidet"),
            .point(.decisions, ago(810), "Vedtak om hjelpetiltak"),
            .point(.decisions, ago(400), "Akuttvedtak om omsorgsovertakelse", isMarked: true),
            .stretch(.measures, from: ago(809), until: ago(400), today: Self.today, "Råd og veiledning i hjemmet"),
            .stretch(.measures, from: ago(400), until: ago(380), today: Self.today, "Beredskapshjem", isMarked: true),
            .stretch(.measures, from: ago(380), until: nil, today: Self.today, "Fosterhjem"),
            .stretch(.measures, from: ago(390), until: ago(200), today: Self.today, "Fritidstiltak"),
            .stretch(.plans, from: ago(809), until: ago(400), today: Self.today, "Tiltaksplan"),
            .stretch(.plans, from: ago(379), until: nil, today: Self.today, "Omsorgsplan"),
            .point(.hearings, ago(870), "Samtale med barnet"),
            .point(.hearings, ago(41), "Samtale med barnet"),
            .point(.hearings, ago(200), "Barnet ble ikke hørt", isMarked: true),
        ]
        let visits = [330, 240, 150, 60, 58].map { Timeline.Item.point(.visits, ago($0), "Oppfølgingsbesøk") }
        return Timeline(
            items + visits,
            from: ago(1000),
            until: Self.today.adding(days: 60),
            today: Self.today,
            zooms: [
                Timeline.Zoom(label: "Tre år", path: "/saker/1", isCurrent: true),
                Timeline.Zoom(label: "2026", path: "/saker/1?year=2026", isCurrent: false),
                Timeline.Zoom(label: "2025", path: "/saker/1?year=2025", isCurrent: false),
            ],
            catalog
        )
    }

    var entries: [JournalLine] {
        [
            JournalLine(
                number: 14,
                day: day(-2),
                recorded: stamp(1),
                title: "Føring rettet",
                person: "Jonas Tindvang",
                text: ["Besøket var den 18., ikke den 8.\(word)"],
                catalog
            ),
            JournalLine(
                number: 13,
                day: day(-12),
                title: "Oppfølgingsbesøk i fosterhjemmet",
                lane: "Besøk",
                person: "Jonas Tindvang",
                text: ["Nora viste rommet sitt og fortalte om skolen."],
                correctedBy: 14,
                correctionReason: "Feil dag\(word)",
                catalog
            ),
            JournalLine(
                number: 12,
                day: day(-41),
                title: "Samtale med barnet",
                lane: "Samtaler",
                person: "Jonas Tindvang\(word)",
                text: ["Hun vil bo hos Kari.", "Hun savner hunden."],
                correct: Link(label: "Rett", path: "/saker/1/corrected?entry=12"),
                catalog
            ),
        ]
    }

    private var people: [CasePage.Person] {
        [
            CasePage.Person(
                name: "Nora Prøve",
                relation: "barnet",
                isChild: true,
                birth: "født 15. oktober 2018",
                number: "159016 00000",
                addressLines: ["Oppdiktet vei 4", "9990 Eksempelvik"],
                edit: Link(label: "Endre", path: "/saker/1/person")
            ),
            CasePage.Person(
                name: "Eva Prøve\(word)",
                relation: "mor, foreldreansvar",
                isChild: false,
                phone: "00 00 00 01",
                hiddenAddress: Link(label: "Be om å se adressen", path: "/saker/1/address/2"),
                edit: Link(label: "Endre", path: "/saker/1/person")
            ),
            CasePage.Person(name: "Jonas Prøve", relation: "søsken", isChild: false, casePath: "/saker/2"),
        ]
    }

    // MARK: Editors

    private func fields(_ hasProblems: Bool) -> [Field] {
        [
            Field("way", .radio, label: "Hvordan", value: "talk", options: [("talk", "Samtale"), ("other", "Annet")]),
            Field("day", .date, label: "Dag", value: "2026-11-19", error: hasProblems ? "Velg en dag." : nil),
            Field(
                "told",
                .paragraphs,
                label: "Hva fikk barnet vite?",
                hint: "Hva som blir brukt.",
                value: "Alt\(word)"
            ),
            Field(
                "parts",
                .checks,
                label: "Temaer",
                value: "home school",
                error: hasProblems ? "Velg minst ett tema." : nil,
                options: [("home", "Hvor barnet bor"), ("school", "Skole"), ("contact", "Samvær\(word)")]
            ),
            Field("trusted", .check, label: "Barnet vet om tillitsperson", value: "yes", isOptional: true),
            Field("why", label: "Hvorfor ikke?", isOptional: true, condition: "Bare når barnet ikke er hørt."),
            Field("decision", .list, label: "Gjelder vedtaket", options: [("1", "Omsorgsovertakelse\(word)")]),
            Field("file", .file(accept: ".pdf"), label: "Vedlegg", isOptional: true),
        ]
    }

    func editor(hasProblems: Bool) -> EditorPage {
        EditorPage(
            frame: frame(.myDay),
            back: Link(label: "Nora Prøve", path: "/saker/1"),
            subject: "Nora Prøve\(word)",
            title: "Samtale med barnet",
            lead: "Skriv det barnet fikk vite, ble hørt om og sa, og vekten det fikk.",
            citation: Link(label: "forskrift om medvirkning § 6", path: "/lovverk"),
            steps: [
                EditorPage.Step(label: "Samtalen", isCurrent: false, isDone: true),
                EditorPage.Step(label: "Det barnet sa", isCurrent: true, isDone: false),
                EditorPage.Step(label: "Se over", isCurrent: false, isDone: false),
            ],
            warnings: hasProblems ? ["Planen skal evalueres innen 22. november.\(word)"] : [],
            context: [Fact("Sist hørt", "10. oktober 2026")],
            groups: [
                EditorPage.Group(
                    heading: "Samtalen",
                    hint: "Fem ting må med.",
                    fields: Array(fields(hasProblems).prefix(5))
                ),
                EditorPage.Group(fields: Array(fields(hasProblems).suffix(3))),
            ],
            form: form,
            hidden: [HiddenField(name: "seen", value: "17")],
            saved: stamp(3),
            buttons: [
                EditorPage.Button(.preview, isMain: true, catalog), EditorPage.Button(.draft, catalog),
                EditorPage.Button(.next, catalog), EditorPage.Button(.back, catalog),
            ]
        )
    }

    var review: EditorPage {
        EditorPage(
            frame: frame(.inbox),
            back: Link(label: "Meldingen", path: "/concerns/1"),
            subject: "Nora Prøve",
            title: "Gjennomgå meldingen",
            lead: "Bestem hva som skal skje med meldingen, og svar melderen.",
            citation: Link(label: "barnevernsloven § 2-1", path: "/lovverk"),
            warnings: ["Fristen er i morgen."],
            quotes: [
                Quote(
                    id: "worry",
                    heading: "Bekymringen",
                    paragraphs: [
                        "Nora har kommet på skolen uten mat de siste tre ukene.\(word)", "Hun er redd for helgen.",
                    ]
                ),
                Quote(
                    id: "reporter",
                    heading: "Melder",
                    paragraphs: ["Eva Melder, helsesykepleier ved Fjordvik skole"]
                ),
            ],
            groups: [
                EditorPage.Group(
                    heading: "Hva skal skje",
                    fields: [
                        Field(
                            "outcome",
                            .radio,
                            label: "Beslutning",
                            options: [
                                ("investigate", "Åpne undersøkelse"), ("add", "Legg til undersøkelsen som er i gang"),
                                ("active", "Ta opp i tiltakene barnet har"), ("shelve", "Henlegg"),
                            ]
                        ),
                        Field("atOnce", .check, label: "Noe må gjøres straks", isOptional: true),
                        Field("reason", .paragraphs, label: "Begrunnelse", condition: "Bare når meldingen henlegges."),
                    ]
                )
            ],
            form: form,
            buttons: [EditorPage.Button(.preview, isMain: true, catalog), EditorPage.Button(.draft, catalog)]
        )
    }

    var preview: PreviewPage {
        PreviewPage(
            frame: frame(.myDay),
            words: PreviewPage.Words(kicker: "Se over", lead: "Ingenting er skrevet.\(word)", heading: "Dette"),
            back: Link(label: "Nora Prøve", path: "/saker/1"),
            subject: "Nora Prøve",
            title: "Samtale med barnet",
            citation: Link(label: "forskrift om medvirkning § 6", path: "/lovverk"),
            facts: [
                Fact("Dag", "19. november 2026"), Fact("Det barnet sa", ["Hun vil bo hos Kari.\(word)"]),
                Fact("Hund", []),
            ],
            consequences: ["Planen kan evalueres.\(word)"],
            warnings: ["Barnet har ikke sett gjengivelsen."],
            form: form,
            hidden: [HiddenField(name: "said", value: "Hun vil bo hos Kari.\(word)")],
            buttons: [
                EditorPage.Button(.send, isMain: true, catalog), EditorPage.Button(.back, catalog),
                EditorPage.Button(.draft, catalog),
            ]
        )
    }

    var changedCase: ChangedCasePage {
        ChangedCasePage(
            frame: frame(.myDay),
            back: Link(label: "Nora Prøve", path: "/saker/1"),
            subject: "Nora Prøve",
            title: "Samtale med barnet",
            changes: [
                ChangedCasePage.Change(
                    title: "Notat",
                    person: "Liv Eksempel",
                    when: stamp(2),
                    text: ["Mor ringte og avlyste møtet.\(word)"]
                )
            ],
            facts: [Fact("Det barnet sa", "Hun vil bo hos Kari.\(word)")],
            form: form,
            hidden: [HiddenField(name: "seen", value: "18")],
            saved: stamp(0),
            buttons: [EditorPage.Button(.send, isMain: true, catalog), EditorPage.Button(.back, catalog)]
        )
    }

    func keptDraft(typed: [Fact]) -> KeptDraftPage {
        KeptDraftPage(
            frame: frame(nil),
            signInPath: "/sign-in",
            typed: typed,
            form: form,
            hidden: [HiddenField(name: "seen", value: "18")]
        )
    }
}
