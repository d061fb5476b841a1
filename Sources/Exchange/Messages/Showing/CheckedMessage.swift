package import Law

/// A document as it came, read and checked by the tables of whoever defines its root: Bufdir, else we.
package struct CheckedMessage: Sendable {
    /// What sort of message it is; nothing where no table has its root, or no root could be read.
    package let kind: MessageKind?
    /// Whether it is valid by its table.
    package let wireValid: Bool
    /// Whether Bufdir's extended rule finds nothing missing; nothing where the message is none of Bufdir's.
    package let bufdirValid: Bool?
    /// Whether it makes sense by our own rules; nothing where the root is not recognised.
    package let domainValid: Bool?
    /// Everything that is wrong, errors of the table first.
    package let errors: [MessageError]
    /// The elements; nothing where the bytes are no XML that we read.
    let tree: XmlTree?

    /// Reads and checks bytes.
    ///
    /// - Parameters:
    ///   - bytes: The document as it came.
    ///   - today: The day of the check, for the rules about ages and sending times.
    package init(_ bytes: [UInt8], on today: CalendarDay) {
        do throws(XmlError) {
            let tree = try XmlReader.read(bytes, vocabulary: MessageCatalog.bufdir.vocabulary)
            guard MessageCatalog.bufdir.place(of: tree) == nil,
                ExtensionType(rootName: tree.root.localName, namespace: tree.root.namespace) != nil
            else {
                self.init(MessageCheck.verdict(of: tree, in: .bufdir, on: today), tree)
                return
            }
            // Our own tables know other names, so the few messages that are ours are read once more.
            let ours = try XmlReader.read(bytes, vocabulary: MessageCatalog.rettid.vocabulary)
            self.init(ExtensionCheck.verdict(of: ours, on: today), ours)
        } catch {
            self.init(.unreadable(MessageError(error)), nil)
        }
    }

    private init(_ verdict: MessageVerdict, _ tree: XmlTree?) {
        kind = verdict.messageType.map(MessageKind.standard)
        wireValid = verdict.wireValid
        bufdirValid = verdict.bufdirValid
        domainValid = verdict.domainValid
        errors = verdict.errors
        self.tree = tree
    }

    private init(_ verdict: ExtensionVerdict, _ tree: XmlTree) {
        kind = verdict.type.map(MessageKind.rettid)
        wireValid = verdict.wireValid
        bufdirValid = nil
        domainValid = verdict.domainValid
        errors = verdict.errors
        self.tree = tree
    }

    /// The sorts of rules that it breaks.
    package var brokenLevels: [MessageError.Level] {
        let valid: [(MessageError.Level, Bool?)] = [
            (.wire, wireValid), (.bufdir, bufdirValid), (.domain, domainValid),
        ]
        return valid.filter { $0.1 == false }.map(\.0)
    }
}

extension [MessageError] {
    /// Whether there are errors, all of which are the definition's fault and not the sender's (`docs/standards.md`, D1).
    var areKnownExceptions: Bool { !isEmpty && allSatisfy { $0.exception != nil } }
}
