/// The fields of an ISO 8601 date and time before anybody has decided whose clock it shows.
struct DateTimeText {
    let day: CalendarDay
    let time: ClockTime
    let microsecond: Int
    /// Seconds east of UTC; nothing where the text carries no zone.
    let offset: Int?

    /// The longest text worth reading: 16 characters, seconds, an offset and 30 decimals.
    private static let longest = 56

    init(_ text: some StringProtocol) throws(Instant.ParseError) {
        guard text.utf8.count <= Self.longest else { throw .wrongForm }
        var rest = Array(text.utf8)[...]
        do throws(CalendarDay.ParseError) {
            day = try CalendarDay(parsing: String(decoding: rest.prefix(10), as: UTF8.self))
        } catch {
            throw error == .noSuchDay ? .noSuchDay : .wrongForm
        }
        rest = rest.dropFirst(10)
        try Self.skip("T", in: &rest)
        let hour = try Self.twoDigits(in: &rest)
        try Self.skip(":", in: &rest)
        let minute = try Self.twoDigits(in: &rest)
        var second = 0
        var microsecond = 0
        if rest.first == UInt8(ascii: ":") {
            rest.removeFirst()
            second = try Self.twoDigits(in: &rest)
            if rest.first == UInt8(ascii: ".") {
                rest.removeFirst()
                microsecond = try Self.decimals(in: &rest)
            }
        }
        guard let time = ClockTime(hour: hour, minute: minute, second: second) else { throw .noSuchTime }
        self.time = time
        self.microsecond = microsecond
        offset = try Self.zone(in: &rest)
        guard rest.isEmpty else { throw .wrongForm }
    }

    /// The instant that these fields show on a clock so many seconds east of UTC.
    func instant(offset: Int) -> Instant {
        let seconds = day.dayNumber * 86_400 + time.secondOfDay - offset
        return Instant(microseconds: Int64(seconds) * 1_000_000 + Int64(microsecond))
    }

    private static func skip(_ mark: Unicode.Scalar, in rest: inout ArraySlice<UInt8>) throws(Instant.ParseError) {
        guard let byte = rest.first, byte == UInt8(ascii: mark) else { throw .wrongForm }
        rest.removeFirst()
    }

    private static func twoDigits(in rest: inout ArraySlice<UInt8>) throws(Instant.ParseError) -> Int {
        guard let tens = rest.popFirst()?.asciiDigit, let ones = rest.popFirst()?.asciiDigit else {
            throw .wrongForm
        }
        return tens * 10 + ones
    }

    private static func decimals(in rest: inout ArraySlice<UInt8>) throws(Instant.ParseError) -> Int {
        var value = 0
        var scale = 100_000
        guard rest.first?.asciiDigit != nil else { throw .wrongForm }
        while let digit = rest.first?.asciiDigit {
            value += digit * scale
            scale /= 10
            rest.removeFirst()
        }
        return value
    }

    private static func zone(in rest: inout ArraySlice<UInt8>) throws(Instant.ParseError) -> Int? {
        guard let mark = rest.popFirst() else { return nil }
        switch mark {
        case UInt8(ascii: "Z"):
            return 0
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            let hours = try twoDigits(in: &rest)
            try skip(":", in: &rest)
            let minutes = try twoDigits(in: &rest)
            let seconds = hours * 3_600 + minutes * 60
            guard minutes < 60, seconds <= 14 * 3_600 else { throw .noSuchTime }
            return mark == UInt8(ascii: "+") ? seconds : -seconds
        default:
            throw .wrongForm
        }
    }
}
