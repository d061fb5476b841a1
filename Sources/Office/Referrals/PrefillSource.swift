package import Law

/// Where a prefilled text of a form comes from, for who is to answer for it.
package enum PrefillSource: Hashable, Sendable {
    /// The case itself.
    case record
    /// What is known of the child or somebody around it.
    case people
    /// A decision of this day.
    case decision(CalendarDay)
    /// The conversation with the child on this day, or the reason why there was none.
    case hearing(CalendarDay)
    /// The child's plan of this day.
    case plan(CalendarDay)
    /// The measures that run, or have run.
    case measures
    /// A heading in a text of this day: an assessment, a plan, a decision.
    case heading(CalendarDay)
    /// The service's own name, number and people.
    case service
    /// Told by the child's age alone: compulsory school.
    case age
    /// The newest message of the referral, which this one replaces.
    case earlierMessage
}
