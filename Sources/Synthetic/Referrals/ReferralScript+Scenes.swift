internal import Assistance
internal import Law

extension ReferralScript {
    /// Writes all steps of the scene.
    mutating func write() {
        switch plot.scene {
        case .acuteOpen: return askNow()
        case .acuteArrived: return askAndArrive()
        case .justSent: return send()
        case .older: return passLongSince()
        default: break
        }
        send()
        see(days: plot.scene == .pastWanted ? 2 : 1)
        switch plot.scene {
        case .offered: offerWithHold()
        case .offerDeclined:
            let offer = offer(.institution(4), usableFrom: before(8), on: before(15))
            decline(offer, .notSuited, on: before(12))
        case .offerTaken:
            let last = wanted.adding(days: 180)
            let offer = offer(.institution(2), usableFrom: wanted, until: last, followed: false, on: before(8))
            take(offer, from: wanted, on: before(5))
        case .fosterSteps: walk(to: .childHeard, from: before(28), every: 10)
        case .stayRunning: liveThere()
        case .stayLate:
            let offer = offer(.institution(1), usableFrom: before(58), on: before(60))
            take(offer, from: before(57), on: before(59))
            start(offer, on: before(57), plannedUntil: today.adding(days: 120))
            judge(.confirmed, from: wanted, until: before(58), .noFreePlace, on: before(50))
        case .stayEnded:
            let offer = offer(.institution(3), usableFrom: before(182), on: before(190))
            take(offer, from: before(180), on: before(188))
            let stay = start(offer, on: before(180), plannedUntil: before(20))
            let end = StayStep(change: .ended(.completed, isPlanned: true), on: before(20))
            ask(.stay(end), Prose([.reasons: ReferralTexts.stayEnded]), about: stay, on: before(20))
        case .withdrawn: add(.withdrawn(reason: ReferralTexts.withdrawn), on: before(10))
        case .serviceDeclined: reply(.serviceDeclined, Prose([.reasons: ReferralTexts.serviceDeclined]), on: before(14))
        case .breachConfirmed: breakDuty()
        case .breachContested:
            _ = offer(.institution(5), usableFrom: before(18), answerIn: 4, on: before(20))
            judge(.contested, from: wanted, until: before(18), .noneSuited, on: before(15))
        case .tribunalDelay:
            let delay = DelayStatement(span: DaySpan(from: wanted, until: before(8)), side: .tribunal)
            ask(.delayed(delay), Prose([.reasons: ReferralTexts.tribunalDelay]), on: before(8))
        case .privateSolution:
            let span = DaySpan(from: before(14), until: nil)
            ask(.privateSolution(span), Prose([.interimMeasures: ReferralTexts.privateSolution]), on: before(14))
        case .adviceLate:
            let question = Prose([.question: ReferralTexts.question])
            reply(.adviceAsked(AdviceRequest(replyBy: before(10))), question, on: before(20))
            let other = Prose([.question: ReferralTexts.secondQuestion])
            let asked = ask(.adviceAsked(AdviceRequest(replyBy: before(12))), other, on: before(19))
            reply(.adviceGiven, Prose([.answer: ReferralTexts.answer]), about: asked, on: before(13))
        case .friction:
            let item = Friction(category: .doubleEntry, minutesLost: 90, replyBy: today.adding(days: 3))
            let prose = Prose([.events: ReferralTexts.friction, .place: ReferralTexts.frictionPlace])
            ask(.friction(item), prose, on: before(6))
        default: break
        }
    }

    // MARK: Scenes of several parts

    /// The unit keeps the place free until the municipality has answered.
    private mutating func offerWithHold() {
        let first = wanted.adding(days: -1)
        let span = DaySpan(from: first, until: wanted.adding(days: 200))
        hold(.institution(4), span, until: now.adding(seconds: 6 * 86_400), asked: before(4), granted: before(3))
        _ = offer(.institution(4), usableFrom: first, answerIn: 7, isHeld: false, on: before(2))
    }

    /// The stay begins on the day on which it was wanted.
    private mutating func liveThere() {
        let start = before(plot.started)
        let place = plot.kind == .fosterHome ? PlaceID.fosterHome(1) : .centre(1)
        let end = plot.kind == .fosterHome ? nil : start.adding(days: 90)
        if plot.kind == .fosterHome { walk(to: .childHeard, from: start.adding(days: -40), every: 5) }
        let offer = offer(place, usableFrom: start.adding(days: -2), on: start.adding(days: -20))
        take(offer, from: start, on: start.adding(days: -17))
        if plot.kind == .fosterHome { tell(.chosen, on: start.adding(days: -17)) }
        self.start(offer, on: start, plannedUntil: end)
    }

    /// A breach that goes on, with what the two levels do about it.
    private mutating func breakDuty() {
        let solution = Prose([.interimMeasures: ReferralTexts.privateSolution])
        ask(.privateSolution(DaySpan(from: before(36), until: nil)), solution, on: before(36))
        judge(.confirmed, from: wanted, until: nil, .noFosterHome, kind: .privateInterim, on: before(20))
        reply(.taskDone(.nameContact), on: before(19))
        ask(.taskDone(.nameContact), on: before(18))
        reply(.taskDone(.agreeInterim), on: before(17))
        // A judgement is about days that have been; while it goes on it is told again.
        judge(.confirmed, from: wanted, until: nil, .noFosterHome, kind: .privateInterim, on: before(2))
    }

    /// A stay that began late some half-years ago, whose breach was confirmed.
    private mutating func passLongSince() {
        send()
        see(days: 3)
        let start = before(plot.started)
        let usable = start.adding(days: -1)
        // Offers of then name places that are not those of today.
        let place = PlaceID.former(number)
        if plot.kind == .fosterHome { walk(to: .childHeard, from: start.adding(days: -20), every: 5) }
        let day = start.adding(days: -4)
        let offer = offer(place, usableFrom: usable, followed: number % 4 != 0, isHeld: false, on: day)
        take(offer, from: start, on: start.adding(days: -3))
        if plot.kind == .fosterHome { tell(.chosen, on: start.adding(days: -3)) }
        let stay = self.start(offer, on: start, plannedUntil: start.adding(days: 150))
        judge(.confirmed, from: wanted, until: usable, .noneSuited, on: start.adding(days: 3))
        guard plot.started > 150 else { return }
        let on = start.adding(days: 140)
        let end = StayStep(change: .ended(number.isMultiple(of: 3) ? .movedHome : .completed, isPlanned: true), on: on)
        // Whoever gave the stay tells of its end: by then the municipality may have closed the case.
        reply(.stay(end), Prose([.reasons: ReferralTexts.stayEnded]), about: stay, on: on)
    }

    // MARK: Acute

    /// Asked by telephone a little while ago; seen, and no place found yet.
    private mutating func askNow() {
        let asked = now.adding(seconds: -40 * 60)
        askAcutely(.acuteCare, at: asked, neededIn: 3)
        add(.taken, at: asked.adding(seconds: 6 * 60))
        answer(.seen, at: asked.adding(seconds: 8 * 60))
    }

    /// Asked, found, ready and arrived within an afternoon.
    private mutating func askAndArrive() {
        let asked = OsloTime.instant(of: before(plot.asked), hour: 13, minute: 10)
        askAcutely(.acuteCare, at: asked, neededIn: 5)
        add(.taken, at: asked.adding(seconds: 5 * 60))
        answer(.seen, at: asked.adding(seconds: 7 * 60))
        answer(.found, at: asked.adding(seconds: 55 * 60))
        let unit = PretendAgency.owner(for: plot.kind)
        let end = before(plot.asked).adding(days: 42)
        let span = DaySpan(from: before(plot.asked), until: end)
        let until = asked.adding(seconds: 86_400)
        let request = ReferralStep.Act.holdAsked(unit, .institution(6), plot.kind, span, until: until)
        let hold = add(request, at: asked.adding(seconds: 60 * 60))
        add(.holdGranted(unit, asked: hold, until: until), at: asked.adding(seconds: 70 * 60))
        let ready = answer(.ready, at: asked.adding(seconds: 95 * 60))
        answer(.arrived, at: asked.adding(seconds: 160 * 60))
        let stay = StayStep(change: .started(plannedUntil: end), on: before(plot.asked))
        let act = ReferralStep.Act.told(.municipality, .stay(stay), Prose(), about: ready)
        add(act, at: asked.adding(seconds: 200 * 60))
    }

    private mutating func askAcutely(_ section: LegalSection, at asked: Instant, neededIn hours: Int) {
        guard let municipality = try? MunicipalityNumber(parsing: plot.service.municipalities[0]) else { return }
        let request = AcuteRequest(
            kind: plot.kind,
            askedAt: asked.adding(seconds: -120),
            phonedAt: asked.adding(seconds: -12 * 60),
            neededBy: asked.adding(seconds: hours * 3_600),
            section: section,
            decidedBy: .leader,
            decidedAt: asked.adding(seconds: -30 * 60),
            writtenBy: asked.adding(seconds: 20 * 3_600),
            municipality: municipality,
            children: 1,
            orderedAt: asked.adding(seconds: -120)
        )
        let prose = Prose([.events: random.pick(ReferralTexts.acuteEvents), .considerations: ReferralTexts.school])
        add(.askedAcutely(request, prose), at: asked)
    }

    @discardableResult
    private mutating func answer(_ status: AcuteAnswer.Status, at time: Instant) -> Int {
        let hasPlace = status == .found || status == .ready
        let answer = AcuteAnswer(
            status: status,
            at: time.adding(seconds: -60),
            expectedAt: status == .found ? time.adding(seconds: 40 * 60) : nil,
            place: hasPlace ? OfferedPlace(pretend: .institution(6)) : nil,
            plannedEnd: hasPlace ? OsloTime.day(at: time).adding(days: 42) : nil,
            accord: hasPlace ? .inLine : nil,
            assessment: hasPlace ? Assessment(childHeard: true) : nil
        )
        let texts: [Prose.Part: String] =
            hasPlace
            ? [
                .assessment: random.pick(ReferralTexts.assessments),
                .childsView: random.pick(ReferralTexts.childsViews),
                .placeName: PretendAgency.owner(for: plot.kind).name,
            ] : [:]
        return add(.told(.state, .acuteAnswered(answer), Prose(texts), about: nil), at: time)
    }
}
