extension AssistanceRules {
    /// The region judges only what it is obliged to, from a day that has come, with reasons and how the child is.
    func obstacle(to statement: BreachStatement) -> AssistanceRefusal? {
        guard shared.versions.contains(where: \.referral.basis.isDuty) else { return .stateIsNotObliged }
        guard !statement.span.isEmpty, statement.span.from <= today else { return .wrongTime }
        if let refusal = lacking(.reasons) { return refusal }
        guard statement.verdict == .confirmed else { return nil }
        return lacking(.interimMeasures) ?? lacking(.childsSituation)
    }
}
