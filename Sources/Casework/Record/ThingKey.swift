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
