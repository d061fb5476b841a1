import Casework
import Crypto
import Exchange
import Foundation
import Journal
package import Law
import Synchronization

/// A service's desk for what it delivers to Statistics Norway: the check of today's report, and the deliveries themselves.
package struct DeliveryDesk: Sendable {
    let units: Units
    let gate: Gate
    let people: People
    let counterparts: Counterparts
    let directory: ServiceDirectory
    let law: Lawbook
    let environment: Environment
    let digest: CommandDigest
    /// Knows the names that a list shows.
    let cases: CaseDesk
    private let children = ChildrenOfUnits()
    let findings = KeptFindings()

    init(
        units: Units,
        gate: Gate,
        people: People,
        counterparts: Counterparts,
        directory: ServiceDirectory,
        law: Lawbook,
        environment: Environment,
        digest: CommandDigest,
        cases: CaseDesk
    ) {
        self.units = units
        self.gate = gate
        self.people = people
        self.counterparts = counterparts
        self.directory = directory
        self.law = law
        self.environment = environment
        self.digest = digest
        self.cases = cases
    }

    /// How many cases are opened under one line of the access log.
    static let mostInLine = 200

    /// Who opens cases to tell others of them, or to see what would be told.
    enum Reader: Sendable {
        /// The leader of the service.
        case person(Person)
        /// A verb of the command line.
        case verb(ActorID)

        /// Whether a conflict of interest keeps the reader from a case.
        func isBarred(from stored: StoredCase) -> Bool {
            if case .person(let person) = self { stored.facts.conflicts.contains(person.id) } else { false }
        }
    }

    /// Lets a reader open streams of a unit.
    func enter(_ reader: Reader, _ unit: UnitID, _ streams: [RecordID]) async throws -> Grant {
        switch reader {
        case .person(let person): try await gate.enter(person, .checkDeliveries, in: unit, objects: streams)
        case .verb(let verb): try await gate.enter(verb: verb, .exportDeliveries, in: unit, objects: streams)
        }
    }

    /// A unit's cases, with what is needed to tell which reports are of the same child; those are left out in which the
    /// reader has a conflict of interest.
    func inHand(_ reader: Reader, _ unit: Unit) async throws -> [CaseInHand] {
        let children = children.of(unit.id)
        let teller = CaseTeller(unit: unit, law: law, today: environment.today, people: people)
        let unread = unit.read { children.unread($0) }
        for some in unread.chunks(of: Self.mostInLine) {
            let grant = try await enter(reader, unit.id, some.map(\.id))
            for report in some {
                children.know(report, try teller.number(of: report, under: grant).map(unit.searchKeys.key(of:)))
            }
        }
        let candidates = unit.read { children.unreadCases($0) }.filter { !reader.isBarred(from: $0) }
        for some in candidates.chunks(of: Self.mostInLine) {
            let grant = try await enter(reader, unit.id, some.map(\.facts.id))
            for stored in some {
                children.know(stored.facts, try teller.number(of: stored, under: grant).map(unit.searchKeys.key(of:)))
            }
        }
        return unit.read { children.inHand($0) }.filter { hand in
            if case .opened(let stored, _) = hand { !reader.isBarred(from: stored) } else { true }
        }
    }

    /// Who delivers: a municipality by its organisation number, name and, of a divided city, the district.
    ///
    /// - Throws: ``DeliveryTrouble`` where the number is not configured or the municipality is none.
    func sender(_ unit: UnitID, _ municipality: String, on day: CalendarDay) throws(DeliveryTrouble)
        -> RegisterDelivery.Sender
    {
        guard let organisation = counterparts[unit]?.number else { throw .noOrganisationNumber(unit) }
        guard let number = try? MunicipalityNumber(parsing: municipality),
            let name = MunicipalityRegister.national[number]?.name
        else { throw .noMunicipality(municipality) }
        let service = directory.services.first { $0.unit == unit }
        let district = service?.memberships
            .first { $0.municipality == number && $0.district != .none && $0.isValid(on: day) }?.district
        return RegisterDelivery.Sender(
            organisation: "\(organisation)",
            municipality: municipality,
            municipalityName: name,
            districtNumber: district.map { "\($0)" },
            districtName: district.map { _ in service?.name ?? name }
        )
    }

    /// What delivers (`Fagsystem`).
    static let system = RegisterDelivery.System(vendor: "Rettid", name: "Rettid", version: "1")
}

/// Why nothing can be delivered.
package enum DeliveryTrouble: Error, Hashable, Sendable {
    /// The service's organisation number is not configured.
    case noOrganisationNumber(UnitID)
    /// A case's municipality is none that there is.
    case noMunicipality(String)
    /// Somebody else has delivered the same case at the same time.
    case deliveredMeanwhile
    /// No case of a municipality belongs to a year.
    case nobody(String, year: Int)
}

extension CaseTeller {
    /// The child's number as a case tells it.
    func number(of stored: StoredCase, under grant: Grant) throws -> PersonNumber? {
        try standing(stored, under: grant).reduce(nil) { number, entry in
            switch entry.event {
            case .opened(let opening)?: opening.child.number ?? number
            case .personSet(stored.facts.child.person, let person)?: person.number ?? number
            case .numberFound(let found)?: found
            default: number
            }
        }
    }
}

/// What is known of each unit's reported children, for as long as the program runs.
private final class ChildrenOfUnits: Sendable {
    private let all = Mutex<[UnitID: ReportedChildren]>([:])

    func of(_ unit: UnitID) -> ReportedChildren {
        all.withLock { all in
            if let known = all[unit] { return known }
            let new = ReportedChildren()
            all[unit] = new
            return new
        }
    }
}

extension Array {
    /// Its elements in order, so many at a time.
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
