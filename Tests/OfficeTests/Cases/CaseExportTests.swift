import Casework
import Law
import Testing

@testable import Office

struct `What a case gives to planner, form and print` {
    private static let careOrder = Decision(
        id: RecordID(high: 4, low: 1),
        kind: .careOrder,
        maker: .tribunal,
        summary: "Omsorg",
        parts: [:],
        participation: .acute,
        consents: [],
        reference: "26-1"
    )

    private static let placement = MeasureStart(
        id: RecordID(high: 4, low: 2),
        decision: careOrder.id,
        category: "8.1",
        text: "Fosterhjem",
        placement: PlacementStart(
            home: .fosterHome,
            caretaker: nil,
            careMunicipality: "1505",
            fosterMunicipality: "1505",
            distance: nil
        )
    )

    /// A child in a foster home since today, 16 February 2026, with a visit today and one planned.
    private static func placed(in office: TestOffice) async throws -> RecordID {
        let id = try await office.openCase()
        let visit = Visit(
            id: RecordID(high: 4, low: 3),
            measure: placement.id,
            kind: .followUp,
            isPhysical: true,
            talkedWithChild: true,
            report: "Trives"
        )
        let planned = PlannedVisit(
            id: RecordID(high: 4, low: 4),
            measure: placement.id,
            kind: .followUp,
            plannedFor: office.today.adding(days: 60)
        )
        let events: [CaseEvent] = [
            .decided(careOrder), .decisionStep(careOrder.id, .implemented), .measureStarted(placement),
            .visited(visit), .visitPlanned(planned),
        ]
        for (number, event) in events.enumerated() {
            let outcome = try await office.put(event, into: id, key: "e\(number)")
            #expect(outcome.isNew, "\(String(describing: outcome.refusal)) at \(number)")
        }
        return id
    }

    @Test func `plans the visits of a year, for the leader and for whoever works with the case`() async throws {
        try await withOffice { office in
            let id = try await Self.placed(in: office)
            for person in [Staff.caseworker, Staff.leader] {
                let lines = try await office.desk.visits(person, year: 2026)
                #expect(lines.map(\.kind) == [.followUp, .supervision])
                #expect(lines.map(\.caseID) == [id, id])
                #expect(lines.map(\.child.name) == ["Prøve Barnesen", "Prøve Barnesen"])
                let followUp = lines[0]
                #expect(followUp.due.count == 3, "319 of 365 days of four a year")
                #expect(followUp.done == [office.today])
                #expect(followUp.planned.map(\.day) == [office.today.adding(days: 60)])
                #expect(followUp.missing == 1)
                #expect(followUp.quarter(1).done == 1)
                #expect(followUp.quarter(2).planned == 1)
                #expect((1...4).reduce(0) { $0 + followUp.quarter($1).required } == 3)
            }
            #expect(try await office.desk.visits(Staff.colleague, year: 2026).isEmpty)
            #expect(try await office.desk.visits(Staff.leader, year: 2025).isEmpty)
            let line = try #require(try office.accessLines(Staff.leader.unit).first { $0.action == .listCases })
            #expect(line.objects == [id])
        }
    }

    @Test func `prints what stands in the journal, corrections marked`() async throws {
        try await withOffice { office in
            let id = try await Self.placed(in: office)
            let (child, entries) = try await office.desk.chronology(Staff.caseworker, id)
            #expect(child.name == "Prøve Barnesen")
            #expect(entries.map(\.recorded.sequence) == (try office.facts(id)?.entries))
            #expect(entries.allSatisfy { $0.correctedBy == nil && $0.standing != nil })
            await #expect(throws: Absent()) { try await office.desk.chronology(Staff.colleague, id) }
        }
    }

    @Test func `gives the deadline form to the leader and to the command line alone`() async throws {
        try await withOffice { office in
            let concern = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let quarter = try #require(Quarter(year: 2026, number: 1))
            let form = try await office.desk.deadlineForm(Staff.leader, quarter)
            #expect(form.rows.map(\.reference) == [concern])
            #expect(form.totals.received == 1)
            let unit = Staff.leader.unit
            #expect(try await office.desk.deadlineForm(verb: actor("system:export"), unit, quarter) == form)
            for person in [Staff.caseworker, Staff.officer, Staff.governor] {
                await #expect(throws: Absent()) { try await office.desk.deadlineForm(person, quarter) }
            }
            await #expect(throws: Absent()) {
                try await office.desk.deadlineForm(verb: Staff.caseworker.id, unit, quarter)
            }
        }
    }

    @Test func `shows the leader a step without the child until it is seen`() async throws {
        try await withOffice { office in
            let id = try await office.openCase()
            let decision = Decision(
                id: RecordID(high: 4, low: 9),
                kind: .helpMeasure,
                maker: .service,
                summary: "Råd",
                parts: Dictionary(uniqueKeysWithValues: Decision.Part.allCases.map { ($0, "Tekst") }),
                participation: .overridden(reason: "Bortreist"),
                consents: [Consent(giver: .parents, isWritten: true, givenOn: office.today)],
                reference: nil
            )
            let outcome = try await office.put(.decided(decision), into: id, key: "d")
            #expect(outcome.isNew, "\(String(describing: outcome.refusal))")
            let board = try await office.desk.board(Staff.leader)
            #expect(board.overrides.map(\.caseID) == [id])
            #expect(board.overrides.map(\.matter) == [.decision])
            #expect(try await office.put(.overrideSeen, into: id, by: Staff.leader, key: "s").isNew)
            #expect(try await office.desk.board(Staff.leader).overrides.isEmpty)
        }
    }
}
