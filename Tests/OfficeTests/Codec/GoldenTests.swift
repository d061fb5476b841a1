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

    @Test func `has an example of every kind`() {
        #expect(Set(GoldenEvent.all.map(\.kind)) == [1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 22, 23, 30, 31, 40])
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
