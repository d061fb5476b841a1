package import Law

/// How it went (fasit): what came in a time that is over, for each kind in each region, told of a version.
package struct PlanOutcome: Hashable, Sendable {
    package enum Source: UInt8, Hashable, Sendable, CaseIterable {
        /// Typed in.
        case entered = 1
        /// Counted from a history of stays.
        case history = 2
    }

    package let version: Int
    package let from: CalendarDay
    /// The last day.
    package let to: CalendarDay
    package let source: Source
    /// Where the figures come from, in words.
    package let note: String
    package let rows: [Row]

    /// Of the children who asked for a kind first and come from a region; `nil` where it is not told.
    package struct Row: Hashable, Sendable {
        package let kind: String
        package let region: String
        /// How many times such a place was asked for.
        package let asked: Int?
        /// How many stays began.
        package let started: Int?
        /// How often the wanted date passed without a place.
        package let breaches: Int?

        package init(kind: String, region: String, asked: Int?, started: Int?, breaches: Int?) {
            self.kind = kind
            self.region = region
            self.asked = asked
            self.started = started
            self.breaches = breaches
        }

        package var isTelling: Bool { asked != nil || started != nil || breaches != nil }
    }

    package init(
        version: Int,
        from: CalendarDay,
        to: CalendarDay,
        source: Source,
        note: String,
        rows: [Row]
    ) {
        self.version = version
        self.from = from
        self.to = to
        self.source = source
        self.note = note
        self.rows = rows
    }

    /// How many days it covers.
    package var days: Int { from.days(until: to) + 1 }
}

extension PlanOutcome {
    /// A figure that was foretold, and what came.
    package struct Checked: Hashable, Sendable {
        package let kind: String
        package let region: String
        package let measure: Measure
        /// Foretold for the whole time.
        package let foretold: Double
        /// Half of the interval in which nine of ten such times end.
        package let halfWidth: Double
        package let came: Double

        package var isWithin: Bool { abs(came - foretold) <= halfWidth }
    }

    /// Holds what came to what a simulation of the version said.
    ///
    /// The interval is for one time of this length: by how much replications differed, made wider for a time shorter
    /// than theirs as the square root of the two lengths, and by the uncertainty of the mean. Counts are of whole
    /// children: half a child on either side is within.
    ///
    /// - Returns: Nothing where the scenario does not count in days.
    package func checked(against report: SimulationReport) -> [Checked] {
        guard report.result.scenario.unit == "day" else { return [] }
        let length = Double(days)
        return rows.flatMap { row -> [Checked] in
            guard let said = report.result.row(Scope(kind: row.kind, region: row.region)) else { return [] }
            let counts: [(Measure, Int?)] = [(.requests, row.asked), (.started, row.started), (.pBreach, row.breaches)]
            return counts.compactMap { measure, count in
                guard let count, let figure = said[measure] else { return nil }
                // A share of those who asked, as many as it was foretold.
                let scale = measure == .pBreach ? (said[.requests]?.mean ?? 0) * length : length
                let spread = figure.spread(replications: report.result.replications)
                let one = spread * (report.result.length / length).squareRoot()
                let both = (one * one + spread * spread / Double(report.result.replications)).squareRoot()
                return Checked(
                    kind: row.kind,
                    region: row.region,
                    measure: measure,
                    foretold: figure.mean * scale,
                    halfWidth: 1.645 * both * scale + 0.5,
                    came: Double(count)
                )
            }
        }
    }
}
