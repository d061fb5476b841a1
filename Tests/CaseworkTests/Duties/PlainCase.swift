import Law

@testable import Casework

/// A case as plain days, places in the ``WalkedCalendar``, from which both the facts and what is expected are made.
struct PlainCase {
    var received: Int
    var isPublic: Bool
    var review: (on: Int, outcome: ReviewFacts.Outcome, isGroundless: Bool)?
    var answers: [(answer: ReporterAnswer, on: Int, isLeftOut: Bool)] = []
    var planned: Int?
    var extended: Int?
    var concluded: (on: Int, outcome: InvestigationConclusion.Outcome, announcesNew: Bool)?
    var shelved: Int?

    var kind: Decision.Kind
    var made: Int
    var implemented: Int?
    var toTribunal: Int?
    var controlled: (on: Int, isUpheld: Bool)?
    var petition: Int?
    var ended: Int?
    var longerUntil: Int?
    var withdrawn: Int?
    var handled: Int?
    var isMissingParts: Bool
    var heard: (on: Int, obstacle: Hearing.Obstacle?)?

    var demanded: Int
    var isDemandExtended: Bool
    var demandSent: Int?
    var happened: Int
    var informed: Int?
    var moved: Int
    var need: ChildMove.Need
    var notified: Int?

    var born: Int
    var measure: Int
    var measureEnded: Int?
    var step: (on: Int, kind: AftercareFacts.Kind)?
    var planMade: Int
    var planKind: CasePlan.Kind
    var planEvaluated: Int?
    var visits: [Int]
    var today: Int

    static func random(using generator: inout some RandomNumberGenerator) -> PlainCase {
        let from = WalkedCalendar.shared.newYear(2024)
        func place(_ base: Int, _ days: ClosedRange<Int>) -> Int { base + Int.random(in: days, using: &generator) }
        func maybe(_ base: Int, _ days: ClosedRange<Int>) -> Int? {
            Int.random(in: 0..<3, using: &generator) == 0 ? nil : place(base, days)
        }
        func any<T>(_ all: [T], _ fallback: T) -> T { all.randomElement(using: &generator) ?? fallback }
        func flag() -> Bool { Bool.random(using: &generator) }
        let received = place(from, 0...1_000)
        let made = place(from, 0...1_000)
        let (demanded, happened, moved) = (place(from, 0...1_000), place(from, 0...1_000), place(from, 0...1_000))
        let born = place(WalkedCalendar.shared.newYear(2005), 0...3_000)
        let measure = place(from, 0...700)
        let planMade = place(measure, 0...100)
        let withdrawn = maybe(made, 0...60)
        var plain = PlainCase(
            received: received,
            isPublic: flag(),
            kind: any(Decision.Kind.allCases, .acuteCare),
            made: made,
            implemented: maybe(made, 0...60),
            toTribunal: maybe(made, 0...60),
            petition: maybe(made, 0...120),
            ended: maybe(made, 0...150),
            longerUntil: maybe(made, 0...100),
            withdrawn: withdrawn,
            handled: withdrawn.flatMap { maybe($0, 0...3) },
            isMissingParts: flag(),
            demanded: demanded,
            isDemandExtended: flag(),
            demandSent: maybe(demanded, 0...220),
            happened: happened,
            informed: maybe(happened, 0...2),
            moved: moved,
            need: any(ChildMove.Need.allCases, .none),
            notified: maybe(moved, 0...30),
            born: born,
            measure: measure,
            measureEnded: maybe(measure, 30...900),
            planMade: planMade,
            planKind: any(CasePlan.Kind.allCases, .measures),
            planEvaluated: maybe(planMade, 0...300),
            visits: (0..<8).map { _ in place(measure, -30...1_000) },
            today: place(from, 0...1_400)
        )
        if let on = maybe(received, 0...14) {
            plain.review = (on, any(ReviewFacts.Outcome.allCases, .shelved), flag())
        }
        if let review = plain.review, review.outcome == .investigate {
            plain.planned = maybe(review.on, 0...40)
            plain.extended = maybe(review.on, 60...120)
            if let on = maybe(review.on, 10...230) {
                plain.concluded = (on, any(InvestigationConclusion.Outcome.allCases, .shelved), flag())
                plain.shelved = maybe(on, 0...1)
            }
        }
        for answer in ReporterAnswer.allCases {
            if let on = maybe(received, 0...300) { plain.answers.append((answer, on, flag())) }
        }
        if let on = maybe(made, 0...5) { plain.controlled = (on, flag()) }
        if let on = maybe(made, -20...60) {
            plain.heard = (on, flag() ? nil : any(Hearing.Obstacle.allCases, .tooYoung))
        }
        if let on = maybe(measure, 0...900) { plain.step = (on, any(AftercareFacts.Kind.allCases, .contacted)) }
        return plain
    }

    private func dated(_ place: Int?) -> Dated? { place.map { DutySample.at(WalkedCalendar.shared.day($0)) } }

    private func day(_ place: Int) -> CalendarDay { WalkedCalendar.shared.day(place) }

    func duties() -> [Duty] {
        var facts = DutySample.facts(born: day(born))
        var concern = DutySample.concern(day(received), isPublic: isPublic)
        concern.review = review.map {
            DutySample.review($0.outcome, on: day($0.on), isPlainlyGroundless: $0.isGroundless)
        }
        concern.answers = answers.map {
            AnswerFacts(answer: $0.answer, omission: $0.isLeftOut ? .unreachable : nil, at: DutySample.at(day($0.on)))
        }
        if let review, review.outcome == .investigate {
            var investigation = DutySample.investigation(
                receivedOn: day(received),
                extended: extended.map { day($0) },
                concluded: concluded.map { day($0.on) },
                outcome: concluded?.outcome ?? .shelved,
                announcesNew: concluded?.announcesNew ?? false
            )
            investigation.started = DutySample.at(day(review.on))
            investigation.planned = dated(planned)
            facts.investigations = [investigation]
        }
        facts.decisions = [decision()]
        if let shelved {
            var decision = DutySample.decision(.shelving, made: day(shelved), maker: .tribunal)
            decision.id = DutySample.id(31)
            facts.decisions.append(decision)
        }
        facts.hearings =
            heard.map {
                [HearingFacts(id: DutySample.id(70), at: DutySample.at(day($0.on)), obstacle: $0.obstacle, way: nil)]
            } ?? []
        facts.demands = [
            DemandFacts(
                id: DutySample.id(60),
                isExtended: isDemandExtended,
                received: DutySample.at(day(demanded)),
                sent: dated(demandSent)
            )
        ]
        facts.seriousEvents = [
            SeriousEventFacts(
                id: DutySample.id(61),
                happened: DutySample.at(day(happened)),
                governorInformed: dated(informed)
            )
        ]
        let movedOn = DutySample.at(day(moved))
        facts.moves = [
            MoveFacts(
                id: DutySample.id(62),
                municipality: "3301",
                need: need,
                moved: movedOn,
                notified: dated(notified)
            )
        ]
        var measure = DutySample.measure(day(measure), ended: measureEnded.map { day($0) }, home: .fosterHome)
        measure.placement?.visits = visits.map { DutySample.visit(.followUp, on: day($0)) }
        facts.measures = [measure]
        facts.aftercare = step.map { [AftercareFacts(kind: $0.kind, at: DutySample.at(day($0.on)))] } ?? []
        facts.plans = [
            PlanFacts(
                id: DutySample.id(64),
                kind: planKind,
                measures: [measure.id],
                made: DutySample.at(day(planMade)),
                evaluations: planEvaluated.map { [DutySample.at(day($0))] } ?? [],
                evaluateBy: nil,
                until: nil,
                ended: nil
            )
        ]
        return Duties.of(facts, concerns: [concern], law: .national, today: day(today))
    }

    private func decision() -> DecisionFacts {
        var decision = DutySample.decision(kind, made: day(made), maker: kind == .careOrder ? .tribunal : .leader)
        decision.isAcute = kind.isAcute
        decision.missing = isMissingParts ? [.facts] : []
        decision.implemented = dated(implemented)
        decision.sentToTribunal = dated(toTribunal)
        decision.controlled = controlled.map { .init(isUpheld: $0.isUpheld, at: DutySample.at(day($0.on))) }
        decision.petitionSent = dated(petition)
        decision.ended = dated(ended)
        decision.implementationExtendedTo = longerUntil.map { day($0) }
        decision.withdrawals =
            withdrawn.map { [.init(giver: .parents, at: DutySample.at(day($0)), handled: dated(handled))] } ?? []
        return decision
    }
}
