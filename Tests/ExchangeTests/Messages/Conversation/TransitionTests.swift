import Exchange
import Law
import TestSupport
import Testing

/// A row of the table: what has happened, and what the conversation then is.
struct Transition: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var steps: [Step]
    var phase = "open"
    var newest: UInt64? = 1
    var inForce: UInt64? = 1
    var supplements: [UInt64] = []
    var answers: [UInt64] = []
    var findings: [ConversationFinding.Reason] = []
    var waiting: [UInt64] = []

    init(_ description: String, _ steps: [Step], _ change: (inout Transition) -> Void = { _ in }) {
        testDescription = description
        self.steps = steps
        change(&self)
    }
}

struct `A conversation` {
    private static let table: [Transition] = [
        Transition("a referral opens it", [.referral()]),
        Transition("nothing opens it but a first message", [.update(2, at: 1)]) {
            ($0.phase, $0.newest, $0.inForce, $0.waiting) = ("unopened", nil, nil, [2])
        },
        Transition("the newest update counts", [.referral(), .update(2, at: 1), .update(3, of: 2, at: 2)]) {
            ($0.newest, $0.inForce) = (3, 3)
        },
        Transition("the time of sending tells the newest", [.referral(), .update(2, at: 9), .update(3, at: 2)]) {
            ($0.newest, $0.inForce) = (2, 2)
        },
        Transition("of two at the same time the higher id", [.referral(), .update(3, at: 2), .update(2, at: 2)]) {
            ($0.newest, $0.inForce) = (3, 3)
        },
        Transition("an update replaces a first message from a fast clock", [.referral(at: 5), .update(2, at: 1)]) {
            ($0.newest, $0.inForce, $0.findings) = (2, 2, [.sentBeforeTarget])
        },
        Transition(
            "a version that could not be processed leaves the older one in force",
            [.referral(), .update(2, at: 1), .failure(3, of: 2, at: 2)]
        ) { $0.newest = 2 },
        Transition(
            "a receipt after the failure makes it good",
            [.referral(), .update(2, at: 1), .failure(3, of: 2, at: 2), .receipt(4, of: 2, at: 3)]
        ) { ($0.newest, $0.inForce) = (2, 2) },
        Transition("a first message that failed has nothing in force", [.referral(), .failure(2, at: 1)]) {
            $0.inForce = nil
        },
        Transition(
            "an update puts a failed first message right",
            [.referral(), .failure(2, at: 1), .update(3, at: 2)]
        ) { ($0.newest, $0.inForce) = (3, 3) },
        Transition(
            "supplements add up and outlive an update",
            [.referral(), .supplement(2, at: 1), .update(3, at: 2), .supplement(4, to: 3, at: 3)]
        ) { ($0.newest, $0.inForce, $0.supplements) = (3, 3, [2, 4]) },
        Transition(
            "one supplement is withdrawn",
            [.referral(), .supplement(2, at: 1), .supplement(3, at: 2), .withdrawal(4, of: 2, at: 3)]
        ) { $0.supplements = [3] },
        Transition("an offer is an answer", [.referral(), .offer(2, at: 1)]) { $0.answers = [2] },
        Transition(
            "an offer is withdrawn by who made it",
            [.referral(), .offer(2, at: 1), .withdrawal(3, of: 2, at: 2).from(Pretend.region, to: Pretend.service)]
        ),
        Transition("a withdrawal ends it", [.referral(), .withdrawal(2, at: 1)]) { $0.phase = "withdrawn" },
        Transition("naming an update ends it too", [.referral(), .update(2, at: 1), .withdrawal(3, of: 2, at: 2)]) {
            ($0.phase, $0.newest, $0.inForce) = ("withdrawn", 2, 2)
        },
        Transition("nothing opens it again", [.referral(), .withdrawal(2, at: 1), .update(3, at: 2)]) {
            ($0.phase, $0.findings) = ("withdrawn", [.afterEnd])
        },
        Transition(
            "what was sent before the end still counts",
            [.referral(), .withdrawal(2, at: 5), .update(3, at: 2)]
        ) { ($0.phase, $0.newest, $0.inForce) = ("withdrawn", 3, 3) },
        Transition("what was sent at the same time counts", [.referral(), .withdrawal(2, at: 2), .update(3, at: 2)]) {
            ($0.phase, $0.newest, $0.inForce) = ("withdrawn", 3, 3)
        },
        Transition("a deletion leaves nothing", [.referral(), .supplement(2, at: 1), .deletion(3, at: 2)]) {
            ($0.phase, $0.newest, $0.inForce) = ("deleted", nil, nil)
        },
        Transition("a deletion follows a withdrawal", [.referral(), .withdrawal(2, at: 1), .deletion(3, at: 2)]) {
            ($0.phase, $0.newest, $0.inForce) = ("deleted", nil, nil)
        },
        Transition("a withdrawal does not undo a deletion", [.referral(), .deletion(2, at: 1), .withdrawal(3, at: 2)]) {
            ($0.phase, $0.newest, $0.inForce) = ("deleted", nil, nil)
        },
        Transition(
            "a stranger's withdrawal does nothing",
            [
                .referral(), .withdrawal(2, at: 1).from(Pretend.stranger, to: Pretend.region),
            ]
        ),
        Transition(
            "a stranger's withdrawal sent to who asked does nothing",
            [
                .referral(), .withdrawal(2, at: 1).from(Pretend.stranger, to: Pretend.service),
            ]
        ) { $0.findings = [.otherParties] },
        Transition(
            "the receiver cannot withdraw what it was asked",
            [
                .referral(), .withdrawal(2, at: 1).from(Pretend.region, to: Pretend.service),
            ]
        ) { $0.findings = [.otherParties] },
        Transition(
            "an update to somebody else does nothing",
            [
                .referral(), .update(2, at: 1).from(Pretend.service, to: Pretend.stranger),
            ]
        ) { $0.findings = [.otherParties] },
        Transition(
            "a receipt by somebody who was not asked does nothing",
            [
                .referral(), .receipt(2, at: 1).from(Pretend.stranger, to: Pretend.service),
            ]
        ) { $0.findings = [.otherParties] },
        Transition(
            "a receipt of a receipt does nothing",
            [
                .referral(), .receipt(2, at: 1), .receipt(3, of: 2, at: 2).from(Pretend.service, to: Pretend.region),
            ]
        ) { $0.findings = [.receiptOfReceipt] },
        Transition(
            "a receipt of a failure does nothing",
            [
                .referral(), .failure(2, at: 1), .look(3, of: 2, at: 2).from(Pretend.service, to: Pretend.region),
            ]
        ) { ($0.inForce, $0.findings) = (nil, [.receiptOfReceipt]) },
        Transition(
            "receipts are not withdrawn",
            [
                .referral(), .receipt(2, at: 1),
                .withdrawal(3, of: 2, at: 2).from(Pretend.region, to: Pretend.service),
            ]
        ) { $0.findings = [.wrongTarget] },
        Transition(
            "the same first message from somebody else is another matter",
            [
                .referral(), .referral(at: 1).from(Pretend.stranger, to: Pretend.region),
            ]
        ),
        Transition(
            "the same first message to somebody else is refused",
            [
                .referral(), .referral(at: 1).from(Pretend.service, to: Pretend.stranger),
            ]
        ) { $0.findings = [.secondOpening] },
        Transition("one id for two messages is reported", [.referral(), .referral(at: 1)]) {
            $0.findings = [.contested]
        },
        Transition(
            "a copy that is no copy is reported",
            [
                .referral(), Step(number: 2, kind: .standard(.test), relation: .duplicate, about: 1, minute: 1),
            ]
        ) { $0.findings = [.contested] },
        Transition("a chain with a gap waits", [.referral(), .update(3, of: 2, at: 2), .receipt(4, of: 3, at: 3)]) {
            $0.waiting = [3, 4]
        },
        Transition("two that follow each other wait for ever", [.update(2, of: 3, at: 1), .update(3, of: 2, at: 2)]) {
            ($0.phase, $0.newest, $0.inForce, $0.waiting) = ("unopened", nil, nil, [2, 3])
        },
    ]

    @Test(arguments: table)
    func `is what its messages make it, in whatever order they come`(row: Transition) throws {
        for steps in [row.steps, row.steps.reversed(), row.steps + row.steps] {
            let state = try Conversation.after(steps).state
            #expect(Self.name(state.phase) == row.phase)
            #expect(state.contents?.newest == row.newest.map(Pretend.id))
            #expect(state.contents?.inForce == row.inForce.map(Pretend.id))
            #expect(state.contents?.supplements ?? [] == row.supplements.map(Pretend.id))
            #expect(state.contents?.answers ?? [] == row.answers.map(Pretend.id))
            #expect(state.findings.map(\.reason) == row.findings)
            #expect(state.waiting.map(\.id) == row.waiting.map(Pretend.id))
        }
    }

    @Test
    func `opens by a copy where the first message never comes`() throws {
        let copy = Step(number: 9, kind: .standard(.fosterHome), relation: .duplicate, about: 1, minute: 3)
        let conversation = try Conversation.after([copy, .update(2, at: 1), .receipt(4, of: 9, at: 4)])
        let state = conversation.state
        #expect(state.contents?.newest == Pretend.id(2))
        #expect(state[MessageKey(sender: Pretend.service, id: Pretend.start)]?.outgoing == .received)
        var later = conversation
        _ = later.absorb(try Step.referral().fact)
        #expect(later.state.findings.map(\.reason) == [])
        #expect(later.state[MessageKey(sender: Pretend.service, id: Pretend.id(9))]?.fact.relation == nil)
    }

    @Test
    func `takes nothing from another conversation`() throws {
        var conversation = try Conversation.after([.referral()])
        #expect(conversation.absorb(try Step.referral(7).fact) == nil)
        let other = MessageKey(sender: Pretend.service, id: Pretend.id(7))
        #expect(conversation.absorb(Conversation(first: other)) == nil)
        #expect(conversation.facts.count == 1)
    }

    @Test
    func `says whether a message is news`() throws {
        var conversation = Conversation(first: Pretend.first)
        let fact = try Step.referral().fact
        #expect(conversation.absorb(fact)?.isNews == true)
        #expect(conversation.absorb(fact)?.isNews == false)
        let end = conversation.absorb(try Step.deletion(2, at: 1).fact)
        let deletion = try #require(end)
        #expect(deletion.isNews)
        #expect(deletion.forgotten.count == 2)
        // The same bytes once more: nothing new, but there they are again and have to go again.
        let repeated = conversation.absorb(fact)
        let again = try #require(repeated)
        #expect(!again.isNews)
        #expect(again.forgotten == [ContentDigest([1])])
    }

    @Test
    func `forgets content and references with a deletion, also of what comes later or waits`() throws {
        var referral = Step.referral()
        referral.reference = "B-17"
        let conversation = try Conversation.after([
            .deletion(2, at: 3), .update(5, of: 4, at: 1), referral, .supplement(3, at: 2), .offer(6, at: 2),
        ])
        #expect(conversation.facts.count == 5)
        #expect(conversation.facts.allSatisfy { $0.content == nil && $0.reference == nil })
    }

    @Test
    func `forgets one supplement only`() throws {
        let conversation = try Conversation.after([.referral(), .supplement(2, at: 1), .deletion(3, of: 2, at: 2)])
        #expect(conversation.facts.filter { $0.content == nil }.map(\.id) == [Pretend.id(2)])
        #expect(conversation.state.contents?.supplements == [])
    }

    @Test(arguments: [(3, 4), (4, 3)])
    func `holds a supplement deleted that was withdrawn too`(withdrawn: Int, deleted: Int) throws {
        let state = try Conversation.after([
            .referral(), .supplement(2, at: 1), .withdrawal(5, of: 2, at: withdrawn), .deletion(6, of: 2, at: deleted),
        ]).state
        let supplement = state[MessageKey(sender: Pretend.service, id: Pretend.id(2))]
        #expect(supplement?.standing == .deleted(by: Pretend.id(6)))
    }

    @Test
    func `holds both roles in one organisation apart`() throws {
        let oslo = Pretend.service
        let steps: [Step] = [.referral(), .receipt(2, at: 1), .update(3, at: 2), .look(4, of: 3, at: 3)]
        let state = try Conversation.after(steps.map { $0.from(oslo, to: oslo) }).state
        #expect(state.findings == [])
        #expect(state.contents?.newest == Pretend.id(3))
        #expect(state.messages.map(\.outgoing) == [.received, .seen])
    }

    private static func name(_ phase: ConversationState.Phase) -> String {
        switch phase {
        case .unopened: "unopened"
        case .open: "open"
        case .withdrawn: "withdrawn"
        case .deleted: "deleted"
        }
    }
}
