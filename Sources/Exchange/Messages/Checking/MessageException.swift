/// A deviation of Bufdir's definitions that we know, and let a message through in spite of.
package enum MessageException: String, CaseIterable, Hashable, Sendable {
    /// The code of a failure message has four characters where its type asks for one, so none can be valid (D1).
    case failureCode
    /// The document list of a health assessment has twenty-six entries and twenty-five codes that the extended pass
    /// wants only once, so none can pass (D2).
    case documentList
}

extension MessageType {
    /// The exceptions that hold for this type.
    package var knownExceptions: Set<MessageException> {
        switch self {
        case .failure: [.failureCode]
        case .healthAssessment: [.documentList]
        default: []
        }
    }
}

/// What a verdict means for a message that is to be sent or has come in.
package struct MessageDecision: Hashable, Sendable {
    /// Whether the message may go out, or is taken in.
    package var isAllowed: Bool
    /// The known deviations that the decision lets pass.
    package var exceptions: Set<MessageException>
    /// What stands in the way; what the receiver's pass alone would report is among them for outbound.
    package var obstacles: [MessageError]

    package init(isAllowed: Bool, exceptions: Set<MessageException>, obstacles: [MessageError]) {
        self.isAllowed = isAllowed
        self.exceptions = exceptions
        self.obstacles = obstacles
    }
}

extension MessageVerdict {
    /// Whether the message may be sent: valid in all three senses and clean in the receiver's pass, but for the known
    /// exceptions of its type.
    package var outbound: MessageDecision {
        guard let messageType else { return MessageDecision(isAllowed: false, exceptions: [], obstacles: errors) }
        var decision = decision(errors, for: messageType)
        for finding in receiverFindings ?? [] {
            if messageType.knownExceptions.contains(.documentList), finding.isDocumentList {
                decision.exceptions.insert(.documentList)
            } else {
                decision.obstacles.append(
                    MessageError(
                        level: .bufdir,
                        path: finding.path,
                        line: 1,
                        message: "The receiver's extended pass would report \(finding.kind.rawValue) here."
                    )
                )
            }
        }
        decision.isAllowed = decision.obstacles.isEmpty
        return decision
    }

    /// Whether the message is taken in: valid by its definition, but for the known exceptions of its type.
    ///
    /// What only the other two levels find is for a person to see and no reason to refuse a message.
    package var inbound: MessageDecision {
        guard let messageType else { return MessageDecision(isAllowed: false, exceptions: [], obstacles: errors) }
        return decision(errors.filter { $0.level == .wire }, for: messageType)
    }

    private func decision(_ errors: [MessageError], for type: MessageType) -> MessageDecision {
        var exceptions: Set<MessageException> = []
        let obstacles = errors.filter { error in
            guard let exception = error.exception, type.knownExceptions.contains(exception) else { return true }
            exceptions.insert(exception)
            return false
        }
        return MessageDecision(isAllowed: obstacles.isEmpty, exceptions: exceptions, obstacles: obstacles)
    }
}

extension ReceiverFinding {
    fileprivate var isDocumentList: Bool { kind == .duplicate && path == "/Henvisning/DokumentSjekkliste/Dokument" }
}
