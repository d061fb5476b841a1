import Assistance
import Exchange
import HTTPTypes
import Hummingbird
import Law
import NIOCore
import Office

/// One referral, read by either level, and every form by which a level tells the other something.
struct RoomRoutes: Sendable {
    static let path = "/henvisninger/{id}/{act}"

    private let pages: PageDesk
    private let rooms: RoomDesk
    private let sheets: RoomSheets
    private var desk: ReferralDesk { pages.rooms.referrals }

    init(pages: PageDesk) {
        self.pages = pages
        rooms = RoomDesk(rooms: pages.rooms)
        sheets = RoomSheets(pages: pages)
    }

    func add(to people: RouterGroup<SignedInContext>) {
        people.get("/henvisninger/{id}", use: room)
        people.get("/henvisninger/{id}/meldinger/{message}", use: message)
        people.get("/henvisninger/{id}/meldinger/{message}/xml", use: original)
        people.get("/henvisninger/{id}/meldinger/{message}/vedlegg/{number}", use: file)
        people.submit("/henvisninger/{id}/ta", pages, use: take)
        people.submit("/henvisninger/{id}/fordel", pages, use: assign)
        people.submit("/henvisninger/{id}/inhabil", pages, use: declareConflict)
        people.submit("/henvisninger/{id}/habil", pages, use: liftConflict)
        people.submit("/henvisninger/{id}/frigi", pages, use: giveUp)
        people.get(RouterPath(Self.path), use: show)
        people.post(RouterPath(Self.path), use: submit)
    }

    // MARK: Reading

    @Sendable private func room(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let opened = try await desk.open(context.person, try context.recordID())
        return try pages.show(RoomModel(opened, pages, context).page, context.visit)
    }

    @Sendable private func message(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (opened, message) = try await found(context)
        let model = RoomModel(opened, pages, context)
        return try pages.show(model.page(of: message), context.visit)
    }

    @Sendable private func original(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (_, message) = try await found(context)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/xml",
                .contentDisposition: "attachment; filename=\"\(message.head.id).xml\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: message.bytes))
        )
    }

    @Sendable private func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let parameters = context.coreContext.parameters
        guard let message = parameters.get("message").flatMap({ RecordID($0) }),
            let number = parameters.get("number").flatMap({ Int($0) })
        else { throw Absent() }
        let file = try await desk.file(context.person, number, of: message, in: try context.recordID())
        return Response.file(file.bytes, file.mediaType, named: "vedlegg-\(number)")
    }

    private func found(_ context: SignedInContext) async throws -> (OpenedReferral, OpenedReferral.Message) {
        let opened = try await desk.open(context.person, try context.recordID())
        let id = context.coreContext.parameters.get("message").flatMap { RecordID($0) }
        guard let message = opened.messages.first(where: { $0.head.id == id }) else { throw Absent() }
        return (opened, message)
    }

    // MARK: Who handles it

    @Sendable private func take(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let holder = try? ActorID(parsing: form["holder"])
        let outcome = try await desk.take(context.person, id, from: holder, key: form.key)
        guard case .refused(.handled(by: let other?)) = outcome else {
            return try await back(to: id, outcome, form, context)
        }
        if other == context.person.id {
            return pages.redirect(to: form["return"] == "ko" ? "/ko" : "/henvisninger/\(id)")
        }
        // Nobody takes what another has without having read whose it is: the second press names them.
        let opened = try await desk.open(context.person, id)
        let page = RoomModel(opened, pages, context).takeOver(from: other, returning: form["return"])
        return try pages.show(page, context.visit, status: .conflict)
    }

    @Sendable private func assign(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let officers = desk.handlers(context.person, among: pages.rooms.people)
        guard let officer = officers.first(where: { "\($0.id)" == form["handler"] }) else {
            // Whoever may not see the referral learns nothing of what was wrong with the form.
            let opened = try await desk.open(context.person, id)
            let problem = pages.catalog(context.visit).text("room.handler.choose")
            let page = RoomModel(opened, pages, context).page(handlerProblem: problem, notice: nil)
            return try pages.show(page, context.visit, status: .unprocessableContent)
        }
        let holder = try? ActorID(parsing: form["holder"])
        let outcome = try await desk.assign(context.person, id, to: officer.id, from: holder, key: form.key)
        return try await back(to: id, outcome, form, context)
    }

    @Sendable private func declareConflict(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await note(form, context, "inhabil") { .declare($0, reason: $1) }
    }

    @Sendable private func liftConflict(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        try await note(form, context, "habil") { .lift($0, reason: $1) }
    }

    private func note(
        _ form: PostedForm,
        _ context: SignedInContext,
        _ name: String,
        _ conflict: (ActorID, String) -> ReferralConflict
    ) async throws -> Response {
        let id = try context.recordID()
        let officers = desk.handlers(context.person, among: pages.rooms.people)
        guard let officer = officers.first(where: { "\($0.id)" == form["\(name)-officer"] }) else {
            let opened = try await desk.open(context.person, id)
            let notice = pages.catalog(context.visit).text("room.conflict.choose")
            let page = RoomModel(opened, pages, context).page(handlerProblem: nil, notice: notice)
            return try pages.show(page, context.visit, status: .unprocessableContent)
        }
        let told = conflict(officer.id, form["\(name)-reason"])
        let outcome = try await desk.note(context.person, id, told, key: form.key)
        // Whoever has said it of themselves is let in no longer.
        if case .done = outcome, officer.id == context.person.id { return pages.redirect(to: "/ko") }
        return try await back(to: id, outcome, form, context)
    }

    /// On to where the form was; the referral with the reason on top where it was not done.
    private func back(
        to id: RecordID,
        _ outcome: CommandOutcome,
        _ form: PostedForm,
        _ context: SignedInContext
    ) async throws -> Response {
        let phrases = pages.phrases(context.visit)
        let notice: String
        switch outcome {
        case .done: return pages.redirect(to: form["return"] == "ko" ? "/ko" : "/henvisninger/\(id)")
        case .refused(.absent): throw Absent()
        case .refused(let refusal): notice = RoomRefusalWords.text(refusal, phrases)
        case .keyReused: notice = phrases.catalog.text("room.keyReused")
        }
        let opened = try await desk.open(context.person, id)
        let page = RoomModel(opened, pages, context).page(handlerProblem: nil, notice: notice)
        return try pages.show(page, context.visit, status: .conflict)
    }

    @Sendable private func giveUp(_ form: PostedForm, _ context: SignedInContext) async throws -> Response {
        let id = try context.recordID()
        let opened = try await desk.open(context.person, id)
        guard opened.mayChange, let hold = RecordID(form["hold"]), opened.holds.contains(where: { $0.id == hold })
        else {
            throw Absent()
        }
        let reason = pages.catalog(context.visit).text("room.hold.giveUp.reason")
        let sent = try await desk.giveUpHold(context.person, hold, because: reason, key: form.key)
        return try await back(to: id, sent.outcome, form, context)
    }

    // MARK: Forms

    private func form(_ context: SignedInContext) throws -> CommandForm {
        let name = context.coreContext.parameters.get("act")
        guard let form = CommandForm.ofReferrals.first(where: { $0.id == name }) else { throw Absent() }
        return form
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try form(context)
        let opened = try await desk.open(context.person, try context.recordID())
        let acts = acts(opened, context)
        guard acts.isOffered(form) else { throw Absent() }
        var work = work(form, acts, context, key: RandomText.hexadecimal(16))
        let query = request.uri.queryParameters
        func given(_ name: String) -> String? { query[name[...]].map(String.init) }
        work.open(today: opened.today, known: known(form, opened), given: given)
        work.matter = form.matter(given)
        let draft = try await desk.draft(context.person, form.id, in: opened.facts.id, matter: work.matter)
        if let draft { work.goOn(draft) }
        work.warnings = misfits(work.values["placeID"].first, acts)
        return try sheets.form(context, work)
    }

    @Sendable private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try form(context)
        let posted = try await PostedForm(request, token: nil, settings: pages.settings)
        let opened = try await desk.open(context.person, try context.recordID())
        guard opened.mayChange else { throw Absent() }
        let (person, id) = (context.person, opened.facts.id)
        let page = "/henvisninger/\(id)"
        let acts = acts(opened, context)
        var work = work(form, acts, context, key: posted.key)
        work.warnings = misfits(posted["placeID"], acts)
        return try await sheets.submit(
            posted,
            context,
            work,
            RoomWay(
                isDuty: opened.isDuty,
                left: page,
                keep: { try await desk.saveDraft(person, form.id, in: id, matter: $0.matter, $0.draftFields) },
                forget: { try pages.rooms.cases.removeDraft(person, form.id, about: id, matter: $0.matter) },
                refusal: { command in
                    opened.shared.refusal(of: command, by: opened.side, now: pages.rooms.environment.now())
                        ?? desk.obstacle(to: command.content, in: opened)
                },
                send: { try await rooms.tell(person, form, in: opened, $0.values, key: $0.key) },
                done: { _ in page }
            )
        )
    }

    // MARK: Parts

    private func acts(_ opened: OpenedReferral, _ context: SignedInContext) -> RoomActs {
        RoomActs(opened: opened, words: RoomWords(phrases: pages.phrases(context.visit)))
    }

    private func work(_ form: CommandForm, _ acts: RoomActs, _ context: SignedInContext, key: String) -> RoomWork {
        let opened = acts.opened
        let title = acts.words.measure(opened.shared.referral?.kind)
        var work = RoomWork(
            form: form,
            path: "/henvisninger/\(opened.facts.id)/\(form.id)",
            back: Link(label: title, path: "/henvisninger/\(opened.facts.id)"),
            subject: "\(title) · \(opened.counterpart)",
            key: key,
            references: acts.references(for: form)
        )
        if form.id == "ask-hold" {
            work.organisations = pages.rooms.places.askable(context.person).map { unit in
                let misfits = desk.misfits(of: unit.number, with: opened)
                return ("\(unit.number)", acts.words.owner(unit.name, misfits))
            }
        }
        if ["answer-offer", "answer-acute", "judge-breach", "start-stay"].contains(form.id) {
            work.context = RoomModel(opened, pages, context).known(for: form)
        }
        return work
    }

    /// What does not fit of the units that have a place, for the forms that name one: shown, and in nobody's way.
    private func misfits(_ place: String?, _ acts: RoomActs) -> [String] {
        guard acts.opened.side == .state, let place = place.flatMap({ PlaceID($0) }) else { return [] }
        return desk.owners(of: place).flatMap { unit in
            desk.misfits(of: unit.number, with: acts.opened).map { acts.words.misfit($0, of: unit.name) }
        }
    }

    /// What the referral tells already, so that nobody types it twice.
    private func known(_ form: CommandForm, _ opened: OpenedReferral) -> [String: String] {
        let referral = opened.shared.referral
        let lastDay = opened.today.adding(days: 7)
        var known: [String: String] = [
            "measureKind": referral.map { "\($0.kind)" } ?? "",
            "children": "\(opened.shared.acute?.children ?? 1)", "level": "\(AgencyLevel.regional)",
            "replyBy": "\(lastDay)", "teamAdvice": "notAsked", "isAcute": opened.shared.acute == nil ? "" : "yes",
        ]
        if form.id == "ask-hold", let wanted = referral?.wantedFrom { known["from"] = "\(max(wanted, opened.today))" }
        if form.id == "offer" {
            known["accord"] = "\(Accord.inLine)"
            known["usableFrom"] = referral?.wantedFrom.map { "\(max($0, opened.today))" }
            var answerBy = OsloTime.instant(of: lastDay, hour: 12)
            // A place that is held for this referral is the one that will be offered, for as long as it is held.
            if let held = opened.held {
                answerBy = min(answerBy, held.until)
                known["placeID"] = held.request.place.text
                known["usableFrom"] =
                    "\(max(held.request.span.from, referral?.wantedFrom ?? opened.today, opened.today))"
            }
            known["answerBy"] = answerBy.formText
        }
        if form.id == "ask-hold" {
            // So long that an offer of the place can be answered meanwhile; in acute need nobody waits for an answer.
            let days = opened.shared.acute == nil ? 8 : 3
            known["heldUntil"] = OsloTime.instant(of: opened.today.adding(days: days), hour: 16).formText
        }
        if form.id == "answer-acute" {
            known["at"] = opened.now.formText
            known["message"] = opened.shared.versions.last.map { "\($0.id)" }
            known.merge(opened.foundPlace) { $1 }
        }
        return known.filter { !$0.value.isEmpty }
    }
}

extension OpenedReferral {
    /// The newest hold that was granted and lasts.
    fileprivate var held: (request: HoldRequest, until: Instant)? {
        for hold in holds.reversed() {
            if case .granted(let until) = hold.state { return (hold.request, until) }
        }
        return nil
    }

    /// The place that was found for an acute request, as the form of the next answer takes it.
    fileprivate var foundPlace: [String: String] {
        let there = Set(shared.acutePlaces.filter { $0.lost == nil }.map(\.id))
        guard let answer = shared.acuteAnswers.last(where: { there.contains($0.id) && $0.value.place != nil }),
            let place = answer.value.place
        else { return [:] }
        let prose = messages.first { $0.head.id == answer.id }?.prose ?? Prose()
        var known = [
            "placeID": place.id.text, "ownership": "\(place.ownership)", "placeMunicipality": place.municipality.text,
            "isInOtherRegion": place.isInOwnRegion ? "" : "yes", "placeName": prose[.placeName],
            "otherRegion": prose[.otherRegion], "assessment": prose[.assessment], "departure": prose[.departure],
            "childsView": prose[.childsView], "notHeard": prose[.notHeard],
            "accord": answer.value.accord.map { "\($0)" }, "plannedEnd": answer.value.plannedEnd.map { "\($0)" },
        ].compactMapValues(\.self)
        known["heard"] = answer.value.assessment.map { $0.childHeard ? "heard" : "notHeard" }
        return known
    }
}
