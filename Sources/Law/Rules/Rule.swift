/// A row of the law (regel): what one section asks, of whom and by when, in one period of validity.
package struct Rule: Hashable, Sendable {
    /// The rule that it is a row of; several rows with other days may be.
    package let id: RuleID
    /// The first day of the row.
    package let validFrom: CalendarDay
    /// The last day of the row; `nil` while no end is decided.
    package let validTo: CalendarDay?
    /// Whose duty it is.
    package let holder: DutyHolder
    /// What the clock runs from.
    package let trigger: Trigger
    /// How long it runs; `nil` where the section gives no time, only the duty.
    package let length: Length?
    /// From which day the length is counted.
    package let start: Start
    /// Which day is the last.
    package let end: End
    /// The whole length, not the addition, where it is extended; `nil` where the row gives none.
    package let `extension`: Length?
    /// What the extension needs.
    package let extensionNeeds: ExtensionNeed?
    /// When the duty may be left out.
    package let waivers: [Waiver]
    /// What it means that the last day is over.
    package let passing: Passing
    /// What this row does to clocks that run on its first day.
    package let transition: Transition
    /// How sure the row is.
    package let confidence: Confidence
    let words: RuleWords

    /// Where it stands, in Norwegian, such as `barnevernsloven § 2-1 første ledd`.
    package var citation: String { words.citation }

    /// Where the extension stands; it may be there without a length, as where the tribunal's leader sets it.
    package var extensionCitation: String? { words.extensionCitation }

    /// What a reader of the table should know; may be empty.
    package var note: String { words.note }

    /// The title in `nb`, `nn` or `en`; any other language gives bokmål.
    package func title(in language: String) -> String { words.titles[language] }

    /// Whether the row is in force on a day.
    package func isInForce(on day: CalendarDay) -> Bool {
        validFrom <= day && validTo.map { day <= $0 } ?? true
    }

    /// From which day a length is counted.
    package enum Start: Hashable, Sendable {
        /// From the day of the trigger.
        case trigger
        /// From the last day of another rule with the same trigger, met or not (§ 2-2: after the week of § 2-1).
        case after(RuleID)
    }

    /// Which day is the last in time.
    package enum End: String, Hashable, Sendable, CaseIterable {
        /// The day on which the length ends, working day or not: the act extends no casework deadline over a weekend.
        case lastDay
        /// The day before it, for what must be done before a birthday.
        case dayBefore
        /// That day, or the next working day where it is none.
        case nextWorkingDay
    }
}

/// The words of a row, shared by all copies of it: copying each text on its own would be half the price of a term.
final class RuleWords: Hashable, Sendable {
    let citation: String
    let extensionCitation: String?
    let titles: Titles
    let note: String

    init(citation: String, extensionCitation: String?, titles: Titles, note: String) {
        self.citation = citation
        self.extensionCitation = extensionCitation
        self.titles = titles
        self.note = note
    }

    static func == (left: RuleWords, right: RuleWords) -> Bool {
        left === right
            || left.citation == right.citation && left.extensionCitation == right.extensionCitation
                && left.titles == right.titles && left.note == right.note
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(citation)
    }
}

/// A title in the three languages of the pages.
struct Titles: Hashable, Sendable {
    let bokmal: String
    let nynorsk: String
    let english: String

    /// Bokmål for a language that is not there.
    subscript(language: String) -> String {
        switch language {
        case "nn": nynorsk
        case "en": english
        default: bokmal
        }
    }
}
