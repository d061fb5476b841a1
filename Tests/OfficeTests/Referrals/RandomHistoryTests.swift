import Assistance
import Exchange
import Law
import Synthetic
import TestSupport
import Testing

@testable import Office

struct `A random history between two stores` {
    /// What became of messages on their way.
    private struct Mishaps {
        var lost = 0
        var repeated = 0
        var overtaken = 0
    }

    @Test func `ends in the same view and the same figures, whatever is lost, repeated and reordered`() async throws {
        for seed in 0..<UInt64(Rounds.of(4)) {
            try await withTwoOffices { municipality, region in
                var random = SplitMix64(seed: seed)
                var mishaps = Mishaps()
                let id = try await municipality.referral(.institution).id
                var differed = 0
                for number in 0..<32 {
                    try await Self.act(number, id, municipality, region, using: &random)
                    try await Self.carry(municipality, region, share: 0.4, &mishaps, using: &random)
                    let theirs = try region.shared(id, Parties.intake)
                    if try municipality.shared(id, Parties.service) != theirs { differed += 1 }
                    municipality.clock.move(seconds: Int.random(in: 1...80_000, using: &random))
                }
                for _ in 0..<6 { try await Self.carry(municipality, region, share: 1, &mishaps, using: &random) }
                let ours = try #require(try municipality.shared(id, Parties.service))
                let theirs = try #require(try region.shared(id, Parties.intake))
                #expect(ours == theirs, "seed \(seed)")
                // Days past the wanted date and breaches, on every day on which somebody may have looked.
                for back in 0...40 {
                    let day = municipality.today.adding(days: 5 - back)
                    let figures = ours.figures(today: day, law: .national)
                    #expect(theirs.figures(today: day, law: .national) == figures, "seed \(seed), \(day)")
                }
                let (now, today) = (municipality.clock.now, municipality.today)
                #expect(ours.openSteps(now: now, today: today) == theirs.openSteps(now: now, today: today))
                let lines = ours.timeline(now: now, today: today, law: .national)
                #expect(theirs.timeline(now: now, today: today, law: .national) == lines, "seed \(seed)")
                // What a new process folds from the journal is the same.
                #expect(try region.reopened().shared(id, Parties.intake) == theirs, "seed \(seed)")
                #expect(municipality.findings().isEmpty)
                #expect(region.findings().isEmpty)
                // It was a rough way, and much was told on it.
                #expect(mishaps.lost > 20 && mishaps.repeated > 20 && mishaps.overtaken > 5, "seed \(seed)")
                #expect(differed > 5 && ours.facts.count > 8, "seed \(seed)")
            }
        }
    }

    /// Something that one of the sides may want to tell now, by what it knows; the rules may refuse it.
    private static func act(
        _ number: Int,
        _ id: RecordID,
        _ municipality: TestOffice,
        _ region: TestOffice,
        using random: inout SplitMix64
    ) async throws {
        let isState = Bool.random(using: &random)
        let (office, person) = isState ? (region, Parties.officer) : (municipality, Staff.caseworker)
        guard let known = try office.shared(id, isState ? Parties.intake : Parties.service) else { return }
        let day = office.today
        let near = day.adding(days: Int.random(in: -6...3, using: &random))
        let span = DaySpan(from: near, through: near.adding(days: 2))
        let answerBy = office.clock.now.adding(seconds: 200_000)
        let offer = known.offers.randomElement(using: &random)?.id
        var told: [(SharedFact.Content, about: RecordID?)] =
            isState
            ? [
                (.seen, id), (.offered(.usable(from: near, answerBy: answerBy)), id),
                (.friction(Friction(category: .missing, minutesLost: 5, replyBy: day)), nil),
                (.breachJudged(BreachStatement(verdict: .confirmed, span: span, kind: .noMeasure, cause: .other)), nil),
                (.breachJudged(BreachStatement(verdict: .contested, span: span, kind: .noMeasure, cause: .other)), nil),
            ]
            : [
                (.delayed(DelayStatement(span: span, side: .child)), nil),
                (.adviceAsked(AdviceRequest(replyBy: day.adding(days: 3))), nil),
                (.privateSolution(DaySpan(from: near, until: nil)), nil),
            ]
        if let offer, isState { told.append((.withdrawn, offer)) }
        if let offer, !isState {
            for outcome in [OfferAnswer.Outcome.taken(from: day), .declined(.notSuited)] {
                let answer = OfferAnswer(outcome: outcome, childHeard: true, answeredAt: office.clock.now)
                told.append((.offerAnswered(answer), offer))
            }
            told.append((.stay(StayStep(change: .started(plannedUntil: nil), on: day)), offer))
        }
        // The request itself only near the end, since little can be told after it.
        if !isState, number > 26 { told.append((.withdrawn, id)) }
        guard let (content, about) = told.randomElement(using: &random) else { return }
        let command = ReferralCommand(about: about ?? id, content: content, prose: content.prose)
        _ = try await office.referrals.tell(person, id, command, key: "k\(number)")
    }

    /// Carries some of what has been sent so far, in any order and some of it twice; what is left is lost until it is sent
    /// again.
    private static func carry(
        _ one: TestOffice,
        _ other: TestOffice,
        share: Double,
        _ mishaps: inout Mishaps,
        using random: inout SplitMix64
    ) async throws {
        for (from, to) in [(one, other), (other, one)] {
            let reaching = try from.letters().filter { to.rooms.counterparts[$0.receiver]?.unit != nil }
            var newest = Instant.earliest
            for letter in reaching.shuffled(using: &random) {
                guard Double.random(in: 0..<1, using: &random) < share else {
                    mishaps.lost += 1
                    continue
                }
                if letter.sentAt < newest { mishaps.overtaken += 1 }
                newest = max(newest, letter.sentAt)
                let times = Int.random(in: 1...2, using: &random)
                mishaps.repeated += times - 1
                for _ in 0..<times { try await to.rooms.messages.receive(letter) }
            }
        }
    }
}
