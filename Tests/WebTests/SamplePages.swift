@testable import Web

/// One model of every page, with every part filled in, or with the text that a hostile sender would write.
struct SamplePages {
    let catalog: Catalog
    /// Put where a sender or a user decides what is shown.
    var word = ""

    static let names =
        [
            "sign_in", "inbox", "inbox_empty", "concern", "concern_bare", "match", "concern_form",
            "concern_form_errors",
            "reception", "reception_item", "reception_closed", "reconciliation", "reconciliation_fine", "alarms",
            "alarms_none", "error_404", "error_503", "information", "indicators",
        ] + caseworkNames + roomNames + planNames + reportNames

    /// The pages on which no sender and no user decides what is shown.
    static let wordless: Set = ["information", "error_404", "inbox_empty", "kept_draft"]

    func page(_ name: String) -> (any Page)? {
        switch name {
        case "sign_in": signIn
        case "inbox": inbox(rows: 9)
        case "inbox_empty": emptyInbox
        case "concern": concern
        case "concern_bare": bareConcern
        case "match": match
        case "concern_form": ConcernFormPage(frame: frame(.newConcern), cancelPath: "/inbox", form: form, catalog)
        case "concern_form_errors": wrongForm
        case "reception": reception
        case "reception_item": receptionItem(outcome: nil)
        case "reception_closed": receptionItem(outcome: "Sendt til Eksempelvik barnevernstjeneste. \(word)")
        case "reconciliation": reconciliation
        case "reconciliation_fine": fineReconciliation
        case "alarms": AlarmsPage(frame: frame(.alarms), alarms: alarms, checked: stamp(0))
        case "alarms_none": AlarmsPage(frame: frame(.alarms), alarms: [], checked: stamp(0))
        case "error_404": error(403)
        case "error_503": error(503)
        case "information": InformationPage(frame: frame(nil))
        case "indicators": indicators
        default: caseworkPage(name) ?? roomPage(name) ?? planPage(name) ?? reportPage(name)
        }
    }

    var form: FormTarget { FormTarget(path: "/somewhere", key: "0f1e2d3c") }

    func stamp(_ minutes: Int) -> Stamp {
        let time = LocalTime(year: 2026, month: 11, day: 20, hour: 8, minute: 5)
        return Stamp(
            machine: "2026-11-20T08:05:00+01:00",
            text: catalog.moment(time),
            age: catalog.age(minutes: minutes)
        )
    }

    private func shortStamp(_ minutes: Int) -> Stamp {
        let time = LocalTime(year: 2026, month: 11, day: 20, hour: 8, minute: 5)
        return Stamp(machine: "2026-11-20T08:05", text: catalog.shortMoment(time), age: catalog.age(minutes: minutes))
    }

    func frame(_ part: Frame.MenuItem.Part?) -> Frame {
        let person = Frame.Person(
            name: "Kari Prøve\(word)",
            role: "Barnevernsleder",
            unit: "Eksempelvik barnevernstjeneste",
            signOut: form
        )
        let parts: [(part: Frame.MenuItem.Part, count: Int?)] = [
            (.myDay, 5), (.board, nil), (.visits, nil), (.search, nil), (.deadlines, nil), (.ownReport, nil),
            (.governor, nil), (.inbox, 4), (.newConcern, nil), (.reception, 2), (.reconciliation, nil), (.alarms, 3),
        ]
        let menu = parts.map { Frame.MenuItem($0.part, isCurrent: part == $0.part, count: $0.count, catalog) }
        return Frame(
            csrf: "c5f7",
            person: part == nil ? nil : person,
            menu: part == nil ? [] : menu,
            languageForm: form,
            returnPath: "/inbox?show=unread",
            homePath: "/",
            informationPath: "/about",
            isPretend: true,
            catalog
        )
    }

    private var signIn: SignInPage {
        let people = [
            ("kari", "Kari Prøve", "Barnevernsleder", "Leser og merker meldinger, ser varsler og avstemmer dagen."),
            ("ola", "Ola Test", "Saksbehandler", "Leser meldinger, finner fødselsnummer og registrerer for hånd."),
            ("liv", "Liv Eksempel", "Mottaksansvarlig", "Retter opp meldinger som ingen tjeneste har fått."),
        ]
        return SignInPage(
            frame: frame(nil),
            personas: people.map { id, name, role, abilities in
                SignInPage.Persona(
                    id: id,
                    name: name,
                    role: role,
                    unit: "Eksempelvik barnevernstjeneste",
                    abilities: abilities + word,
                    form: form
                )
            },
            error: "Siden var for gammel.\(word)"
        )
    }

    func inbox(rows count: Int) -> InboxPage {
        let path = "/inbox"
        return InboxPage(
            frame: frame(.inbox),
            summary: InboxPage.Summary(unread: 4, urgent: 2, oldestMinutes: 312, catalog),
            alarms: Array(alarms.prefix(2)),
            alarmsPath: "/alarms",
            filters: [
                InboxPage.Filter(.all, path: path, isCurrent: true, count: 27, catalog),
                InboxPage.Filter(.unread, path: path, isCurrent: false, count: 4, catalog),
                InboxPage.Filter(.urgent, path: path, isCurrent: false, count: 2, catalog),
                InboxPage.Filter(.missingNumber, path: path, isCurrent: false, count: 3, catalog),
            ],
            rows: (0..<count).map(row),
            isFiltered: false,
            newConcernPath: "/concerns/new",
            links: PageLinks(first: path, previous: path + "?before=0-18", next: path + "?after=3-2")
        )
    }

    var inboxRows: [InboxRow] { (0..<9).map(row) }

    private func row(_ place: Int) -> InboxRow {
        let names: [String?] = ["Nora Prøve", nil, "Jonas Eksempel-Testesen", nil, "Áilu Test"]
        let sources: [InboxRow.Source] = [
            .publicBody("Helsesykepleier, Fjordvik skole\(word)"), .privatePerson, .registered,
        ]
        let isUnread = place < 4
        return InboxRow(
            path: "/concerns/\(place)",
            isUrgent: place == 0 || place == 3,
            isUnread: isUnread,
            openedBy: isUnread ? nil : "Ola Test",
            openedAt: isUnread ? nil : stamp(130),
            received: shortStamp(40 + place * 400),
            childName: names[place % 5].map { $0 + word },
            isUnborn: place == 1,
            otherChildren: place % 4 == 2 ? place / 2 : 0,
            source: sources[place % 3],
            municipality: "Eksempelvik",
            isMissingNumber: place % 3 == 1,
            deadline: "27. november",
            deadlineState: place == 6 ? .over : place == 4 ? .near : .ahead,
            catalog
        )
    }

    private var emptyInbox: InboxPage {
        InboxPage(
            frame: frame(.inbox),
            summary: InboxPage.Summary(unread: 0, urgent: 0, oldestMinutes: nil, catalog),
            filters: [InboxPage.Filter(.urgent, path: "/inbox", isCurrent: true, catalog)],
            rows: [],
            isFiltered: true
        )
    }

    private var match: MatchPage {
        MatchPage(
            frame: frame(.inbox),
            concernPath: "/concerns/1",
            childName: "Nora Prøve\(word)",
            unreadableNumber: "0599\(word)",
            numberForm: form,
            number: "12\(word)",
            numberError: "Nummeret må ha elleve sifre; dette har to.",
            giveUpForm: form,
            reason: .noNumber,
            catalog
        )
    }

    private var wrongForm: ConcernFormPage {
        ConcernFormPage(
            frame: frame(.newConcern),
            cancelPath: "/inbox",
            form: form,
            values: [.worry: "Første linje\nandre linje\(word)", .reporterKind: "private", .channel: "phone"],
            problems: [.receivedAt: "Skriv når meldingen kom.", .childState: "Velg om barnet er født."],
            catalog
        )
    }

    var alarms: [AlarmsPage.Alarm] {
        [
            AlarmsPage.Alarm(.silence(workingHours: 6), isCritical: true, since: stamp(360), catalog),
            AlarmsPage.Alarm(
                .unread(count: 1, hours: 24),
                isCritical: false,
                since: stamp(1500),
                path: "/inbox",
                catalog
            ),
            AlarmsPage.Alarm(.unreadable(count: 2), isCritical: true, since: stamp(90), path: "/reception", catalog),
            AlarmsPage.Alarm(.unroutable(count: 1), isCritical: false, since: stamp(9), path: "/reception", catalog),
            AlarmsPage.Alarm(.outbox(count: 3), isCritical: true, since: stamp(4000), catalog),
            AlarmsPage.Alarm(.difference(count: 1), isCritical: false, since: stamp(61), path: "/x", catalog),
        ]
    }

    private func error(_ status: Int) -> ErrorPage {
        ErrorPage(frame: frame(.inbox), status: status, requestID: "7c21-09\(word)", returnPath: "/inbox", catalog)
    }
}
