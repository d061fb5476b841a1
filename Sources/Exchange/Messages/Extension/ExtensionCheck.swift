package import Law

/// What two rules say of one of our own messages: its table, and whether it makes sense.
package struct ExtensionVerdict: Hashable, Sendable {
    /// The type that the root element tells; nothing where it is none of ours.
    package var type: ExtensionType?
    /// Whether the message is valid by its table.
    package var wireValid: Bool
    /// Nothing where the root is not recognised.
    package var domainValid: Bool?
    /// Everything that is wrong: errors of the table first.
    package var errors: [MessageError]

    /// Whether the message may be sent.
    package var isValid: Bool { wireValid && domainValid == true }

    /// Whether the message is taken in: valid by its table.
    ///
    /// What only our own rules find is for a person to see and no reason to refuse a message.
    package var inbound: MessageDecision {
        MessageDecision(isAllowed: wireValid, exceptions: [], obstacles: errors.filter { $0.level == .wire })
    }
}

/// Checks bytes against the table and the times of one of our own messages.
package enum ExtensionCheck {
    /// Reads bytes and says what is wrong with them.
    ///
    /// - Parameters:
    ///   - bytes: The document as it came.
    ///   - today: The day of the check, for the rules about ages and sending times.
    ///   - limits: How large and deep a document may be.
    /// - Returns: Both verdicts and every error.
    package static func verdict(
        of bytes: [UInt8],
        on today: CalendarDay,
        limits: XmlLimits = .message
    ) -> ExtensionVerdict {
        let tree: XmlTree
        do throws(XmlError) {
            tree = try XmlReader.read(bytes, vocabulary: MessageCatalog.rettid.vocabulary, limits: limits)
        } catch {
            return ExtensionVerdict(type: nil, wireValid: false, domainValid: nil, errors: [MessageError(error)])
        }
        return verdict(of: tree, on: today)
    }

    /// Says the same of a document that has been read with the vocabulary of our catalog.
    package static func verdict(of tree: XmlTree, on today: CalendarDay) -> ExtensionVerdict {
        let verdict = MessageCheck.verdict(of: tree, in: .rettid, on: today)
        let root = tree.root
        guard let type = ExtensionType(rootName: root.localName, namespace: root.namespace) else {
            return ExtensionVerdict(type: nil, wireValid: false, domainValid: nil, errors: verdict.errors)
        }
        // Times are compared only where the table has found each in its place.
        let own = verdict.wireValid ? timeErrors(root, type) : []
        return ExtensionVerdict(
            type: type,
            wireValid: verdict.wireValid,
            domainValid: verdict.domainValid == true && own.isEmpty,
            errors: verdict.errors + own
        )
    }

    private static func timeErrors(_ root: XmlElement, _ type: ExtensionType) -> [MessageError] {
        type.timeRules.compactMap { rule in
            guard let earlier = element(rule.earlier, in: root), let later = element(rule.later, in: root),
                let first = instant(earlier.text, isLater: false), let second = instant(later.text, isLater: true),
                !rule.isKept(by: first, second)
            else { return nil }
            return MessageError(
                level: .domain,
                path: later.tree.localPath(to: later.index),
                line: later.line,
                message: "Found a time that comes too early, expected one \(rule.expectation)."
            )
        }
    }

    private static func element(_ path: [String], in root: XmlElement) -> XmlElement? {
        path.reduce(Optional(root)) { $0?.firstChild($1) }
    }

    /// A date is its first second in Norway, or its last where it has to be the later; a time without zone is
    /// Norwegian.
    private static func instant(_ text: String, isLater: Bool) -> Instant? {
        if let day = try? CalendarDay(parsing: text) {
            return isLater
                ? OsloTime.instant(of: day, hour: 23, minute: 59, second: 59) : OsloTime.instant(of: day, hour: 0)
        }
        return OsloTime.instant(parsingLocal: text)
    }
}
