import Casework
import Exchange
import Law

/// A delivery that nothing is wrong with, for tests to change.
enum RegisterSample {
    static func id(_ number: Int) -> ThingID {
        let digits = String(number)
        return ThingID("00000000-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)")
    }

    static func day(_ text: String) -> CalendarDay {
        (try? CalendarDay(parsing: text)) ?? .earliest
    }

    /// A synthetic number with a ninth digit that tells the sex.
    static func number(_ birthDay: String, sex: String = "1", dNumber: Bool = false) -> StatedNumber {
        let day = day(birthDay)
        guard let serials = PersonNumber.syntheticSerials(bornIn: day.year) else { return StatedNumber("") }
        let digits = serials.lazy.filter { $0.isMultiple(of: 2) == (sex == "2") }
            .compactMap { PersonNumber.synthetic(birthDay: day, serial: $0, dNumber: dNumber)?.digits }
        return StatedNumber(digits.first ?? "")
    }

    static let basis = Provision(act: "BVL2021", chapter: "3", section: "1")
    static let care = Provision(act: "BVL2021", chapter: "5", section: "1", letters: ["a"])

    static func person(_ birthDay: String, sex: String = "1", start: String = "2024-01-10") -> Case.Person {
        Case.Person(
            id: id(1),
            start: day(start),
            number: number(birthDay, sex: sex),
            birthDay: day(birthDay),
            sex: sex
        )
    }

    static func measure(
        _ number: Int,
        _ category: String,
        _ start: String = "2024-04-10",
        _ end: String? = nil,
        basis: Provision = basis
    ) -> Case.Measure {
        Case.Measure(
            id: id(number),
            start: day(start),
            basis: basis,
            category: StatedCode(category),
            end: end.map(day)
        )
    }

    static let registerCase: Case = {
        var all = Case(id: id(100), start: day("2024-01-10"), journal: "2024/1")
        all.people = [person("2014-05-10")]
        all.concerns = [
            Case.Concern(
                id: id(2),
                start: day("2024-02-01"),
                reporters: [StatedCode("1")],
                contents: [StatedCode("3")],
                conclusion: Case.Conclusion(end: day("2024-02-05"), code: "2")
            )
        ]
        all.investigations = [
            Case.Investigation(
                id: id(3),
                start: day("2024-02-05"),
                grounds: [StatedCode("3")],
                conclusion: Case.Conclusion(end: day("2024-04-01"), code: "1")
            )
        ]
        all.plans = [
            Case.Plan(id: id(7), start: day("2024-04-10"), kind: "1", evaluations: [day("2024-06-01")])
        ]
        all.measures = [measure(6, "3.1")]
        all.decisions = [
            Case.Decision(
                id: id(4),
                start: day("2024-04-01"),
                basis: basis,
                claims: [
                    Case.Decision.Claim(
                        id: id(8),
                        start: day("2024-04-05"),
                        conclusion: Case.Conclusion(end: day("2024-04-20"), code: "1")
                    )
                ],
                statuses: [Case.Decision.Status(id: id(5), changed: day("2024-04-01"), code: "1")]
            )
        ]
        all.aftercare = [Case.Aftercare(id: id(9), offered: day("2024-06-01"))]
        all.tribunal = [Case.Tribunal(id: id(10), start: day("2024-04-02"), basis: basis)]
        all.relocations = [
            Case.Relocation(
                id: id(11),
                end: day("2024-05-01"),
                reason: StatedCode("2.1"),
                destination: StatedCode("1")
            )
        ]
        all.relations = [
            Case.Relation(id: id(21), from: id(2).text, .concern, to: id(3), .investigation),
            Case.Relation(id: id(22), from: id(3).text, .investigation, to: id(4), .decision),
            Case.Relation(id: id(23), from: id(4).text, .decision, to: id(6), .measure),
        ]
        return all
    }()

    /// The sample with a change to its case.
    static func delivery(
        _ number: Int = 200,
        after previous: Int? = nil,
        at moment: String = "2024-12-31T12:00:00Z",
        _ change: (inout Case) -> Void = { _ in }
    ) -> RegisterDelivery {
        var all = registerCase
        change(&all)
        return RegisterDelivery(
            id: id(number),
            extracted: RegisterMoment(moment) ?? RegisterMoment(.earliest),
            previousID: previous.map { id($0) },
            system: .init(vendor: "Acme", name: "Sak & <Ark>", version: "1"),
            sender: .init(organisation: "999999999", municipality: "4601", municipalityName: "Kommune"),
            registerCase: all
        )
    }
}
