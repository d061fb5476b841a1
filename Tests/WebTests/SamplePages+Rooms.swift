import Law

@testable import Web

extension SamplePages {
    static let roomNames = [
        "queue", "queue_empty", "case_referrals", "case_referrals_none", "breaches", "breaches_none", "unanswered",
        "unanswered_none", "message", "places", "places_none", "room", "room_bare", "take_over",
    ]

    func roomPage(_ name: String) -> (any Page)? {
        switch name {
        case "queue": queue(rows: 3)
        case "queue_empty": queue(rows: 0)
        case "case_referrals": caseReferrals(rows: 2)
        case "case_referrals_none": caseReferrals(rows: 0)
        case "breaches": breaches(rows: 2)
        case "breaches_none": breaches(rows: 0)
        case "unanswered": unanswered(isEmpty: false)
        case "unanswered_none": unanswered(isEmpty: true)
        case "message": message
        case "places": places(isEmpty: false)
        case "places_none": places(isEmpty: true)
        case "room": room(isBare: false)
        case "room_bare": room(isBare: true)
        case "take_over":
            TakeOverPage(
                frame: frame(.queue),
                back: Link(label: "Fosterhjem", path: "/henvisninger/1"),
                subject: "Fosterhjem · Eksempelvik",
                held: "Ivar\(word) har henvisningen nå.",
                form: form,
                hidden: [HiddenField(name: "holder", value: "person:ivar")],
                act: "Ta over"
            )
        default: nil
        }
    }

    // MARK: Lists

    private func referrals(_ count: Int, isRegions: Bool) -> ReferralList {
        let rows = (0..<count).map { place in
            ReferralList.Row(
                path: "/henvisninger/\(place)",
                kind: "Fosterhjem",
                counterpart: "Eksempelvik barnevernstjeneste\(word)",
                isAcute: place == 0,
                hasNews: place == 1,
                phase: "Åpen",
                isOpen: place < 2,
                wanted: "1. mars 2026",
                left: place == 1 ? "3 dager igjen" : nil,
                past: place == 0 ? "9 dager" : nil,
                age: "12 dager",
                receipt: "Mottatt av systemet",
                isUnseen: true,
                isFailed: place == 2,
                handler: place == 1 ? "Ina Inntaksen" : nil,
                next: "Gi et tilbud",
                take: isRegions && place != 1 ? form : nil
            )
        }
        return ReferralList(rows: rows, isRegions: isRegions)
    }

    private func queue(rows: Int) -> QueueListPage {
        QueueListPage(
            frame: frame(.queue),
            total: catalog.plural("queue.total", rows),
            standings: [QueueListPage.Filter(label: "Åpne", path: "/ko", isCurrent: true)],
            whose: [QueueListPage.Filter(label: "Mine", path: "/ko?hvem=meg", isCurrent: false)],
            kind: Field("tiltak", .list, label: "Tiltak", isOptional: true, options: [("fosterHome", "Fosterhjem")]),
            hidden: [HiddenField(name: "vis", value: "all")],
            list: referrals(rows, isRegions: true),
            hasRows: rows > 0,
            links: PageLinks(first: "/ko", next: "/ko?after=n.1.2")
        )
    }

    private func caseReferrals(rows: Int) -> CaseReferralsPage {
        CaseReferralsPage(
            frame: frame(.myDay),
            back: Link(label: "Nora Prøve\(word)", path: "/saker/1"),
            new: Link(label: "Ny henvisning", path: "/saker/1/henvisninger/ny"),
            acute: Link(label: "Be om akutt plass", path: "/saker/1/akutt"),
            list: referrals(rows, isRegions: false),
            hasRows: rows > 0
        )
    }

    private func breaches(rows: Int) -> BreachesPage {
        BreachesPage(
            frame: frame(.breaches),
            figures: [BreachesPage.Figure(label: "Foreslått", value: "\(rows)", isUrgent: rows > 0)],
            rows: (0..<rows).map { place in
                BreachesPage.Row(
                    path: "/henvisninger/\(place)",
                    kind: "Fosterhjem",
                    counterpart: "Eksempelvik\(word)",
                    days: "1. mars til 9. mars",
                    count: "9 dager",
                    breach: "Ingen tiltak",
                    cause: place == 0 ? "Ingen ledig plass" : nil,
                    standing: "Foreslått",
                    isProposed: place == 0,
                    handler: place == 0 ? "Ina" : nil,
                    judge: Link(label: "Vurder brudd", path: "/henvisninger/\(place)/judge-breach")
                )
            },
            hasRows: rows > 0
        )
    }

    private func unanswered(isEmpty: Bool) -> UnansweredPage {
        let row = UnansweredPage.Row(
            path: "/henvisninger/1",
            text: "Saksbehandlerkvittering\(word)",
            about: "Fosterhjem · Eksempelvik",
            handler: "Ina",
            since: stamp(3),
            waited: "3 dager",
            due: stamp(9),
            isLate: true
        )
        return UnansweredPage(
            frame: frame(.unanswered),
            whole: isEmpty ? nil : Link(label: "Ubesvart", path: "/ubesvart"),
            sections: [
                UnansweredPage.Section(
                    id: "dem",
                    heading: "Vi venter på dem",
                    total: isEmpty ? "0" : "1",
                    rows: isEmpty ? [] : [row],
                    all: isEmpty ? nil : Link(label: "Vis alle", path: "/ubesvart?vis=dem"),
                    links: isEmpty ? nil : PageLinks(next: "/ubesvart?vis=dem&after=1")
                )
            ],
            team: isEmpty
                ? nil
                : UnansweredPage.Team(
                    followed: "3",
                    overruled: "1",
                    overruledIn: [Link(label: "Henvisning 1", path: "/henvisninger/1")]
                )
        )
    }

    private var message: MessagePage {
        MessagePage(
            frame: frame(.queue),
            back: Link(label: "Fosterhjem", path: "/henvisninger/1"),
            title: "Tilbud om tiltak\(word)",
            facts: [Fact("Sendt", "10. mars 2026")],
            sections: [
                MessagePage.Section(
                    heading: "Innhold",
                    isDeep: false,
                    facts: [Fact("Vurdering", ["Linje\(word)"])],
                    columns: [],
                    rows: []
                ),
                MessagePage.Section(
                    heading: "Søsken",
                    isDeep: true,
                    facts: [],
                    columns: ["Navn"],
                    rows: [MessagePage.Section.Row(cells: ["Per\(word)"])]
                ),
            ],
            xmlPath: "/henvisninger/1/meldinger/2/xml",
            attachments: [Link(label: "brev.pdf\(word)", path: "/henvisninger/1/meldinger/2/vedlegg/1")],
            findings: ["The element is missing."]
        )
    }

    // MARK: Places

    private func places(isEmpty: Bool) -> PlacesPage {
        let cell = PlacesPage.Cell(
            x: "130",
            y: "24",
            look: "place-held",
            hatch: "hatch-held",
            title: "H-1\(word), 1. mars: Holdt av",
            letter: "H",
            letterX: "144",
            letterY: "42"
        )
        return PlacesPage(
            frame: frame(.places),
            title: "Havna\(word)",
            owners: isEmpty ? [] : [PlacesPage.Owner(label: "Havna", path: "/plasser?enhet=1", isCurrent: true)],
            unit: isEmpty ? [] : [Fact("Målgruppe", "Omsorg")],
            isUndescribed: isEmpty,
            actions: [Link(label: "Åpne en plass", path: "/plasser/open-place")],
            drafts: isEmpty
                ? []
                : [
                    MyDayPage.Draft(
                        title: "Book en plass: H-1\(word)",
                        child: nil,
                        path: "/plasser/book-place?placeID=H-1",
                        saved: stamp(45),
                        discard: form,
                        subject: "1?placeID=H-1"
                    )
                ],
            keys: [PlacesPage.Key(look: "place-held", hatch: "hatch-held", letter: "H", label: "Holdt av", count: "1")],
            drawing: isEmpty
                ? nil
                : PlacesPage.Drawing(
                    viewBox: "0 0 160 52",
                    width: "160",
                    height: "52",
                    cellWidth: "28",
                    cellHeight: "26",
                    labelY: "16",
                    days: [PlacesPage.DayLabel(label: "1.3.", x: "145", isMonday: true)],
                    rows: [PlacesPage.RowLabel(label: "H-1\(word)", y: "43")],
                    cells: [cell],
                    description: "1 plass"
                ),
            stretches: [
                PlacesPage.Stretch(
                    place: "H-1",
                    isFirst: true,
                    state: "Ledig",
                    letter: "L",
                    look: "place-free",
                    days: "1. mars",
                    act: Link(label: "Book", path: "/plasser/book-place?placeID=H-1")
                ),
                PlacesPage.Stretch(
                    place: "H-1",
                    isFirst: false,
                    state: "Holdt av",
                    letter: "H",
                    look: "place-held",
                    days: "2. mars",
                    act: nil
                ),
            ],
            previousPath: "/plasser?fra=2026-02-01",
            nextPath: "/plasser?fra=2026-04-01",
            todayPath: "/plasser",
            period: "1. mars til 28. mars",
            isOwner: true,
            holds: isEmpty
                ? []
                : [
                    PlacesPage.Hold(
                        place: "H-1",
                        asker: "Inntak Midt\(word)",
                        days: "1. mars",
                        facts: "1 barn",
                        state: "Spurt",
                        isWaiting: true,
                        act: Link(label: "Svar", path: "/plasser/answer-hold?hold=1")
                    )
                ],
            entries: isEmpty
                ? []
                : [
                    PlacesPage.Entry(
                        place: "H-2",
                        what: "Opptatt",
                        days: "1. mars",
                        acts: [Link(label: "Endre", path: "/plasser/end-booking?booking=1")]
                    )
                ]
        )
    }

    // MARK: A referral

    private func room(isBare: Bool) -> RoomPage {
        let offer = RoomPage.Offer(
            title: "Fosterhjem",
            state: "Venter på svar",
            isOpen: true,
            facts: [Fact("Plass", "FH-1\(word)")],
            act: Link(label: "Svar på tilbudet", path: "/henvisninger/1/answer-offer")
        )
        let step = RoomPage.Step(
            text: "Gi et tilbud",
            owner: "Regionen",
            isOwn: true,
            due: stamp(1),
            isPast: true,
            isUnconfirmed: true,
            waited: "3 dager",
            act: Link(label: "Gi et tilbud", path: "/henvisninger/1/offer")
        )
        return RoomPage(
            frame: frame(.queue),
            back: Link(label: "Kø", path: "/ko"),
            title: "Fosterhjem",
            counterpart: "Eksempelvik\(word)",
            phase: "Åpen",
            isAcute: !isBare,
            notice: isBare ? nil : "Dette er alt sendt.",
            hasNews: !isBare,
            facts: [Fact("Ønsket oppstart", "1. mars 2026")],
            handler: isBare
                ? nil
                : RoomPage.Handler(
                    name: "Ina",
                    take: form,
                    holder: "person:ina",
                    assign: form,
                    field: Field("handler", .list, label: "Saksbehandler", error: "Velg en.", options: [("a", "Ina")]),
                    conflict: RoomPage.Conflict(
                        barred: ["Ivar\(word)"],
                        declare: form,
                        declareFields: [Field("inhabil-officer", .list, label: "Hvem", options: [("a", "Ina")])],
                        lift: form,
                        liftFields: [Field("habil-officer", .list, label: "Hvem", options: [("a", "Ina")])]
                    )
                ),
            errors: isBare ? nil : ErrorSummary([Field("handler", label: "Saksbehandler", error: "Velg en.")]),
            steps: isBare ? [] : [step],
            actions: isBare ? [] : [Link(label: "Meld forsinkelse", path: "/henvisninger/1/tell-delay")],
            drafts: [],
            days: RoomPage.DaysPast(
                days: "9",
                isAny: true,
                notes: isBare ? [] : ["Løper fortsatt."],
                apart: isBare ? [] : [Fact("Kommunen", "2 dager")]
            ),
            breaches: RoomPage.Breaches(
                confirmed: "1",
                rows: isBare
                    ? []
                    : [
                        RoomPage.Breaches.Row(
                            days: "1. mars",
                            count: "1 dag",
                            kind: "Ingen tiltak",
                            standing: "Bekreftet",
                            isConfirmed: true,
                            cause: "Annet",
                            judge: Link(label: "Vurder brudd", path: "/henvisninger/1/judge-breach")
                        )
                    ],
                none: isBare ? "Staten har ikke plikt." : nil
            ),
            lapses: isBare ? nil : stamp(1),
            isLapsed: false,
            isBackToTribunal: !isBare,
            backToTribunal: isBare ? nil : Link(label: "Sak", path: "/saker/1"),
            acute: isBare ? [] : [Fact("Ringt", "i dag")],
            offers: isBare ? [] : [offer],
            pathway: isBare
                ? []
                : [
                    RoomPage.PathStep(label: "Søkt", isDone: true, isNext: false, when: "1. mars"),
                    RoomPage.PathStep(label: "Foreslått", isDone: false, isNext: true, when: nil),
                    RoomPage.PathStep(label: "Valgt", isDone: false, isNext: false, when: nil),
                ],
            stays: isBare ? [] : [offer],
            tasks: isBare
                ? []
                : [
                    RoomPage.Task(
                        text: "Møt",
                        owner: "Kommunen",
                        due: stamp(1),
                        done: nil,
                        act: Link(label: "Meld gjort", path: "/henvisninger/1/do-task")
                    )
                ],
            holds: isBare
                ? []
                : [RoomPage.Hold(place: "H-1", owner: "Havna", days: "1. mars", state: "Spurt", giveUp: form, id: "1")],
            owed: isBare ? [] : [RoomPage.Owed(text: "Kvittering mangler", since: stamp(9), isLate: true)],
            timeline: nil,
            lines: isBare
                ? []
                : [
                    RoomPage.Line(
                        when: stamp(3),
                        text: "Tilbud",
                        who: "Regionen",
                        isStruck: false,
                        path: "/m/1",
                        texts: [Fact("Grunn", ["Fullt.\(word)"])]
                    ),
                    RoomPage.Line(when: stamp(2), text: "Trukket", who: nil, isStruck: true, path: nil, texts: []),
                ],
            messages: isBare
                ? []
                : [
                    RoomPage.MessageRow(
                        title: "Tilbud",
                        path: "/henvisninger/1/meldinger/2",
                        xmlPath: "/henvisninger/1/meldinger/2/xml",
                        direction: "Sendt",
                        when: stamp(3),
                        receipt: "Sett",
                        isFailed: true,
                        attachments: [Link(label: "brev.pdf", path: "/henvisninger/1/meldinger/2/vedlegg/1")]
                    )
                ]
        )
    }
}
