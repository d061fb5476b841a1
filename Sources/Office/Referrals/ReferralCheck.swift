package import Exchange
package import Law

/// A filled-in form as the message that comes of it, with everything that stands in its way.
package struct ReferralCheck: Sendable {
    /// What the form finds missing or wrong, by the paths of its entries.
    package let findings: [FormFinding]
    /// What has been entered, as the message that would be sent.
    package let message: Message
    /// The message in canonical form; nothing where XML has no form for a character of it.
    package let bytes: [UInt8]?
    /// What the three rules say; nothing without bytes.
    package let verdict: MessageVerdict?

    /// - Parameters:
    ///   - purpose: What is being written.
    ///   - values: What has been entered.
    ///   - attachments: The documents that go along.
    ///   - header: What the system knows of the header.
    ///   - today: The day of the check.
    package init(
        _ purpose: ReferralPurpose,
        _ values: FormValues,
        _ attachments: [ChosenAttachment],
        header: MessageHeader,
        today: CalendarDay
    ) {
        let type = purpose.type
        let all = ReferralFile.values(values, attachments)
        let result = MessageForm.of(.standard(type)).message(from: all, header: header.node)
        findings = result.findings.filter { !Self.isKnown($0, type) }
        message = Message(type: type, root: result.root)
        bytes = try? message.bytes()
        verdict = bytes.map { MessageCheck.verdict(of: $0, on: today) }
    }

    /// Whether it may be sent: the form is complete, and every rule that a message of the type can keep is kept.
    package var isReady: Bool {
        guard findings.isEmpty, let verdict, verdict.wireValid, verdict.bufdirValid == true else { return false }
        return verdict.domainValid == true && (verdict.receiverFindings ?? []).allSatisfy(isKnown)
    }

    /// The errors of the three rules that no finding of the form tells already.
    package var errors: [MessageError] {
        guard let verdict else { return [] }
        let form = MessageForm.of(.standard(message.type))
        let told = Set(findings.map(\.path))
        return verdict.errors.filter { error in
            form.entryPath(ofElementAt: error.path).map { !told.contains($0) } ?? true
        }
    }

    /// The list of a health assessment asks for one document more than there are (D2): its second entry is let through.
    private func isKnown(_ finding: ReceiverFinding) -> Bool {
        message.type == .healthAssessment && finding.kind == .duplicate && finding.path.contains("Dokument")
    }

    private static func isKnown(_ finding: FormFinding, _ type: MessageType) -> Bool {
        type == .healthAssessment && finding.problem == .repeated && finding.path.hasPrefix("DokumentSjekkliste/")
    }
}
