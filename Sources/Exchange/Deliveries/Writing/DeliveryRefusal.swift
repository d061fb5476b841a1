/// Why a delivery, or a part of one, was not written.
package struct DeliveryRefusal: Error, Hashable, Sendable {
    /// What the document would break, in the order of the document.
    package var findings: [StructureFinding]
    /// Whether a text has a character that XML cannot have.
    package var hasForbiddenCharacter = false
}

extension DeliveryRefusal {
    /// The same as the check of such a document would find.
    package var entries: [DeliveryEntry] { findings.map { DeliveryEntry($0) } }
}
