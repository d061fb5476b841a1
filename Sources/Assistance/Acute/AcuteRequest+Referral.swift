import Law

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
