/// A municipal child welfare service (barnevernstjeneste), of one municipality, of several, or of a district.
package struct Service: Hashable, Sendable {
    /// The unit that keeps its cases.
    package let unit: UnitID

    /// The name people know it by.
    package let name: String

    /// What it serves, and when.
    package let memberships: [Membership]

    /// Makes a service; ``ServiceDirectory`` checks it against the others.
    package init(unit: UnitID, name: String, memberships: [Membership]) {
        self.unit = unit
        self.name = name
        self.memberships = memberships
    }

    /// A municipality, or one district of it, that a service serves for a time (vertskommune, samarbeidskommune).
    package struct Membership: Hashable, Sendable {
        /// The municipality served.
        package let municipality: MunicipalityNumber

        /// The district served; ``DistrictNumber/none`` means the whole municipality.
        package let district: DistrictNumber

        /// The first day.
        package let from: CalendarDay

        /// The last day; nothing while no end is known.
        package let to: CalendarDay?

        /// Makes a membership of a municipality or of one of its districts.
        package init(
            municipality: MunicipalityNumber,
            district: DistrictNumber = .none,
            from: CalendarDay,
            to: CalendarDay? = nil
        ) {
            self.municipality = municipality
            self.district = district
            self.from = from
            self.to = to
        }

        /// Whether the service serves it on a day.
        package func isValid(on day: CalendarDay) -> Bool {
            from <= day && day <= (to ?? .latest)
        }

        func overlaps(_ other: Membership) -> Bool {
            from <= (other.to ?? .latest) && other.from <= (to ?? .latest)
        }
    }
}
