package import Law

/// A complaint's days (klage, § 12-9).
package struct ComplaintFacts: Hashable, Sendable {
    package var id: RecordID
    package var decision: RecordID
    package var goesToTribunal: Bool
    package var received: Dated
    package var forwarded: Dated?

    package init(id: RecordID, decision: RecordID, goesToTribunal: Bool, received: Dated, forwarded: Dated?) {
        self.id = id
        self.decision = decision
        self.goesToTribunal = goesToTribunal
        self.received = received
        self.forwarded = forwarded
    }
}

/// The days of a private party's demand (§ 14-8).
package struct DemandFacts: Hashable, Sendable {
    package var id: RecordID
    package var isExtended: Bool
    package var received: Dated
    package var sent: Dated?

    package init(id: RecordID, isExtended: Bool, received: Dated, sent: Dated?) {
        self.id = id
        self.isExtended = isExtended
        self.received = received
        self.sent = sent
    }
}
