/// A step towards aftercare (ettervern, § 3-6).
package struct AftercareFacts: Hashable, Sendable {
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case contacted = 0
        case accepted = 1
        case declinedForOther = 2
        case declined = 3
    }

    package var kind: Kind
    package var at: Dated

    package init(kind: Kind, at: Dated) {
        self.kind = kind
        self.at = at
    }
}
