package import Law

/// One thing that an indicator counts: of a service, in a half-year, without whom it is about.
package struct Observation: Hashable, Sendable {
    /// What it is counted in.
    package var indicator: Indicator.ID
    /// Whose it is: the service that answered for the child.
    package var service: UnitID
    /// When it counts; which of its days decides is the indicator's to say.
    package var halfYear: HalfYear
    /// Whether it counts above the line; of a figure that is no share always.
    package var counts: Bool
    /// Of a figure in days, how many.
    package var days: Int?

    /// Something that counts in the half-year of a day.
    package init(_ indicator: Indicator.ID, of service: UnitID, on day: CalendarDay, counts: Bool, days: Int? = nil) {
        self.indicator = indicator
        self.service = service
        halfYear = HalfYear(containing: day)
        self.counts = counts
        self.days = days
    }
}
