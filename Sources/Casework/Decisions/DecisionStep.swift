package import Law

/// What happens to a decision after it is made.
package enum DecisionStep: Hashable, Sendable {
    /// A part that was missing in an acute decision follows.
    case completed(Decision.Part, String)
    /// Carried out (iverksatt).
    case implemented
    /// Sent to the tribunal for control (§ 14-22).
    case sentToTribunal
    /// The tribunal's leader has controlled the acute decision (§ 14-22): upheld or not.
    case controlled(upheld: Bool)
    /// The petition is sent to the tribunal (begjæring).
    case petitionSent
    /// Somebody consents afterwards.
    case consentAdded(Consent)
    /// A consent is withdrawn: the placement or measure must be looked at the same day.
    case consentWithdrawn(Consent.Giver)
    /// The service has dealt with a withdrawn consent.
    case withdrawalHandled(reason: String)
    /// The tribunal's leader has extended the time for carrying it out (§ 5-2).
    case implementationExtended(until: CalendarDay, reason: String)
    /// Ended or replaced, with the reason.
    case ended(reason: String)
}

/// A complaint about a decision (klage, § 12-9).
package struct Complaint: Hashable, Sendable {
    /// The complaint's own name.
    package var id: RecordID
    /// The decision that somebody complains of.
    package var decision: RecordID
    /// Whether it goes to the tribunal instead of the county governor (moving the child, §§ 5-5 and 14-8; acute decisions,
    /// § 14-23).
    package var goesToTribunal: Bool
    /// What the complaint says, in the service's own words.
    package var text: String

    package init(id: RecordID, decision: RecordID, goesToTribunal: Bool, text: String) {
        self.id = id
        self.decision = decision
        self.goesToTribunal = goesToTribunal
        self.text = text
    }
}

/// A private party demands that something be changed (§ 14-8): the municipality must bring it to the tribunal.
package struct PartyDemand: Hashable, Sendable {
    /// The demand's own name.
    package var id: RecordID
    /// What is demanded, in the service's own words.
    package var text: String
    /// Whether special circumstances give six months instead of three.
    package var isExtended: Bool

    package init(id: RecordID, text: String, isExtended: Bool) {
        self.id = id
        self.text = text
        self.isExtended = isExtended
    }
}
