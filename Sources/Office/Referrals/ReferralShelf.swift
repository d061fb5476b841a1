import Assistance
import Law

/// The conversations of a unit's state.
struct ReferralShelf: Sendable {
    /// In the order in which they began here.
    private(set) var all: [StoredReferral] = []
    private var places: [RecordID: Int] = [:]
    private var byLink: [RecordID: [RecordID]] = [:]

    init(_ facts: [ReferralFacts] = []) {
        for facts in facts { put(facts) }
    }

    subscript(id: RecordID) -> StoredReferral? { places[id].map { all[$0] } }

    /// Those with a link: the referrals of a case, the holds for a referral.
    func linked(to id: RecordID) -> [StoredReferral] { (byLink[id] ?? []).compactMap { self[$0] } }

    /// Folds a message in.
    mutating func add(_ head: MessageHead, isOwn: Bool, link: RecordID?, entry: Int, recordedAt: Instant) {
        let mark = ReferralFacts.Mark(head: head, entry: entry, isOwn: isOwn, recordedAt: recordedAt)
        put(Self.adding(mark, link, to: self[head.conversation]?.facts))
    }

    mutating func change(_ id: RecordID, _ change: (inout ReferralFacts) -> Void) {
        guard var facts = self[id]?.facts else { return }
        change(&facts)
        put(facts)
    }

    /// Takes out a conversation whose key was destroyed.
    mutating func forget(_ id: RecordID) {
        guard places[id] != nil else { return }
        let rest = all.filter { $0.facts.id != id }
        self = ReferralShelf()
        for stored in rest { put(stored) }
    }

    /// Roughly the bytes that they take.
    var footprint: Int { all.reduce(0) { $0 + 512 + $1.facts.messages.count * 768 } }

    static func adding(_ mark: ReferralFacts.Mark, _ link: RecordID?, to facts: ReferralFacts?) -> ReferralFacts {
        guard var facts else { return ReferralFacts(mark, link: link) }
        facts.add(mark, link: link)
        return facts
    }

    mutating func put(_ facts: ReferralFacts) { put(StoredReferral(facts)) }

    private mutating func put(_ stored: StoredReferral) {
        let id = stored.facts.id
        if let place = places[id] {
            all[place] = stored
        } else {
            places[id] = all.count
            all.append(stored)
        }
        if let link = stored.facts.link, byLink[link]?.contains(id) != true { byLink[link, default: []].append(id) }
    }
}
