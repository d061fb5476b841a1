package import Law

extension ConcernFacts: Identifiable {}
extension PersonFacts: Identifiable {}
extension InvestigationFacts: Identifiable {
    /// The investigation's own name, as its start gave it.
    package var id: RecordID { start.id }
}
extension HearingFacts: Identifiable {}
extension DecisionFacts: Identifiable {}
extension ComplaintFacts: Identifiable {}
extension DemandFacts: Identifiable {}
extension MeasureFacts: Identifiable {}
extension VisitFacts: Identifiable {}
extension PlannedVisitFacts: Identifiable {}
extension PlanFacts: Identifiable {}
extension SeriousEventFacts: Identifiable {}
extension MoveFacts: Identifiable {}

extension Array where Element: Identifiable, Element.ID == RecordID {
    /// The one with this identity; `nil` where there is none.
    package func with(_ id: RecordID) -> Element? {
        first { $0.id == id }
    }

    /// Changes the one with this identity; does nothing where there is none.
    mutating func change(_ id: RecordID, _ body: (inout Element) -> Void) {
        guard let index = firstIndex(where: { $0.id == id }) else { return }
        body(&self[index])
    }

    /// Adds one whose identity is not there yet; a second with the same identity is left out.
    mutating func add(_ element: Element) {
        guard with(element.id) == nil else { return }
        append(element)
    }
}
