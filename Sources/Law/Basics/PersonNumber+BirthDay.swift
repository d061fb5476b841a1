extension PersonNumber {
    /// The day of birth (fødselsdato), where the number itself tells it.
    ///
    /// Nothing for a DUF number, and nothing where no century is told: an incomplete number, a number that keeps
    /// only the rule from 2032, an individual number outside the old division. A number issued from 2032 that
    /// happens to keep the old rule is read by the old rule.
    package var birthDay: CalendarDay? {
        guard checkDigitRule == .withoutRemainder, let date = dateDigits, let century = date.century else { return nil }
        return date.day(century: century)
    }

    /// The day of birth, by the nearest century where the number tells none.
    ///
    /// The two-digit year is then read as the latest one that is not after next year, for an unborn child's date
    /// lies ahead.
    ///
    /// - Parameter today: The day the number is read.
    /// - Returns: Nothing for a DUF number, and for 29 February of a year that was no leap year.
    package func likelyBirthDay(readOn today: CalendarDay) -> CalendarDay? {
        if let birthDay { return birthDay }
        guard let date = dateDigits else { return nil }
        let thisCentury = today.year - today.year % 100
        return [thisCentury + 100, thisCentury, thisCentury - 100]
            .first { $0 + date.yearOfCentury <= today.year + 1 }
            .flatMap(date.day(century:))
    }

    private var dateDigits: DateDigits? {
        guard kind != .duf else { return nil }
        var rest = Int(value / 100)
        var digits = Array(repeating: 0, count: 9)
        for place in digits.indices.reversed() {
            (rest, digits[place]) = rest.quotientAndRemainder(dividingBy: 10)
        }
        return DateDigits(digits)
    }
}
