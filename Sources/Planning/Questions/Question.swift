/// One thing that people ask: what comes of it if this is otherwise.
///
/// Several can be applied one after the other. `docs/questions.md` describes the document of each.
package enum Question: Hashable, Sendable {
    /// More or fewer children come.
    case arrivals(ArrivalChange)
    /// A unit opens or closes.
    case places(PlaceChange)
    /// Stays become shorter or longer.
    case stays(StayChange)
    /// Regions take in each other's children.
    case sharing(RegionSharing)
    /// What municipalities pay for a place (egenandel) changes.
    case coPayment(CoPaymentChange)

    /// A code for each sort of question, the same in every version: in documents, forms and catalogs of words.
    package enum Kind: String, CaseIterable, Sendable {
        case arrivals, places, stays, sharing, coPayment
    }

    /// Its code.
    package var kind: Kind {
        switch self {
        case .arrivals: .arrivals
        case .places: .places
        case .stays: .stays
        case .sharing: .sharing
        case .coPayment: .coPayment
        }
    }

    /// The scenario with the change.
    ///
    /// - Parameters:
    ///   - scenario: One that can be run.
    ///   - pointer: Where the change stands in its document, so that a problem names the member that is wrong.
    /// - Returns: The same in everything else.
    /// - Throws: Where the change does not fit the scenario, as a region that it does not have.
    package func applied(to scenario: Scenario, at pointer: String = "") throws(ScenarioProblem) -> Scenario {
        var changed = scenario
        switch self {
        case .arrivals(let change): try change.apply(to: &changed, at: pointer)
        case .places(let change): try change.apply(to: &changed, at: pointer)
        case .stays(let change): try change.apply(to: &changed, at: pointer)
        case .sharing(let change): try change.apply(to: &changed, at: pointer)
        case .coPayment(let change): try change.apply(to: &changed, at: pointer)
        }
        do {
            try changed.check()
        } catch {
            throw ScenarioProblem(pointer, "the changed scenario cannot be run: \(error)", error.reason)
        }
        return changed
    }
}
