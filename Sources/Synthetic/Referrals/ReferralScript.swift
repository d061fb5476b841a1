internal import Assistance
internal import Exchange
internal import Law

/// Writes the steps of one pretend referral; those of a day come one after the other, in working hours.
struct ReferralScript {
    let plot: ReferralPlot
    let number: Int
    let now: Instant
    let today: CalendarDay
    private(set) var steps: [ReferralStep] = []
    /// When the municipality told something last.
    private(set) var lastOfMunicipality: Instant?
    var random: SplitMix64

    init(_ plot: ReferralPlot, number: Int, now: Instant, seed: UInt64) {
        self.plot = plot
        self.number = number
        self.now = now
        today = OsloTime.day(at: now)
        random = SplitMix64(seed: seed ^ 0x4865_6E76, item: number)
    }

    var wanted: CalendarDay { today.adding(days: plot.wanted) }

    /// The day so many days before the end of the past.
    func before(_ days: Int) -> CalendarDay { today.adding(days: -days) }

    /// When the next step of a day is taken.
    func time(_ day: CalendarDay) -> Instant {
        OsloTime.instant(of: day, hour: 8).adding(seconds: (steps.count * 40 + number % 39) * 60)
    }

    // MARK: Steps

    @discardableResult
    mutating func add(_ act: ReferralStep.Act, at time: Instant) -> Int {
        steps.append(ReferralStep(at: time, act: act))
        switch act {
        case .sent, .askedAcutely, .withdrawn, .told(.municipality, _, _, _): lastOfMunicipality = time
        default: break
        }
        return steps.count - 1
    }

    @discardableResult
    mutating func add(_ act: ReferralStep.Act, on day: CalendarDay) -> Int { add(act, at: time(day)) }

    /// The municipality tells something.
    @discardableResult
    mutating func ask(
        _ content: SharedFact.Content,
        _ prose: Prose = Prose(),
        about: Int? = nil,
        on day: CalendarDay
    ) -> Int { add(.told(.municipality, content, prose, about: about), on: day) }

    /// The region tells something.
    @discardableResult
    mutating func reply(
        _ content: SharedFact.Content,
        _ prose: Prose = Prose(),
        about: Int? = nil,
        on day: CalendarDay
    ) -> Int { add(.told(.state, content, prose, about: about), on: day) }

    mutating func send() {
        let day = before(plot.asked)
        let wish = ReferralWish(
            type: plot.type,
            kind: plot.kind,
            wantedFrom: plot.kind == .healthAssessment ? nil : wanted,
            section: plot.section,
            decidedOn: day.adding(days: -6)
        )
        add(.sent(wish), on: day)
    }

    /// The officer takes it and says that it is seen.
    mutating func see(days: Int = 1) {
        let day = before(max(1, plot.asked - days))
        add(.taken, on: day)
        reply(.seen, Prose([.information: ReferralTexts.seen]), on: day)
    }

    /// The owner keeps a place free until the municipality has answered.
    mutating func hold(_ place: PlaceID, _ span: DaySpan, until: Instant, asked: CalendarDay, granted: CalendarDay) {
        let unit = PretendAgency.owner(for: plot.kind)
        let request = add(.holdAsked(unit, place, plot.kind, span, until: until), on: asked)
        add(.holdGranted(unit, asked: request, until: until), on: granted)
    }

    /// An offer in line with the request, of a place that is held for it where it is one of today's.
    ///
    /// - Returns: The step.
    mutating func offer(
        _ place: PlaceID?,
        usableFrom first: CalendarDay,
        until last: CalendarDay? = nil,
        answerIn days: Int = 6,
        followed: Bool? = true,
        isHeld: Bool = true,
        on day: CalendarDay
    ) -> Int {
        if let place, isHeld {
            let end = OsloTime.instant(of: day.adding(days: days + 2), hour: 8)
            hold(place, DaySpan(from: first, until: last), until: end, asked: day, granted: day)
        }
        let at = time(day)
        let offer = Offer(
            kind: plot.kind,
            isDuty: Referral(kind: plot.kind, decision: nil, wantedFrom: nil).basis.isDuty,
            place: place.map { OfferedPlace(pretend: $0) },
            usable: DaySpan(from: first, until: last),
            isInterim: false,
            accord: .inLine,
            assessment: Assessment(childHeard: true),
            answerBy: at.adding(seconds: days * 86_400),
            decidedAt: at.adding(seconds: -1_800),
            level: plot.kind == .fosterHome ? .local : .regional,
            advice: followed.map { TeamAdvice(isFollowed: $0) }
        )
        var prose = Prose([
            .assessment: random.pick(ReferralTexts.assessments),
            .childsView: random.pick(ReferralTexts.childsViews),
        ])
        if place != nil { prose[.placeName] = PretendAgency.owner(for: plot.kind).name }
        if let followed { prose[.advice] = ReferralTexts.advice(isFollowed: followed) }
        if followed == false { prose[.overruling] = ReferralTexts.overruling }
        return reply(.offered(offer), prose, on: day)
    }

    mutating func take(_ offer: Int, from first: CalendarDay, on day: CalendarDay) {
        let answer = OfferAnswer(outcome: .taken(from: first), childHeard: true, answeredAt: time(day))
        ask(.offerAnswered(answer), Prose([.childsView: random.pick(ReferralTexts.childsViews)]), about: offer, on: day)
    }

    mutating func decline(_ offer: Int, _ reason: DeclineReason, on day: CalendarDay) {
        let answer = OfferAnswer(outcome: .declined(reason), childHeard: true, answeredAt: time(day))
        let prose = Prose([.childsView: ReferralTexts.childDeclines, .reasons: ReferralTexts.notSuited])
        ask(.offerAnswered(answer), prose, about: offer, on: day)
    }

    /// The steps to a foster home up to one of them, a few days apart.
    mutating func walk(to last: FosterHomeStep.Stage, from day: CalendarDay, every days: Int) {
        for (place, stage) in FosterHomeStep.Stage.allCases.filter({ $0 <= last }).enumerated() {
            tell(stage, on: day.adding(days: place * days))
        }
    }

    /// One step to a foster home; the region proposes, the municipality tells of the others.
    mutating func tell(_ stage: FosterHomeStep.Stage, on day: CalendarDay) {
        let step = FosterHomeStep(stage: stage, on: day, isInNetwork: false, childHeard: stage == .childHeard)
        let prose = stage == .childHeard ? Prose([.childsView: random.pick(ReferralTexts.childsViews)]) : Prose()
        if stage == .proposed {
            reply(.fosterHome(step), prose, on: day)
        } else {
            ask(.fosterHome(step), prose, on: day)
        }
    }

    @discardableResult
    mutating func start(_ ground: Int, on day: CalendarDay, plannedUntil last: CalendarDay?) -> Int {
        ask(.stay(StayStep(change: .started(plannedUntil: last), on: day)), about: ground, on: day)
    }

    mutating func judge(
        _ verdict: BreachStatement.Verdict,
        from first: CalendarDay,
        until last: CalendarDay?,
        _ cause: BreachCause,
        kind: BreachKind = .noMeasure,
        on day: CalendarDay
    ) {
        let statement = BreachStatement(
            verdict: verdict,
            span: DaySpan(from: first, until: last),
            kind: kind,
            cause: cause
        )
        let prose = Prose([
            .reasons: verdict == .confirmed ? ReferralTexts.confirmed : ReferralTexts.contested,
            .interimMeasures: random.pick(ReferralTexts.interimMeasures),
            .childsSituation: random.pick(ReferralTexts.situations),
        ])
        reply(.breachJudged(statement), prose, on: day)
    }
}

extension OfferedPlace {
    /// A place of a pretend unit, all of which lie in one municipality of the central region.
    init(pretend id: PlaceID) {
        guard let municipality = try? MunicipalityNumber(parsing: "1506") else {
            preconditionFailure("the pretend units lie nowhere")
        }
        self.init(id: id, ownership: .state, municipality: municipality, isInOwnRegion: true)
    }
}
