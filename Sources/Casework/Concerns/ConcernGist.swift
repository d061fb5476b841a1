package import Law

/// What a list needs of a report of concern: no name and no free text, so that it can be read without them.
package struct ConcernGist: Hashable, Sendable {
    /// Whether a public body reports.
    package var isPublic: Bool
    /// Whether somebody in the service wrote it down.
    package var isTypedIn: Bool
    /// What is known of the child.
    package var identity: ConcernFacts.Identity
    /// How many other children the same message names.
    package var otherChildren: Int
    /// Four digits: where it was addressed.
    package var municipality: String
    /// When the sender says that it was sent.
    package var sentAt: Instant?
    /// The message as it was received; `nil` where it was typed in.
    package var rawID: RecordID?
    /// Whether it needs somebody at once.
    package var isUrgent: Bool
    /// When it reached us, or somebody in the service was told.
    package var receivedAt: Instant

    package init(
        isPublic: Bool,
        isTypedIn: Bool,
        identity: ConcernFacts.Identity,
        otherChildren: Int,
        municipality: String,
        sentAt: Instant?,
        rawID: RecordID?,
        isUrgent: Bool,
        receivedAt: Instant
    ) {
        self.isPublic = isPublic
        self.isTypedIn = isTypedIn
        self.identity = identity
        self.otherChildren = otherChildren
        self.municipality = municipality
        self.sentAt = sentAt
        self.rawID = rawID
        self.isUrgent = isUrgent
        self.receivedAt = receivedAt
    }
}

extension ConcernFacts.Identity {
    /// What is known of the child when the report comes in.
    package init(hasNumber: Bool, isUnborn: Bool) {
        self = hasNumber ? .numbered : isUnborn ? .unborn : .missing
    }
}

extension ReceivedConcern {
    /// What a list needs of it.
    package var gist: ConcernGist {
        let isPublic = if case .publicBody = concern.origin { true } else { false }
        return ConcernGist(
            isPublic: isPublic,
            isTypedIn: channel == .typedIn,
            identity: .init(hasNumber: concern.child.number != nil, isUnborn: concern.child.isUnborn),
            otherChildren: concern.otherChildren,
            municipality: concern.address.municipality,
            sentAt: concern.sentAt,
            rawID: rawID,
            isUrgent: isUrgent,
            receivedAt: receivedAt
        )
    }
}
