import Law

/// A thing of a case, by kind and id.
struct RegisterKey: Hashable, Sendable {
    let concept: RegisterConcept
    let id: RegisterID

    init(_ concept: RegisterConcept, _ id: RegisterID) {
        self.concept = concept
        self.id = id
    }
}

/// What the chain of a case's deliveries needs to know of each of them; far less than the delivery itself.
package struct RegisterLink: Sendable {
    let id: RegisterID
    let previousID: RegisterID?
    let caseID: RegisterID
    let journal: String
    let extracted: RegisterMoment
    /// The things it has.
    let things: Set<RegisterKey>
    /// The things it has with `ErSlettet`.
    let forgotten: Set<RegisterKey>
    /// What it calls gone, and where it does so.
    let deletions: [(key: RegisterKey, line: Int, column: Int)]
    /// Of everything in it, to tell a copy from another delivery with the same id.
    let content: Int
    let line: Int
    let column: Int

    init(_ delivery: RegisterDelivery, _ root: RegisterNode) {
        let all = delivery.registerCase
        id = delivery.id
        previousID = delivery.previousID
        caseID = all.id
        journal = all.journal
        extracted = delivery.extracted
        var things: Set<RegisterKey> = []
        var forgotten: Set<RegisterKey> = []
        func add(_ concept: RegisterConcept, _ id: RegisterID, _ isDeleted: Bool) {
            if isDeleted {
                forgotten.insert(RegisterKey(concept, id))
            } else {
                things.insert(RegisterKey(concept, id))
            }
        }
        for one in all.people { add(.person, one.id, one.isDeleted) }
        for one in all.concerns { add(.concern, one.id, one.isDeleted) }
        for one in all.investigations { add(.investigation, one.id, one.isDeleted) }
        for one in all.plans { add(.plan, one.id, one.isDeleted) }
        for one in all.measures { add(.measure, one.id, one.isDeleted) }
        for one in all.decisions { add(.decision, one.id, one.isDeleted) }
        for one in all.aftercare { add(.aftercare, one.id, one.isDeleted) }
        for one in all.tribunal { add(.tribunal, one.id, one.isDeleted) }
        for one in all.relocations { add(.relocation, one.id, one.isDeleted) }
        for one in all.relations { add(.relation, one.id, one.isDeleted) }
        self.things = things
        self.forgotten = forgotten
        let nodes = root.first("Sak")?.all("Slettet") ?? []
        deletions = zip(all.deletions, nodes).map { deletion, node in
            (RegisterKey(deletion.type, deletion.id), node.line, node.column)
        }
        content = delivery.hashValue
        line = root.line
        column = root.column
    }

    /// The link of a delivery that was never a document.
    package init(_ delivery: RegisterDelivery) {
        self.init(delivery, delivery.node)
    }
}
