import Exchange
import Testing

struct `Namespaces in XML` {
    private static let xml = "http://www.w3.org/XML/1998/namespace"
    private static let xmlns = "http://www.w3.org/2000/xmlns/"

    private func read(_ text: String) throws(XmlError) -> XmlTree {
        try XmlReader.read(Array(text.utf8))
    }

    @Test(
        arguments: [
            ("<p:a/>", .namespaces, 1), ("<a><p:b/></a>", .namespaces, 4), ("<a p:b=''/>", .namespaces, 1),
            ("<xmlns:a/>", .namespaces, 1), ("<a xmlns:p=''/>", .namespaces, 1),
            ("<a xmlns:xmlns='u'/>", .namespaces, 1), ("<a xmlns:xml='u'/>", .namespaces, 1),
            ("<a xmlns:p='\(xml)'/>", .namespaces, 1), ("<a xmlns='\(xml)'/>", .namespaces, 1),
            ("<a xmlns='\(xmlns)'/>", .namespaces, 1), ("<a xmlns:p='\(xmlns)'/>", .namespaces, 1),
            ("<a><b xmlns:p='u'/><p:c/></a>", .namespaces, 20), ("<a xmlns:p='u'></a><?p:q?>", .notWellFormed, 23),
            ("<a xmlns:p='u' p:b='' xmlns:q='u' q:b=''/>", .notWellFormed, 1), ("<?p:q?><a/>", .notWellFormed, 4),
            ("<:a/>", .notWellFormed, 2), ("<a:/>", .notWellFormed, 4), ("<p:1 xmlns:p='u'/>", .notWellFormed, 4),
            ("<p:-a xmlns:p='u'/>", .notWellFormed, 4), ("<p:a:b xmlns:p='u'/>", .notWellFormed, 5),
            ("<p:\u{301}a xmlns:p='u'/>", .notWellFormed, 4), ("<a :b=''/>", .notWellFormed, 4),
            ("<a xmlns:='u'/>", .notWellFormed, 10), ("<a xmlns:p:q='u'/>", .notWellFormed, 11),
            ("<a xmlns:1='u'/>", .notWellFormed, 10), ("<a xmlns:p='u' p:='' />", .notWellFormed, 18),
        ] as [(String, XmlError.Kind, Int)]
    )
    func `are refused where a rule is broken, with the place`(text: String, kind: XmlError.Kind, column: Int) throws {
        let error = try #require(throws: XmlError.self, "\(text) was taken") { try read(text) }
        #expect(error.kind == kind, "\(error)")
        #expect([error.line, error.column] == [1, column], "\(error)")
    }

    @Test(arguments: [
        ("<xml:a/>", "{\(xml)}a"), ("<xml:a xmlns:xml='\(xml)'/>", "{\(xml)}a"), ("<p:å xmlns:p='u'/>", "{u}å"),
        ("<a xmlns=''/>", "a"), ("<a xmlns='u' b='' p:b='' xmlns:p='u'/>", "{u}a"), ("<xmlnsa xmlnsb=''/>", "xmlnsa"),
        ("<p:a xmlns:p='&#117;'/>", "{u}a"), ("<p:a-1.b xmlns:p='u'/>", "{u}a-1.b"),
        ("<p:a xmlns:p='u' xmlns:q='v' p:b='' q:b='' b=''/>", "{u}a"), ("<p:a xmlns:p=' u '/>", "{ u }a"),
        ("<seven77:a xmlns:seven77='u' xmlns:eight888='v'/>", "{u}a"), ("<eight888:a xmlns:eight888='u'/>", "{u}a"),
    ])
    func `give a name its meaning`(text: String, name: String) throws {
        #expect(try read(text).root.name.description == name)
    }

    @Test
    func `hold inside the element that declares them, and no further`() throws {
        let tree = try read(
            "<p:a xmlns:p='1' xmlns='0'><p:b xmlns:p='2' xmlns=''><p:c/><c xmlns='3'/><d/></p:b><p:e/><e/></p:a>"
        )
        #expect(
            tree.nodes.indices.map { XmlElement(tree: tree, index: $0).name.description } == [
                "{1}a", "{2}b", "{2}c", "{3}c", "d", "{1}e", "{0}e",
            ]
        )
    }

    @Test
    func `keep many prefixes and namespaces apart`() throws {
        let declarations = (0..<60).map { " xmlns:p\($0)='u\($0 / 2)'" }.joined()
        let elements = (0..<60).map { "<p\($0):x/><q\($0) xmlns='u\($0)'/>" }.joined()
        let tree = try read("<a\(declarations)>\(elements)</a>")
        let children = tree.root.children
        #expect(children.count == 120)
        for number in 0..<60 {
            #expect(children[number * 2].name.description == "{u\(number / 2)}x")
            #expect(children[number * 2].prefix == "p\(number)")
            #expect(children[number * 2 + 1].name.description == "{u\(number)}q\(number)")
        }
    }

    @Test
    func `are forgotten with the document, whatever became of it`() async {
        await withTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for round in 0..<200 {
                        let good = "<p:a xmlns:p='u\(task)'><b>\(round)</b></p:a>"
                        let bad = ["<p:a/>", "<p:a xmlns:p='u'>", "<a><p:b xmlns:q='u'/></a>", "<!DOCTYPE a>"][
                            round % 4
                        ]
                        #expect(throws: XmlError.self) { try XmlReader.read(Array(bad.utf8)) }
                        let tree = try? XmlReader.read(Array(good.utf8))
                        #expect(tree?.root.name.description == "{u\(task)}a")
                        #expect(tree?.root.text == "\(round)")
                    }
                }
            }
        }
    }
}
