import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office

/// Makes the answers for people: the frame around each page, the page as HTML, redirects and failures.
struct PageDesk: Sendable {
    let rooms: OfficeRooms
    let settings: WebSettings
    private let renderer: PageRenderer
    private let catalogs: [Language: Catalog]
    private let bokmaal: Catalog

    init(rooms: OfficeRooms, settings: WebSettings, renderer: PageRenderer) throws {
        self.rooms = rooms
        self.settings = settings
        self.renderer = renderer
        bokmaal = try Catalog(.bokmaal)
        catalogs = Dictionary(
            uniqueKeysWithValues: Language.allCases.compactMap { language in
                renderer.catalog(language).map { (language, $0) }
            }
        )
    }

    /// The texts for a visit.
    func catalog(_ visit: Visit) -> Catalog { catalogs[visit.language] ?? bokmaal }

    /// What the page's times and ages are counted from and written with.
    func phrases(_ visit: Visit) -> PagePhrases {
        PagePhrases(catalog: catalog(visit), now: rooms.environment.now())
    }

    // MARK: Answers

    /// A page as an answer.
    func show(_ page: some Page, _ visit: Visit, status: HTTPResponse.Status = .ok) throws -> Response {
        let html = try renderer.render(page, language: visit.language)
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: visit.language.rawValue],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html))
        )
    }

    /// Sends the browser on after a form, so that reloading does not post again.
    func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    /// The page for what went wrong.
    ///
    /// The page for "absent" carries nothing of the request, so that it is the same for "forbidden".
    func failure(_ status: HTTPResponse.Status, _ visit: Visit) -> Response {
        let code = status == .forbidden ? 400 : Int(status.code)
        let page = ErrorPage(
            frame: frame(visit, nil, at: "/"),
            status: code,
            requestID: status == .notFound ? "" : visit.requestID,
            returnPath: status == .unauthorized ? "/sign-in" : "/",
            catalog(visit)
        )
        return (try? show(page, visit, status: status)) ?? Response(status: status)
    }

    /// Whose case it is, where the address says so: the county governor reads the cases of others.
    ///
    /// - Throws: ``Absent`` where it says something else than a service.
    func service(_ request: Request) throws -> UnitID? {
        guard let text = request.uri.queryParameters["tjeneste"] else { return nil }
        guard let unit = rooms.directory.services.map(\.unit).first(where: { $0.text == text }) else {
            throw Absent()
        }
        return unit
    }

    // MARK: Frame

    /// What stands around a page's content.
    ///
    /// `part` is the menu entry that the page belongs to, `path` where a change of language returns to, and
    /// `formToken` the token of the forms where nobody is signed in.
    func frame(_ visit: Visit, _ part: Frame.MenuItem.Part?, at path: String, formToken: String = "") -> Frame {
        let catalog = catalog(visit)
        let person = visit.session?.person
        return Frame(
            csrf: visit.session?.formToken ?? formToken,
            person: person.map { person in
                Frame.Person(
                    name: person.name,
                    role: RoleWords.name(person.role, catalog),
                    unit: unitName(person.unit, catalog),
                    signOut: FormTarget(path: "/sign-out", key: "sign-out")
                )
            },
            menu: person.map { menu($0, part, catalog) } ?? [],
            languageForm: FormTarget(path: "/language", key: "language"),
            returnPath: path,
            homePath: person == nil ? "/sign-in" : "/",
            informationPath: "/accessibility",
            isPretend: settings.demo,
            catalog
        )
    }

    /// The name of a service, or the word for reception.
    func unitName(_ unit: UnitID, _ catalog: Catalog) -> String {
        if unit == rooms.reception.unit { return catalog.text("menu.reception") }
        let known = rooms.directory.services.first { $0.unit == unit }?.name ?? rooms.counterparts[unit]?.name
        if let known { return known }
        let isOverseers = rooms.people.all.contains { $0.unit == unit && $0.role == .overseer }
        return isOverseers ? catalog.text("unit.directorate") : unit.text
    }

    /// A form's target with a fresh idempotency key.
    func form(_ path: String) -> FormTarget {
        FormTarget(path: path, key: RandomText.hexadecimal(16))
    }

    /// Where a person's work begins.
    func home(of person: Person) -> String { part(of: person).path }

    /// The way back there.
    func homeLink(of person: Person, _ catalog: Catalog) -> Link {
        let part = part(of: person)
        return Link(label: part.label(catalog), path: part.path)
    }

    private func part(of person: Person) -> Frame.MenuItem.Part {
        switch person.role {
        case .caseworker: .myDay
        case .leader: .board
        case .receptionOfficer: .reception
        case .countyGovernor: .governor
        case .intakeOfficer: .queue
        case .placeManager: .places
        case .overseer: .indicators
        }
    }

    /// The parts that a person may enter, `part` marked as the one that is shown.
    private func menu(_ person: Person, _ part: Frame.MenuItem.Part?, _ catalog: Catalog) -> [Frame.MenuItem] {
        func may(_ action: Action) -> Bool { rooms.gate.permits(person, action, in: person.unit) }
        let figures = try? rooms.oversight.figures(of: person.unit)
        let entries: [(part: Frame.MenuItem.Part, isOpen: Bool, count: Int?)] = [
            (.myDay, may(.listCases), nil),
            (.board, may(.readBoard), nil),
            (.queue, may(.listReferrals), nil),
            (.breaches, may(.listReferrals), nil),
            (.unanswered, may(.listReferrals) || may(.listCases), nil),
            (.places, may(.listPlaces), nil),
            (.indicators, may(.readAggregates), nil),
            (.plans, may(.readPlans), nil),
            (.governor, person.role == .countyGovernor, nil),
            (.inbox, may(.listConcerns), figures?.unopenedConcerns),
            (.visits, may(.listCases), nil),
            (.search, may(.searchPeople), nil),
            (.deadlines, may(.exportDeadlines), nil),
            (.ownReport, may(.checkDeliveries), nil),
            (.newConcern, may(.registerConcern), nil),
            (.reception, may(.listWorkItems), figures?.openWorkItems),
            (.reconciliation, may(.reconcile), nil),
            (.alarms, may(.readAlarms), nil),
        ]
        return entries.filter(\.isOpen).map {
            Frame.MenuItem($0.part, isCurrent: part == $0.part, count: $0.count, catalog)
        }
    }
}

/// The words for what people are and may do.
enum RoleWords {
    static func name(_ role: Person.Role, _ catalog: Catalog) -> String {
        switch role {
        case .caseworker: catalog.text("role.caseworker")
        case .leader: catalog.text("role.leader")
        case .receptionOfficer: catalog.text("role.receptionOfficer")
        case .countyGovernor: catalog.text("role.countyGovernor")
        case .intakeOfficer: catalog.text("role.intakeOfficer")
        case .placeManager: catalog.text("role.placeManager")
        case .overseer: catalog.text("role.overseer")
        }
    }

    static func abilities(_ role: Person.Role, _ catalog: Catalog) -> String {
        switch role {
        case .caseworker: catalog.text("role.caseworker.abilities")
        case .leader: catalog.text("role.leader.abilities")
        case .receptionOfficer: catalog.text("role.receptionOfficer.abilities")
        case .countyGovernor: catalog.text("role.countyGovernor.abilities")
        case .intakeOfficer: catalog.text("role.intakeOfficer.abilities")
        case .placeManager: catalog.text("role.placeManager.abilities")
        case .overseer: catalog.text("role.overseer.abilities")
        }
    }
}
