import Assistance
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// The board of places, and every form by which their owner does something with them.
struct PlaceRoutes: Sendable {
    static let path = "/plasser/{act}"
    /// How many days the board shows.
    static let length = 28

    private let pages: PageDesk
    private let rooms: RoomDesk
    private let sheets: RoomSheets
    private var desk: PlaceDesk { pages.rooms.places }

    init(pages: PageDesk) {
        self.pages = pages
        rooms = RoomDesk(rooms: pages.rooms)
        sheets = RoomSheets(pages: pages)
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/plasser", use: board)
        people.get(RouterPath(Self.path), use: show)
        people.post(RouterPath(Self.path), use: submit)
    }

    // MARK: Board

    @Sendable private func board(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = request.uri.queryParameters
        let phrases = pages.phrases(context.visit)
        let first = try query["fra"].map { text in
            guard let day = try? CalendarDay(parsing: text) else { throw Absent() }
            return day
        }
        let owners = desk.owners(context.person)
        let number = query["enhet"].flatMap { OrganisationNumber($0) }
        // An intake officer's own unit has no places: the first of the region's is shown until one is chosen.
        let owner = number == nil ? owners.first : owners.first { $0.number == number }
        let board = try await desk.board(
            context.person,
            of: owner?.unit,
            from: first ?? phrases.today,
            days: Self.length
        )
        let isOwner = pages.rooms.gate.permits(context.person, .changePlaces, in: context.person.unit)
        let model = PlaceModel(
            board: board,
            owners: owners,
            places: isOwner ? try await desk.places(context.person) : nil,
            holds: isOwner ? try await desk.holds(context.person) : [],
            drafts: isOwner
                ? try await desk.drafts(context.person).map(WorkModel(pages: pages, phrases: phrases).draft) : [],
            words: RoomWords(phrases: phrases)
        )
        let frame = pages.frame(context.visit, .places, at: model.path(board.owner, from: first))
        return try pages.show(model.page(frame), context.visit)
    }

    // MARK: Forms

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var work = try await work(context, key: RandomText.hexadecimal(16))
        let query = request.uri.queryParameters
        let today = pages.rooms.environment.today
        var known = ["from": "\(today)"]
        if work.form.id == "answer-hold" {
            known["heldUntil"] = OsloTime.instant(of: today.adding(days: 3), hour: 16).formText
        }
        let unit = work.form.id == "describe-unit" ? try await desk.places(context.person).unit : nil
        if work.form.id == "describe-unit" { known.merge(described(unit, context)) { $1 } }
        func given(_ name: String) -> String? { query[name[...]].map(String.init) }
        work.open(today: today, known: known, given: given)
        if let unit { work.values.describe(unit) }
        work.matter = work.form.matter(given)
        let draft = try await desk.draft(context.person, work.form.id, matter: work.matter)
        if let draft { work.goOn(draft) }
        return try sheets.form(context, work)
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let posted = try await PostedForm(request, token: nil, settings: pages.settings)
        let (person, work) = (context.person, try await work(context, key: posted.key))
        let form = work.form
        return try await sheets.submit(
            posted,
            context,
            work,
            RoomWay(
                left: "/plasser",
                keep: { try await desk.saveDraft(person, form.id, matter: $0.matter, $0.draftFields) },
                forget: { try desk.removeDraft(person, form.id, matter: $0.matter) },
                send: { try await rooms.perform(person, form, $0.values, key: $0.key) },
                done: { _ in "/plasser" }
            )
        )
    }

    /// What the unit says of itself already.
    private func described(_ unit: PlaceUnit?, _ context: SignedInContext) -> [String: String] {
        guard let unit else {
            return desk.owners(context.person).first.flatMap { owner in
                if case .places(let region) = owner.role { ["region": "\(region)"] } else { nil }
            } ?? [:]
        }
        return [
            "unitKind": "\(unit.kind)", "youngest": "\(unit.ages.lowerBound)", "oldest": "\(unit.ages.upperBound)",
            "targetGroup": "\(unit.targetGroup)", "region": "\(unit.region)",
        ]
    }

    private func work(_ context: SignedInContext, key: String) async throws -> RoomWork {
        let name = context.coreContext.parameters.get("act")
        guard let form = CommandForm.ofPlaces.first(where: { $0.id == name }) else { throw Absent() }
        let places = try await desk.places(context.person)
        let holds = try await desk.holds(context.person)
        let words = RoomWords(phrases: pages.phrases(context.visit))
        let title = words.catalog.text("places.title")
        var work = RoomWork(
            form: form,
            path: "/plasser/\(form.id)",
            back: Link(label: title, path: "/plasser"),
            subject: desk.owners(context.person).first?.name ?? title,
            key: key
        )
        work.references = PlaceReferences(places: places, holds: holds, words: words).references(for: form)
        return work
    }
}

extension CommandValues {
    /// What a unit gives and on what it may take children in, as it has said already.
    fileprivate mutating func describe(_ unit: PlaceUnit) {
        self["measureKinds"] = MeasureKind.allCases.filter(unit.measures.contains).map { "\($0)" }
        self["sections"] = LegalSection.allCases.filter(unit.sections.contains).map { "\($0)" }
    }
}

/// What a form about places can point at.
struct PlaceReferences: Sendable {
    let places: UnitPlaces
    let holds: [PlaceDesk.AskedHold]
    let words: RoomWords

    private var ledgers: [PlaceLedger] { places.places.values.sorted { $0.id < $1.id } }

    func references(for form: CommandForm) -> CaseReferences {
        var references = CaseReferences()
        references.offer(.hold, holds.compactMap { asked in target(asked, isAnswering: form.id == "answer-hold") })
        references.offer(
            .booking,
            ledgers.flatMap { ledger in ledger.bookings.map { target($0.id, ledger.id, $0.span) } }
        )
        references.offer(
            .outage,
            ledgers.flatMap { ledger in ledger.outOfService.map { target($0.id, ledger.id, $0.span) } }
        )
        return references
    }

    private func target(_ id: RecordID, _ place: PlaceID, _ span: DaySpan) -> CaseReferences.Target {
        CaseReferences.Target(id: id, label: "\(place), \(words.days(span))", isOpen: true)
    }

    /// Holds that wait, for the answer; for a booking granted ones, and those whose days could not be had.
    private func target(_ asked: PlaceDesk.AskedHold, isAnswering: Bool) -> CaseReferences.Target? {
        let request = asked.hold.request
        switch asked.hold.state {
        case .asked where isAnswering, .granted,
            .lost where !isAnswering:
            let label = "\(request.place), \(words.days(request.span)), \(asked.asker)"
            return CaseReferences.Target(id: asked.hold.id, label: label, isOpen: true)
        default: return nil
        }
    }
}
