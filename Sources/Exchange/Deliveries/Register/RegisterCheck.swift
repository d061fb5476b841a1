import Casework

/// Checks one delivery to Barnevernsregisteret, version 4, as its events come in.
///
/// Whoever checks makes an ``XmlStream`` with ``vocabulary`` and no options, hands over what each piece says, and asks
/// for the outcome at the end. One delivery is one case and is held in memory whole; a document that is more than a case
/// can be is refused.
package struct RegisterCheck {
    /// The names that a stream must tell apart for this check.
    package static var vocabulary: XmlVocabulary { CompiledDelivery.register.vocabulary }

    /// What a check of a document comes to.
    package struct Outcome: Sendable {
        /// What was found in the document by itself.
        package var report: DeliveryFileReport
        /// The delivery; nothing where the document breaks the schema or cannot be read.
        package var delivery: RegisterDelivery?
        /// What the chain of the case's deliveries needs to know of it; nothing where there is no delivery.
        package var link: RegisterLink?
    }

    /// How many entries of one rule are kept.
    private static let mostEntries = 1000

    private let channel: RegisterChannel
    private var check = StructureCheck(.register, receiver: DeliveryRecorder.register)
    private var failure: XmlError?

    /// - Parameter channel: By which way the delivery came.
    package init(channel: RegisterChannel = .system) {
        self.channel = channel
    }

    /// Goes on with what the next piece of the document says.
    package mutating func take(_ events: XmlEvents) {
        guard !check.receiver.isTooLong else { return }
        check.take(events)
    }

    /// Takes the news that the document cannot be read on.
    package mutating func fail(_ error: XmlError) {
        failure = error
    }

    /// Ends the check.
    ///
    /// - Parameter file: What the file is called in the report.
    /// - Returns: All that the document says by itself.
    package func finish(file: String) -> Outcome {
        let recorder = check.receiver
        var entries = recorder.findings.map { DeliveryEntry(registerFinding: $0) }
        if let failure {
            entries.append(DeliveryEntry(unreadable: "\(failure.kind)", line: failure.line, column: failure.column))
        } else if recorder.isTooLong {
            entries.append(DeliveryEntry(unreadable: "limit", line: nil, column: nil))
        }
        guard entries.isEmpty, let root = recorder.units.first else {
            return Outcome(report: Self.report(file, entries, controls: 1), delivery: nil, link: nil)
        }
        let delivery = RegisterDelivery(root)
        entries = Self.entries(delivery, root, channel)
        return Outcome(
            report: Self.report(file, entries, controls: RegisterRules.inForce.count),
            delivery: delivery,
            link: RegisterLink(delivery, root)
        )
    }

    /// What the rules say of a delivery that was never a document: entries without line and column.
    package static func entries(
        _ delivery: RegisterDelivery,
        channel: RegisterChannel = .system
    ) -> [DeliveryEntry] {
        entries(delivery, delivery.node, channel)
    }

    private static func entries(
        _ delivery: RegisterDelivery,
        _ root: DeliveryTree,
        _ channel: RegisterChannel
    ) -> [DeliveryEntry] {
        let frame = RegisterFrame(delivery)
        let places = RegisterPlaces(root)
        // Of a case that is to be forgotten only its sender is asked.
        let rules = delivery.registerCase.isDeleted ? RegisterRules.sender : RegisterRules.ofDelivery
        return rules.flatMap { rule in
            guard case .delivery(let test) = rule.test else { return [DeliveryEntry]() }
            return test(frame).prefix(mostEntries).map { DeliveryEntry(rule, $0, in: places, channel) }
        }
    }

    private static func report(_ file: String, _ entries: [DeliveryEntry], controls: Int) -> DeliveryFileReport {
        DeliveryFileReport(
            file: file,
            format: .bvr,
            mode: .strict,
            overall: entries.map(\.severity).max() ?? .ok,
            controls: controls,
            entries: entries
        )
    }
}

extension DeliveryEntry {
    /// A rule's answer about a thing of a delivery.
    init(_ rule: RegisterRule, _ hit: RegisterHit, in places: RegisterPlaces, _ channel: RegisterChannel) {
        let node = places[hit.item]
        var severity = hit.severity ?? rule.severity
        let isLowered = channel == .kostra || rule.isLowered
        if isLowered, severity == .error, node?["MigrertId"] != nil { severity = .warning }
        self.init(rule: rule.id, severity: severity, facts: hit.facts)
        individID = places.registerCase["Id"] ?? ""
        journal = places.registerCase["Journalnummer"] ?? ""
        contextID = node?["Id"] ?? ""
        if let node, node.line > 0 {
            line = node.line
            column = node.column
        }
        facts.words = rule.id
        if rule.isOwn { facts.difference = .own }
    }

    /// A breach of the register's structure.
    init(registerFinding finding: DeliveryFinding) {
        self.init(finding.finding)
        individID = finding.ownerID
        journal = finding.journal
        contextID = finding.context
        switch finding.finding.kind {
        case .unknownRoot: facts.words = "XSD.unknownRegisterRoot"
        case .repeatedID: facts.words = "XSD.repeatedRegisterID"
        default: break
        }
    }

    /// A document that cannot be read.
    fileprivate init(unreadable kind: String, line: Int?, column: Int?) {
        self.init(rule: KostraRules.unreadable.id, severity: .fatal)
        facts.words = "XML_FILE.\(kind)"
        self.line = line
        self.column = column
    }
}
