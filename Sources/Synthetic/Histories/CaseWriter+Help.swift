internal import Casework
internal import Law

// Help in the home, with plans and evaluations (§§ 3-1 and 8-1).
extension CaseWriter {
    /// A decision on help at the end of an investigation, which is concluded with it.
    mutating func decideHelp(_ ending: Ending) -> RecordID {
        let consents = consentsToHelp(on: ending.on)
        let decision = decide(.helpMeasure, .decidedHelp, on: ending.on, ground: ending.ground, consents: consents)
        conclude(ending, .measures, .measuresNeeded)
        return decision
    }

    /// Measures that follow a decision, each with a plan that is evaluated, until they are over.
    ///
    /// - Returns: The day on which the last of them is over.
    @discardableResult
    mutating func help(_ decision: RecordID, from decided: CalendarDay) -> CalendarDay {
        let begins = day(2...21, after: decided)
        let lasts = random.pick([150, 210, 270, 330, 420, 540, 700]) + random.below(60)
        let last = child.turns(18).adding(days: -20)
        let ends = max(begins, min(begins.adding(days: lasts), last).orNextWorkingDay)
        let measures = random.happens(30) ? 2 : 1
        var started: [RecordID] = []
        for _ in 0..<measures {
            let id = newID(begins)
            let start = MeasureStart(
                id: id,
                decision: decision,
                category: category(on: begins),
                text: text(.help),
                placement: nil
            )
            tell(.measureStarted(start), on: begins)
            started.append(id)
        }
        measured = begins...ends
        plan(.measures, for: started, from: begins, to: ends)
        takeNotes(lasts / 75, from: begins, to: ends)
        if random.happens(7) { complain(about: decision, toTribunal: false, after: decided) }
        let isWithdrawn = random.happens(8)
        if isWithdrawn { withdrawConsent(to: decision, on: ends) }
        for id in started {
            let end =
                isWithdrawn
                ? MeasureEnd(cause: .partysWish, text: text(.measureOver))
                : MeasureEnd(cause: random.happens(75) ? .goalReached : .other, text: text(.goalReached))
            tell(.measureEnded(id, end), on: ends)
        }
        return ends
    }

    /// A plan, evaluated every few months with the child; one in eight is left lying after a while.
    @discardableResult
    mutating func plan(
        _ kind: CasePlan.Kind,
        for measures: [RecordID],
        from begins: CalendarDay,
        to ends: CalendarDay
    ) -> RecordID? {
        guard !random.happens(4) else { return nil }
        let made = min(day(1...14, after: begins), ends)
        let id = newID(made)
        var next = day(80...170, after: made)
        let plan = CasePlan(
            id: id,
            kind: kind,
            measures: measures,
            goals: text(.goals),
            content: text(.planContent),
            evaluateBy: next,
            until: nil
        )
        tell(.planMade(plan), on: made)
        let left = random.happens(12) ? next.adding(days: random.number(in: 0...300)) : CalendarDay.latest
        var last = made
        while next < ends, next < left {
            let done = next.adding(days: random.pick([-10, -3, 0, 2, 5, 9, 20])).orNextWorkingDay
            guard done < ends, done > last else { break }
            let following = day(80...180, after: done)
            let ground = ground(before: done, since: last)
            let evaluation = PlanEvaluation(plan: id, text: text(.evaluation), next: following, participation: ground)
            tell(.planEvaluated(evaluation), on: done)
            see(ground, of: done)
            (last, next) = (done, following)
        }
        tell(.planEnded(id, reason: text(.planOver)), on: ends)
        return id
    }

    private mutating func category(on day: CalendarDay) -> String {
        let age = child.age(on: day)
        return age < 6
            ? random.pick(["3.6", "3.9", "3.10", "4.1", "4.5", "3.8"])
            : age < 13
                ? random.pick(["3.2", "3.9", "3.10", "4.2", "4.3", "4.5", "4.6", "6.1"])
                : random.pick(["3.1", "3.3", "3.9", "4.3", "4.6", "4.8", "6.4", "7.3"])
    }
}
