import Casework
import Law
import Testing

@testable import Office

/// What every kind of event looks like in bytes.
///
/// A journal holds these for ever: a line is added, never changed.
struct `Version 1 of the binary form` {
    @Test(arguments: GoldenEvent.all)
    func `is written and read as it always was`(golden: GoldenEvent) throws {
        #expect(UnitEventCodec.kind(of: golden.event) == golden.kind)
        #expect(UnitEventCodec.encode(golden.event).hexadecimalText == golden.text)
        #expect(try UnitEventCodec.decode(kind: golden.kind, golden.bytes) == golden.event)
    }

    @Test func `has an example of every kind of case event, written and read as it always was`() throws {
        let lines = GoldenCaseEvents.lines.split(separator: "\n")
        try #require(lines.count == GoldenCaseEvents.all.count)
        for (event, line) in zip(GoldenCaseEvents.all, lines) {
            let written = "\(UnitEventCodec.kind(of: event)) \(UnitEventCodec.encode(event).hexadecimalText)"
            #expect(written == line)
            let bytes = line.split(separator: " ")[1].compactMap(\.hexDigitValue)
            let read = stride(from: 0, to: bytes.count, by: 2).map { UInt8(bytes[$0] * 16 + bytes[$0 + 1]) }
            #expect(try UnitEventCodec.decode(kind: UnitEventCodec.kind(of: event), read) == event)
        }
        let kinds = Set(GoldenCaseEvents.all.map(UnitEventCodec.kind(of:)))
        #expect(kinds == Set((50...94).map { UInt16($0) } + [100, 101]))
    }

    @Test func `has an example of all that is told of referrals and places, read as it always was`() throws {
        let lines = GoldenReferralEvents.lines.split(separator: "\n")
        try #require(lines.count == GoldenReferralEvents.all.count)
        for (event, line) in zip(GoldenReferralEvents.all, lines) {
            let bytes = UnitEventCodec.encode(event)
            #expect("\(UnitEventCodec.kind(of: event)) \(bytes.hexadecimalText)" == line)
            #expect(try UnitEventCodec.decode(kind: UnitEventCodec.kind(of: event), bytes) == event)
        }
    }

    @Test func `has an example of all that happens to plans, written and read as it always was`() throws {
        let lines = GoldenPlanEvents.lines.split(separator: "\n")
        try #require(lines.count == GoldenPlanEvents.all.count)
        for (event, line) in zip(GoldenPlanEvents.all, lines) {
            let bytes = UnitEventCodec.encode(event)
            #expect("\(UnitEventCodec.kind(of: event)) \(bytes.hexadecimalText)" == line)
            #expect(try UnitEventCodec.decode(kind: UnitEventCodec.kind(of: event), bytes) == event)
        }
    }

    @Test func `has an example of every kind`() {
        #expect(Set(GoldenEvent.all.map(\.kind)) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 21, 22, 23, 24, 30, 31, 40])
        let kinds = Set(GoldenReferralEvents.all.map(UnitEventCodec.kind(of:)))
        #expect(kinds == [110, 111, 112, 113, 114, 115, 116, 120])
        #expect(Set(GoldenPlanEvents.all.map(UnitEventCodec.kind(of:))) == [130])
    }
}

extension [UInt8] {
    /// Lower-case hexadecimal digits.
    var hexadecimalText: String {
        map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
