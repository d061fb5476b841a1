package import Law

/// Checks bytes against the three rules that a message has to keep.
package enum MessageCheck {
    /// Reads bytes once and says what the definition, Bufdir's extended rule and our own rules hold of them.
    ///
    /// - Parameters:
    ///   - bytes: The document as it came.
    ///   - today: The day of the check, for the rules about ages and sending times.
    ///   - limits: How much XML we take.
    /// - Returns: The three verdicts and everything behind them.
    package static func verdict(
        of bytes: [UInt8],
        on today: CalendarDay,
        limits: XmlLimits = .message
    ) -> MessageVerdict {
        let tree: XmlTree
        do throws(XmlError) {
            tree = try XmlReader.read(bytes, vocabulary: MessageCatalog.bufdir.vocabulary, limits: limits)
        } catch {
            return .unreadable(MessageError(error))
        }
        return verdict(of: tree, in: .bufdir, on: today)
    }

    /// Says the same of a document that has been read with the vocabulary of a catalog.
    package static func verdict(
        of tree: XmlTree,
        in catalog: MessageCatalog,
        on today: CalendarDay
    ) -> MessageVerdict {
        guard let place = catalog.place(of: tree) else {
            return .unreadable(.unknownRoot(line: tree.root.line))
        }
        let message = catalog.messages[place]
        let type = message.type
        let wire = WireCheck(tree, message)
        // The extended rule is Bufdir's and holds for Bufdir's messages only.
        let bufdir = type == nil ? [] : EnableCheck(tree, message, wire.places).list.errors
        let domain = DomainCheck(tree, message, wire.places, today: today).list.errors
        return MessageVerdict(
            messageType: type,
            wireValid: wire.list.errors.isEmpty,
            bufdirValid: type == nil ? nil : bufdir.isEmpty,
            domainValid: domain.isEmpty,
            errors: wire.list.errors + bufdir + domain,
            receiverFindings: type == nil ? nil : ReceiverPass(tree, message, wire.places).findings
        )
    }
}

extension MessageVerdict {
    static func unreadable(_ error: MessageError) -> MessageVerdict {
        MessageVerdict(
            messageType: nil,
            wireValid: false,
            bufdirValid: nil,
            domainValid: nil,
            errors: [error],
            receiverFindings: nil
        )
    }
}

extension MessageError {
    /// A document that is no XML that we read.
    init(_ error: XmlError) {
        self.init(level: .wire, path: "/", line: error.line, message: error.description)
    }

    /// A document whose root no definition in use has.
    static func unknownRoot(line: Int) -> MessageError {
        MessageError(
            level: .wire,
            path: "/",
            line: line,
            message: "Found a root element that no definition in use has, expected one of the known messages. "
                + "An older or newer version has another namespace."
        )
    }
}
