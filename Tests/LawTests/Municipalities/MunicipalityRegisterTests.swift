import Foundation
import TestSupport
import Testing

@testable import Law

struct `Municipality numbers` {
    @Test(arguments: ["0301", "1108", "5636", "0000"])
    func `are four digits`(text: String) throws {
        #expect(try MunicipalityNumber(parsing: text).text == text)
    }

    @Test(arguments: ["", "301", "03010", " 301", "0301 ", "03a1", "０３０１", "٠٣٠١", "+301", "-301"])
    func `are nothing else`(text: String) {
        #expect(throws: MunicipalityNumber.ParseError.notFourDigits) { try MunicipalityNumber(parsing: text) }
    }

    @Test(arguments: ["00", "07", "99"])
    func `of districts are two digits`(text: String) throws {
        #expect(try DistrictNumber(parsing: text).text == text)
        #expect(try (DistrictNumber(parsing: text) == DistrictNumber.none) == (text == "00"))
        #expect(try (DistrictNumber(parsing: text) > DistrictNumber.none) == (text != "00"))
    }

    @Test(arguments: ["", "0", "007", "7 ", "０7", "-1"])
    func `of districts are nothing else`(text: String) {
        #expect(throws: DistrictNumber.ParseError.notTwoDigits) { try DistrictNumber(parsing: text) }
    }
}

struct `Municipality register` {
    private let register = MunicipalityRegister.national

    private func number(_ text: String) throws -> MunicipalityNumber {
        try MunicipalityNumber(parsing: text)
    }

    @Test(arguments: [
        ("2019-12-31", 0), ("2020-01-01", 356), ("2023-12-31", 356), ("2024-01-01", 357), ("2026-06-30", 357),
    ])
    func `has as many as there were`(text: String, count: Int) throws {
        #expect(try register.municipalities(on: day(text)).count == count)
    }

    @Test(arguments: [
        ("0301", "2020-01-01", "valid"), ("0301", "2026-01-01", "valid"), ("0301", "2019-12-31", "notYet"),
        ("3024", "2023-12-31", "valid"), ("3024", "2024-01-01", "ended 3201"),
        ("3201", "2023-12-31", "notYet"), ("3201", "2024-01-01", "valid"),
        ("1507", "2023-12-31", "valid"), ("1507", "2024-01-01", "ended 1508 1580"),
        ("5444", "2026-01-01", "ended 5605"), ("0219", "2026-01-01", "unknown"), ("9999", "2026-01-01", "unknown"),
    ])
    func `knows which number is valid on a day`(text: String, on date: String, expected: String) throws {
        let found =
            switch try register.look(up: number(text), on: day(date)) {
            case .valid: "valid"
            case .ended(let ended): "ended " + ended.successors.map(\.text).joined(separator: " ")
            case .notYetValid: "notYet"
            case .unknown: "unknown"
            }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("0301", "Oslo", ["Oslo", "Oslove"], "Oslo", Region.oslo),
        ("3226", "Aurskog-Høland", ["Aurskog-Høland"], "Akershus", .east),
        ("5610", "Karasjok", ["Kárášjohka", "Karasjok"], "Finnmark", .north),
        ("5538", "Storfjord", ["Storfjord", "Omasvuotna", "Omasvuono"], "Troms", .north),
        ("3338", "Nore og Uvdal", ["Nore og Uvdal"], "Buskerud", .south),
        ("5436", "Porsanger", ["Porsanger", "Porsáŋgu", "Porsanki"], "Troms og Finnmark", .north),
        ("4621", "Voss", ["Voss herad"], "Vestland", .west),
    ])
    func `knows names, county and region`(
        text: String,
        name: String,
        official: [String],
        county: String,
        region: Region
    ) throws {
        let found = try #require(register[number(text)])
        #expect(found.name == name)
        #expect(found.officialNames == official)
        #expect(found.county.name == county)
        #expect(found.county.number == text.prefix(2))
        #expect(found.region == region)
    }

    @Test
    func `has sound figures for every number of today`() throws {
        let today = try register.municipalities(on: day("2026-06-30"))
        #expect(today.compactMap(\.population?.total).reduce(0, +) == 5_550_203)
        for municipality in today {
            let population = try #require(municipality.population)
            #expect((0..<population.total).contains(population.children))
            #expect((57.9...71.2).contains(municipality.centre.latitude))
            #expect((4.4...31.2).contains(municipality.centre.longitude))
            #expect(municipality.county.number == municipality.number.text.prefix(2))
            #expect(municipality.officialNames.allSatisfy { !$0.isEmpty })
            #expect(municipality.successors.isEmpty)
        }
        for ended in register.all where ended.validTo != nil {
            #expect(ended.population == nil)
            #expect(!ended.successors.isEmpty)
            #expect(ended.successors.allSatisfy { register[$0]?.validTo == nil && register[$0] != nil })
        }
    }

    @Test(arguments: [
        ("head\n0301,Oslo,Oslo,03,Oslo,egen,0301,1,1,59.9,10.7\nx", 3),
        ("head\n0301,Oslo,Oslo,03,Oslo,nowhere,0301,1,1,59.9,10.7", 2),
        ("head\n0301,Oslo,Oslo,03,Oslo,egen,0301,,1,59.9,10.7", 2),
        ("head\n301,Oslo,Oslo,03,Oslo,egen,0301,1,1,59.9,10.7", 2),
    ])
    func `names the line it cannot read`(table: String, line: Int) {
        #expect(throws: MunicipalityRegister.TableError(line: line)) { try MunicipalityRegister(table: table) }
    }

    @Test(.enabled(if: SharedFolder.url != nil, "the folder of facts is not beside the repository"))
    func `agrees with the table of facts`() throws {
        let file = try #require(SharedFolder.url).appending(path: "facts/data/municipalities_2024.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        let columns = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false)
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let row = Dictionary(zip(columns, fields)) { first, _ in first }
            let text = String(try #require(row["kommunenummer"]))
            let found = try #require(try register[number(text)])
            #expect(found.name == row["navn_nb"].map(String.init))
            #expect((found.population?.total).map(String.init) == row["pop_2024"].map(String.init))
            #expect((found.population?.children).map(String.init) == row["barn_0_17_2024"].map(String.init))
            let before = String(try #require(row["kommunenummer_2020_2023"]))
            if before != text {
                #expect(try register[number(before)]?.successors.contains(number(text)) == true)
            }
        }
        #expect(lines.count == 358)
    }
}
