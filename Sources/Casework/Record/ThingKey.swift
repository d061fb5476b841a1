/// A thing of a case, by kind and id.
package struct ThingKey: Hashable, Sendable {
    /// What it is.
    package let kind: ThingKind
    /// By which id.
    package let id: ThingID

    package init(_ kind: ThingKind, _ id: ThingID) {
        self.kind = kind
        self.id = id
    }
}

extension Case {
    /// Everything in it that has an id of its own and is not called gone.
    package var thingKeys: Set<ThingKey> { keys { !$0 } }

    /// Everything in it that is called gone by a mark (`ErSlettet`).
    package var forgottenKeys: Set<ThingKey> { keys { $0 } }

    private func keys(_ holds: (Bool) -> Bool) -> Set<ThingKey> {
        var keys: Set<ThingKey> = []
        func add(_ kind: ThingKind, _ id: ThingID, _ isDeleted: Bool) {
            if holds(isDeleted) { keys.insert(ThingKey(kind, id)) }
        }
        for one in people { add(.person, one.id, one.isDeleted) }
        for one in concerns { add(.concern, one.id, one.isDeleted) }
        for one in investigations { add(.investigation, one.id, one.isDeleted) }
        for one in plans { add(.plan, one.id, one.isDeleted) }
        for one in measures { add(.measure, one.id, one.isDeleted) }
        for one in decisions { add(.decision, one.id, one.isDeleted) }
        for one in aftercare { add(.aftercare, one.id, one.isDeleted) }
        for one in tribunal { add(.tribunal, one.id, one.isDeleted) }
        for one in relocations { add(.relocation, one.id, one.isDeleted) }
        for one in relations { add(.relation, one.id, one.isDeleted) }
        return keys
    }
}
