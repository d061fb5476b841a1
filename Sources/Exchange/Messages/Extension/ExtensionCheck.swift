package import Law

/// What two rules say of one of our own messages: its table, and whether it makes sense.
package struct ExtensionVerdict: Hashable, Sendable {
    /// The type that the root element tells; nothing where it is none of ours.
    package var type: ExtensionType?
    package var wireValid: Bool
    /// Nothing where the root is not recognised.
    package var domainValid: Bool?
    /// Everything that is wrong: errors of the table first.
    package var errors: [MessageError]

    /// Whether the message may be sent, and counts when it comes.
    package var isValid: Bool { wireValid && domainValid == true }
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
        let verdict = MessageCheck.verdict(of: tree, in: .rettid, on: today)
        let root = tree.root
        guard let type = ExtensionType(rootName: root.localName, namespace: root.namespace) else {
            return ExtensionVerdict(type: nil, wireValid: false, domainValid: nil, errors: verdict.errors)
        }
        // Times are compared only where the table has found each in its place.
        let own = verdict.wireValid ? headerErrors(root, type) + timeErrors(root, type) : []
        return ExtensionVerdict(
            type: type,
            wireValid: verdict.wireValid,
            domainValid: verdict.domainValid == true && own.isEmpty,
            errors: verdict.errors + own
        )
    }

    private static func headerErrors(_ root: XmlElement, _ type: ExtensionType) -> [MessageError] {
        guard let header = root.firstChild("Meldingshode") else { return [] }
        guard let followUp = header.firstChild("OppfolgingAvMelding") else {
            return type.mayStart ? [] : [error(header, "Found nothing, expected the message that this one answers.")]
        }
        guard let relation = followUp.firstChild("MeldingsForbindelse"),
            !type.allowedRelations.contains(where: { $0.rawValue == relation.text })
        else { return [] }
        let expected = type.mayStart ? "no message that it follows" : "Svar"
        return [error(relation, "Found a relation that this type of message cannot have, expected \(expected).")]
    }

    private static func timeErrors(_ root: XmlElement, _ type: ExtensionType) -> [MessageError] {
        type.timeRules.compactMap { rule in
            guard let earlier = element(rule.earlier, in: root), let later = element(rule.later, in: root),
                let first = instant(earlier.text, isLater: false), let second = instant(later.text, isLater: true),
                first > second || (rule.isStrict && first == second)
            else { return nil }
            let order = rule.isStrict ? "after" : "at or after"
            return error(later, "Found a time that comes too early, expected one \(order) \(rule.earlierName).")
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

    private static func error(_ element: XmlElement, _ message: String) -> MessageError {
        MessageError(level: .domain, path: element.path, line: element.line, message: message)
    }
}
