import Journal
import Law
import Synthetic
import TestSupport
import Testing

@testable import Office

struct `The figures for monitoring` {
    private static let nordvag = PretendService.nordvag.unit

    private static func unopened(_ office: TestOffice, _ unit: UnitID) throws -> Int? {
        try OfficeFigures(office.rooms).units.first { $0.unit == unit }?.unopenedConcerns
    }

    @Test func `follow every entry`() async throws {
        try await withOffice { office in
            #expect(try Self.unopened(office, Self.nordvag) == 0)
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            #expect(try Self.unopened(office, Self.nordvag) == 1)
            _ = try await office.rooms.concerns.open(Staff.caseworker, id)
            #expect(try Self.unopened(office, Self.nordvag) == 0)
            try await office.receive(.unreadable, id: "m2")
            let reception = try #require(
                try OfficeFigures(office.rooms).units.first { $0.unit == PretendWorld.reception }
            )
            #expect(reception.openWorkItems == 1)
        }
    }

    @Test func `read a unit once, and not again before something has changed`() async throws {
        try await withOffice { office in
            _ = try await office.concerns(of: try SampleMessage(), id: "m1")
            let other = try office.secondNode()
            #expect(try Self.unopened(other, Self.nordvag) == 1)
            // Looked at once, a unit need not be read again: a store that hands out no entries is enough.
            office.store.set { $0.scan = true }
            #expect(try Self.unopened(other, Self.nordvag) == 1)
        }
    }

    @Test func `leave out and count a unit that cannot be read, and give the others`() async throws {
        try await withOffice { office in
            _ = try await office.concerns(of: try SampleMessage(), id: "m1")
            let fresh = try office.reopened()
            office.store.set { $0.scan = true }
            // All services, reception and two regions.
            #expect(try OfficeFigures(fresh.rooms).unservedUnits == PretendService.allCases.count + 3)
            office.store.set { $0.scan = false }
            #expect(try OfficeFigures(fresh.rooms).unservedUnits == 0)
        }
    }

    /// The limit is generous, since this is no optimised build.
    @Test func `cost a fraction of a second for a hundred units`() async throws {
        let services = try (1...100).map { number in
            Service(unit: try UnitID(parsing: "tjeneste-\(number)"), name: "Tjeneste \(number)", memberships: [])
        }
        try await withOffice(services: services) { office in
            _ = try OfficeFigures(office.rooms)
            let spent = try ProcessorTime.of { _ = try OfficeFigures(office.rooms) }
            #expect(spent < .milliseconds(100), "\(spent)")
        }
    }
}
