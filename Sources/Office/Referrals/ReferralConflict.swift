import Assistance
import Casework
package import Law

/// Saying that somebody of a region has a conflict of interest in a referral (inhabilitet), or has none any longer.
///
/// Source: forvaltningsloven chapter II, as in a municipality's case.
package enum ReferralConflict: Hashable, Sendable {
    /// This person has one, and why.
    case declare(ActorID, reason: String)
    /// This person has none any longer, and why.
    case lift(ActorID, reason: String)

    /// What happens, or why not; whoever has the conflict cannot lift it.
    func decide(on facts: ReferralFacts, by actor: ActorID) -> Result<ReferralEvent, CommandRefusal> {
        guard facts.side == .state else { return .failure(.assistance(.notYours)) }
        guard !facts.conflicts.contains(actor) else { return .failure(.case(.hasConflictOfInterest)) }
        switch self {
        case .declare(let officer, let reason):
            guard !facts.conflicts.contains(officer) else { return .failure(.case(.alreadyDone)) }
            return Self.told(reason, .conflictDeclared(officer, reason: reason))
        case .lift(let officer, let reason):
            guard facts.conflicts.contains(officer) else { return .failure(.case(.unknown)) }
            return Self.told(reason, .conflictLifted(officer, reason: reason))
        }
    }

    private static func told(_ reason: String, _ event: ReferralEvent) -> Result<ReferralEvent, CommandRefusal> {
        reason.allSatisfy(\.isWhitespace) ? .failure(.case(.reasonMissing)) : .success(event)
    }
}
