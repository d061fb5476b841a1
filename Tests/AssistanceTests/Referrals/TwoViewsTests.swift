import Law
import TestSupport
import Testing

@testable import Assistance

struct `The views of both levels` {
    @Test func `are equal once both have the same facts, however these came`() {
        var (differed, differedInFigures) = (0, 0)
        for round in 0..<Rounds.of(3_000) {
            var random = SeededGenerator(seed: UInt64(round))
            let facts = RandomConversation(seed: UInt64(round), facts: 12).conversation.facts
            let whole = SharedReferral(facts)
            // One level has lost some, has others twice, and none in order; then the rest comes, some of it again.
            let early = facts.filter { _ in Bool.random(using: &random) }
            let partial = SharedReferral((early + early.reversed()).shuffled(using: &random))
            if partial != whole { differed += 1 }
            let days = (0...8).map { CalendarDay("2026-01-05").adding(days: $0 * 9) }
            let figures = days.map { whole.figures(today: $0, law: .national) }
            if days.map({ partial.figures(today: $0, law: .national) }) != figures { differedInFigures += 1 }
            let late = facts.filter { !early.contains($0) || Bool.random(using: &random) }
            let other = SharedReferral((early + late + late.prefix(3)).shuffled(using: &random))
            guard other == whole, SharedReferral(whole.facts) == whole else {
                Issue.record("Round \(round)")
                return
            }
            // Days past the wanted date and breaches, on every day that somebody may look.
            #expect(days.map { other.figures(today: $0, law: .national) } == figures, "round \(round)")
            let now = CalendarDay("2026-02-10").noon
            let steps = whole.openSteps(now: now, today: "2026-02-10")
            #expect(other.openSteps(now: now, today: "2026-02-10") == steps, "round \(round)")
            #expect(
                Side.allCases.flatMap { other.openSteps(of: $0, now: now, today: "2026-02-10") }.count == steps.count,
                "round \(round)"
            )
            let lines = whole.timeline(now: now, today: "2026-02-10", law: .national)
            #expect(other.timeline(now: now, today: "2026-02-10", law: .national) == lines, "round \(round)")
            #expect(lines.map(\.at) == lines.map(\.at).sorted(), "round \(round)")
        }
        #expect(differed > 1_000 && differedInFigures > 1_000)
    }

    @Test func `choose the same of two messages with one id`() {
        let (conversation, _) = Conversation.asking()
        guard var twin = conversation.facts.first else { return }
        twin.content = .asked(.institution(wanted: "2026-05-01"))
        let views = (0..<20).map { _ in SharedReferral(Set(conversation.facts + [twin])) }
        #expect(Set(views).count == 1)
        #expect(views.first?.facts.count == 1)
        twin.at = twin.at.adding(seconds: -1)
        #expect(SharedReferral(conversation.facts + [twin]).referral?.kind == .careInstitution)
    }

    @Test func `cannot be changed by using the other side's id`() {
        var (conversation, request) = Conversation.asking()
        let before = conversation.shared.referral
        conversation.tell(.withdrawn, on: "2026-02-02", by: .state, about: request)
        #expect(conversation.shared.end == nil)
        guard let first = conversation.facts.first else { return }
        var forged = first
        forged.by = .state
        forged.at = first.at.adding(seconds: -60)
        forged.content = .supplemented
        conversation.tell(.withdrawn, on: "2026-02-03", by: .municipality, about: request)
        let shared = SharedReferral(conversation.facts + [forged])
        #expect(shared.referral == before)
        #expect(shared.end?.kind == .withdrawn)
    }
}
