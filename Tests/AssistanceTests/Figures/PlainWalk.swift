import Law

@testable import Assistance

/// The figures once more, as slowly and plainly as can be: one day after the other, over the bare facts.
///
/// It shares no code with what it checks beyond the facts themselves.
struct PlainWalk {
    var past: [CalendarDay] = []
    var apart: [DelaySide: [CalendarDay]] = [:]
    var owed: [CalendarDay] = []
    var confirmed: [CalendarDay] = []
    var contested: [CalendarDay] = []

    private let facts: [SharedFact]
    private let requests: [(day: CalendarDay, at: Instant, referral: Referral)]
    private let goneOn: CalendarDay?
    private let takings: [SharedFact]
    /// The facts that nobody took back.
    private var counting: [SharedFact] = []
    /// The first days of stays that are what was asked for.
    private var stays: [CalendarDay] = []
    /// The acute places that will do, each with the days of its coming and going.
    private var acute: [(told: SharedFact, from: CalendarDay, gone: CalendarDay?, isGood: Bool)] = []

    init(_ told: [SharedFact], today: CalendarDay) {
        let inOrder = told.sorted { $0.at == $1.at ? $0.id < $1.id : $0.at < $1.at }
        let rightful = inOrder.filter(Self.isRightful)
        let gone = rightful.first { taking in
            guard taking.content == .withdrawn || taking.content == .deleted else { return false }
            return rightful.contains { $0.id == taking.about && $0.by == taking.by && Self.asks($0.content) }
        }
        var kept: [SharedFact] = []
        for fact in rightful {
            if let gone, fact.by == gone.by, fact.at > gone.at, !Self.looksBack(fact.content) { continue }
            kept.append(fact)
        }
        facts = kept
        var requests: [(day: CalendarDay, at: Instant, referral: Referral)] = []
        for fact in kept {
            if case .asked(let referral) = fact.content, requests.isEmpty {
                requests.append((fact.day, fact.at, referral))
            }
            if case .acuteAsked(let acute) = fact.content, requests.isEmpty {
                requests.append((fact.day, fact.at, Self.referral(acute)))
            }
            if case .replaced(let referral) = fact.content, !requests.isEmpty {
                requests.append((fact.day, fact.at, referral))
            }
        }
        self.requests = requests
        goneOn = gone?.day
        takings = kept.filter { $0.content == .withdrawn || $0.content == .deleted }
        counting = kept.filter { takenBack($0) == nil }
        acute = acutePlaces
        stays = goodStays
        walk(to: today)
        judge()
    }

    private mutating func walk(to today: CalendarDay) {
        var day: CalendarDay = "2026-01-01"
        while day < today {
            defer { day = day.adding(days: 1) }
            guard let request = requests.last(where: { $0.day <= day })?.referral else { continue }
            guard let wanted = request.wantedFrom, wanted <= day, !isOver(day), !isStopped(day) else { continue }
            var sides: Set<DelaySide> = []
            for fact in counting {
                guard case .delayed(let delay) = fact.content, delay.span.from <= day else { continue }
                if let until = delay.span.until, until <= day { continue }
                // Nobody knows on one day that something will be held up on the next.
                if fact.day >= day { sides.insert(delay.side) }
            }
            if let decision = request.decision {
                if decision.status == .awaitsTribunal { sides.insert(.tribunal) }
                if decision.status == .made, let made = decision.day, made > day {
                    let isTheirs = decision.maker == .tribunal || decision.maker == .court
                    sides.insert(isTheirs ? .tribunal : .municipality)
                }
            }
            for side in sides { apart[side, default: []].append(day) }
            guard sides.isEmpty else { continue }
            past.append(day)
            let kinds: [MeasureKind] = [.fosterHome, .treatmentInstitution, .careInstitution, .careOrSpecialisedHome]
            if kinds.contains(request.kind) { owed.append(day) }
        }
    }

    private mutating func judge() {
        // Each word with the days that it names, of those that had come when it was said.
        var words: [(verdict: BreachStatement.Verdict, days: Set<CalendarDay>)] = []
        for fact in counting {
            guard case .breachJudged(let word) = fact.content else { continue }
            var days: Set<CalendarDay> = []
            var day = word.span.from
            while day <= fact.day, word.span.until.map({ day < $0 }) ?? true {
                days.insert(day)
                day = day.adding(days: 1)
            }
            words.append((word.verdict, days))
        }
        for day in owed {
            let about = words.indices.filter { place in
                words[place].days.contains(day)
                    && !isReplaced(place, in: words.map(\.days))
            }
            for place in about {
                if words[place].verdict == .confirmed { confirmed.append(day) } else { contested.append(day) }
            }
        }
    }

    /// Whether a later word shares a day with this one.
    private func isReplaced(_ place: Int, in words: [Set<CalendarDay>]) -> Bool {
        words[(place + 1)...].contains { !$0.isDisjoint(with: words[place]) }
    }

    private func takenBack(_ fact: SharedFact) -> CalendarDay? {
        takings.first { $0.about == fact.id && $0.by == fact.by }?.day
    }

    private func isOver(_ day: CalendarDay) -> Bool {
        if let goneOn { if goneOn <= day { return true } }
        for fact in facts where goneOn == nil && fact.content == .serviceDeclined && takenBack(fact) == nil {
            let kinds = [requests.last { $0.at <= fact.at }, requests.last].map { $0?.referral.kind.rawValue ?? 0 }
            if kinds.allSatisfy({ $0 >= 5 }), fact.day <= day { return true }
        }
        return stays.contains { $0 <= day }
    }

    private var goodStays: [CalendarDay] {
        counting.compactMap { fact in
            guard case .stay(let step) = fact.content, case .started = step.change else { return nil }
            if let place = acute.first(where: { $0.told.id == fact.about && $0.told.by == .state }) {
                if let gone = place.gone, gone < step.on { return nil }
                return place.isGood ? step.on : nil
            }
            guard let offer = facts.first(where: { $0.id == fact.about }), case .offered(let said) = offer.content,
                Self.isGood(said), isTaken(offer, said)
            else { return nil }
            if let gone = takenBack(offer), gone < fact.day { return nil }
            return step.on
        }
    }

    private func isTaken(_ offer: SharedFact, _ said: Offer) -> Bool {
        for fact in counting where fact.about == offer.id && fact.at <= said.answerBy {
            guard case .offerAnswered(let answer) = fact.content else { continue }
            if case .taken = answer.outcome { return true }
            return false
        }
        return false
    }

    /// Every place that an answer names, or that a child has come to, with when it was so and when it was no more.
    private var acutePlaces: [(told: SharedFact, from: CalendarDay, gone: CalendarDay?, isGood: Bool)] {
        var named: [(told: SharedFact, isGood: Bool, isLive: Bool)] = []
        var gone: [RecordID: Instant] = [:]
        var latestNone: Instant?
        var begun: [RecordID: Instant] = [:]
        for fact in facts {
            guard case .acuteAnswered(let answer) = fact.content else { continue }
            if answer.status == .noneYet {
                guard takenBack(fact) == nil else { continue }
                latestNone = max(latestNone ?? answer.at, answer.at)
                for place in named { gone[place.told.id] = min(gone[place.told.id] ?? answer.at, answer.at) }
            }
            guard answer.status == .found || answer.status == .ready || answer.status == .arrived else { continue }
            var isGood = answer.accord == .inLine && answer.assessment != nil
            if answer.place == nil {
                let before = named.last { place in
                    let back = takings.first { $0.about == place.told.id && $0.by == .state }?.at
                    let next = losses(after: place.told).min()
                    return [back, next].allSatisfy { $0.map { answer.at < $0 } ?? true }
                }
                guard let before else { continue }
                isGood = before.isGood
            }
            begun[fact.id] = latestNone.map { max($0, answer.at) } ?? answer.at
            named.append((fact, isGood, answer.status != .found))
        }
        return named.map { place in
            let days = [gone[place.told.id].map { OsloTime.day(at: $0) }, takenBack(place.told)].compactMap(\.self)
            let from = begun[place.told.id].map { OsloTime.day(at: $0) } ?? place.told.day
            // What is only found cannot be used on any day, but a child may yet be taken there.
            return (place.told, place.isLive ? from : .latest, days.min(), place.isGood)
        }
    }

    /// The times at which there was no place any more, of what was told after a fact.
    private func losses(after told: SharedFact) -> [Instant] {
        counting.compactMap { fact in
            guard case .acuteAnswered(let answer) = fact.content, answer.status == .noneYet else { return nil }
            return fact.at > told.at ? answer.at : nil
        }
    }

    private func isReady(_ day: CalendarDay) -> Bool {
        acute.contains { place in
            guard place.isGood, place.from <= day else { return false }
            if let gone = place.gone, gone <= day { return false }
            let then = requests.last { $0.at <= place.told.at } ?? requests.first
            let now = requests.last { $0.day <= day }
            guard let then, let now, now.at > then.at else { return true }
            return now.referral.kind == then.referral.kind
        }
    }

    private func isStopped(_ day: CalendarDay) -> Bool {
        if isReady(day) { return true }
        return facts.contains { fact in
            guard case .offered(let offer) = fact.content, Self.isGood(offer) else { return false }
            guard fact.day <= day, offer.usable.from <= day else { return false }
            if let gone = takenBack(fact), gone <= day { return false }
            return !isOutdated(fact, offer, on: day)
        }
    }

    /// Whether the request has become another one since the offer, so that the offer is none to it.
    private func isOutdated(_ fact: SharedFact, _ offer: Offer, on day: CalendarDay) -> Bool {
        guard let then = requests.last(where: { $0.at <= fact.at }) ?? requests.first,
            let now = requests.last(where: { $0.day <= day }), now.at > then.at
        else { return false }
        if now.referral.kind != then.referral.kind { return true }
        if now.referral.wantedFrom == then.referral.wantedFrom { return false }
        for answer in counting where answer.about == fact.id && answer.at <= offer.answerBy {
            guard case .offerAnswered(let said) = answer.content else { continue }
            if case .taken = said.outcome { return false }
            return answer.at < now.at
        }
        return offer.answerBy < now.at
    }

    private static func isGood(_ offer: Offer) -> Bool {
        if let until = offer.usable.until, until <= offer.usable.from { return false }
        return offer.accord == .inLine && !offer.isInterim && offer.assessment != nil
    }

    private static func asks(_ content: SharedFact.Content) -> Bool {
        switch content {
        case .asked, .replaced, .acuteAsked: true
        default: false
        }
    }

    /// Wanted on the day on which the child must have a place, by a decision of the service's own or the prosecutor's.
    private static func referral(_ acute: AcuteRequest) -> Referral {
        let made = OsloTime.day(at: acute.decidedAt)
        let decision = DecisionBehind(section: acute.section, status: .made, maker: .municipality, day: made)
        return Referral(kind: acute.kind, decision: decision, wantedFrom: OsloTime.day(at: acute.neededBy))
    }

    private static func looksBack(_ content: SharedFact.Content) -> Bool {
        switch content {
        case .delayed, .withdrawn, .deleted: true
        default: false
        }
    }

    private static func isRightful(_ fact: SharedFact) -> Bool {
        switch fact.content {
        case .asked, .replaced, .acuteAsked, .offerAnswered, .privateSolution: fact.by == .municipality
        case .offered, .serviceDeclined, .breachJudged, .acuteAnswered: fact.by == .state
        default: true
        }
    }
}
