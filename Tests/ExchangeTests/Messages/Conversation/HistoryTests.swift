import Exchange
import Law
import TestSupport
import Testing

struct `A random history` {
    /// Ten seeds, each with as many histories: 10,000 at every commit, 100,000 in the torture run.
    @Test(arguments: 0..<10)
    func `ends alike on both sides, whatever the network did, and as told on paper`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        for round in 0..<Rounds.of(1_000) {
            let history = RandomHistory(using: &generator)
            var sides: [Conversation] = []
            for party in [Pretend.service, Pretend.region] {
                let seen = history.facts.filter { $0.sender == party || $0.receiver == party }
                let orderly = Self.conversation(after: seen)
                let network = BadNetwork(history.facts, at: party, using: &generator)
                let actual = Self.conversation(after: network.arrivals)
                let told = NaiveConversation.outcome(of: seen, startedBy: Pretend.service)
                guard actual == orderly, Outcome(actual) == told else {
                    #expect(actual.state == orderly.state, "seed \(seed) round \(round)")
                    #expect(Outcome(actual) == told, "seed \(seed) round \(round)")
                    return
                }
                sides.append(actual)
            }
            guard sides[0].state.phase == sides[1].state.phase, sides[0].state.messages == sides[1].state.messages
            else {
                #expect(sides[0].state == sides[1].state, "seed \(seed) round \(round)")
                return
            }
        }
    }

    @Test(arguments: 0..<4)
    func `is a set: parts put together in any order make the same whole`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(100 + seed))
        for _ in 0..<Rounds.of(250) {
            let history = RandomHistory(using: &generator)
            let parts = (0..<3).map { _ in
                Self.conversation(after: history.facts.filter { _ in Bool.random(using: &generator) })
            }
            let whole = Self.union(parts)
            #expect(Self.union(parts.reversed()) == whole)
            #expect(Self.union([parts[0], Self.union([parts[1], parts[2]])]) == whole)
            #expect(Self.union([whole, parts[1]]) == whole)
        }
    }

    @Test(arguments: 0..<4)
    func `never goes backwards while messages arrive`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(200 + seed))
        for round in 0..<Rounds.of(250) {
            let history = RandomHistory(using: &generator)
            let network = BadNetwork(history.facts, at: Pretend.region, using: &generator)
            var conversation = Conversation(first: Pretend.first)
            var forgotten: Set<ContentDigest> = []
            var before = conversation.state
            for fact in network.arrivals {
                let change = conversation.absorb(fact)
                forgotten.formUnion(change?.forgotten ?? [])
                let after = conversation.state
                #expect(Self.rank(after.phase) >= Self.rank(before.phase), "seed \(seed) round \(round)")
                #expect(before.parties == nil || after.parties == before.parties, "seed \(seed) round \(round)")
                for message in before.messages {
                    #expect((after[message.fact.key]?.stage ?? .sent) >= message.stage, "seed \(seed) round \(round)")
                }
                #expect(forgotten.isDisjoint(with: conversation.facts.compactMap(\.content)))
                before = after
            }
        }
    }

    @Test
    func `loses an alarm as soon as an answer is there, whichever came first`() {
        var generator = SeededGenerator(seed: 300)
        for _ in 0..<Rounds.of(250) {
            let history = RandomHistory(using: &generator)
            let orderly = Self.conversation(after: history.facts)
            let answered = orderly.state.messages.filter { $0.stage > .sent || $0.failure != nil }
            var actual = Conversation(first: Pretend.first)
            for fact in BadNetwork(history.facts, at: Pretend.service, using: &generator).arrivals {
                if let message = answered.randomElement(using: &generator) {
                    actual.absorbSilence(about: message.fact.key, noticedAt: fact.sentAt)
                }
                _ = actual.absorb(fact)
            }
            for fact in history.facts { _ = actual.absorb(fact) }
            #expect(actual == orderly)
        }
    }

    /// Each thing that may be sent is sent in turn, a minute after all else.
    @Test
    func `never refuses what it says may be sent`() throws {
        var generator = SeededGenerator(seed: 500)
        var sent: [MessageRelation: Int] = [:]
        for round in 0..<Rounds.of(250) {
            let history = RandomHistory(using: &generator)
            let conversation = Self.conversation(after: history.facts)
            let latest = history.facts.map(\.sentAt).max() ?? Pretend.at(0)
            for (kind, reference) in Self.permitted(in: conversation.state) {
                let fact = try MessageFact(
                    id: Pretend.id(99),
                    kind: kind,
                    place: .followUp(reference.relation, of: reference.message, in: reference.start),
                    sentAt: latest.adding(seconds: 60),
                    sender: reference.sender,
                    receiver: reference.receiver
                )
                var next = conversation
                #expect(next.absorb(fact)?.isNews == true)
                let state = next.state
                #expect(!state.findings.contains { $0.message == fact.key }, "round \(round) \(reference.relation)")
                #expect(!state.waiting.contains(fact), "round \(round) \(reference.relation)")
                #expect(reference.sentAfter <= latest)
                sent[reference.relation, default: 0] += 1
            }
        }
        for relation in MessageRelation.allCases where relation != .duplicate {
            #expect(sent[relation, default: 0] > 30)
        }
    }

    private static func permitted(in state: ConversationState) -> [(MessageKind, FollowUpReference)] {
        var found: [(MessageKind, Result<FollowUpReference, ActRefusal>)] = []
        for party in [Pretend.service, Pretend.region] {
            found.append((.standard(.fosterHome), state.mayUpdate(by: party, with: .standard(.fosterHome))))
            for message in state.messages {
                let id = message.fact.id
                let key = message.fact.key
                found += [
                    (.standard(.attachments), state.maySupplement(id, by: party)),
                    (.standard(.withdrawal), state.mayWithdraw(id, by: party)),
                    (.standard(.withdrawal), state.mayDelete(id, by: party)),
                    (.standard(.applicationReceipt), state.mayAnswer(key, by: party, with: .applicationReceipt)),
                    (.standard(.failure), state.mayAnswer(key, by: party, with: .failure)),
                    (.rettid(.offer), state.mayFollow(key, by: party, with: .offer)),
                    (.rettid(.offerAnswer), state.mayFollow(key, by: party, with: .offerAnswer)),
                    (.rettid(.delay), state.mayFollow(key, by: party, with: .delay)),
                ]
                if let notice = try? HandlingNotice(handler: "Kari Testperson", expectedHandling: "Svar fredag.") {
                    let look = state.mayAnswer(key, by: party, with: .caseworkerReceipt(notice))
                    found.append((.standard(.caseworkerReceipt), look))
                }
            }
        }
        return found.compactMap { kind, result in (try? result.get()).map { (kind, $0) } }
    }

    /// The histories are worth their name only if each rule is met often enough.
    @Test
    func `meets every phase, refusal and way of progress`() {
        var generator = SeededGenerator(seed: 400)
        var phases: [String: Int] = [:]
        var reasons: [ConversationFinding.Reason: Int] = [:]
        var seen: [String: Int] = [:]
        for _ in 0..<2_000 {
            let conversation = Self.conversation(after: RandomHistory(using: &generator).facts)
            let state = conversation.state
            let outcome = Outcome(conversation)
            phases[outcome.phase, default: 0] += 1
            for finding in state.findings { reasons[finding.reason, default: 0] += 1 }
            if !state.waiting.isEmpty { seen["waiting", default: 0] += 1 }
            if outcome.inForce != outcome.newest { seen["older in force", default: 0] += 1 }
            if outcome.supplements.count > 1 { seen["supplements", default: 0] += 1 }
            if !outcome.answers.isEmpty { seen["answers", default: 0] += 1 }
            if outcome.stages.values.contains(2) { seen["seen", default: 0] += 1 }
            if outcome.phase != "deleted", !outcome.forgotten.isEmpty { seen["one deleted", default: 0] += 1 }
        }
        for phase in ["unopened", "open", "withdrawn", "deleted"] { #expect(phases[phase, default: 0] > 30) }
        let usual: [ConversationFinding.Reason] = [.otherParties, .receiptOfReceipt, .wrongTarget, .afterEnd]
        for reason in usual { #expect(reasons[reason, default: 0] > 30) }
        for fact in ["waiting", "older in force", "supplements", "answers", "seen", "one deleted"] {
            #expect(seen[fact, default: 0] > 30, "\(fact)")
        }
    }

    private static func conversation(after facts: [MessageFact]) -> Conversation {
        var conversation = Conversation(first: Pretend.first)
        for fact in facts { _ = conversation.absorb(fact) }
        return conversation
    }

    private static func union(_ parts: [Conversation]) -> Conversation {
        var whole = Conversation(first: Pretend.first)
        for part in parts { _ = whole.absorb(part) }
        return whole
    }

    private static func rank(_ phase: ConversationState.Phase) -> Int {
        switch phase {
        case .unopened: 0
        case .open: 1
        case .withdrawn: 2
        case .deleted: 3
        }
    }
}
