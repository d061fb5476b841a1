package import Law

/// What a child's case asks of the service and of others (plikter og frister), computed from facts and law alone.
///
/// Total and pure: any facts give an answer, the same facts, law and day give the same answer. Facts that are dated after
/// the day asked about are left out, so that an earlier day shows what stood then.
package enum Duties {
    /// Every duty that a case has created, open or done: those to be done at once first, then by last day.
    ///
    /// `concerns` are the reports that belong to the case; `today` is the day as seen from which the duties stand.
    package static func of(
        _ facts: CaseFacts,
        concerns: [ConcernFacts],
        law: Lawbook,
        today: CalendarDay
    ) -> [Duty] {
        var tally = DutyTally(law: law, today: today, expecting: 4 * concerns.count + 8)
        for concern in concerns { tally.addDuties(of: concern, in: facts) }
        for index in facts.investigations.indices { tally.addDuties(ofInvestigation: index, in: facts) }
        for decision in facts.decisions { tally.addDuties(of: decision, in: facts) }
        for complaint in facts.complaints { tally.addDuties(of: complaint, in: facts) }
        for demand in facts.demands { tally.addDuty(of: demand) }
        tally.addHomes(of: facts)
        for plan in facts.plans { tally.addDuty(of: plan, in: facts) }
        tally.addAftercare(of: facts)
        for event in facts.seriousEvents { tally.addDuty(of: event, in: facts) }
        for move in facts.moves { tally.addDuty(of: move) }
        return sorted(tally.duties)
    }

    /// The duties of a report that belongs to no case.
    package static func of(loose concern: ConcernFacts, law: Lawbook, today: CalendarDay) -> [Duty] {
        var tally = DutyTally(law: law, today: today, expecting: 4)
        tally.addDuties(of: concern, in: nil)
        return sorted(tally.duties)
    }

    /// By ``Duty/place``, then by rule; equals stay in the order of the journal.
    private static func sorted(_ duties: [Duty]) -> [Duty] {
        guard duties.count > 1 else { return duties }
        let keys = duties.map(\.place)
        let order = duties.indices.sorted { left, right in
            guard keys[left] == keys[right] else { return keys[left] < keys[right] }
            let (one, other) = (duties[left].rule, duties[right].rule)
            return one == other ? left < right : one < other
        }
        return order.map { duties[$0] }
    }
}
