@testable import Web

extension SamplePages {
    var concern: ConcernPage {
        ConcernPage(
            frame: frame(.inbox),
            inboxPath: "/inbox",
            state: ConcernPage.State(
                isUrgent: true,
                sent: stamp(70),
                received: stamp(69),
                opened: stamp(12),
                openedBy: "Ola Test",
                municipality: "Eksempelvik",
                channel: "Melderportalen\(word)",
                deadline: "27. november 2026",
                isDeadlineNear: true
            ),
            nextStep: ConcernPage.NextStep(
                matchPath: "/concerns/1/match",
                markNotUrgent: form,
                review: Link(label: "Gå gjennom", path: "/concerns/1/review-concern")
            ),
            child: ConcernPage.Child(
                name: "Nora Prøve\(word)",
                isUnborn: false,
                number: nil,
                unreadableNumber: "0599\(word)",
                addressLines: ["Oppdiktet vei 4", "9990 Eksempelvik"],
                phone: "00 00 00 00",
                informed: catalog.answer(true),
                informedReason: "Hun ba selv om hjelp.",
                assumedAge: "8 år",
                relation: "Nabo"
            ),
            siblings: [
                ConcernPage.Sibling(name: "Jonas Prøve\(word)", path: "/concerns/2"),
                ConcernPage.Sibling(name: nil, path: nil),
            ],
            reporter: ConcernPage.Reporter(
                .publicBody,
                name: "Eva Melder\(word)",
                role: "Helsesykepleier",
                organisation: "Fjordvik skole",
                organisationNumber: "000 000 000",
                addressLines: ["Skoleveien 1", "9990 Eksempelvik"],
                phone: "00 00 00 01",
                email: "eva@skole.example",
                registeredBy: "Ola Test"
            ),
            guardians: [
                ConcernPage.Guardian(name: "Per Prøve", phone: "00 00 00 02", informed: catalog.answer(true)),
                ConcernPage.Guardian(
                    name: nil,
                    informed: catalog.answer(false),
                    informedReason: "Av hensyn til barnet.\(word)"
                ),
            ],
            worry: ConcernPage.paragraphs(
                """
                Nora har kommet på skolen uten mat og i for tynne klær de siste tre ukene. Hun sovner i timen og sier at \
                det er bråk hjemme om natten.

                På onsdag fortalte hun at hun er redd for å gå hjem når det er helg. \(word)
                """
            ),
            history: ["I vår var vi bekymret for fraværet. Da snakket vi med foreldrene, og det ble bedre en stund."],
            otherViews: ["Kontaktlæreren ser det samme."],
            interpreter: "Nordsamisk",
            otherServices: "PPT",
            irregularities: ["Avsenderen oppga ikke tidssone for sendetidspunktet.\(word)"],
            originalPath: "/concerns/1/original",
            accessLog: [
                ConcernPage.Access(person: "Ola Test", role: "Saksbehandler", when: stamp(12), purpose: "Åpnet"),
                ConcernPage.Access(person: "Kari Prøve\(word)", role: "Leder", when: stamp(3), purpose: "Åpnet"),
            ]
        )
    }

    var bareConcern: ConcernPage {
        ConcernPage(
            frame: frame(.inbox),
            inboxPath: "/inbox",
            state: ConcernPage.State(
                isUrgent: false,
                sent: nil,
                received: stamp(69),
                opened: nil,
                openedBy: nil,
                municipality: "Eksempelvik",
                channel: nil,
                deadline: nil
            ),
            nextStep: ConcernPage.NextStep(markUrgent: form),
            child: ConcernPage.Child(name: nil, isUnborn: true, number: nil),
            reporter: ConcernPage.Reporter(.privatePerson, name: nil),
            worry: ["Kort tekst."]
        )
    }

    var reception: ReceptionPage {
        ReceptionPage(
            frame: frame(.reception),
            rows: [
                ReceptionPage.Row(
                    path: "/reception/1",
                    problem: ReceptionProblem.unreadable.title(catalog),
                    received: stamp(3000),
                    sender: "Melderportalen\(word)",
                    owner: nil,
                    isLate: true
                ),
                ReceptionPage.Row(
                    path: "/reception/2",
                    problem: ReceptionProblem.unroutable.title(catalog),
                    received: stamp(30),
                    sender: "Fjordvik kommune",
                    owner: "Liv Eksempel",
                    isLate: false
                ),
            ],
            links: PageLinks(next: "/reception?after=1-2")
        )
    }

    func receptionItem(outcome: String?) -> ReceptionItemPage {
        let raw = #"{"kommunenummer": "9999", "melding": {"melding": 17 "# + word
        return ReceptionItemPage(
            frame: frame(.reception),
            listPath: "/reception",
            problem: .unreadable,
            received: stamp(3000),
            sender: "Melderportalen\(word)",
            messageID: "7d0f1c52-0000-4000-8000-000000000001\(word)",
            owner: "Liv Eksempel",
            findings: [
                ReceptionItemPage.Finding(
                    place: "/melding/melding",
                    found: "17\(word)",
                    expected: "en tekst",
                    message: "Teksten i meldingen er et tall."
                )
            ],
            rawText: raw + "\n  }",
            shownBytes: 4_000,
            totalBytes: 12_000,
            rawPath: "/reception/1/raw",
            files: [Link(label: "brev.pdf\(word)", path: "/reception/1/vedlegg/1")],
            takeForm: form,
            sendForm: form,
            services: [("u1", "Eksempelvik"), ("u2", "Fjordvik\(word)")],
            serviceError: "Velg en tjeneste.",
            attaching: .init(
                form,
                units: [("u3", "Inntak Eksempel\(word)")],
                unit: "u3",
                unitError: nil,
                conversation: "7d0f1c52\(word)",
                conversationError: "Mottakeren har ingen slik henvisning.",
                catalog
            ),
            againForm: form,
            againError: "Meldingen kan fortsatt ikke leses\(word).",
            answerForm: form,
            answer: "Send den på nytt\(word).",
            answerError: "Skriv en begrunnelse.",
            closeForm: form,
            reason: "Test\(word)",
            outcome: outcome,
            catalog
        )
    }

    var reconciliation: ReconciliationPage {
        ReconciliationPage(
            frame: frame(.reconciliation),
            path: "/reconciliation",
            day: "2026-11-20",
            dayText: "20. november 2026",
            previousPath: "/reconciliation?day=2026-11-19",
            nextPath: "/reconciliation?day=2026-11-21",
            csvPath: "/reconciliation.csv?day=2026-11-20",
            rows: [
                ReconciliationPage.Row(
                    sender: "Melderportalen\(word)",
                    sent: 41,
                    stored: 40,
                    opened: 33,
                    missing: 2,
                    extra: 1,
                    different: 1
                ),
                ReconciliationPage.Row(
                    sender: "Fjordvik kommune",
                    sent: nil,
                    stored: 3,
                    opened: 3,
                    missing: 0,
                    extra: 0,
                    different: 0
                ),
            ],
            differences: [
                ReconciliationPage.Difference(
                    .missing,
                    messageID: "7d0f1c52-0000-4000-8000-000000000001",
                    sender: "Melderportalen",
                    when: nil,
                    catalog
                ),
                ReconciliationPage.Difference(
                    .extra,
                    messageID: "7d0f1c52-0000-4000-8000-000000000002",
                    sender: "Melderportalen",
                    when: stamp(600),
                    path: "/concerns/2",
                    catalog
                ),
                ReconciliationPage.Difference(
                    .different,
                    messageID: "c3\(word)",
                    sender: "Melderportalen",
                    when: stamp(500),
                    catalog
                ),
            ],
            missingForAnybody: catalog.plural("reconciliation.anybody", 2) + word,
            elsewhere: catalog.plural("reconciliation.elsewhere", 2) + word,
            dayError: "Velg en dag som har vært.\(word)"
        )
    }

    var fineReconciliation: ReconciliationPage {
        ReconciliationPage(
            frame: frame(.reconciliation),
            path: "/reconciliation",
            day: "2026-11-19",
            dayText: "19. november 2026",
            rows: [
                ReconciliationPage.Row(
                    sender: "Melderportalen",
                    sent: 41,
                    stored: 41,
                    opened: 41,
                    missing: 0,
                    extra: 0,
                    different: 0
                )
            ]
        )
    }
}
