import Casework
import Exchange
import Foundation
import Law
import TestSupport
import Testing

/// Codes, provisions, ids and texts of a case on their way into KOSTRA.
struct `A case told to KOSTRA` {
    private static func told(_ change: (inout Case) -> Void) -> KostraIndividual? {
        var all = RegisterSample.registerCase
        change(&all)
        return KostraIndividual(all, year: 2024)
    }

    // MARK: Codes

    /// The codes of the knowledge model that mean what an old one means.
    private static let same = [
        "1.1.02": "14", "1.3.08": "25", "1.3.09": "15", "1.3.11": "26", "2.4.01": "32", "2.4.02": "7", "2.4.04": "24",
        "2.4.06": "27", "2.4.07": "11", "3.1.02": "1", "3.1.03": "2", "3.1.04": "29", "3.1.08": "3", "3.1.10": "5",
    ]

    @Test(arguments: RegisterCodeList.contents.all)
    func `says what something is about with the codes that there are`(_ code: String) throws {
        let told = Self.told { all in
            all.concerns[0].contents = [StatedCode(code, "ord")]
            all.investigations[0].grounds = [StatedCode(code, "ord")]
            all.measures[0].grounds = [StatedCode(code), StatedCode(code, "")]
        }
        let contents = told?.concerns.first?.contents ?? []
        let content = try #require(contents.first)
        #expect(contents.count == 1 && told?.concerns.first?.investigation?.grounds == contents)
        // A code without words and one with empty ones say the same.
        #expect(told?.measures.first?.grounds.count == 1)
        if let same = Self.same[code] ?? (code.contains(".") ? nil : code) {
            #expect(content == StatedCode(same, "ord"))
            #expect(told?.measures.first?.grounds == [StatedCode(same)])
        } else {
            #expect(content.code == (code.hasPrefix("1") ? "19" : "18"))
            let specification = try #require(content.specification)
            #expect(specification.hasPrefix("\(code) ") && specification.hasSuffix(": ord"))
            #expect(told?.measures.first?.grounds.first?.specification == String(specification.dropLast(5)))
        }
    }

    @Test(.enabled(if: SharedFolder.item("facts/data/register_codelists.json") != nil, "There is no ../shared/facts."))
    func `names the codes of the knowledge model as their list does`() throws {
        struct Lists: Decodable {
            struct Row: Decodable {
                var path: String
                var codes: [Code]
            }

            struct Code: Decodable {
                var code: String
                var title: String
            }

            var lists: [Row]
        }
        let url = try #require(SharedFolder.item("facts/data/register_codelists.json"))
        let lists = try JSONDecoder().decode(Lists.self, from: Data(contentsOf: url)).lists
        let rows = try #require(lists.first { $0.path.hasSuffix("Melding/Saksinnhold/@Kode") }).codes
        // Slips of the pen in the list.
        let mended = [
            ("begår straffbar ", "begår straffbare "), ("Fattogdom", "Fattigdom"), ("Minioritets", "Minoritets"),
        ]
        var count = 0
        for row in rows where row.code.contains(".") && Self.same[row.code] == nil {
            let told = Self.told { $0.concerns[0].contents = [StatedCode(row.code)] }
            let title = mended.reduce(row.title) { $0.replacing($1.0, with: $1.1) }
            #expect(told?.concerns.first?.contents.first?.specification == "\(row.code) \(title)")
            count += 1
        }
        #expect(count == 57 - Self.same.count)
    }

    @Test func `says a code twice only with other words`() {
        let told = Self.told { all in
            all.concerns[0].contents = ["3.1.08", "3", "2.1.01", "2.1.02", "2.1.01", "18"].map { StatedCode($0) }
        }
        let contents = told?.concerns.first?.contents ?? []
        #expect(contents.map(\.code) == ["3", "18", "18", "18"])
        #expect(Set(contents).count == contents.count)
    }

    @Test(arguments: RegisterCodeList.concernConclusions.all)
    func `tells how a concern was concluded`(_ code: String) {
        let told = Self.told { $0.concerns[0].conclusion?.code = code }
        #expect(told?.concerns.first?.conclusion == (["2", "3", "4"].contains(code) ? code : "1"))
    }

    @Test(arguments: RegisterCodeList.investigationConclusions.all, [nil, "ord"])
    func `tells how an investigation was concluded`(_ code: String, _ words: String?) throws {
        let told = Self.told { all in
            all.investigations[0].conclusion?.code = code
            all.investigations[0].conclusion?.specification = words
        }
        let investigation = try #require(told?.concerns.first?.investigation)
        let moved = ["7": "til utlandet", "8": "til ukjent sted", "9": "til annen kommune"]
        if let place = moved[code] {
            #expect(investigation.conclusion == "5")
            #expect(investigation.specification?.contains(place) == true)
            #expect(investigation.specification?.hasSuffix(words.map { ": \($0)" } ?? place) == true)
        } else {
            #expect(investigation.conclusion == code && investigation.specification == words)
        }
    }

    @Test(arguments: RegisterCodeList.categories.all)
    func `tells the category of a measure`(_ code: String) {
        let told = Self.told { $0.measures[0].category = StatedCode(code, "ord") }
        #expect(told?.measures.first?.category == StatedCode(["8.4", "8.5"].contains(code) ? "8.2" : code, "ord"))
    }

    @Test func `is as the schema wants it whatever codes the register has`() throws {
        var writer = KostraWriter()
        let lists: [(RegisterCodeList, @Sendable (inout Case, String) -> Void)] = [
            (.reporters, { $0.concerns[0].reporters = [StatedCode($1)] }),
            (.contents, { $0.concerns[0].contents = [StatedCode($1)] }),
            (.contents, { $0.investigations[0].grounds = [StatedCode($1)] }),
            (.contents, { $0.measures[0].grounds = [StatedCode($1)] }),
            (.concernConclusions, { $0.concerns[0].conclusion?.code = $1 }),
            (.investigationConclusions, { $0.investigations[0].conclusion?.code = $1 }),
            (.plans, { $0.plans[0].kind = $1 }),
            (.categories, { $0.measures[0].category = StatedCode($1) }),
            (.repeals, { $0.measures[0].repeal = StatedCode($1) }),
            (.acts, { $0.measures[0].basis.act = $1 }),
            (.reasons, { $0.relocations[0].reason = StatedCode($1) }),
            (.destinations, { $0.relocations[0].destination = StatedCode($1) }),
        ]
        for (list, put) in lists {
            for code in list.all {
                let told = try #require(Self.told { put(&$0, code) })
                #expect(throws: Never.self, "\(list.name) \(code)") { try writer.add(told) }
            }
        }
    }

    // MARK: Provisions

    private static func provision(_ section: String, _ subsections: [String], _ letters: [String]) -> Provision {
        Provision(act: "BVL2021", chapter: "3", section: section, subsections: subsections, letters: letters)
    }

    private static func basis(_ section: String, _ subsection: String?, _ letter: String?) -> KostraIndividual.Basis {
        KostraIndividual.Basis(act: "BVL2021", chapter: "3", section: section, letter: letter, subsection: subsection)
    }

    @Test func `refers to what a provision has more of than one, after the case's own references`() {
        let told = Self.told { all in
            all.measures[0].basis = Self.provision("1", ["1", "2", "3"], ["a", "b"])
            all.measures[0].references = [Self.provision("4", ["7"], [])]
        }
        #expect(told?.measures.first?.basis == Self.basis("1", "1", "a"))
        #expect(
            told?.measures.first?.references
                == [Self.basis("4", "7", nil), Self.basis("1", "2", "b"), Self.basis("1", "3", nil)]
        )
    }

    @Test func `refers to three provisions at most, and to none twice`() {
        let told = Self.told { all in
            all.measures[0].basis = Self.provision("1", ["1", "1", "2"], [])
            all.measures[0].references = ["4", "5"].map { Self.provision($0, ["1", "2"], []) }
        }
        #expect(
            told?.measures.first?.references
                == [Self.basis("4", "1", nil), Self.basis("5", "1", nil), Self.basis("1", "2", nil)]
        )
    }

    // MARK: Ids and texts

    @Test func `has ids of at most 30 characters, the same every year, each once`() {
        let told = Self.told { all in
            all.migratedID = String(repeating: "i", count: 31)
            all.plans = (0..<4).map { number in
                var plan = all.plans[0]
                plan.id = ThingID("00000000-0000-4000-8000-0000000000\(["0A", "0b", "1a"][min(number, 2)])")
                plan.migratedID = ["old", nil, nil, "old"][number]
                return plan
            }
            all.plans[3].id = RegisterSample.id(77)
            all.plans.append(all.plans[0])
            all.plans[4].id = RegisterSample.id(78)
            all.plans[4].migratedID = nil
        }
        #expect(told?.id == "000000000000400080000000000001")
        #expect(
            told?.plans.map(\.id)
                == [
                    "old", "000000000000400080000000000000", "0000000000004000800000000000-2", "old-2",
                    "0000000000004000800000000000-3",
                ]
        )
    }

    @Test func `has a journal of at most 20 characters, which differ where they did`() {
        let uuid = "ABCDEF00-0000-4000-8000-00000000000F"
        let long = ["1", "2"].map { "2024/barn/0000000000000000000000000\($0)" }
        let journals = (["2024/1", uuid] + long).map { journal in Self.told { $0.journal = journal }?.journal ?? "" }
        #expect(journals.prefix(2) == ["2024/1", "abcdef00000040008000"])
        #expect(Set(journals).count == 4 && journals.allSatisfy { $0.utf16.count <= 20 })
        #expect(journals[2].hasPrefix("2024/barn/0"))
    }

    @Test(
        arguments: [
            (999, "😀", 999), (1000, "", 1000), (1001, "", 1000), (998, "😀", 1000), (999, "e\u{301}", 999),
            (998, "e\u{301}", 1000), (0, "", nil),
        ] as [(Int, String, Int?)]
    )
    func `cuts words to 1000 units without splitting a character`(_ count: Int, _ end: String, _ expected: Int?) {
        let text = String(repeating: "å", count: count) + end
        let told = Self.told { all in
            all.measures[0].category.specification = text
            all.relocations[0].reason.specification = text
        }
        #expect(told?.measures.first?.category.specification?.utf16.count == expected)
        let moved = told?.relocations.first?.reason.specification
        #expect(moved?.utf16.count == expected.map { min($0, 300) })
        #expect(text.hasPrefix(told?.measures.first?.category.specification ?? ""))
    }

    @Test func `cuts a character that is longer than the limit by itself`() {
        let text = "e" + String(repeating: "\u{301}", count: 1200)
        let told = Self.told { $0.measures[0].category.specification = text }
        #expect(told?.measures.first?.category.specification?.utf16.count == 1000)
    }

    @Test(arguments: [(nil, "Ukjent"), ("", "Ukjent"), ("Ås", "Ås")] as [(String?, String)])
    func `names a caseworker, who may be unknown`(_ caseworker: String?, _ expected: String) {
        #expect(Self.told { $0.caseworker = caseworker }?.caseworker == expected)
    }

    @Test func `names the district`() {
        let told = Self.told { $0.district = Case.District(number: "03", name: String(repeating: "b", count: 251)) }
        #expect(told?.districtNumber == "03")
        #expect(told?.districtName?.utf16.count == 250)
    }
}
