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
    /// Whether it calls the whole case gone.
    let isForgotten: Bool
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
        isForgotten = all.isDeleted
        things = all.thingKeys
        forgotten = all.forgottenKeys
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
