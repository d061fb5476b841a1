package import Law

/// The child of a case, as far as rules and lists need to know it.
package struct ChildFacts: Hashable, Sendable {
    package var person: RecordID
    package var birthDay: CalendarDay?
    package var expectedOn: CalendarDay?
    package var isUnborn: Bool
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
    package var id: RecordID
    /// The newest entry that tells who it is.
    package var entry: Int
    package var hasHiddenAddress: Bool

    package init(id: RecordID, entry: Int, hasHiddenAddress: Bool) {
        self.id = id
        self.entry = entry
        self.hasHiddenAddress = hasHiddenAddress
    }
}

/// How somebody is tied to the child, with its days.
package struct RelationFacts: Hashable, Sendable {
    package var relation: Relation
    package var from: Dated
    package var until: CalendarDay?

    package init(relation: Relation, from: Dated, until: CalendarDay?) {
        self.relation = relation
        self.from = from
        self.until = until
    }
}
