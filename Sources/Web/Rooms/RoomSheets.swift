import Exchange
import HTTPTypes
import Hummingbird
import Law
import Office

/// The pages of a form of a referral or of places: the form, and what is about to be told.
struct RoomSheets: Sendable {
    let pages: PageDesk

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
            citation: Link(label: work.form.citation, path: "/lovverk"),
            warnings: remarks.problems + work.warnings,
            context: work.context,
            groups: [EditorPage.Group(fields: controls.fields)],
            form: FormTarget(path: work.path, key: work.key),
            hidden: work.secrets,
            saved: work.savedAt.map(pages.phrases(context.visit).stamp),
            buttons: [EditorPage.Button(.preview, isMain: true, catalog)]
                + (work.keepsDrafts ? [EditorPage.Button(.draft, catalog)] : [])
        )
        return try pages.show(page, context.visit, status: status ?? (remarks.isEmpty ? .ok : .unprocessableContent))
    }

    func preview(_ context: SignedInContext, _ work: RoomWork) throws -> Response {
        let catalog = pages.catalog(context.visit)
        let words = CommandWords(form: work.form, catalog: catalog)
        let controls = CommandFields(
            words: words,
            values: work.values,
            references: work.references,
            organisations: work.organisations
        )
        let isMessage = work.form.feature == .referrals
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
            citation: Link(label: work.form.citation, path: "/lovverk"),
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
    func answer(
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
