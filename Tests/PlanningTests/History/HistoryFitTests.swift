import Foundation
import Law
import Testing

@testable import Planning

struct `A scenario fitted to a history` {
    private static func pretend() throws -> PretendHistory {
        .ordinary(cutOff: try CalendarDays.day("2025-12-31"))
    }

    @Test
    func `is the same for rows in any order`() throws {
        let made = try Self.pretend().make(seed: 3)
        var stream = RandomStream(key: 1)
        let mixed = made.history.rows.map { ($0, stream.bits()) }.sorted { $0.1 < $1.1 }.map(\.0)
        let history = try History(mixed, from: made.history.from, cutOff: made.history.cutOff)
        #expect(history.rows != made.history.rows)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let documents = try [made.history, history].map {
            try encoder.encode(HistoryFit.Document(HistoryFit($0, places: made.places), seed: 1))
        }
        #expect(documents[0] == documents[1])
    }

    @Test
    func `can be run, and written and read as it is`() throws {
        let made = try Self.pretend().make(seed: 4)
        let scenario = try HistoryFit(made.history).scenario(seed: 7)
        #expect(try JSONDecoder().decode(Scenario.self, from: JSONEncoder().encode(scenario)) == scenario)
        var short = scenario
        short.run.replications = 4
        let result = try Experiment.answer(short)
        #expect(result.warmUp.length == 0)
        // So many ask in a year in three regions: 90 and 60 and 30, times 1 and 1.5 and 2.
        let arrivals = try #require(result.row()?[.arrivals])
        #expect(abs(arrivals.mean * 365 / (180 * 4.5) - 1) < 0.1)
    }

    @Test
    func `begins with those who are there at the cut-off`() throws {
        let made = try Self.pretend().make(seed: 5)
        let scenario = try HistoryFit(made.history, places: made.places).scenario(seed: 1)
        var (living, waiting) = (0, 0)
        for present in scenario.present {
            switch present.state {
            case .living(_, let lived): living += lived.count
            case .waiting(let waited, _): waiting += waited.count
            }
        }
        #expect(living == made.history.rows.count { $0.started != nil && $0.ended == nil })
        #expect(waiting == made.history.rows.count { $0.started == nil })
        #expect(living > 100)
    }

    @Test
    func `has the seasons, weekdays and growth that it was made with, and only those`() throws {
        var pretend = try Self.pretend()
        pretend.roominess = nil
        let plain = try HistoryFit(pretend.make(seed: 6).history)
        #expect(plain.classes.flatMap(\.arrivals.tests).filter(\.isUsed).isEmpty)
        pretend.months = [1, 1.1, 1.2, 1, 0.9, 0.8, 0.4, 0.9, 1.2, 1.3, 1.2, 1]
        pretend.weekdays = [1.4, 1.4, 1.3, 1.3, 1.2, 0.2, 0.2]
        pretend.trend = 0.15
        let fit = try HistoryFit(pretend.make(seed: 6).history)
        let acute = try #require(fit.classes.first { $0.name == "acute" })
        #expect(Set(acute.arrivals.tests.filter(\.isUsed).map(\.of)) == [.months, .weekdays, .trend])
        guard case .rate(_, let calendar?) = fit.scenario(seed: 1).classes[0].arrivals[0].times else {
            Issue.record("expected a rate with a calendar")
            return
        }
        // Some 2,000 askings: a twelfth of them tells a factor to 8 %.
        for (fitted, true_) in zip(calendar.months, pretend.months) { #expect(abs(fitted - true_) < 0.3) }
        for (fitted, true_) in zip(calendar.weekdays, pretend.weekdays) { #expect(abs(fitted - true_) < 0.25) }
        #expect(abs(calendar.trend - 0.15) < 0.06)
    }

    @Test
    func `finds askings that vary more than by chance, and not those that do not`() throws {
        var (found, missed) = (0, 0)
        for seed in 1...20 {
            let made = try Self.pretend().make(seed: UInt64(100 + seed))
            for ofClass in try HistoryFit(made.history).classes {
                let dispersion = try #require(ofClass.arrivals.dispersion)
                if dispersion.probability < 0.01 { found += 1 }
            }
            // The same with everybody three times: the variance is three times the mean.
            let thrice = try History(
                made.rows + made.rows + made.rows,
                from: made.history.from,
                cutOff: made.history.cutOff
            )
            for ofClass in try HistoryFit(thrice).classes {
                let dispersion = try #require(ofClass.arrivals.dispersion)
                if dispersion.probability >= 0.01 { missed += 1 }
                #expect(dispersion.index > 1.5)
            }
        }
        // One of a hundred by chance, of sixty.
        #expect(found <= 4)
        #expect(missed == 0)
    }

    @Test
    func `finds siblings where they come together, and only there`() throws {
        var (found, companions) = (0, [Double]())
        for seed in 1...10 {
            var pretend = try Self.pretend()
            let plain = try HistoryFit(pretend.make(seed: UInt64(200 + seed)).history)
            found += plain.classes.count { $0.arrivals.siblings != nil }
            pretend.siblings = 0.3
            for ofClass in try HistoryFit(pretend.make(seed: UInt64(200 + seed)).history).classes {
                companions.append(try #require(ofClass.arrivals.siblings).companions)
            }
        }
        // One of a hundred by chance, of thirty.
        #expect(found <= 3)
        // Of 13 children 6 have one sibling with them.
        #expect(isClose(companions.reduce(0, +) / Double(companions.count), 6.0 / 13, 0.03))
        #expect(companions.allSatisfy { isClose($0, 6.0 / 13, 0.25) })
    }

    @Test
    func `lets as many come, and together, as the history has`() throws {
        var pretend = try Self.pretend()
        pretend.siblings = 0.3
        pretend.roominess = nil
        let made = try pretend.make(seed: 12)
        var scenario = try HistoryFit(made.history).scenario(seed: 1)
        scenario.run.replications = 40
        let result = try Experiment.answer(scenario)
        for ofClass in scenario.classes {
            let arrivals = try #require(result.row(Scope(ofClass: ofClass.name))?[.arrivals])
            let counted = made.history.rows.count { $0.ofClass == ofClass.name && $0.asked >= made.history.from }
            let days = Double(made.history.from.days(until: scenario.starts ?? made.history.cutOff))
            #expect(isClose(arrivals.mean * days / Double(counted), 1, 0.05))
            // The variance is 19/13 of the mean; 39 degrees of freedom: within these in 99.9 of 100 cases.
            let spread = arrivals.deviation * arrivals.deviation * 365 / arrivals.mean
            #expect((0.7...2.7).contains(spread), "\(spread)")
        }
    }

    @Test
    func `takes the places that are given, with those that open and close later`() throws {
        let made = try Self.pretend().make(seed: 7)
        let records = [
            PlaceRecord(kind: "care", region: "nord", count: 9),
            PlaceRecord(kind: "care", region: "nord", count: 5, until: try CalendarDays.day("2026-03-01")),
            PlaceRecord(kind: "care", region: "nord", count: 4, from: try CalendarDays.day("2026-02-01")),
            PlaceRecord(kind: "care", region: "nord", count: 2, until: try CalendarDays.day("2025-06-01")),
        ]
        let scenario = try HistoryFit(made.history, places: records).scenario(seed: 1)
        let places = try #require(scenario.places.first { ($0.kind, $0.region) == ("care", "nord") })
        #expect(places.count == 14)
        #expect(places.changes == [Places.Change(at: 60, by: -5), Places.Change(at: 31, by: 4)])
    }

    @Test
    func `takes as many places as were most used where children waited, and no limit where none did`() throws {
        var pretend = try Self.pretend()
        pretend.roominess = 1.02
        let tight = try pretend.make(seed: 8)
        for place in try HistoryFit(tight.history).places {
            let given = tight.places.first { ($0.kind, $0.region) == (place.kind, place.region) }
            #expect(place.mostUsed == given?.count)
            #expect(place.basis == .mostUsed && place.count == given?.count)
        }
        pretend.roominess = nil
        let wide = try HistoryFit(pretend.make(seed: 8).history)
        #expect(wide.places.allSatisfy { $0.basis == .noLimit && $0.count == nil })
    }

    @Test
    func `tells time for papers from waiting for a place`() throws {
        var pretend = try Self.pretend()
        pretend.roominess = 1.1
        pretend.classes[1].lead = { _ in 20 }
        let fit = try HistoryFit(pretend.make(seed: 9).history)
        for ofClass in fit.classes {
            for kind in ofClass.kinds where kind.share > 0.15 {
                let mean = kind.leads.parts.reduce(0) { $0 + $1.after * $1.share }
                #expect(abs(mean - (ofClass.name == "planned" ? 20 : 0)) < 1.5, "\(ofClass.name) \(kind.kind) \(mean)")
            }
        }
    }

    @Test
    func `counts who was still getting ready when the last place was taken`() throws {
        var pretend = try Self.pretend()
        pretend.roominess = nil
        pretend.classes[1].lead = { $0.gamma(mean: 30, shape: 2) }
        var means: [Double] = []
        for seed in 1...20 {
            // No number of places is said, so that the days of the most use pass for full.
            let fit = try HistoryFit(pretend.make(seed: UInt64(300 + seed)).history)
            let planned = try #require(fit.classes.first { $0.name == "planned" })
            let parts = try #require(planned.kinds.first).leads.parts
            means.append(parts.reduce(0) { $0 + $1.after * $1.share })
        }
        let mean = means.reduce(0, +) / Double(means.count)
        print("leads", mean)
        // Of some 200 with a deviation of 21 days each, in twenty histories.
        #expect(isClose(mean, 30, 1))
    }

    @Test
    func `leaves out who withdrew, and says so`() throws {
        let made = try Self.pretend().make(seed: 10)
        let gone = made.rows.prefix(50).map { row in
            History.Row(
                ofClass: row.ofClass,
                kind: row.kind,
                region: row.region,
                asked: made.history.from,
                left: made.history.from.adding(days: 30)
            )
        }
        let (plain, more) = (
            try HistoryFit(made.history),
            try HistoryFit(History(made.rows + gone, from: made.history.from, cutOff: made.history.cutOff))
        )
        #expect(more.withdrawnCount == 50)
        #expect(more.classes.map { $0.arrivals.cells } == plain.classes.map { $0.arrivals.cells })
        let nobody = History.Row(
            ofClass: "nobody",
            kind: "acute",
            region: "nord",
            asked: made.history.from,
            left: made.history.from
        )
        let fit = try HistoryFit(History(made.rows + [nobody], from: made.history.from, cutOff: made.history.cutOff))
        #expect(!fit.classes.contains { $0.name == "nobody" })
        try fit.scenario(seed: 1).check()
    }

    @Test
    func `needs one stay that ended`() throws {
        let row = History.Row(
            ofClass: "a",
            kind: "b",
            region: "c",
            asked: try CalendarDays.day("2024-01-01"),
            started: try CalendarDays.day("2024-01-01")
        )
        #expect(throws: HistoryProblem.self) { try HistoryFit(History([row])) }
    }

    @Test
    func `is fitted to a hundred thousand rows in about a second`() throws {
        var pretend = try Self.pretend()
        pretend.classes = pretend.classes.map { each in
            PretendHistory.Kind(
                ofClass: each.ofClass,
                kinds: each.kinds,
                yearly: each.yearly * 23,
                stay: each.stay,
                wanted: each.wanted
            )
        }
        pretend.roominess = nil
        let history = try pretend.make(seed: 11).history
        #expect(history.rows.count > 90_000)
        let start = ContinuousClock.now
        let fit = try HistoryFit(history)
        let time = ContinuousClock.now - start
        print("fitted \(history.rows.count) rows in \(time)")
        #expect(fit.rowCount == history.rows.count)
        // Ten times as long as on a quiet machine.
        #expect(time < .seconds(10))
    }
}
