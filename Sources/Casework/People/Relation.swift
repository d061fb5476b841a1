package import Law

/// How somebody is tied to the child (relasjon), from a day until it ends.
package struct Relation: Hashable, Sendable {
    /// What the person is to the child.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case mother = 1
        case father = 2
        /// Another parent by law, such as a co-mother (medmor) or adoptive parent.
        case parent = 3
        /// Appointed by a public body (verge).
        case guardian = 4
        case sibling = 5
        case stepParent = 6
        case grandparent = 7
        case otherFamily = 8
        case fosterParent = 9
        /// Somebody that the child trusts and may bring along (tillitsperson).
        case trustedPerson = 10
        case lawyer = 11
        case professional = 12
        case network = 13
    }

    /// The person, an identity within the case.
    package var person: RecordID
    package var kind: Kind
    /// Whether the person has parental responsibility (foreldreansvar).
    package var hasResponsibility: Bool
    package var livesWithChild: Bool
    /// Whether the person is a party to the case (part, § 12-3).
    package var isParty: Bool
    /// The sibling's own case in the same service, where there is one.
    package var siblingCase: RecordID?

    package init(
        person: RecordID,
        kind: Kind,
        hasResponsibility: Bool,
        livesWithChild: Bool,
        isParty: Bool,
        siblingCase: RecordID?
    ) {
        self.person = person
        self.kind = kind
        self.hasResponsibility = hasResponsibility
        self.livesWithChild = livesWithChild
        self.isParty = isParty
        self.siblingCase = siblingCase
    }
}
