import Law
import Testing

/// Numbers that no living person has.
enum SyntheticNumber {
    /// The digits of one.
    static func any() throws -> String {
        let day = try #require(CalendarDay(year: 2015, month: 5, day: 17))
        let serials = try #require(PersonNumber.syntheticSerials(bornIn: 2015))
        return try #require(serials.lazy.compactMap { PersonNumber.synthetic(birthDay: day, serial: $0) }.first).digits
    }
}
