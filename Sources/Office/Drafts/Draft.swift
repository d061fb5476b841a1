package import Law

/// A form that somebody has begun and not sent.
package struct Draft: Hashable, Sendable {
    /// What the list shows of it.
    package let line: DraftLine
    /// The fields as they were typed, by name.
    package let fields: [String: [String]]
}

/// A draft as a list shows it.
package struct DraftLine: Hashable, Sendable {
    /// The form, such as `decide`.
    package let form: String
    /// The case or report that it is about; `nil` for a new case.
    package let subject: RecordID?
    /// What in it the form was opened for; `nil` for the form as such.
    package let matter: DraftMatter?
    /// When it was last saved.
    package let savedAt: Instant
    /// The version of the case that its writer had before their eyes.
    package let seen: Int?
}

/// What a form was opened for, by the field that names it: one decision of several, one entry that is corrected.
///
/// Two decisions of a case have a draft each, and neither stands in for the other.
package struct DraftMatter: Hashable, Sendable, CustomStringConvertible {
    /// The field of the form that names it.
    package let field: String
    /// What the field holds.
    package let value: String

    package init(field: String, value: String) {
        self.field = field
        self.value = value
    }

    /// As an address names it.
    package var description: String { "\(field)=\(value)" }
}
