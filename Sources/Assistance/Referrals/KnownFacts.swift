import Law

/// The facts of one conversation, in order and settled: what is known of each before they are put together.
struct KnownFacts {
    let all: [SharedFact]
    /// By what their own sender took facts back.
    let takenBack: [Key: SharedFact]
    let end: SharedReferral.End?
    /// Those that count: told by a side that may, not taken back, and not sent by the municipality after it
    /// was over, unless it looks back.
    let counting: [SharedFact]
    /// The same, with those that were taken back later.
    let inTime: [SharedFact]

    /// Ids are told apart by sender: nobody touches another's message by using its id.
    struct Key: Hashable {
        let by: Side
        let id: RecordID
    }

    init(_ facts: some Sequence<SharedFact>) {
        let all = Self.ordered(facts)
        let allowed = all.filter { $0.content.sides.contains($0.by) }
        let byKey = Dictionary(allowed.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var takenBack: [Key: SharedFact] = [:]
        var over: (fact: SharedFact, kind: SharedReferral.End.Kind)?
        for fact in allowed {
            let isDeletion = fact.content == .deleted
            guard isDeletion || fact.content == .withdrawn,
                let about = fact.about.flatMap({ byKey[Key(by: fact.by, id: $0)] })
            else { continue }
            if about.content.isRequest {
                // A deletion after a withdrawal still deletes, from the day of the withdrawal.
                over = (over?.fact ?? fact, isDeletion ? .deleted : over?.kind ?? .withdrawn)
            } else {
                takenBack[about.key] = takenBack[about.key] ?? fact
            }
        }
        let last = over?.fact
        inTime = allowed.filter { fact in
            last.map { fact.by != $0.by || fact < $0 || fact.content.mayFollowTheEnd } ?? true
        }
        counting = inTime.filter { takenBack[$0.key] == nil || $0.content.isOffer }
        self.all = all
        self.takenBack = takenBack
        end = over.map { .init(day: $0.fact.day, kind: $0.kind) } ?? Self.decline(in: counting)
    }

    /// The request as it was first and each time anew.
    var versions: [SharedReferral.Version] { Self.versions(in: counting) }

    var acute: AcuteRequest? {
        guard let first = counting.first(where: \.content.opens), case .acuteAsked(let request) = first.content else {
            return nil
        }
        return request
    }

    /// What of one sort was told and counts, oldest first.
    func told<Value>(_ pick: (SharedFact.Content) -> Value?) -> [SharedReferral.Told<Value>] {
        counting.compactMap { fact in
            guard takenBack[fact.key] == nil, let value = pick(fact.content) else { return nil }
            return .init(id: fact.id, at: fact.at, day: fact.day, by: fact.by, value: value)
        }
    }

    /// The offers, taken back or not, each with the first answer that came in time.
    var offers: [OfferFacts] {
        var answers: [RecordID: [(at: Instant, id: RecordID, answer: OfferAnswer)]] = [:]
        for fact in counting {
            guard case .offerAnswered(let answer) = fact.content, let about = fact.about else { continue }
            answers[about, default: []].append((fact.at, fact.id, answer))
        }
        return counting.compactMap { fact in
            guard case .offered(let offer) = fact.content else { return nil }
            let answer = answers[fact.id]?.first { $0.at <= offer.answerBy }
            return OfferFacts(
                id: fact.id,
                at: fact.at,
                day: fact.day,
                offer: offer,
                answer: answer.map { .init(id: $0.id, at: $0.at, value: $0.answer) },
                withdrawn: takenBack[fact.key]?.day
            )
        }
    }

    /// Oldest first, each id of each sender once.
    private static func ordered(_ facts: some Sequence<SharedFact>) -> [SharedFact] {
        // Two facts that differ only in what they say stand in no order of their own; their description gives one, so
        // that both levels choose the same. No honest sender has two.
        let sorted = Set(facts).sorted { left, right in
            if left < right { return true }
            if right < left { return false }
            return String(describing: left) < String(describing: right)
        }
        var seen: [Side: Set<RecordID>] = [:]
        return sorted.filter { seen[$0.by, default: []].insert($0.id).inserted }
    }

    private static func versions(in facts: [SharedFact]) -> [SharedReferral.Version] {
        guard let first = facts.firstIndex(where: \.content.opens) else { return [] }
        return facts[first...].compactMap { fact in
            let referral: Referral
            switch fact.content {
            case .asked(let asked) where fact.id == facts[first].id: referral = asked
            case .acuteAsked(let request) where fact.id == facts[first].id: referral = request.referral
            case .replaced(let anew): referral = anew
            default: return nil
            }
            return .init(id: fact.id, at: fact.at, day: fact.day, referral: referral)
        }
    }

    /// The first "no" to a service that was, when it was said, none of those that the state is obliged to.
    ///
    /// A request for something that it is obliged to may cross a "no" to what was asked for before: then it stands.
    private static func decline(in facts: [SharedFact]) -> SharedReferral.End? {
        let versions = versions(in: facts)
        guard versions.last.map({ !$0.referral.basis.isDuty }) ?? false else { return nil }
        return facts.first { fact in
            guard fact.content == .serviceDeclined else { return false }
            return versions.last { $0.at <= fact.at }.map { !$0.referral.basis.isDuty } ?? false
        }
        .map { .init(day: $0.day, kind: .declined) }
    }
}

extension SharedFact {
    var key: KnownFacts.Key { .init(by: by, id: id) }
}

extension SharedFact.Content {
    /// Whether it begins a conversation.
    var opens: Bool {
        switch self {
        case .asked, .acuteAsked: true
        default: false
        }
    }

    /// Whether it is an offer, which leaves a trace even where it was taken back: it could be used until then.
    fileprivate var isOffer: Bool { if case .offered = self { true } else { false } }
}
