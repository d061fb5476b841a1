import Law

extension AcuteAnswer {
    /// Whether the place is in line with the request and was assessed for this child.
    var isJustifiable: Bool { accord == .inLine && assessment != nil }
}

extension AcuteRequest {
    /// The same as a referral, for the figures: wanted on the day on which the child must have a place.
    var referral: Referral {
        Referral(
            kind: kind,
            decision: DecisionBehind(
                section: section,
                status: .made,
                maker: decidedBy == .prosecutor ? .emergencyService : .municipality,
                day: OsloTime.day(at: decidedAt)
            ),
            wantedFrom: OsloTime.day(at: neededBy)
        )
    }
}
