import Exchange
import Foundation
import TestSupport
import Testing

struct `A message that is written` {
    @Test
    func `has one form, down to the byte`() throws {
        let message = Message(
            type: .withdrawal,
            root: MessageNode(
                "TrukketMelding",
                [
                    MessageNode("Meldingshode", [MessageNode("Id", text: "a")]),
                    MessageNode("Begrunnelse", text: "a < b & \"c\" > d"),
                ]
            )
        )
        let expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <melding:TrukketMelding xmlns:melding="https://bufdir.no/trukketmelding.v1.0.2"\
             xmlns:mld="https://bufdir.no/melding.v1.0.2" xmlns:bg="https://bufdir.no/generelt.v1.0.1">\
            <mld:Meldingshode><mld:Id>a</mld:Id></mld:Meldingshode>\
            <melding:Begrunnelse>a &lt; b &amp; "c" &gt; d</melding:Begrunnelse></melding:TrukketMelding>

            """
        #expect(String(decoding: try message.bytes(), as: UTF8.self) == expected)
    }

    @Test(arguments: [
        "linje\r\nlinje\rlinje\nlinje", "<&>\"']]>", "  med blanke  ", "\tinnrykk\t", "æøå ÆØÅ", "e\u{301}\u{212B}",
        "👨‍👩‍👧 \u{10FFFF}", "\u{85}\u{2028}\u{7F}", "&amp;&#13;", "\u{FFFD}\u{FEFF}\u{FFBF}\u{FDFE}",
    ])
    func `keeps every character of a text`(text: String) throws {
        let bytes = try Self.withdrawal(reason: text).bytes()
        let read = try MessageReader.read(bytes)
        let again = try #require(read.root["Begrunnelse"]?.text)
        #expect(Array(again.utf8) == Array(text.utf8))
    }

    @Test(arguments: ["\u{0}", "a\u{B}", "\u{1F}", "æ\u{FFFE}", "\u{FFFF}z"])
    func `is refused with a character that XML cannot carry`(text: String) {
        let error = MessageWriteError(path: "/TrukketMelding/Begrunnelse", reason: .characterOutsideXml)
        #expect(throws: error) { try Self.withdrawal(reason: text).bytes() }
    }

    @Test
    func `is refused with what the table has no place for, and the error says where`() {
        func refusal(_ nodes: [MessageNode]) -> MessageWriteError? {
            let message = Message(type: .attachments, root: MessageNode("Vedlegg", nodes))
            do throws(MessageWriteError) {
                _ = try message.bytes()
                return nil
            } catch {
                return error
            }
        }
        let file = MessageNode("Filnavn", text: "a.pdf")
        let good = MessageNode("Vedlegg", [file])
        #expect(refusal([good, good]) == nil)
        #expect(
            refusal([good, MessageNode("Vedlegg", [file, MessageNode("Ukjent", text: "")])])
                == MessageWriteError(path: "/Vedlegg/Vedlegg[2]/*", reason: .unknownElement)
        )
        #expect(
            refusal([MessageNode("Vedlegg", text: "a.pdf")])
                == MessageWriteError(path: "/Vedlegg/Vedlegg", reason: .textInsteadOfElements)
        )
        #expect(
            refusal([MessageNode("Vedlegg", [MessageNode("Filnavn", [])])])
                == MessageWriteError(path: "/Vedlegg/Vedlegg/Filnavn", reason: .elementsInsteadOfText)
        )
        let other = Message(type: .withdrawal, root: MessageNode("Vedlegg", []))
        #expect(throws: MessageWriteError(path: "/*", reason: .unknownElement)) { try other.bytes() }
    }

    @Test
    func `has the order of the table, whatever the order inside`() throws {
        let message = MessageExample.message(of: .fosterHome, id: ExampleArguments.id, sentAt: ExampleArguments.sentAt)
        var turned = message
        turned.root = Self.turned(message.root)
        #expect(turned != message)
        #expect(try turned.bytes() == message.bytes())
    }

    @Test(.enabled(if: SharedFolder.item("corpus/bufdir") != nil, "no corpus beside the repository"))
    func `has the same bytes after every further reading and writing`() throws {
        let folder = try #require(SharedFolder.item("corpus/bufdir"))
        var count = 0
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            guard file.pathExtension == "xml", let message = try? MessageReader.read(Array(Data(contentsOf: file)))
            else { continue }
            let written = try message.bytes()
            let again = try MessageReader.read(written)
            #expect(again == message, "\(file.lastPathComponent)")
            #expect(try again.bytes() == written, "\(file.lastPathComponent)")
            count += 1
        }
        #expect(count > 100)
    }

    private static func withdrawal(reason: String) -> Message {
        Message(type: .withdrawal, root: MessageNode("TrukketMelding", [MessageNode("Begrunnelse", text: reason)]))
    }

    /// Elements of different names in reversed order, those of one name in theirs.
    private static func turned(_ node: MessageNode) -> MessageNode {
        guard case .nodes(let nodes) = node.content else { return node }
        var names: [String] = []
        for name in nodes.map(\.name) where !names.contains(name) { names.append(name) }
        let children = names.reversed().flatMap { name in nodes.filter { $0.name == name }.map(turned) }
        return MessageNode(node.name, children)
    }
}
