package import Assistance
package import Law

extension Observation {
    /// What a referral gives to the indicators with its figures of today; both levels' facts give the same.
    ///
    /// Counted under the service that asked. What somebody else than the state held up is in none of the figures.
    package static func of(
        _ referral: SharedReferral,
        _ figures: AssistanceFigures,
        from service: UnitID,
        today: CalendarDay
    ) -> [Observation] {
        breaches(figures, service) + waiting(figures, referral, service) + placement(referral, service, today)
    }

    /// A confirmed breach counts once, in the half-year in which its first confirmed day is.
    private static func breaches(_ figures: AssistanceFigures, _ service: UnitID) -> [Observation] {
        figures.countedBreaches.map { Observation(.dutyBreaches, of: service, on: $0.from, counts: true) }
    }

    /// A referral counts in every half-year that has a day of it past the wanted date, with its days in that half-year.
    private static func waiting(
        _ figures: AssistanceFigures,
        _ referral: SharedReferral,
        _ service: UnitID
    ) -> [Observation] {
        guard referral.versions.contains(where: \.referral.basis.isDuty) else { return [] }
        var observations: [Observation] = []
        var next = figures.daysPast.spans.first?.from
        while let day = next {
            let halfYear = HalfYear(containing: day)
            let after = halfYear.last.adding(days: 1)
            let days = figures.daysPast.intersection(DaySet([DaySpan(from: halfYear.first, until: after)])).count
            observations.append(Observation(.pastWantedDate, of: service, on: day, counts: true, days: days))
            next = figures.daysPast.intersection(DaySet([DaySpan(from: after, until: nil)])).spans.first?.from
        }
        return observations
    }

    /// The first stay that is what was asked for, with the days since it was first asked for.
    private static func placement(
        _ referral: SharedReferral,
        _ service: UnitID,
        _ today: CalendarDay
    ) -> [Observation] {
        guard let asked = referral.versions.first, let stay = referral.fulfilment, stay.started <= today else {
            return []
        }
        let days = max(0, asked.day.days(until: stay.started))
        return [Observation(.timeToPlacement, of: service, on: stay.started, counts: true, days: days)]
    }
}
