package import Casework
package import Law

/// What a referral is filled in from: a child's case as it stands, with its texts.
///
/// Made from a case that somebody has been let in to; a hidden address stays sealed in it.
package struct ReferralCase: Sendable {
    /// Somebody whose tie to the child is not over.
    struct Relative: Sendable {
        let person: CasePerson
        let relation: Relation
    }

    /// What an entry tells now.
    struct Standing: Sendable {
        let entry: Int
        let on: CalendarDay
        let event: CaseEvent
    }

    /// What is known of the case without its texts.
    package let facts: CaseFacts
    /// The day on which the referral is written.
    package let today: CalendarDay
    let law: Lawbook
    /// The child, with a hidden address still sealed.
    package let child: CasePerson
    let relatives: [Relative]
    /// In the order of the journal, without what is struck out.
    let standing: [Standing]
    /// The newest message of a sibling's own referral, by the sibling's case.
    package var siblingReferrals: [RecordID: String] = [:]

    /// - Parameters:
    ///   - facts: The case.
    ///   - entries: All its entries.
    ///   - law: By which a decision lapses.
    ///   - today: The day on which the referral is written.
    package init(_ facts: CaseFacts, entries: [CaseEntry], law: Lawbook, today: CalendarDay) {
        self.facts = facts
        self.today = today
        self.law = law
        let told = Dictionary(
            entries.compactMap { entry in entry.event.told.map { (entry.entry, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
        func person(_ facts: PersonFacts) -> CasePerson? {
            switch told[facts.entry] {
            case .opened(let opening)?: opening.child
            case .personSet(_, let person)?: person
            default: nil
            }
        }
        var child =
            facts.people.with(facts.child.person).flatMap(person)
            ?? CasePerson(
                name: "",
                number: nil,
                birthDay: nil,
                phone: nil,
                email: nil,
                interpreter: nil,
                residence: nil
            )
        if let entry = facts.child.numberEntry, case .numberFound(let number)? = told[entry] { child.number = number }
        self.child = child
        relatives = facts.relations.filter { $0.until.map { $0 > today } ?? true }.compactMap { relation in
            facts.people.with(relation.relation.person).flatMap(person)
                .map { Relative(person: $0, relation: relation.relation) }
        }
        standing = CaseEntry.standing(entries).compactMap { entry in
            entry.event.map { Standing(entry: entry.entry, on: entry.occurredOn, event: $0) }
        }
    }

    /// The cases of brothers and sisters in the same service.
    var siblingCases: [RecordID] { relatives.compactMap(\.relation.siblingCase) }

    /// The newest hearing in which the child was heard, with its words.
    var heard: (view: ChildsView, on: CalendarDay)? {
        newest { event in
            guard case .childHeard(let hearing) = event, case .heard(let view) = hearing.outcome else { return nil }
            return view
        }
    }

    /// Why the child was not heard, the newest reason.
    var notHeard: (reason: String, on: CalendarDay)? {
        newest { event in
            guard case .childHeard(let hearing) = event, case .notHeard(_, let reason) = hearing.outcome else {
                return nil
            }
            return reason
        }
    }

    /// A decision with its texts.
    func decision(_ id: RecordID) -> Decision? {
        newest { event in
            guard case .decided(let decision) = event, decision.id == id else { return nil }
            return decision
        }?.0
    }

    /// The newest plan of some kinds, with its texts.
    func plan(_ kinds: Set<CasePlan.Kind>) -> (plan: CasePlan, on: CalendarDay)? {
        newest { event in
            guard case .planMade(let plan) = event, kinds.contains(plan.kind) else { return nil }
            return plan
        }
    }

    private func newest<Text>(_ pick: (CaseEvent) -> Text?) -> (Text, on: CalendarDay)? {
        var found: (Text, on: CalendarDay)?
        for entry in standing where found.map({ $0.on <= entry.on }) ?? true {
            if let text = pick(entry.event) { found = (text, entry.on) }
        }
        return found
    }
}
