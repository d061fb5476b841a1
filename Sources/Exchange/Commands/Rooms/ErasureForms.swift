import Law

/// Making a referral unreadable that its sender wants deleted: one person asks, another confirms.
enum ErasureForms {
    private static func form(_ id: String, isConfirmed: Bool) -> CommandForm {
        CommandForm(
            id,
            .referrals,
            "barnevernsloven § 13-1",
            [RoomEntries.reasons],
            isDated: false,
            make: { input throws(FieldFault) in
                .erasure(isConfirmed: isConfirmed, reason: try input[RoomEntries.reasons])
            },
            fill: { _ in nil }
        )
    }

    static let ask = form("ask-erasure", isConfirmed: false)
    static let confirm = form("confirm-erasure", isConfirmed: true)
}
