import Assistance
import Casework
import Foundation
package import Law
package import Monitor
import Synchronization

/// The desk of those who oversee: indicators of all services here, after disclosure control, and nothing that leads to one case.
package struct IndicatorDesk: Sendable {
    let units: Units
    let gate: Gate
    let directory: ServiceDirectory
    let law: Lawbook
    let environment: Environment
    private let kept = KeptObservations()

    init(units: Units, gate: Gate, directory: ServiceDirectory, law: Lawbook, environment: Environment) {
        self.units = units
        self.gate = gate
        self.directory = directory
        self.law = law
        self.environment = environment
    }

    /// What may be shown, and for which areas.
    package struct Overview: Sendable {
        /// The nation first, then each region with its services.
        package let areas: [Area]
        /// In the order of their definitions.
        package let indicators: [PublishedIndicator]
        /// The day as of which it was counted.
        package let asOf: CalendarDay
    }

    /// Every indicator for the newest half-years that are over.
    ///
    /// - Parameters:
    ///   - person: Whoever asks; the line in the access log names no object, since none can be reached from here.
    ///   - halfYears: How many half-years.
    /// - Returns: The indicators in the order of their definitions.
    /// - Throws: ``Absent`` where the person may not; any other error where a unit cannot be read.
    package func overview(_ person: Person, halfYears: Int = 6) async throws -> Overview {
        _ = try await gate.enter(person, .readAggregates, in: person.unit, objects: [])
        let today = environment.today
        var observations: [Observation] = []
        for service in directory.services { observations += try observed(service.unit, today) }
        let table = IndicatorTable(observations, in: AreaTree(regions(on: today)))
        // The running half-year is left out: what is hidden in it would change from day to day and could be compared.
        let shown = HalfYear(containing: today).previous.latest(halfYears)
        return Overview(
            areas: table.tree.areas,
            indicators: Indicator.all.map { PublishedIndicator($0.id, of: table, in: shown) },
            asOf: today
        )
    }

    /// What one service's cases and referrals give; counted again only when something has happened there, or a day has passed.
    private func observed(_ id: UnitID, _ today: CalendarDay) throws -> [Observation] {
        let unit = try units.unit(id)
        let state = unit.read { $0 }
        let stamp = KeptObservations.Stamp(day: today, sequence: state.sequence)
        if let known = kept[id, stamp] { return known }
        var observations = state.cases.flatMap { stored in
            let concerns = stored.facts.concerns.compactMap(state.concern)
            let duties = Duties.of(stored.facts, concerns: concerns, law: law, today: today)
            return Observation.of(duties, in: id)
        }
        for concern in state.concerns where state.caseID(ofConcern: concern.id) == nil {
            observations += Observation.of(Duties.of(loose: concern, law: law, today: today), in: id)
        }
        for referral in state.referrals where referral.isReferral {
            let figures = referral.figures(law, on: today)
            observations += Observation.of(referral.shared, figures, from: id, today: today)
        }
        kept[id, stamp] = observations
        return observations
    }

    /// In which region each service lies: that of the first municipality that it serves.
    private func regions(on day: CalendarDay) -> [UnitID: Region] {
        directory.services.reduce(into: [:]) { regions, service in
            let serving = service.memberships.first { $0.isValid(on: day) } ?? service.memberships.first
            guard let number = serving?.municipality, let region = MunicipalityRegister.national[number]?.region else {
                return
            }
            regions[service.unit] = region
        }
    }
}

/// Observations of each service, as of an entry and a day.
private final class KeptObservations: Sendable {
    struct Stamp: Hashable {
        let day: CalendarDay
        let sequence: Int
    }

    private let byUnit = Mutex<[UnitID: (stamp: Stamp, observations: [Observation])]>([:])

    subscript(unit: UnitID, stamp: Stamp) -> [Observation]? {
        get {
            byUnit.withLock { kept in
                kept[unit].flatMap { $0.stamp == stamp ? $0.observations : nil }
            }
        }
        set {
            byUnit.withLock { $0[unit] = newValue.map { (stamp, $0) } }
        }
    }
}
