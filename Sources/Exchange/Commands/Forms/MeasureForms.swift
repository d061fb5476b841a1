import Casework
import Law

/// Measures (tiltak), and where a child lives during them.
enum MeasureForms {
    static let all = [start, end]

    private static let decision = FormEntry.reference("decision", .decision)
    private static let category = FormEntry.code("category", RegisterCodes.measures)
    private static let text = FormEntry.paragraphs("text")
    private static let home = FormEntry<PlacementStart.Home>.code("home", "placement-home").optional
    private static let caretaker = FormEntry.reference("caretaker", .person).allowed(home)
    private static let careMunicipality = FormEntry.municipality("careMunicipality").needed(home)
    private static let fosterMunicipality = FormEntry.municipality("fosterMunicipality").allowed(home)
    private static let distance = FormEntry.number("distance", 0...5000).allowed(home)

    static let start = CommandForm(
        "start-measure",
        .measures,
        "barnevernsloven § 8-1",
        [decision, category, text, home, caretaker, careMunicipality, fosterMunicipality, distance],
        make: { input throws(FieldFault) in
            var placement: PlacementStart?
            if let place = input.given(home) {
                placement = PlacementStart(
                    home: place,
                    caretaker: input.given(caretaker),
                    careMunicipality: try input[careMunicipality],
                    fosterMunicipality: input.given(fosterMunicipality),
                    distance: input.given(distance)
                )
            }
            return .inCase(
                .measureStarted(
                    MeasureStart(
                        id: input.context.id,
                        decision: try input[decision],
                        category: try input[category],
                        text: try input[text],
                        placement: placement
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.measureStarted(let start)) = happening else { return nil }
            return [
                decision.filled(start.decision), category.filled(start.category), text.filled(start.text),
                home.filled(start.placement?.home), caretaker.filled(start.placement?.caretaker),
                careMunicipality.filled(start.placement?.careMunicipality),
                fosterMunicipality.filled(start.placement?.fosterMunicipality),
                distance.filled(start.placement?.distance),
            ]
        }
    )

    private static let measure = FormEntry.reference("measure", .measure)
    private static let cause = FormEntry<MeasureEnd.Cause>.code("cause", "measure-end-cause")

    static let end = CommandForm(
        "end-measure",
        .measures,
        "barnevernsloven § 8-1",
        [measure, cause, text],
        make: { input throws(FieldFault) in
            .inCase(.measureEnded(try input[measure], MeasureEnd(cause: try input[cause], text: try input[text])))
        },
        fill: { happening in
            guard case .inCase(.measureEnded(let id, let end)) = happening else { return nil }
            return [measure.filled(id), cause.filled(end.cause), text.filled(end.text)]
        }
    )
}

/// The codes of the register that a caseworker chooses from; the lists as they stand from 2026.
///
/// Source: the lists Tiltak/Kategori, Flytting/ArsakFra and Flytting/FlyttingTil of Barnevernsregisteret.
enum RegisterCodes {
    static let measures = CodeList(
        "measure-category",
        [
            "1.1", "1.2", "1.99", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.99", "3.1", "3.2", "3.3", "3.4", "3.5",
            "3.6", "3.7", "3.8", "3.9", "3.10", "3.99", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9",
            "4.99", "5.1", "5.2", "5.3", "5.4", "5.99", "6.1", "6.2", "6.3", "6.4", "6.99", "7.1", "7.2", "7.3",
            "7.99", "8.1", "8.3", "8.4", "8.5", "8.99",
        ]
    )

    static let relocationReasons = CodeList(
        "relocation-reason",
        [
            "1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5", "1.2.1", "1.2.2", "1.2.3", "1.3", "2.1", "2.2", "2.3", "2.4",
            "2.5", "2.6", "2.7", "2.8", "2.9",
        ]
    )

    static let destinations = CodeList("relocation-destination", ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
}
