internal import Casework
internal import Law

// Young people: institutions by consent (§ 6-1) and aftercare (§ 3-6); and children not yet born.
extension CaseWriter {
    /// A young person agrees to an institution in writing, and so do the parents.
    mutating func placeInInstitution(_ ending: Ending) {
        let consents = [
            Consent(giver: .child, isWritten: true, givenOn: ending.on),
            Consent(giver: .parents, isWritten: true, givenOn: ending.on),
        ]
        let decision = decide(
            .institutionByConsent,
            .decidedInstitution,
            on: ending.on,
            ground: ending.ground,
            consents: consents
        )
        conclude(ending, .measures, .measuresNeeded)
        let moved = day(3...20, after: ending.on)
        let measure = place(in: .institution, by: decision, category: "1.1", .institution, on: moved)
        let home = day(180...420, after: moved)
        plan(.institution, for: [measure], from: moved, to: home)
        visit(.institution, .institutionVisit, in: measure, 60...95, from: moved, to: home)
        takeNotes(4, from: moved, to: home)
        if random.happens(35) { sufferSeriousEvent(on: day(20...150, after: moved)) }
        if random.happens(35) { withdrawConsent(to: decision, on: home) }
        tell(.measureEnded(measure, MeasureEnd(cause: .returnedHome, text: text(.cameHome))), on: home)
        let helped = day(5...15, after: home)
        let after = decide(
            .helpMeasure,
            .decidedHelp,
            on: helped,
            ground: ground(before: helped, since: home.adding(days: -40)),
            consents: consentsToHelp(on: helped)
        )
        close(on: day(3...20, after: help(after, from: helped)))
    }

    /// A placement that ends with 18, the talk about what comes then, and housing until 19 or later.
    mutating func comeOfAge(_ ending: Ending) {
        let decision = decideHelp(ending)
        let moved = day(5...25, after: ending.on)
        let measure = place(in: .fosterHome, by: decision, category: "2.2", .fosterHome, on: moved)
        let birthday = child.turns(18)
        measured = moved...birthday
        live(inFosterHome: measure, from: moved, to: birthday)
        plan(.measures, for: [measure], from: moved, to: birthday)
        let contacted = max(moved, day(5...240, after: child.turns(17)))
        tell(.aftercare(.contacted(text: text(.contacted))), on: contacted)
        guard !random.happens(25) else {
            tell(.aftercare(.declined(text: text(.declined))), on: birthday.adding(days: -random.number(in: 10...60)))
            tell(.measureEnded(measure, MeasureEnd(cause: .turned18, text: "")), on: birthday)
            close(on: day(3...20, after: birthday))
            return
        }
        let decided = day(1...30, after: birthday.adding(days: -40))
        tell(.aftercare(.accepted(text: text(.accepted))), on: decided)
        let consents = [Consent(giver: .child, isWritten: true, givenOn: decided)]
        let ground = ground(before: decided, since: decided.adding(days: -60))
        let aftercare = decide(.aftercare, .decidedAftercare, on: decided, ground: ground, consents: consents)
        tell(.measureEnded(measure, MeasureEnd(cause: .turned18, text: "")), on: birthday)
        let housing = place(in: .ownHousing, by: aftercare, category: "8.2", .help, on: birthday)
        let ends = birthday.adding(days: random.number(in: 300...720))
        plan(.aftercare, for: [housing], from: birthday, to: ends)
        tell(.measureEnded(housing, MeasureEnd(cause: .goalReached, text: text(.goalReached))), on: ends)
        close(on: day(3...20, after: ends))
    }

    /// Help that is decided before the child is born, and begins when it is there.
    mutating func helpTheUnborn(_ ending: Ending, named name: String, givenName: String) {
        let decision = decideHelp(ending)
        beBorn(named: name, givenName: givenName)
        let begins = max(ending.on, child.birthDay.adding(days: 30))
        close(on: day(3...20, after: help(decision, from: begins)))
    }
}
