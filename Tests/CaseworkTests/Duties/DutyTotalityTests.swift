import Law
import TestSupport
import Testing

@testable import Casework

struct `The order of duties` {
    @Test func `has what the law gives no day first, then the soonest`() throws {
        let day = try DutySample.day("2026-03-02")
        var facts = DutySample.facts()
        // No day: the plan of the investigation and the hearing. A day: the petition, the investigation itself.
        facts.investigations = [DutySample.investigation(receivedOn: day)]
        facts.decisions = [DutySample.decision(.acuteInstitution, made: day.adding(days: 30))]
        let found = Duties.of(facts, concerns: [], law: .national, today: day.adding(days: 31)).filter(\.isOpen)
        let days = found.map(\.lastDay)
        let undated = days.prefix { $0 == nil }.count
        #expect(undated >= 2 && found.prefix(undated).contains { $0.rule == .investigationPlan })
        #expect(days.dropFirst(undated).allSatisfy { $0 != nil })
        let dated = days.compactMap(\.self)
        #expect(dated.count >= 2 && dated == dated.sorted())
    }
}

struct `Any facts at all` {
    /// Days that facts from elsewhere may hold: both ends of the calendar, and all between.
    private func day(_ generator: inout SeededGenerator) -> CalendarDay {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: .earliest
        case 1: .latest
        default: CalendarDay.latest.adding(days: -Int.random(in: 2_900_000...2_930_000, using: &generator))
        }
    }

    @Test func `give an answer, in order of day and rule, and the same one again`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<Rounds.of(300) {
            var facts = DutySample.facts(born: day(&generator))
            facts.closedOn = Bool.random(using: &generator) ? day(&generator) : nil
            let concern = DutySample.concern(
                day(&generator),
                isPublic: true,
                review: DutySample.review(.addedToRunning, on: day(&generator))
            )
            for number in 0..<3 {
                facts.investigations.append(
                    DutySample.investigation(
                        number: UInt64(20 + number),
                        receivedOn: day(&generator),
                        extended: day(&generator),
                        concluded: Bool.random(using: &generator) ? day(&generator) : nil,
                        outcome: .shelvedAtPartysWish,
                        announcesNew: true
                    )
                )
            }
            for kind in Decision.Kind.allCases {
                var decision = DutySample.decision(kind, made: day(&generator))
                decision.implemented = DutySample.at(day(&generator))
                decision.sentToTribunal = DutySample.at(day(&generator))
                decision.petitionSent = Bool.random(using: &generator) ? DutySample.at(day(&generator)) : nil
                decision.ended = Bool.random(using: &generator) ? DutySample.at(day(&generator)) : nil
                decision.missing = [.facts]
                decision.withdrawals = [.init(giver: .child, at: DutySample.at(day(&generator)), handled: nil)]
                facts.decisions.append(decision)
            }
            var measure = DutySample.measure(CalendarDay.latest.adding(days: -2_910_000), home: .fosterHome)
            measure.placement?.visits = [DutySample.visit(.followUp, on: day(&generator))]
            measure.placement?.agreements = [Int.min, 0, .max].map {
                AgreementFacts(permanentWithVisits: $0, at: DutySample.at(day(&generator)))
            }
            facts.measures = [measure]
            let today = CalendarDay.latest.adding(days: -Int.random(in: 2_905_000...2_912_000, using: &generator))
            let found = Duties.of(facts, concerns: [concern], law: .national, today: today)
            #expect(found == Duties.of(facts, concerns: [concern], law: .national, today: today))
            for (duty, next) in zip(found, found.dropFirst()) {
                let days = (duty.lastDay ?? .earliest, next.lastDay ?? .earliest)
                #expect(days.0 < days.1 || (days.0 == days.1 && duty.rule <= next.rule))
            }
            #expect(found.allSatisfy { $0.started <= today || $0.rule == .investigation })
        }
    }
}
