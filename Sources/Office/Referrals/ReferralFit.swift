import Casework
package import Exchange
import Law

/// Whether a referral of a type is one to think of in a case, by decision and age.
///
/// It only puts the types in order: whoever knows the child may choose any of them.
package struct ReferralFit: Hashable, Sendable {
    /// Which of the six referrals.
    package let type: MessageType
    /// Whether the case has a decision that such a referral rests on, or waits for one.
    package let hasDecision: Bool
    /// Whether the child has the age for it.
    package let isOfAge: Bool

    /// Whether it belongs among those that are offered first.
    package var isFirst: Bool { hasDecision && isOfAge }

    /// How a type fits the child and the case.
    package init(_ type: MessageType, _ record: ReferralCase) {
        self.type = type
        let decision = record.decision(for: type)
        hasDecision =
            switch type {
            // Nobody needs a decision to bring a family together; it follows what is being worked on.
            case .familyCouncil: record.facts.decisions.contains { $0.endOfForce(by: record.today) == nil }
            case .fosterHome, .institution, .healthAssessment:
                decision.map { $0.kind != .helpMeasure || record.livesAway } ?? (record.petition != nil)
            default: decision != nil
            }
        isOfAge = Self.ages(type).contains(record.age)
    }

    /// The types in the order in which a case offers them: those that fit first.
    package static func ordered(_ record: ReferralCase) -> [ReferralFit] {
        let all = MessageType.allCases.filter(\.isReferral).map { ReferralFit($0, record) }
        return all.filter(\.isFirst) + all.filter { !$0.isFirst }
    }

    /// Whole years, both ends included; -1 is not born yet.
    ///
    /// Source: §§ 1-2, 3-6 and 6-1; § 16-3 fourth paragraph on centres for parents and small children.
    private static func ages(_ type: MessageType) -> ClosedRange<Int> {
        switch type {
        case .familyCentre: -1...6
        case .institution: 12...24
        case .fosterHome, .familyCouncil: -1...24
        case .homeMeasure: 0...24
        default: 0...17
        }
    }
}

extension ReferralCase {
    /// Whole years today; -1 for the unborn, and 0 where nobody knows.
    package var age: Int {
        if facts.child.isUnborn { return -1 }
        guard let birth = facts.child.birthDay ?? child.knownBirthDay else { return 0 }
        let hadBirthday = (today.month, today.day) >= (birth.month, birth.day)
        return max(0, today.year - birth.year - (hadBirthday ? 0 : 1))
    }

    /// Whether the child lives outside its home.
    var livesAway: Bool { facts.measures.contains { $0.placement != nil && $0.ended == nil } }
}
