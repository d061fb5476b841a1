extension Instant: CustomStringConvertible {
    /// ISO 8601 in UTC with as many decimals of the second as are needed, at most six.
    package var description: String {
        let seconds = wholeSeconds
        let fraction = Int(microseconds - seconds * 1_000_000)
        let (day, second) = Int(seconds).dividedRoundingDown(by: 86_400)
        var bytes = Array(CalendarDay(clampingDayNumber: day).description.utf8)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(contentsOf: ClockTime(secondOfDay: second).description.utf8)
        if fraction > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(decimal: fraction, width: 6)
            while bytes.last == UInt8(ascii: "0") {
                bytes.removeLast()
            }
        }
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads an ISO 8601 date and time that carries Z or an offset, as xs:dateTime and RFC 3339 write it.
    ///
    /// Seconds may be left out; decimals past the sixth are cut off.
    ///
    /// - Parameter text: For instance `2025-05-23T19:54:08.25+02:00`.
    /// - Throws: ``ParseError``; a text without zone is ``ParseError/noZone``, since only the caller knows
    ///   whose clock it shows.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        let read = try DateTimeText(text)
        guard let offset = read.offset else { throw .noZone }
        self = read.instant(offset: offset)
    }

    /// Why a text is not an instant.
    package enum ParseError: Error, Hashable, Sendable {
        /// Not a date, `T`, a time and a zone in ASCII.
        case wrongForm
        /// Well formed, but the calendar has no such day.
        case noSuchDay
        /// An hour past 23, a minute or second past 59, or an offset past 14 hours.
        case noSuchTime
        /// No `Z` and no offset.
        case noZone
    }
}

extension Instant.ParseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wrongForm: "A point in time is written YYYY-MM-DDThh:mm:ss, decimals if any, then Z or +hh:mm."
        case .noSuchDay: "The calendar has no such day; check the month and the length of the month."
        case .noSuchTime: "The clock has no such time; hours end at 23, minutes and seconds at 59, offsets at 14:00."
        case .noZone: "The time carries no zone; add Z or an offset such as +01:00."
        }
    }
}

extension Int {
    /// Quotient rounded down and the remainder, which is never negative.
    func dividedRoundingDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
