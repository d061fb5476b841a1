import Law

/// Which of the two ways of reading a rule it breaks.
struct KostraOutcome: OptionSet {
    let rawValue: UInt8

    /// The official program reports it.
    static let reference = KostraOutcome(rawValue: 1)
    /// A careful reader of the written specification reports it.
    static let strict = KostraOutcome(rawValue: 2)

    /// The same in both.
    @inline(__always)
    static func when(_ isBroken: Bool) -> KostraOutcome { isBroken ? [.reference, .strict] : [] }

    /// Apart.
    @inline(__always)
    static func when(reference: Bool, strict: Bool) -> KostraOutcome {
        (reference ? KostraOutcome.reference : []).union(strict ? .strict : [])
    }
}

/// One outcome of a KOSTRA check: the row of the table of rules.
struct KostraRule: Sendable {
    /// What is asked of each thing that the rule is about; whatever holds is an entry.
    enum Test: Sendable {
        /// Decided while the file is read, or after it, by the judge.
        case file
        case sender(@Sendable (KostraSender, KostraFrame) -> KostraOutcome)
        case person(@Sendable (KostraPerson, KostraFrame, Int?) -> KostraOutcome)
        case concern(@Sendable (KostraConcern, KostraPerson, KostraFrame) -> KostraOutcome)
        /// For each code of a list of the concern; the entry is about the concern.
        case concernCode(@Sendable (KostraConcern) -> Range<Int>, @Sendable (KostraCode) -> KostraOutcome)
        case investigation(@Sendable (KostraInvestigation, KostraPerson, KostraFrame) -> KostraOutcome)
        /// For each ground; the entry is about the investigation.
        case decisionGround(@Sendable (KostraCode) -> KostraOutcome)
        case plan(@Sendable (KostraPlan, KostraPerson, KostraFrame) -> KostraOutcome)
        case measure(@Sendable (KostraMeasure, KostraPerson, KostraFrame, Int?) -> KostraOutcome)
        /// For each placement measure and those listed after it.
        case overlap
        case relocation(@Sendable (KostraRelocation, KostraPerson, KostraFrame) -> KostraOutcome)
        /// For each date of the person.
        case dates
    }

    /// Where a rule is written down.
    enum Source: String, Sendable {
        /// Statistics Norway's specification of the controls of form 15F; the official program has it too.
        case specification = "specification"
        /// The official program alone.
        case program = "program"
        /// The schemas of form 15F, against which the official program holds a file too.
        case schema = "schema"
    }

    /// The name in the official program's report, or of our own.
    let id: String
    /// The severity in the official program.
    let severity: DeliverySeverity
    /// The severity in the written specification, where that is another.
    let strictSeverity: DeliverySeverity
    /// The key of the words in the catalogs.
    let words: String
    /// When it is reported, in English, for the sheet of rules.
    let condition: String
    let source: Source
    /// How strict reading differs from the official program, in English; nothing where it does not.
    let difference: String?
    let test: Test

    init(
        _ id: String,
        _ severity: DeliverySeverity = .error,
        strictly strictSeverity: DeliverySeverity? = nil,
        words: String? = nil,
        when condition: String,
        source: Source = .specification,
        difference: String? = nil,
        _ test: Test
    ) {
        self.id = id
        self.severity = severity
        self.strictSeverity = strictSeverity ?? severity
        self.words = words ?? id
        self.condition = condition
        self.source = source
        self.difference = difference
        self.test = test
    }

    /// The element that the rule is about, by its place in the id; the words for it are in the catalogs.
    var thing: String { id.split(separator: "_").first.map(String.init) ?? id }

    func severity(in mode: KostraFrame.Mode) -> DeliverySeverity {
        mode == .strict ? strictSeverity : severity
    }
}
