import Casework
import Testing

struct `Name query` {
    private static let findings: [(String, String, NameMatch?)] = [
        ("Åse Brekkmo", "ÅSE BREKKMO", .equal),
        ("Åse Brekkmo", "brekkmo, åse", .equal),
        ("Åse Brekkmo", "aase", .equal),
        ("Åse Brekkmo", "ase brekk", .prefix),
        ("Bjørn Myr", "bjorn", .equal),
        ("Bjørn Myr", "bjoern myr", .equal),
        ("Čáhppe", "cahppe", .equal),
        ("Đặng Linh", "dang", .equal),
        ("Gáža", "gaza", .equal),
        ("Kristian Tind", "Christian", .sound),
        ("Kristian Tind", "Christian Tin", .sound),
        ("Kristian Tind", "Kris", .prefix),
        ("Kristian Tind", "K Tind", .initial),
        ("Kristian Tind", "k. tinn", nil),
        ("Kristian Tind", "K.T.", nil),
        ("Kristian Tind", "K", nil),
        ("Kristian Tind", "Kr", nil),
        ("Kari N.", "Kari Nesdal", .initial),
        ("Anne Marie Hegg", "Annemarie Hegg", .equal),
        ("Annemarie Hegg", "Anne-Marie", .equal),
        ("Anne-Marie Hegg", "marie anne", .equal),
        ("Anne-Marie Hegg", "Ane Mari", .sound),
        ("O'Brekk", "OBREKK", .equal),
        ("OBrekk", "o’brekk", .equal),
        ("Per Jansen", "Jan Jansen", nil),
        ("Jan Jansen", "Jansen Jan", .equal),
        ("Anne Anna", "Ann Anne", .prefix),
        ("Åse Brekkmo", "Åse Tind", nil),
        ("Åse", "Åse Brekkmo", nil),
        ("", "Åse", nil),
        ("Mohammed Ali Karim", "karim muhammad", .sound),
        ("Mäki", "maki", .equal),
        ("Mäki", "mækki", .sound),
        ("Sárá Čáhppesjávri", "sara tsjahppesjavri", .sound),
    ]

    @Test(arguments: findings)
    func `finds a person by equal spelling, prefix, sound, initial`(name: String, typed: String, match: NameMatch?)
        throws
    {
        let query = try #require(NameQuery(typed))
        #expect(query.match(NameKey(name)) == match)
    }

    @Test(arguments: ["", "   ", "12 34 56 78", "010190-12345", "-", "?*%", "\u{301}"])
    func `without a letter is none`(typed: String) {
        #expect(NameQuery(typed) == nil)
    }

    @Test(arguments: nameCorpus)
    func `finds every name by itself, in any order and beside others`(name: String) throws {
        let query = try #require(NameQuery(name.lowercased()))
        #expect(query.match(NameKey("Qvw \(name) Xyz")) == .equal)
    }

    @Test func `puts equal before prefix before sound before initial`() {
        #expect(NameMatch.allCases.sorted(by: >) == [.equal, .prefix, .sound, .initial])
    }

    @Test func `of very many words ends soon`() throws {
        let many = Array(repeating: "a", count: 200).joined(separator: " ")
        let query = try #require(NameQuery(many))
        #expect(query.match(NameKey("Anne Aasen Andersen Astri")) == nil)
    }
}
