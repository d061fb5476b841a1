import Foundation
import Planning
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct `Too few at work` {
    static func workers(_ count: Int, perYear: Double, _ days: Distribution) -> ServiceMerger.Workers {
        ServiceMerger.Workers(
            count: count,
            isQualified: true,
            absences: [ServiceMerger.Absence(name: "sick", perYear: perYear, days: days)]
        )
    }

    private static func choose(_ n: Int, _ k: Int) -> Double {
        (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
    }

    @Test(arguments: [1, 2, 5, 12], [1, 2, 4])
    func `has the binomial share of the time, and Engset's rate of beginning`(count: Int, needed: Int) {
        // A tenth away: 36.525 days in a year, nine times 4.058 days.
        let cover = DutyCover([Self.workers(count, perYear: 9, .exponential(mean: 36.525 / 9))], needed: needed)
        let share = (0..<needed).reduce(0) { sum, there in
            there > count
                ? sum
                : sum + Self.choose(count, there) * pow(0.9, Double(there)) * pow(0.1, Double(count - there))
        }
        #expect(abs(cover.share - min(1, share)) < 1e-12)
        guard needed <= count else {
            #expect(cover.timesPerYear == 0)
            #expect(cover.meanLength == nil)
            return
        }
        // With exponential lengths the number at work goes up and down by one: it begins from `needed` at work.
        let atNeeded = Self.choose(count, needed) * pow(0.9, Double(needed)) * pow(0.1, Double(count - needed))
        #expect(abs(cover.timesPerYear - Double(needed) * 9 / 0.9 * atNeeded) < 1e-9)
    }

    @Test
    func `nobody at work lasts as long as the first of all to be back`() throws {
        // Three exponential lengths of 6 days: the first is over after 2.
        let cover = DutyCover([Self.workers(3, perYear: 5, .exponential(mean: 6))], needed: 1)
        #expect(abs(try #require(cover.meanLength) - 2) < 1e-9)
        #expect(abs(cover.daysPerYear - 365.25 * pow(30 / 365.25, 3)) < 1e-9)
    }

    @Test(arguments: [
        Distribution.exponential(mean: 12), .constant(12), .lognormal(mean: 12, deviation: 30),
    ])
    func `is simulated as the formula says, whatever the lengths`(days: Distribution) throws {
        let crews = [
            Self.workers(2, perYear: 4, days),
            ServiceMerger.Workers(
                count: 1,
                isQualified: true,
                absences: [
                    ServiceMerger.Absence(name: "sick", perYear: 2, days: days),
                    ServiceMerger.Absence(name: "holidays", perYear: 5, days: .constant(7)),
                ]
            ),
        ]
        let service = ServiceMerger.Service(name: "a", workers: crews, onDuty: 2, cases: [])
        let merger = ServiceMerger(
            name: "one",
            services: [service],
            casesPerWorker: 1,
            run: ServiceMerger.RunPlan(years: 300, replications: 40, seed: 5)
        )
        let answer = try #require(try MergerAnswer.find(merger, cores: 2))
        let unit = answer.alone[0]
        for cover in [unit.without, try #require(unit.belowDuty)] {
            #expect(cover.simulated.share.holds(cover.exact.share, coverage: 0.9999))
            #expect(cover.simulated.timesPerYear.holds(cover.exact.timesPerYear, coverage: 0.9999))
            #expect(cover.simulated.share.halfWidth() < 0.1 * cover.exact.share)
        }
        // Together one service is what it was alone, with the same chance.
        #expect(answer.together.without.exact == unit.without.exact)
        #expect(answer.together.without.simulated.share == unit.without.simulated.share)
        #expect(answer.anyWithout.isEqual(unit.without.exact.share))
    }

    @Test
    func `is found in as many years as chance has it, for nine of ten times as long as the formula says`() throws {
        // Two exponential lengths of 8 days: nobody for an exponential time of mean 4; 9 of 10 last 9.21 days at most.
        let crews = [Self.workers(2, perYear: 5, .exponential(mean: 8))]
        let service = ServiceMerger.Service(name: "a", workers: crews, cases: [])
        let plan = ServiceMerger.RunPlan(years: 400, replications: 40, seed: 2)
        let merger = ServiceMerger(name: "one", services: [service], casesPerWorker: 1, run: plan)
        let cover = try #require(try MergerAnswer.find(merger, cores: 2)).alone[0].without
        #expect(try #require(cover.simulated.length90).holds(-4 * log(0.1), coverage: 0.9999))
        #expect(cover.simulated.yearsWithAny.mean <= 1)
        // It begins 1.095 times a year; rather far apart, so nearly as by chance alone, and long ones touch two years.
        let byChance = 1 - exp(-cover.exact.timesPerYear)
        #expect((byChance - 0.03...byChance + 0.03).contains(cover.simulated.yearsWithAny.mean))
    }
}

struct `The load of cases` {
    private static func load(workers: Int, away: Double, open: Double, most: Double) -> CaseLoad {
        CaseLoad(
            [`Too few at work`.workers(workers, perYear: 1, .constant(365.25 * away))],
            [
                ServiceMerger.Cases(
                    name: "investigation",
                    perYear: 365.25 * open / 70,
                    days: .lognormal(mean: 70, deviation: 17)
                )
            ],
            casesPerWorker: most
        )
    }

    private static func poissonAbove(_ most: Int, _ mean: Double) -> Double {
        var (sum, term) = (0.0, exp(-mean))
        for number in 0...most {
            sum += term
            term *= mean / Double(number + 1)
        }
        return 1 - sum
    }

    @Test(arguments: [1, 3, 8], [6.0, 40, 90])
    func `is Poisson's where everybody is always at work`(workers: Int, open: Double) {
        let load = Self.load(workers: workers, away: 1e-12, open: open, most: 10)
        #expect(abs(load.overloaded - Self.poissonAbove(10 * workers, open)) < 1e-8)
        #expect(abs(load.open - open) < 1e-9)
        #expect(Self.poissonAbove(Int((load.nineOfTen * Double(workers)).rounded()), open) <= 0.1)
        #expect(Self.poissonAbove(Int((load.nineOfTen * Double(workers)).rounded()) - 1, open) > 0.1)
    }

    @Test
    func `with one worker who may be away is Poisson's when there and too much when not`() {
        let load = Self.load(workers: 1, away: 0.2, open: 5, most: 8)
        let expected = 0.8 * Self.poissonAbove(8, 5) + 0.2 * (1 - exp(-5))
        #expect(abs(load.overloaded - expected) < 1e-9)
        #expect(load.ninetyNine == .infinity)
        #expect(load.peak == nil)
        #expect(abs(load.atWork - 0.8) < 1e-12)
    }

    @Test
    func `of very many cases keeps its digits`() {
        let load = Self.load(workers: 1, away: 1e-12, open: 5000, most: 5000)
        // The normal approximation, off by less than a hundredth here.
        #expect(abs(load.ninetyNine - (5000 + 2.3263 * 5000.0.squareRoot())) < 3)
        #expect(abs(load.overloaded - 0.5) < 0.01)
        #expect(Self.load(workers: 1, away: 0, open: 0, most: 1).ninetyNine == 0)
    }
}

struct `Services that merge` {
    static func read(_ text: String) throws -> ServiceMerger {
        try JSONDecoder().decode(ServiceMerger.self, from: Data(text.utf8))
    }

    private static func service(_ name: String, qualified: Int, others: Int, cases: Double) -> ServiceMerger.Service {
        var other = `Too few at work`.workers(max(1, others), perYear: 4, .exponential(mean: 10))
        other.isQualified = false
        return ServiceMerger.Service(
            name: name,
            workers: [`Too few at work`.workers(qualified, perYear: 4, .exponential(mean: 10)), other],
            cases: [ServiceMerger.Cases(name: "investigation", perYear: cases, days: .constant(70))]
        )
    }

    @Test
    func `have somebody qualified nearly always, and lower peaks`() throws {
        let services = [
            Self.service("a", qualified: 1, others: 1, cases: 60),
            Self.service("b", qualified: 2, others: 2, cases: 120),
            Self.service("c", qualified: 2, others: 3, cases: 150),
        ]
        let merger = ServiceMerger(name: "three", services: services, casesPerWorker: 8, disqualified: 0.1)
        var told: [Int] = []
        let answer = try #require(
            try MergerAnswer.find(merger, cores: 1) { done, planned in
                #expect(planned == 4)
                told.append(done)
                return true
            }
        )
        #expect(told == [1, 2, 3, 4])
        let away = 40 / 365.25
        #expect(answer.alone[0].without.exact.share.isEqual(away))
        #expect(answer.anyWithout.isEqual(1 - (1 - away) * pow(1 - away * away, 2)))
        #expect(answer.together.without.exact.share.isEqual(pow(away, 5)))
        #expect((answer.together.workers, answer.together.qualified) == (11, 5))
        #expect(answer.together.load.open.isEqual(answer.alone.reduce(0) { $0 + $1.load.open }))
        let peaks = answer.alone.compactMap(\.load.peak)
        #expect(try #require(answer.together.load.peak) < (try #require(peaks.min())))
        // A case of a: its one worker away or disqualified, and the four others away; b and c alike.
        let cannot = away + (1 - away) * 0.1
        let one = cannot * pow(away, 4)
        let two = cannot * cannot * pow(away, 3)
        #expect(answer.together.noneImpartial.isEqual((60 * one + 120 * two + 150 * two) / 330))
        #expect(answer.alone[0].noneImpartial.isEqual(cannot))
        #expect(try MergerAnswer.find(merger, cores: 1) { _, _ in false } == nil)
    }

    @Test
    func `without anybody qualified are always without`() throws {
        var service = Self.service("a", qualified: 1, others: 1, cases: 60)
        service.workers[0].isQualified = false
        let merger = ServiceMerger(name: "none", services: [service], casesPerWorker: 8)
        let without = try #require(try MergerAnswer.find(merger, cores: 1)).together.without
        #expect((without.exact.share, without.exact.timesPerYear) == (1, 0))
        #expect(without.exact.meanLength == nil && without.simulated.length90 == nil)
        #expect((without.simulated.share.mean, without.simulated.yearsWithAny.mean) == (1, 1))
    }

    @Test
    func `give the same answer in any order, on one core and on several`() throws {
        let services = [
            Self.service("a", qualified: 1, others: 1, cases: 60), Self.service("b", qualified: 2, others: 2, cases: 9),
        ]
        let merger = ServiceMerger(name: "two", services: services, onDuty: 2, casesPerWorker: 8)
        var reversed = merger
        reversed.services.reverse()
        let one = try #require(try MergerAnswer.find(merger, cores: 1)).together
        let other = try #require(try MergerAnswer.find(reversed, cores: 3)).together
        #expect(one.without.simulated.timesPerYear == other.without.simulated.timesPerYear)
        #expect(one.belowDuty?.simulated.yearsWithAny == other.belowDuty?.simulated.yearsWithAny)
        #expect(one.load.ninetyNine == other.load.ninetyNine)
    }

    static let document = """
        {"merge": 1, "name": "two", "casesPerWorker": 10, "disqualified": 0.05, "onDuty": 2, \
        "absences": [{"name": "sick", "perYear": 4, "days": {"exponential": {"mean": 9}}}], \
        "run": {"years": 10, "replications": 2, "seed": 3}, \
        "services": [{"name": "a", "onDuty": 1, "workers": [{"count": 2, "qualified": true}], \
        "cases": [{"name": "investigation", "perYear": 17, "days": {"constant": 70}}]}]}
        """

    @Test
    func `are the same after writing and reading, with the common absences with each group`() throws {
        let merger = try Self.read(Self.document)
        #expect(merger.services[0].workers[0].absences.map(\.name) == ["sick"])
        let written = try JSONEncoder().encode(merger)
        #expect(try JSONDecoder().decode(ServiceMerger.self, from: written) == merger)
        _ = try JSONEncoder().encode(try MergerAnswer.find(merger, cores: 1))
    }

    @Test(arguments: [
        ("\"merge\": 1", "\"merge\": 2", "at /merge: expected version 1, found 2"),
        ("\"perYear\": 4", "\"perYear\": 41", "at /services/0/workers/0/absences: expected less time away than"),
        ("\"count\": 2", "\"count\": 0", "at /services/0/workers/0/count: expected 1 to 10000"),
        ("\"qualified\": true", "\"qualifed\": true", "at /services/0/workers/0/qualifed: no such member"),
        ("\"onDuty\": 1", "\"onDuty\": 0", "at /services/0/onDuty: expected at least 1"),
        ("\"casesPerWorker\": 10", "\"casesPerWorker\": 0", "at /casesPerWorker: expected a number above 0"),
        ("\"disqualified\": 0.05", "\"disqualified\": 5", "at /disqualified: expected a number from 0 to 1"),
        ("\"constant\": 70", "\"constant\": -1", "at /services/0/cases/0/days/constant: expected a number of at least"),
        ("\"years\": 10", "\"years\": 0", "at /run/years: expected 1 to 10000"),
    ])
    func `that are described wrongly are refused with the place`(
        before: String,
        after: String,
        message: String
    ) throws {
        #expect(Self.document.contains(before))
        let problem = #expect(throws: ScenarioProblem.self) {
            try Self.read(Self.document.replacing(before, with: after))
        }
        #expect(problem?.description.contains(message) == true, "\(String(describing: problem))")
    }
}

extension Double {
    fileprivate func isEqual(_ other: Double) -> Bool {
        abs(self - other) <= 1e-12
    }
}
