/// A step towards aftercare (ettervern, § 3-6).
package struct AftercareFacts: Hashable, Sendable {
    /// What was done or answered; the raw value is what a snapshot keeps.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// The service has asked, before the age of eighteen, whether measures shall go on.
        case contacted = 0
        /// Offered and accepted.
        case accepted = 1
        /// Declined: the young person wants another measure.
        case declinedForOther = 2
        /// Declined: the young person wants none.
        case declined = 3
    }

    /// What was done or answered.
    package var kind: Kind
    /// The entry, with the day from which it counts.
    package var at: Dated

    package init(kind: Kind, at: Dated) {
        self.kind = kind
        self.at = at
    }
}
