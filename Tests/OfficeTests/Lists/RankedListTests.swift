import Law
import TestSupport
import Testing

@testable import Office

struct `A list in groups` {
    private struct Row: Received {
        let sequence: Int
        let rank: Int
        /// Entry 7 reached us first of all: reception sent it on later.
        var receivedAt: Instant { Instant(microseconds: sequence == 7 ? 0 : Int64(sequence)) }
    }

    /// Rows by time, each in a group; the groups turn about in direction.
    private static func list(_ ranks: [Int], groups: Int) -> RankedList<Row> {
        RankedList(
            ranks.enumerated().map { Row(sequence: $0 * 3 + 1, rank: $1) },
            in: (0..<groups).map { group in .init(isNewestFirst: group.isMultiple(of: 2)) { $0.rank == group } }
        )
    }

    private static func sorted(_ ranks: [Int]) -> [Int] {
        Set(ranks).sorted().flatMap { rank -> [Int] in
            let entries = ranks.indices.filter { ranks[$0] == rank }.map { $0 * 3 + 1 }
            let group = entries.filter { $0 == 7 } + entries.filter { $0 != 7 }
            return rank.isMultiple(of: 2) ? group.reversed() : group
        }
    }

    @Test(arguments: 0..<40)
    func `is the same whole, page by page forwards, and page by page back`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let groups = Int.random(in: 1...4, using: &generator)
        let ranks = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
            Int.random(in: 0..<groups, using: &generator)
        }
        let limit = Int.random(in: 1...7, using: &generator)
        let list = Self.list(ranks, groups: groups)
        let whole = Self.sorted(ranks)
        var page = list.page(at: .start, limit: limit)
        var forwards = page.rows.map(\.sequence)
        #expect(page.previous == nil)
        while let next = page.next {
            page = list.page(at: .after(next), limit: limit)
            forwards += page.rows.map(\.sequence)
        }
        #expect(forwards == whole)
        // Backwards the last page met is the first one, whole again; so the rows before are counted off its end.
        var backwards = page.rows.map(\.sequence)
        while let previous = page.previous {
            page = list.page(at: .before(previous), limit: limit)
            let isFirst = page.previous == nil
            let fresh = isFirst ? whole.prefix(whole.count - backwards.count) : page.rows.map(\.sequence)[...]
            #expect(isFirst ? page.rows.map(\.sequence).starts(with: fresh) : true)
            backwards = fresh + backwards
        }
        #expect(backwards == whole)
    }

    @Test(arguments: [(0, 0), (0, 999_999_999_999_999), (7, 4), (999_999_999_999_999, 0), (1, 5)])
    func `has a page at any place that an address names`(rank: Int, sequence: Int) {
        let list = Self.list([0, 1, 0, 1, 1], groups: 2)
        let place = ListPlace(rank: rank, sequence: sequence)
        let all = Self.sorted([0, 1, 0, 1, 1])
        for position in [ListPosition.after(place), .before(place)] {
            let rows = list.page(at: position, limit: 10).rows.map(\.sequence)
            #expect(rows == rows.filter(all.contains) && Set(rows).count == rows.count)
        }
    }
}

struct `A place in a list` {
    @Test(arguments: ["0-1", "3-123456789", "999999999999999-0"])
    func `is written as it is read`(text: String) throws {
        #expect(try #require(ListPlace(text)).text == text)
    }

    @Test(arguments: ["", "-", "1", "1-", "-1", "1-2-3", "1--2", "a-1", "１-1", "+1-1", "1000000000000000-1", " 1-1"])
    func `is read from nothing else`(text: String) {
        #expect(ListPlace(text) == nil)
    }
}
