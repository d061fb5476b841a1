import Assistance
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// Referrals and places for people's own programs: the same steps as on the pages, under the same rights.
extension ApiRoutes {
    private static let referralID = ApiOperation.Parameter.path("id", "The referral.", ApiSchemas.id)

    // MARK: Reading

    var roomReadings: [ApiOperation] {
        [
            get(
                "queue",
                "/api/referrals",
                "The region's queue: acute ones first, then by the wanted date",
                "Queue",
                [
                    .query("standing", "Which ones.", ApiSchemas.code(QueueFilter.Standing.allCases.map(\.rawValue))),
                    .query("after", "The member `next` of the page before.", ApiSchemas.text),
                ]
            ) { request, context in
                let query = request.uri.queryParameters
                var filter = QueueFilter()
                if let text = query["standing"] {
                    guard let standing = QueueFilter.Standing(rawValue: String(text)) else {
                        throw ApiProblem(.badRequest, "No such standing.")
                    }
                    filter.standing = standing
                }
                let position = try query["after"].map { text -> QueuePosition in
                    guard let place = QueuePlace(text) else { throw ApiProblem(.badRequest, "No such place.") }
                    return .after(place)
                }
                let page = try await rooms.referrals.queue(context.person, filter, at: position ?? .start)
                return .object([
                    "total": .integer(page.total), "rows": .list(page.rows.map(\.json)),
                    "next": page.next.map { .text($0.text) },
                ])
            },
            get(
                "readCaseReferrals",
                "/api/cases/{id}/referrals",
                "The referrals of a case, newest first",
                "CaseReferrals",
                [Self.caseID]
            ) { _, context in
                let rows = try await rooms.referrals.referrals(context.person, ofCase: try context.recordID())
                return ["rows": .list(rows.map(\.json))]
            },
            get(
                "readReferral",
                "/api/referrals/{id}",
                "A referral with both figures, as either level sees it",
                "Referral",
                [Self.referralID]
            ) { _, context in
                try await rooms.referrals.open(context.person, try context.recordID()).json
            },
            get("breaches", "/api/breaches", "The region's breaches, newest first", "Breaches") { _, context in
                ["rows": .list(try await rooms.referrals.breaches(context.person).map(\.json))]
            },
            get(
                "places",
                "/api/places",
                "Places and what each is on each day",
                "PlaceBoard",
                [
                    .query("from", "The first day; today where it is left out.", ApiSchemas.day),
                    .query("unit", "The organisation number of a unit of the region.", ApiSchemas.text),
                ]
            ) { request, context in
                let query = request.uri.queryParameters
                let first = try query["from"].map { text in
                    guard let day = try? CalendarDay(parsing: text) else {
                        throw ApiProblem(.badRequest, "The day from is written YYYY-MM-DD.")
                    }
                    return day
                }
                let owners = rooms.places.owners(context.person)
                let number = query["unit"].flatMap { OrganisationNumber($0) }
                let owner = number == nil ? owners.first : owners.first { $0.number == number }
                return try await rooms.places.board(
                    context.person,
                    of: owner?.unit,
                    from: first ?? rooms.environment.today
                ).json
            },
        ]
    }

    // MARK: Writing

    var roomWritings: [ApiOperation] {
        CommandForm.ofReferrals.map { form in
            act(form, on: "/api/referrals/{id}/acts/\(form.id)", [Self.referralID]) { context, values, key in
                let opened = try await rooms.referrals.open(context.person, try context.recordID())
                guard opened.mayChange else { throw Absent() }
                return try await roomDesk.tell(context.person, form, in: opened, values, key: key)
            }
        }
            + [
                act(.askAcutely, on: "/api/cases/{id}/acute-requests", [Self.caseID]) { context, values, key in
                    let opened = try await rooms.cases.open(context.person, try context.recordID())
                    guard opened.mayChange else { throw Absent() }
                    return try await roomDesk.askAcutely(context.person, for: opened, values, key: key)
                }
            ]
            + CommandForm.ofPlaces.map { form in
                act(form, on: "/api/places/acts/\(form.id)", []) { context, values, key in
                    try await roomDesk.perform(context.person, form, values, key: key)
                }
            }
    }

    private func act(
        _ form: CommandForm,
        on path: String,
        _ parameters: [ApiOperation.Parameter],
        _ send: @escaping @Sendable (SignedInContext, CommandValues, String) async throws -> RoomDesk.Outcome
    ) -> ApiOperation {
        ApiOperation(
            id: form.id,
            method: .post,
            path: path,
            tag: form.feature.rawValue,
            summary: "\(form.id) (\(form.citation))",
            parameters: parameters,
            body: ApiOperation.Body(schema: form.schema, example: form.example),
            isCommand: true,
            answer: ApiSchemas.reference("Written"),
            access: .signedIn { request, context in
                let (key, body) = try await read(request, context)
                var faults: [FieldFault] = []
                let values = CommandValues(form, json: body.root, besides: [], faults: &faults)
                if !faults.isEmpty { throw ApiProblem(faults) }
                return try Self.answer(try await send(context, values, key))
            }
        )
    }

    private static func answer(_ outcome: RoomDesk.Outcome) throws -> Response {
        switch outcome {
        case .done(let conversation, let sequence, let repeated):
            let answer = JsonTree.object([
                "id": conversation.map(JsonTree.id), "version": .integer(sequence), "repeated": .boolean(repeated),
            ])
            return JSONAnswer.bytes(answer.bytes)
        case .wrong(let faults): throw ApiProblem(faults)
        case .refused(.absent): throw Absent()
        case .refused(let refusal): throw ApiProblem(refusal)
        case .noCounterpart: throw refused("noCounterpart", "Nobody is known to whom it would go.")
        case .keyReused: throw refused("keyReused", "The key has been used for something else.")
        }
    }

    private static func refused(_ name: String, _ text: String) -> ApiProblem {
        var problem = ApiProblem(.conflict, text)
        problem.refusal = name
        return problem
    }
}
