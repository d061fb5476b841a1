/// A kind of thing in a case as the register knows it (`BegrepsType`); relations and deletions point by it.
///
/// The raw values are the names on the wire, of the elements too.
package enum ThingKind: String, Hashable, Sendable, CaseIterable {
    /// Who the child is (personalia).
    case person = "Personalia"
    /// A report of concern (melding).
    case concern = "Melding"
    /// An investigation (undersøkelse).
    case investigation = "Undersokelse"
    /// A plan (plan).
    case plan = "Plan"
    /// A measure (tiltak).
    case measure = "Tiltak"
    /// A decision (vedtak).
    case decision = "Vedtak"
    /// Aftercare (ettervern).
    case aftercare = "Ettervern"
    /// A case sent to the tribunal (oversendelse til fylkesnemnd, now barneverns- og helsenemnda).
    case tribunal = "OversendelseFylkesnemnd"
    /// A relocation (flytting).
    case relocation = "Flytting"
    /// A relation between two things (relasjon).
    case relation = "Relasjon"
}
