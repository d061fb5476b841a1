import Casework
import Law

/// The child is heard (barnets medvirkning).
enum ParticipationForms {
    static let all = [hearChild, override, seeOverrides]

    private enum Outcome: Hashable, Sendable, CaseIterable {
        case heard, notHeard
    }

    private enum Agreement: Hashable, Sendable, CaseIterable {
        case agrees, corrected, notShown
    }

    private static let outcome = FormEntry<Outcome>.code("outcome", "hearing-outcome")
    private static let way = FormEntry<Hearing.Way>.code("way", "hearing-way").needed(outcome, "heard")
    private static let toldChild = FormEntry.paragraphs("toldChild").needed(outcome, "heard")
    private static let heardAbout = FormEntry.paragraphs("heardAbout").needed(outcome, "heard")
    private static let said = FormEntry.paragraphs("said").needed(outcome, "heard")
    private static let agrees = FormEntry<Agreement>.code("agreement", "hearing-agreement").needed(outcome, "heard")
    private static let correction = FormEntry.paragraphs("childsCorrection").needed(agrees, "corrected")
    private static let notShown = FormEntry.paragraphs("notShownReason").needed(agrees, "notShown")
    private static let weight = FormEntry.paragraphs("weight").needed(outcome, "heard")
    private static let mostImportant = FormEntry.paragraphs("mostImportant").allowed(outcome, "heard")
    private static let obstacle = FormEntry<Hearing.Obstacle>.code("obstacle", "hearing-obstacle")
        .needed(outcome, "notHeard")
    private static let notHeard = FormEntry.paragraphs("notHeardReason").needed(outcome, "notHeard")
    private static let trusted = FormEntry<Hearing.TrustedPerson>.code("trustedPerson", "trusted-person")

    /// The five things that the regulation wants written down, or why the child was not heard.
    static let hearChild = CommandForm(
        "hear-child",
        .participation,
        "barnevernsloven § 1-4; forskrift 2023-10-12-1631 §§ 6 og 7",
        [
            outcome, way, toldChild, heardAbout, said, agrees, correction, notShown, weight, mostImportant, obstacle,
            notHeard, trusted,
        ],
        make: { input throws(FieldFault) in
            let result: Hearing.Outcome =
                switch try input[outcome] {
                case .heard: .heard(try view(input))
                case .notHeard: .notHeard(try input[obstacle], reason: try input[notHeard])
                }
            return .inCase(
                .childHeard(Hearing(id: input.context.id, outcome: result, trustedPerson: try input[trusted]))
            )
        },
        fill: { happening in
            guard case .inCase(.childHeard(let hearing)) = happening else { return nil }
            switch hearing.outcome {
            case .heard(let view):
                return [outcome.filled(.heard), trusted.filled(hearing.trustedPerson)] + filled(view)
            case .notHeard(let why, let reason):
                return [
                    outcome.filled(.notHeard), obstacle.filled(why), notHeard.filled(reason),
                    trusted.filled(hearing.trustedPerson),
                ]
            }
        }
    )

    private static func view(_ input: FormReader) throws(FieldFault) -> ChildsView {
        let agreement: ChildsView.Agreement =
            switch try input[agrees] {
            case .agrees: .agrees
            case .corrected: .corrected(try input[correction])
            case .notShown: .notShown(reason: try input[notShown])
            }
        return ChildsView(
            way: try input[way],
            toldChild: try input[toldChild],
            heardAbout: try input[heardAbout],
            said: try input[said],
            agrees: agreement,
            weight: try input[weight],
            mostImportant: input.given(mostImportant)
        )
    }

    private static func filled(_ view: ChildsView) -> [FilledField] {
        let agreement =
            switch view.agrees {
            case .agrees: [agrees.filled(.agrees)]
            case .corrected(let text): [agrees.filled(.corrected), correction.filled(text)]
            case .notShown(let reason): [agrees.filled(.notShown), notShown.filled(reason)]
            }
        return agreement + [
            way.filled(view.way), toldChild.filled(view.toldChild), heardAbout.filled(view.heardAbout),
            said.filled(view.said), weight.filled(view.weight), mostImportant.filled(view.mostImportant),
        ]
    }

    private static let matter = FormEntry<ParticipationMatter>.code("matter", "participation-matter")
    private static let reason = FormEntry.paragraphs("reason")

    static let override = CommandForm(
        "go-without-hearing",
        .participation,
        "barnevernsloven § 1-4",
        [matter, reason],
        make: { input throws(FieldFault) in
            .inCase(.participationOverridden(try input[matter], reason: try input[reason]))
        },
        fill: { happening in
            guard case .inCase(.participationOverridden(let what, let why)) = happening else { return nil }
            return [matter.filled(what), reason.filled(why)]
        }
    )

    static let seeOverrides = CommandForm(
        "see-overrides",
        .participation,
        "barnevernsloven § 1-4",
        [],
        make: { _ throws(FieldFault) in .inCase(.overrideSeen) },
        fill: { $0 == .inCase(.overrideSeen) ? [] : nil }
    )
}

/// The fields that say on what a step rests that needs the child's participation.
enum GroundFields {
    enum Ground: Hashable, Sendable, CaseIterable {
        case hearing, overridden, acute
    }

    private static let ground = FormEntry<Ground>.code("participation", "participation-ground")
    private static let hearing = FormEntry.reference("hearing", .hearing).needed(ground, "hearing")
    private static let reason = FormEntry.paragraphs("overrideReason").needed(ground, "overridden")

    static let all: [any AnyFormEntry] = [ground, hearing, reason]

    static func ground(_ input: FormReader) throws(FieldFault) -> ParticipationGround {
        switch try input[ground] {
        case .hearing: .hearing(try input[hearing])
        case .overridden: .overridden(reason: try input[reason])
        case .acute: .acute
        }
    }

    static func filled(_ participation: ParticipationGround) -> [FilledField] {
        switch participation {
        case .hearing(let id): [ground.filled(.hearing), hearing.filled(id)]
        case .overridden(let text): [ground.filled(.overridden), reason.filled(text)]
        case .acute: [ground.filled(.acute)]
        }
    }
}
