/// What is measured, as a definition (indikator): what counts, of how many, and whether more of it is better.
package struct Indicator: Hashable, Sendable {
    /// Which row of the catalogue it is.
    package let id: ID
    /// What is shown of what was counted.
    package let figure: Figure
    /// Whether more of it is better.
    package let direction: Direction

    /// The indicators on the first page of oversight; the raw value is the row of the catalogue that it is.
    package enum ID: String, CaseIterable, Hashable, Sendable {
        /// Investigations that took longer than the act gives, of those finished in the half-year (fristbrudd, § 2-2).
        ///
        /// By the clock of the act: three months from the end of the week for the review, six where they were extended in
        /// time.
        case investigationBreaches = "3A"
        /// Reports reviewed within seven days, of those received in the half-year whose week is over (§ 2-1).
        case reviewedInTime = "C4"
        /// Breaches of the duty of assistance that a region has confirmed, by the day on which they began (§ 16-3).
        case dutyBreaches = "D12"
        /// Referrals that waited past the wanted date for something the state is obliged to, with the days in the half-year.
        case pastWantedDate = "D12-dager"
        /// Days from a referral to the first day of the stay, of stays that began in the half-year.
        case timeToPlacement = "D14"
    }

    /// What is shown of what was counted.
    package enum Figure: Hashable, Sendable {
        /// How many of how many.
        case share
        /// How many.
        case count
        /// How many, and the median of their days.
        case medianDays
    }

    /// Which way is the good one, so that a reader need not guess.
    package enum Direction: Hashable, Sendable {
        /// More is better, as of reports that were reviewed in time.
        case higherIsBetter
        /// Less is better, as of breaches and of days.
        case lowerIsBetter
    }

    private init(_ id: ID, _ figure: Figure, _ direction: Direction) {
        self.id = id
        self.figure = figure
        self.direction = direction
    }

    /// The definitions in the order in which they are shown.
    package static let all = ID.allCases.map(of)

    /// The definition of an indicator.
    package static func of(_ id: ID) -> Indicator {
        switch id {
        case .investigationBreaches: Indicator(id, .share, .lowerIsBetter)
        case .reviewedInTime: Indicator(id, .share, .higherIsBetter)
        case .dutyBreaches: Indicator(id, .count, .lowerIsBetter)
        case .pastWantedDate, .timeToPlacement: Indicator(id, .medianDays, .lowerIsBetter)
        }
    }
}
