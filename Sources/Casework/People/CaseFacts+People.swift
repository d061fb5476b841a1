import Law

extension CaseFacts {
    mutating func set(_ id: RecordID, _ person: CasePerson, _ at: Dated) {
        let facts = PersonFacts(id: id, entry: at.entry, hasHiddenAddress: person.residence?.isHidden ?? false)
        if let index = people.firstIndex(where: { $0.id == id }) {
            people[index] = facts
        } else {
            people.append(facts)
        }
        guard id == child.person else { return }
        if let born = person.knownBirthDay { (child.birthDay, child.isUnborn) = (born, false) }
        guard person.number != nil else { return }
        child.hasNumber = true
        child.isUnborn = false
        child.numberEntry = nil
    }

    mutating func findNumber(_ number: PersonNumber, _ at: Dated) {
        child.birthDay = number.birthDay ?? child.birthDay
        child.hasNumber = true
        child.isUnborn = false
        child.numberEntry = at.entry
    }

    /// A tie of the same kind to the same person is told anew: the old one ends.
    mutating func relate(_ relation: Relation, _ at: Dated) {
        endRelations(at.on) { $0.person == relation.person && $0.kind == relation.kind }
        relations.append(RelationFacts(relation: relation, from: at, until: nil))
    }

    mutating func endRelations(_ day: CalendarDay, where matches: (Relation) -> Bool) {
        for index in relations.indices where relations[index].until == nil && matches(relations[index].relation) {
            relations[index].until = day
        }
    }
}
