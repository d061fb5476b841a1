import Foundation
import Law
import Planning
import Testing

struct `The back-test on pretend histories` {
    /// `RETTID_BACKTEST_SEEDS=5001-5040` takes others than the first twenty.
    private static let seeds: ClosedRange<Int> = {
        let asked = ProcessInfo.processInfo.environment["RETTID_BACKTEST_SEEDS"] ?? ""
        let ends = asked.split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] <= ends[1] else { return 1...20 }
        return ends[0]...ends[1]
    }()

    /// The shares of all cells of all seeds, by figure.
    private static func pooled(
        _ pretend: PretendHistory,
        arePlacesKnown: Bool
    ) throws -> [(figure: BackTest.Figure, covered: Double, inside: Double, cells: Int)] {
        var cells: [BackTest.Cell] = []
        for seed in seeds {
            let made = try pretend.make(seed: UInt64(seed))
            let test = try BackTest.run(
                made.history,
                places: arePlacesKnown ? made.places : [],
                replications: 300,
                seed: UInt64(seed),
                cores: 2
            )
            cells += try #require(test).cells
        }
        return BackTest.Figure.allCases.compactMap { figure in
            let own = cells.filter { $0.figure == figure }
            guard !own.isEmpty else { return nil }
            let covered = own.reduce(0) { $0 + $1.share } / Double(own.count)
            return (figure, covered, Double(own.count(where: \.isInside)) / Double(own.count), own.count)
        }
    }

    @Test(arguments: ["as it is", "seasons and growth", "no limit", "places not known", "preparation", "siblings"])
    func `hold nine of ten cells of the year that was kept back`(history: String) throws {
        var pretend = PretendHistory.ordinary(cutOff: try CalendarDays.day("2025-12-31"))
        switch history {
        case "seasons and growth":
            pretend.months = [1, 1.1, 1.2, 1, 0.9, 0.8, 0.5, 0.9, 1.2, 1.3, 1.2, 0.9]
            pretend.weekdays = [1.4, 1.4, 1.3, 1.3, 1.2, 0.2, 0.2]
            pretend.trend = 0.05
        case "no limit":
            pretend.roominess = nil
        case "preparation":
            pretend.roominess = nil
            pretend.classes[1].lead = { $0.gamma(mean: 30, shape: 2) }
        case "siblings":
            pretend.siblings = 0.3
        default: break
        }
        let areKnown = ["as it is", "seasons and growth", "siblings"].contains(history)
        let shares = try Self.pooled(pretend, arePlacesKnown: areKnown)
        for each in shares {
            print("\(history): \(each)")
            #expect(each.cells >= 500)
            #expect((0.85...0.95).contains(each.covered), "\(each)")
        }
        let all = shares.reduce(0) { $0 + $1.covered } / Double(shares.count)
        #expect((0.85...0.95).contains(all))
    }
}
