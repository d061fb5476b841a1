package import Exchange

/// What a service says of itself in every message: who it is, and whom to ask.
package struct ReferralService: Hashable, Sendable {
    /// Nothing as long as nobody has entered the organisation number.
    package var party: MessageParty?
    /// The caseworker, and the leader as the alternative; nothing as long as either lacks a telephone or an address.
    package var contacts: MessageHeader.Contacts?

    package init(party: MessageParty?, contacts: MessageHeader.Contacts?) {
        self.party = party
        self.contacts = contacts
    }
}
