import Law

/// The days of one referral, sorted by what they are.
struct ReferralDays {
    /// Past the wanted date, whoever holds things up.
    let gross: DaySet
    /// Of these, those that lie with somebody else.
    let apart: [DelaySide: DaySet]
    /// Of these, those that lie with nobody else.
    let net: DaySet
    /// Those of the net days on which the state is obliged to help.
    let owed: DaySet

    init(_ referral: SharedReferral, today: CalendarDay) {
        let ends = [today, referral.end?.day, referral.fulfilment?.started].compactMap(\.self)
        let limit = ends.min() ?? today
        let stopped = DaySet(referral.stopping.flatMap(\.days.spans))
        var wanted: [DaySpan] = []
        var owed: [DaySpan] = []
        var held: [DelaySide: [DaySpan]] = [:]
        for (version, next) in zip(referral.versions, referral.versions.dropFirst().map(Optional.some) + [nil]) {
            let span = DaySpan(from: version.day, until: next?.day)
            if let from = version.referral.wantedFrom {
                wanted.append(DaySpan(from: max(from, version.day), until: next?.day))
            }
            if version.referral.basis.isDuty { owed.append(span) }
            if let wait = version.referral.decision?.wait(from: version.day) {
                let days = DaySet([wait.span]).intersection(DaySet([span]))
                held[wait.side, default: []] += days.spans
            }
        }
        for delay in referral.delays { held[delay.value.side, default: []].append(delay.value.span) }
        let gross = DaySet(wanted).before(limit).subtracting(stopped)
        let apart = held.mapValues { DaySet($0).intersection(gross) }.filter { !$0.value.isEmpty }
        self.gross = gross
        self.apart = apart
        net = gross.subtracting(DaySet(apart.values.flatMap(\.spans)))
        self.owed = net.intersection(DaySet(owed))
    }
}

extension DecisionBehind {
    /// The days on which there is no decision to act on, and whose they are.
    ///
    /// - Parameter day: The day from which the request says so.
    /// - Returns: Nothing where there is nothing to wait for.
    fileprivate func wait(from day: CalendarDay) -> (side: DelaySide, span: DaySpan)? {
        switch status {
        case .waitsForMeasure: nil
        case .awaitsTribunal: (.tribunal, DaySpan(from: day, until: nil))
        case .made:
            self.day.flatMap { made in
                guard made > day else { return nil }
                let side: DelaySide = maker == .tribunal || maker == .court ? .tribunal : .municipality
                return (side, DaySpan(from: day, until: made))
            }
        }
    }
}
