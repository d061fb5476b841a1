package import Law

/// A form that somebody has begun and not sent.
package struct Draft: Hashable, Sendable {
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
    package let savedAt: Instant
    /// The version of the case that its writer had before their eyes.
    package let seen: Int?
}
