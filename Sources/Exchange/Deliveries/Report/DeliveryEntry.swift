package import Law

/// How grave an entry is.
package enum DeliverySeverity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Nothing is wrong.
    case ok = "OK"
    /// Worth knowing.
    case info = "INFO"
    /// To look at; the file gets through.
    case warning = "WARNING"
    /// To mend; the file is stopped.
    case error = "ERROR"
    /// The file breaks its format.
    case fatal = "FATAL"

    package static func < (left: DeliverySeverity, right: DeliverySeverity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .ok: 0
        case .info: 1
        case .warning: 2
        case .error: 3
        case .fatal: 4
        }
    }
}

/// One thing that a check of a delivery found.
package struct DeliveryEntry: Hashable, Sendable {
    /// The rule's id, such as `MELDING_03`; `XSD` for the structure, `XML_FILE` for a file that is no XML.
    package var rule: String
    /// How grave it is.
    package var severity: DeliverySeverity
    /// The `Id` of the person; empty where it is about no one person.
    package var individID = ""
    /// The journal number of the person; empty where it is about no one person.
    package var journal = ""
    /// The `Id` of the thing at fault; empty where it has none.
    package var contextID = ""
    /// The line of its start tag, from 1; nothing where the entry is about the whole file.
    package var line: Int?
    /// The column of that tag, from 1.
    package var column: Int?
    /// What the words tell of.
    package var facts = DeliveryFacts()
}

/// What the words of an entry tell of: dates, codes and names of elements, never a name or number of a person.
package struct DeliveryFacts: Hashable, Sendable {
    /// The key of the words in the catalogs.
    package var words = ""
    /// The thing at fault, by the name that the catalogs have words for.
    package var thing = ""
    package var start: CalendarDay?
    package var end: CalendarDay?
    package var caseStart: CalendarDay?
    package var caseEnd: CalendarDay?
    /// The reporting year.
    package var year: Int?
    /// What the file says instead of the year or municipality that was asked for, or a code.
    package var found = ""
    /// The year, municipality or region that was asked for.
    package var expected = ""
    /// Calendar years from the birth year to the reporting year.
    package var age: Int?
    package var count: Int?
    /// Other journals.
    package var others: [String] = []
    /// The element and attribute of a structural breach, or of a date.
    package var element = ""
    package var attribute = ""
    /// Which of the two ways of reading the rules would not report it, or not so gravely.
    package var difference: Difference?

    /// Why strict and reference mode are not one.
    package enum Difference: String, Hashable, Sendable {
        /// The official program has no such entry.
        case onlyStrict
        /// The written specification has no such entry.
        case onlyReference
        /// Both have it, with another severity.
        case severity
        /// A finding of our own that the receiver does not ask.
        case own
    }

    package init() {}
}
