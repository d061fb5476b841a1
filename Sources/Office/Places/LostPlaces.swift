import Assistance
import Law

/// A referral of which a place that was held could not be had (tapt plass), and what tells whether the child still waits
/// for another.
struct LostPlaces: Hashable, Sendable {
    private let shared: SharedReferral
    private let holds: [ReferralFacts]

    init(_ shared: SharedReferral, _ holds: [ReferralFacts]) {
        self.shared = shared
        self.holds = holds
    }

    /// Since when each of the places is lost on whose days the child lives there, or is to.
    func since(now: Instant) -> [Instant] {
        HoldCare(shared, holds, now: now, today: OsloTime.day(at: now)).lost.map { lost in
            holds.first { $0.id == lost.id }?.messages.last?.recordedAt ?? lost.askedAt
        }
    }
}

extension UnitState {
    /// The referrals of which a place could not be had, by the last word of its owner.
    var lostPlaces: [LostPlaces] {
        let lost = referrals.lazy.filter { stored in
            guard !stored.isReferral, case .lost? = stored.facts.hold(at: .earliest)?.state else { return false }
            return true
        }
        return Set(lost.compactMap(\.facts.link)).sorted().compactMap { id in
            referral(id).map { LostPlaces($0.shared, holds(forReferral: id).map(\.facts)) }
        }
    }
}
