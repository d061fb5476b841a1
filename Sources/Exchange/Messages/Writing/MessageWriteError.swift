/// Why a message cannot be written; it names elements of the table and repeats no text.
package struct MessageWriteError: Error, Hashable, Sendable {
    /// The element by local names from the root on, a position after the second and later ones of a name.
    package let path: String
    /// Why the element cannot be written.
    package let reason: Reason

    /// What stands in the way.
    package enum Reason: Hashable, Sendable {
        /// The table has no element of this name here.
        case unknownElement
        /// The table has elements here and the message has a text.
        case textInsteadOfElements
        /// The table has a text here and the message has elements.
        case elementsInsteadOfText
        /// A character that XML 1.0 cannot carry in any spelling: a control character, U+FFFE or U+FFFF.
        case characterOutsideXml
    }

    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }
}

extension MessageWriteError: CustomStringConvertible {
    package var description: String {
        switch reason {
        case .unknownElement: "\(path): the definition has no such element here; remove it."
        case .textInsteadOfElements: "\(path): found a text where elements belong."
        case .elementsInsteadOfText: "\(path): found elements where a text belongs."
        case .characterOutsideXml: "\(path): found a control character that XML cannot carry; remove it."
        }
    }
}
