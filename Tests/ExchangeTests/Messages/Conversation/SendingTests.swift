import Exchange
import Law
import TestSupport
import Testing

struct `What may be sent` {
    private static let service = Pretend.service
    private static let region = Pretend.region

    /// A row: what has happened, what somebody wants to send, and the rule in the way.
    struct Wish: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var steps: [Step]
        var answer: @Sendable (ConversationState) -> Result<FollowUpReference, ActRefusal>
        var refusal: ActRefusal?

        init(
            _ description: String,
            _ steps: [Step],
            _ refusal: ActRefusal?,
            _ answer: @escaping @Sendable (ConversationState) -> Result<FollowUpReference, ActRefusal>
        ) {
            testDescription = description
            self.steps = steps
            self.refusal = refusal
            self.answer = answer
        }
    }

    private static let foster = MessageKind.standard(.fosterHome)
    private static let first = MessageKey(sender: service, id: Pretend.start)
    private static let ended: [Step] = [.referral(), .withdrawal(2, at: 1)]
    private static let gone: [Step] = [.referral(), .deletion(2, at: 1)]

    private static let wishes: [Wish] = [
        Wish("update", [.referral()], nil) { $0.mayUpdate(by: service, with: foster) },
        Wish("update what failed", [.referral(), .failure(2, at: 1)], nil) { $0.mayUpdate(by: service, with: foster) },
        Wish("update before the first", [.update(2, at: 1)], .notOpened) { $0.mayUpdate(by: service, with: foster) },
        Wish("update by the receiver", [.referral()], .notOpener) { $0.mayUpdate(by: region, with: foster) },
        Wish("update by another kind", [.referral()], .otherKind(foster)) {
            $0.mayUpdate(by: service, with: .standard(.institution))
        },
        Wish("update after a withdrawal", ended, .withdrawn(by: Pretend.id(2))) {
            $0.mayUpdate(by: service, with: foster)
        },
        Wish("update after a deletion", gone, .deleted(by: Pretend.id(2))) {
            $0.mayUpdate(by: service, with: foster)
        },
        Wish("supplement", [.referral()], nil) { $0.maySupplement(Pretend.start, by: service) },
        Wish("supplement an own offer", [.referral(), .offer(2, at: 1)], nil) {
            $0.maySupplement(Pretend.id(2), by: region)
        },
        Wish("supplement another's message", [.referral()], .unknown(Pretend.start)) {
            $0.maySupplement(Pretend.start, by: region)
        },
        Wish("supplement a replaced version", [.referral(), .update(2, at: 1)], .noLongerCounts(Pretend.start)) {
            $0.maySupplement(Pretend.start, by: service)
        },
        Wish("supplement after a withdrawal", ended, .withdrawn(by: Pretend.id(2))) {
            $0.maySupplement(Pretend.start, by: service)
        },
        Wish("withdraw", [.referral()], nil) { $0.mayWithdraw(Pretend.start, by: service) },
        Wish("withdraw another's referral", [.referral()], .unknown(Pretend.start)) {
            $0.mayWithdraw(Pretend.start, by: region)
        },
        Wish("withdraw twice", ended, .withdrawn(by: Pretend.id(2))) { $0.mayWithdraw(Pretend.start, by: service) },
        Wish(
            "withdraw a supplement twice",
            [.referral(), .supplement(2, at: 1), .withdrawal(3, of: 2, at: 2)],
            .withdrawn(by: Pretend.id(3))
        ) { $0.mayWithdraw(Pretend.id(2), by: service) },
        Wish("delete", [.referral()], nil) { $0.mayDelete(Pretend.start, by: service) },
        Wish("delete after a withdrawal", ended, nil) { $0.mayDelete(Pretend.start, by: service) },
        Wish("delete twice", gone, .deleted(by: Pretend.id(2))) { $0.mayDelete(Pretend.start, by: service) },
        Wish("delete a withdrawal", ended, .wrongTarget(Pretend.id(2))) { $0.mayDelete(Pretend.id(2), by: service) },
        Wish("receipt", [.referral()], nil) { $0.mayAnswer(first, by: region, with: .applicationReceipt) },
        Wish("receipt of what waits", [.update(2, at: 1)], nil) {
            $0.mayAnswer(MessageKey(sender: service, id: Pretend.id(2)), by: region, with: .applicationReceipt)
        },
        Wish("receipt of a deletion", gone, nil) {
            $0.mayAnswer(MessageKey(sender: service, id: Pretend.id(2)), by: region, with: .applicationReceipt)
        },
        Wish("receipt twice", [.referral(), .receipt(2, at: 1)], .alreadyAnswered(by: Pretend.id(2))) {
            $0.mayAnswer(first, by: region, with: .applicationReceipt)
        },
        Wish("receipt of nothing", [], .unknown(Pretend.start)) {
            $0.mayAnswer(first, by: region, with: .applicationReceipt)
        },
        Wish("receipt of what went elsewhere", [.referral()], .notSentToYou(Pretend.start)) {
            $0.mayAnswer(first, by: Pretend.stranger, with: .applicationReceipt)
        },
        Wish("receipt of a receipt", [.referral(), .receipt(2, at: 1)], .neverAnswered(Pretend.id(2))) {
            $0.mayAnswer(MessageKey(sender: region, id: Pretend.id(2)), by: service, with: .applicationReceipt)
        },
        Wish("a look", [.referral()], nil) { $0.mayAnswer(first, by: region, with: notice) },
        Wish("a second look", [.referral(), .look(2, at: 1)], nil) { $0.mayAnswer(first, by: region, with: notice) },
        Wish("a look at a deleted message", gone, .deleted(by: Pretend.id(2))) {
            $0.mayAnswer(first, by: region, with: notice)
        },
        Wish("a look at a test", [testMessage], .neverAnswered(Pretend.start)) {
            $0.mayAnswer(first, by: region, with: notice)
        },
        Wish("an offer", [.referral()], nil) { $0.mayFollow(first, by: region, with: .offer) },
        Wish("an offer to oneself", [.referral()], .notSentToYou(Pretend.start)) {
            $0.mayFollow(first, by: service, with: .offer)
        },
        Wish("an offer on an old version", [.referral(), .update(2, at: 1)], .noLongerCounts(Pretend.start)) {
            $0.mayFollow(first, by: region, with: .offer)
        },
        Wish("an answer to an offer that is none", [.referral()], .wrongTarget(Pretend.start)) {
            $0.mayFollow(first, by: region, with: .offerAnswer)
        },
        Wish("an offer after a withdrawal", ended, .withdrawn(by: Pretend.id(2))) {
            $0.mayFollow(first, by: region, with: .offer)
        },
    ]

    private static var testMessage: Step {
        var step = Step.referral()
        step.kind = .standard(.test)
        return step
    }

    private static var notice: Answering {
        guard let notice = try? HandlingNotice(handler: "Kari Testperson", expectedHandling: "Svar innen fredag.")
        else { return .failure }
        return .caseworkerReceipt(notice)
    }

    @Test(arguments: wishes)
    func `follows the rules of the conversation as it stands`(wish: Wish) throws {
        let state = try Conversation.after(wish.steps).state
        switch wish.answer(state) {
        case .success: #expect(wish.refusal == nil)
        case .failure(let refusal):
            #expect(refusal == wish.refusal)
            #expect(!refusal.description.isEmpty)
        }
    }

    @Test
    func `says what the header needs`() throws {
        var receipt = Step.receipt(3, of: 2, at: 4)
        receipt.reference = "never asked for: receipts do not name the case"
        var offer = Step.offer(5, for: 2, at: 5)
        offer.reference = "R-9"
        var older = Step.offer(6, for: 1, at: 2)
        older.reference = "R-8"
        let state = try Conversation.after([.referral(), .update(2, at: 3), receipt, offer, older]).state
        // A message about an older version must be newer than the newest all the same.
        #expect(try state.mayWithdraw(Pretend.start, by: Self.service).get().sentAfter == Pretend.at(3))
        let update = try state.mayUpdate(by: Self.service, with: Self.foster).get()
        #expect(update.relation == .update)
        #expect(update.start == Pretend.start)
        #expect(update.message == Pretend.id(2))
        #expect(update.receiverReference == "R-9")
        #expect(update.receiver == Self.region)
        #expect(update.sentAfter == Pretend.at(3))
        let key = MessageKey(sender: Self.region, id: Pretend.id(5))
        let answer = try state.mayFollow(key, by: Self.service, with: .offerAnswer).get()
        #expect(answer.relation == .answer)
        #expect(answer.message == Pretend.id(5))
        #expect(answer.receiver == Self.region)
        let look = try state.mayAnswer(
            MessageKey(sender: Self.service, id: Pretend.id(2)),
            by: Self.region,
            with: Self.notice
        ).get()
        #expect(look.relation == .caseworkerReceipt)
        #expect(look.message == Pretend.id(2))
    }

    @Test
    func `owes a receipt of the system at once, and a person's for what counts`() throws {
        let state = try Conversation.after([
            .referral(), .update(2, at: 1), .receipt(3, at: 2), .supplement(4, to: 2, at: 3),
            .update(6, of: 5, at: 4), .withdrawal(7, of: 3, at: 5), .look(8, of: 4, at: 6),
        ]).state
        let owed = state.owedReceipts(by: Self.region)
        #expect(
            owed.map { "\($0.kind) \($0.message.id.high)" }.sorted() == [
                "applicationReceipt 2", "applicationReceipt 4", "applicationReceipt 6", "caseworkerReceipt 2",
                "failure 7",
            ]
        )
        #expect(state.owedReceipts(by: Self.service).isEmpty)
        #expect(state.owedReceipts(by: Pretend.stranger).isEmpty)
    }

    @Test
    func `owes nobody a look at what was withdrawn`() throws {
        let owed = try Conversation.after(Self.ended).state.owedReceipts(by: Self.region)
        #expect(owed.map(\.kind) == [.applicationReceipt, .applicationReceipt])
    }

    @Test
    func `never says that a person has looked without saying who and what comes next`() throws {
        let name = "Kari Testperson"
        #expect(throws: HandlingNotice.ParseError.handlerMissing) {
            try HandlingNotice(handler: "", expectedHandling: "Svar innen fredag.")
        }
        #expect(throws: HandlingNotice.ParseError.expectationMissing) {
            try HandlingNotice(handler: name, expectedHandling: " \n")
        }
        #expect(throws: HandlingNotice.ParseError.tooLong(5_001)) {
            try HandlingNotice(handler: name, expectedHandling: String(repeating: "å", count: 4_970))
        }
        let notice = try HandlingNotice(handler: name, expectedHandling: "Svar innen fredag.")
        #expect(notice.information == "Saksbehandler: Kari Testperson\nSvar innen fredag.")
    }

    @Test(
        arguments: [
            (MessageType.attachments, nil, 0, MessageFact.ParseError.needsEarlierMessage),
            (.applicationReceipt, nil, 0, .needsEarlierMessage),
            (.fosterHome, .withdrawn, 1, .relationDoesNotFit(.withdrawn)),
            (.test, .update, 1, .relationDoesNotFit(.update)),
            (.applicationReceipt, .duplicate, 1, .relationDoesNotFit(.duplicate)),
            (.fosterHome, .update, 2, .followsItself),
        ] as [(MessageType, MessageRelation?, UInt64, MessageFact.ParseError)]
    )
    func `is never a message that contradicts itself`(
        type: MessageType,
        relation: MessageRelation?,
        about: UInt64,
        error: MessageFact.ParseError
    ) {
        let step = Step(number: 2, kind: .standard(type), relation: relation, about: about, minute: 1)
        #expect(throws: error) { try step.fact }
    }

    @Test(arguments: [("987654321", true), ("000000001", true), ("98765432", false), ("98765432x", false)])
    func `goes to an organisation of nine ASCII digits`(text: String, isRead: Bool) {
        #expect(OrganisationNumber(text)?.description == (isRead ? text : nil))
        #expect(OrganisationNumber("٩٨٧٦٥٤٣٢١") == nil)
    }
}
