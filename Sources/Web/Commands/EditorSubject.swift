import Casework
import Exchange
import Law
import Office

/// What an editor writes about: a case, or a report.
struct EditorSubject: Sendable {
    let id: RecordID
    /// The child's name, or the word for a child without one.
    let title: String
    let path: String
    /// `nil` for a report.
    let opened: OpenedCase?
    let references: CaseReferences

    var version: Int? { opened?.facts.version }

    /// A report.
    init(_ id: RecordID, _ child: String, _ phrases: PagePhrases) {
        self.id = id
        title = child.isEmpty ? phrases.catalog.text("editor.noName") : child
        path = "/concerns/\(id)"
        opened = nil
        references = CaseReferences()
    }

    /// A case, with everybody who works in its service.
    init(_ opened: OpenedCase, workers: [Person], _ phrases: PagePhrases) {
        id = opened.facts.id
        title = opened.child.person.name.isEmpty ? phrases.catalog.text("editor.noName") : opened.child.person.name
        path = "/saker/\(opened.facts.id)"
        self.opened = opened
        let everybody = [opened.child] + opened.people
        var references = CaseReferences(
            opened.facts,
            names: Dictionary(everybody.map { ($0.facts.id, $0.person.name) }, uniquingKeysWith: { first, _ in first }),
            concerns: opened.concerns.map {
                CaseReferences.Target(id: $0.id, label: phrases.day($0.receivedOn), isOpen: true)
            },
            phrases
        )
        references.workers = workers.map { ("\($0.id)", $0.name) }
        self.references = references
    }

    /// The day that an entry counts from.
    func day(of entry: Int) -> CalendarDay? {
        opened?.timeline.first { $0.recorded.sequence == entry }?.on
    }

    /// What has been written since a version, in the words of the forms.
    func changes(since version: Int, _ pages: PageDesk, _ phrases: PagePhrases) -> [ChangedCasePage.Change] {
        (opened?.timeline ?? []).filter { $0.recorded.sequence > version }.map { entry in
            let told = entry.recorded.told.flatMap { CommandForm.of(.inCase($0), on: entry.recorded.occurredOn) }
            let words = told.map { CommandWords(form: $0.form, catalog: phrases.catalog) }
            let facts = zip([words].compactMap(\.self), [told].compactMap(\.self)).flatMap { words, told in
                CommandFields(words: words, values: told.values, references: references).facts
            }
            return ChangedCasePage.Change(
                title: words?.title ?? phrases.catalog.text("command.correct.title"),
                person: pages.rooms.people[entry.recorded.actor]?.name ?? entry.recorded.actor.name,
                when: phrases.stamp(entry.recorded.recordedAt),
                text: facts.map { "\($0.label): \($0.text.joined(separator: " "))" }
            )
        }
    }
}

/// One form as far as it is filled in, with what travels unseen.
struct EditorWork: Sendable {
    let form: CommandForm
    var values = CommandValues()
    /// The idempotency key; the same from the first page to the last.
    let key: String
    /// The case's version that the writer has seen.
    var seen: Int?
    /// The entry that is corrected.
    var corrects: Int?
    var correctionReason = ""
    var savedAt: Instant?

    /// A new form.
    init(form: CommandForm, key: String, seen: Int?) {
        self.form = form
        self.key = key
        self.seen = seen
    }

    /// What a page of ours has posted.
    init(form: CommandForm, _ posted: PostedForm) {
        self.init(form: form, key: posted.key, seen: Int(posted["seen"]))
        values = CommandValues(form, posted: posted.fields)
        corrects = Int(posted[EditorRoutes.corrects])
        correctionReason = posted[CommandDesk.correctionReason]
    }

    /// A draft that goes on where it was left; its key is its own, so that what was sent already is not sent twice.
    init(form: CommandForm, _ draft: Draft, otherwise work: EditorWork) {
        self.init(form: form, key: draft.fields["key"]?.first ?? work.key, seen: draft.line.seen ?? work.seen)
        for field in form.fields { values[field.name] = draft.fields[field.name] ?? [] }
        corrects = draft.fields[EditorRoutes.corrects]?.first.flatMap { Int($0) }
        correctionReason = draft.fields[CommandDesk.correctionReason]?.first ?? ""
        savedAt = draft.line.savedAt
    }

    /// Everything that a draft keeps.
    var draftFields: [String: [String]] {
        var fields = ["key": [key]]
        for field in form.fields where !values[field.name].isEmpty { fields[field.name] = values[field.name] }
        if let corrects { fields[EditorRoutes.corrects] = ["\(corrects)"] }
        if !correctionReason.isEmpty { fields[CommandDesk.correctionReason] = [correctionReason] }
        return fields
    }

    /// What every page of the form posts unseen.
    var secrets: [HiddenField] {
        [
            seen.map { HiddenField(name: "seen", value: "\($0)") },
            corrects.map { HiddenField(name: EditorRoutes.corrects, value: "\($0)") },
        ].compactMap(\.self)
    }

    /// The reason for a correction, where no field shows it.
    var reasonField: [HiddenField] {
        corrects == nil ? [] : [HiddenField(name: CommandDesk.correctionReason, value: correctionReason)]
    }

    var envelope: CommandDesk.Envelope {
        CommandDesk.Envelope(key: key, seen: seen, corrects: corrects, correctionReason: correctionReason)
    }

    /// What is wrong with the form by itself; `nil` where nothing is.
    func faults(_ subject: EditorSubject) -> [FieldFault]? {
        var faults: [FieldFault] = []
        let stored = FormContext.StoredFile(mediaType: "", size: 0, digest: [])
        let context = FormContext(
            id: subject.id,
            concernDays: { id in
                subject.opened?.concerns.first { $0.id == id }.flatMap { concern in
                    concern.review.map { (receivedOn: concern.receivedOn, reviewedOn: $0.at.on) }
                }
            },
            file: corrects == nil ? nil : stored
        )
        if case .failure(let refusal) = form.read(values, context) { faults = refusal.faults }
        if corrects != nil, correctionReason.allSatisfy(\.isWhitespace) {
            faults.append(FieldFault(CommandDesk.correctionReason, .something))
        }
        return faults.isEmpty ? nil : faults
    }
}
