import Casework
import Exchange
import Law
import Testing

@testable import Office

struct `A year's KOSTRA file` {
    private func write(
        _ office: TestOffice,
        year: Int = 2026,
        _ municipality: String = "1505"
    ) async throws -> (bytes: [UInt8], export: KostraExport) {
        var bytes: [UInt8] = []
        let export = try await office.rooms.deliveries.writeKostra(
            verb: actor("system:export"),
            Staff.leader.unit,
            municipality: municipality,
            year: year,
            write: { bytes += $0 }
        )
        return (bytes, export)
    }

    @Test func `holds each child once, its reports and its case together`() async throws {
        try await withOffice { office in
            let report = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let found = ConcernCommand.match(.sample(0))
            _ = try await office.rooms.concerns.perform(Staff.caseworker, found, on: report, key: "f")
            _ = try await office.openCase()
            _ = try await office.openCase(.sample("Annen Barnesen", number: .sample(1)), key: "other")
            let (bytes, export) = try await write(office)
            let text = String(decoding: bytes, as: UTF8.self)
            // The other child's case has nothing in it that a municipality reports.
            #expect(export.people == 1 && export.refused.isEmpty)
            #expect(text.contains(PersonNumber.sample(0).digits))
            #expect(!text.contains(PersonNumber.sample(1).digits))
            #expect(text.contains("<Melding "))
            #expect(export.report.entries.allSatisfy { $0.rule != "INDIVID_04" && $0.rule != "XSD" })
        }
    }

    @Test func `is of one municipality and one year`() async throws {
        try await withOffice { office in
            _ = try await office.concerns(of: try SampleMessage(), id: "m1")
            await #expect(throws: DeliveryTrouble.nobody("1505", year: 2024)) { try await write(office, year: 2024) }
            await #expect(throws: DeliveryTrouble.nobody("1506", year: 2026)) { try await write(office, "1506") }
            #expect(office.rooms.deliveries.municipalities(of: Staff.leader.unit, in: 2026) == ["1505"])
        }
    }

    @Test func `is for the command line alone, and leaves a line`() async throws {
        try await withOffice { office in
            let report = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            _ = try await write(office)
            let lines = try office.accessLines(Staff.leader.unit).filter { $0.action == .exportDeliveries }
            #expect(lines.contains { $0.objects.contains(report) })
            await #expect(throws: Absent()) {
                try await office.rooms.deliveries.writeKostra(
                    verb: Staff.leader.id,
                    Staff.leader.unit,
                    municipality: "1505",
                    year: 2026,
                    write: { _ in }
                )
            }
        }
    }
}
