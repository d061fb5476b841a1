import Exchange
import Law
import TestSupport

/// A conversation as it would have gone without a network: messages in the order in which they were sent.
///
/// Most follow the rules; some are what other systems get wrong: strangers, receipts of receipts, unknown ids, what
/// comes after the end. Some are hostile: openings by others under the same id, which claim to be older or younger.
struct RandomHistory {
    private(set) var facts: [MessageFact] = []
    private var minute = 0
    private var numbers: [UInt64]

    private static let moves: [(MessageKind, MessageRelation)] = [
        (.standard(.fosterHome), .update), (.standard(.fosterHome), .update),
        (.standard(.attachments), .supplement), (.standard(.attachments), .supplement),
        (.standard(.applicationReceipt), .applicationReceipt), (.standard(.applicationReceipt), .applicationReceipt),
        (.standard(.applicationReceipt), .applicationReceipt), (.standard(.applicationReceipt), .applicationReceipt),
        (.standard(.caseworkerReceipt), .caseworkerReceipt), (.standard(.caseworkerReceipt), .caseworkerReceipt),
        (.standard(.failure), .failure), (.rettid(.offer), .answer), (.rettid(.offerAnswer), .answer),
        (.rettid(.delay), .answer), (.rettid(.delay), .supplement),
        (.standard(.withdrawal), .withdrawn), (.standard(.withdrawal), .deleted),
        (.standard(.fosterHome), .duplicate), (.standard(.attachments), .duplicate),
    ]

    init(using generator: inout SeededGenerator) {
        numbers = (2...20).shuffled(using: &generator)
        var opening = Step.referral()
        if Int.random(in: 0..<20, using: &generator) == 0 { opening.kind = .standard(.test) }
        add(opening)
        if Int.random(in: 0..<4, using: &generator) == 0 { addForeignOpening(using: &generator) }
        for _ in 0..<Int.random(in: 0...12, using: &generator) { addMove(using: &generator) }
        facts.sort { $0.sentAt == $1.sentAt ? $0.id < $1.id : $0.sentAt < $1.sentAt }
        switch Int.random(in: 0..<25, using: &generator) {
        case 0: facts.removeAll { $0.relation == nil || Self.isCopyOfFirst($0) }
        case 1: replaceFirst(by: opening.kind)
        default: break
        }
    }

    /// The first message never comes, but a copy of it does.
    private mutating func replaceFirst(by kind: MessageKind) {
        let copy = Step(number: 900, kind: kind, relation: .duplicate, about: 1, minute: 0)
        guard let fact = try? copy.fact else { return }
        guard let first = facts.firstIndex(where: { $0.relation == nil && $0.sender == fact.sender }) else { return }
        facts[first] = fact
    }

    /// Somebody else uses the id of the first message for one of their own, or for what claims to be a copy of it.
    private mutating func addForeignOpening(using generator: inout SeededGenerator) {
        let parties = [Pretend.service, Pretend.region, Pretend.stranger]
        let isCopy = Bool.random(using: &generator)
        var step = Step.referral(isCopy ? numbers.removeLast() : 1, at: Int.random(in: -9...9, using: &generator))
        if isCopy { (step.relation, step.about) = (.duplicate, 1) }
        step.sender = Bool.random(using: &generator) ? Pretend.region : Pretend.stranger
        step.receiver = parties.filter { $0 != step.sender }.randomElement(using: &generator) ?? step.receiver
        add(step)
    }

    private static func isCopyOfFirst(_ fact: MessageFact) -> Bool {
        fact.relation == .duplicate && fact.earlier == Pretend.start && fact.kind.mayBe(nil)
    }

    private mutating func addMove(using generator: inout SeededGenerator) {
        guard let (kind, relation) = Self.moves.randomElement(using: &generator) else { return }
        let fitting = facts.filter { Self.isLikely(relation, about: $0) }
        let isOdd = Int.random(in: 0..<8, using: &generator) == 0
        guard let target = (isOdd || fitting.isEmpty ? facts : fitting).randomElement(using: &generator) else { return }
        let isOwn = relation.concernsOwnMessage
        var step = Step(
            number: numbers.removeLast(),
            kind: kind,
            relation: relation,
            about: target.id.high,
            minute: minute
        )
        // A copy of the first message is one: what another kind does is a case of its own.
        if relation == .duplicate, target.relation == nil { step.kind = target.kind }
        step.sender = isOwn ? target.sender : target.receiver
        step.receiver = isOwn ? target.receiver : target.sender
        let parties = [Pretend.service, Pretend.region, Pretend.stranger]
        switch relation == .duplicate ? 9 : Int.random(in: 0..<25, using: &generator) {
        case 0: step.about = 1_000 + step.number
        case 1: step.sender = parties.randomElement(using: &generator) ?? step.sender
        case 2: step.receiver = parties.randomElement(using: &generator) ?? step.receiver
        default: break
        }
        // Two updates of the same minute are told apart by their ids.
        let sharesMinute = relation == .update && facts.last?.relation == .update && target.sentAt < Pretend.at(minute)
        if !sharesMinute || Bool.random(using: &generator) { minute += 1 }
        step.minute = minute
        add(step)
    }

    private mutating func add(_ step: Step) {
        guard let fact = try? step.fact else { return }
        facts.append(fact)
    }

    private static func isLikely(_ relation: MessageRelation, about fact: MessageFact) -> Bool {
        switch relation {
        case .update: fact.relation == nil || fact.relation == .update
        case .duplicate: fact.relation != .duplicate && !fact.kind.isTerminal
        default: !fact.kind.isTerminal
        }
    }
}

/// The arrivals at one party: its own messages in order, the others lost and sent again, doubled and delayed.
struct BadNetwork {
    private(set) var arrivals: [MessageFact] = []

    init(_ facts: [MessageFact], at party: OrganisationNumber, using generator: inout SeededGenerator) {
        var timed: [(time: Int, fact: MessageFact)] = []
        for (sent, fact) in facts.enumerated() where fact.sender == party || fact.receiver == party {
            guard fact.sender != party else {
                timed.append((sent * 10, fact))
                continue
            }
            var time = sent * 10
            var copies = 0
            repeat {
                let delay = Int.random(in: 1...60, using: &generator)
                let isLost = Int.random(in: 0..<3, using: &generator) == 0
                if !isLost {
                    timed.append((time + delay, fact))
                    copies += 1
                }
                time += 25
            } while copies == 0 || Int.random(in: 0..<3, using: &generator) == 0
        }
        // The time and the place in the list decide, so that a round can be repeated.
        arrivals = timed.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element.fact)
    }
}
