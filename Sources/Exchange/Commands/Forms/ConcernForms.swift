import Casework
import Law

/// What the service does with a report of concern after it has read it.
enum ConcernForms {
    static let all = [review, answer, omitAnswer]

    private enum Outcome: Hashable, Sendable, CaseIterable {
        case shelved, investigate, addedToRunning, activeMeasures
    }

    private enum Ground: Hashable, Sendable, CaseIterable {
        case written, plainlyGroundless
    }

    private static let outcome = FormEntry<Outcome>.code("outcome", "review-outcome")
    private static let caseID = FormEntry.reference("case", .otherCase)
        .needed(outcome, "investigate", "addedToRunning", "activeMeasures")
    private static let cause = FormEntry<ConcernReview.ShelvingCause>.code("cause", "shelving-cause")
        .needed(outcome, "shelved")
    private static let ground = FormEntry<Ground>.code("shelvingGround", "shelving-ground")
        .needed(outcome, "shelved")
    private static let reason = FormEntry.paragraphs("reason").needed(ground, "written")
    private static let isAtOnce = FormEntry.flag("isAtOnce")

    static let review = CommandForm(
        "review-concern",
        .concerns,
        "barnevernsloven § 2-1",
        [outcome, caseID, cause, ground, reason, isAtOnce],
        make: { input throws(FieldFault) in
            let result: ConcernReview.Outcome =
                switch try input[outcome] {
                case .shelved: .shelved(try input[cause], reason: try shelvingReason(input))
                case .investigate: .investigate(try input[caseID])
                case .addedToRunning: .addedToRunning(try input[caseID])
                case .activeMeasures: .activeMeasures(try input[caseID])
                }
            return .withConcern(.reviewed(ConcernReview(outcome: result, isAtOnce: try input[isAtOnce])))
        },
        fill: { happening in
            guard case .withConcern(.reviewed(let review)) = happening else { return nil }
            return filled(review.outcome) + [isAtOnce.filled(review.isAtOnce)]
        }
    )

    private static func shelvingReason(_ input: FormReader) throws(FieldFault) -> ConcernReview.ShelvingReason {
        switch try input[ground] {
        case .written: .written(try input[reason])
        case .plainlyGroundless: .plainlyGroundless
        }
    }

    private static func filled(_ result: ConcernReview.Outcome) -> [FilledField] {
        switch result {
        case .shelved(let why, .written(let text)):
            [outcome.filled(.shelved), cause.filled(why), ground.filled(.written), reason.filled(text)]
        case .shelved(let why, .plainlyGroundless):
            [outcome.filled(.shelved), cause.filled(why), ground.filled(.plainlyGroundless)]
        case .investigate(let id): [outcome.filled(.investigate), caseID.filled(id)]
        case .addedToRunning(let id): [outcome.filled(.addedToRunning), caseID.filled(id)]
        case .activeMeasures(let id): [outcome.filled(.activeMeasures), caseID.filled(id)]
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
        make: { input throws(FieldFault) in .withConcern(.reporterAnswered(try input[answers])) },
        fill: { happening in
            guard case .withConcern(.reporterAnswered(let given)) = happening else { return nil }
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
            return .withConcern(.answerOmitted(try input[omitted], why))
        },
        fill: { happening in
            guard case .withConcern(.answerOmitted(let answer, let why)) = happening else { return nil }
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
}
