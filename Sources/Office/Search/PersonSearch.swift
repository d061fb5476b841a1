package import Casework
package import Law

/// By what somebody looks for a person.
package enum PersonQuery: Sendable {
    /// A number, which fits one person or nobody.
    case number(PersonNumber)
    /// Words of a name, in any order and spelling.
    case name(String)
    /// A telephone number in any spelling.
    case phone(String)
}

/// A person that was found, and the case it was found in.
package struct FoundPerson: Sendable {
    /// The case it was found in.
    package let caseID: RecordID
    /// The case's child.
    package let child: ListedChild
    /// The name of whoever was found: the child, or somebody else of the case.
    package let person: String
    /// Whether it is the case's child.
    package let isChild: Bool
    /// How well the name fits; `equal` where the search was for a number or a telephone.
    package let match: NameMatch
    /// Since when there is a case.
    package let openedOn: CalendarDay
    /// Whether the case is over.
    package let isClosed: Bool
    /// Who answers for the case; `nil` where nobody does.
    package let responsible: ActorID?
    /// What the searcher is to the case: without a tie, the case opens only with a reason.
    package let tie: CaseTie
}

/// What a search found.
package struct SearchAnswer: Sendable {
    /// The best first.
    package let hits: [FoundPerson]
    /// Whether there are more than are shown.
    package let isCut: Bool
    /// Proof of the search, without which no case is opened; `nil` where it was for a telephone number.
    package let looked: LookedFirst?
}

/// Proof that somebody has looked for a child before opening a case for it, and of what they were shown.
///
/// It travels through the browser as a text that only this service can make, for this person and for a day.
package struct LookedFirst: Sendable {
    /// The text that the form carries.
    package let token: String

    /// The proof as a form carries it back; any text, which is believed only where this service has made it.
    package init(token: String) {
        self.token = token
    }
}
