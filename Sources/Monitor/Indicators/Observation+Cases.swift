package import Casework
package import Law

extension Observation {
    /// What a case gives to the indicators, read from its duties: the same that its caseworker sees.
    package static func of(_ duties: [Duty], in service: UnitID) -> [Observation] {
        duties.compactMap { duty in
            switch duty.rule {
            case .review: review(duty, service)
            case .investigation: investigation(duty, service)
            default: nil
            }
        }
    }

    /// A report counts in the half-year in which it came, once it has been reviewed or its week is over.
    private static func review(_ duty: Duty, _ service: UnitID) -> Observation? {
        switch duty.state {
        case .metInTime: Observation(.reviewedInTime, of: service, on: duty.started, counts: true)
        case .metLate, .overdue, .shortfall: Observation(.reviewedInTime, of: service, on: duty.started, counts: false)
        case .running, .soon, .lapsed, .waived: nil
        }
    }

    /// An investigation counts in the half-year in which it was finished.
    private static func investigation(_ duty: Duty, _ service: UnitID) -> Observation? {
        guard let finished = duty.metOn else { return nil }
        switch duty.state {
        case .metInTime: return Observation(.investigationBreaches, of: service, on: finished, counts: false)
        case .metLate: return Observation(.investigationBreaches, of: service, on: finished, counts: true)
        case .running, .soon, .overdue, .shortfall, .lapsed, .waived: return nil
        }
    }
}
