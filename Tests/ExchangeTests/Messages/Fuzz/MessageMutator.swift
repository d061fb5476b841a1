import Exchange
import Foundation
import Law
import TestSupport

/// Makes documents that nobody ought to send, the same one for the same number.
struct MessageMutator {
    /// A word that stands in texts only, so that a verdict that repeats content is caught.
    static let secret = "HEMMELIG"

    private let originals: [[UInt8]]
    private var generator: SeededGenerator

    /// The number tells the document; neighbours have nothing in common.
    init(originals: [[UInt8]], number: UInt64) {
        self.originals = originals
        generator = SeededGenerator(seed: number &* 0x2545_F491_4F6C_DD1D)
    }

    /// One example of each type, with the word in its texts, and the documents beside the repository where they are.
    static func originals() throws -> [[UInt8]] {
        let sentAt = try Instant(parsing: "2026-03-02T09:30:00Z")
        var generator = SeededGenerator(seed: 6)
        let examples = try MessageType.allCases.map { type in
            let id = RecordID(at: sentAt, using: &generator)
            let bytes = try MessageExample.message(of: type, id: id, sentAt: sentAt).bytes()
            return Array(String(decoding: bytes, as: UTF8.self).replacing(" og ", with: " \(secret) ").utf8)
        }
        guard let folder = SharedFolder.item("corpus/bufdir") else { return examples }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        return examples
            + names.filter { $0.hasSuffix(".xml") }.compactMap { name in
                (try? Data(contentsOf: folder.appending(path: name))).map { [UInt8]($0) }
            }
    }

    /// One to four changes to one of the originals; a third of the documents has only a text changed.
    mutating func document() -> [UInt8] {
        var bytes = originals[random(originals.count)]
        guard random(3) > 0 else {
            changeText(&bytes)
            return bytes
        }
        for _ in 0...random(4) where !bytes.isEmpty { change(&bytes) }
        return bytes
    }

    /// One change that leaves the document well-formed, for engines that must agree on its verdict.
    mutating func tidyDocument() -> [UInt8] {
        var bytes = originals[random(originals.count)]
        for _ in 0...random(2) {
            switch random(3) {
            case 0: changeText(&bytes)
            default: changeLeaf(&bytes)
            }
        }
        return bytes
    }
}

// MARK: - Changes

extension MessageMutator {
    private mutating func change(_ bytes: inout [UInt8]) {
        let place = random(bytes.count)
        switch random(14) {
        case 0: bytes[place] = UInt8(random(256))
        case 1: bytes[place] ^= 1 << UInt8(random(8))
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(40)))
        case 3: bytes.insert(contentsOf: Array(bytes[place..<min(bytes.count, place + 1 + random(400))]), at: place)
        case 4: bytes.removeSubrange(place...)
        case 5: splice(&bytes)
        case 6: bytes.insert(contentsOf: pick(Self.fragments), at: place)
        case 7: bytes.insert(contentsOf: pick(Self.fragments), at: tag(in: bytes, from: place))
        case 8: nest(&bytes, at: tag(in: bytes, from: place))
        case 9: encode(&bytes)
        case 10: repeatChunk(&bytes, at: tag(in: bytes, from: place))
        case 11: addAttributes(&bytes, at: tag(in: bytes, from: place))
        case 12: changeLeaf(&bytes)
        default: changeText(&bytes)
        }
    }

    /// The start of one document and the end of another.
    private mutating func splice(_ bytes: inout [UInt8]) {
        let other = originals[random(originals.count)]
        let cut = tag(in: bytes, from: random(bytes.count))
        bytes = Array(bytes[..<cut] + other[tag(in: other, from: random(other.count))...])
    }

    private mutating func nest(_ bytes: inout [UInt8], at place: Int) {
        let depth = pick([2, 60, 64, 65, 5_000])
        let closing = random(2) == 0 ? String(repeating: "</a>", count: depth) : ""
        bytes.insert(contentsOf: (String(repeating: "<a>", count: depth) + closing).utf8, at: place)
    }

    private mutating func encode(_ bytes: inout [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch random(4) {
        case 0: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case 1: bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case 2: bytes = [0xEF, 0xBB, 0xBF] + bytes
        default:
            let name = pick(["UTF-16", "ISO-8859-1", "US-ASCII", "UTF-7", "EBCDIC-CP-BE", "utf-8", ""])
            bytes = Array(text.replacing("UTF-8", with: name, maxReplacements: 1).utf8)
        }
    }

    private mutating func repeatChunk(_ bytes: inout [UInt8], at place: Int) {
        let chunk = bytes[place..<min(tag(in: bytes, from: place + 1), place + 2_000)]
        bytes.insert(contentsOf: (0..<pick([1, 2, 30, 500])).flatMap { _ in chunk }, at: place)
    }

    private mutating func addAttributes(_ bytes: inout [UInt8], at place: Int) {
        guard let end = bytes[place...].firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: " ") })
        else { return }
        let many = (0..<pick([1, 63, 64, 300])).map { " a\($0)=\"\($0)\"" }.joined()
        bytes.insert(contentsOf: (random(2) == 0 ? many : pick(Self.attributes)).utf8, at: end)
    }

    /// Drops, doubles, moves or renames an element that holds only text.
    private mutating func changeLeaf(_ bytes: inout [UInt8]) {
        guard let leaf = leaf(in: bytes) else { return }
        let copy = Array(bytes[leaf.whole])
        switch random(4) {
        case 0: bytes.removeSubrange(leaf.whole)
        case 1: bytes.insert(contentsOf: copy, at: leaf.whole.lowerBound)
        case 2:
            bytes.removeSubrange(leaf.whole)
            guard let other = self.leaf(in: bytes) else { return }
            bytes.insert(contentsOf: copy, at: other.whole.lowerBound)
        default:
            guard let other = self.leaf(in: bytes) else { return }
            bytes.replaceSubrange(leaf.whole, with: Array(bytes[other.whole]))
        }
    }

    private mutating func changeText(_ bytes: inout [UInt8]) {
        guard let leaf = leaf(in: bytes) else { return }
        bytes.replaceSubrange(leaf.text, with: pick(Self.texts).utf8)
    }

    /// The element with only text in it that comes first from a random place on.
    private mutating func leaf(in bytes: [UInt8]) -> (whole: Range<Int>, text: Range<Int>)? {
        var start = tag(in: bytes, from: random(max(bytes.count, 1)))
        while start < bytes.count {
            let next = tag(in: bytes, from: start + 1)
            if next + 1 < bytes.count, bytes[next + 1] == UInt8(ascii: "/"), bytes[start + 1] != UInt8(ascii: "/"),
                let open = bytes[start..<next].firstIndex(of: UInt8(ascii: ">")),
                let close = bytes[next...].firstIndex(of: UInt8(ascii: ">"))
            {
                return (start..<(close + 1), (open + 1)..<next)
            }
            start = next
        }
        return nil
    }

    /// Where the next tag starts; the end where there is none.
    private func tag(in bytes: [UInt8], from place: Int) -> Int {
        guard place < bytes.count else { return bytes.count }
        return bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    }

    private mutating func random(_ bound: Int) -> Int {
        Int.random(in: 0..<max(bound, 1), using: &generator)
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[random(values.count)]
    }
}

// MARK: - What is put in

extension MessageMutator {
    private static let fragments: [[UInt8]] =
        [
            "<!DOCTYPE a [<!ENTITY b \"\(secret)\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/hostname\">",
            "<!ENTITY b 'c'>",
            "&b;", "&amp;", "&lt;script&gt;", "&#0;", "&#xD800;", "&#13;", "&#x85;", "&#x9B;", "&#xFFFF;", "&", "<",
            ">",
            "<![CDATA[<b>\(secret)</b>]]>", "]]>", "<!-- \(secret) -->", "<!-- -- -->", "<?php ?>",
            "<?xml version='1.0'?>",
            "</a>", "<a/>", "<b:c/>", "<a xmlns=''/>", "\u{FEFF}", "\u{202E}", "\u{FFFE}", "  ", "\r\n", "\u{0}", "\t",
            String(repeating: "x", count: 6_000),
        ].map { Array($0.utf8) } + [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xC3]]

    private static let attributes = [
        " xsi:nil=\"true\"", " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"henv:OmsorgspersonMedFnrType\"",
        " xmlns:melding=\"\"", " xmlns=\"https://bufdir.no/melding.v1.0.2\"", " a='\(secret)'", " a='1' a='2'",
        " xml:lang='no'", " xmlns:mld='https://bufdir.no/testmelding.v1.0.1'", " a='&b;'", " a=1",
    ]

    private static let texts = [
        "", " ", "\n", "0", "1", "2", "9", "10", "11", "true", "false", "TRUE", " 1 ", "-1", "+7", "007", "1e3",
        "2026-02-28", "2026-02-30", "0000-01-01", "-0044-03-15", "12025-01-01", "2026-01-01Z", "2026-01-01+14:00",
        "2026-03-02T09:30:00", "2026-03-02T24:00:00", "2026-03-02T09:30:00.123456789+01:00", "2026-03-02T09:30:60Z",
        "372679166", "0301", "03", "٠٣٠١", "３７２６７９１６６", "1.2.3.*", "1..2", "a", "Tillegg", "Oppdatering", "3-2",
        "5-1", "1.1", "2.4", "e9ea7f95-0d82-446f-8374-567432dee2d6", "{e9ea7f95-0d82-446f-8374-567432dee2d6}",
        "&lt;b&gt; &amp; &quot; &apos;", "&#13;&#10;", "a\u{30A}", "👩‍👩‍👧", secret, String(repeating: "å", count: 255),
        String(repeating: "å", count: 256), String(repeating: "😀", count: 5_000),
        String(repeating: "ab\n", count: 1_667),
    ]
}
