package import Law

/// How somebody is tied to the child (relasjon), from a day until it ends.
package struct Relation: Hashable, Sendable {
    /// What the person is to the child.
    package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// A parent by law (mor).
        case mother = 1
        /// A parent by law (far).
        case father = 2
        /// Another parent by law, such as a co-mother (medmor) or adoptive parent.
        case parent = 3
        /// Appointed by a public body (verge).
        case guardian = 4
        /// A sister or brother, half or whole (søsken).
        case sibling = 5
        /// A parent's partner (steforelder).
        case stepParent = 6
        /// A grandmother or grandfather (besteforelder).
        case grandparent = 7
        /// Anybody else of the family.
        case otherFamily = 8
        /// Looks after the child in a foster home (fosterforelder).
        case fosterParent = 9
        /// Somebody that the child trusts and may bring along (tillitsperson).
        case trustedPerson = 10
        /// Speaks for a party (advokat).
        case lawyer = 11
        /// Somebody who meets the child at work: a teacher, a doctor, an expert (fagperson).
        case professional = 12
        /// Anybody else whom the child or the family leans on (nettverk).
        case network = 13
    }

    /// The person, an identity within the case.
    package var person: RecordID
    /// What the person is to the child.
    package var kind: Kind
    /// Whether the person has parental responsibility (foreldreansvar).
    package var hasResponsibility: Bool
    /// Whether the person lives where the child lives.
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
