extension PersonNumber {
    /// Makes a Tenor test number (month + 80), which no living person has, by the check-digit rule before 2032.
    ///
    /// - Parameters:
    ///   - birthDay: The pretended day of birth.
    ///   - serial: The individual number, within ``syntheticSerials(bornIn:)``.
    ///   - dNumber: Whether to add 40 to the day, as for people who are not residents.
    /// - Returns: Nothing where the serial tells another century or leads to no check digits (about one in six).
    package static func synthetic(birthDay: CalendarDay, serial: Int, dNumber: Bool = false) -> PersonNumber? {
        guard (0...999).contains(serial) else { return nil }
        let date = birthDay.civil
        let pairs = [dNumber ? date.day + 40 : date.day, date.month + 80, date.year % 100]
        let nine = pairs.flatMap { [$0 / 10, $0 % 10] } + [serial / 100, serial / 10 % 10, serial % 10]
        guard DateDigits(nine).century == date.year - date.year % 100, let check = CheckDigits.digits(after: nine)
        else { return nil }
        return PersonNumber(
            kind: dNumber ? .dNumber : .birthNumber,
            series: .tenor,
            checkDigitRule: .withoutRemainder,
            value: value(of: nine + [check.first, check.second])
        )
    }

    /// The individual numbers that tell a birth in this year; nothing outside 1854 to 2039.
    package static func syntheticSerials(bornIn year: Int) -> ClosedRange<Int>? {
        switch year {
        case 1854...1899: 500...749
        case 1900...1999: 0...499
        case 2000...2039: 500...999
        default: nil
        }
    }
}
