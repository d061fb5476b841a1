import Casework
import Exchange
import Foundation
import Law
import TestSupport
import Testing

struct `A person of a KOSTRA delivery` {
    @Test(.enabled(if: !KostraCorpus.vectors.isEmpty, "\(KostraCorpus.missing)"))
    func `of the corpus is the same as a case and back, save for what the exceptions say`() throws {
        var count = 0
        for vector in KostraCorpus.vectors {
            guard let read = try? readKostra(try KostraCorpus.bytes(vector.file)) else { continue }
            for person in read.parts.people {
                let back = KostraIndividual(Case(person), year: vector.year)
                #expect(back == KostraException.expected(person, vector.year), "\(vector.id)")
                count += 1
            }
        }
        #expect(count > 300)
    }

    @Test(arguments: [("0.0", 1), ("1.0", 2)])
    func `that was made for tests is the same as a case and back, save for what the exceptions say`(
        _ violations: String,
        _ seed: Int
    ) throws {
        guard MadeDeliveries.isAtHand else { return }
        let folder = try TemporaryFolder()
        let bytes = try MadeDeliveries.kostra(
            folder,
            "-n",
            "400",
            "--seed",
            "\(seed)",
            "--year",
            "2024",
            "--tenor",
            "--violations",
            violations
        )
        let people = try readKostra(bytes).parts.people
        #expect(people.count == 400)
        for person in people {
            let back = KostraIndividual(Case(person), year: 2024)
            #expect(back == KostraException.expected(person, 2024))
        }
        // Of a file with nothing wrong nothing is lost but what is said twice, and what lies outside the year.
        guard violations == "0.0" else { return }
        let used = Set(people.flatMap { KostraException.used($0, 2024) })
        #expect(used.isSubset(of: [.repeatedCodes, .plans, .relocations, .nothingLeft]))
    }

    @Test(arguments: KostraException.allCases)
    func `loses what an exception says, and no more`(_ exception: KostraException) throws {
        let person = KostraSample.person(exception.example)
        #expect(KostraException.used(person, 2024) == [exception])
        let back = KostraIndividual(Case(person), year: 2024)
        #expect(back == KostraException.expected(person, 2024))
        #expect(back != person)
    }

    @Test func `without what exceptions are about is the same as a case and back`() throws {
        let person = KostraSample.person { person in
            person.area = nil
            person.measures[0].basis.letter = nil
            person.measures[0].references = []
        }
        #expect(KostraIndividual(Case(person), year: 2024) == person)
    }

    @Test func `keeps ids that come twice, and says which concern an investigation is of`() throws {
        let person = KostraSample.person { person in
            person.area = nil
            person.measures[0].basis.letter = nil
            person.measures[0].references = []
            var other = person.concerns[0]
            // As ids of a case they are the same.
            other.id = "M1"
            other.investigation?.conclusion = "3"
            person.concerns.append(other)
        }
        let all = Case(person)
        #expect(all.concerns.map(\.id.text) == ["m1", "M1#2"] && all.concerns.map(\.migratedID) == ["m1", "M1"])
        #expect(all.investigations.map(\.id.text) == ["u1", "u1#2"])
        #expect(all.relations.map(\.id.text) == ["rel-u1", "rel-u1#2"])
        #expect(all.relations.map(\.from) == ["m1", "M1#2"] && all.relations.map(\.to.text) == ["u1", "u1#2"])
        #expect(KostraIndividual(all, year: 2024) == person)
    }

    @Test func `becomes a case with all that KOSTRA tells`() throws {
        let person = KostraSample.person()
        let all = Case(person)
        #expect(all.id.text == "i1" && all.migratedID == "i1" && all.journal == "2024/1")
        #expect(all.caseworker == person.caseworker && all.isClosed == false && all.end == nil)
        #expect(all.district == Case.District(number: "03", name: "Øst"))
        #expect(all.people.map(\.id.text) == ["person-i1"] && all.people.map(\.start) == [person.start])
        #expect(all.people.map(\.birthDay) == [RegisterSample.day("2014-05-10")])
        #expect(all.measures.map(\.basis.subsections) == [["2"]] && all.measures.map(\.basis.letters) == [[]])
        #expect(all.plans.map(\.evaluations) == [[RegisterSample.day("2024-06-01")]])
        #expect(all.decisions.isEmpty && all.aftercare.isEmpty && all.tribunal.isEmpty)
        #expect(all.measures.allSatisfy { $0.supervision == nil && $0.followUp == nil })
    }

    @Test(arguments: [
        ("boy", "1", "2014-05-10"), ("girl", "2", "2014-05-10"), ("10051400100", "1", "2014-05-10"),
        ("10051400200", "2", "2014-05-10"), ("10059800200", "2", "1998-05-10"), ("10052599999", "0", "2025-05-10"),
        ("10051455555", "", "2014-05-10"), ("99999999999", "0", "0001-01-01"), ("12345678901", "1", "0001-01-01"),
        ("", "", "0001-01-01"),
    ])
    func `has the sex and the day of birth that the number tells`(_ number: String, _ sex: String, _ day: String) {
        let numbers = ["boy": "1", "girl": "2"].mapValues { RegisterSample.number("2014-05-10", sex: $0) }
        let person = KostraSample.person { person in
            person.birthNumber = number.isEmpty ? nil : numbers[number] ?? StatedNumber(number)
            person.dufNumber = StatedNumber("200012345678")
        }
        let all = Case(person)
        #expect(all.people.map(\.sex) == [sex])
        #expect(all.people.map(\.birthDay) == [RegisterSample.day(day)])
        #expect(all.people.map(\.number) == [person.birthNumber ?? StatedNumber("")])
        let back = KostraIndividual(all, year: 2024)
        #expect(back?.birthNumber == person.birthNumber && back?.dufNumber == person.dufNumber)
    }
}

extension MadeDeliveries {
    /// A file of many persons, with synthetic numbers.
    static func kostra(_ folder: TemporaryFolder, _ arguments: String...) throws -> [UInt8] {
        let path = folder.file("kostra.xml")
        let tool = try #require(SharedFolder.item("tools/make_deliveries.py")).path(percentEncoded: false)
        try OutsideProgram.errors(of: "/usr/bin/python3", [tool, "kostra"] + arguments + ["-o", path])
        return try [UInt8](Data(contentsOf: URL(filePath: path)))
    }
}
