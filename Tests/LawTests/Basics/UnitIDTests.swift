import Testing

@testable import Law

struct `Unit name` {
    @Test(arguments: ["a", "0", "oslo-07", "bufetat-region-nord", String(repeating: "x", count: 40)])
    func `is kept as written`(text: String) throws {
        #expect(try UnitID(parsing: text).text == text)
        #expect(try "\(UnitID(parsing: text))" == text)
    }

    @Test(arguments: [
        ("", UnitID.ParseError.empty),
        (String(repeating: "x", count: 41), .tooLong(41)),
        ("Oslo", .forbiddenCharacter(position: 1)),
        ("oslo 07", .forbiddenCharacter(position: 5)),
        ("tromsø", .forbiddenCharacter(position: 6)),
        ("a/b", .forbiddenCharacter(position: 2)),
        ("a\n", .forbiddenCharacter(position: 2)),
        ("a\u{301}", .forbiddenCharacter(position: 2)),
    ])
    func `is refused with the reason`(text: String, error: UnitID.ParseError) {
        #expect(throws: error) { try UnitID(parsing: text) }
    }
}
