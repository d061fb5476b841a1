import Casework
import Law

/// What the chain of a case's deliveries needs to know of each of them; far less than the delivery itself.
package struct RegisterLink: Sendable {
    let id: ThingID
    let previousID: ThingID?
    let caseID: ThingID
    let journal: String
    let extracted: RegisterMoment
    /// The things it has.
    let things: Set<ThingKey>
    /// The things it has with `ErSlettet`.
    let forgotten: Set<ThingKey>
    /// What it calls gone, and where it does so.
    let deletions: [(key: ThingKey, line: Int, column: Int)]
    /// Of everything in it, to tell a copy from another delivery with the same id.
    let content: Int
    let line: Int
    let column: Int

    init(_ delivery: RegisterDelivery, _ root: DeliveryTree) {
        let all = delivery.registerCase
        id = delivery.id
        previousID = delivery.previousID
        caseID = all.id
        journal = all.journal
        extracted = delivery.extracted
        var things: Set<ThingKey> = []
        var forgotten: Set<ThingKey> = []
        func add(_ concept: ThingKind, _ id: ThingID, _ isDeleted: Bool) {
            if isDeleted {
                forgotten.insert(ThingKey(concept, id))
            } else {
                things.insert(ThingKey(concept, id))
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
            (ThingKey(deletion.type, deletion.id), node.line, node.column)
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
