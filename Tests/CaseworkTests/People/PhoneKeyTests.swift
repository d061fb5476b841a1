import Casework
import Testing

struct `Phone key` {
    @Test(arguments: [
        "22000000", "22 00 00 00", "220 00 000", "+47 22 00 00 00", "0047 22000000", "+4722000000", "(+47) 22 00 00 00",
        "47 22 00 00 00", "22.00.00.00", "22-00-00-00", "\u{202D}+47\u{A0}22\u{2009}00 00 00\u{202C}",
        "00 47 22 00 00 00",
    ])
    func `of a Norwegian number is one, however written`(text: String) {
        #expect(PhoneKey(text) != nil)
        #expect(PhoneKey(text) == PhoneKey("22000000"))
    }

    @Test(arguments: [
        ("+44 20 7946 0000", "0044 20 7946 0000"), ("+44 (0)20 7946 0000", "+442079460000"),
        ("02800", "+47 02800"), ("+1 (202) 555-0100", "001 202 555 0100"), ("070-1740605", "070 17 40 605"),
    ])
    func `of a number is one with and without signs`(one: String, other: String) {
        #expect(PhoneKey(one) != nil)
        #expect(PhoneKey(one) == PhoneKey(other))
    }

    @Test(arguments: [
        ("+46 22 00 00 00", "22 00 00 00"), ("070 17 40 605", "+46 70 17 40 605"), ("10000000", "+47 10000000"),
        ("+1 478 555 0100", "478 555 0100"), ("22000000", "22000001"),
    ])
    func `keeps numbers of different countries apart`(one: String, other: String) {
        #expect(PhoneKey(one) != nil && PhoneKey(other) != nil)
        #expect(PhoneKey(one) != PhoneKey(other))
    }

    @Test(arguments: [
        "", "  ", "1234", "+", "0047", "+47", "22 00 00 00 mor", "22000000+", "2200000022000000", "٢٢٠٠٠٠٠٠",
        "22000000;1",
    ])
    func `of what is no number is none`(text: String) {
        #expect(PhoneKey(text) == nil)
    }

    @Test func `shows no digit`() throws {
        let key = try #require(PhoneKey("22000000"))
        var dumped = "\(key)"
        dump(key, to: &dumped)
        #expect(!dumped.contains("2"))
    }
}
