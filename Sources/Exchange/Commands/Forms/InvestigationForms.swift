import Casework
import Law

/// The steps of an investigation (undersøkelse).
enum InvestigationForms {
    static let all = [start, plan, extend, conclude, ground]

    private enum Origin: Hashable, Sendable, CaseIterable {
        case concern, ownInitiative
    }

    private static let origin = FormEntry<Origin>.code("origin", "investigation-origin")
    private static let concern = FormEntry.reference("concern", .concern).needed(origin, "concern")

    /// The days from which the clocks run are the report's, not the form's.
    static let start = CommandForm(
        "start-investigation",
        .investigations,
        "barnevernsloven § 2-2",
        [origin, concern],
        make: { input throws(FieldFault) in
            var from = InvestigationStart.Origin.ownInitiative
            if try input[origin] == .concern {
                let id = try input[concern]
                guard let days = input.context.concernDays(id) else {
                    throw FieldFault(concern.field.name, .reference(.concern))
                }
                from = .concern(id, receivedOn: days.receivedOn, reviewedOn: days.reviewedOn)
            }
            return .inCase(.investigationStarted(InvestigationStart(id: input.context.id, origin: from)))
        },
        fill: { happening in
            guard case .inCase(.investigationStarted(let start)) = happening else { return nil }
            switch start.origin {
            case .ownInitiative: return [origin.filled(.ownInitiative)]
            case .concern(let id, _, _): return [origin.filled(.concern), concern.filled(id)]
            }
        }
    )

    private static let investigation = FormEntry.reference("investigation", .investigation)
    private static let content = FormEntry.paragraphs("plan")
    private static let reason = FormEntry.paragraphs("reason")
    private static let outcome = FormEntry<InvestigationConclusion.Outcome>.code("outcome", "investigation-outcome")
    private static let announcesNew = FormEntry.flag("announcesNewInvestigation")
        .allowed(outcome, "shelvedAtPartysWish")

    static let plan = CommandForm(
        "plan-investigation",
        .investigations,
        "barnevernsloven § 2-2",
        [investigation, content],
        make: { input throws(FieldFault) in
            .inCase(.investigationPlanned(try input[investigation], plan: try input[content]))
        },
        fill: { happening in
            guard case .inCase(.investigationPlanned(let id, let text)) = happening else { return nil }
            return [investigation.filled(id), content.filled(text)]
        }
    )

    static let extend = CommandForm(
        "extend-investigation",
        .investigations,
        "barnevernsloven § 2-2",
        [investigation, reason],
        make: { input throws(FieldFault) in
            .inCase(.investigationExtended(try input[investigation], reason: try input[reason]))
        },
        fill: { happening in
            guard case .inCase(.investigationExtended(let id, let text)) = happening else { return nil }
            return [investigation.filled(id), reason.filled(text)]
        }
    )

    static let conclude = CommandForm(
        "conclude-investigation",
        .investigations,
        "barnevernsloven § 2-5",
        [investigation, outcome, reason, announcesNew],
        make: { input throws(FieldFault) in
            .inCase(
                .investigationConcluded(
                    try input[investigation],
                    InvestigationConclusion(
                        outcome: try input[outcome],
                        reason: try input[reason],
                        announcesNewInvestigation: try input[announcesNew]
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.investigationConcluded(let id, let conclusion)) = happening else { return nil }
            return [
                investigation.filled(id), outcome.filled(conclusion.outcome), reason.filled(conclusion.reason),
                announcesNew.filled(conclusion.announcesNewInvestigation),
            ]
        }
    )

    /// Any investigation, since the statistics are mended afterwards.
    private static let grounded = FormEntry.reference("investigation", .anyInvestigation)
    private static let grounds = StatedCodeEntry(
        "grounds",
        specification: "specification",
        RegisterChoices.contents,
        by: .contents
    )

    static let ground = CommandForm(
        "ground-investigation",
        .investigations,
        "barnevernsloven § 13-7",
        [grounded, grounds.codes, grounds.specification],
        make: { input throws(FieldFault) in
            .inCase(.investigationGrounded(try input[grounded], grounds.read(input)))
        },
        fill: { happening in
            guard case .inCase(.investigationGrounded(let id, let codes)) = happening else { return nil }
            return [grounded.filled(id)] + grounds.filled(codes)
        }
    )
}
