import Foundation
import Law
import Planning
import Testing

struct `A file of history` {
    private static let header = "class,kind,region,asked,wanted,started,ended\n"

    private static func read(_ text: String) throws(HistoryProblem) -> History {
        try History(reading: Array(text.utf8))
    }

    @Test
    func `is read by the names of its columns, in any order`() throws {
        let rows = [
            History.Row(
                ofClass: "acute",
                kind: "home",
                region: "nord",
                asked: try CalendarDays.day("2024-01-02"),
                wanted: try CalendarDays.day("2024-01-03"),
                started: try CalendarDays.day("2024-01-04"),
                ended: try CalendarDays.day("2024-02-01")
            ),
            History.Row(ofClass: "acute", kind: "home", region: "nord", asked: try CalendarDays.day("2024-03-01")),
            History.Row(
                ofClass: "planned",
                kind: "home",
                region: "sør",
                asked: try CalendarDays.day("2024-02-01"),
                left: try CalendarDays.day("2024-02-20")
            ),
        ]
        let plain = """
            class,kind,region,asked,wanted,started,ended,left
            acute,home,nord,2024-01-02,2024-01-03,2024-01-04,2024-02-01,
            acute,home,nord,2024-03-01,,,,
            planned,home,sør,2024-02-01,,,,2024-02-20
            """
        let turned =
            "\u{FEFF}left;ended;asked;started;wanted;region;kind;class\r\n"
            + ";2024-02-01;2024-01-02;2024-01-04;2024-01-03;nord;home;acute\r\n\r\n"
            + ";open;2024-03-01;;;nord;home;acute\r\n2024-02-20;;2024-02-01;;;\"sør\";home;planned\r\n"
        #expect(try Self.read(plain).rows == rows)
        #expect(try Self.read(turned).rows == rows)
        #expect(try Self.read(plain).from == CalendarDays.day("2024-01-02"))
        #expect(try Self.read(plain).cutOff == CalendarDays.day("2024-03-01"))
    }

    @Test
    func `may have quotes, separators and ends of lines in quoted cells`() throws {
        let text = Self.header + "\"a, \"\"b\"\"\r\nc\",home,nord,2024-01-02,,2024-01-04,open\n"
        #expect(try Self.read(text).rows.map(\.ofClass) == ["a, \"b\"\r\nc"])
    }

    @Test
    func `is read again as it was written`() throws {
        let day = try CalendarDays.day("2024-01-02")
        let rows = [
            History.Row(ofClass: "a, \"b\"\r\nc", kind: "home", region: "sør", asked: day, wanted: day, started: day),
            History.Row(
                ofClass: "a",
                kind: "home",
                region: "nord",
                asked: day,
                started: day,
                ended: day.adding(days: 9)
            ),
            History.Row(ofClass: "a", kind: "home", region: "nord", asked: day, left: day.adding(days: 2)),
            History.Row(ofClass: "=HYPERLINK(A1)", kind: "-home", region: "'@nord", asked: day),
        ]
        let text = History.text(of: rows)
        #expect(try Self.read(text).rows == rows)
        #expect(text.contains("'=HYPERLINK(A1),'-home,''@nord,"))
    }

    @Test(arguments: [
        ("", 1, nil, "names the columns"),
        ("class,kind\n", 1, "region", "expected this column"),
        ("class,class\n", 1, "class", "found it twice"),
        ("class,kind,region,asked,started,ended,number\n", 1, nil, "column 7 has no known name"),
        (header, 0, nil, "at least one row"),
        (header + "a,b,c,2024-01-01\n", 2, nil, "expected 7 cells, found 4"),
        (header + "a,b,c,2024-01-01,,,\na,b,c,1.2.2024,,,\n", 3, "asked", "such as 2026-01-31"),
        (header + "a,b,c,2024-02-30,,,\n", 2, "asked", "the calendar"),
        (header + "a,b,c,,,2024-02-20,\n", 2, "asked", "found none"),
        (header + "a,b,c,2024-02-01,,2024-01-31,\n", 2, "started", "on or after \"asked\""),
        (header + "a,b,c,2024-02-01,,2024-02-02,2024-02-01\n", 2, "ended", "on or after \"started\""),
        (header + "a,b,c,2024-02-01,,,2024-02-01\n", 2, "ended", "\"started\" as well"),
        (header + "a,,c,2024-02-01,,,\n", 2, "kind", "expected a name"),
        (header + "\"a\nb\",b,c,2024-02-01,,,\nx,y,z,oops,,,\n", 4, "asked", "such as"),
        (header + "\"a,b,c,2024-02-01,,,\n", 2, nil, "closing quote"),
        (header + "\"a\"b,b,c,2024-02-01,,,\n", 2, nil, "after a closing quote"),
        (header + "a\"b,b,c,2024-02-01,,,\n", 2, nil, "to be in quotes"),
    ])
    func `is refused with line, column and what was expected`(
        text: String,
        line: Int,
        column: String?,
        message: String
    ) throws {
        let problem = try #require(throws: HistoryProblem.self) { try Self.read(text) }
        #expect(problem.line == line && problem.column == column)
        #expect(problem.message.contains(message), "\(problem)")
    }

    @Test
    func `of other bytes than UTF-8 is refused`() throws {
        let bytes = Array(Self.header.utf8) + [0xE6, 0x2C] + Array("b,c,2024-01-01,,,\n".utf8)
        #expect(throws: HistoryProblem(line: 2, "expected UTF-8, found other bytes")) { try History(reading: bytes) }
    }

    @Test
    func `never has its cells repeated in what is said of it`() throws {
        let text = Self.header + "Kari,home,nord,Nordmann,,,\n"
        let problem = try #require(throws: HistoryProblem.self) { try Self.read(text) }
        #expect(!problem.description.contains("Kari") && !problem.description.contains("Nordmann"))
    }

    @Test
    func `tells what was known on an earlier day`() throws {
        let text = """
            class,kind,region,asked,started,ended,left
            a,b,c,2024-01-01,2024-01-05,2024-03-01,
            a,b,c,2024-01-02,2024-02-10,,
            a,b,c,2024-01-03,,,2024-02-20
            a,b,c,2024-02-02,,,
            """
        let known = try Self.read(text).known(on: CalendarDays.day("2024-02-01"))
        #expect(known.rows.count == 3)
        #expect(known.rows.map(\.started) == [try CalendarDays.day("2024-01-05"), nil, nil])
        #expect(known.rows.allSatisfy { $0.ended == nil && $0.left == nil })
        let later = try History(
            reading: Array(text.utf8),
            from: CalendarDays.day("2024-02-15"),
            cutOff: CalendarDays.day("2024-02-25")
        )
        #expect(later.rows.count == 4 && later.rows[0].ended == nil)
    }

    @Test
    func `begins where its rows are complete, also where it tells of stays from before`() throws {
        let made = try PretendHistory.ordinary(cutOff: try CalendarDays.day("2025-12-31")).make(seed: 1)
        #expect(try History(made.rows).from == made.history.from)
        let since = made.rows.filter { $0.asked >= made.history.from }
        let first = try #require(since.map(\.asked).min())
        #expect(try History(since).from == first)
        // Nothing is over for months, and yet nothing is missing.
        let late = since.filter { $0.ofClass == "long" && ($0.ended.map { $0 > first.adding(days: 90) } ?? true) }
        #expect(try History(late).from == late.map(\.asked).min())
    }

    @Test(arguments: [
        ("kind,region,places\nhome,nord,x\n", 2, "places"), ("kind,region,places\nhome,,3\n", 2, "region"),
        ("kind,region,places,from,until\nhome,nord,3,2024-02-01,2024-01-01\n", 2, "until"),
        ("kind,region\n", 1, "places"),
    ])
    func `of places is refused with line and column`(text: String, line: Int, column: String) throws {
        let problem = try #require(throws: HistoryProblem.self) { try PlaceRecord.read(Array(text.utf8)) }
        #expect(problem.line == line && problem.column == column)
    }
}
