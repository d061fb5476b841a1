import Exchange
import Law
import TestSupport
import Testing

struct `A conversation of one opener` {
    private static let theirs = MessageKey(sender: Pretend.stranger, id: Pretend.start)

    @Test(arguments: [-1_000_000, -1, 0, 1, 1_000_000])
    func `is not taken over by who uses its id, whatever time they claim`(minute: Int) throws {
        let copy = Step(number: 8, kind: .standard(.fosterHome), relation: .duplicate, about: 1, minute: minute)
        for receiver in [Pretend.region, Pretend.service] {
            for forgery in [Step.referral(at: minute), copy].map({ $0.from(Pretend.stranger, to: receiver) }) {
                var conversation = try Conversation.after([.referral(), .supplement(2, at: 1)])
                let before = conversation
                #expect(conversation.absorb(try forgery.fact) == nil)
                #expect(conversation == before)
                let late = try Conversation.after([forgery, .referral(), .supplement(2, at: 1)])
                #expect(late == before)
                #expect(late.state.owedReceipts(by: Pretend.region).allSatisfy { $0.kind != .failure })
            }
        }
    }

    @Test
    func `stands beside one of somebody else with the same id`() throws {
        let forged = Step.referral(at: -9).from(Pretend.stranger, to: Pretend.region)
        let withdrawal = Step.withdrawal(7, at: 3).from(Pretend.stranger, to: Pretend.region)
        let steps = [.referral(), forged, withdrawal, .receipt(2, at: 1)]
        let ours = try Conversation.after(steps).state
        let other = try Conversation.after(steps, startedBy: Pretend.stranger).state
        #expect(ours.messages.map(\.fact.key) == [Pretend.first])
        #expect(ours.messages.map(\.stage) == [.received])
        #expect(ours.findings.isEmpty)
        #expect(
            other.messages.map(\.fact.key) == [Self.theirs, MessageKey(sender: Pretend.stranger, id: Pretend.id(7))]
        )
        #expect(other.phase == .withdrawn(by: Pretend.id(7), try #require(other.contents)))
    }

    @Test
    func `names where a message may belong, the likelier first`() throws {
        let region = MessageKey(sender: Pretend.region, id: Pretend.start)
        #expect(try Step.referral().fact.conversations == [Pretend.first])
        #expect(try Step.update(2, at: 1).fact.conversations == [Pretend.first, region])
        #expect(try Step.receipt(2, at: 1).fact.conversations == [Pretend.first, region])
        let copy = Step(number: 8, kind: .standard(.fosterHome), relation: .duplicate, about: 1, minute: 1)
        #expect(try copy.fact.conversations == [Pretend.first])
        let toItself = Step.update(2, at: 1).from(Pretend.service, to: Pretend.service)
        #expect(try toItself.fact.conversations == [Pretend.first])
    }

    /// What the other party sends names the id of the first message and not who sent it.
    @Test
    func `keeps what comes before the first message, and settles it in the one that it leads back to`() throws {
        let early: [Step] = [
            .supplement(4, to: 3, at: 3).from(Pretend.region, to: Pretend.service), .offer(3, at: 2),
            .receipt(5, of: 3, at: 4).from(Pretend.service, to: Pretend.region), .receipt(2, at: 1),
        ]
        let elsewhere = try Conversation.after(early, startedBy: Pretend.region)
        #expect(elsewhere.state.waiting.count == 4)
        // Whoever started it is found out by the first message; what waited at the other name is put to it.
        var here = try Conversation.after([.referral()])
        for fact in elsewhere.facts { #expect(here.absorb(fact)?.isNews == true) }
        #expect(here == (try Conversation.after(early + [.referral()])))
        #expect(here.state.waiting.isEmpty)
        #expect(here.state.findings.isEmpty)
        #expect(here.state.contents?.answers == [Pretend.id(3)])
        #expect(here.state.contents?.supplements == [Pretend.id(4)])
        // An opening by the region itself draws none of it away: nothing leads back to that one.
        let forged = Step.referral(at: -5).from(Pretend.region, to: Pretend.service)
        let other = try Conversation.after(early + [forged, .referral()], startedBy: Pretend.region).state
        #expect(other.messages.map(\.fact.key) == [MessageKey(sender: Pretend.region, id: Pretend.start)])
        #expect(other.contents?.answers == [])
    }

    /// Eight times as many messages may take eight times as long and some more; what is squared takes 64 times.
    @Test(arguments: [true, false])
    func `costs as much as its messages, not their square`(isWaiting: Bool) throws {
        // What is squared never comes below; what is not may be held up by the machine, but hardly ten times.
        let isInProportion = try (0..<10).contains { _ in
            let few = try Self.cost(of: 400, isWaiting: isWaiting)
            return try Self.cost(of: 3_200, isWaiting: isWaiting) < few * 14
        }
        #expect(isInProportion)
    }

    /// The shortest of some runs: the machine may be busy with other things.
    private static func cost(of count: UInt64, isWaiting: Bool) throws -> Duration {
        var steps: [Step] = isWaiting ? [] : [.referral()]
        for number in 0..<count {
            let id = 10 + 4 * number
            let refused = Step.withdrawal(id + 2, of: id + 1, at: 3).from(Pretend.service, to: Pretend.region)
            steps += [.supplement(id, at: 1), .receipt(id + 1, of: id, at: 2), refused]
        }
        let conversation = try Conversation.after(steps)
        var shortest = Duration.seconds(1_000)
        for _ in 0..<3 {
            let time = ProcessorTime.of {
                let state = conversation.state
                #expect(state.owedReceipts(by: Pretend.region).count >= count)
                #expect(state.findings.count == count)
            }
            shortest = min(shortest, time)
        }
        return shortest
    }
}
