/// Small child welfare services (barnevernstjenester) and what they would be together (interkommunalt samarbeid).
///
/// Each worker is away now and then, by themselves; cases come by chance (Poisson) and stay open for a time of their
/// own, whatever there is to do. Lengths are in days. `docs/questions.md` describes the document.
package struct ServiceMerger: Hashable, Sendable {
    package var name: String
    /// What the figures rest on, for those who read the answer.
    package var note: String
    package var services: [Service]
    /// How many qualified workers have to be at work at a time when the services are one.
    package var onDuty: Int
    /// How many open cases a worker at work can take.
    package var casesPerWorker: Double
    /// How likely a worker is to be disqualified (inhabil) in a case of the own service; in one of another service
    /// nobody is.
    package var disqualified: Double
    package var run: RunPlan

    package init(
        name: String,
        note: String = "",
        services: [Service],
        onDuty: Int = 1,
        casesPerWorker: Double,
        disqualified: Double = 0,
        run: RunPlan = RunPlan()
    ) {
        self.name = name
        self.note = note
        self.services = services
        self.onDuty = onDuty
        self.casesPerWorker = casesPerWorker
        self.disqualified = disqualified
        self.run = run
    }

    /// A service as it is.
    package struct Service: Hashable, Sendable {
        package var name: String
        package var workers: [Workers]
        /// How many qualified workers have to be at work at a time.
        package var onDuty: Int
        package var cases: [Cases]

        package init(name: String, workers: [Workers], onDuty: Int = 1, cases: [Cases]) {
            self.name = name
            self.workers = workers
            self.onDuty = onDuty
            self.cases = cases
        }
    }

    /// Workers who are away alike.
    package struct Workers: Hashable, Sendable {
        package var count: Int
        /// Whether they may do what the duty asks for, as an acute decision (akuttvedtak).
        package var isQualified: Bool
        package var absences: [Absence]

        package init(count: Int, isQualified: Bool, absences: [Absence]) {
            self.count = count
            self.isQualified = isQualified
            self.absences = absences
        }

        /// The share of the time that each is away.
        package var away: Double {
            absences.reduce(0) { $0 + $1.perYear * $1.days.mean } / ServiceMerger.year
        }

        /// How often in a year each goes away.
        package var timesAway: Double { absences.reduce(0) { $0 + $1.perYear } }
    }

    /// A reason to be away: sick leave, holidays, a position that is vacant.
    package struct Absence: Hashable, Sendable {
        package var name: String
        /// How often in a year of one worker, time away included.
        package var perYear: Double
        package var days: Distribution

        package init(name: String, perYear: Double, days: Distribution) {
            self.name = name
            self.perYear = perYear
            self.days = days
        }
    }

    /// Reports of concern, investigations or other work that is open for a time.
    package struct Cases: Hashable, Sendable {
        package var name: String
        package var perYear: Double
        /// How long one is open.
        package var days: Distribution

        package init(name: String, perYear: Double, days: Distribution) {
            self.name = name
            self.perYear = perYear
            self.days = days
        }
    }

    /// How much of the simulated part there is.
    package struct RunPlan: Hashable, Sendable {
        /// How many years each replication counts.
        package var years: Int
        package var replications: Int
        package var seed: UInt64

        package init(years: Int = 100, replications: Int = 20, seed: UInt64 = 1) {
            self.years = years
            self.replications = replications
            self.seed = seed
        }
    }

    /// Days in a year.
    package static let year = 365.25
}
