/// A kind of thing in a case as the register knows it (`BegrepsType`); relations and deletions point by it.
///
/// The raw values are the names on the wire, of the elements too.
package enum RegisterConcept: String, Hashable, Sendable, CaseIterable {
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

    /// The kind with these bytes as its name; nothing where there is none.
    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        for concept in Self.allCases where concept.rawValue.utf8.count == range.count {
            if zip(concept.rawValue.utf8, range).allSatisfy({ $0 == text[$1] }) {
                self = concept
                return
            }
        }
        return nil
    }
}
