import Law

// Young people: contact in good time before 18, the decision, and the end at 25 (§ 3-6).
extension DutyTally {
    private static let majority = 18

    /// What is owed to a young person with measures, from the recall at 17 on.
    ///
    /// Contact is due by the last warning, half a year before the birthday; the decision by the day before it, and near from
    /// the warning on. A young person whose measures have all ended by the warning is owed nothing; measures that end in
    /// the last half-year take nothing away, for that they end at 18 is itself to be decided.
    mutating func addAftercare(of facts: CaseFacts) {
        guard let born = facts.child.birthDay, born <= today, !facts.measures.isEmpty else { return }
        let ofAge = born.adding(years: Self.majority)
        let begin = term(.aftercareRecall, from: born)?.due ?? ofAge.adding(years: -1)
        guard begin <= today else { return }
        addContact(of: facts, born: born, from: begin, to: ofAge)
        addEnd(of: facts, born: born, from: ofAge)
    }

    private mutating func addContact(
        of facts: CaseFacts,
        born: CalendarDay,
        from begin: CalendarDay,
        to ofAge: CalendarDay
    ) {
        let measures = facts.measures.filter { measure in
            guard let started = day(measure.started), started < ofAge else { return false }
            return day(measure.ended).map { $0 > begin } ?? true
        }
        guard !measures.isEmpty else { return }
        let warning = term(.aftercareWarning, from: born)?.due
        let over = end(of: measures, by: warning ?? begin) ?? facts.closedOn.map { max($0, ofAge) }
        let steps = facts.aftercare.filter { $0.at.on <= today }
        if let recall = term(.aftercareRecall, from: born) {
            let contacted = steps.map(\.at.on).min()
            let due = warning ?? ofAge
            add(recall.rule, about: .wholeCase, started: begin, due: due, metOn: contacted, over: over)
        }
        guard let decision = term(.aftercareDecision, from: born) else { return }
        let decided =
            steps.filter { $0.kind != .contacted }.map(\.at.on)
            + facts.decisions.filter { $0.kind == .aftercare }.compactMap { day($0.made) }
        add(
            decision.rule,
            about: .wholeCase,
            started: begin,
            due: decision.due,
            metOn: decided.min(),
            over: over,
            nearFrom: warning
        )
    }

    /// The day on which the last of these measures ended; `nil` where one ended later than a day, or goes on.
    private func end(of measures: [MeasureFacts], by last: CalendarDay) -> CalendarDay? {
        let ends = measures.compactMap { day($0.ended) }
        guard ends.count == measures.count else { return nil }
        return ends.max().flatMap { $0 <= last ? $0 : nil }
    }

    /// The last day of measures, for whoever still has one after 18.
    private mutating func addEnd(of facts: CaseFacts, born: CalendarDay, from ofAge: CalendarDay) {
        guard ofAge <= today else { return }
        let after = facts.measures.filter { measure in
            guard day(measure.started) != nil else { return false }
            return day(measure.ended).map { $0 >= ofAge } ?? true
        }
        guard !after.isEmpty else { return }
        // What ends on the birthday itself needs no plan for the time after it.
        addAftercarePlan(of: after.filter { day($0.ended).map { $0 > ofAge } ?? true }, from: ofAge, in: facts)
        guard let term = term(.aftercareEnd, from: born) else { return }
        let ended = after.compactMap { day($0.ended) }
        let metOn = ended.count == after.count ? ended.max() : nil
        add(term.rule, about: .wholeCase, started: ofAge, due: term.due, metOn: metOn)
    }
}
