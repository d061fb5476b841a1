package import Law

// Measures outside the home: visits, supervision and the foster-home agreement (forskrift 2023-10-13-1632 §§ 7, 10, 18).
extension DutyTally {
    /// What is owed in the families' homes where the child lives or has lived.
    mutating func addHomes(of facts: CaseFacts) {
        guard facts.measures.contains(where: { $0.placement?.start.home.isFamily ?? false }) else { return }
        for (rule, kind) in [(RuleID.followUpVisits, Visit.Kind.followUp), (.supervisionVisits, .supervision)] {
            for year in facts.visitedYears(kind, law: law, today: today) { addVisits(rule, of: year) }
        }
        for home in facts.familyHomes(by: today) { addAgreement(in: home) }
    }

    /// The visits of a kind that a calendar year asks for: of a past year, whether there were enough; of this year the
    /// next one, by the day that ``VisitPlan`` gives it.
    private mutating func addVisits(_ rule: RuleID, of year: VisitedYear) {
        let (plan, visits) = (year.plan, year.made)
        guard let from = plan.from, let final = plan.days.last, let row = law.visits(rule, on: min(today, plan.to))
        else { return }
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
                subject: .measure(year.measure),
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
    private mutating func addAgreement(in home: FamilyHome) {
        var made = (home.stay.placement?.agreements ?? []).compactMap { day($0.at) }
        made.sort()
        if made.isEmpty { made = [home.stay.started.on] }
        for (index, from) in made.enumerated() {
            let next = index + 1 < made.count ? made[index + 1] : nil
            let subject = Duty.Subject.measure(home.measure(on: next ?? today).id)
            add(.fosterAgreementReview, about: subject, from: from, metOn: next, over: day(home.stay.ended))
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
