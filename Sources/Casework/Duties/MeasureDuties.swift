package import Law

// Measures outside the home: visits, supervision and the foster-home agreement (forskrift 2023-10-13-1632 §§ 7, 10, 18).
extension DutyTally {
    /// The duties of the measure with this place in the case.
    mutating func addDuties(ofMeasure index: Int, in facts: CaseFacts) {
        let measure = facts.measures[index]
        guard let placement = measure.placement, placement.start.home.isFamily, let started = day(measure.started)
        else { return }
        let earlier = facts.measures[..<index].filter { $0.placement?.start.home.isFamily ?? false }
        let ended = day(measure.ended)
        for year in started.year...max(started.year, min(today, ended ?? today).year) {
            addVisits(.followUpVisits, .followUp, of: measure, placement, after: earlier, child: facts.child, in: year)
            addVisits(
                .supervisionVisits,
                .supervision,
                of: measure,
                placement,
                after: earlier,
                child: facts.child,
                in: year
            )
        }
        addAgreement(of: placement, measure: measure.id, started: started, ended: ended)
    }

    /// The visits of a kind that a calendar year asks for: of a past year, whether there were enough; of this year the
    /// next one, by the day that ``VisitPlan`` gives it.
    private mutating func addVisits(
        _ rule: RuleID,
        _ kind: Visit.Kind,
        of measure: MeasureFacts,
        _ placement: PlacementFacts,
        after earlier: [MeasureFacts],
        child: ChildFacts,
        in year: Int
    ) {
        let lastDay = CalendarDay(year: year, month: 12, day: 31) ?? .latest
        func visits(to home: MeasureFacts, carrying carried: Int) -> VisitYear {
            law.visits(rule, of: home.stay(child: child, asOf: min(today, lastDay)), in: year, carrying: carried)
        }
        // A visit too many in one home is one that the next home need not make up for.
        let carried = earlier.reduce(0) { carried, home in
            guard day(home.ended)?.year == year else { return carried }
            let there = visits(to: home, carrying: carried)
            let made = home.placement?.visits.count { $0.kind == kind && $0.isPhysical && $0.at.on.year == year } ?? 0
            return max(0, there.leftOver - max(0, made - there.owed) * there.daysOfYear)
        }
        let plan = VisitPlan(visits(to: measure, carrying: carried))
        guard let from = plan.from, let final = plan.days.last, let row = law.visits(rule, on: min(today, plan.to))
        else { return }
        let visits = placement.visits
            .filter { $0.kind == kind && $0.isPhysical && $0.at.on >= from && $0.at.on <= min(plan.to, today) }
            .map(\.at.on).sorted()
        let owed = plan.days.count
        let isDone = visits.count >= owed
        let metOn = isDone ? visits[owed - 1] : nil
        let due = isDone ? final : plan.days[visits.count]
        let progress = Progress(
            started: from,
            last: due,
            metOn: metOn,
            over: today > plan.to ? plan.to.adding(days: 1) : nil
        )
        // Late by the program's own plan is in time by the law, as long as the year was enough.
        let state = isDone ? .metInTime : progress.state(passing: .shortfall, on: today)
        add(
            Duty(
                rule: rule,
                citation: plan.citation ?? row.citation,
                holder: row.holder,
                subject: .measure(measure.id),
                started: from,
                due: due,
                extendedTo: nil,
                metOn: metOn,
                state: state ?? .running,
                passing: .shortfall,
                share: Duty.Share(number: min(visits.count + 1, owed), of: owed, done: visits.count)
            )
        )
    }

    /// The yearly reviews of the agreement, from the day that it was made; without one, from the day of moving in.
    private mutating func addAgreement(
        of placement: PlacementFacts,
        measure: RecordID,
        started: CalendarDay,
        ended: CalendarDay?
    ) {
        var made = placement.agreements.compactMap { day($0.at) }
        made.sort()
        if made.isEmpty { made = [started] }
        for (index, from) in made.enumerated() {
            let next = index + 1 < made.count ? made[index + 1] : nil
            add(.fosterAgreementReview, about: .measure(measure), from: from, metOn: next, over: ended)
        }
    }
}

extension MeasureFacts {
    /// One a week: no agreement asks for more, whatever a delivery says.
    private static let mostVisits = 52

    /// The stay as the law on visits asks about it, with what was decided by a day.
    ///
    /// A decision on fewer visits is itself the judgement that the conditions in the home are good.
    package func stay(child: ChildFacts, asOf day: CalendarDay) -> VisitStay {
        let decided = (placement?.reductions ?? []).filter { $0.from.on <= day }
        let agreements = (placement?.agreements ?? []).filter { $0.at.on <= day }
        // The standing of the newest agreement counts, from the day on which it began.
        let permanent = agreements.reversed().prefix { $0.permanentWithVisits != nil }
        return VisitStay(
            placedSince: started.on,
            until: ended.flatMap { $0.on <= day ? $0.on : nil },
            born: child.birthDay,
            reductions: decided.filter { !$0.byUkraineException }.map { VisitStay.Decision($0, asOf: day) },
            exceptions: decided.filter(\.byUkraineException).map { VisitStay.Decision($0, asOf: day) },
            permanent: permanent.last.map {
                VisitStay.Permanent(
                    day: $0.at.on,
                    agreedPerYear: permanent.first?.permanentWithVisits.map { min(max($0, 0), Self.mostVisits) }
                )
            }
        )
    }
}

extension VisitStay.Decision {
    fileprivate init(_ reduction: ReductionFacts, asOf day: CalendarDay) {
        var conditions = VisitConditions.goodConditions
        if reduction.childHeard { conditions.insert(.childHeard) }
        if reduction.fosterParentsHeard { conditions.insert(.fosterParentsHeard) }
        if reduction.childConsents { conditions.formUnion([.childConsents, .childOf15Consents]) }
        if reduction.careMunicipalityConsents { conditions.insert(.careMunicipalityConsents) }
        let ended = reduction.ended.flatMap { $0.on <= day ? $0.on : nil }
        self.init(day: reduction.from.on, until: ended?.adding(days: -1), conditions: conditions)
    }
}
