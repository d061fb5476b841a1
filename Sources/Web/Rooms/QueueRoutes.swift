import Assistance
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// The region's lists: the queue, breaches, and what waits for somebody.
struct QueueRoutes: Sendable {
    /// How many rows stand on a page.
    static let length = 50

    private let pages: PageDesk
    private var desk: ReferralDesk { pages.rooms.referrals }

    init(pages: PageDesk) {
        self.pages = pages
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/ko", use: queue)
        people.get("/brudd", use: breaches)
        people.get("/ubesvart", use: unanswered)
    }

    // MARK: Queue

    @Sendable private func queue(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let address = try QueueAddress(request, me: context.person.id)
        let page = try await desk.queue(context.person, address.filter, at: address.position, limit: Self.length)
        let model = QueueModel(pages: pages, words: RoomWords(phrases: pages.phrases(context.visit)))
        return try pages.show(model.page(page, address, context), context.visit)
    }

    // MARK: Breaches

    @Sendable private func breaches(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let words = RoomWords(phrases: pages.phrases(context.visit))
        let rows = try await desk.breaches(context.person)
        let counts = Dictionary(grouping: rows, by: \.breach.standing).mapValues(\.count)
        let page = BreachesPage(
            frame: pages.frame(context.visit, .breaches, at: "/brudd"),
            figures: [Breach.Standing.confirmed, .proposed, .contested].map { standing in
                BreachesPage.Figure(
                    label: words.standing(standing),
                    value: String(counts[standing] ?? 0),
                    isUrgent: standing == .proposed && counts[standing] ?? 0 > 0
                )
            },
            rows: rows.map { row in
                BreachesPage.Row(
                    path: "/henvisninger/\(row.referral)",
                    kind: words.measure(row.kind),
                    counterpart: row.counterpart,
                    days: words.days(row.breach.span),
                    count: words.count(row.days),
                    breach: words.code("breach-kind", row.breach.kind),
                    cause: row.breach.cause.map { words.code("breach-cause", $0) },
                    standing: words.standing(row.breach.standing),
                    isProposed: row.breach.standing == .proposed,
                    handler: row.handler.map(pages.rooms.people.name),
                    judge: Link(
                        label: words.catalog.text("command.judge-breach.title"),
                        path: "/henvisninger/\(row.referral)/judge-breach" + RoomActs.days(row.breach)
                    )
                )
            },
            hasRows: !rows.isEmpty
        )
        return try pages.show(page, context.visit)
    }

    // MARK: What waits

    /// How many rows of each list stand on the page of all of them.
    private static let firstRows = 20

    @Sendable private func unanswered(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let words = RoomWords(phrases: pages.phrases(context.visit))
        let query = request.uri.queryParameters
        let isRegions = context.person.role == .intakeOfficer
        let lists: [WaitingList] = isRegions ? [.theirs, .advice, .friction, .deletions] : [.theirs, .ours]
        let chosen = try query["vis"].map { text in
            guard let list = WaitingList(rawValue: String(text)), lists.contains(list) else { throw Absent() }
            return list
        }
        let place = try query["after"].map { text in
            guard chosen != nil, let place = WaitingPlace(text) else { throw Absent() }
            return place
        }
        var sections: [UnansweredPage.Section] = []
        for list in lists where chosen == nil || list == chosen {
            let page = try await desk.waiting(
                context.person,
                list,
                after: place,
                limit: chosen == nil ? Self.firstRows : Self.length
            )
            sections.append(section(list, page, isAlone: chosen != nil, isFirst: place == nil, words))
        }
        let advice = isRegions && chosen == nil ? try await desk.advice(context.person) : nil
        let page = UnansweredPage(
            frame: pages.frame(
                context.visit,
                .unanswered,
                at: "/ubesvart" + (chosen.map { "?vis=\($0.rawValue)" } ?? "")
            ),
            whole: chosen == nil ? nil : Link(label: words.catalog.text("unanswered.title"), path: "/ubesvart"),
            sections: sections,
            team: advice.map { advice in
                UnansweredPage.Team(
                    followed: String(advice.followed),
                    overruled: String(advice.overruled),
                    overruledIn: advice.referrals.enumerated().map { place, id in
                        Link(
                            label: words.catalog.text("unanswered.referral", ["number": String(place + 1)]),
                            path: "/henvisninger/\(id)"
                        )
                    }
                )
            }
        )
        return try pages.show(page, context.visit)
    }

    private func section(
        _ list: WaitingList,
        _ page: WaitingPage,
        isAlone: Bool,
        isFirst: Bool,
        _ words: RoomWords
    ) -> UnansweredPage.Section {
        let catalog = words.catalog
        let heading =
            switch list {
            case .theirs: catalog.text("unanswered.theirs")
            case .ours: catalog.text("unanswered.ours")
            case .advice: catalog.text("unanswered.advice")
            case .friction: catalog.text("unanswered.friction")
            case .deletions: catalog.text("unanswered.deletions")
            }
        let path = "/ubesvart?vis=\(list.rawValue)"
        let next = page.next.map { "\(path)&after=\($0.text)" }
        return UnansweredPage.Section(
            id: list.rawValue,
            heading: heading,
            total: String(page.total),
            rows: page.rows.map { row($0, words) },
            all: isAlone || next == nil ? nil : Link(label: catalog.text("unanswered.all"), path: path),
            links: isAlone ? PageLinks(first: isFirst ? nil : path, next: next) : nil
        )
    }

    private func row(_ step: WaitingStep, _ words: RoomWords) -> UnansweredPage.Row {
        let what =
            switch step.what {
            case .answer(let owed): words.owed(owed)
            case .step(let kind): words.step(kind)
            }
        let child = step.child.map { CaseNames.child($0, words.phrases) }
        let handler = step.handler.map(pages.rooms.people.name) ?? words.catalog.text("queue.nobody")
        return UnansweredPage.Row(
            path: "/henvisninger/\(step.referral)",
            text: what,
            about: [child, words.measure(step.kind), step.counterpart].compactMap(\.self).joined(separator: " · "),
            handler: handler,
            since: words.phrases.stamp(step.since),
            waited: words.count(max(0, OsloTime.day(at: step.since).days(until: words.phrases.today))),
            due: step.due.map { words.phrases.stamp($0.at) },
            isLate: step.isLate
        )
    }
}

/// Which page of the queue an address asks for.
struct QueueAddress: Sendable {
    var filter = QueueFilter()
    var position = QueuePosition.start
    private let me: ActorID

    /// - Throws: ``Absent`` for what no page of ours has linked to.
    init(_ request: Request, me: ActorID) throws {
        self.me = me
        let query = request.uri.queryParameters
        if let text = query["vis"] {
            guard let standing = QueueFilter.Standing(rawValue: String(text)) else { throw Absent() }
            filter.standing = standing
        }
        if let text = query["tiltak"], !text.isEmpty {
            guard let kind = MeasureKind.allCases.first(where: { "\($0)" == text }) else { throw Absent() }
            filter.kind = kind
        }
        switch query["hvem"] {
        case nil, "alle": break
        case "meg": filter.handler = me
        case "ingen": filter.isUnassigned = true
        default: throw Absent()
        }
        filter.isPast = query["over"] == "ja"
        switch (query["after"], query["before"]) {
        case (nil, nil): break
        case (let after?, nil): position = .after(try Self.place(after))
        case (nil, let before?): position = .before(try Self.place(before))
        case (.some, .some): throw Absent()
        }
    }

    private static func place(_ text: Substring) throws -> QueuePlace {
        guard let place = QueuePlace(text) else { throw Absent() }
        return place
    }

    /// The address of a filter, from its first row.
    func path(_ change: (inout QueueFilter) -> Void) -> String {
        var filter = filter
        change(&filter)
        return path(of: filter, [])
    }

    /// The address of a page of the same filter.
    func path(at position: QueuePosition) -> String {
        switch position {
        case .start: path(of: filter, [])
        case .after(let place): path(of: filter, ["after=\(place.text)"])
        case .before(let place): path(of: filter, ["before=\(place.text)"])
        }
    }

    private func path(of filter: QueueFilter, _ more: [String]) -> String {
        var parts: [String] = []
        if filter.standing != .open { parts.append("vis=\(filter.standing.rawValue)") }
        if let kind = filter.kind { parts.append("tiltak=\(kind)") }
        if filter.handler != nil { parts.append("hvem=meg") }
        if filter.isUnassigned { parts.append("hvem=ingen") }
        if filter.isPast { parts.append("over=ja") }
        let query = (parts + more).joined(separator: "&")
        return query.isEmpty ? "/ko" : "/ko?\(query)"
    }
}
