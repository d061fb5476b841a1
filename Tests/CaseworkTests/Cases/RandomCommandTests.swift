import Law
import TestSupport
import Testing

@testable import Casework

struct `Any sequence of commands` {
    /// The name of an event's case, without what it carries.
    private func kind(of event: CaseEvent) -> String {
        Mirror(reflecting: event).children.first?.label ?? "\(event)"
    }

    private func concerns() -> [ConcernFacts] {
        (0...2).map { number in
            let gist = ConcernGist(
                isPublic: true,
                isTypedIn: false,
                identity: .numbered,
                otherChildren: 0,
                municipality: "0301",
                sentAt: nil,
                rawID: nil,
                isUrgent: false,
                receivedAt: Instant(microseconds: 0)
            )
            return ConcernFacts(gist, id: Told.id(100 + UInt64(number)), sequence: 1, on: Told.day(0))
        }
    }

    @Test func `leaves facts that are the fold of the journal, whatever is refused on the way`() {
        var accepted: [String: Int] = [:]
        for round in 0..<Rounds.of(200) {
            var random = RandomWish(generator: SeededGenerator(seed: UInt64(round)))
            var story = CaseStory(Told.opening(age: random.one([3, 10, 15, 17]), isUnborn: random.chance(5)))
            story.concerns = concerns()
            var today = 0
            for _ in 0..<200 {
                today += random.chance(4) ? random.number(0...6) : 0
                let event = random.event(on: today, in: story.journal)
                let day = random.day(near: today)
                let actor = random.actor()
                let seen = random.chance(10) ? story.facts.version - 1 : story.facts.version
                let decided = CaseCommand(
                    event: event,
                    on: day,
                    capacity: random.one([.leader, .caseworker]),
                    seen: seen
                )
                .decide(on: story.facts, concerns: story.concerns, by: actor, law: .national, today: Told.day(today))
                guard case .success(let events) = decided else { continue }
                let before = story.facts.entries
                story.write(events, on: Told.day(0).days(until: day), by: actor, gap: random.number(1...3))
                accepted[kind(of: event), default: 0] += 1
                #expect(story.facts.entries == before + story.journal.suffix(events.count).map(\.entry))
            }
            #expect(story.facts == story.refolded, "round \(round)")
            #expect(!story.facts.workers.contains { story.facts.conflicts.contains($0.actor) }, "round \(round)")
            #expect(story.facts.investigations.count { $0.concluded == nil } <= 1, "round \(round)")
            #expect(story.facts.measures.count { $0.placement != nil && $0.ended == nil } <= 1, "round \(round)")
        }
        // Everything but an opening, which a case has once, must have been possible somewhere; else this shows little.
        #expect(accepted.count == 44, "\(accepted.sorted { $0.key < $1.key })")
    }

    @Test func `with a correction leaves what would have been had it been told right`() {
        var corrected = 0
        for round in 0..<Rounds.of(200) {
            var random = RandomWish(generator: SeededGenerator(seed: UInt64(round) + 1_000_000))
            var story = CaseStory()
            story.concerns = concerns()
            for today in 0..<40 {
                let event = random.event(on: today)
                if story.tell(event, on: today) == nil, !event.needsRefold { continue }
            }
            let place = random.number(1...story.journal.count) - 1
            let entry = story.journal[place]
            let told: (CaseEvent, Int)? =
                random.chance(3)
                ? nil : (entry.event, Told.day(0).days(until: entry.occurredOn) + random.number(-1...1))
            let correction = told.map { Correction.event($0.0, occurredOn: Told.day($0.1)) }
            guard story.tell(.corrected(entry: entry.entry, to: correction, reason: "Feil."), on: 60) == nil,
                case .corrected? = story.journal.last?.event
            else { continue }
            corrected += 1
            #expect(story.facts == `A correction`.ideal(story.journal, entry.entry, told), "round \(round)")
        }
        #expect(corrected > Rounds.of(200) / 4)
    }

    @Test func `is answered without a trap, even on facts that no rules have made`() {
        var accepted = 0
        for round in 0..<Rounds.of(200) {
            var random = RandomWish(generator: SeededGenerator(seed: UInt64(round) + 2_000_000))
            var facts = CaseStory().facts
            for entry in 2..<60 {
                let event = random.event(on: random.number(-400...400))
                facts.apply(event, on: Told.day(random.number(-400...400)), by: random.actor(), entry: entry)
            }
            for _ in 0..<60 {
                let event = random.event(on: random.number(-400...400))
                let command = CaseCommand(event: event, on: random.day(near: 500), capacity: .leader, seen: nil)
                let decided =
                    command
                    .decide(on: facts, concerns: concerns(), by: Told.actor("u9"), law: .national, today: Told.day(500))
                if case .success(let events) = decided {
                    accepted += 1
                    #expect(events.first == event)
                }
            }
        }
        #expect(accepted > 0)
    }

    @Test func `of events, allowed or not, applied one by one equals their fold`() throws {
        for round in 0..<Rounds.of(200) {
            var random = RandomWish(generator: SeededGenerator(seed: UInt64(round) + 3_000_000))
            var journal = CaseStory().journal
            var facts = CaseStory().facts
            for number in 2..<80 {
                let entry = CaseEntry(
                    entry: number,
                    occurredOn: Told.day(random.number(-400...400)),
                    actor: random.actor(),
                    event: random.event(on: random.number(-400...400), in: journal)
                )
                journal.append(entry)
                guard !entry.event.needsRefold else {
                    facts = try #require(CaseFacts.fold(journal, of: CaseStory.caseID))
                    continue
                }
                facts.apply(entry.event, on: entry.occurredOn, by: entry.actor, entry: entry.entry)
            }
            #expect(facts == CaseFacts.fold(journal, of: CaseStory.caseID), "round \(round)")
        }
        #expect(CaseFacts.fold([], of: CaseStory.caseID) == nil)
    }
}
