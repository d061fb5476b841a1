import Law

extension CaseRules {
    /// Everybody has a name, but for a child that is not born; a number that is known stays, and a hidden address stays
    /// hidden unless the leader gives it up.
    func obstacle(toSetting id: RecordID, as person: CasePerson) -> CaseRefusal? {
        let isGivenUp = facts.people.with(id)?.hasHiddenAddress ?? false && !(person.residence?.isHidden ?? false)
        guard !isGivenUp || capacity == .leader else { return .leaderDecides }
        guard id == facts.child.person else { return lacking(person.name) }
        let losesNumber = facts.child.hasNumber && facts.child.numberEntry == nil && person.number == nil
        guard !losesNumber else { return .numberAlreadyKnown }
        return facts.child.isUnborn ? nil : lacking(person.name)
    }

    /// A person of the case is tied to the child, who is not tied to itself.
    func obstacle(to relation: Relation) -> CaseRefusal? {
        guard facts.people.with(relation.person) != nil else { return .unknown }
        return relation.person == facts.child.person ? .conditionsNotMet : nil
    }

    func obstacle(toEndingRelationsOf person: RecordID) -> CaseRefusal? {
        let ties = facts.relations.filter { $0.relation.person == person }
        guard !ties.isEmpty else { return .unknown }
        guard let last = ties.filter({ $0.until == nil }).map(\.from.on).max() else { return .alreadyOver }
        return tooEarly(after: last)
    }
}
