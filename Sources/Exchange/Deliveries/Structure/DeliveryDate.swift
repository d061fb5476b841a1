import Law

/// Days and years as deliveries write them.
enum DeliveryDate {
    /// Whether a text is an `xs:date`, with white space around it where there is some.
    @inline(__always)
    static func isDate(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        if plain(text, range) != nil { return true }
        return XsdDate(text, CompiledType.collapsed(text, range), hasTime: false) != nil
    }

    /// The day of an `xs:date`, without regard to its zone; the nearest day of the years 1 to 9999 for a year
    /// outside them, and nothing where the text is no date.
    static func day(_ text: Span<UInt8>, _ range: Range<Int>) -> CalendarDay? {
        if let day = plain(text, range) { return day }
        guard let date = XsdDate(text, CompiledType.collapsed(text, range), hasTime: false) else { return nil }
        guard date.year > 0 else { return .earliest }
        return CalendarDay(year: date.year, month: date.month, day: date.day) ?? .latest
    }

    /// The day of a text in the form YYYY-MM-DD and nothing else.
    @inline(__always)
    static func plain(_ text: Span<UInt8>, _ range: Range<Int>) -> CalendarDay? {
        guard range.count == 10, case let start = range.lowerBound, text[start + 4] == UInt8(ascii: "-"),
            text[start + 7] == UInt8(ascii: "-")
        else { return nil }
        var number = 0
        for offset in 0..<10 where offset != 4 && offset != 7 {
            let digit = text[start + offset] &- 0x30
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// The year of an `xs:gYear`, without regard to its zone; nothing where the text is none.
    static func year(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let inner = CompiledType.collapsed(text, range)
        // What follows the year makes no difference to a zone's form, so a date tells whether both are right.
        var end = inner.lowerBound
        if end < inner.upperBound, text[end] == UInt8(ascii: "-") { end += 1 }
        while end < inner.upperBound, text[end] &- 0x30 <= 9 { end += 1 }
        var date: [UInt8] = []
        for place in inner.lowerBound..<end { date.append(text[place]) }
        date += Array("-01-01".utf8)
        for place in end..<inner.upperBound { date.append(text[place]) }
        return XsdDate(date.span, date.indices, hasTime: false)?.year
    }
}
