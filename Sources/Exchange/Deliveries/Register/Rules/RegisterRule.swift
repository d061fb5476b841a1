import Law

/// One rule of deliveries to the register: the row of the table of rules.
package struct RegisterRule: Sendable {
    /// What is asked.
    enum Test: Sendable {
        /// Decided by the structural check, or by whoever reads the document.
        case document
        /// Asked of a sound delivery; each answer is an entry.
        case delivery(@Sendable (RegisterFrame) -> [RegisterHit])
        /// Asked of all deliveries of a case that are at hand.
        case chain
    }

    /// The heading in the specification, as a name; rules of our own begin with `RETTID_`.
    ///
    /// `MELDING_2A` is the specification's "Melding Kontroll 2a".
    package let id: String
    /// How grave it is.
    package let severity: DeliverySeverity
    /// Whether the specification lowers it, rule by rule, to a warning for a thing with a `MigrertId`.
    package let isLowered: Bool
    /// When it is reported, in English, for the sheet of rules.
    package let condition: String
    /// The heading in the specification; nothing for rules of our own.
    package let source: String?
    /// How the KOSTRA rule that is its nearest differs, in English; nothing where there is none, or no difference.
    package let kostra: String?
    let test: Test

    init(
        _ id: String,
        _ severity: DeliverySeverity = .error,
        isLowered: Bool = false,
        when condition: String,
        source: String?,
        kostra: String? = nil,
        _ test: Test
    ) {
        self.id = id
        self.severity = severity
        self.isLowered = isLowered
        self.condition = condition
        self.source = source
        self.kostra = kostra
        self.test = test
    }

    /// Whether the rule is ours and not the register's.
    package var isOwn: Bool { source == nil }
}

/// A rule's answer about one thing.
struct RegisterHit {
    var item: RegisterItem
    var facts: DeliveryFacts
    /// How grave this answer is, where that is not as the rule says.
    var severity: DeliverySeverity?

    init(_ item: RegisterItem, severity: DeliverySeverity? = nil, _ fill: (inout DeliveryFacts) -> Void = { _ in }) {
        self.item = item
        self.severity = severity
        facts = DeliveryFacts()
        facts.thing = item.words
        fill(&facts)
    }
}

/// By which way a delivery came.
package enum RegisterChannel: String, Hashable, Sendable, CaseIterable {
    /// From the case system, over Fiks.
    case system = "fagsystem"
    /// From a yearly file of KOSTRA: no rule is graver than a warning for what has a `MigrertId`.
    case kostra
}
