import Assistance
import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// The pages of a form of a referral or of places: the form, and what is about to be told.
struct RoomSheets: Sendable {
    let pages: PageDesk
    private var rooms: RoomDesk { RoomDesk(rooms: pages.rooms) }

    /// Answers a press on one of a form's buttons: the form again, what is about to be told, or what came of telling it.
    func submit(
        _ posted: PostedForm,
        _ context: SignedInContext,
        _ work: RoomWork,
        _ way: RoomWay
    ) async throws -> Response {
        var work = work
        work.take(posted)
        // Typed before the session was lost: shown again and told to nobody until our own page asks for it.
        guard PostedForm.matches(posted["csrf"], context.session.formToken) else {
            let back = EditorSheets.Remarks(problems: [pages.catalog(context.visit).text("kept.back")])
            return try form(context, work, back, status: .forbidden)
        }
        // Kept before anything else is looked at: whatever happens next, nothing typed is lost.
        try await way.keep(work)
        work.savedAt = pages.rooms.environment.now()
        let act = EditorPage.Button.Act(rawValue: posted["do"])
        if act == .draft { return pages.redirect(to: way.left) }
        if act == .back { return try form(context, work) }
        work.values = work.form.asked(work.values)
        guard act == .send else { return try preview(context, work, way) }
        let outcome = try await way.send(work)
        if case .done = outcome { try way.forget(work) }
        return try answer(context, work, outcome, then: way.done)
    }

    /// What is about to be told, or what is in the way: the rules are asked before anything is sent.
    private func preview(_ context: SignedInContext, _ work: RoomWork, _ way: RoomWay) throws -> Response {
        let surroundings = try rooms.context(context.person, key: work.key, isDuty: way.isDuty)
        switch work.form.read(work.values, surroundings) {
        case .failure(let refusal): return try form(context, work, EditorSheets.Remarks(faults: refusal.faults))
        case .success(let reading):
            if case .told(let command) = reading.happening, let refusal = way.refusal(command) {
                return try answer(context, work, .refused(.assistance(refusal)), then: way.done)
            }
            return try preview(context, work)
        }
    }

    func form(
        _ context: SignedInContext,
        _ work: RoomWork,
        _ remarks: EditorSheets.Remarks = EditorSheets.Remarks(),
        status: HTTPResponse.Status? = nil
    ) throws -> Response {
        let catalog = pages.catalog(context.visit)
        let words = CommandWords(form: work.form, catalog: catalog)
        let controls = CommandFields(
            words: words,
            values: work.values,
            faults: remarks.faults,
            refused: remarks.field,
            references: work.references,
            organisations: work.organisations
        )
        let page = EditorPage(
            frame: pages.frame(context.visit, nil, at: work.back.path),
            back: work.back,
            subject: work.subject,
            title: words.title,
            lead: words.lead,
            citation: Link(label: Citation.tied(work.form.citation), path: "/lovverk"),
            warnings: remarks.problems + work.warnings,
            context: work.context,
            groups: [EditorPage.Group(fields: controls.fields)],
            form: FormTarget(path: work.path, key: work.key),
            hidden: work.secrets,
            saved: work.savedAt.map(pages.phrases(context.visit).stamp),
            buttons: [EditorPage.Button(.preview, isMain: true, catalog), EditorPage.Button(.draft, catalog)]
        )
        return try pages.show(page, context.visit, status: status ?? (remarks.isEmpty ? .ok : .unprocessableContent))
    }

    private func preview(_ context: SignedInContext, _ work: RoomWork) throws -> Response {
        let catalog = pages.catalog(context.visit)
        let words = CommandWords(form: work.form, catalog: catalog)
        let controls = CommandFields(
            words: words,
            values: work.values,
            references: work.references,
            organisations: work.organisations
        )
        let isMessage = work.form.isTold
        let page = PreviewPage(
            frame: pages.frame(context.visit, nil, at: work.back.path),
            words: isMessage
                ? PreviewPage.Words(
                    kicker: catalog.text("room.preview.title"),
                    lead: catalog.text("room.preview.lead"),
                    heading: catalog.text("room.preview.sent")
                )
                : PreviewPage.Words(
                    kicker: catalog.text("preview.title"),
                    lead: catalog.text("places.preview.lead"),
                    heading: catalog.text("preview.written")
                ),
            back: work.back,
            subject: work.subject,
            title: words.title,
            citation: Link(label: Citation.tied(work.form.citation), path: "/lovverk"),
            facts: controls.facts,
            consequences: isMessage ? [catalog.text("room.preview.consequence")] : [],
            warnings: work.warnings,
            form: FormTarget(path: work.path, key: work.key),
            hidden: work.secrets + controls.hidden,
            buttons: [
                EditorPage.Button(
                    .send,
                    label: isMessage ? catalog.text("room.send") : catalog.text("places.save"),
                    isMain: true,
                    catalog
                ),
                EditorPage.Button(.back, catalog),
            ]
        )
        return try pages.show(page, context.visit)
    }

    /// What came of sending: on to the page that the form belongs to, or the form again with what is wrong.
    private func answer(
        _ context: SignedInContext,
        _ work: RoomWork,
        _ outcome: RoomDesk.Outcome,
        then path: (RecordID?) -> String
    ) throws -> Response {
        let phrases = pages.phrases(context.visit)
        switch outcome {
        case .done(let conversation, _, _): return pages.redirect(to: path(conversation))
        case .wrong(let faults): return try form(context, work, EditorSheets.Remarks(faults: faults))
        case .noCounterpart:
            let problem = phrases.catalog.text("room.noCounterpart")
            return try form(context, work, EditorSheets.Remarks(problems: [problem]))
        case .refused(.absent): throw Absent()
        case .refused(.assistance(let refusal)):
            return try form(context, work, EditorSheets.Remarks(RoomRefusalWords(refusal, work.form, phrases)))
        case .refused(.place(let refusal)):
            return try form(context, work, EditorSheets.Remarks(RoomRefusalWords(refusal, work.form, phrases)))
        case .refused(let refusal):
            let remarks = EditorSheets.Remarks(problems: [RoomRefusalWords.text(refusal, phrases)])
            return try form(context, work, remarks, status: .conflict)
        case .keyReused:
            // What was sent first stands. Whoever means this too sends it as something new, by a key of its own.
            var anew = work
            anew.key = RandomText.hexadecimal(16)
            let remarks = EditorSheets.Remarks(problems: [phrases.catalog.text("room.keyReused")])
            return try form(context, anew, remarks, status: .conflict)
        }
    }
}

/// Which way a form of a referral or of places goes.
struct RoomWay: Sendable {
    /// Whether the state is obliged to what is asked for.
    var isDuty = false
    /// The page that the form belongs to.
    let left: String
    /// Keeps what is typed.
    let keep: @Sendable (RoomWork) async throws -> Void
    /// Throws away what was kept.
    let forget: @Sendable (RoomWork) throws -> Void
    /// The rule that what is about to be told would break; `nil` for none.
    var refusal: @Sendable (ReferralCommand) -> AssistanceRefusal? = { _ in nil }
    let send: @Sendable (RoomWork) async throws -> RoomDesk.Outcome
    /// The page on which one comes out, by the referral that it belongs to.
    let done: @Sendable (RecordID?) -> String
}

extension EditorSheets.Remarks {
    /// A refusal at its field, where it has one.
    fileprivate init(_ words: RoomRefusalWords) {
        guard let field = words.field else {
            self.init(problems: [words.text])
            return
        }
        self.init(field: (field, words.text))
    }
}
