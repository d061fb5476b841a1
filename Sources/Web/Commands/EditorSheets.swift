import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Office

/// The pages of an editor: the form, what is about to be written, and what others have written in the meantime.
struct EditorSheets: Sendable {
    let pages: PageDesk

    /// What is to be told beside the form.
    struct Remarks: Sendable {
        var faults: [FieldFault] = []
        var problems: [String] = []
        /// The field that the office has refused, and why.
        var field: (name: String, problem: String)?

        var isEmpty: Bool { faults.isEmpty && problems.isEmpty && field == nil }
    }

    /// The form with what is filled in.
    ///
    /// `status` is 422 where something is wrong and nothing else is said.
    func form(
        _ context: SignedInContext,
        _ subject: EditorSubject,
        _ work: EditorWork,
        _ remarks: Remarks = Remarks(),
        status: HTTPResponse.Status? = nil
    ) throws -> Response {
        let catalog = pages.catalog(context.visit)
        let words = CommandWords(form: work.form, catalog: catalog)
        let controls = CommandFields(
            words: words,
            values: work.values,
            faults: remarks.faults,
            refused: remarks.field,
            references: subject.references
        )
        let page = EditorPage(
            frame: pages.frame(context.visit, nil, at: subject.path),
            back: Link(label: subject.title, path: subject.backPath),
            subject: subject.title,
            title: work.corrects == nil ? words.title : catalog.text("command.correct.title"),
            lead: work.corrects == nil ? words.lead : catalog.text("command.correct.lead"),
            citation: Link(label: Citation.tied(work.form.citation), path: "/lovverk"),
            more: otherWay(subject, work, catalog),
            warnings: remarks.problems,
            groups: [EditorPage.Group(fields: controls.fields + fieldsBeside(work, remarks.faults, catalog))],
            form: FormTarget(path: "\(subject.path)/\(work.form.id)", key: work.key),
            hidden: work.secrets,
            saved: work.savedAt.map(pages.phrases(context.visit).stamp),
            buttons: [
                EditorPage.Button(.preview, isMain: true, catalog), EditorPage.Button(.draft, catalog),
            ]
        )
        return try pages.show(page, context.visit, status: status ?? (remarks.isEmpty ? .ok : .unprocessableContent))
    }

    /// What is about to be written.
    func preview(_ context: SignedInContext, _ subject: EditorSubject, _ work: EditorWork) throws -> Response {
        let catalog = pages.catalog(context.visit)
        let words = CommandWords(form: work.form, catalog: catalog)
        let controls = CommandFields(words: words, values: work.values, references: subject.references)
        let page = PreviewPage(
            frame: pages.frame(context.visit, nil, at: subject.path),
            words: PreviewPage.Words(
                kicker: catalog.text("preview.title"),
                lead: catalog.text("preview.lead"),
                heading: catalog.text("preview.written")
            ),
            back: Link(label: subject.title, path: subject.backPath),
            subject: subject.title,
            title: words.title,
            citation: Link(label: Citation.tied(work.form.citation), path: "/lovverk"),
            facts: controls.facts + factsBeside(work, catalog),
            consequences: work.newCase?.concern == nil ? [] : [catalog.text("newCase.consequence")],
            warnings: [],
            form: FormTarget(path: "\(subject.path)/\(work.form.id)", key: work.key),
            hidden: work.secrets + controls.hidden + work.besides,
            buttons: [
                EditorPage.Button(.send, isMain: true, catalog), EditorPage.Button(.back, catalog),
            ]
        )
        return try pages.show(page, context.visit)
    }

    /// Both what others have written and what is about to be; `version` is the case's now.
    func changed(
        _ context: SignedInContext,
        _ subject: EditorSubject,
        _ work: EditorWork,
        _ version: Int
    ) throws -> Response {
        let phrases = pages.phrases(context.visit)
        let words = CommandWords(form: work.form, catalog: phrases.catalog)
        let controls = CommandFields(words: words, values: work.values, references: subject.references)
        var next = work
        next.seen = version
        let page = ChangedCasePage(
            frame: pages.frame(context.visit, nil, at: subject.path),
            back: Link(label: subject.title, path: subject.backPath),
            subject: subject.title,
            title: words.title,
            changes: subject.changes(since: work.seen ?? 0, pages, phrases),
            facts: controls.facts + factsBeside(work, phrases.catalog),
            form: FormTarget(path: "\(subject.path)/\(work.form.id)", key: work.key),
            hidden: next.secrets + controls.hidden + work.besides,
            saved: work.savedAt.map(phrases.stamp),
            buttons: [
                EditorPage.Button(.send, isMain: true, phrases.catalog), EditorPage.Button(.back, phrases.catalog),
            ]
        )
        return try pages.show(page, context.visit, status: .conflict)
    }

    // MARK: Beside the form's own fields

    /// Where to go instead: a child without a case gets one, an entry that should not be there is struck out.
    private func otherWay(_ subject: EditorSubject, _ work: EditorWork, _ catalog: Catalog) -> Link? {
        if let entry = work.corrects {
            return Link(
                label: catalog.text("command.withdraw.title"),
                path: "\(subject.path)/\(CorrectionRoutes.withdraw)?\(CorrectionRoutes.entry)=\(entry)"
            )
        }
        guard let id = subject.id, work.form.choosesCase else { return nil }
        return Link(label: catalog.text("newCase.link"), path: "/saker/ny?concern=\(id)")
    }

    private func fieldsBeside(_ work: EditorWork, _ faults: [FieldFault], _ catalog: Catalog) -> [Field] {
        let reason = Field(
            CommandDesk.correctionReason,
            .paragraphs,
            label: catalog.text("command.correct.correctionReason"),
            value: work.correctionReason,
            error: faults.first { $0.field == CommandDesk.correctionReason }.map { catalog.text($0.expected.textKey) }
        )
        let haste = Field(
            EditorWork.isAtOnce,
            .check,
            label: catalog.text("input.isAtOnce"),
            value: work.newCase?.isAtOnce == true ? "yes" : ""
        )
        return (work.corrects == nil ? [] : [reason]) + (work.newCase?.concern == nil ? [] : [haste])
    }

    private func factsBeside(_ work: EditorWork, _ catalog: Catalog) -> [Fact] {
        let reason = Fact(catalog.text("command.correct.correctionReason"), work.correctionReason)
        let haste = Fact(catalog.text("input.isAtOnce"), catalog.answer(true))
        return (work.corrects == nil ? [] : [reason]) + (work.newCase?.isAtOnce == true ? [haste] : [])
    }
}

extension CommandForm {
    /// Whether one of the child's cases is chosen in it.
    var choosesCase: Bool { fields.contains { $0.kind == .reference(.otherCase) } }
}
