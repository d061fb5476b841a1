/// A municipality (kommune) during the time it has had one number.
///
/// A new number makes a new value: Bærum is 3024 until the end of 2023 and 3201 from 2024.
package struct Municipality: Hashable, Sendable {
    /// Its number.
    package let number: MunicipalityNumber

    /// Its name in bokmål, or the Norwegian one it has.
    package let name: String

    /// All its official names (Norwegian, Sámi, Kven) in official order.
    package let officialNames: [String]

    /// The county it lies in.
    package let county: County

    /// The region of Bufetat it belongs to.
    package let region: Region

    /// Where it lies.
    package let centre: Position

    /// How many live there; nothing for a number that had ended before the count.
    package let population: Population?

    /// The first day the number was valid; 2020-01-01 where it is older, for the register goes back no further.
    package let validFrom: CalendarDay

    /// The last day the number was valid; nothing while it is.
    package let validTo: CalendarDay?

    /// The numbers that took its place, in order; none while it is valid.
    package let successors: [MunicipalityNumber]

    /// Whether the number is valid on a day.
    package func isValid(on day: CalendarDay) -> Bool {
        guard let validTo else { return validFrom <= day }
        return (validFrom...validTo).contains(day)
    }
}

extension Municipality {
    /// A county (fylke).
    package struct County: Hashable, Sendable {
        /// Its number, two digits.
        package let number: String

        /// Its name in bokmål.
        package let name: String
    }

    /// A point on the map, in degrees of WGS 84.
    package struct Position: Hashable, Sendable {
        /// Degrees north.
        package let latitude: Double

        /// Degrees east.
        package let longitude: Double
    }

    /// How many people lived there on 1 January 2024.
    package struct Population: Hashable, Sendable {
        /// People of all ages.
        package let total: Int

        /// Children from 0 to 17 years.
        package let children: Int
    }
}
