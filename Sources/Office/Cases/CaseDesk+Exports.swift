package import Casework
package import Law

/// What leaves the service on paper or as a file: the deadline form, and a case's chronology.
extension CaseDesk {
    /// The deadline form of a quarter, which the service owes the county governor; for the leader.
    ///
    /// - Throws: ``Absent`` for anybody else; any other error where the line could not be written.
    package func deadlineForm(_ person: Person, _ quarter: Quarter) async throws -> DeadlineForm {
        _ = try await gate.enter(person, .exportDeadlines, in: person.unit, objects: [])
        return try deadlineForm(of: person.unit, quarter)
    }

    /// The same for the command line.
    package func deadlineForm(verb: ActorID, _ unit: UnitID, _ quarter: Quarter) async throws -> DeadlineForm {
        _ = try await gate.enter(verb: verb, .exportDeadlines, in: unit)
        return try deadlineForm(of: unit, quarter)
    }

    /// A case's entries for print, with what corrections have made of them; the same right as to open the case.
    ///
    /// - Throws: ``Absent`` where there is no such case or the person may not read it; any other error where it cannot
    ///   be read.
    package func chronology(
        _ person: Person,
        _ id: RecordID,
        in service: UnitID? = nil
    ) async throws -> (child: CasePerson, entries: [OpenedCase.Entry]) {
        let opened = try await open(person, id, in: service)
        return (opened.child.person, opened.timeline)
    }

    private func deadlineForm(of unit: UnitID, _ quarter: Quarter) throws -> DeadlineForm {
        let (cases, loose) = try units.unit(unit).read { state in
            (state.cases, state.concerns.filter { state.caseID(ofConcern: $0.id) == nil })
        }
        return DeadlineForm(
            quarter,
            cases: cases.map { ($0.facts, $0.concerns) },
            loose: loose,
            law: law,
            today: environment.today
        )
    }
}
