/// A date or date and time as XML Schema writes it (xs:date, xs:dateTime).
///
/// Years have four digits or more and may be negative; the year 0000 does not exist; a zone is optional and at most
/// fourteen hours; `24:00:00` is the end of a day.
///
/// Source: XML Schema 1.0, part 2, §3.2.7 and §3.2.9.
struct XsdDate: Hashable {
    /// The year, negative before year 1.
    let year: Int
    let month: Int
    let day: Int
    /// Seconds since midnight up to 86,400; nothing of a date alone.
    let second: Int?
    /// Minutes east of UTC; nothing where no zone is written.
    let zone: Int?

    /// Reads a text without the white space around it; a time follows the date where asked for, and only there.
    init?(_ text: Span<UInt8>, _ range: Range<Int>, hasTime: Bool) {
        let end = range.upperBound
        var place = range.lowerBound
        let isNegative = Self.skip("-", text, &place, end)
        guard let year = Self.year(text, &place, end), Self.skip("-", text, &place, end),
            let month = Self.twoDigits(text, &place, end), (1...12).contains(month),
            Self.skip("-", text, &place, end), let day = Self.twoDigits(text, &place, end),
            day >= 1, day <= Self.length(of: month, year: year)
        else { return nil }
        self.year = isNegative ? -year : year
        self.month = month
        self.day = day
        var second: Int?
        if hasTime {
            guard Self.skip("T", text, &place, end), let time = Self.time(text, &place, end) else { return nil }
            second = time
        }
        self.second = second
        var zone: Int?
        if place < end {
            guard let offset = Self.zone(text, &place, end) else { return nil }
            zone = offset
        }
        self.zone = zone
        guard place == end else { return nil }
    }

    private static func year(_ text: Span<UInt8>, _ place: inout Int, _ end: Int) -> Int? {
        let start = place
        var year = 0
        while place < end, let digit = digit(text[place]) {
            // Longer years are legal and beyond any calendar of ours: only that they are not zero matters.
            year = min(year * 10 + digit, 1_000_000_000)
            place += 1
        }
        let length = place - start
        guard year > 0, length == 4 || length > 4 && text[start] != UInt8(ascii: "0") else { return nil }
        return year
    }

    private static func time(_ text: Span<UInt8>, _ place: inout Int, _ end: Int) -> Int? {
        guard let hour = twoDigits(text, &place, end), skip(":", text, &place, end),
            let minute = twoDigits(text, &place, end), minute < 60, skip(":", text, &place, end),
            let second = twoDigits(text, &place, end), second < 60
        else { return nil }
        var isWhole = true
        if skip(".", text, &place, end) {
            let start = place
            while place < end, let digit = digit(text[place]) {
                if digit != 0 { isWhole = false }
                place += 1
            }
            guard place > start else { return nil }
        }
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0 && isWhole) else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private static func zone(_ text: Span<UInt8>, _ place: inout Int, _ end: Int) -> Int? {
        if skip("Z", text, &place, end) { return 0 }
        let isWest = skip("-", text, &place, end)
        guard isWest || skip("+", text, &place, end), let hours = twoDigits(text, &place, end),
            skip(":", text, &place, end), let minutes = twoDigits(text, &place, end), minutes < 60,
            hours * 60 + minutes <= 14 * 60
        else { return nil }
        return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }

    private static func length(of month: Int, year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func skip(
        _ mark: Unicode.Scalar,
        _ text: Span<UInt8>,
        _ place: inout Int,
        _ end: Int
    ) -> Bool {
        guard place < end, text[place] == UInt8(ascii: mark) else { return false }
        place += 1
        return true
    }

    private static func twoDigits(_ text: Span<UInt8>, _ place: inout Int, _ end: Int) -> Int? {
        guard place + 2 <= end, let tens = digit(text[place]), let ones = digit(text[place + 1]) else { return nil }
        place += 2
        return tens * 10 + ones
    }

    private static func digit(_ byte: UInt8) -> Int? {
        let value = byte &- UInt8(ascii: "0")
        return value < 10 ? Int(value) : nil
    }
}
