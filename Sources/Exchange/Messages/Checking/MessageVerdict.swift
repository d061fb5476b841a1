/// What three rules say of one message, never mixed.
package struct MessageVerdict: Hashable, Sendable {
    /// The type that the root element tells; nothing where no definition in use has it.
    package var messageType: MessageType?
    /// Whether the message is valid by its XML Schema definition.
    package var wireValid: Bool
    /// Whether Bufdir's extended rule (`enable`) finds nothing missing; nothing where the root is not one of Bufdir's.
    package var bufdirValid: Bool?
    /// Whether the message makes sense by our own rules; nothing where the root is not recognised.
    package var domainValid: Bool?
    /// Everything that is wrong, in the order of the levels.
    package var errors: [MessageError]
    /// What the receiver's whole extended pass would report, which also looks at prefixes, comments and counts.
    ///
    /// It is stricter and looser than the rule itself, so it decides only what we send. Nothing where the root is not
    /// recognised.
    package var receiverFindings: [ReceiverFinding]?

    package init(
        messageType: MessageType?,
        wireValid: Bool,
        bufdirValid: Bool?,
        domainValid: Bool?,
        errors: [MessageError],
        receiverFindings: [ReceiverFinding]?
    ) {
        self.messageType = messageType
        self.wireValid = wireValid
        self.bufdirValid = bufdirValid
        self.domainValid = domainValid
        self.errors = errors
        self.receiverFindings = receiverFindings
    }
}

/// One reason why a message breaks a rule.
///
/// It names elements, codes and lengths and never repeats a text of the message, which may be about a child.
package struct MessageError: Error, Hashable, Sendable {
    /// Whose rule it is.
    package enum Level: String, CaseIterable, Hashable, Sendable {
        /// The XML Schema definition.
        case wire
        /// Bufdir's extended rule.
        case bufdir
        /// Our own.
        case domain
    }

    /// Whose rule is broken.
    package var level: Level
    /// The element, from the root on, by local names; of a missing element, the one that lacks it.
    package var path: String
    /// The line of the element's start tag, from 1.
    package var line: Int
    /// What was found and what was expected, in one or two English sentences.
    package var message: String
    /// The known deviation of the definitions that this is, where it is one.
    package var exception: MessageException?

    package init(
        level: Level,
        path: String,
        line: Int,
        message: String,
        exception: MessageException? = nil
    ) {
        self.level = level
        self.path = path
        self.line = line
        self.message = message
        self.exception = exception
    }
}

/// One finding of the extended pass that Bufdir's software makes over a whole message.
package struct ReceiverFinding: Hashable, Sendable {
    /// What the pass found.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// An element that must be there and does not stand where the pass looks.
        case missing = "Missing"
        /// More or fewer elements than allowed.
        case count = "Count"
        /// The same area, dimension or document type twice.
        case duplicate = "Duplicate"
        /// A text in which the pattern is not found.
        case pattern = "PatternMatchError"
        /// An element that its condition asks for is absent or empty.
        case enable = "Enable"
        /// The document does not start with an XML declaration directly followed by the root.
        case declaration = "Declaration"
    }

    /// What was found.
    package var kind: Kind
    /// The place in the table by local names, alternatives with `|` between.
    package var path: String

    package init(kind: Kind, path: String) {
        self.kind = kind
        self.path = path
    }
}
