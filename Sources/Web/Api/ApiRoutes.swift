import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// The JSON API for people's own programs: the same steps as on the pages, under the same rights.
struct ApiRoutes: Sendable {
    let rooms: OfficeRooms
    let settings: WebSettings
    let commands: CommandDesk
    let roomDesk: RoomDesk

    init(rooms: OfficeRooms, settings: WebSettings) {
        self.rooms = rooms
        self.settings = settings
        commands = CommandDesk(rooms: rooms)
        roomDesk = RoomDesk(rooms: rooms)
    }

    func add(to router: Router<RettidContext>, _ people: RouterGroup<SignedInContext>) {
        let operations = operations
        let description = ApiDescription.document(operations, demo: settings.demo).bytes
        router.get("/api/openapi.json") { _, _ in JSONAnswer.bytes(description) }
        for operation in operations { operation.add(to: router, people) }
    }

    /// Everything that the API can do, as it is described.
    var operations: [ApiOperation] {
        readings + law + writings + referrals + roomReadings + roomWritings + plans
            + IntakeRoutes(rooms: rooms, settings: settings).operations
            + SenderRoutes(rooms: rooms, settings: settings).operations
    }

    // MARK: Reading

    static let caseID = ApiOperation.Parameter.path("id", "The case.", ApiSchemas.id)

    private var readings: [ApiOperation] {
        [
            get("session", "/api/session", "Who is signed in, and the token that changes must carry", "Session") {
                _,
                context in
                let person = context.person
                return [
                    "person": .text("\(person.id)"), "name": .text(person.name), "role": .text(person.role.rawValue),
                    "unit": .text("\(person.unit)"), "token": .text(context.session.formToken),
                ]
            },
            get(
                "myDay",
                "/api/my-day",
                "The duties of all my cases, soonest first",
                "MyDay",
                [.query("after", "The member `next` of the page before.", ApiSchemas.text)]
            ) { request, context in
                let after = try request.uri.queryParameters["after"].map { text in
                    guard let place = DutyPlace(text) else { throw ApiProblem(.badRequest, "No such place.") }
                    return place
                }
                return try await rooms.cases.myDay(context.person, after: after).json
            },
            get("board", "/api/board", "The whole service, for its leader", "Board") { _, context in
                try await rooms.cases.board(context.person).json
            },
            get("readCase", "/api/cases/{id}", "A case", "OpenedCase", [Self.caseID]) { _, context in
                try await rooms.cases.open(context.person, try context.recordID()).json
            },
            get("readDuties", "/api/cases/{id}/duties", "All duties of a case", "Duties", [Self.caseID]) {
                _,
                context in
                let opened = try await rooms.cases.open(context.person, try context.recordID())
                return [
                    "today": .day(opened.today),
                    "duties": .list(opened.duties.map { $0.json(in: opened.facts.id) }),
                ]
            },
            get("readTimeline", "/api/cases/{id}/timeline", "A case's journal", "Timeline", [Self.caseID]) {
                _,
                context in
                try await rooms.cases.open(context.person, try context.recordID()).timelineJSON
            },
            get(
                "visits",
                "/api/visits",
                "The visits that placements ask for in a year",
                "Visits",
                [
                    .query(
                        "year",
                        "The calendar year.",
                        ["type": "integer", "minimum": 2000, "maximum": 2100],
                        isRequired: true
                    )
                ]
            ) { request, context in
                guard let year = request.uri.queryParameters["year"].flatMap({ Int($0) }), (2000...2100).contains(year)
                else { throw ApiProblem(.badRequest, "A year from 2000 to 2100 is needed.") }
                let lines = try await rooms.cases.visits(context.person, year: year)
                return ["year": .integer(year), "lines": .list(lines.map(\.json))]
            },
        ]
    }

    func get(
        _ id: String,
        _ path: String,
        _ summary: String,
        _ schema: String,
        _ parameters: [ApiOperation.Parameter] = [],
        _ answer: @escaping @Sendable (Request, SignedInContext) async throws -> JsonTree
    ) -> ApiOperation {
        ApiOperation(
            id: id,
            method: .get,
            path: path,
            tag: "reading",
            summary: summary,
            parameters: parameters,
            answer: ApiSchemas.reference(schema),
            access: .signedIn { request, context in
                JSONAnswer.bytes(try await answer(request, context).bytes)
            }
        )
    }

    // MARK: The law

    private static let onDay = ApiOperation.Parameter.query(
        "on",
        "The day; today where it is left out.",
        ApiSchemas.day
    )

    private var law: [ApiOperation] {
        [
            ApiOperation(
                id: "rules",
                method: .get,
                path: "/api/law/rules",
                tag: "law",
                summary: "The rules in force on a day",
                parameters: [Self.onDay],
                answer: ApiSchemas.reference("Rules"),
                access: .open { request, _ in
                    let day = try Self.day("on", of: request) ?? rooms.environment.today
                    let rules = rooms.law.rules(on: day)
                    return JSONAnswer.bytes(
                        JsonTree.object(["on": .day(day), "rules": .list(rules.map(\.json))]).bytes
                    )
                }
            ),
            ApiOperation(
                id: "due",
                method: .get,
                path: "/api/law/rules/{rule}/due",
                tag: "law",
                summary: "The last day of a rule's time",
                parameters: [
                    .path("rule", "The rule's id.", ["type": "string", "pattern": "^[A-Za-z0-9-]{1,20}$"]),
                    .query("from", "The day from which the time runs.", ApiSchemas.day, isRequired: true),
                    .query("extended", "Whether the time is extended.", ["type": "boolean", "default": false]),
                ],
                answer: ApiSchemas.reference("Due"),
                access: .open { request, context in
                    guard let from = try Self.day("from", of: request) else {
                        throw ApiProblem(.badRequest, "The day from is needed.")
                    }
                    let id = RuleID(context.parameters.get("rule") ?? "")
                    let isExtended = request.uri.queryParameters["extended"] == "true"
                    guard let rule = rooms.law.rule(id, on: from) else {
                        throw ApiProblem(.badRequest, "No such rule.")
                    }
                    let term = rooms.law.term(id, from: from, extended: isExtended)
                    return JSONAnswer.bytes(
                        JsonTree.object([
                            "rule": .text("\(id)"), "from": .day(from), "due": term.map { .day($0.due) } ?? .null,
                            "citation": .text(term?.citation ?? rule.citation),
                        ]).bytes
                    )
                }
            ),
        ]
    }

    private static func day(_ name: String, of request: Request) throws -> CalendarDay? {
        guard let text = request.uri.queryParameters[name[...]] else { return nil }
        guard let day = try? CalendarDay(parsing: text) else {
            throw ApiProblem(.badRequest, "The day \(name) is written YYYY-MM-DD.")
        }
        return day
    }
}

extension Rule {
    fileprivate var json: JsonTree {
        .object([
            "id": .text("\(id)"),
            "citation": .text(citation),
            "title": .text(title(in: "nb")),
            "holder": .text(holder.rawValue),
            "validFrom": .day(validFrom),
            "validTo": validTo.map(JsonTree.day),
        ])
    }
}
