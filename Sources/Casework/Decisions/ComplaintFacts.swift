package import Law

/// A complaint's days (klage, § 12-9).
package struct ComplaintFacts: Hashable, Sendable {
    /// The complaint's own name.
    package var id: RecordID
    /// The decision that somebody complains of.
    package var decision: RecordID
    /// Whether the tribunal decides it, and not the county governor.
    package var goesToTribunal: Bool
    /// When it came.
    package var received: Dated
    /// When it was sent on; `nil` until then.
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
    /// The demand's own name.
    package var id: RecordID
    /// Whether special circumstances give six months instead of three.
    package var isExtended: Bool
    /// When it came.
    package var received: Dated
    /// When it was sent to the tribunal; `nil` until then.
    package var sent: Dated?

    package init(id: RecordID, isExtended: Bool, received: Dated, sent: Dated?) {
        self.id = id
        self.isExtended = isExtended
        self.received = received
        self.sent = sent
    }
}
