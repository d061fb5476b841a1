import Law

/// What a KOSTRA check is about besides the file: reporting year, region, and how it reads the rules.
package struct KostraFrame: Hashable, Sendable {
    /// How the rules are read.
    package enum Mode: String, Hashable, Sendable, CaseIterable {
        /// As a careful reader of the written specification expects.
        case strict
        /// As the official control program does, its quirks included.
        case reference
    }

    package let mode: Mode
    /// The reporting year (rapporteringsår).
    package let year: Int
    /// Municipality (four digits) and district (two); nothing where only the file says which.
    package let region: String?

    let firstDay: CalendarDay
    let lastDay: CalendarDay
    /// 31 December of the year before.
    let previousCount: CalendarDay
    /// The days within which the written specification wants every date.
    let dates: ClosedRange<CalendarDay>
    /// 1 July, before which an investigation should have been concluded.
    let halfYear: CalendarDay
    let isOslo: Bool

    /// The years within which the official program wants every date, whatever the reporting year is.
    static let officialDates = day(1998, 1, 1)...day(2049, 12, 31)

    /// The endings of numbers of people without one that the official program knows.
    static let officialEndings: [UInt64] = [100, 200, 99_999]
    /// The same, with the one that only the written specification has.
    static let writtenEndings: [UInt64] = [100, 200, 99_999, 55_555]

    /// A frame.
    ///
    /// - Parameters:
    ///   - mode: How the rules are read.
    ///   - year: The reporting year; outside 26 to 9970 the nearest of these.
    ///   - region: Six digits, or four of a municipality without districts.
    package init(mode: Mode, year: Int, region: String?) {
        self.mode = mode
        self.year = year
        self.region = region
        let near = min(max(year, 26), 9970)
        firstDay = Self.day(near, 1, 1)
        lastDay = Self.day(near, 12, 31)
        previousCount = Self.day(near - 1, 12, 31)
        dates = Self.day(near - 25, 1, 1)...Self.day(near + 25, 12, 31)
        halfYear = Self.day(near, 7, 1)
        isOslo = region?.hasPrefix("0301") ?? false
    }

    /// The first four digits of the region.
    var municipality: String? { region.map { String($0.prefix(4)) } }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day) ?? .earliest
    }
}
