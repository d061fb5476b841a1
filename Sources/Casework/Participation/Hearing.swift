package import Law

/// The child has been heard, or has not and why (barnets medvirkning).
///
/// Source: barnevernsloven § 1-4; forskrift 2023-10-12-1631 §§ 6 and 7.
package struct Hearing: Hashable, Sendable {
    /// How the child took part; the register's codes (MedvirkningType).
    package enum Way: String, Hashable, Sendable, CaseIterable {
        /// In a conversation (1.1).
        case conversation = "1.1"
        /// Through somebody who speaks for it (1.2).
        case representative = "1.2"
        /// Through what was seen of it (1.3).
        case observation = "1.3"
        /// Through other expressions, such as drawings (1.4).
        case otherExpressions = "1.4"
    }

    /// Why a child was not heard; the first two with the register's codes.
    package enum Obstacle: UInt8, Hashable, Sendable, CaseIterable {
        /// The child was given no opportunity (2.1).
        case noOpportunity = 1
        /// The child did not wish to take part (2.2).
        case childDeclined = 2
        /// The child is too young to form a view.
        case tooYoung = 3
        /// Hearing the child would put it at risk.
        case wouldHarm = 4
    }

    /// Heard, or not and why.
    package enum Outcome: Hashable, Sendable {
        /// The child was heard; this is what must be written down.
        case heard(ChildsView)
        /// The child was not heard, and why, in the service's own words.
        case notHeard(Obstacle, reason: String)
    }

    /// Whether the child was told that it may bring somebody it trusts (§ 7).
    package enum TrustedPerson: UInt8, Hashable, Sendable, CaseIterable {
        /// The child was not told.
        case notTold = 0
        /// The child was told and wants to bring somebody.
        case toldAndWants = 1
        /// The child was told and does not want to.
        case toldAndDeclines = 2
    }

    /// The hearing's own name, by which a step points to it.
    package var id: RecordID
    /// Whether the child was heard.
    package var outcome: Outcome
    /// What the child was told of bringing somebody.
    package var trustedPerson: TrustedPerson

    package init(id: RecordID, outcome: Outcome, trustedPerson: TrustedPerson) {
        self.id = id
        self.outcome = outcome
        self.trustedPerson = trustedPerson
    }
}

/// What the regulation demands to be written down of a conversation with the child (forskrift 2023-10-12-1631 § 6).
package struct ChildsView: Hashable, Sendable {
    /// How the child took part.
    package var way: Hearing.Way
    /// 1: the information that the child was given.
    package var toldChild: String
    /// 2: what the child was heard about.
    package var heardAbout: String
    /// 3: what the child said.
    package var said: String
    /// 4: whether the child agrees with the rendering.
    package var agrees: Agreement
    /// 5: the weight that the child's view was given.
    package var weight: String
    /// What the child says is most important, in the child's own words; stands on top of every plan.
    package var mostImportant: String?

    package init(
        way: Hearing.Way,
        toldChild: String,
        heardAbout: String,
        said: String,
        agrees: Agreement,
        weight: String,
        mostImportant: String?
    ) {
        self.way = way
        self.toldChild = toldChild
        self.heardAbout = heardAbout
        self.said = said
        self.agrees = agrees
        self.weight = weight
        self.mostImportant = mostImportant
    }

    /// Whether the child agrees with how it is rendered (forskrift 2023-10-12-1631 § 6, item 4).
    package enum Agreement: Hashable, Sendable {
        /// The child agrees.
        case agrees
        /// The child wants it put differently, in these words.
        case corrected(String)
        /// The rendering has not been shown to the child, for this reason.
        case notShown(reason: String)
    }
}

/// What must not be done before the child has been heard.
package enum ParticipationMatter: UInt8, Hashable, Sendable, CaseIterable {
    /// Before a decision (vedtak).
    case decision = 1
    /// Before a plan is evaluated.
    case planEvaluation = 2
    /// Before the state is asked for something.
    case referral = 3
}

/// On what a step that needs the child's participation rests.
package enum ParticipationGround: Hashable, Sendable {
    /// The child was heard, or a reason was written down why not: the hearing's id.
    case hearing(RecordID)
    /// Done without: the reason goes to the leader and is counted.
    case overridden(reason: String)
    /// An acute decision needs none; it may follow.
    case acute
}
