import Casework
import Law

/// Moves from a placement (flytting), and agreements with foster homes.
enum PlacementForms {
    static let all = [relocate, agree]

    private static let measure = FormEntry.reference("measure", .placement)
    private static let reason = FormEntry.code("reason", RegisterCodes.relocationReasons)
    private static let destination = FormEntry.code("destination", RegisterCodes.destinations)
    private static let isPlanned = FormEntry.flag("isPlanned")
    private static let text = FormEntry.paragraphs("text")
    private static let permanentWithVisits = FormEntry.number("permanentWithVisits", 0...12).optional

    static let relocate = CommandForm(
        "relocate",
        .placements,
        "barnevernsloven § 5-6",
        [measure, reason, destination, isPlanned, text] + GroundFields.all,
        make: { input throws(FieldFault) in
            .inCase(
                .relocated(
                    Relocation(
                        measure: try input[measure],
                        reason: try input[reason],
                        destination: try input[destination],
                        isPlanned: try input[isPlanned],
                        text: try input[text],
                        participation: try GroundFields.ground(input)
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.relocated(let relocation)) = happening else { return nil }
            return [
                measure.filled(relocation.measure), reason.filled(relocation.reason),
                destination.filled(relocation.destination), isPlanned.filled(relocation.isPlanned),
                text.filled(relocation.text),
            ] + GroundFields.filled(relocation.participation)
        }
    )

    static let agree = CommandForm(
        "foster-agreement",
        .placements,
        "forskrift 2023-10-13-1632 § 7",
        [measure, permanentWithVisits, text],
        make: { input throws(FieldFault) in
            .inCase(
                .fosterAgreement(
                    FosterAgreement(
                        measure: try input[measure],
                        permanentWithVisits: input.given(permanentWithVisits),
                        text: try input[text]
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.fosterAgreement(let agreement)) = happening else { return nil }
            return [
                measure.filled(agreement.measure), permanentWithVisits.filled(agreement.permanentWithVisits),
                text.filled(agreement.text),
            ]
        }
    )
}
