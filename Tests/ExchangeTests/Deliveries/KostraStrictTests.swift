import Exchange
import Law
import Testing

/// Every difference between the two modes, on the day before it, on it and after it.
struct `KOSTRA in strict mode` {
    /// What a person is made of, and which rules each of the modes has alone.
    struct Boundary: Sendable, CustomTestStringConvertible {
        var content: String
        var attributes = ""
        var year = 2024
        var strictly: [String] = []
        var officially: [String] = []
        var testDescription: String { attributes + content }
    }

    private static func number(_ yearsAfterEarliest: Int) -> String {
        PersonNumber.synthetic(birthDay: .earliest.adding(years: yearsAfterEarliest), serial: 500)?.digits ?? ""
    }

    /// Somebody born in 2010.
    private static let child = number(2009)

    private static func person(_ content: String, _ attributes: String, journal: String = "J", id: String = "1")
        -> String
    {
        let identity = attributes.contains("nummer=") ? "" : " Fodselsnummer='\(child)'"
        return """
            <Individ Id='\(id)' Journalnummer='\(journal)' StartDato='2020-01-01' Saksbehandler='S' Avslutta3112='2'\
            \(identity) \(attributes)>\(content)</Individ>
            """
    }

    private static func file(_ persons: String, year: Int) -> [UInt8] {
        let sender = "Organisasjonsnummer='958935420' Kommunenummer='4601' Kommunenavn='Bergen'"
        return Array("<Barnevern><Avgiver Versjon='\(year)' \(sender)/>\(persons)</Barnevern>".utf8)
    }

    private static func check(_ persons: String, _ mode: KostraFrame.Mode, year: Int) -> [DeliveryEntry] {
        checkKostra(file(persons, year: year), mode, year: year, region: "460100").entries
    }

    private static func concern(_ end: String, _ conclusion: String = "4") -> String {
        "<Melding Id='m' StartDato='2024-02-01' SluttDato='\(end)' Konklusjon='\(conclusion)'/>"
    }

    private static func investigation(_ start: String) -> String {
        "<Melding Id='m' StartDato='2024-02-01'><Undersokelse Id='u' StartDato='\(start)'/></Melding>"
    }

    private static func plan(_ evaluated: String) -> String {
        "<Plan Id='p' StartDato='2020-01-01' EvaluertDato='\(evaluated)' Plantype='1'/>"
    }

    private static func measure(_ id: String, _ start: String, _ end: String?, _ bases: String, _ category: String)
        -> String
    {
        let end = end.map { " SluttDato='\($0)'" } ?? ""
        return "<Tiltak Id='\(id)' StartDato='\(start)'\(end)>\(bases)<Kategori Kode='\(category)'/></Tiltak>"
    }

    private static func basis(_ act: String, _ chapter: String, _ section: String, _ more: String = "") -> String {
        "Lov='\(act)' Kapittel='\(chapter)' Paragraf='\(section)' \(more)/>"
    }

    private static func care(_ basis: String, _ reference: String = "") -> String {
        measure("t", "2023-01-01", "2024-06-01", "<Lovhjemmel \(basis)\(reference)", "3.1")
    }

    private static func placements(_ start: String, _ end: String) -> String {
        let basis = "<Lovhjemmel \(basis("BVL2021", "3", "2"))"
        return measure("t", "2022-06-01", end, basis, "1.1") + measure("u", start, nil, basis, "2.1")
    }

    private static let boundaries =
        concerns + dates + measures + [
            Boundary(
                content: plan("2024-01-01"),
                attributes: "Fodselsnummer='01011055555'",
                officially: ["INDIVID_03", "INDIVID_12"]
            ),
            Boundary(content: plan("2024-01-01"), attributes: "Fodselsnummer='01011099999'"),
        ]

    private static let concerns = [
        Boundary(content: concern("2024-02-08")),
        Boundary(content: concern("2024-02-09"), strictly: ["MELDING_03"]),
        Boundary(content: concern("2024-02-10")),
        Boundary(content: concern("2024-02-05", "1"), attributes: "SluttDato='2024-02-05'"),
        Boundary(content: concern("2024-02-05", "1"), attributes: "SluttDato='2024-02-04'", strictly: ["MELDING_02C"]),
        Boundary(content: concern("2024-02-05"), attributes: "SluttDato='2024-02-04'", officially: ["MELDING_02C"]),
        Boundary(content: investigation("2024-06-29")),
        Boundary(content: investigation("2024-06-30"), strictly: ["UNDERSOKELSE_08"]),
        Boundary(content: investigation("2024-07-01")),
    ]

    private static let dates = [
        Boundary(content: plan("1998-12-31"), strictly: ["INDIVID_01A"]),
        Boundary(content: plan("1999-01-01")),
        Boundary(content: plan("1997-12-31")),
        Boundary(content: plan("2049-12-31")),
        Boundary(content: plan("2050-01-01")),
        Boundary(content: plan("2050-01-01"), year: 2025, officially: ["INDIVID_01A"]),
        Boundary(content: plan("2051-01-01"), year: 2025),
    ]

    private static let measures = [
        Boundary(content: placements("2024-01-01", "2024-03-30")),
        Boundary(content: placements("2024-01-01", "2024-03-31"), officially: ["TILTAK_09"]),
        Boundary(content: placements("2024-01-01", "2024-04-01"), officially: ["TILTAK_09"]),
        Boundary(content: placements("2024-01-01", "2024-04-02")),
        // From 30 November three months are over on 29 February.
        Boundary(content: placements("2023-11-30", "2024-02-29"), officially: ["TILTAK_09"]),
        Boundary(content: placements("2023-11-30", "2024-03-01")),
        Boundary(content: care(basis("BVL2021", "5", "1")), strictly: ["TILTAK_04"]),
        Boundary(content: care(basis("BVL2021", "5", "1", "Bokstav='g'"))),
        Boundary(content: care(basis("BVL2021", "5", "1", "Bokstav='h'")), strictly: ["TILTAK_04"]),
        Boundary(content: care(basis("BVL2021", "5", "2"))),
        Boundary(content: care(basis("BVL", "4", "8", "Ledd='1'"))),
        Boundary(content: care(basis("BVL", "4", "8", "Ledd='2'"))),
        Boundary(
            content: care(basis("BVL", "4", "8"), "<JmfrLovhjemmel \(basis("BVL", "4", "12"))"),
            strictly: ["TILTAK_04"]
        ),
        Boundary(content: care(basis("BVL2021", "0", "2"))),
        Boundary(
            content: care(basis("BVL2021", "3", "2"), "<JmfrLovhjemmel \(basis("BVL2021", "3", "0"))"),
            strictly: ["LOVHJEMMEL_04"]
        ),
    ]

    @Test(arguments: boundaries)
    func `departs from the official program where the written specification does, and says so`(_ boundary: Boundary) {
        let person = Self.person(boundary.content, boundary.attributes)
        let strict = Self.check(person, .strict, year: boundary.year)
        let official = Self.check(person, .reference, year: boundary.year)
        #expect(strict.allSatisfy { $0.rule != "XSD" } && official.allSatisfy { $0.rule != "INDIVID_01" })
        let strictly = strict.filter { $0.facts.difference == .onlyStrict }.map(\.rule)
        let officially = official.filter { $0.facts.difference == .onlyReference }.map(\.rule)
        #expect(strictly == boundary.strictly)
        #expect(officially == boundary.officially)
        let common = [strict, official].map { entries in
            entries.filter { $0.facts.difference != .onlyStrict && $0.facts.difference != .onlyReference }.map(\.rule)
        }
        #expect(common[0] == common[1])
    }

    @Test func `warns where the program stops those past 18 without a measure`() {
        let young = Self.person(Self.plan("2024-01-01"), "Fodselsnummer='\(Self.number(2005))'")
        #expect(Self.check(young, .strict, year: 2024).isEmpty)
        let grown = Self.person(Self.plan("2024-01-01"), "Fodselsnummer='\(Self.number(2004))'")
        let strict = Self.check(grown, .strict, year: 2024)
        #expect(strict.map(\.rule) == ["INDIVID_08"])
        #expect(strict.map(\.severity) == [.warning] && strict.map(\.facts.difference) == [.severity])
        #expect(Self.check(grown, .reference, year: 2024).map(\.severity) == [.error])
    }

    @Test func `holds journals against each other whether people have a birth number or not`() {
        let content = Self.plan("2024-01-01")
        let first = Self.person(content, "DUFnummer='201600000902'")
        let second = Self.person(content, "DUFnummer='201600000902'", id: "2")
        let strict = Self.check(first + second, .strict, year: 2024)
        #expect(strict.last?.rule == "INDIVID_05" && strict.last?.facts.difference == .onlyStrict)
        #expect(!Self.check(first + second, .reference, year: 2024).contains { $0.rule == "INDIVID_05" })
    }

    @Test func `tells of a number in several journals, and not of one that comes twice in one`() {
        let content = Self.plan("2024-01-01")
        let one = Self.person(content, "") + Self.person(content, "", id: "2")
        #expect(Self.check(one, .strict, year: 2024).map(\.rule) == ["INDIVID_05"])
        let official = Self.check(one, .reference, year: 2024)
        #expect(official.map(\.rule) == ["INDIVID_04", "INDIVID_04", "INDIVID_05"])
        #expect(official.first?.facts.difference == .onlyReference)
        let two = Self.person(content, "") + Self.person(content, "", journal: "K", id: "2")
        for mode in KostraFrame.Mode.allCases {
            #expect(Self.check(two, mode, year: 2024).map(\.rule) == ["INDIVID_04", "INDIVID_04"])
        }
    }
}
