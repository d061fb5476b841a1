/// What is done so that a young person is not left alone at 18 (ettervern, § 3-6).
package enum AftercareStep: Hashable, Sendable {
    /// The service has made contact in good time before the birthday.
    case contacted(text: String)
    /// Offered and accepted (1).
    case accepted(text: String)
    /// Offered and declined; the young person wants another measure (2).
    case declinedForOther(text: String)
    /// The young person wants no more measures (3); may change their mind until 25.
    case declined(text: String)
}
