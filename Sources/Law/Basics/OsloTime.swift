/// The clock and calendar of Norway (norsk tid, Europe/Oslo), as pure arithmetic.
///
/// Standard time is one hour east of UTC. Summer time, two hours, runs between 01:00 UTC on
/// - the last Sundays of March and October from 1996 (directives 94/21 and 2000/84),
/// - the last Sundays of March and September from 1980 to 1995, in 1980 from 6 April.
///
/// Before 1980 the answer is always standard time, although some earlier summers had their own rule: no case
/// file here reaches them. If the rule is abolished one day, the year of the last change belongs in
/// ``isSummerTime(atSecond:)``.
package enum OsloTime {
    private static let standard = 3_600
    private static let summer = 7_200

    /// Seconds that Norwegian clocks are ahead of UTC: 3,600 or 7,200.
    package static func offset(at instant: Instant) -> Int {
        isSummerTime(atSecond: Int(instant.wholeSeconds)) ? summer : standard
    }

    /// The day that it is in Norway.
    package static func day(at instant: Instant) -> CalendarDay {
        CalendarDay(clampingDayNumber: localSeconds(at: instant).dividedRoundingDown(by: 86_400).quotient)
    }

    /// What the clock on a Norwegian wall shows, without decimals.
    package static func clock(at instant: Instant) -> ClockTime {
        ClockTime(secondOfDay: localSeconds(at: instant).dividedRoundingDown(by: 86_400).remainder)
    }

    /// The instant at which a Norwegian clock shows a time.
    ///
    /// A time that occurs twice (autumn) means the first; one that does not occur (spring) is moved forward
    /// by the hour that is missing, so 02:30 becomes 03:30.
    ///
    /// - Parameters:
    ///   - day: The Norwegian day.
    ///   - hour: Hours shown; 24 means the next midnight.
    ///   - minute: Minutes shown.
    ///   - second: Seconds shown.
    /// - Returns: The instant, to the second.
    package static func instant(of day: CalendarDay, hour: Int, minute: Int = 0, second: Int = 0) -> Instant {
        let local = day.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second
        return Instant(microseconds: Int64(utcSeconds(showing: local)) * 1_000_000)
    }

    /// The instant at which a Norwegian clock shows a time of day; see ``instant(of:hour:minute:second:)``.
    package static func instant(of day: CalendarDay, at time: ClockTime) -> Instant {
        instant(of: day, hour: time.hour, minute: time.minute, second: time.second)
    }

    /// Reads a date and time that is Norwegian unless it carries a zone of its own.
    ///
    /// - Parameter text: As ``Instant/init(parsing:)`` takes it, the zone left out or not.
    /// - Returns: Nothing where the text is anything else.
    package static func instant(parsingLocal text: some StringProtocol) -> Instant? {
        guard let read = try? DateTimeText(text) else { return nil }
        if let offset = read.offset { return read.instant(offset: offset) }
        return instant(of: read.day, at: read.time).adding(microseconds: Int64(read.microsecond))
    }

    private static func localSeconds(at instant: Instant) -> Int {
        Int(instant.wholeSeconds) + offset(at: instant)
    }

    private static func utcSeconds(showing local: Int) -> Int {
        // Summer time first: of two instants it is the earlier. In the gap neither fits, and the offset of
        // standard time is what moves the hand forward.
        isSummerTime(atSecond: local - summer) ? local - summer : local - standard
    }

    private static func isSummerTime(atSecond second: Int) -> Bool {
        let year = Civil(dayNumber: second.dividedRoundingDown(by: 86_400).quotient).year
        guard year >= 1980 else { return false }
        let start = year == 1980 ? Civil.dayNumber(year: 1980, month: 4, day: 6) : lastSunday(year: year, month: 3)
        let end = lastSunday(year: year, month: year < 1996 ? 9 : 10)
        return second >= start * 86_400 + 3_600 && second < end * 86_400 + 3_600
    }

    private static func lastSunday(year: Int, month: Int) -> Int {
        let length = Civil.daysInMonth(year: year, month: month)
        let last = CalendarDay(clampingDayNumber: Civil.dayNumber(year: year, month: month, day: length))
        return last.dayNumber - last.weekday.rawValue % 7
    }
}
