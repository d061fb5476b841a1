/// What the first nine digits of an identity number say about the day of birth.
struct DateDigits {
    /// Day of the month, the 40 of a D-number taken off.
    private let dayOfMonth: Int
    /// Month as written, with what the series adds.
    private let writtenMonth: Int
    /// The year within its century, 0 to 99.
    let yearOfCentury: Int
    private let individualNumber: Int

    /// Whether 40 was added to the day.
    let isDNumber: Bool

    init(_ digits: [Int]) {
        let writtenDay = digits[0] * 10 + digits[1]
        isDNumber = writtenDay > 40
        dayOfMonth = isDNumber ? writtenDay - 40 : writtenDay
        writtenMonth = digits[2] * 10 + digits[3]
        yearOfCentury = digits[4] * 10 + digits[5]
        individualNumber = digits[6] * 100 + digits[7] * 10 + digits[8]
    }

    /// The series that what is added to the month tells; nothing where no series has such a month.
    var series: PersonNumber.Series? {
        switch writtenMonth {
        case 1...12: .issued
        case 41...52: .nav
        case 81...92: .tenor
        default: nil
        }
    }

    /// Whether the six digits are a date with nothing added to day or month.
    var isPlain: Bool { !isDNumber && series == .issued }

    private var month: Int { writtenMonth % 40 }

    /// Whether the day occurs in this year of at least one century.
    var existsInSomeCentury: Bool {
        // The years of this century stand for all: 2000 was a leap year, so every two-digit leap year is in it.
        series != nil && day(century: 2000) != nil
    }

    /// The first year of the century that the individual number tells; nothing where it tells none.
    ///
    /// Source: Skatteetaten, the division of individual numbers until 2032.
    var century: Int? {
        switch (individualNumber, yearOfCentury) {
        case (0...499, _): 1900
        case (500...999, 0...39): 2000
        case (500...749, 54...99): 1800
        case (900...999, 40...99): 1900
        default: nil
        }
    }

    /// The day of birth in a century, or nothing where the calendar lacks the day.
    func day(century: Int) -> CalendarDay? {
        CalendarDay(year: century + yearOfCentury, month: month, day: dayOfMonth)
    }
}
