package import Law

/// A child's stay in one family's home, under every decision by which it lives there (opphold i fosterhjem).
///
/// What the regulation counts by the stay runs from the day of moving in: a new legal basis for the same home begins
/// nothing anew (forskrift 2023-10-13-1632 §§ 10 and 18).
package struct FamilyHome: Hashable, Sendable {
    /// In order; the first is the one that the child moved in by.
    package private(set) var measures: [MeasureFacts]

    /// All of them as one: from moving in to moving out, with the visits, decisions and agreements of each.
    package private(set) var stay: MeasureFacts

    init(_ measure: MeasureFacts) {
        measures = [measure]
        stay = measure
    }

    /// Whether the child goes on living there by another measure: with the same foster parent, and without a day between.
    func goesOn(in next: MeasureFacts) -> Bool {
        guard let caretaker = stay.placement?.start.caretaker, caretaker == next.placement?.start.caretaker,
            let left = stay.ended?.on
        else { return false }
        return (left...left.adding(days: 1)).contains(next.started.on)
    }

    mutating func goOn(in next: MeasureFacts) {
        measures.append(next)
        var whole = next
        whole.started = stay.started
        if let before = stay.placement, var placement = whole.placement {
            placement.visits = before.visits + placement.visits
            placement.planned = before.planned + placement.planned
            placement.reductions = before.reductions + placement.reductions
            placement.agreements = before.agreements + placement.agreements
            whole.placement = placement
        }
        stay = whole
    }

    /// The measure by which the child lived there on a day, or last before it.
    package func measure(on day: CalendarDay) -> MeasureFacts {
        measures.last { $0.started.on <= day } ?? measures[0]
    }
}

extension CaseFacts {
    /// The families' homes that the child has moved into by a day, in that order.
    package func familyHomes(by day: CalendarDay) -> [FamilyHome] {
        var homes: [FamilyHome] = []
        for measure in measures where measure.started.on <= day {
            guard let placement = measure.placement, placement.start.home.isFamily else { continue }
            if homes.last?.goesOn(in: measure) ?? false {
                homes[homes.count - 1].goOn(in: measure)
            } else {
                homes.append(FamilyHome(measure))
            }
        }
        return homes
    }

    /// The measures by which the child lives in the same home as by this one, itself among them.
    func measures(inTheHomeOf id: RecordID) -> [MeasureFacts] {
        let home = familyHomes(by: .latest).first { $0.measures.with(id) != nil }
        return home?.measures ?? measures.with(id).map { [$0] } ?? []
    }
}
