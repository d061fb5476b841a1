internal import Casework
internal import Law

// Children outside their home: foster homes, institutions, visits, agreements, moves.
extension CaseWriter {
    /// The child moves in somewhere.
    mutating func place(
        in kind: PlacementStart.Home,
        by decision: RecordID,
        category: String,
        _ topic: HistoryTopic,
        on day: CalendarDay
    ) -> RecordID {
        let caretaker = introduceCaretaker(of: kind, on: day)
        let id = newID(day)
        let isFamily = kind == .fosterHome || kind == .emergencyHome
        let placement = PlacementStart(
            home: kind,
            caretaker: caretaker,
            careMunicipality: municipality,
            fosterMunicipality: isFamily
                ? random.happens(40) ? municipality : random.pick(["1506", "1507", "3401", "5001"]) : nil,
            distance: random.happens(80) ? random.number(in: 3...240) : nil
        )
        let start = MeasureStart(
            id: id,
            decision: decision,
            category: category,
            text: text(topic),
            placement: placement
        )
        tell(.measureStarted(start), on: day)
        return id
    }

    private mutating func introduceCaretaker(of kind: PlacementStart.Home, on day: CalendarDay) -> RecordID? {
        let isFamily = kind == .fosterHome || kind == .emergencyHome
        guard isFamily || kind == .institution else { return nil }
        let given = random.pick(random.happens(60) ? NameTable.girls(.norwegian) : NameTable.boys(.norwegian))
        let adult = HistoryAdult(
            name: given + " " + NameTable.surname(.norwegian, &random),
            phone: PretendFamily.phone(&random),
            kind: isFamily ? .fosterParent : .professional,
            hasResponsibility: false,
            livesWithChild: isFamily
        )
        let lines = [NameTable.street(&random)]
        let postcode = String(random.number(in: 9_995...9_999))
        let address = PostalAddress(lines: lines, postcode: postcode, town: home.place.uppercased())
        guard hasHiddenAddress, isFamily else { return introduce(adult, residence: .open(address), on: day) }
        // Some write down where the child lives alone, and nothing of whom it lives with.
        let residence = turn.isMultiple(of: 2) ? nil : Residence.hidden(HiddenAddress(hiding: address))
        return introduce(adult, residence: residence, on: day)
    }

    /// What happens in a foster home while the child lives there: agreement, visits of both kinds, fewer visits later.
    mutating func live(inFosterHome measure: RecordID, from begins: CalendarDay, to ends: CalendarDay) {
        agree(about: measure, from: begins, to: ends)
        let isShort = random.happens(25)
        visit(.followUp, .followUpVisit, in: measure, isShort ? 105...165 : 72...90, from: begins, to: ends)
        visit(
            .supervision,
            .supervisionVisit,
            in: measure,
            random.happens(25) ? 110...190 : 70...91,
            from: begins,
            to: ends
        )
        takeNotes(begins.days(until: ends) / 90, from: begins, to: ends)
        let reduced = day(735...790, after: begins)
        guard reduced < ends, random.happens(75) else { return }
        let reduction = VisitReduction(
            measure: measure,
            kind: random.pick([.followUp, .supervision]),
            childHeard: true,
            fosterParentsHeard: true,
            childConsents: child.age(on: reduced) >= 12,
            careMunicipalityConsents: true,
            byUkraineException: false,
            reason: text(.fewerVisits)
        )
        tell(.visitsReduced(reduction), on: reduced)
    }

    private mutating func agree(about measure: RecordID, from begins: CalendarDay, to ends: CalendarDay) {
        var next = day(0...20, after: begins)
        let permanent = random.happens(10) && isInCare ? random.number(in: 1...3) : nil
        var isFirst = true
        while next < ends {
            let visits = isFirst ? nil : permanent
            let agreement = FosterAgreement(measure: measure, permanentWithVisits: visits, text: text(.agreement))
            tell(.fosterAgreement(agreement), on: next)
            isFirst = false
            next = day(random.happens(80) ? 330...362 : 380...460, after: next)
        }
    }

    /// Visits at a distance that gives the four of a year, or falls short of them; every other one is planned ahead.
    mutating func visit(
        _ kind: Visit.Kind,
        _ topic: HistoryTopic,
        in measure: RecordID,
        _ distance: ClosedRange<Int>,
        from begins: CalendarDay,
        to ends: CalendarDay
    ) {
        var last = begins
        var next = day(10...45, after: begins)
        while next < ends {
            let id = newID(next)
            let planned = max(last, next.adding(days: -random.number(in: 8...45)))
            if random.happens(60) {
                tell(.visitPlanned(PlannedVisit(id: id, measure: measure, kind: kind, plannedFor: next)), on: planned)
            }
            if !random.happens(5) {
                let visit = Visit(
                    id: id,
                    measure: measure,
                    kind: kind,
                    isPhysical: !random.happens(6),
                    talkedWithChild: child.age(on: next) >= 4 && random.happens(80),
                    report: text(topic)
                )
                tell(.visited(visit), on: next, days: random.pick([0, 0, 1, 3]))
            }
            last = next
            next = day(distance, after: next)
        }
    }

    /// The child moves to another foster home, by a decision (§ 5-5) and after it has been heard.
    mutating func relocate(from measure: RecordID, since first: CalendarDay, on day: CalendarDay) -> RecordID {
        let ground = ground(before: day, since: first)
        let decision = decide(.relocation, .decidedMove, on: day, ground: ground)
        let relocation = Relocation(
            measure: measure,
            reason: random.pick(["1.1.4", "1.2.1", "1.2.2"]),
            destination: "2",
            isPlanned: true,
            text: text(.moved),
            participation: ground
        )
        tell(.relocated(relocation), on: day)
        return place(in: .fosterHome, by: decision, category: "2.2", .fosterHome, on: day)
    }
}
