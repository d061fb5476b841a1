import Exchange
import Law
import TestSupport
import Testing

struct `The progress of a message` {
    @Test(
        arguments: [
            ([], MessageState.Outgoing.sent, MessageState.Incoming.arrived),
            ([.receipt(2, at: 1)], .received, .receiptSent),
            ([.look(2, at: 1)], .seen, .caseworkerReceiptSent),
            ([.look(2, at: 1), .receipt(3, at: 2)], .seen, .caseworkerReceiptSent),
            ([.failure(2, at: 1)], .rejected(by: Pretend.id(2)), .refused(by: Pretend.id(2))),
            ([.failure(2, at: 1), .receipt(3, at: 2)], .received, .receiptSent),
            ([.receipt(2, at: 1), .failure(3, at: 2)], .rejected(by: Pretend.id(3)), .refused(by: Pretend.id(3))),
            ([.failure(2, at: 1), .receipt(3, at: 1)], .rejected(by: Pretend.id(2)), .refused(by: Pretend.id(2))),
            ([.failure(2, at: 1), .failure(3, at: 2)], .rejected(by: Pretend.id(3)), .refused(by: Pretend.id(3))),
        ] as [([Step], MessageState.Outgoing, MessageState.Incoming)]
    )
    func `is the same from either side`(
        steps: [Step],
        outgoing: MessageState.Outgoing,
        incoming: MessageState.Incoming
    ) throws {
        for order in [steps, steps.reversed()] {
            let state = try Conversation.after([.referral()] + order).state.messages.first
            #expect(state?.outgoing == outgoing)
            #expect(state?.incoming == incoming)
        }
    }

    @Test
    func `is unsure where nobody answered, until somebody does`() throws {
        var conversation = try Conversation.after([.referral()])
        let key = MessageKey(sender: Pretend.service, id: Pretend.start)
        conversation.absorbSilence(about: key, noticedAt: Pretend.at(30))
        conversation.absorbSilence(about: key, noticedAt: Pretend.at(20))
        conversation.absorbSilence(about: key, noticedAt: Pretend.at(25))
        #expect(conversation.state[key]?.outgoing == .unanswered(since: Pretend.at(20)))
        _ = conversation.absorb(try Step.receipt(2, at: 40).fact)
        #expect(conversation.state[key]?.outgoing == .received)
        conversation.absorbSilence(about: key, noticedAt: Pretend.at(50))
        let expected = try Conversation.after([.referral(), .receipt(2, at: 40)])
        #expect(conversation == expected)
    }

    @Test
    func `ends the alarm about a copy with the answer to another`() throws {
        let copies = [8, 9].map {
            Step(number: $0, kind: .standard(.fosterHome), relation: .duplicate, about: 1, minute: 1)
        }
        var conversation = try Conversation.after(copies)
        conversation.absorbSilence(
            about: MessageKey(sender: Pretend.service, id: Pretend.id(9)),
            noticedAt: Pretend.at(9)
        )
        let key = MessageKey(sender: Pretend.service, id: Pretend.start)
        #expect(conversation.state[key]?.outgoing == .unanswered(since: Pretend.at(9)))
        _ = conversation.absorb(try Step.receipt(2, of: 8, at: 10).fact)
        #expect(conversation.state[key]?.outgoing == .received)
        #expect(conversation.silences.isEmpty)
    }
}
