extension CalendarDay: CustomStringConvertible {
    /// The day as YYYY-MM-DD.
    package var description: String {
        let civil = civil
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        bytes.append(decimal: civil.year, width: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(decimal: civil.month, width: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(decimal: civil.day, width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads exactly YYYY-MM-DD in ASCII, without blanks, sign or time.
    ///
    /// - Parameter text: The ten characters.
    /// - Throws: ``ParseError`` that tells a wrong form from a day that the calendar lacks.
    package init(parsing text: some StringProtocol) throws(ParseError) {
        try self.init(bytes: String(text).utf8)
    }

    /// Reads the same from bytes; of one type, so that the compiler makes one fast loop of it.
    private init(bytes: String.UTF8View) throws(ParseError) {
        var fields = (year: 0, month: 0, day: 0)
        var position = 0
        for byte in bytes {
            switch position {
            case 4, 7:
                guard byte == UInt8(ascii: "-") else { throw .wrongForm }
            case 0...9:
                guard let digit = byte.asciiDigit else { throw .wrongForm }
                switch position {
                case ..<4: fields.year = fields.year * 10 + digit
                case ..<7: fields.month = fields.month * 10 + digit
                default: fields.day = fields.day * 10 + digit
                }
            default:
                throw .wrongForm
            }
            position += 1
        }
        guard position == 10 else { throw .wrongForm }
        guard let day = CalendarDay(year: fields.year, month: fields.month, day: fields.day) else {
            throw .noSuchDay
        }
        self = day
    }

    /// Why a text is not a day; it never repeats the text, which may be a birth date.
    package enum ParseError: Error, Hashable, Sendable {
        /// Not four digits, hyphen, two digits, hyphen, two digits.
        case wrongForm
        /// Well formed, but the calendar has no such day in the years 1 to 9999.
        case noSuchDay
    }
}

extension CalendarDay.ParseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wrongForm: "A day is written YYYY-MM-DD with ASCII digits and nothing else."
        case .noSuchDay: "The calendar has no such day; check the month and the length of the month."
        }
    }
}
