/// A clock that a rule has started (frist), with the day on which it ends.
package struct Term: Hashable, Sendable {
    /// The row that governs it.
    package let rule: Rule
    /// The day of the trigger.
    package let from: CalendarDay
    /// The last day in time; of a bar, the last day on which the demand cannot be made.
    package let due: CalendarDay
    /// Whether the extended length is counted.
    package let extended: Bool

    /// Where the last day stands: the extension's section for an extended term, the rule's for others.
    package var citation: String { extended ? rule.extensionCitation ?? rule.citation : rule.citation }
}
