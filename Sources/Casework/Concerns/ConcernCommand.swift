package import Law

/// What somebody in the service wants to do with a report of concern.
package enum ConcernCommand: Hashable, Sendable {
    /// Read it for the first time.
    case open
    /// Say that the child has this number.
    case match(PersonNumber)
    /// Say that no number could be found, and what was tried.
    case giveUpMatching(reason: String)
    /// Say whether it needs somebody at once.
    case setUrgency(Bool)

    /// Why it was not done, in terms that the caseworker can act on.
    package enum Refusal: Error, Hashable, Sendable {
        /// The child has a number already; a wrong one is corrected in the case.
        case alreadyIdentified
        /// Somebody has opened it before; nothing is wrong, and nothing is written twice.
        case alreadyOpened
        /// The mark is what it should become.
        case unchanged
        /// A reason is demanded and empty.
        case reasonMissing
    }

    /// What happens if the command is carried out on these facts; pure.
    package func decide(on facts: ConcernFacts) -> Result<ConcernEvent, Refusal> {
        switch self {
        case .open:
            return facts.openedBy == nil ? .success(.opened) : .failure(.alreadyOpened)
        case .match(let number):
            switch facts.identity {
            case .numbered, .matched: return .failure(.alreadyIdentified)
            case .missing, .notFound, .unborn: return .success(.childMatched(number))
            }
        case .giveUpMatching(let reason):
            switch facts.identity {
            case .numbered, .matched: return .failure(.alreadyIdentified)
            case .missing, .notFound, .unborn: break
            }
            let isEmpty = reason.allSatisfy(\.isWhitespace)
            return isEmpty ? .failure(.reasonMissing) : .success(.childNotFound(reason: reason))
        case .setUrgency(let urgent):
            return facts.isUrgent == urgent ? .failure(.unchanged) : .success(.urgencySet(urgent))
        }
    }
}
