import Testing

@testable import Law

struct `The register's code lists` {
    @Test(arguments: [
        ("15", "2024-12-31", true), ("15", "2025-01-01", false),
        ("24", "2024-12-31", false), ("24", "2025-01-01", true), ("25", "2024-12-31", false),
        ("25", "2025-01-01", true),
        ("10", "2012-12-31", false), ("10", "2013-01-01", true), ("10", "2031-01-01", true),
    ])
    func `know since when and until when somebody is a reporter`(code: String, day: String, isValid: Bool) throws {
        let period = try #require(RegisterCodeList.reporters.period(of: code))
        #expect(period.contains(try CalendarDay(parsing: day)) == isValid)
    }

    @Test(arguments: [
        ("3", "2025-12-31", true), ("3", "2026-01-01", false),
        ("1.1.01", "2025-12-31", false), ("1.1.01", "2026-01-01", true),
        ("4", "2020-12-31", true), ("4", "2021-01-01", false), ("20", "2020-12-31", false), ("20", "2021-01-01", true),
        ("28", "2021-12-31", false), ("28", "2022-01-01", true), ("31", "2022-12-31", false),
        ("31", "2023-01-01", true), ("36", "2024-12-31", false), ("36", "2025-01-01", true),
    ])
    func `know since when and until when something is a content`(code: String, day: String, isValid: Bool) throws {
        let period = try #require(RegisterCodeList.contents.period(of: code))
        #expect(period.contains(try CalendarDay(parsing: day)) == isValid)
    }

    @Test func `have each code once, and nothing for a code that they lack`() {
        for list in [RegisterCodeList.reporters, .contents, .categories, .reasons] {
            #expect(Set(list.all).count == list.all.count)
        }
        #expect(RegisterCodeList.reporters.all.count == 25)
        #expect(RegisterCodeList.reporters.period(of: "26") == nil)
        #expect(RegisterCodeList.contents.period(of: "1.1.1") == nil)
    }

    @Test func `ask for words where a code says nothing by itself`() {
        #expect(RegisterCodeList.reporters.all.filter(RegisterCodeList.reporters.needsSpecification) == ["22"])
        #expect(RegisterCodeList.contents.all.filter(RegisterCodeList.contents.needsSpecification) == ["18", "19"])
    }
}
