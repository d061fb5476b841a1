import Casework
import Law

/// What the service does with a report of concern after it has read it.
enum ConcernForms {
    static let all = [review, answer, omitAnswer, code]

    private enum Outcome: Hashable, Sendable, CaseIterable {
        case shelved, investigate, addedToRunning, activeMeasures
    }

    private enum Ground: Hashable, Sendable, CaseIterable {
        case written, plainlyGroundless
    }

    private static let outcome = FormEntry<Outcome>.code("outcome", "review-outcome")
    private static let caseID = FormEntry.reference("case", .otherCase)
        .needed(outcome, "investigate", "addedToRunning", "activeMeasures")
    /// A closed case is opened again for the investigation.
    private static let reopening = FormEntry.paragraphs("reopenReason").allowed(outcome, "investigate")
    private static let cause = FormEntry<ConcernReview.ShelvingCause>.code("cause", "shelving-cause")
        .needed(outcome, "shelved")
    private static let ground = FormEntry<Ground>.code("shelvingGround", "shelving-ground")
        .needed(outcome, "shelved")
    private static let reason = FormEntry.paragraphs("reason").needed(ground, "written")
    private static let isAtOnce = FormEntry.flag("isAtOnce")
    private static let replacesEarlier = FormEntry.flag("replacesEarlier")

    /// A case for a child that has none is opened before: that takes a search of its own.
    static let review = CommandForm(
        "review-concern",
        .concerns,
        "barnevernsloven § 2-1",
        [outcome, caseID, reopening, cause, ground, reason, isAtOnce, replacesEarlier],
        make: { input throws(FieldFault) in
            .reviewed(
                ReviewCommand(
                    outcome: try result(input),
                    isAtOnce: try input[isAtOnce],
                    replacesEarlier: try input[replacesEarlier],
                    on: try input[CommandForm.day]
                )
            )
        },
        fill: { happening in
            guard case .reviewed(let command) = happening, let filled = filled(command.outcome) else { return nil }
            return filled + [
                isAtOnce.filled(command.isAtOnce), replacesEarlier.filled(command.replacesEarlier),
            ]
        }
    )

    private static func result(_ input: FormReader) throws(FieldFault) -> ReviewCommand.Outcome {
        switch try input[outcome] {
        case .shelved:
            let why: ConcernReview.ShelvingReason =
                switch try input[ground] {
                case .written: .written(try input[reason])
                case .plainlyGroundless: .plainlyGroundless
                }
            return .shelve(try input[cause], reason: why)
        case .investigate:
            let id = try input[caseID]
            let place: ReviewCommand.Place = input.given(reopening).map { .closedCase(id, reason: $0) } ?? .openCase(id)
            return .investigate(place, investigation: input.context.id)
        case .addedToRunning: return .addToRunning(try input[caseID])
        case .activeMeasures: return .addToMeasures(try input[caseID])
        }
    }

    private static func filled(_ result: ReviewCommand.Outcome) -> [FilledField]? {
        switch result {
        case .shelve(let why, .written(let text)):
            [outcome.filled(.shelved), cause.filled(why), ground.filled(.written), reason.filled(text)]
        case .shelve(let why, .plainlyGroundless):
            [outcome.filled(.shelved), cause.filled(why), ground.filled(.plainlyGroundless)]
        case .investigate(.openCase(let id), _): [outcome.filled(.investigate), caseID.filled(id)]
        case .investigate(.closedCase(let id, let text), _):
            [outcome.filled(.investigate), caseID.filled(id), reopening.filled(text)]
        case .investigate(.newCase, _): nil
        case .addToRunning(let id): [outcome.filled(.addedToRunning), caseID.filled(id)]
        case .addToMeasures(let id): [outcome.filled(.activeMeasures), caseID.filled(id)]
        }
    }

    // MARK: The reporter

    private enum Omission: Hashable, Sendable, CaseIterable {
        case plainlyGroundless, specialCircumstances, unreachable
    }

    private static let answers = FormEntry<[ReporterAnswer]>.codes("answers", "reporter-answer")
    private static let omitted = FormEntry<ReporterAnswer>.code("answer", "reporter-answer")
    private static let omission = FormEntry<Omission>.code("omission", "answer-omission")
    private static let omissionReason = FormEntry.paragraphs("reason").needed(omission, "specialCircumstances")

    static let answer = CommandForm(
        "answer-reporter",
        .concerns,
        "barnevernsloven § 13-3",
        [answers],
        make: { input throws(FieldFault) in
            .answered(AnswerCommand(act: .tell(try input[answers]), on: try input[CommandForm.day]))
        },
        fill: { happening in
            guard case .answered(let command) = happening, case .tell(let given) = command.act else { return nil }
            return [answers.filled(given)]
        }
    )

    static let omitAnswer = CommandForm(
        "omit-answer",
        .concerns,
        "barnevernsloven § 13-3",
        [omitted, omission, omissionReason],
        make: { input throws(FieldFault) in
            let why: AnswerOmission =
                switch try input[omission] {
                case .plainlyGroundless: .plainlyGroundless
                case .specialCircumstances: .specialCircumstances(reason: try input[omissionReason])
                case .unreachable: .unreachable
                }
            return .answered(AnswerCommand(act: .omit(try input[omitted], why), on: try input[CommandForm.day]))
        },
        fill: { happening in
            guard case .answered(let command) = happening, case .omit(let answer, let why) = command.act else {
                return nil
            }
            switch why {
            case .plainlyGroundless: return [omitted.filled(answer), omission.filled(.plainlyGroundless)]
            case .unreachable: return [omitted.filled(answer), omission.filled(.unreachable)]
            case .specialCircumstances(let reason):
                return [
                    omitted.filled(answer), omission.filled(.specialCircumstances), omissionReason.filled(reason),
                ]
            }
        }
    )

    // MARK: The statistics

    private static let reporters = StatedCodeEntry(
        "reporters",
        specification: "reporterSpecification",
        RegisterChoices.reporters,
        by: .reporters
    ).optional
    private static let contents = StatedCodeEntry(
        "contents",
        specification: "contentSpecification",
        RegisterChoices.contents,
        by: .contents
    ).optional

    /// At least one of the two is stated; what was told before is told anew.
    static let code = CommandForm(
        "code-concern",
        .concerns,
        "barnevernsloven § 13-7",
        [reporters.codes, reporters.specification, contents.codes, contents.specification],
        make: { input throws(FieldFault) in
            .coded(
                CodingCommand(
                    codes: ConcernCodes(reporters: reporters.read(input), contents: contents.read(input)),
                    on: try input[CommandForm.day]
                )
            )
        },
        fill: { happening in
            guard case .coded(let command) = happening else { return nil }
            return reporters.filled(command.codes.reporters) + contents.filled(command.codes.contents)
        }
    )
}
