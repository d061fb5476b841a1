import Casework
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `The reconciliation of a day` {
    private static func note(_ lines: [(String, String?)], on day: CalendarDay, in office: TestOffice) async throws {
        let lines = lines.map { SentList.Line(messageID: $0.0, digest: $0.1) }
        try await office.rooms.oversight.note(SentList(sender: TestOffice.sender.id, day: day, lines: lines))
    }

    private static func day(_ day: CalendarDay, in office: TestOffice) async throws -> Reconciliation {
        let all = try await office.rooms.oversight.reconcile(verb: actor("system:test"), day)
        #expect(all.count == 1)
        return try #require(all.first)
    }

    /// What differs, by message.
    private static func differences(_ reconciliation: Reconciliation) -> [String: Reconciliation.Difference] {
        Dictionary(
            reconciliation.messages.compactMap { message in message.difference.map { (message.id, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test func `names what is missing, what is extra and what differs`() async throws {
        try await withOffice { office in
            let today = office.rooms.environment.today
            let same = try SampleMessage(worry: "a")
            try await office.receive(same, id: "same")
            try await office.receive(try SampleMessage(worry: "b"), id: "silent")
            try await office.receive(try SampleMessage(worry: "c"), id: "changed")
            try await office.receive(try SampleMessage(worry: "d"), id: "extra")
            try await office.receive(.unreadable, id: "kept")
            try await Self.note(
                [
                    ("same", same.digest), ("silent", nil), ("changed", same.digest), ("lost", nil), ("kept", nil),
                    ("same", same.digest),
                ],
                on: today,
                in: office
            )
            let result = try await Self.day(today, in: office)
            #expect(Self.differences(result) == ["changed": .different, "lost": .missing, "extra": .extra])
            #expect(result.said == 5)
            #expect(result.stored == 5)
            #expect(result.hasDifferences)
        }
    }

    @Test func `knows a message by its id or by its key, once`() async throws {
        for names in [("id", "key"), ("key", "id")] {
            try await withOffice { office in
                let today = office.rooms.environment.today
                try await office.receive(try SampleMessage(), key: "key", id: "id")
                let silent = try await Self.day(today, in: office)
                #expect(silent.messages.map(\.id) == ["id"])
                #expect(silent.said == nil)
                #expect(!silent.hasDifferences)
                try await Self.note([(names.0, nil)], on: today, in: office)
                let result = try await Self.day(today, in: office)
                #expect(result.messages.map(\.id) == [names.0])
                #expect(!result.hasDifferences)
            }
        }
    }

    @Test func `finds what was sent before midnight and stored after it, and counts it on the day it was sent`()
        async throws
    {
        let day = try CalendarDay(parsing: "2026-02-16")
        try await withOffice(at: OsloTime.instant(of: day, hour: 23, minute: 59, second: 59)) { office in
            try await office.receive(try SampleMessage(worry: "a"), id: "before")
            office.clock.move(seconds: 1)
            try await office.receive(try SampleMessage(worry: "b"), id: "over")
            try await office.receive(try SampleMessage(worry: "c"), id: "after")
            let next = day.adding(days: 1)
            try await Self.note([("before", nil), ("over", nil)], on: day, in: office)
            try await Self.note([("after", nil)], on: next, in: office)
            for (day, ids) in [(day, ["before", "over"]), (next, ["after"])] {
                let result = try await Self.day(day, in: office)
                #expect(result.messages.map(\.id) == ids)
                #expect(!result.hasDifferences)
                #expect(result.said == ids.count)
            }
        }
    }

    @Test func `goes by the latest list`() async throws {
        try await withOffice { office in
            let today = office.rooms.environment.today
            try await office.receive(try SampleMessage(), id: "a")
            let lists: [[(String, String?)]] = [[("a", nil), ("b", nil)], [("a", nil)], [("a", nil), ("b", nil)]]
            for (list, missing) in zip(lists, [1, 0, 1]) {
                for _ in 0..<2 { try await Self.note(list, on: today, in: office) }
                #expect(try await Self.day(today, in: office).count(.missing) == missing)
            }
            // The same list sent again is not written again.
            #expect(try office.events(PretendWorld.reception).count == 3)
        }
    }

    @Test func `counts a message as opened when every child's report is`() async throws {
        try await withOffice { office in
            let today = office.rooms.environment.today
            let ids = try await office.concerns(of: try SampleMessage(children: 2), id: "a")
            for (opened, count) in [(0, 0), (1, 0), (2, 1)] {
                if opened > 0 { _ = try await office.rooms.concerns.open(Staff.caseworker, ids[opened - 1]) }
                let result = try await Self.day(today, in: office)
                #expect(result.messages.map(\.concerns) == [2])
                #expect(result.messages.map(\.opened) == [opened])
                #expect(result.opened == count)
            }
        }
    }

    @Test func `shows a leader the own service alone, and a caseworker nothing`() async throws {
        try await withOffice { office in
            let today = office.rooms.environment.today
            let desk = office.rooms.oversight
            try await office.receive(try SampleMessage(worry: "a"), id: "ours")
            try await office.receive(try SampleMessage(municipality: "1560"), id: "theirs")
            try await office.receive(.unreadable, id: "nobody's")
            try await Self.note([("ours", nil), ("theirs", nil), ("lost", nil)], on: today, in: office)
            let own = try #require(try await desk.reconcile(Staff.leader, today).first)
            #expect(own.messages.map(\.id) == ["ours"])
            #expect(own.said == 1)
            let all = try #require(try await desk.reconcile(Staff.officer, today).first)
            #expect(all.messages.map(\.id).sorted() == ["lost", "nobody's", "ours", "theirs"])
            await #expect(throws: Absent()) { try await desk.reconcile(Staff.caseworker, today) }
        }
    }
}
