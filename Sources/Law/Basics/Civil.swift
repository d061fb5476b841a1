/// Year, month and day of the proleptic Gregorian calendar, and the arithmetic between them and day numbers.
///
/// The year is reckoned from 1 March, so that the leap day is the last of its year; 400 years always have
/// 146,097 days. All divisions are exact integer arithmetic, also before 1970.
struct Civil {
    let year: Int
    let month: Int
    let day: Int

    /// Day number of 0001-01-01.
    static let firstDayNumber = -719_162

    /// Day number of 9999-12-31.
    static let lastDayNumber = 2_932_896

    private static let daysInEra = 146_097
    /// Days from 0000-03-01, where the eras begin, to 1970-01-01.
    private static let epochFromEra = 719_468

    /// Splits a day number of the years 0 to 10,000.
    init(dayNumber: Int) {
        let shifted = dayNumber + Self.epochFromEra
        let era = shifted / Self.daysInEra
        let dayOfEra = shifted % Self.daysInEra
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days from 1970-01-01 to a date of the years 1 to 9999.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear % 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysInEra + dayOfEra - epochFromEra
    }

    static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
