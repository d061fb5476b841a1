import Casework
import Crypto
import Foundation
import Journal
import Law
import Synthetic
import Testing

@testable import Office

struct `The desk for reports` {
    private static let nordvag = PretendService.nordvag.unit

    /// Six reports a minute apart: 0 and 3 urgent, 1 and 3 opened.
    private static func fill(_ office: TestOffice) async throws -> [RecordID] {
        var ids: [RecordID] = []
        for number in 0..<6 {
            office.clock.move(seconds: 60)
            ids += try await office.concerns(of: try SampleMessage(worry: "\(number)"), id: "m\(number)")
        }
        let desk = office.rooms.concerns
        for number in [0, 3] {
            _ = try await desk.perform(Staff.leader, .setUrgency(true), on: ids[number], key: "u\(number)")
        }
        for number in [1, 3] { _ = try await desk.open(Staff.caseworker, ids[number]) }
        return ids
    }

    @Test(arguments: [
        (ConcernDesk.Filter.unopened, [0, 2, 4, 5]), (.all, [0, 2, 4, 5, 3, 1]), (.urgent, [3, 0]),
        (.unidentified, [5, 4, 3, 2, 1, 0]),
    ])
    func `lists first what is urgent and has waited longest`(
        filter: ConcernDesk.Filter,
        expected: [Int]
    ) async throws {
        try await withOffice { office in
            let ids = try await Self.fill(office)
            let page = try await office.rooms.concerns.list(Staff.caseworker, filter)
            #expect(page.rows.map(\.facts.id) == expected.map { ids[$0] })
            #expect(page.rows.map(\.received.concern.worry) == expected.map { "\($0)" })
            #expect(page.next == nil)
            let summary = page.summary
            let figures = [summary.total, summary.unopened, summary.urgent, summary.unidentified]
            #expect(figures == [6, 4, 2, 6])
            #expect(summary.oldestUnopened == (try office.state(Self.nordvag).concern(ids[0])?.receivedAt))
        }
    }

    @Test(arguments: ConcernDesk.Filter.allCases, [1, 2, 3, 4, 6, 7])
    func `gives the same list page by page, forwards and back`(
        filter: ConcernDesk.Filter,
        limit: Int
    ) async throws {
        try await withOffice { office in
            _ = try await Self.fill(office)
            let desk = office.rooms.concerns
            let whole = try await desk.list(Staff.caseworker, filter).rows.map(\.facts.id)
            var pages = [try await desk.list(Staff.caseworker, filter, limit: limit)]
            while let next = pages.last?.next {
                pages.append(try await desk.list(Staff.caseworker, filter, at: .after(next), limit: limit))
            }
            #expect(pages.flatMap { $0.rows.map(\.facts.id) } == whole)
            #expect(pages.allSatisfy { $0.rows.count <= limit })
            for (page, previous) in zip(pages.dropFirst(), pages) {
                let place = try #require(page.previous)
                let back = try await desk.list(Staff.caseworker, filter, at: .before(place), limit: limit)
                #expect(back.rows.map(\.facts.id) == previous.rows.map(\.facts.id))
            }
            #expect(pages.first?.previous == nil)
        }
    }

    @Test(arguments: [Int.min, -5, 0, 1, Int.max])
    func `takes any length that a caller asks for`(limit: Int) async throws {
        try await withOffice { office in
            _ = try await Self.fill(office)
            let page = try await office.rooms.concerns.list(Staff.caseworker, .all, limit: limit)
            #expect((1...6).contains(page.rows.count))
        }
    }

    @Test func `shows each report once while new ones come in and others are opened`() async throws {
        try await withOffice { office in
            var ids = try await Self.fill(office)
            let desk = office.rooms.concerns
            let first = try await desk.list(Staff.caseworker, .unopened, limit: 2)
            // Between two pages: one comes in, is marked urgent and so stands at the top; another comes in at the end.
            ids += try await office.concerns(of: try SampleMessage(worry: "6"), id: "m6")
            _ = try await desk.perform(Staff.leader, .setUrgency(true), on: ids[6], key: "u6")
            ids += try await office.concerns(of: try SampleMessage(worry: "7"), id: "m7")
            // And the row that the place names is opened, so that it stands in the list no longer.
            _ = try await desk.open(Staff.colleague, ids[2])
            let second = try await desk.list(Staff.caseworker, .unopened, at: .after(try #require(first.next)))
            #expect(first.rows.map(\.facts.id) == [ids[0], ids[2]])
            #expect(second.rows.map(\.facts.id) == [ids[4], ids[5], ids[7]])
            #expect(second.next == nil)
            let place = try #require(second.previous)
            let back = try await desk.list(Staff.caseworker, .unopened, at: .before(place), limit: 2)
            #expect(back.rows.map(\.facts.id) == [ids[0], ids[6]])
        }
    }

    @Test func `shows a service its own reports alone`() async throws {
        try await withOffice { office in
            _ = try await Self.fill(office)
            let page = try await office.rooms.concerns.list(Staff.neighbour, .all)
            #expect(page.rows.isEmpty)
            #expect(page.summary.total == 0)
        }
    }

    @Test func `notes who opened a report first, and nobody after`() async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            let desk = office.rooms.concerns
            office.clock.move(seconds: 60)
            let first = try await desk.open(Staff.colleague, id)
            #expect(first.facts.openedBy == Staff.colleague.id)
            #expect(first.facts.openedAt == office.clock.now)
            office.clock.move(seconds: 60)
            let second = try await desk.open(Staff.caseworker, id)
            #expect(second.facts.openedBy == Staff.colleague.id)
            #expect(second.history.count == 2)
        }
    }

    @Test func `leaves no digest from which the child's number could be guessed`() async throws {
        let number = try #require(PersonNumber.synthetic(birthDay: try CalendarDay(parsing: "2018-05-04"), serial: 600))
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            _ = try await Self.refusal(office, .match(number), id, "k1")
            let key = CommandKey(unit: Self.nordvag, actor: Staff.caseworker.id, key: "http:k1")
            let row = try #require(try office.store.command(key))
            for guess in ["\(id)|match \(number.digits)", "match \(number.digits)", number.digits] {
                #expect(row.digest != Data(SHA256.hash(data: Data(guess.utf8))))
            }
        }
    }

    @Test func `gives the child a number once`() async throws {
        let number = try #require(PersonNumber.synthetic(birthDay: try CalendarDay(parsing: "2018-05-04"), serial: 600))
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            #expect(try await Self.refusal(office, .giveUpMatching(reason: " \t"), id, "k1") == .reasonMissing)
            #expect(try await Self.refusal(office, .giveUpMatching(reason: "Ukjent"), id, "k2") == nil)
            #expect(try office.state(Self.nordvag).concern(id)?.identity == .notFound)
            #expect(try await Self.refusal(office, .match(number), id, "k3") == nil)
            #expect(try office.state(Self.nordvag).concern(id)?.identity == .matched)
            #expect(try await Self.refusal(office, .match(number), id, "k4") == .alreadyIdentified)
            #expect(try await Self.refusal(office, .giveUpMatching(reason: "Ukjent"), id, "k5") == .alreadyIdentified)
            // The form sent again is no new wish: it is answered as the first time.
            #expect(try await Self.refusal(office, .match(number), id, "k3") == nil)
            #expect(try office.events(Self.nordvag).count == 3)
        }
    }

    @Test func `changes the urgency, and says when nothing changes`() async throws {
        try await withOffice { office in
            let id = try await office.concerns(of: try SampleMessage(), id: "m1")[0]
            #expect(try await Self.refusal(office, .setUrgency(false), id, "k1") == .unchanged)
            #expect(try await Self.refusal(office, .setUrgency(true), id, "k2") == nil)
            #expect(try await Self.refusal(office, .setUrgency(true), id, "k3") == .unchanged)
            #expect(try await Self.refusal(office, .setUrgency(false), id, "k4") == nil)
            #expect(try office.state(Self.nordvag).concern(id)?.isUrgent == false)
        }
    }

    private static func refusal(
        _ office: TestOffice,
        _ wish: ConcernCommand,
        _ id: RecordID,
        _ key: String
    ) async throws -> ConcernCommand.Refusal? {
        switch try await office.rooms.concerns.perform(Staff.caseworker, wish, on: id, key: key) {
        case .done: nil
        case .refused(.concern(let refusal)): refusal
        case .refused, .keyReused: throw Unexpected()
        }
    }

    @Test(arguments: [(-3, -3), (0, 0), (2, 0), (nil, 0)] as [(Int?, Int)])
    func `counts a typed-in report from the day on which the service was told`(told: Int?, day: Int) async throws {
        try await withOffice { office in
            let today = office.rooms.environment.today
            var concern = ReceivedConcern.unread(.sample, rawID: RecordID(high: 0, low: 1), receivedAt: .earliest)
                .concern
            concern.sentAt = told.map { office.clock.now.adding(seconds: $0 * 86_400) }
            let id = try await office.rooms.concerns.register(
                Staff.caseworker,
                concern,
                isUrgent: false,
                key: "k"
            )
            let facts = try #require(try office.state(Self.nordvag).concern(id))
            #expect(facts.receivedOn == today.adding(days: day))
            #expect(facts.reviewDue == today.adding(days: day + 7))
        }
    }

    @Test func `takes no unrelated report for a sibling's`() async throws {
        try await withOffice { office in
            _ = try await office.concerns(of: try SampleMessage(worry: "a"), id: "m1")
            var concern = ReceivedConcern.unread(.sample, rawID: RecordID(high: 0, low: 1), receivedAt: .earliest)
                .concern
            concern.otherChildren = 3
            let desk = office.rooms.concerns
            let id = try await desk.register(Staff.caseworker, concern, isUrgent: false, key: "k")
            _ = try await desk.register(Staff.caseworker, concern, isUrgent: false, key: "k2")
            _ = try await office.concerns(of: try SampleMessage(worry: "b"), id: "m2")
            #expect(try await desk.open(Staff.caseworker, id).siblings.isEmpty)
        }
    }

    @Test func `stores a report that somebody types in, once for each form`() async throws {
        try await withOffice { office in
            var concern = ReceivedConcern.unread(.sample, rawID: RecordID(high: 0, low: 1), receivedAt: .earliest)
                .concern
            concern.worry = "En nabo ringte"
            let desk = office.rooms.concerns
            let first = try await desk.register(Staff.caseworker, concern, isUrgent: true, key: "k1")
            let same = try await desk.register(Staff.caseworker, concern, isUrgent: true, key: "k1")
            #expect(same == first)
            concern.worry = "En annen nabo ringte"
            let other = try await desk.register(Staff.caseworker, concern, isUrgent: true, key: "k1")
            #expect(other != first, "a second child typed into a form that the browser kept is not lost")
            let again = try await desk.register(Staff.caseworker, concern, isUrgent: true, key: "k1")
            #expect(again == other)
            let second = try await desk.register(Staff.caseworker, concern, isUrgent: false, key: "k2")
            #expect(second != first)
            let facts = try office.state(Self.nordvag).concerns
            #expect(facts.map(\.id) == [first, other, second])
            #expect(facts.map(\.isUrgent) == [true, true, false])
            #expect(facts.allSatisfy { $0.isTypedIn })
            await #expect(throws: Absent()) {
                try await desk.original(Staff.caseworker, first, from: office.rooms.reception)
            }
            await #expect(throws: Absent()) {
                try await desk.register(Staff.officer, concern, isUrgent: false, key: "k3")
            }
        }
    }
}
