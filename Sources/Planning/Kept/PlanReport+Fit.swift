/// A fit as it stands in a kept result, with the scenario that it makes.
package struct FitReport: Sendable, Decodable {
    package let fit: Fit
    package let curves: [FitCurve]
    /// `nil` where the history is too short to keep a year of it back.
    package let backTest: Test?

    /// What `docs/history.md` describes, as far as a page shows it.
    package struct Fit: Sendable, Decodable {
        /// The version of the way of fitting.
        package let fit: Int
        package let from: String
        package let cutOff: String
        package let rows: Int
        package let withdrawn: Int
        package let seed: UInt64
        package let classes: [OfClass]
        package let places: [Place]
        package let scenario: Scenario
    }

    package struct OfClass: Hashable, Sendable, Decodable {
        package let name: String
        package let arrivals: Arrivals
        package let kinds: [Kind]

        private enum CodingKeys: String, CodingKey {
            case name = "class"
            case arrivals, kinds
        }
    }

    package struct Arrivals: Hashable, Sendable, Decodable {
        package let cells: [Cell]
        package let tests: [CalendarTest]
        package let dispersion: Dispersion?
    }

    package struct Cell: Hashable, Sendable, Decodable {
        package let kind: String
        package let region: String
        package let count: Int
        package let rate: Double
    }

    package struct CalendarTest: Hashable, Sendable, Decodable {
        package let of: String
        package let isUsed: Bool
    }

    package struct Dispersion: Hashable, Sendable, Decodable {
        package let index: Double
        package let probability: Double
    }

    package struct Kind: Hashable, Sendable, Decodable {
        package let kind: String
        package let share: Double
        package let stays: Stays
    }

    package struct Stays: Hashable, Sendable, Decodable {
        package let ended: Int
        package let open: Int
        /// Of whom they are: `own`, `kind` or `all`.
        package let basis: String
        package let median: Double?
        /// The family that is used, or `empirical`.
        package let used: String
        package let mean: Double
        package let families: [Family]

        /// The family that is used; `nil` for lengths as they were seen.
        package var chosen: Family? { families.first { $0.family == used } }
    }

    package struct Family: Hashable, Sendable, Decodable {
        package let family: String
        package let distance: Double
        package let agreement: Double?
    }

    package struct Place: Hashable, Sendable, Decodable {
        package let kind: String
        package let region: String
        /// `nil`: nothing shows that there is a limit.
        package let count: Int?
        package let mostUsed: Int
        /// `given`, `mostUsed` or `noLimit`.
        package let basis: String
    }

    /// What it would have said of the last year.
    package struct Test: Hashable, Sendable, Decodable {
        package let cutOff: String
        package let quarters: [String]
        package let replications: Int
        package let coverage: [Coverage]
        package let cells: [Foretold]
    }

    package struct Coverage: Hashable, Sendable, Decodable {
        /// `all`, or a figure's name.
        package let figure: String
        package let covered: Double
        package let inside: Double
        package let cells: Int
    }

    package struct Foretold: Hashable, Sendable, Decodable {
        package let figure: String
        package let kind: String
        package let region: String
        /// 1 to 4.
        package let quarter: Int
        package let mean: Double
        package let lower: Double
        package let upper: Double
        package let actual: Double
        package let isInside: Bool
    }
}
