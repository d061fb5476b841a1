import Exchange
import Testing

struct `XML that is refused` {
    private func error(_ text: String) throws -> XmlError {
        try #require(throws: XmlError.self, "\(text) was taken") { try XmlReader.read(Array(text.utf8)) }
    }

    @Test(arguments: [
        ("<!DOCTYPE a><a/>", 1, 1), ("<?xml version='1.0'?>\n <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 2, 2),
        ("<!-- -->\n<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>", 2, 1),
        ("<!DOCTYPE a PUBLIC 'p' 'http://127.0.0.1/'><a/>", 1, 1),
        ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///dev/zero'> %p;]><a/>", 1, 1),
        (
            "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;'>]><a>&d;</a>",
            1, 1
        ),
        ("<!DOCTYPE", 1, 1), ("<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>", 1, 1),
    ])
    func `has a document type declaration`(text: String, line: Int, column: Int) throws {
        let error = try error(text)
        #expect(text == "<!DOCTYPE" || error.kind == .documentType)
        #expect(error.line == line)
        #expect(error.column == column)
    }

    @Test
    func `has a document type declaration in UTF-16`() throws {
        let bytes = Array("<!DOCTYPE a []><a/>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let error = try #require(throws: XmlError.self) { try XmlReader.read(bytes) }
        #expect(error.kind == .documentType)
    }

    @Test(
        arguments: [
            ("", .notWellFormed, 1, 1), (" ", .notWellFormed, 1, 2), ("x", .notWellFormed, 1, 1),
            ("<a>", .notWellFormed, 1, 4),
            ("<a", .notWellFormed, 1, 1), ("<a></b>", .notWellFormed, 1, 6), ("<a>\n<b>\n</a>", .notWellFormed, 3, 3),
            ("<a/><b/>", .notWellFormed, 1, 5), ("<a/>x", .notWellFormed, 1, 5),
            ("<a b='1' b='2'/>", .notWellFormed, 1, 10),
            ("<a b=1/>", .notWellFormed, 1, 6), ("<a b='<'/>", .notWellFormed, 1, 7),
            ("<a>&b;</a>", .undefinedEntity, 1, 4),
            ("<a b='&c;'/>", .undefinedEntity, 1, 1), ("<a>&#0;</a>", .notWellFormed, 1, 4),
            ("<a>&#xD800;</a>", .notWellFormed, 1, 4), ("<a>&#x110000;</a>", .notWellFormed, 1, 4),
            ("<a>&amp</a>", .notWellFormed, 1, 8), ("<a>]]></a>", .notWellFormed, 1, 6),
            ("<a><!-- -- --></a>", .notWellFormed, 1, 11), ("<a><![CDATA[ </a>", .notWellFormed, 1, 18),
            (" <?xml version='1.0'?><a/>", .notWellFormed, 1, 2), ("<?xml?><a/>", .notWellFormed, 1, 6),
            ("<a>\u{0}</a>", .notWellFormed, 1, 4), ("<a>\u{FFFE}</a>", .notWellFormed, 1, 4),
            ("<p:a/>", .namespaces, 1, 1), ("<a p:b=''/>", .namespaces, 1, 1), ("<a xmlns:p=''/>", .namespaces, 1, 1),
            ("<a xmlns:xml='u'/>", .namespaces, 1, 1), ("<a xmlns:xmlns='u'/>", .namespaces, 1, 1),
            ("<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", .namespaces, 1, 1),
            ("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", .notWellFormed, 1, 1),
            ("<a:b:c xmlns:a='u'/>", .notWellFormed, 1, 5), ("<a><b xmlns:p='u'/><p:c/></a>", .namespaces, 1, 20),
        ] as [(String, XmlError.Kind, Int, Int)]
    )
    func `is told so, with the place`(text: String, kind: XmlError.Kind, line: Int, column: Int) throws {
        let error = try error(text)
        #expect(error.kind == kind, "\(error)")
        #expect([error.line, error.column] == [line, column], "\(error)")
    }

    @Test
    func `is not repeated in the error`() throws {
        let error = try error("<Fornavn>Testperson</Etternavn>")
        #expect(!"\(error)".contains("navn"))
        #expect(!"\(error)".contains("Testperson"))
    }
}
