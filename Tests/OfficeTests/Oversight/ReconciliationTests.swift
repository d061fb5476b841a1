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

    @Test(arguments: [("key", nil), (nil, "id"), ("key", "id"), (nil, nil)] as [(String?, String?)])
    func `of a day long past still knows every message`(key: String?, id: String?) async throws {
        try await withOffice { office in
            let day = office.rooms.environment.today
            let message = try SampleMessage()
            try await office.receive(message, key: key, id: id)
            let name = id ?? key ?? "sha256-\(message.digest)"
            try await Self.note([(name, message.digest)], on: day, in: office)
            for _ in 0..<3 {
                office.clock.move(seconds: 31 * 86_400)
                try office.store.purge(now: office.clock.now)
                let result = try await Self.day(day, in: office)
                #expect(result.messages.map(\.id) == [name])
                #expect(!result.hasDifferences)
                // Nor does the message become a second report when it is sent again.
                #expect(try await office.receive(message, key: key, id: id).status == 201)
                #expect(try office.events(Staff.leader.unit).count == 1)
            }
            #expect(office.findings().isEmpty)
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

    @Test func `does not count what came days ago as extra when it is stored late or sent again under another key`()
        async throws
    {
        try await withOffice { office in
            let day = office.rooms.environment.today
            let message = try SampleMessage()
            try `Messages that a dead process left`.leave([(try SampleMessage(worry: "late"), "late")], in: office)
            try await office.receive(message, id: "m1")
            try await office.receive(.unreadable, id: "unlisted")
            try await Self.note([("late", nil), ("m1", nil)], on: day, in: office)
            office.clock.move(seconds: 3 * 86_400)
            #expect(try await office.rooms.recover() == 1)
            try await office.receive(message, key: "k1", id: "m1")
            try await office.receive(.unreadable, key: "k2", id: "unlisted")
            let today = office.rooms.environment.today
            try await Self.note([], on: today, in: office)
            #expect(try await Self.day(today, in: office).messages.isEmpty)
            #expect(Self.differences(try await Self.day(day, in: office)) == ["unlisted": .extra])
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
            try await Self.note([("ours", nil), ("theirs", nil), ("nobody's", nil)], on: today, in: office)
            let own = try #require(try await desk.reconcile(Staff.leader, today).first)
            #expect(own.messages.map(\.id) == ["ours"])
            #expect(own.said == 1)
            #expect(!own.hasDifferences)
            let all = try #require(try await desk.reconcile(Staff.officer, today).first)
            #expect(all.messages.map(\.id).sorted() == ["nobody's", "ours", "theirs"])
            await #expect(throws: Absent()) { try await desk.reconcile(Staff.caseworker, today) }
        }
    }

    @Test func `shows a leader what was sent to the own service and lies elsewhere`() async throws {
        try await withOffice { office in
            let today = office.rooms.environment.today
            let desk = office.rooms.oversight
            try await office.receive(.unreadable, id: "kept")
            try await office.receive(try SampleMessage(municipality: "1560"), id: "misled")
            let lines = try ["kept", "misled"].map {
                SentList.Line(messageID: $0, digest: nil, municipality: try MunicipalityNumber(parsing: "1505"))
            }
            try await desk.note(SentList(sender: TestOffice.sender.id, day: today, lines: lines))
            let own = try #require(try await desk.reconcile(Staff.leader, today).first)
            #expect(own.messages.map(\.id) == ["kept", "misled"])
            #expect(own.messages.map(\.unit) == [PretendWorld.reception, PretendService.trefjord.unit])
            #expect([own.said, own.stored, own.elsewhere] == [2, 2, 2])
            let others = try #require(try await desk.reconcile(Staff.neighbourLeader, today).first)
            #expect(others.messages.map(\.id) == ["misled"] && others.elsewhere == 0)
            let all = try #require(try await desk.reconcile(Staff.officer, today).first)
            #expect(all.messages.count == 2 && all.elsewhere == 0)
        }
    }

    @Test func `shows a leader what is missing of the own municipalities, and how much may be`() async throws {
        try await withOffice { office in
            let today = office.rooms.environment.today
            let desk = office.rooms.oversight
            try await office.receive(try SampleMessage(), id: "ours")
            // The last two: nobody here serves the one, and no municipality has had the number of the other.
            let lost = [
                ("lost", nil), ("lost-ours", "1505"), ("lost-theirs", "1560"), ("lost-far", "0301"), ("lost-x", "9999"),
            ]
            let lines = try lost.map { id, municipality in
                SentList.Line(
                    messageID: id,
                    digest: nil,
                    municipality: try municipality.map { try MunicipalityNumber(parsing: $0) }
                )
            }
            let list = SentList(
                sender: TestOffice.sender.id,
                day: today,
                lines: lines + [SentList.Line(messageID: "ours", digest: nil)]
            )
            try await desk.note(list)
            let own = try #require(try await desk.reconcile(Staff.leader, today).first)
            #expect(own.messages.map(\.id) == ["lost-ours", "ours"])
            #expect([own.said, own.stored, own.count(.missing), own.missingForAnybody] == [2, 1, 1, 3])
            #expect(own.hasDifferences)
            let csv = ReconciliationReport([own]).csv
            #expect(csv.count == 6)
            #expect(csv.count { $0.contains(";;missing;;;") } == 3)
            #expect(csv.allSatisfy { !$0.contains("theirs") && !$0.contains("far") })
            let all = try #require(try await desk.reconcile(Staff.officer, today).first)
            #expect(Set(all.messages.map(\.id)) == Set(lost.map(\.0) + ["ours"]))
            #expect(all.missingForAnybody == 0)
        }
    }
}
