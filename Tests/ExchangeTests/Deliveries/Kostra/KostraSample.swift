import Casework
import Exchange
import Law

/// Values that nothing is wrong with, for tests to change.
enum KostraSample {
    static let sender = KostraDelivery.Sender(
        organisation: "999999999",
        year: 2024,
        municipality: "4601",
        municipalityName: "Kommune på øya"
    )

    static let basis = KostraIndividual.Basis(act: "BVL2021", chapter: "3", section: "1", letter: "", subsection: "2")

    /// A person with something of each kind, of which each is told for 2024.
    static func person(_ change: (inout KostraIndividual) -> Void = { _ in }) -> KostraIndividual {
        let day = RegisterSample.day
        var person = KostraIndividual(
            id: "i1",
            start: day("2024-01-10"),
            journal: "2024/1",
            birthNumber: RegisterSample.number("2014-05-10"),
            districtNumber: "03",
            districtName: "Øst",
            area: "123",
            caseworker: "Ærlig <Å> & \"Co\" 😀",
            isClosed: false,
            concerns: [
                KostraIndividual.Concern(
                    id: "m1",
                    start: day("2024-02-01"),
                    end: day("2024-02-05"),
                    conclusion: "2",
                    reporters: [StatedCode("22", "tante")],
                    contents: [StatedCode("3"), StatedCode("18", "annet")],
                    investigation: KostraIndividual.Investigation(
                        id: "u1",
                        start: day("2024-02-05"),
                        end: day("2024-04-01"),
                        conclusion: "1",
                        specification: "ja",
                        grounds: [StatedCode("3")]
                    )
                )
            ],
            plans: [
                KostraIndividual.Plan(id: "p1", start: day("2024-04-10"), evaluated: day("2024-06-01"), kind: "1")
            ],
            measures: [
                KostraIndividual.Measure(
                    id: "t1",
                    start: day("2024-04-10"),
                    end: day("2024-12-01"),
                    basis: basis,
                    references: [basis],
                    category: StatedCode("3.99", "kurs"),
                    grounds: [StatedCode("3")],
                    repeal: StatedCode("4", "flyttet")
                )
            ],
            relocations: [
                KostraIndividual.Relocation(
                    id: "f1",
                    end: day("2024-05-01"),
                    reason: StatedCode("2.9", "ønske"),
                    destination: StatedCode("1")
                )
            ]
        )
        change(&person)
        return person
    }
}
