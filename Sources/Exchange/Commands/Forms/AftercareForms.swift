import Casework
import Law

/// Aftercare, serious events and moves to another municipality.
enum AftercareForms {
    static let all = [aftercare, seriousEvent, informGovernor, move, notifyNewService]

    private enum Step: Hashable, Sendable, CaseIterable {
        case contacted, accepted, declinedForOther, declined
    }

    private static let step = FormEntry<Step>.code("step", "aftercare-step")
    private static let text = FormEntry.paragraphs("text")

    static let aftercare = CommandForm(
        "aftercare",
        .aftercare,
        "barnevernsloven § 3-6",
        [step, text],
        make: { input throws(FieldFault) in
            let words = try input[text]
            let taken: AftercareStep =
                switch try input[step] {
                case .contacted: .contacted(text: words)
                case .accepted: .accepted(text: words)
                case .declinedForOther: .declinedForOther(text: words)
                case .declined: .declined(text: words)
                }
            return .inCase(.aftercare(taken))
        },
        fill: { happening in
            guard case .inCase(.aftercare(let taken)) = happening else { return nil }
            let (which, words): (Step, String) =
                switch taken {
                case .contacted(let text): (.contacted, text)
                case .accepted(let text): (.accepted, text)
                case .declinedForOther(let text): (.declinedForOther, text)
                case .declined(let text): (.declined, text)
                }
            return [step.filled(which), text.filled(words)]
        }
    )

    private static let kind = FormEntry<SeriousEvent.Kind>.code("kind", "serious-event-kind")
    private static let event = FormEntry.reference("seriousEvent", .seriousEvent)

    static let seriousEvent = CommandForm(
        "record-serious-event",
        .aftercare,
        "barnevernsloven § 13-5 a",
        [kind, text],
        make: { input throws(FieldFault) in
            .inCase(.seriousEvent(SeriousEvent(id: input.context.id, kind: try input[kind], text: try input[text])))
        },
        fill: { happening in
            guard case .inCase(.seriousEvent(let event)) = happening else { return nil }
            return [kind.filled(event.kind), text.filled(event.text)]
        }
    )

    static let informGovernor = CommandForm(
        "inform-governor",
        .aftercare,
        "barnevernsloven § 13-5 a",
        [event],
        make: { input throws(FieldFault) in .inCase(.governorInformed(try input[event])) },
        fill: { happening in
            guard case .inCase(.governorInformed(let id)) = happening else { return nil }
            return [event.filled(id)]
        }
    )

    private static let municipality = FormEntry.municipality("municipality")
    private static let need = FormEntry<ChildMove.Need>.code("need", "move-need")
    private static let childMove = FormEntry.reference("move", .move)

    static let move = CommandForm(
        "record-move",
        .aftercare,
        "barnevernsloven § 13-5",
        [municipality, need],
        make: { input throws(FieldFault) in
            .inCase(
                .childMoved(
                    ChildMove(id: input.context.id, municipality: try input[municipality], need: try input[need])
                )
            )
        },
        fill: { happening in
            guard case .inCase(.childMoved(let move)) = happening else { return nil }
            return [municipality.filled(move.municipality), need.filled(move.need)]
        }
    )

    static let notifyNewService = CommandForm(
        "notify-new-service",
        .aftercare,
        "barnevernsloven § 13-5",
        [childMove],
        make: { input throws(FieldFault) in .inCase(.newServiceNotified(try input[childMove])) },
        fill: { happening in
            guard case .inCase(.newServiceNotified(let id)) = happening else { return nil }
            return [childMove.filled(id)]
        }
    )
}
