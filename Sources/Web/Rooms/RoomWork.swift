import Assistance
import Exchange
import Law
import Office

/// A form of a referral or of places as far as it is filled in, and where it stands.
struct RoomWork: Sendable {
    /// The name of what a page posts unseen: what the form was opened for.
    private static let about = "about"

    let form: CommandForm
    /// Where the form posts to.
    let path: String
    let back: Link
    /// Whose it is or what it is about, above the heading.
    let subject: String
    var values = CommandValues()
    /// The idempotency key.
    var key: String
    var references = CaseReferences()
    /// Organisations to choose from, where the form asks for one.
    var organisations: [(value: String, label: String)] = []
    /// What is known already, beside the form.
    var context: [Fact] = []
    var warnings: [String] = []
    /// What a link opened the form for, by one of its references; tells the draft from others of the same form.
    var matter: DraftMatter?
    var savedAt: Instant?

    var secrets: [HiddenField] {
        matter.map { [HiddenField(name: Self.about, value: "\($0)")] } ?? []
    }

    /// Everything that a draft keeps.
    var draftFields: [String: [String]] {
        var fields = ["key": [key]]
        for field in form.fields where !values[field.name].isEmpty { fields[field.name] = values[field.name] }
        return fields
    }

    /// Goes on with a draft where it was left; its key is its own, so that what was sent already is not sent twice.
    mutating func goOn(_ draft: Draft) {
        key = draft.fields["key"]?.first ?? key
        for field in form.fields { values[field.name] = draft.fields[field.name] ?? [] }
        savedAt = draft.line.savedAt
    }

    /// Takes what a page of ours has posted.
    mutating func take(_ posted: PostedForm) {
        values = CommandValues(form, posted: posted.fields)
        matter = DraftMatter(form, posted[Self.about])
    }

    /// Fills in a new form: today, what a link has chosen, what can be meant in one way only.
    ///
    /// - Parameters:
    ///   - today: The day that is proposed for what has just happened.
    ///   - known: What the referral tells already.
    ///   - given: What a link has chosen, by field: codes, ids, days and names of places.
    mutating func open(today: CalendarDay, known: [String: String], given: (String) -> String?) {
        for field in form.fields {
            switch field.kind {
            case .reference(let target):
                let only = field.need == .required ? references.only(target).map { "\($0)" } : nil
                values.set(field.name, given(field.name) ?? only)
            case .code(let list):
                values.set(field.name, given(field.name).flatMap { list.codes.contains($0) ? $0 : nil })
            case .day:
                let day = given(field.name).flatMap { try? CalendarDay(parsing: $0) }.map { "\($0)" }
                values.set(field.name, day ?? (field.name == "on" ? "\(today)" : nil))
            case .place: values.set(field.name, given(field.name).flatMap { PlaceID($0) }?.text)
            default: break
            }
            if values[field.name].isEmpty { values.set(field.name, known[field.name]) }
        }
    }
}
