internal import Casework
internal import Law

// Investigations (§§ 2-2 and 2-5).
extension CaseWriter {
    /// How an investigation ends, and on what day.
    struct Ending {
        var investigation: RecordID
        var on: CalendarDay
        var ground: ParticipationGround
    }

    /// The leader gives the case to somebody, from whom on it is worked on; a new one may still wait for that.
    ///
    /// - Returns: The day from which somebody works on it.
    mutating func assign(on opened: CalendarDay, atOnce: Bool = false) -> CalendarDay {
        isUnassigned = !atOnce && opened.days(until: today) < 35 && random.happens(35)
        guard !isUnassigned else { return opened }
        let assigned = atOnce ? opened : day(0...4, after: opened)
        tellAsLeader(.assigned(responsible, .responsible), on: assigned)
        guard random.happens(25), let other = home.caseworkers.first(where: { $0 != responsible }) else {
            return assigned
        }
        tellAsLeader(.assigned(other, .coWorker), on: day(2...20, after: assigned))
        return assigned
    }

    /// The work of an investigation, up to the day on which it is finished; eight of a hundred are late.
    mutating func investigate(
        _ investigation: RecordID,
        receivedOn received: CalendarDay,
        from opened: CalendarDay
    ) -> Ending {
        let isExtended = random.happens(6)
        let isLate = random.happens(9)
        let lasts =
            isExtended
            ? random.number(in: 105...170) : isLate ? random.number(in: 102...150) : random.number(in: 24...86)
        let ended = max(opened, received.adding(days: lasts)).orNextWorkingDay
        if !random.happens(7) {
            let planned = min(day(2...12, after: opened), ended)
            tell(.investigationPlanned(investigation, plan: text(.investigationPlan)), on: planned)
        }
        if isExtended {
            let reason = text(.extended)
            var extended = day(70...88, after: received)
            // Where Easter lies at the end of the three months it is decided before.
            while extended > received.adding(months: 3) || !extended.isWorkingDay {
                extended = extended.adding(days: -1)
            }
            tellAsLeader(.investigationExtended(investigation, reason: reason), on: extended)
        }
        takeNotes(random.number(in: 2...5), from: opened, to: ended)
        return Ending(investigation: investigation, on: ended, ground: ground(before: ended, since: opened))
    }

    mutating func conclude(
        _ ending: Ending,
        _ outcome: InvestigationConclusion.Outcome,
        _ reason: HistoryTopic,
        announcesNew: Bool = false
    ) {
        if outcome == .measures || outcome == .petition { assess(on: ending.on) }
        let conclusion = InvestigationConclusion(
            outcome: outcome,
            reason: text(reason),
            announcesNewInvestigation: announcesNew
        )
        tell(.investigationConcluded(ending.investigation, conclusion), on: ending.on)
        guard outcome == .measures || outcome == .petition else { return }
        tell(.investigationGrounded(ending.investigation, codes.grounds(on: ending.on)), on: ending.on)
    }

    /// The investigation is shelved by a decision, and the case closed some weeks later; some families move instead.
    mutating func shelve(_ ending: Ending) {
        switch random.below(20) {
        case 0: moveAway(ending)
        case 1...4:
            let announcesNew = random.happens(60)
            let decision = decide(.shelving, .decidedShelving, on: ending.on, ground: ending.ground)
            conclude(ending, .shelvedAtPartysWish, .partysWish, announcesNew: announcesNew)
            if announcesNew, random.happens(55) {
                investigateAgain(after: ending.on)
            } else {
                close(after: decision, on: ending.on)
            }
        case 5, 6:
            let decision = decide(.shelving, .decidedShelving, on: ending.on, ground: ending.ground)
            conclude(ending, .referredElsewhere, .otherService)
            close(after: decision, on: ending.on)
        default: shelveByOwnAssessment(ending)
        }
    }

    mutating func shelveByOwnAssessment(_ ending: Ending) {
        let decision = decide(.shelving, .decidedShelving, on: ending.on, ground: ending.ground)
        conclude(ending, .shelved, .shelvedCase)
        close(after: decision, on: ending.on)
    }

    private mutating func close(after decision: RecordID, on day: CalendarDay) {
        if random.happens(4) { complain(about: decision, toTribunal: false, after: day) }
        close(on: self.day(22...40, after: day))
    }

    /// The service looks once more within six months of a shelving at the parents' wish (§ 2-5 third paragraph).
    private mutating func investigateAgain(after shelved: CalendarDay) {
        let began = day(120...175, after: shelved)
        let id = newID(began)
        tell(.investigationStarted(InvestigationStart(id: id, origin: .ownInitiative)), on: began)
        // What a report would have been about, since there is none.
        tell(.investigationGrounded(id, codes.grounds(on: began)), on: began)
        let ending = investigate(id, receivedOn: began, from: began)
        shelveByOwnAssessment(ending)
    }

    private mutating func moveAway(_ ending: Ending) {
        let municipality = random.pick(["1506", "1507", "5001", "3401", "1108"].filter { $0 != self.municipality })
        let id = newID(ending.on)
        tell(.childMoved(ChildMove(id: id, municipality: municipality, need: .investigation)), on: ending.on)
        conclude(ending, .movedToOtherMunicipality, .movedAway)
        close(on: day(3...15, after: ending.on))
        tell(.newServiceNotified(id), on: day(1...30, after: ending.on))
    }

    mutating func close(on day: CalendarDay) {
        tell(.closed(reason: text(.closed)), on: day)
        closedOn = day
    }
}
