import Exchange
import Testing

@Suite(.serialized)
struct `The limits of an XML document` {
    private static let roomy = XmlLimits(bytes: 200_000_000)

    private func error(_ bytes: [UInt8], _ limits: XmlLimits) throws -> XmlError {
        try #require(throws: XmlError.self) { try XmlReader.read(bytes, limits: limits) }
    }

    @Test
    func `hold for its bytes, before anything is read`() throws {
        let error = try error(Array(repeating: 0x20, count: 5_000_001), .message)
        #expect(error.kind == .limit)
        #expect(error.found == "5000001 bytes")
        #expect(throws: Never.self) { try XmlReader.read(Array("<a/>".utf8), limits: XmlLimits(bytes: 4)) }
    }

    @Test(arguments: [3, 10_000])
    func `hold for its depth`(depth: Int) throws {
        let limits = XmlLimits(bytes: 1_000_000, depth: 2)
        let error = try error(Array(String(repeating: "<a>", count: depth).utf8), limits)
        #expect(error.kind == .limit)
        #expect(error.column == 7)
        #expect(throws: Never.self) { try XmlReader.read(Array("<a><b/><b/></a>".utf8), limits: limits) }
    }

    @Test
    func `allow ten thousand levels where asked`() throws {
        let text = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
        let tree = try XmlReader.read(Array(text.utf8), limits: XmlLimits(bytes: 1_000_000, depth: 10_000))
        #expect(tree.nodes.count == 10_000)
        #expect(tree.nodes.allSatisfy { $0.end == 10_000 })
    }

    @Test
    func `hold for its elements`() throws {
        let limits = XmlLimits(bytes: 1_000, elements: 3)
        #expect(throws: Never.self) { try XmlReader.read(Array("<a><b/><b/></a>".utf8), limits: limits) }
        let error = try error(Array("<a><b/><b/><b/></a>".utf8), limits)
        #expect(error.kind == .limit)
        #expect(error.column == 12)
    }

    @Test(arguments: ["<a b='' c=''><d/></a>", "<a xmlns:b='u' xmlns:c='u'><d/></a>"])
    func `hold for the attributes of an element`(text: String) throws {
        #expect(throws: Never.self) {
            try XmlReader.read(Array(text.utf8), limits: XmlLimits(bytes: 99, attributes: 2))
        }
        let error = try error(Array(text.utf8), XmlLimits(bytes: 99, attributes: 1))
        #expect(error.kind == .limit)
        #expect(error.column == 1)
    }

    @Test
    func `hold for more attributes than a node can count`() throws {
        let attributes = (0...255).map { " a\($0)=''" }.joined()
        let limits = XmlLimits(bytes: 9_999, attributes: 1_000)
        #expect(try error(Array("<a\(attributes)/>".utf8), limits).kind == .limit)
    }

    @Test
    func `hold for more prefixes than a node can name`() throws {
        let elements = (0...65_535).map { "<p\($0):a xmlns:p\($0)='u'/>" }.joined()
        #expect(try error(Array("<a>\(elements)</a>".utf8), .message).expected == "at most 65535 prefixes")
    }

    @Test(arguments: ["<a b='", "<!--", "<a><!--", "<a/><!--", "<?p ", "<a><?p ", "<", "<a></", "<a><b:"])
    func `hold for one long token of a hundred megabytes`(start: String) throws {
        let bytes = Array(start.utf8) + Array(repeating: UInt8(ascii: "x"), count: 100_000_000)
        let error = try error(bytes, Self.roomy)
        #expect(error.kind == .limit, "\(error)")
        #expect(error.expected.contains("1048576"))
    }

    @Test(arguments: [("<!--", "-->"), ("<?p ", "?>"), ("<b c='", "'/>")])
    func `let tokens of a third of a megabyte pass`(start: String, end: String) throws {
        let token = start + String(repeating: "x", count: 349_000) + end
        let text = "<a>\n" + String(repeating: token, count: 10) + "</a>"
        #expect(throws: Never.self) { try XmlReader.read(Array(text.utf8)) }
    }

    @Test
    func `tell where the long token begins`() throws {
        let text =
            "<a>\n" + String(repeating: "<b/>\n", count: 100_000) + "  <!--" + String(repeating: "x", count: 3_000_000)
        let error = try error(Array(text.utf8), .message)
        #expect(error.kind == .limit)
        #expect([error.line, error.column] == [100_002, 3])
    }

    @Test(arguments: ["<a>", "<a><![CDATA["])
    func `let one long text of a hundred megabytes pass, as long as the document may be`(start: String) throws {
        let end = start.hasSuffix("[") ? "]]></a>" : "</a>"
        let bytes = Array(start.utf8) + Array(repeating: UInt8(ascii: "x"), count: 100_000_000) + Array(end.utf8)
        let tree = try XmlReader.read(bytes, limits: Self.roomy)
        #expect(tree.text.count == 100_000_000)
        #expect(try error(bytes, .message).kind == .limit)
    }

    @Test
    func `give the same tree whether it is read whole or in pieces`() throws {
        let items = (0..<30_000).map { "<b n='\($0)'>\($0)å</b>\($0.isMultiple(of: 3) ? "\n" : "")" }.joined()
        let bytes = Array("<a>\(items)</a>".utf8)
        let whole = try XmlReader.read(bytes, limits: XmlLimits(bytes: 5_000_000))
        let pieces = try XmlReader.read(bytes, limits: XmlLimits(bytes: 5_000_000, tokenBytes: 333))
        #expect(whole.text == pieces.text)
        #expect(whole.attributeText == pieces.attributeText)
        #expect(whole.nodes.map(\.offset) == pieces.nodes.map(\.offset))
        #expect(whole.nodes.map(\.textEnd) == pieces.nodes.map(\.textEnd))
        #expect(whole.place(of: whole.nodes.count - 1).line == 10_001)
    }
}
