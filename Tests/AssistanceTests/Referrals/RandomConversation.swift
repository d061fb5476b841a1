import Law
import TestSupport

@testable import Assistance

/// Conversations that nobody has thought of, sensible or not: late, repeated, contradicted and told by the wrong side.
struct RandomConversation {
    private(set) var conversation = Conversation()
    private var random: SeededGenerator
    private var requests: [RecordID] = []
    private var offers: [RecordID] = []
    private var others: [RecordID] = []
    private var today: CalendarDay = "2026-01-05"

    init(seed: UInt64, facts count: Int) {
        random = SeededGenerator(seed: seed)
        if chance(1, of: 4), let acute = AcuteRequest.sample(neededBy: near().noon, decidedAt: near().noon) {
            requests.append(tell(.acuteAsked(acute)))
        } else if chance(9, of: 10) {
            requests.append(tell(.asked(referral())))
        }
        for _ in 0..<count {
            today = today.adding(days: Int.random(in: 0...4, using: &random))
            step()
        }
    }

    private mutating func step() {
        switch Int.random(in: 0..<20, using: &random) {
        case 0, 1: requests.append(tell(.replaced(referral()), about: requests.first))
        case 2, 3, 4: offers.append(tell(.offered(offer()), about: requests.last))
        case 5, 6:
            let day = near()
            let reason = DeclineReason.allCases.randomElement(using: &random) ?? .other
            others.append(tell(chance(2, of: 3) ? .taken(from: day) : .declined(reason), about: one(of: offers)))
        case 7: others.append(tell(.started(near()), by: one(of: Side.allCases), about: one(of: offers)))
        case 16, 17, 18: offers.append(tell(.acuteAnswered(acuteAnswer()), about: requests.first))
        case 8, 9, 10:
            let side = DelaySide.allCases.randomElement(using: &random) ?? .child
            others.append(tell(.delayed(DelayStatement(span: span(), side: side)), by: one(of: Side.allCases)))
        case 11, 12:
            let verdict: BreachStatement.Verdict = chance(1, of: 2) ? .confirmed : .contested
            let statement = BreachStatement(verdict: verdict, span: span(), kind: .noMeasure, cause: .other)
            others.append(tell(.breachJudged(statement)))
        case 13: others.append(tell(.privateSolution(span())))
        case 14 where chance(1, of: 4): tell(.serviceDeclined, about: requests.last)
        case 15 where chance(1, of: 4):
            tell(chance(1, of: 2) ? .withdrawn : .deleted, by: one(of: Side.allCases), about: one(of: requests))
        default:
            tell(.withdrawn, by: one(of: Side.allCases), about: one(of: chance(1, of: 2) ? offers : others))
        }
    }

    @discardableResult
    private mutating func tell(
        _ content: SharedFact.Content,
        by side: Side? = nil,
        about: RecordID? = nil
    ) -> RecordID {
        // Now and then the other side tells what it may not.
        let usual: Side = side ?? (content.sides.contains(.municipality) ? .municipality : .state)
        return conversation.tell(content, on: today, by: chance(1, of: 20) ? usual.other : usual, about: about)
    }

    private mutating func referral() -> Referral {
        let statuses = DecisionBehind.Status.allCases
        let status = statuses.randomElement(using: &random) ?? .made
        let maker: DecisionBehind.Maker = chance(1, of: 2) ? .tribunal : .municipality
        let decision = DecisionBehind(
            section: .careOrder,
            status: status,
            maker: maker,
            day: status == .made ? near() : nil
        )
        return Referral(
            kind: chance(4, of: 5) ? .fosterHome : .homeMultisystemic,
            decision: chance(1, of: 2) ? decision : nil,
            wantedFrom: chance(9, of: 10) ? near() : nil
        )
    }

    private mutating func offer() -> Offer {
        let from = near()
        return .usable(
            from: from,
            until: chance(1, of: 5) ? from.adding(days: Int.random(in: 0...9, using: &random)) : nil,
            accord: chance(2, of: 3) ? .inLine : .departs,
            isInterim: chance(1, of: 5),
            isAssessed: chance(9, of: 10),
            answerBy: today.adding(days: Int.random(in: 0...8, using: &random)).evening
        )
    }

    private mutating func acuteAnswer() -> AcuteAnswer {
        let status = AcuteAnswer.Status.allCases.randomElement(using: &random) ?? .ready
        let isNamed = status == .arrived ? chance(1, of: 2) : status != .noneYet && status != .seen
        let at = OsloTime.instant(of: near(), hour: Int.random(in: 0...23, using: &random))
        return AcuteAnswer.sample(
            status,
            at: at,
            isNamed: isNamed,
            accord: chance(3, of: 4) ? .inLine : .departs
        )
    }

    private mutating func span() -> DaySpan {
        let from = near()
        let until = chance(3, of: 4) ? from.adding(days: Int.random(in: 0...9, using: &random)) : nil
        return DaySpan(from: from, until: until)
    }

    private mutating func near() -> CalendarDay { today.adding(days: Int.random(in: -8...12, using: &random)) }

    private mutating func chance(_ part: Int, of whole: Int) -> Bool {
        Int.random(in: 0..<whole, using: &random) < part
    }

    private mutating func one<Item>(of items: [Item]) -> Item? { items.randomElement(using: &random) }
}
