import Casework
import Law
import Synthetic
import Testing

struct `What a pretend service tells the statistics` {
    /// The world of the demo, three years up to a day.
    private static func histories(endingOn end: String) throws -> [PretendHistory] {
        try PretendWorld(seed: 2026).histories(cases: 400, endingOn: CalendarDay(parsing: end))
    }

    private static func codings(_ histories: [PretendHistory]) -> [CodingCommand] {
        histories.flatMap(\.steps).compactMap { step in
            if case .reportCoded(_, let command) = step.act { command } else { nil }
        }
    }

    @Test(arguments: ["2024-12-31", "2025-12-31", "2026-11-22", "2027-06-30"])
    func `covers nine of ten reviewed reports, and every investigation that needs it`(end: String) throws {
        var player = HistoryPlayer()
        let histories = try Self.histories(endingOn: end)
        for history in histories { try player.play(history) }
        let asked = player.concerns.values.filter { $0.review?.isPlainlyGroundless == false }
        let coded = asked.count { $0.codedAt != nil }
        #expect((82...96).contains(coded * 100 / asked.count), "\(coded) of \(asked.count)")
        #expect(player.concerns.values.allSatisfy { $0.review != nil || $0.codedAt == nil })
        let investigations = player.cases.values.flatMap(\.investigations)
        #expect(investigations.contains { $0.grounded != nil })
        #expect(investigations.allSatisfy { !$0.lacksGrounds })
    }

    @Test func `fits the reporter, and the lists of the day`() throws {
        let codings = Self.codings(try Self.histories(endingOn: "2026-11-22"))
        let reporters = Set(codings.flatMap(\.codes.reporters).map(\.code))
        #expect(reporters == ["3", "4", "8", "9", "10", "11", "15", "24"])
        let contents = codings.flatMap(\.codes.contents)
        #expect(contents.contains { $0.code.contains(".") } && contents.contains { !$0.code.contains(".") })
        #expect(contents.contains { $0.code == "18" && $0.specification != nil })
        #expect(codings.allSatisfy { !$0.codes.reporters.isEmpty && !$0.codes.contents.isEmpty })
    }

    /// Codes have a chance of their own: what the worlds held before anybody told any is as it was.
    @Test func `changes nothing else in the past`() throws {
        let today = try CalendarDay(parsing: "2026-11-22")
        var digest = HistoryDigest()
        for history in PretendWorld(seed: 2026).histories(cases: 60, endingOn: today) {
            digest.add(history.withoutCodes)
        }
        #expect(digest.value == 5_807_477_187_425_431_802)
    }
}

extension PretendHistory {
    /// The same history in a service that tells the statistics nothing.
    fileprivate var withoutCodes: PretendHistory {
        let kept = steps.filter { !$0.act.isCoding }
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.order, $0) })
        var history = self
        history.steps = kept.enumerated().map { place, step in
            var step = step
            step.order = place
            if case .corrected(let id, let corrected, let correction, let reason, let capacity) = step.act {
                let same = places[corrected] ?? 0
                step.act = .corrected(id, step: same, to: correction, reason: reason, capacity)
            }
            return step
        }
        return history
    }
}

extension HistoryAct {
    fileprivate var isCoding: Bool {
        switch self {
        case .reportCoded: true
        case .inCase(_, let command): if case .investigationGrounded = command.event { true } else { false }
        default: false
        }
    }
}
