import Exchange
import Law

/// What a conversation comes to, told by ids only.
struct Outcome: Equatable {
    var phase = "unopened"
    var newest: RecordID?
    var inForce: RecordID?
    var supplements: [RecordID] = []
    var answers: [RecordID] = []
    /// How far each message that can be answered has come: 0 sent, 1 received, 2 seen.
    var stages: [RecordID: Int] = [:]
    var failed: Set<RecordID> = []
    var waiting: Set<RecordID> = []
    var refused: Set<RecordID> = []
    var forgotten: Set<RecordID> = []
}

/// The conversation told anew from the first message to the last, as one would on paper.
///
/// It needs every message in the order of sending and right clocks, and it knows nothing of sets: it is here to
/// disagree with the program.
struct NaiveConversation {
    private enum Fate { case counts, waits, refused, late }

    private var outcome = Outcome()
    private var facts: [RecordID: MessageFact] = [:]
    private var fates: [RecordID: Fate] = [:]
    /// The message that a copy is a copy of.
    private var originals: [RecordID: RecordID] = [:]
    private var versions: [RecordID] = []
    private var supplements: [RecordID] = []
    private var answers: [RecordID] = []
    private var opener: OrganisationNumber?
    private var ended = false
    private var deleted = false

    private let starter: OrganisationNumber

    /// What all that went over the wire under one id comes to for the conversation of one starter.
    static func outcome(of facts: [MessageFact], startedBy starter: OrganisationNumber) -> Outcome {
        var naive = NaiveConversation(starter: starter)
        for fact in facts { naive.replay(fact) }
        return naive.finished
    }

    private mutating func replay(_ fact: MessageFact) {
        let isOpening = fact.relation == nil || opensIn(fact)
        guard fact.sender == starter || !isOpening && fact.receiver == starter else { return }
        facts[fact.id] = fact
        fates[fact.id] = fate(of: fact)
        guard fates[fact.id] == .counts else { return }
        switch fact.relation {
        case nil: open(fact, as: fact.id)
        case .duplicate:
            guard let original = fact.earlier else { return }
            originals[fact.id] = original
            if fates[original] == nil || versions == [original] && facts[original] == nil { open(fact, as: original) }
        case .update:
            versions.append(fact.id)
            outcome.stages[fact.id] = 0
        case .supplement:
            supplements.append(fact.id)
            outcome.stages[fact.id] = 0
        case .answer:
            answers.append(fact.id)
            outcome.stages[fact.id] = 0
        case .withdrawn, .deleted: takeBack(fact)
        case .applicationReceipt: progress(fact, to: 1)
        case .caseworkerReceipt: progress(fact, to: 2)
        case .failure: outcome.failed.insert(target(of: fact))
        }
    }

    private init(starter: OrganisationNumber) {
        self.starter = starter
    }

    private mutating func open(_ fact: MessageFact, as id: RecordID) {
        guard opener == nil else { return }
        opener = fact.sender
        versions = [id]
        outcome.stages[id] = 0
    }

    private mutating func takeBack(_ fact: MessageFact) {
        outcome.stages[fact.id] = 0
        let target = target(of: fact)
        if versions.contains(target) || facts[target]?.relation == .update {
            ended = true
            if fact.relation == .deleted { deleted = true }
        } else {
            supplements.removeAll { $0 == target }
            answers.removeAll { $0 == target }
            if fact.relation == .deleted { outcome.forgotten.insert(target) }
        }
    }

    private mutating func progress(_ fact: MessageFact, to stage: Int) {
        let target = target(of: fact)
        outcome.stages[target] = max(stage, outcome.stages[target] ?? 0)
        outcome.failed.remove(target)
    }

    private func target(of fact: MessageFact) -> RecordID {
        guard let earlier = fact.earlier else { return fact.id }
        return originals[earlier] ?? earlier
    }

    private mutating func fate(of fact: MessageFact) -> Fate {
        guard let relation = fact.relation, let earlier = fact.earlier else { return .counts }
        let opensAgain = opensIn(fact)
        if opensAgain, opener == nil || facts[earlier]?.relation != nil || facts[earlier] == nil {
            return opener == nil || opener == fact.sender && parties(fact) ? .counts : .refused
        }
        let copy = facts.values.first { originals[$0.id] == earlier }
        guard let target = facts[earlier] ?? (earlier == fact.start && versions.first == earlier ? copy : nil) else {
            return .waits
        }
        let own = [.duplicate, .update, .supplement, .withdrawn, .deleted].contains(relation)
        let isBetweenTheSame =
            own
            ? target.sender == fact.sender && target.receiver == fact.receiver
            : target.sender == fact.receiver && target.receiver == fact.sender
        if opensAgain { return fact.sender == target.sender && isBetweenTheSame ? .counts : .refused }
        guard isBetweenTheSame, Self.fits(fact, target, isStandIn: facts[earlier] == nil || opensIn(target)) else {
            return .refused
        }
        switch fates[target.id] {
        case .counts, .late: break
        case .waits, .refused, nil: return .waits
        }
        if ended, [.update, .supplement].contains(relation), fact.sender == opener, fact.kind != .rettid(.delay) {
            outcome.stages[fact.id] = 0
            return .late
        }
        return .counts
    }

    private func opensIn(_ fact: MessageFact) -> Bool {
        fact.relation == .duplicate && fact.earlier == fact.start && fact.kind.mayBe(nil)
    }

    private func parties(_ fact: MessageFact) -> Bool {
        facts.values.contains { fates[$0.id] == .counts && $0.sender == fact.sender && $0.receiver == fact.receiver }
    }

    private static func fits(_ fact: MessageFact, _ target: MessageFact, isStandIn: Bool) -> Bool {
        guard !target.kind.isTerminal else { return false }
        let isVersion = target.relation == nil || target.relation == .update || isStandIn
        let isReferral = target.kind == .standard(.fosterHome)
        switch fact.relation {
        case .duplicate: return target.relation != .duplicate && target.kind == fact.kind
        case .update: return isVersion && isReferral
        case .supplement where fact.kind == .rettid(.delay): return isReferral
        case .answer where fact.kind == .rettid(.delay): return isReferral
        case .supplement, .withdrawn, .deleted:
            return isVersion || target.relation == .supplement || target.relation == .answer
        case .caseworkerReceipt: return target.kind != .standard(.test)
        case .answer where fact.kind == .rettid(.offer): return isReferral
        case .answer: return target.kind == .rettid(.offer)
        case .applicationReceipt, .failure, nil: return true
        }
    }

    private var finished: Outcome {
        var result = outcome
        let sound = versions.last { !outcome.failed.contains($0) }
        if opener != nil {
            result.phase = deleted ? "deleted" : ended ? "withdrawn" : "open"
            if !deleted {
                result.newest = versions.last
                result.inForce = sound
                result.supplements = supplements.filter { !outcome.failed.contains($0) }
                result.answers = answers.filter { !outcome.failed.contains($0) }
            }
        }
        for (id, fact) in facts {
            switch fates[id] {
            case .waits: result.waiting.insert(id)
            case .refused: result.refused.insert(id)
            case .counts, .late, nil: break
            }
            let isGone = deleted && (fates[id] == .counts || fates[id] == .late || fact.sender == opener)
            let copied = fact.relation == .duplicate ? fact.earlier : nil
            let ofGone = copied.map { outcome.forgotten.contains($0) && facts[$0]?.sender == fact.sender } ?? false
            if isGone || ofGone { result.forgotten.insert(id) }
        }
        return result
    }
}

extension Outcome {
    /// The same, of what the program works out.
    init(_ conversation: Conversation) {
        let state = conversation.state
        switch state.phase {
        case .unopened: phase = "unopened"
        case .open: phase = "open"
        case .withdrawn: phase = "withdrawn"
        case .deleted: phase = "deleted"
        }
        newest = state.contents?.newest
        inForce = state.contents?.inForce
        supplements = state.contents?.supplements ?? []
        answers = state.contents?.answers ?? []
        for message in state.messages {
            let fact = message.fact
            let id = fact.relation == .duplicate ? fact.earlier ?? fact.id : fact.id
            stages[id] = message.stage.rawValue
            if message.failure != nil { failed.insert(id) }
        }
        waiting = Set(state.waiting.map(\.id))
        refused = Set(state.findings.filter { Self.refusals.contains($0.reason) }.map(\.message.id))
        forgotten = Set(conversation.facts.filter { $0.content == nil }.map(\.id))
    }

    private static let refusals: Set<ConversationFinding.Reason> = [
        .otherParties, .receiptOfReceipt, .wrongTarget, .secondOpening,
    ]
}
