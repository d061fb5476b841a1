package import Law

/// What a list needs of a report of concern: no name and no free text, so that it can be read without them.
package struct ConcernGist: Hashable, Sendable {
    package var isPublic: Bool
    package var isTypedIn: Bool
    package var identity: ConcernFacts.Identity
    package var otherChildren: Int
    package var municipality: String
    package var sentAt: Instant?
    package var rawID: RecordID?
    package var isUrgent: Bool
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
