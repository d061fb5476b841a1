import Casework
import Law
import Synthetic
import Testing

@testable import Office

/// What tests do with cases in a pretend office.
extension TestOffice {
    var desk: CaseDesk { rooms.cases }

    var today: CalendarDay { rooms.environment.today }

    /// Looks for a child and opens a case for it.
    func openCase(
        _ child: CasePerson = .sample(),
        by person: Person = Staff.caseworker,
        municipality: String = "1505",
        key: String = "open"
    ) async throws -> RecordID {
        let query = child.number.map(PersonQuery.number) ?? .name(child.name)
        let looked = try #require(try await desk.search(person, query).looked)
        let opening = CaseOpening(
            childID: try desk.identity(for: key, of: person, number: 1),
            child: child,
            isUnborn: false,
            expectedOn: nil,
            municipality: municipality
        )
        let (id, outcome) = try await desk.openCase(person, opening, on: today, after: looked, key: key)
        guard case .done = outcome else { throw Unexpected() }
        return id
    }

    /// Puts something into a case, counted from today.
    @discardableResult
    func put(
        _ event: CaseEvent,
        into id: RecordID,
        by person: Person = Staff.caseworker,
        seen: Int? = nil,
        key: String
    ) async throws -> CommandOutcome {
        let command = CaseCommand(event: event, on: today, capacity: .caseworker, seen: seen)
        return try await desk.perform(person, id, command, key: key)
    }

    func facts(_ id: RecordID, in unit: UnitID = Staff.caseworker.unit) throws -> CaseFacts? {
        try state(unit).storedCase(id)?.facts
    }
}

extension CasePerson {
    static func sample(
        _ name: String = "Prøve Barnesen",
        number: PersonNumber? = .sample(0),
        phone: String? = nil,
        residence: Residence? = nil
    ) -> CasePerson {
        CasePerson(
            name: name,
            number: number,
            birthDay: nil,
            phone: phone,
            email: nil,
            interpreter: nil,
            residence: residence
        )
    }
}

extension PersonNumber {
    /// A synthetic number of a child born in 2018.
    static func sample(_ index: Int) -> PersonNumber {
        let day = (CalendarDay(year: 2018, month: 5, day: 4) ?? .earliest).adding(days: index)
        guard let number = (600...640).lazy.compactMap({ PersonNumber.synthetic(birthDay: day, serial: $0) }).first
        else { preconditionFailure("no synthetic number") }
        return number
    }
}

extension CommandOutcome {
    var refusal: CommandRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }

    var isDone: Bool {
        if case .done = self { true } else { false }
    }

    /// Done, and by this request.
    var isNew: Bool {
        if case .done(_, _, _, let repeated) = self { !repeated } else { false }
    }
}
