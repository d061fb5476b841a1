internal import Casework
internal import Law

// Acute decisions, care orders, and homes that the parents agree to.
extension CaseWriter {
    /// A foster home by force of a care order, for as long as the past lasts; one in four children moves once.
    mutating func liveInCare(_ order: RecordID, from moved: CalendarDay) {
        isInCare = true
        let isKin = random.happens(27)
        var measure = place(in: .fosterHome, by: order, category: isKin ? "2.1" : "2.2", .fosterHome, on: moved)
        var begins = moved
        let last = CalendarDay.latest(after: today)
        let leaves = day(260...420, after: moved)
        if random.happens(25), leaves < today {
            plan(.care, for: [measure], from: begins, to: leaves)
            live(inFosterHome: measure, from: begins, to: leaves)
            measure = relocate(from: measure, since: moved, on: leaves)
            begins = leaves
        }
        plan(.care, for: [measure], from: begins, to: last)
        measured = begins...last
        if random.happens(10) { sufferSeriousEvent(on: day(60...300, after: begins)) }
        if random.happens(20) { demand(after: day(200...500, after: begins)) }
        live(inFosterHome: measure, from: begins, to: last)
    }

    /// The parents demand a change, and the municipality brings it to the tribunal within three months (§ 14-8).
    private mutating func demand(after day: CalendarDay) {
        let id = newID(day)
        tell(.demandReceived(PartyDemand(id: id, text: text(.demand), isExtended: false)), on: day)
        tell(.demandSent(id), on: self.day(20...100, after: day))
    }

    /// An ordinary investigation ends in a petition; the tribunal decides on a care order, which is carried out.
    mutating func takeIntoCare(_ ending: Ending) {
        conclude(ending, .petition, .petitionNeeded)
        let ordered = day(95...150, after: ending.on)
        hear(on: day(20...80, after: ending.on))
        let order = register(.careOrder, .decidedCare, on: ordered)
        let moved = day(6...36, after: ordered)
        tell(.decisionStep(order, .implemented), on: moved)
        liveInCare(order, from: moved)
    }

    /// A decision of the tribunal's.
    private mutating func register(_ kind: Decision.Kind, _ topic: HistoryTopic, on day: CalendarDay) -> RecordID {
        decide(kind, by: .tribunal, topic, on: day, ground: .acute)
    }

    /// The child is placed on the day of the report, and the tribunal controls it within two days.
    ///
    /// - Returns: The decision and the measure.
    private mutating func placeAcutely(on day: CalendarDay, isUpheld: Bool) -> (decision: RecordID, measure: RecordID) {
        let decision = decideAcutely(on: day)
        let measure = place(in: .emergencyHome, by: decision, category: "2.5", .fosterHome, on: day)
        tell(.decisionStep(decision, .sentToTribunal), on: day.adding(days: random.happens(85) ? 0 : 1))
        tell(.decisionStep(decision, .controlled(upheld: isUpheld)), on: day.adding(days: random.number(in: 2...3)))
        return (decision, measure)
    }

    /// The acute decision is followed by a petition in time, and by a care order.
    mutating func placeForGood(_ investigation: RecordID, on day: CalendarDay) {
        let (decision, measure) = placeAcutely(on: day, isUpheld: true)
        if random.happens(45) { complain(about: decision, toTribunal: true, after: day) }
        hear(on: self.day(2...8, after: day))
        let planned = self.day(5...20, after: day)
        tell(.investigationPlanned(investigation, plan: text(.investigationPlan)), on: planned)
        let petitioned = self.day(22...36, after: day)
        tell(.decisionStep(decision, .petitionSent), on: petitioned)
        let ended = self.day(45...80, after: day)
        conclude(Ending(investigation: investigation, on: ended, ground: .acute), .petition, .petitionNeeded)
        visit(.followUp, .followUpVisit, in: measure, 30...50, from: day, to: self.day(90...92, after: day))
        let ordered = self.day(100...130, after: day)
        let order = register(.careOrder, .decidedCare, on: ordered)
        tellAsLeader(.decisionStep(decision, .ended(reason: text(.careOrdered))), on: ordered)
        let moved = self.day(5...30, after: ordered)
        tell(.measureEnded(measure, MeasureEnd(cause: .replaced, text: "")), on: moved)
        tell(.decisionStep(order, .implemented), on: moved)
        liveInCare(order, from: moved)
    }

    /// The tribunal sets the acute decision aside, or no petition follows in time: the child goes home to help there.
    mutating func placeForAWhile(_ investigation: RecordID, receivedOn received: CalendarDay) {
        let isUpheld = random.happens(60)
        let (decision, measure) = placeAcutely(on: received, isUpheld: isUpheld)
        let controlled = received.adding(days: 3)
        hear(on: controlled)
        if !isUpheld { complain(about: decision, toTribunal: true, after: received) }
        // Six weeks without a petition, and the decision has lapsed (§ 4-2).
        let home = isUpheld ? received.adding(days: random.number(in: 43...47)) : controlled.adding(days: 1)
        tell(.measureEnded(measure, MeasureEnd(cause: .returnedHome, text: text(.cameHome))), on: home)
        let ending = investigate(investigation, receivedOn: received, from: home)
        let help = decideHelp(ending)
        close(on: day(3...20, after: self.help(help, from: ending.on)))
    }

    /// The parents agree to a foster home for some months (§ 3-2).
    mutating func placeByAgreement(_ ending: Ending) {
        let decision = decideHelp(ending)
        let moved = day(5...25, after: ending.on)
        let measure = place(in: .fosterHome, by: decision, category: "2.1", .fosterHome, on: moved)
        let last = child.turns(18).adding(days: -20)
        let home = min(day(240...640, after: moved), last)
        measured = moved...home
        live(inFosterHome: measure, from: moved, to: home)
        plan(.measures, for: [measure], from: moved, to: home)
        tell(.measureEnded(measure, MeasureEnd(cause: .returnedHome, text: text(.cameHome))), on: home)
        close(on: day(5...30, after: home))
    }
}

extension CalendarDay {
    /// A day that no step of a past which ends then reaches.
    static func latest(after today: CalendarDay) -> CalendarDay { today.adding(days: 400) }
}
