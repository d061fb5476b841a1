import Assistance
import Casework
import Exchange
import Law
import Office

/// One form as far as it is filled in, with what travels unseen.
struct EditorWork: Sendable {
    /// What a new case needs besides its form.
    struct NewCase: Sendable {
        /// Proof that the child was looked for.
        var looked: String
        /// The report that the case is opened for; its review is then written in the same go.
        var concern: RecordID?
        /// Whether the report had to be acted on at once.
        var isAtOnce = false
    }

    /// The names of what every page posts unseen besides the form's own fields.
    private enum Unseen {
        static let seen = "seen"
        static let about = "about"
        static let looked = "looked"
        static let concern = "concern"
    }

    /// The name of the new case's own field.
    static let isAtOnce = "isAtOnce"

    let form: CommandForm
    var values = CommandValues()
    /// The idempotency key; the same from the first page to the last.
    let key: String
    /// The case's version that the writer has seen.
    var seen: Int?
    /// The entry that is corrected.
    var corrects: Int?
    var correctionReason = ""
    /// `nil` for everything but a new case.
    var newCase: NewCase?
    /// What a link opened the form for, by one of its references.
    var about: DraftMatter?
    var savedAt: Instant?

    /// What tells the draft from other drafts of the same form in the same case.
    var matter: DraftMatter? {
        if let corrects { return DraftMatter(field: EditorRoutes.corrects, value: "\(corrects)") }
        if let concern = newCase?.concern { return DraftMatter(field: Unseen.concern, value: "\(concern)") }
        return about
    }

    /// A new form.
    init(form: CommandForm, key: String, seen: Int?) {
        self.form = form
        self.key = key
        self.seen = seen
    }

    /// What a page of ours has posted.
    init(form: CommandForm, _ posted: PostedForm) {
        self.init(form: form, key: posted.key, seen: Int(posted[Unseen.seen]))
        values = CommandValues(form, posted: posted.fields)
        corrects = Int(posted[EditorRoutes.corrects])
        correctionReason = posted[CommandDesk.correctionReason]
        about = DraftMatter(form, posted[Unseen.about])
        guard posted.has(Unseen.looked) else { return }
        newCase = NewCase(
            looked: posted[Unseen.looked],
            concern: RecordID(posted[Unseen.concern]),
            isAtOnce: posted.has(Self.isAtOnce)
        )
    }

    /// A draft that goes on where it was left; its key is its own, so that what was sent already is not sent twice.
    init(form: CommandForm, _ draft: Draft, otherwise work: EditorWork) {
        self.init(form: form, key: draft.fields["key"]?.first ?? work.key, seen: draft.line.seen ?? work.seen)
        for field in form.fields { values[field.name] = draft.fields[field.name] ?? [] }
        corrects = draft.fields[EditorRoutes.corrects]?.first.flatMap { Int($0) }
        correctionReason = draft.fields[CommandDesk.correctionReason]?.first ?? ""
        about = work.about
        savedAt = draft.line.savedAt
        // A later look is worth more than the one that the draft was begun with.
        guard let looked = work.newCase?.looked ?? draft.fields[Unseen.looked]?.first else { return }
        newCase = NewCase(
            looked: looked,
            concern: draft.fields[Unseen.concern]?.first.flatMap { RecordID($0) },
            isAtOnce: draft.fields[Self.isAtOnce] != nil
        )
    }

    /// Everything that a draft keeps.
    var draftFields: [String: [String]] {
        var fields = ["key": [key]]
        for field in form.fields where !values[field.name].isEmpty { fields[field.name] = values[field.name] }
        if let corrects { fields[EditorRoutes.corrects] = ["\(corrects)"] }
        if !correctionReason.isEmpty { fields[CommandDesk.correctionReason] = [correctionReason] }
        if let newCase {
            fields[Unseen.looked] = [newCase.looked]
            fields[Unseen.concern] = newCase.concern.map { ["\($0)"] }
            if newCase.isAtOnce { fields[Self.isAtOnce] = ["yes"] }
        }
        return fields
    }

    /// What every page of the form posts unseen.
    var secrets: [HiddenField] {
        [
            seen.map { HiddenField(name: Unseen.seen, value: "\($0)") },
            corrects.map { HiddenField(name: EditorRoutes.corrects, value: "\($0)") },
            about.map { HiddenField(name: Unseen.about, value: "\($0)") },
            newCase.map { HiddenField(name: Unseen.looked, value: $0.looked) },
            newCase?.concern.map { HiddenField(name: Unseen.concern, value: "\($0)") },
        ].compactMap(\.self)
    }

    /// What stands beside the form's own fields, where no control shows it.
    var besides: [HiddenField] {
        let reason = HiddenField(name: CommandDesk.correctionReason, value: correctionReason)
        let haste = HiddenField(name: Self.isAtOnce, value: "yes")
        return (corrects == nil ? [] : [reason]) + (newCase?.isAtOnce == true ? [haste] : [])
    }

    var envelope: CommandDesk.Envelope {
        CommandDesk.Envelope(key: key, seen: seen, corrects: corrects, correctionReason: correctionReason)
    }

    /// What is wrong with the form by itself; `nil` where nothing is.
    func faults(_ subject: EditorSubject) -> [FieldFault]? {
        var faults: [FieldFault] = []
        let stored = FormContext.StoredFile(mediaType: "", size: 0, digest: [])
        let context = FormContext(
            id: subject.id ?? RecordID(high: 0, low: 0),
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

extension DraftMatter {
    /// What a page has posted; `nil` for anything but what a field of the form can be opened for.
    init?(_ form: CommandForm, _ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let field = form.fields.first(where: { $0.name == parts[0] }),
            let value = field.kind.matter(parts[1])
        else { return nil }
        self.init(field: field.name, value: value)
    }
}

extension CommandForm {
    /// What the form is opened for, where an address names one of its references, or a place.
    func matter(_ given: (String) -> String?) -> DraftMatter? {
        for field in fields {
            if let value = given(field.name).flatMap(field.kind.matter) {
                return DraftMatter(field: field.name, value: value)
            }
        }
        return nil
    }
}

extension CommandField.Kind {
    /// What an address can name for it, so that one of several has a draft of its own.
    fileprivate func matter(_ text: String) -> String? {
        switch self {
        case .reference: RecordID(text).map { "\($0)" }
        case .place: PlaceID(text)?.text
        default: nil
        }
    }
}
