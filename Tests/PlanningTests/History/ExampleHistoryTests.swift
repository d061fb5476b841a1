import Foundation
import Law
import Planning
import Testing

struct `The example history` {
    /// Two classes, kinds and regions, five years; no child is real.
    private static func made() throws -> PretendHistory.Made {
        var pretend = PretendHistory(
            classes: [
                PretendHistory.Kind(
                    ofClass: "acute",
                    kinds: [("acute", 0.9), ("treatment", 0.1)],
                    yearly: 44,
                    stay: { $0.lognormal(median: 40, sigma: 0.8) },
                    wanted: 1
                ),
                PretendHistory.Kind(
                    ofClass: "planned",
                    kinds: [("treatment", 1)],
                    yearly: 26,
                    stay: { $0.gamma(mean: 240, shape: 2) },
                    wanted: 42,
                    lead: { $0.gamma(mean: 20, shape: 3) }
                ),
            ],
            cutOff: try CalendarDays.day("2025-12-31")
        )
        pretend.regions = ["nord", "vest"]
        pretend.months = [1, 1.1, 1.2, 1, 0.9, 0.8, 0.4, 0.9, 1.3, 1.3, 1.2, 0.9]
        pretend.weekdays = [1.4, 1.4, 1.3, 1.3, 1.2, 0.2, 0.2]
        return try pretend.make(seed: 2026)
    }

    private static func file(_ name: String) throws -> String {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return try String(contentsOf: folder.appending(path: "Examples/histories/\(name).csv"), encoding: .utf8)
    }

    private static func text(_ made: PretendHistory.Made) -> (rows: String, places: String) {
        let day = { (day: CalendarDay?) in day?.description ?? "" }
        let lines = made.rows.map { row in
            [
                row.ofClass, row.kind, row.region, day(row.asked), day(row.wanted), day(row.started),
                row.started != nil && row.ended == nil ? "open" : day(row.ended),
            ].joined(separator: ",")
        }
        .sorted { ($0.split(separator: ",")[3], $0) < ($1.split(separator: ",")[3], $1) }
        let places = made.places.map { "\($0.kind),\($0.region),\($0.count)" }.sorted()
        return (
            (["class,kind,region,asked,wanted,started,ended"] + lines).joined(separator: "\n") + "\n",
            (["kind,region,places"] + places).joined(separator: "\n") + "\n"
        )
    }

    @Test
    func `is what its seed makes`() throws {
        let (rows, places) = Self.text(try Self.made())
        #expect(try Self.file("pretend") == rows)
        #expect(try Self.file("pretend-places") == places)
    }

    @Test
    func `is fitted with what it was made of, and foretold`() throws {
        let history = try History(reading: Array(Self.file("pretend").utf8))
        #expect(history.from == (try CalendarDays.day("2021-01-01")))
        let places = try PlaceRecord.read(Array(Self.file("pretend-places").utf8))
        let fit = try HistoryFit(history, places: places)
        #expect(fit.cutOff == (try CalendarDays.day("2025-12-31")))
        let stays = fit.classes.flatMap { ofClass in ofClass.kinds.map { ("\(ofClass.name) \($0.kind)", $0.stays) } }
        // Median 40 and sigma 0.8; a mean of 240.
        for (name, mean) in [("acute acute", 40 * exp(0.32)), ("planned treatment", 240.0)] {
            let stay = try #require(stays.first { $0.0 == name }?.1)
            #expect(abs(stay.distribution.mean / mean - 1) < 0.15, "\(name): \(stay.distribution.mean)")
        }
        let test = try #require(try BackTest.run(history, places: places, replications: 200, cores: 1))
        #expect(test.cells.count == 4 * 4 * 4)
        let covered = try #require(test.covered())
        #expect(covered > 0.7)
        let twice = try #require(try BackTest.run(history, places: places, replications: 200, cores: 3))
        #expect(twice.cells == test.cells)
    }
}
