import Exchange
import Testing

struct `An XML document` {
    private static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

    private func read(_ text: String) throws(XmlError) -> XmlTree {
        try XmlReader.read(Array(text.utf8))
    }

    @Test
    func `keeps names, prefixes and order`() throws {
        let tree = try read(#"<a:r xmlns:a="urn:1" xmlns="urn:2"><b><c/></b><a:d/><e xmlns=""/></a:r>"#)
        let root = tree.root
        #expect(root.name == XmlName(namespace: "urn:1", localName: "r"))
        #expect(root.prefix == "a")
        #expect(root.parent == nil)
        #expect(root.children.map(\.name.description) == ["{urn:2}b", "{urn:1}d", "e"])
        #expect(root.children.map(\.prefix) == ["", "a", ""])
        #expect(root.children.map(\.children.count) == [1, 0, 0])
        #expect(root.firstChild("b")?.firstChild("c")?.parent?.parent?.localName == "r")
        #expect(tree.nodes.map(\.end) == [5, 3, 3, 4, 5])
        #expect(tree.nodes.map(\.childCount) == [3, 1, 0, 0, 0])
        #expect(tree.nodes.map(\.parent) == [.max, 0, 1, 0, 0])
    }

    @Test
    func `gives a name the same id wherever it stands`() throws {
        let tree = try read(#"<r xmlns:a="u" xmlns:b="u"><a:x/><b:x/><x/><c:x xmlns:c="v"/></r>"#)
        let ids = tree.root.children.map { tree.nodes[$0.index].name }
        #expect(ids[0] == ids[1])
        #expect(Set(ids).count == 3)
        #expect(tree.root.children.map(\.prefix) == ["a", "b", "", "c"])
    }

    @Test
    func `uses the ids of its vocabulary`() throws {
        let names = [
            XmlName(namespace: "urn:bufdir.example", localName: "Henvisning"), XmlName(namespace: "", localName: "Id"),
            XmlName(namespace: "urn:bufdir.example", localName: "Id"),
            XmlName(namespace: "urn:bufdir.example", localName: "Id"), XmlName(namespace: "u", localName: "a"),
        ]
        let vocabulary = XmlVocabulary(names)
        #expect(vocabulary.names.count == 4)
        let text =
            #"<p:Henvisning xmlns:p="urn:bufdir.example" xmlns:q="u"><Id/><p:Id/><p:id/><q:a/><q:Id Id=""/></p:Henvisning>"#
        let tree = try XmlReader.read(Array(text.utf8), vocabulary: vocabulary)
        #expect(tree.nodes.map(\.name.index) == [0, 1, 2, 4, 3, 5])
        #expect(tree.attributes.map(\.name.index) == [1])
        #expect(tree.name(XmlNameID(index: 5)) == XmlName(namespace: "u", localName: "Id"))
        #expect(names.map { vocabulary.id(of: $0)?.index } == [0, 1, 2, 2, 3])
        #expect(vocabulary.id(of: XmlName(namespace: "u", localName: "Id")) == nil)
    }

    @Test
    func `finds every name of a large vocabulary, with a prefix and without`() throws {
        let names = (0..<500).map { XmlName(namespace: "https://ns.example/v\($0 % 7)", localName: "N\($0)") }
        let vocabulary = XmlVocabulary(names)
        let elements = names.enumerated().map { index, name in
            index.isMultiple(of: 2)
                ? "<\(name.localName) xmlns='\(name.namespace)'/>"
                : "<p:\(name.localName) xmlns:p='\(name.namespace)'/>"
        }
        let tree = try XmlReader.read(Array("<r>\(elements.joined())</r>".utf8), vocabulary: vocabulary)
        #expect(tree.nodes.dropFirst().map { Int($0.name.index) } == Array(0..<500))
    }

    @Test
    func `does not take a namespace for a name`() throws {
        let vocabulary = XmlVocabulary([XmlName(namespace: "", localName: "Type")])
        let tree = try XmlReader.read(Array(#"<x xmlns="Type"/>"#.utf8), vocabulary: vocabulary)
        #expect(tree.root.name == XmlName(namespace: "Type", localName: "x"))
        #expect(tree.root.prefix == "")
    }

    @Test(arguments: [
        ("<a>x</a>", "x"), ("<a/>", ""), ("<a> </a>", " "), ("<a>\n\t</a>", "\n\t"), ("<a>x<!-- c -->y</a>", "xy"),
        ("<a><![CDATA[<&]]>z</a>", "<&z"), ("<a>&lt;&#229;&#x1F600;&quot;</a>", "<å😀\""),
        ("<a>1\r\n2\r3</a>", "1\n2\n3"),
        ("<a>\n <b>x</b>\n <b> </b>\n</a>", "x "), ("<a>x<b>y</b>z</a>", "xyz"), ("<a> <b/> x </a>", " x "),
        ("<a>&#13;</a>", "\r"), ("<a> <!-- c --> <b/></a>", ""),
    ])
    func `keeps its text, but not white space between children`(document: String, text: String) throws {
        #expect(try read(document).root.text == text)
    }

    @Test
    func `keeps the text of each element apart`() throws {
        let tree = try read("<a><b>en</b> <c><d>to</d><d>tre</d></c></a>")
        #expect(
            tree.nodes.indices.map { XmlElement(tree: tree, index: $0).text } == [
                "entotre", "en", "totre", "to", "tre",
            ]
        )
    }

    @Test(
        arguments: [
            ("<a><b/></a>", []), ("<!-- --><a/>", [.markupBefore]), ("<?p?><a/>", [.markupBefore]),
            ("<a><!-- --></a>", [.markupBeforeEnd, .markupInside]), ("<a>x<b/></a>", [.mixed]),
            ("<a><b/>x</a>", [.mixed]), ("<a><b/><!-- --></a>", [.markupBeforeEnd, .markupInside]),
            ("<a><?p?><b/></a>", [.markupInside]), ("<a><b><!-- --></b></a>", []), ("<a/><!-- -->", []),
            ("<a>x</a>", []),
        ] as [(String, XmlNodeFlags)]
    )
    func `tells of comments, instructions and mixed text`(document: String, flags: XmlNodeFlags) throws {
        #expect(try read(document).root.flags == flags)
    }

    @Test
    func `tells before which element a comment stands`() throws {
        let tree = try read("<a><b/><!-- --><c/><d><?p?></d><e/></a>")
        #expect(tree.nodes.map(\.flags) == [.markupInside, [], .markupBefore, [.markupInside, .markupBeforeEnd], []])
    }

    @Test(arguments: [
        ("<?xml version='1.0'?><a/>", true), ("<?xml version='1.0'?>\n\n<a/>", true), ("<a/>", false),
        ("<?xml version='1.0'?><!-- --><a/>", false), ("<?xml version='1.0'?>\n<?p?>\n<a/>", false),
    ])
    func `tells whether the root follows the declaration`(document: String, follows: Bool) throws {
        #expect(try read(document).rootFollowsDeclaration == follows)
    }

    @Test
    func `keeps what the declaration says`() throws {
        let declaration = try read("<?xml version='1.0' encoding='utf-8' standalone='no'?><a/>").declaration
        #expect(declaration?.version == "1.0")
        #expect(declaration?.encoding == "utf-8")
        #expect(declaration?.standalone == false)
        #expect(try read("<a/>").declaration == nil)
    }

    @Test
    func `keeps attributes but not namespace declarations`() throws {
        let tree = try read(
            #"<a xmlns:i="\#(Self.schemaInstance)" i:type="i:T" n=" 1&#10;&amp;2 " xml:lang="nb"><b n='x'/><c/></a>"#
        )
        #expect(tree.root.attributes.map(\.value) == ["i:T", " 1\n&2 ", "nb"])
        #expect(tree.root.attribute("type", namespace: Self.schemaInstance) == "i:T")
        #expect(tree.root.attribute("type") == nil)
        #expect(tree.root.attribute("n") == " 1\n&2 ")
        #expect(tree.root.children.map(\.attributes.count) == [1, 0])
    }

    @Test
    func `knows what a prefix means at each element`() throws {
        let tree = try read(#"<a xmlns:p="1" xmlns="2"><b xmlns:p="3"><c xmlns=""/></b><d/></a>"#)
        #expect((0...3).map { tree.namespace(ofPrefix: "p", at: $0) } == ["1", "3", "3", "1"])
        #expect((0...3).map { tree.namespace(ofPrefix: "", at: $0) } == ["2", "2", "", "2"])
        #expect(tree.namespace(ofPrefix: "q", at: 2) == nil)
        #expect(tree.namespace(ofPrefix: "xml", at: 2) == "http://www.w3.org/XML/1998/namespace")
    }

    @Test
    func `names the way to an element`() throws {
        let tree = try read(#"<p:a xmlns:p="1" xmlns:q="1" xmlns:r="2"><b/><p:b><c/><c/></p:b><q:b/><r:b/></p:a>"#)
        #expect(
            tree.nodes.indices.map { tree.path(to: $0) } == [
                "/p:a", "/p:a/b", "/p:a/p:b[1]", "/p:a/p:b[1]/c[1]", "/p:a/p:b[1]/c[2]", "/p:a/q:b[2]", "/p:a/r:b",
            ]
        )
    }

    @Test(
        arguments: [
            ("<a><b/></a>", [[1, 1], [1, 4]]), ("\n\n <a>\n<b/></a>", [[3, 2], [4, 1]]),
            ("<a>\r\n\r<b/>\n\r<b/></a>", [[1, 1], [3, 1], [5, 1]]), ("<a>æøå😀<b/></a>", [[1, 1], [1, 8]]),
            ("<a>1234567\n8901234567890<b/>\n\n\n\n\n\n\n\n\n<b/></a>", [[1, 1], [2, 14], [11, 1]]),
            ("<a x='\n'\n><b/></a>", [[1, 1], [3, 2]]), ("\u{FEFF}<a><b/></a>", [[1, 1], [1, 4]]),
            ("<a><!--\n\n--> <b/></a>", [[1, 1], [3, 5]]), ("<a>&#10;<b/></a>", [[1, 1], [1, 9]]),
        ] as [(String, [[Int]])]
    )
    func `knows line and column of every element`(document: String, places: [[Int]]) throws {
        let tree = try read(document)
        #expect(tree.nodes.indices.map { [tree.place(of: $0).line, tree.place(of: $0).column] } == places)
    }
}
