import Testing

@testable import Law

struct `Person number` {
    @Test(arguments: [
        ("01812450049", PersonNumber.Kind.birthNumber, PersonNumber.Series.tenor, "2024-01-01" as String?),
        ("41812450032", .dNumber, .tenor, "2024-01-01"),
        ("01412450066", .birthNumber, .nav, "2024-01-01"),
        ("41412450130", .dNumber, .nav, "2024-01-01"),
        ("29822450073", .birthNumber, .tenor, "2024-02-29"),
        ("29820050043", .birthNumber, .tenor, "2000-02-29"),
        // Each border of the division of individual numbers.
        ("15855050037", .birthNumber, .tenor, nil),
        ("15855090098", .birthNumber, .tenor, "1950-05-15"),
        ("15854090140", .birthNumber, .tenor, "1940-05-15"),
        ("15859950008", .birthNumber, .tenor, "1899-05-15"),
        ("15855450000", .birthNumber, .tenor, "1854-05-15"),
        ("15855350170", .birthNumber, .tenor, nil),
        ("15854580091", .birthNumber, .tenor, nil),
        ("15854050009", .birthNumber, .tenor, nil),
        ("15853950049", .birthNumber, .tenor, "2039-05-15"),
        // Published examples of the numbers from 2032 that keep the old rule too.
        ("02013299997", .birthNumber, .issued, "2032-01-02"),
        ("30108299920", .birthNumber, .issued, "1982-10-30"),
    ])
    func `by the old rule has kind, series and birth day`(
        digits: String,
        kind: PersonNumber.Kind,
        series: PersonNumber.Series,
        birthDay: String?
    ) throws {
        let number = try PersonNumber(parsing: digits)
        #expect(number.kind == kind)
        #expect(number.series == series)
        #expect(number.isSynthetic == (series != .issued))
        #expect(number.checkDigitRule == .withoutRemainder)
        #expect(number.birthDay?.description == birthDay)
        #expect(number.digits == digits)
    }

    @Test(arguments: ["30108299939", "15812060063", "15812060071", "15812060160", "29820050051"])
    func `by the rule from 2032 tells no century`(digits: String) throws {
        let number = try PersonNumber(parsing: digits)
        #expect(number.kind == .birthNumber)
        #expect(number.checkDigitRule == .withRemainder)
        #expect(number.birthDay == nil)
        #expect(number.digits == digits)
    }

    @Test(arguments: [
        ("15812060063", "2026-06-30", "2020-01-15" as String?), ("29820050051", "2026-06-30", "2000-02-29"),
        ("29820050051", "1999-06-30", "2000-02-29"), ("29820050051", "1998-06-30", nil),
        ("01012700200", "2026-06-30", "2027-01-01"), ("01012800200", "2026-06-30", "1928-01-01"),
        ("01010000100", "2099-06-30", "2100-01-01"), ("01812450049", "2150-01-01", "2024-01-01"),
        ("200816832910", "2026-06-30", nil),
    ])
    func `has a likely birth day, at most next year`(digits: String, today: String, expected: String?) throws {
        let likely = try PersonNumber(parsing: digits).likelyBirthDay(readOn: day(today))
        #expect(likely?.description == expected)
    }

    @Test(arguments: ["010124 00100", "01012400200", "01012499999", "29022455555"])
    func `may be a birth date with a reserved ending`(text: String) throws {
        let number = try PersonNumber(parsing: text)
        #expect(number.kind == .incomplete)
        #expect(number.checkDigitRule == nil)
        #expect(number.birthDay == nil)
        #expect(!number.isSynthetic)
    }

    @Test(arguments: ["00100", "00200", "55555", "99999"])
    func `with a reserved ending is incomplete on every date, but 999 with old check digits`(ending: String) throws {
        var whole = 0
        for number in 18_262..<25_567 {
            let date = try #require(CalendarDay(dayNumber: number))
            let text = [date.day, date.month, date.year % 100].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined() + ending
            let parsed = try PersonNumber(parsing: text)
            if parsed.kind != .incomplete {
                whole += 1
                #expect(parsed.checkDigitRule == .withoutRemainder)
                #expect(parsed.digits == text)
            }
        }
        #expect((whole > 0) == (ending == "99999"))
    }

    @Test(arguments: ["200816832910", "201017238203", "202521294809", "201541249607"])
    func `may be a DUF number`(digits: String) throws {
        let number = try PersonNumber(parsing: digits)
        #expect(number.kind == .duf)
        #expect(number.digits == digits)
        #expect(number.birthDay == nil)
        #expect(number.checkDigitRule == nil)
        #expect(!number.isSynthetic)
    }

    @Test(arguments: ["018124 50049", "018124  50049"])
    func `may have spaces before the seventh digit`(text: String) throws {
        #expect(try PersonNumber(parsing: text) == PersonNumber(parsing: "01812450049"))
    }

    @Test(arguments: [
        ("", PersonNumber.ParseError.wrongLength(0)),
        ("0181245004", .wrongLength(10)),
        ("0181245004900", .wrongLength(13)),
        (String(repeating: "1", count: 1_000_000), .wrongLength(41)),
        ("0181245004a", .notOnlyDigits),
        ("018124-50049", .notOnlyDigits),
        ("018124\u{A0}50049", .notOnlyDigits),
        ("018124\t50049", .notOnlyDigits),
        ("01812450049\n", .notOnlyDigits),
        ("０１８１２４５００４９", .notOnlyDigits),
        ("٠١٨١٢٤٥٠٠٤٩", .notOnlyDigits),
        ("0181245004\u{0660}", .notOnlyDigits),
        ("01812450049\u{301}", .notOnlyDigits),
        (" 01812450049", .misplacedSpace),
        ("01812450049 ", .misplacedSpace),
        ("01812 450049", .misplacedSpace),
        ("0181245 0049", .misplacedSpace),
        ("200816 832910", .misplacedSpace),
        ("15932450094", .noSuchMonth),
        ("15602450160", .noSuchMonth),
        ("15802450076", .noSuchMonth),
        ("15002450000", .noSuchMonth),
        ("15132400100", .noSuchMonth),
        ("31829900281", .noSuchDay),
        ("29822350052", .noSuchDay),
        ("29820000100", .noSuchDay),
        ("29820150072", .noSuchDay),
        ("72812450094", .noSuchDay),
        ("40812450184", .noSuchDay),
        ("00812450190", .noSuchDay),
        ("31022400100", .noSuchDay),
        ("15812060098", .wrongFirstCheckDigit),
        ("01812450048", .wrongSecondCheckDigit),
        ("01812450149", .wrongSecondCheckDigit),
        ("01812400100", .wrongSecondCheckDigit),
        ("200816832911", .wrongDUFCheckDigits),
        ("201017238210", .wrongDUFCheckDigits),
        ("123456789012", .wrongDUFCheckDigits),
    ])
    func `is refused with the rule that broke`(text: String, error: PersonNumber.ParseError) {
        #expect(throws: error) { try PersonNumber(parsing: text) }
    }

    @Test
    func `is another value than a DUF number with the same figure`() throws {
        let identity = try PersonNumber(parsing: "01812450049")
        #expect(identity.value < 100_000_000_000)
        #expect(identity != PersonNumber(kind: .duf, series: .issued, checkDigitRule: nil, value: identity.value))
    }
}

struct `Person number privacy` {
    @Test(arguments: ["01812450049", "010124 00100", "30108299939", "200816832910"])
    func `no digit is shown by printing, dumping, reflecting or wrapping`(text: String) throws {
        let number = try PersonNumber(parsing: text)
        var dumped = ""
        dump(number, to: &dumped)
        dump([number: [number]], to: &dumped)
        dump((number, Optional(number)), to: &dumped)
        let shown = [
            "\(number)", String(describing: number), String(reflecting: number), number.description,
            number.debugDescription, String(describing: Optional(number)), String(reflecting: [number]),
            String(describing: Set([number])), String(reflecting: Result<PersonNumber, any Error>.success(number)),
        ]
        let unprefixed = (shown + [dumped]).joined(separator: "\n")
        let value = number.digits
        #expect(!unprefixed.contains(value))
        #expect(!unprefixed.contains(value.prefix(3)))
        #expect(!unprefixed.contains(value.suffix(3)))
        #expect(shown.allSatisfy { $0.contains("hidden") && !$0.contains(where: \.isNumber) })
        #expect(Mirror(reflecting: number).children.isEmpty)
    }

    @Test(arguments: [
        "0181245004", "0181245004a", "01812450049 ", "15932450094", "31829900281", "15812060098", "01812450048",
        "200816832911",
    ])
    func `an error repeats no part of the text`(text: String) throws {
        let error = #expect(throws: PersonNumber.ParseError.self) { try PersonNumber(parsing: text) }
        let shown = "\(String(describing: error)) \(String(reflecting: error))"
        for start in text.indices.dropLast(3) {
            #expect(!shown.contains(text[start...].prefix(4)))
        }
    }
}
