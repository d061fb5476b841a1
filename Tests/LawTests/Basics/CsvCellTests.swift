import Law
import Testing

struct `A cell of a table` {
    static let cells: [(text: String, written: String)] = [
        ("", ""), ("akutt", "akutt"), ("4", "4"), ("Stort hjem, øst", "\"Stort hjem, øst\""), ("a;b", "a;b"),
        ("\"Heimen\"", "\"\"\"Heimen\"\"\""), ("to\nlinjer", "\"to\nlinjer\""), ("a\r\nb", "\"a\r\nb\""),
        ("=1+1", "'=1+1"), ("+47", "'+47"), ("-3", "'-3"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("\r\n=1", "\"'\r\n=1\""), ("\n", "\"'\n\""), (" =1", "' =1"), ("\u{A0}-1", "'\u{A0}-1"), ("＝1", "'＝1"),
        ("=\u{301}", "'=\u{301}"), ("=A1,\"B\"", "\"'=A1,\"\"B\"\"\""),
        ("'s-Gravenhage", "'s-Gravenhage"), ("'", "'"), ("'=1", "''=1"), ("a=1", "a=1"), (" ", " "),
    ]

    @Test(arguments: cells)
    func `is in quotes where it must be, and never a formula`(text: String, written: String) {
        #expect(Array(CsvCell.written(text).utf8) == Array(written.utf8))
    }

    @Test(arguments: cells)
    func `is read as it was written`(text: String, written: String) {
        var cell = written
        if cell.unicodeScalars.first == "\"" {
            cell = String(cell.unicodeScalars.dropFirst().dropLast()).replacing("\"\"", with: "\"")
        }
        #expect(Array(CsvCell.read(cell).utf8) == Array(text.utf8))
    }

    @Test func `is in quotes for the separator of its own file`() {
        #expect(CsvCell.written("a;b", separator: ";") == "\"a;b\"")
        #expect(CsvCell.written("a,b", separator: ";") == "a,b")
    }
}
