import TestSupport
import Testing

@testable import Law

struct `Synthetic person number` {
    @Test
    func `is read back with the same birth day, and one wrong digit breaks it`() throws {
        var generator = SeededGenerator(seed: 4)
        var made = 0
        var tried = 0
        while made < 2_000 {
            let birthDay = try #require(CalendarDay(dayNumber: .random(in: -10_000...25_000, using: &generator)))
            let serials = try #require(PersonNumber.syntheticSerials(bornIn: birthDay.year))
            let dNumber = Bool.random(using: &generator)
            tried += 1
            guard
                let number = PersonNumber.synthetic(
                    birthDay: birthDay,
                    serial: .random(in: serials, using: &generator),
                    dNumber: dNumber
                )
            else { continue }
            made += 1
            #expect(try PersonNumber(parsing: number.digits) == number)
            #expect(number.birthDay == birthDay)
            #expect(number.kind == (dNumber ? .dNumber : .birthNumber))
            #expect(number.series == .tenor)

            // The last digit follows from the others, whichever rule the first check digit keeps.
            let digits = number.digits.utf8.compactMap(\.asciiDigit)
            let place = Int.random(in: 0..<11, using: &generator)
            var wrong = digits
            wrong[place] = (wrong[place] + Int.random(in: 1...9, using: &generator)) % 10
            let text = wrong.map(String.init).joined()
            #expect(throws: PersonNumber.ParseError.self) { try PersonNumber(parsing: text) }
        }
        // Two check digits of eleven values each, of which one cannot be written.
        #expect((0.79...0.86).contains(Double(made) / Double(tried)))
    }

    @Test(arguments: [
        ("2024-01-01", 499), ("1999-01-01", 500), ("1953-01-01", 500), ("1950-01-01", 899), ("2040-01-01", 500),
        ("1853-01-01", 500), ("2024-01-01", -1), ("2024-01-01", 1_000),
    ])
    func `is not made with a serial of another century`(birthDay: String, serial: Int) throws {
        #expect(try PersonNumber.synthetic(birthDay: day(birthDay), serial: serial) == nil)
    }

    @Test(arguments: [
        (1853, false), (1854, true), (1899, true), (1900, true), (1999, true), (2039, true), (2040, false),
    ])
    func `has serials for the years that the old rule covers`(year: Int, exists: Bool) throws {
        let serials = PersonNumber.syntheticSerials(bornIn: year)
        #expect((serials != nil) == exists)
        guard let serials else { return }
        let birthDay = try #require(CalendarDay(year: year, month: 6, day: 15))
        #expect(serials.contains { PersonNumber.synthetic(birthDay: birthDay, serial: $0) != nil })
    }
}
