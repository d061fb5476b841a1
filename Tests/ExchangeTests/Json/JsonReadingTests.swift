import Exchange
import Testing

struct `A JSON text` {
    @Test(arguments: [
        "null", " true ", "false", "0", "-0", "-1.5e+10", "1E400", "\"\"", "[]", "{}", "[ ]", "{ }", "[1,[2,[]],{}]",
        #"{"a":{"b":[null,{"c":"d"}]},"":0}"#, #""\u0000\ud83d\ude00\/\b\f\n\r\t\\\"""#, "\"æøåšŧ𐐷\u{2028}\u{7F}\"",
        "\n\t\r 1", #"{"a":1,"a":2}"#,
    ])
    func `is taken`(text: String) throws {
        #expect(throws: Never.self) { try JsonDocument(parsing: Array(text.utf8)) }
    }

    @Test(arguments: [
        ("", 0), (" ", 1), ("nul", 3), ("nulll", 4), ("True", 0), ("01", 1), ("-", 1), ("+1", 0), (".5", 0), ("1.", 2),
        ("1e", 2), ("1e+", 3), ("NaN", 0), ("-Infinity", 1), ("0x10", 1), ("'a'", 0), ("\"a", 2), ("\"\n\"", 1),
        ("\"\u{0}\"", 1), ("\"\\x\"", 2), ("\"\\u12g4\"", 3), ("\"\\", 2), ("\"\\u12", 3), ("[", 1), ("[1", 2),
        ("[1,]", 3), ("[,]", 1), ("[1 2]", 3), ("[1}", 2), ("{", 1), ("{\"a\"", 4), ("{\"a\":", 5), ("{\"a\":1", 6),
        ("{\"a\":1,}", 7), ("{a:1}", 1), ("{\"a\" 1}", 5), ("{\"a\":1]", 6), ("{1:2}", 1), ("]", 0), ("1 1", 2),
        ("[]]", 2), ("/**/1", 0), ("\u{A0}1", 0), ("{\"a\":1}\u{0}", 7),
    ])
    func `is refused at the byte where it goes wrong`(text: String, offset: Int) throws {
        let error = try #require(throws: JsonError.self) { try JsonDocument(parsing: Array(text.utf8)) }
        #expect(error.offset == offset, "\(error)")
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3, 0x28],
            [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]]
    )
    func `is refused where its bytes are no UTF-8`(bytes: [UInt8]) throws {
        let quote = UInt8(ascii: "\"")
        let error = try #require(throws: JsonError.self) {
            try JsonDocument(parsing: [quote, UInt8(ascii: "a")] + bytes + [quote])
        }
        #expect(error.offset == 2)
        #expect(error.expected == "UTF-8")
    }

    @Test(arguments: [#""\ud800""#, #""\ud83d\u0041""#, #""\ud83dx""#, #""\udc00""#, #""\ude00\ud83d""#])
    func `is refused where it holds half a surrogate pair`(text: String) throws {
        let error = try #require(throws: JsonError.self) { try JsonDocument(parsing: Array(text.utf8)) }
        #expect(error.expected == "a whole character")
    }

    @Test(arguments: [[0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B]] as [[UInt8]])
    func `is refused with a byte order mark, and told so`(bytes: [UInt8]) throws {
        let error = try #require(throws: JsonError.self) { try JsonDocument(parsing: bytes) }
        #expect(error.found.contains("byte order mark"))
    }

    @Test
    func `gives its values in place`() throws {
        let text = #"{"navn":"K\u00e5re","tall":[1.50,-2e3,1E999],"sann":true,"tom":null,"navn":"Åse"}"#
        let root = try JsonDocument(parsing: Array(text.utf8)).root
        #expect(root.kind == .object)
        #expect(root.members.map(\.name) == ["navn", "tall", "sann", "tom", "navn"])
        #expect(root.members.first?.value.text == "Kåre")
        #expect(root["navn"]?.text == "Åse")
        #expect(root["sann"]?.boolean == true)
        #expect(root["tom"]?.kind == .null)
        #expect(root["borte"] == nil)
        let numbers = try #require(root["tall"]).items
        #expect(numbers.map(\.numberText) == ["1.50", "-2e3", "1E999"])
        #expect(numbers.map(\.number) == [1.5, -2000, nil])
        #expect(root.text == nil && root.items.isEmpty && numbers[0].members.isEmpty)
    }

    @Test(arguments: [
        ("{\n \"æ\": [1,\n  tru]}", 3, 6, "/æ/1"),
        ("{\"a/b\":{\"~\":!}}", 1, 13, "/a~1b/~0"),
        ("[[0],[1,{\"x\":}]]", 1, 14, "/1/1/x"),
        ("[1 2]", 1, 4, "/0"),
    ])
    func `is refused with line, column and pointer`(text: String, line: Int, column: Int, pointer: String) throws {
        let error = try #require(throws: JsonError.self) { try JsonDocument(parsing: Array(text.utf8)) }
        #expect(error.line == line)
        #expect(error.column == column)
        #expect(error.pointer.description == pointer)
        #expect(error.description.hasPrefix("Line \(line), column \(column): expected "))
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `is refused when it is nested too deeply, however deeply`(opening: String) throws {
        let deep = Array(String(repeating: opening, count: 10_000).utf8)
        let error = try #require(throws: JsonError.self) { try JsonDocument(parsing: deep) }
        #expect(error.expected == "at most 64 levels")
        let wide = JsonLimits(depth: 100_000, bytes: .max)
        #expect(throws: JsonError.self) { try JsonDocument(parsing: deep, limits: wide) }
        let whole = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        #expect(throws: Never.self) { try JsonDocument(parsing: Array(whole.utf8), limits: wide) }
    }

    @Test
    func `is refused when it is longer than the caller wants`() throws {
        let long = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000_000)
        let error = try #require(throws: JsonError.self) { try JsonDocument(parsing: long) }
        #expect(error.found == "100000000 bytes")
        let limits = JsonLimits(depth: 1, bytes: 2)
        #expect(throws: Never.self) { try JsonDocument(parsing: Array("{}".utf8), limits: limits) }
        #expect(throws: JsonError.self) { try JsonDocument(parsing: Array("{ }".utf8), limits: limits) }
    }
}

struct `A JSON writer` {
    @Test
    func `writes what its reader reads back`() throws {
        let texts = ["", "\"\\/", "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}", "æ𐐷\u{2028}", "</script>"]
        var json = JsonWriter()
        json.beginObject()
        json.name("a\"b")
        json.beginList()
        for text in texts { json.text(text) }
        json.beginList()
        json.endList()
        json.boolean(true)
        json.integer(-7)
        json.null()
        json.endList()
        json.name("z")
        json.beginObject()
        json.endObject()
        json.endObject()
        let root = try JsonDocument(parsing: json.bytes).root
        let items = try #require(root["a\"b"]).items
        #expect(items.prefix(texts.count).map(\.text) == texts)
        #expect(items.dropFirst(texts.count).map(\.kind) == [.list, .boolean, .number, .null])
        #expect(root.members.map(\.name) == ["a\"b", "z"])
    }
}
