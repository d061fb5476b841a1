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
            if case .replaced(let referral) = fact.content, !requests.isEmpty {
                requests.append((fact.day, fact.at, referral))
            }
        }
        self.requests = requests
        goneOn = gone?.day
        takings = kept.filter { $0.content == .withdrawn || $0.content == .deleted }
        counting = kept.filter { takenBack($0) == nil }
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
            for case .delayed(let delay) in counting.map(\.content) where delay.span.from <= day {
                if let until = delay.span.until, until <= day { continue }
                sides.insert(delay.side)
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
        var words: [(verdict: BreachStatement.Verdict, from: CalendarDay, until: CalendarDay)] = []
        for case .breachJudged(let word) in counting.map(\.content) {
            let (from, until) = (word.span.from, end(of: word))
            words.removeAll {
                ($0.from < until && from < $0.until && from < until && $0.from < $0.until) || $0.from == from
            }
            words.append((word.verdict, from, until))
        }
        for word in words {
            for day in owed where word.from <= day && day < word.until {
                if word.verdict == .confirmed { confirmed.append(day) } else { contested.append(day) }
            }
        }
    }

    /// The first day that a judgement is no longer about: its own, or that after the row of owed days which it begins in or
    /// before.
    private func end(of word: BreachStatement) -> CalendarDay {
        if let until = word.span.until { return until }
        guard var day = owed.filter({ $0 >= word.span.from }).min() else { return word.span.from }
        while owed.contains(day) { day = day.adding(days: 1) }
        return day
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
            guard case .stay(let step) = fact.content, case .started = step.change,
                let offer = facts.first(where: { $0.id == fact.about }), case .offered(let said) = offer.content,
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

    private func isStopped(_ day: CalendarDay) -> Bool {
        facts.contains { fact in
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
        case .asked, .replaced: true
        default: false
        }
    }

    private static func looksBack(_ content: SharedFact.Content) -> Bool {
        switch content {
        case .delayed, .withdrawn, .deleted: true
        default: false
        }
    }

    private static func isRightful(_ fact: SharedFact) -> Bool {
        switch fact.content {
        case .asked, .replaced, .offerAnswered, .privateSolution: fact.by == .municipality
        case .offered, .serviceDeclined, .breachJudged: fact.by == .state
        default: true
        }
    }
}
