extension AssistanceRules {
    /// Somebody tells why days were held up, of days that have come.
    func obstacle(to delay: DelayStatement) -> AssistanceRefusal? {
        haveCome(delay.span) ? lacking(.reasons) : .wrongTime
    }

    /// Whether there is a day in it, and none after today.
    private func haveCome(_ span: DaySpan) -> Bool {
        !span.isEmpty && span.from <= today && span.last.map { $0 <= today } ?? true
    }

    /// The region judges only what it is obliged to, of days that have come, with reasons and how the child is.
    func obstacle(to statement: BreachStatement) -> AssistanceRefusal? {
        guard shared.versions.contains(where: \.referral.basis.isDuty) else { return .stateIsNotObliged }
        guard haveCome(statement.span) else { return .wrongTime }
        if let refusal = lacking(.reasons) { return refusal }
        guard statement.verdict == .confirmed else { return nil }
        return lacking(.interimMeasures) ?? lacking(.childsSituation)
    }
}
