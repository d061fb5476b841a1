/// What the definition of a message says of it as a whole, whoever made that definition: Bufdir or we.
package protocol MessageDefinition: Sendable {
    /// The name by which programs know the type, and under which the texts about it stand.
    var rawValue: String { get }
    /// The namespace of the root element; every version has a new one.
    var namespace: String { get }
    /// The local name of the root element.
    var rootName: String { get }
    /// The caption that the header repeats in clear text (Meldingstype).
    var title: String { get }
    /// What a message of this type may be to the one it follows (MeldingsForbindelse).
    var allowedRelations: [MessageRelation] { get }
    /// Whether a message of this type may stand without a message that it follows.
    var mayStart: Bool { get }
    /// The table of elements.
    var specification: MessageSpecification { get }
}

extension MessageDefinition {
    /// Whether the definition lets a message of this type be this to an earlier one; nothing means that it stands alone.
    package func mayBe(_ relation: MessageRelation?) -> Bool {
        relation.map(allowedRelations.contains) ?? mayStart
    }
}

extension MessageType: MessageDefinition {}
extension ExtensionType: MessageDefinition {}
