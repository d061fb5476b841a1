import Testing

@testable import Exchange

/// Each member of each form is bent alone, and the verdict compared with what its row in the table says.
struct `The table of a form` {
    private static let strangers: [WireSample] = [
        .null, .integer(42), .flag(false), .text("hemmelig"), .text(""), .list([]), .list([.null]), .object([]),
    ]

    private func check(_ sample: WireSample, _ format: ConcernFormat) -> [ConcernProblem] {
        ConcernDocument.check(sample.bytes, as: format)
    }

    @Test(arguments: ConcernFormat.allCases)
    func `finds a missing member where it is required`(format: ConcernFormat) {
        let structure = ConcernTables.structure(of: format)
        let sample = WireSample(structure)
        #expect(check(sample, format).isEmpty)
        for (place, field) in everyField(of: structure) {
            let problems = check(sample.replacing(place[...], with: nil), format)
            if case .required = field.presence {
                #expect(problems.map(\.pointer) == [JsonPointer(place)])
                #expect(problems.first?.found == "nothing")
            } else {
                #expect(problems.isEmpty)
            }
        }
    }

    @Test(arguments: ConcernFormat.allCases)
    func `finds a value of another kind`(format: ConcernFormat) {
        let structure = ConcernTables.structure(of: format)
        let sample = WireSample(structure)
        for (place, field) in everyField(of: structure) {
            for stranger in Self.strangers {
                let problems = check(sample.replacing(place[...], with: stranger), format)
                #expect(problems.isEmpty == isWelcome(stranger, in: field), "\(JsonPointer(place)): \(stranger)")
                #expect(problems.allSatisfy { $0.pointer.tokens.starts(with: place) })
                #expect(problems.allSatisfy { !$0.message.contains("hemmelig") })
            }
        }
    }

    private func isWelcome(_ value: WireSample, in field: Field) -> Bool {
        if case .later = field.presence { return true }
        return switch (field.shape, value) {
        case (.flag, .flag): true
        case (.text(let rule), .text(let text)): rule.accepts(Array(text.utf8)[...])
        case (.list(_, let count), .list(let items)): items.isEmpty && count.contains(0)
        default: false
        }
    }

    @Test(arguments: ConcernFormat.allCases)
    func `counts the items of a list`(format: ConcernFormat) {
        let structure = ConcernTables.structure(of: format)
        let sample = WireSample(structure)
        for (place, field) in everyField(of: structure) {
            guard case .list(let inner, let allowed) = field.shape else { continue }
            for count in 0...4 {
                let items = [WireSample](repeating: WireSample(inner), count: count)
                let problems = check(sample.replacing(place[...], with: .list(items)), format)
                #expect(problems.isEmpty == allowed.contains(count))
            }
        }
    }

    @Test(arguments: ConcernFormat.allCases)
    func `lets members pass that it does not know`(format: ConcernFormat) throws {
        guard case .object(let members) = WireSample(ConcernTables.structure(of: format)) else { return }
        let extended = WireSample.object(members + [("nyttFelt", .list([.null]))])
        let document = try ConcernDocument.read(extended.bytes, as: format).get()
        #expect(document.notes.contains(.unknownField(JsonPointer([.name("nyttFelt")]))))
    }

    @Test
    func `has no member twice in one object`() {
        for format in ConcernFormat.allCases {
            let places = everyField(of: ConcernTables.structure(of: format)).map { JsonPointer($0.place) }
            #expect(Set(places).count == places.count)
        }
    }

    @Test
    func `keeps the four forms apart as the protocol does`() {
        let counts = ConcernFormat.allCases.map { everyField(of: ConcernTables.structure(of: $0)).count }
        #expect(counts == [44, 44, 26, 26])
        let laterInFirst = everyField(of: ConcernTables.structure(of: .offentligV1)).filter {
            if case .later = $0.field.presence { true } else { false }
        }
        #expect(laterInFirst.map(\.field.name) == [.otherViews])
    }
}

struct `A pattern` {
    @Test(arguments: [
        (TextRule.oneLine, "", true), (.oneLine, "to ord", true), (.oneLine, "\u{85}\u{B}\u{C}\t\u{0}", true),
        (.oneLine, "a\n", false), (.oneLine, "\n", false), (.oneLine, "a\rb", false), (.oneLine, "a\u{2028}", false),
        (.oneLine, "\u{2029}a", false), (.oneLine, "\u{2027}\u{202A}€\u{20A8}", true),
        (.anything, "a\n\u{2028}\r", true),
        (.fourDigits, "0301", true), (.fourDigits, "301", false), (.fourDigits, "03011", false),
        (.fourDigits, "O301", false),
        (.fourDigits, "0301\n", false), (.fourDigits, "٠٣٠١", false), (.fourDigits, "０３０１", false),
        (.fourDigits, "", false),
        (.twoDigits, "00", true), (.twoDigits, "0", false), (.twoDigits, "000", false), (.twoDigits, "A1", false),
        (.twoDigits, "00\n", false), (.twoDigits, "٠", false), (.twoDigits, "é", false),
        (.phone, "0", true), (.phone, "+4700000000", true), (.phone, "00 00-00 00", true), (.phone, "", false),
        (.phone, "+", false), (.phone, "++47", false), (.phone, "00--00", false), (.phone, "00  00", false),
        (.phone, "00 -00", false), (.phone, " 00", false), (.phone, "00 ", false), (.phone, "00-", false),
        (.phone, "+ 47", false),
        (.phone, "00\n", false), (.phone, "ring meg", false), (.phone, "(00)", false), (.phone, "٠٠", false),
        (.phone, "47+", false),
        (.email, "a@b.no", true), (.email, "lærer@skole.no", true), (.email, "A.b-c_9@ÆØÅ.æøå.no", true),
        (.email, "-@-.no", true),
        (.email, "", false), (.email, "a@b", false), (.email, "@b.no", false), (.email, "a@.no", false),
        (.email, "a@b..no", false),
        (.email, "a+b@c.no", false), (.email, "a b@c.no", false), (.email, "a@b_c.no", false),
        (.email, ".a@b.no", false),
        (.email, "a.@b.no", false), (.email, "a..b@c.no", false), (.email, "a@b.n", false), (.email, "a@b.n0", false),
        (.email, "a@b.nø", false), (.email, "a@b@c.no", false), (.email, "a@@c.no", false), (.email, "a@b.no\n", false),
        (.email, "a\u{30A}@b.no", false), (.email, "ä@b.no", false), (.email, "a@b.no.", false),
        (.email, "a@b.NO", true),
        (.email, "Ã@b.no", false), (.email, "Ħ@b.no", false), (.email, "", false),
    ])
    func `means what ECMA-262 says`(rule: TextRule, text: String, isAccepted: Bool) {
        #expect(rule.accepts(Array(text.utf8)[...]) == isAccepted)
    }
}
