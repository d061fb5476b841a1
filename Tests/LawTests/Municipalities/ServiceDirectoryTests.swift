import Testing

@testable import Law

struct `Service directory` {
    private static func membership(
        _ municipality: String,
        _ district: String = "00",
        _ from: String = "2020-01-01",
        _ to: String? = nil
    ) throws -> Service.Membership {
        Service.Membership(
            municipality: try MunicipalityNumber(parsing: municipality),
            district: try DistrictNumber(parsing: district),
            from: try day(from),
            to: try to.map(day)
        )
    }

    private static func service(_ unit: String, _ memberships: Service.Membership...) throws -> Service {
        Service(unit: try UnitID(parsing: unit), name: unit, memberships: memberships)
    }

    private func directory(_ services: Service...) throws -> ServiceDirectory {
        try ServiceDirectory(services: services, register: .national)
    }

    private func route(_ directory: ServiceDirectory, _ place: String, on date: String) throws -> String {
        let municipality = try MunicipalityNumber(parsing: place.prefix(4))
        let district = try DistrictNumber(parsing: place.suffix(2))
        return switch try directory.route(municipality: municipality, district: district, on: day(date)) {
        case .service(let service): service.unit.text
        case .unknownMunicipality: "unknown municipality"
        case .endedMunicipality(let successors): "ended " + successors.map(\.text).joined(separator: " ")
        case .unknownDistrict: "unknown district"
        case .notServed: "not served"
        }
    }

    @Test(arguments: [
        ("110100", "2026-01-01", "dalane"),
        ("111100", "2026-01-01", "dalane"),
        // A district that a whole municipality's service does not list is still its own.
        ("110107", "2026-01-01", "dalane"),
        // Bergen: one district has a service of its own, the rest one together.
        ("460100", "2026-01-01", "bergen"),
        ("460101", "2026-01-01", "bergen"),
        ("460102", "2026-01-01", "fana"),
        // Oslo: districts only, one of them until the end of 2025.
        ("030101", "2026-01-01", "gamle-oslo"),
        ("030102", "2025-12-31", "grunerlokka"),
        ("030102", "2026-01-01", "unknown district"),
        ("030100", "2026-01-01", "unknown district"),
        ("030199", "2026-01-01", "unknown district"),
        // A membership that moves from one service to another.
        ("112700", "2025-06-30", "randaberg"),
        ("112700", "2025-07-01", "dalane"),
        ("112700", "2024-12-31", "not served"),
        ("112700", "2025-01-01", "randaberg"),
        // Numbers of the years until 2023.
        ("302400", "2023-12-31", "baerum"),
        ("302400", "2024-01-01", "ended 3201"),
        ("320100", "2024-01-01", "baerum"),
        ("320100", "2023-12-31", "unknown municipality"),
        ("150700", "2026-01-01", "ended 1508 1580"),
        ("021900", "2026-01-01", "unknown municipality"),
        ("500100", "2026-01-01", "not served"),
    ])
    func `routes by municipality, district and day`(place: String, date: String, expected: String) throws {
        let directory = try directory(
            Self.service(
                "dalane",
                Self.membership("1101"),
                Self.membership("1111"),
                Self.membership("1127", "00", "2025-07-01")
            ),
            Self.service("randaberg", Self.membership("1127", "00", "2025-01-01", "2025-06-30")),
            Self.service("bergen", Self.membership("4601")),
            Self.service("fana", Self.membership("4601", "02")),
            Self.service("gamle-oslo", Self.membership("0301", "01")),
            Self.service("grunerlokka", Self.membership("0301", "02", "2020-01-01", "2025-12-31")),
            Self.service(
                "baerum",
                Self.membership("3024", "00", "2020-01-01", "2023-12-31"),
                Self.membership("3201", "00", "2024-01-01")
            )
        )
        #expect(try route(directory, place, on: date) == expected)
    }

    @Test(arguments: [
        ("2025-06-29", false), ("2025-06-30", false), ("2025-07-01", true),
    ])
    func `refuses two services of one place on one day`(secondStarts: String, accepted: Bool) throws {
        let first = try Self.service("first", Self.membership("1127", "00", "2020-01-01", "2025-06-30"))
        let second = try Self.service("second", Self.membership("1127", "00", secondStarts))
        let expected = ServiceDirectory.ConfigurationError.overlap(
            try MunicipalityNumber(parsing: "1127"),
            .none,
            units: [first.unit, second.unit]
        )
        guard !accepted else {
            #expect(try directory(second, first).services == [first, second])
            return
        }
        #expect(throws: expected) { try directory(second, first) }
    }

    @Test
    func `refuses the same place twice in one service, a unit twice, a number nobody had and a backward time`() throws {
        let unit = try UnitID(parsing: "a")
        let number = try MunicipalityNumber(parsing: "1127")
        let unknown = try MunicipalityNumber(parsing: "9999")
        let one = try Self.membership("1127")
        let backward = try Self.membership("1127", "00", "2025-01-02", "2025-01-01")
        #expect(throws: ServiceDirectory.ConfigurationError.overlap(number, .none, units: [unit, unit])) {
            try directory(Self.service("a", one, one))
        }
        #expect(throws: ServiceDirectory.ConfigurationError.duplicateUnit(unit)) {
            try directory(Self.service("a", one), Self.service("a"))
        }
        #expect(throws: ServiceDirectory.ConfigurationError.unknownMunicipality(unknown, unit: unit)) {
            try directory(Self.service("a", Self.membership("9999")))
        }
        #expect(throws: ServiceDirectory.ConfigurationError.endsBeforeItStarts(number, unit: unit)) {
            try directory(Self.service("a", backward))
        }
    }

    @Test
    func `finds a service by its unit`() throws {
        let directory = try directory(Self.service("a", Self.membership("1127")))
        #expect(directory.service(of: try UnitID(parsing: "a"))?.name == "a")
        #expect(directory.service(of: try UnitID(parsing: "b")) == nil)
    }
}
