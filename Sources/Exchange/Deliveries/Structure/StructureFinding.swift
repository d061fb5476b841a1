/// One breach of a table's structure: what the schema calls invalid.
///
/// It names elements and attributes of the table and never repeats what stood in the document.
package struct StructureFinding: Hashable, Sendable {
    /// What is wrong.
    package enum Kind: Hashable, Sendable {
        /// The document begins with an element that no delivery begins with.
        case unknownRoot
        /// An element that may not stand there; the finding names the element around it.
        case unexpectedElement
        /// An element is missing, the one named.
        case missingElement(String)
        /// An attribute that the element does not have.
        case unexpectedAttribute
        /// An attribute is missing, the one named.
        case missingAttribute(String)
        /// The value of an attribute, the one named, or of the element's text where none is named.
        case value(StructureFault, attribute: String?)
        /// Text where only elements may stand, or nothing.
        case text
        /// An `Id` that another element of the same name has too.
        case repeatedID
        /// `xsi:nil`, which no element may have.
        case nilled
        /// `xsi:type` with another type than the element's own.
        case otherType
        /// More elements inside than a reader takes, although the schema has no bound.
        case tooMany
    }

    /// What is wrong.
    package var kind: Kind
    /// The element of the table that it is about.
    package var element: String
    /// The line of that element's start tag, from 1.
    package var line: Int
    /// The column of that tag, in characters from 1.
    package var column: Int
}

/// What is told by a structural check as it goes through a document.
protocol StructureReceiver {
    /// An element begins; its attributes come next.
    mutating func begin(_ element: Int, _ table: CompiledDelivery, line: UInt32, column: UInt32)
    /// An attribute of the element that has begun, which is as its type wants it.
    mutating func attribute(_ name: UInt16, _ text: Span<UInt8>, _ range: Range<Int>)
    /// The text of an element, which is as its type wants it; the element is still open.
    mutating func text(_ text: Span<UInt8>)
    /// An attribute or element of the open element's that was empty and so was left out (``XmlEvents/Kind/leftOut``).
    mutating func leftOut(_ name: UInt16)
    /// Something is wrong in the element that was last begun, or inside it.
    mutating func found(_ finding: StructureFinding)
    /// An element ends.
    mutating func end(_ element: Int, _ table: CompiledDelivery)
}
