/// What of a referral a unit does not take in by its own description (passer ikke).
///
/// Shown, and never a reason to hide a place or to refuse an offer: whoever knows the child decides.
package enum PlaceMisfit: Hashable, Sendable {
    /// The unit does not give this kind of measure.
    case kind(MeasureKind)
    /// The unit takes no children in under the section of the decision (hjemmel).
    case section(LegalSection)
    /// The child is younger or older, in whole years, than those whom the unit takes in.
    case age(Int, outside: ClosedRange<Int>)
}

extension PlaceUnit {
    /// What does not fit; of what is not known nothing is said.
    ///
    /// - Parameters:
    ///   - referral: What is asked for, and the decision behind it.
    ///   - age: How old the child is, in whole years, on the day of use.
    /// - Returns: Everything that does not fit, the kind first.
    package func misfits(with referral: Referral, age: Int?) -> [PlaceMisfit] {
        var misfits: [PlaceMisfit] = []
        // Either answers a request for an institution or a specialised foster home.
        let kinds: Set<MeasureKind> =
            referral.kind == .careOrSpecialisedHome
            ? [.careOrSpecialisedHome, .careInstitution, .fosterHome] : [referral.kind]
        if measures.isDisjoint(with: kinds) { misfits.append(.kind(referral.kind)) }
        if let section = referral.decision?.section, !sections.contains(section) { misfits.append(.section(section)) }
        if let age, !ages.contains(age) { misfits.append(.age(age, outside: ages)) }
        return misfits
    }
}
