/// What may be shown of one cell (celle) to those who oversee: a figure, or that it is hidden.
package struct PublishedCell: Hashable, Sendable {
    /// For whom the figure is.
    package let area: Area
    /// In which half-year.
    package let halfYear: HalfYear
    /// How many there were below the line; of a figure that is no share, how many there were.
    package let all: Count
    /// Of a share, how many count.
    package let counted: Count
    /// The median of the days; `nil` where the count of them is hidden, small or nothing.
    package let medianDays: Double?

    /// A count as it may be shown.
    package enum Count: Hashable, Sendable {
        /// May be shown: nothing, or more than the small counts.
        case shown(Int)
        /// Too small to be shown, or hidden so that another one cannot be worked out.
        case hidden

        /// The number; `nil` where it is hidden.
        package var number: Int? {
            guard case .shown(let number) = self else { return nil }
            return number
        }
    }

    /// How many of a hundred count; `nil` where either number is hidden, or there is nothing to divide by.
    package var percent: Double? {
        guard let all = all.number, all > 0, let counted = counted.number else { return nil }
        return Double(counted) * 100 / Double(all)
    }
}
