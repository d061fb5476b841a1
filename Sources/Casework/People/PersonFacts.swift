package import Law

/// The child of a case, as far as rules and lists need to know it.
package struct ChildFacts: Hashable, Sendable {
    /// The child among the people of the case.
    package var person: RecordID
    /// The day of birth; `nil` where nobody knows it and for the unborn.
    package var birthDay: CalendarDay?
    /// The day on which an unborn child is expected.
    package var expectedOn: CalendarDay?
    /// Whether the child is not born yet.
    package var isUnborn: Bool
    /// Whether the service knows the child's number; the number itself stays in the journal.
    package var hasNumber: Bool
    /// The entry in which the number was found, where it came after the entry that tells who the child is.
    package var numberEntry: Int?

    package init(
        person: RecordID,
        birthDay: CalendarDay?,
        expectedOn: CalendarDay?,
        isUnborn: Bool,
        hasNumber: Bool,
        numberEntry: Int?
    ) {
        self.person = person
        self.birthDay = birthDay
        self.expectedOn = expectedOn
        self.isUnborn = isUnborn
        self.hasNumber = hasNumber
        self.numberEntry = numberEntry
    }
}

/// Somebody in a case: where the journal tells who, and whether the address is hidden.
package struct PersonFacts: Hashable, Sendable {
    /// The person within the case.
    package var id: RecordID
    /// The newest entry that tells who it is.
    package var entry: Int
    /// Whether the address is hidden.
    package var hasHiddenAddress: Bool

    package init(id: RecordID, entry: Int, hasHiddenAddress: Bool) {
        self.id = id
        self.entry = entry
        self.hasHiddenAddress = hasHiddenAddress
    }
}

/// How somebody is tied to the child, with its days.
package struct RelationFacts: Hashable, Sendable {
    /// What the person is to the child.
    package var relation: Relation
    /// Since when, and where that stands.
    package var from: Dated
    /// The first day on which it is so no longer; `nil` while it lasts.
    package var until: CalendarDay?

    package init(relation: Relation, from: Dated, until: CalendarDay?) {
        self.relation = relation
        self.from = from
        self.until = until
    }
}
