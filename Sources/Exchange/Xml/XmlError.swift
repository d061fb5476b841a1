/// Why bytes are not XML that we read, and where.
///
/// `found` and `expected` name kinds of things, never content, because the document may be about a child.
package struct XmlError: Error, Hashable, Sendable {
    /// The family of a fault, for code that acts on it.
    package enum Kind: Hashable, Sendable {
        /// The text breaks a rule of XML 1.0.
        case notWellFormed
        /// The text breaks a rule of Namespaces in XML 1.0, such as an undeclared prefix.
        case namespaces
        /// The document has a document type declaration, which we never read.
        case documentType
        /// A general entity other than the five of XML itself.
        case undefinedEntity
        /// Bytes that the encoding forbids, or an encoding that we do not read.
        case encoding
        /// More bytes, depth, elements, attributes or token length than ``XmlLimits`` allow.
        case limit
        /// The machine has no memory left for the document.
        case memory
    }

    /// The family of the fault.
    package var kind: Kind
    /// Lines from 1.
    package var line: Int
    /// Characters (Unicode scalars) from 1 within the line.
    package var column: Int
    /// What stood there, by kind and never by its letters.
    package var found: String
    /// What XML, or our limit, asks for there.
    package var expected: String

    package init(kind: Kind, line: Int, column: Int, found: String, expected: String) {
        self.kind = kind
        self.line = line
        self.column = column
        self.found = found
        self.expected = expected
    }
}

extension XmlError: CustomStringConvertible {
    package var description: String {
        "Line \(line), column \(column): expected \(expected), found \(found)."
    }
}
