/// What the formulas do not tell about too few at work: how long the long times are, and how many years have any.
package struct SimulatedCover: Sendable {
    /// The share of the time, and how often in a year it begins: beside the exact figures, which they have to meet.
    package let share: Interval
    package let timesPerYear: Interval
    /// What nine of ten times last at most, in days; `nil` where hardly any replication had one.
    package let length90: Interval?
    /// The share of the years with any.
    package let yearsWithAny: Interval

    /// Simulates workers who are away independently of each other.
    ///
    /// - Parameters:
    ///   - crews: The workers; whoever has the same name in two simulations is away at the same times in both.
    ///   - needed: How many have to be at work.
    ///   - plan: How long and how often.
    ///   - cores: How many cores to use; the answer does not depend on them.
    init?(_ crews: [Crew], needed: Int, _ plan: ServiceMerger.RunPlan, cores: Int) {
        var tables = Sampler.Tables()
        let ready = crews.map { crew in
            crew.workers.absences.map { Sampler($0.days, tables: &tables) }
        }
        let made = tables
        let years = Parallel.map(plan.replications, cores: cores) { number in
            let moves = zip(crews, ready).flatMap { crew, lengths in
                (0..<crew.workers.count).flatMap { worker in
                    Self.moves(crew, worker: worker, lengths, made, plan, replication: number)
                }
            }
            return Years(
                moves.sorted { $0.time < $1.time },
                all: crews.reduce(0) { $0 + $1.workers.count },
                needed,
                plan
            )
        }
        let time = Double(plan.years) * ServiceMerger.year
        guard let share = Interval(years.map { $0.time / time }),
            let times = Interval(years.map { Double($0.begun) / Double(plan.years) }),
            let any = Interval(years.map { Double($0.withAny.count) / Double(plan.years) })
        else { return nil }
        self.share = share
        timesPerYear = times
        length90 = Interval(years.map(\.length90))
        yearsWithAny = any
    }

    /// Workers who are away alike, with the name of their own chance.
    struct Crew: Sendable {
        let names: [String]
        let workers: ServiceMerger.Workers
    }

    /// One who goes (-1) or is back (+1).
    private struct Move: Sendable {
        let time: Double
        let by: Int
    }

    /// When one worker goes and is back, from long before the years that count.
    private static func moves(
        _ crew: Crew,
        worker: Int,
        _ lengths: [Sampler],
        _ tables: Sampler.Tables,
        _ plan: ServiceMerger.RunPlan,
        replication: Int
    ) -> [Move] {
        let absences = crew.workers.absences
        // By calendar year, time away included; more often in the time that one is there.
        let rates = absences.map { $0.perYear / ServiceMerger.year / (1 - crew.workers.away) }
        let rate = rates.reduce(0, +)
        guard rate > 0 else { return [] }
        var stream = RandomStream(
            key: RandomStream.key(seed: plan.seed, replication: replication, names: crew.names + [String(worker)])
        )
        var moves: [Move] = []
        let longest = absences.map(\.days.mean).max() ?? 0
        var now = -20 * max(longest, ServiceMerger.year)
        let end = Double(plan.years) * ServiceMerger.year
        while true {
            now += tables.exponential.draw(&stream) / rate
            guard now < end else { return moves }
            moves.append(Move(time: now, by: -1))
            var mark = stream.unit() * rate
            var which = 0
            while which < rates.count - 1, mark >= rates[which] {
                mark -= rates[which]
                which += 1
            }
            now += lengths[which].draw(&stream, tables)
            moves.append(Move(time: now, by: 1))
        }
    }

    /// The years of one replication.
    private struct Years: Sendable {
        /// How long too few were at work, summed up.
        private(set) var time = 0.0
        /// How often that began.
        private(set) var begun = 0
        private(set) var withAny: Set<Int> = []
        private var lengths: [Double] = []

        /// What nine of ten times lasted at most; NaN where there was none.
        var length90: Double {
            guard !lengths.isEmpty else { return .nan }
            return lengths[min(lengths.count - 1, Int(0.9 * Double(lengths.count)))]
        }

        init(_ moves: [Move], all: Int, _ needed: Int, _ plan: ServiceMerger.RunPlan) {
            let end = Double(plan.years) * ServiceMerger.year
            var there = all
            var since: Double? = there < needed ? -Double.infinity : nil
            for move in moves {
                there += move.by
                if there < needed, since == nil { since = move.time }
                if there >= needed, let start = since {
                    add(from: start, to: move.time, end: end)
                    since = nil
                }
            }
            if let start = since { add(from: start, to: .infinity, end: end) }
            lengths.sort()
        }

        private mutating func add(from start: Double, to stop: Double, end: Double) {
            let (first, last) = (max(0, start), min(end, stop))
            guard last > first else { return }
            time += last - first
            let years = Int(first / ServiceMerger.year)...Int(last / ServiceMerger.year)
            // The end is no year of its own.
            for year in years where Double(year) * ServiceMerger.year < last { withAny.insert(year) }
            guard start >= 0, start < end else { return }
            begun += 1
            if stop.isFinite { lengths.append(stop - start) }
        }
    }
}
