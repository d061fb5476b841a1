import TestSupport
import Testing

@testable import Law

struct `Record identity` {
    @Test
    func `is read back from bytes and from text`() throws {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<1_000 {
            let seconds = Int.random(in: 0...4_000_000_000, using: &generator)
            let identity = RecordID(at: Instant(microseconds: 0).adding(seconds: seconds), using: &generator)
            #expect(RecordID(bytes: identity.bytes) == identity)
            #expect(RecordID(identity.description) == identity)
            #expect(RecordID(identity.description.uppercased()) == identity)
            #expect(RecordID(identity.description.filter { $0 != "-" }) == identity)
            let text = Array(identity.description)
            #expect(text.count == 36)
            #expect(text[14] == "7")
            #expect("89ab".contains(text[19]))
        }
    }

    @Test
    func `sorts by time, as value, bytes and text`() throws {
        let early = RecordID(at: try Instant(parsing: "2026-01-01T00:00:00.001Z"), random: .max, .max)
        let late = RecordID(at: try Instant(parsing: "2026-01-01T00:00:00.002Z"), random: 0, 0)
        #expect(early < late)
        #expect(early.description < late.description)
        #expect(early.bytes.lexicographicallyPrecedes(late.bytes))
        #expect(RecordID(high: 1, low: 1) < RecordID(high: 1, low: 2))
    }

    @Test(arguments: ["", "0", "g0000000-0000-7000-8000-000000000000", "00000000-0000-7000-8000-0000000000000"])
    func `is nothing else`(text: String) {
        #expect(RecordID(text) == nil)
    }

    @Test(arguments: [0, 15, 17])
    func `has sixteen bytes`(count: Int) {
        #expect(RecordID(bytes: Array(repeating: 0, count: count)) == nil)
    }
}

struct `Actor identity` {
    @Test(arguments: ["person:u17", "sender:portal-2.a", "system:reception"])
    func `is read and written the same`(text: String) throws {
        #expect(try ActorID(parsing: text).description == text)
    }

    @Test(arguments: [
        "", "person", "person:", "robot:x", "person:Kari", "person:a b", "person:a:b", ":x",
        "person:" + String(repeating: "x", count: 41),
    ])
    func `is nothing else`(text: String) {
        #expect(throws: ActorID.ParseError.wrongForm) { try ActorID(parsing: text) }
    }
}
