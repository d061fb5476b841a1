import Law

extension CaseRules {
    /// Help for young people is given until 25 (§ 3-6).
    func obstacle(to step: AftercareStep) -> CaseRefusal? {
        guard !hasReached(25) else { return .notUnderThisAct }
        return switch step {
        case .contacted(let text), .accepted(let text), .declinedForOther(let text), .declined(let text): lacking(text)
        }
    }
}
