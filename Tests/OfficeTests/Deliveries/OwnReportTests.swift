import Casework
import Exchange
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `Our report today` {
    @Test func `is for the leader of the service alone`() async throws {
        try await withOffice { office in
            _ = try await office.openCase()
            let desk = office.rooms.deliveries
            for person in Staff.all + Parties.people where person.role != .leader {
                await #expect(throws: Absent(), "\(person.id)") { try await desk.report(person, OwnReportFilter()) }
            }
            #expect(try await desk.report(Staff.leader, OwnReportFilter()).rows.count == 1)
            #expect(try await desk.report(Staff.neighbourLeader, OwnReportFilter()).rows.isEmpty)
        }
    }

    @Test func `shows nothing where the line cannot be written, whether it was checked before or not`() async throws {
        try await withOffice { office in
            _ = try await office.openCase()
            let desk = office.rooms.deliveries
            for isChecked in [false, true] {
                office.store.set { $0.access = true }
                await #expect(throws: StoreFailure.self, "\(isChecked)") {
                    try await desk.report(Staff.leader, OwnReportFilter())
                }
                office.store.set { $0.access = false }
                #expect(try await desk.report(Staff.leader, OwnReportFilter()).rows.count == 1)
            }
        }
    }

    @Test func `names the cases that it shows in a line of its own, though they were checked before`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let desk = office.rooms.deliveries
            for _ in 0..<2 {
                let report = try await desk.report(Staff.leader, OwnReportFilter())
                #expect(report.rows.map(\.caseID) == [id])
                let line = AccessLine(action: .checkDeliveries, outcome: .granted, objects: [id])
                #expect(try office.accessLines(Staff.leader.unit).last == line)
            }
        }
    }

    @Test func `counts all that has something to mend, whatever is shown of it`() async throws {
        try await withOffice { office in
            _ = try await office.openCase()
            let desk = office.rooms.deliveries
            for rule in [nil, "SAK_21", "SAK_23"] {
                let report = try await desk.report(Staff.leader, OwnReportFilter(rule: rule))
                #expect(report.checked == 1 && report.withFindings == 1, "\(rule ?? "")")
                #expect(report.rows.count == (rule == "SAK_23" ? 0 : 1), "\(rule ?? "")")
            }
        }
    }

    @Test func `shows each row once, page by page`() async throws {
        try await withOffice { office in
            let count = DeliveryDesk.mostRows + 2
            let review = ReviewCommand(
                outcome: .shelve(.noReason, reason: .written("Ikke grunn.")),
                isAtOnce: false,
                replacesEarlier: false,
                on: office.today
            )
            var concerns: [RecordID] = []
            for number in 0..<count {
                concerns += try await office.concerns(of: try SampleMessage(), id: "m\(number)")
                #expect(
                    try await office.desk.review(Staff.caseworker, concerns[number], review, key: "\(number)").isNew
                )
            }
            let desk = office.rooms.deliveries
            let first = try await desk.report(Staff.leader, OwnReportFilter())
            let second = try await desk.report(Staff.leader, OwnReportFilter(offset: DeliveryDesk.mostRows))
            #expect(first.rows.count == DeliveryDesk.mostRows && first.hasMore)
            #expect(second.rows.count == 2 && !second.hasMore)
            #expect((first.rows + second.rows).map(\.subject).sorted() == concerns.sorted())
        }
    }
}
