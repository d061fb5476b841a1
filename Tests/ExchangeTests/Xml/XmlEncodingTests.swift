import Exchange
import Testing

struct `The encoding of an XML document` {
    private static let document = "<a>\n  <b>æ€😀</b><c/></a>"

    private static func wide(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }

    @Test(arguments: [
        Array(document.utf8), [0xEF, 0xBB, 0xBF] + Array(document.utf8), wide(document, bigEndian: true, mark: true),
        wide(document, bigEndian: false, mark: true), wide(document, bigEndian: true, mark: false),
        wide(document, bigEndian: false, mark: false),
    ])
    func `may be UTF-8 or UTF-16, with a byte order mark or without`(bytes: [UInt8]) throws {
        let tree = try XmlReader.read(bytes)
        #expect(tree.root.text == "æ€😀")
        #expect(tree.place(of: 1) == (2, 3))
        #expect(tree.place(of: 2) == (2, 13))
    }

    @Test(arguments: ["ISO-8859-1", "iso-8859-1"])
    func `may be ISO 8859-1, whose every byte is a character`(name: String) throws {
        let bytes =
            Array("<?xml version='1.0' encoding='\(name)'?>\n<a>".utf8) + [0xE6, 0xF8, 0xE5, 0xA0]
            + Array("<b/></a>".utf8)
        let tree = try XmlReader.read(bytes)
        #expect(tree.root.text == "æøå\u{A0}")
        #expect(tree.place(of: 1) == (2, 8))
        let error = try #require(throws: XmlError.self) {
            try XmlReader.read(Array(bytes.dropLast(8)) + Array("<p:b/></a>".utf8))
        }
        #expect([error.line, error.column] == [2, 8])
    }

    @Test(arguments: ["windows-1252", "UTF-7", "ebcdic-cp-us", "UTF-32"])
    func `may be no other`(name: String) throws {
        let error = try #require(throws: XmlError.self) {
            try XmlReader.read(Array("<?xml version='1.0' encoding='\(name)'?><a/>".utf8))
        }
        #expect(error.kind == .encoding)
    }

    @Test
    func `is the one that is declared`() throws {
        let text = "<?xml version='1.0' encoding='UTF-16'?><a/>"
        #expect(throws: XmlError.self) { try XmlReader.read(Array(text.utf8)) }
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3, 0x28],
            [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0x00], [0x01], [0x0B], [0x1F],
        ] as [[UInt8]]
    )
    func `is refused where bytes break it, with the place`(bytes: [UInt8]) throws {
        let error = try #require(throws: XmlError.self) {
            try XmlReader.read(Array("<a>\næ".utf8) + bytes + Array("</a>".utf8))
        }
        #expect(error.kind == .notWellFormed)
        #expect(error.line == 2)
        #expect(error.column == 2)
    }

    @Test
    func `is refused as UTF-16 with half a surrogate pair`() {
        let bytes: [UInt8] = [0xFE, 0xFF, 0, 0x3C, 0, 0x61, 0, 0x3E, 0xD8, 0x3D, 0, 0x3C, 0, 0x2F, 0, 0x61, 0, 0x3E]
        #expect(throws: XmlError.self) { try XmlReader.read(bytes) }
        #expect(throws: XmlError.self) { try XmlReader.read(Array(bytes.dropLast())) }
    }
}
