import Casework
import Law

/// Plans and their evaluation.
enum PlanForms {
    static let all = [make, evaluate, end]

    private static let kind = FormEntry<CasePlan.Kind>.code("kind", "plan-kind")
    private static let measures = FormEntry.references("measures", .measure).optional
    private static let goals = FormEntry.paragraphs("goals")
    private static let content = FormEntry.paragraphs("content")
    private static let evaluateBy = FormEntry.day("evaluateBy").optional
    private static let until = FormEntry.day("until").optional

    static let make = CommandForm(
        "make-plan",
        .plans,
        "barnevernsloven kapittel 8",
        [kind, measures, goals, content, evaluateBy, until],
        make: { input throws(FieldFault) in
            .inCase(
                .planMade(
                    CasePlan(
                        id: input.context.id,
                        kind: try input[kind],
                        measures: input.given(measures) ?? [],
                        goals: try input[goals],
                        content: try input[content],
                        evaluateBy: input.given(evaluateBy),
                        until: input.given(until)
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.planMade(let plan)) = happening else { return nil }
            return [
                kind.filled(plan.kind), measures.filled(plan.measures), goals.filled(plan.goals),
                content.filled(plan.content), evaluateBy.filled(plan.evaluateBy), until.filled(plan.until),
            ]
        }
    )

    private static let plan = FormEntry.reference("plan", .plan)
    private static let text = FormEntry.paragraphs("text")
    private static let next = FormEntry.day("next").optional
    private static let reason = FormEntry.paragraphs("reason")

    static let evaluate = CommandForm(
        "evaluate-plan",
        .plans,
        "barnevernsloven § 8-1",
        [plan, text, next] + GroundFields.all,
        make: { input throws(FieldFault) in
            .inCase(
                .planEvaluated(
                    PlanEvaluation(
                        plan: try input[plan],
                        text: try input[text],
                        next: input.given(next),
                        participation: try GroundFields.ground(input)
                    )
                )
            )
        },
        fill: { happening in
            guard case .inCase(.planEvaluated(let evaluation)) = happening else { return nil }
            return [plan.filled(evaluation.plan), text.filled(evaluation.text), next.filled(evaluation.next)]
                + GroundFields.filled(evaluation.participation)
        }
    )

    static let end = CommandForm(
        "end-plan",
        .plans,
        "barnevernsloven § 8-1",
        [plan, reason],
        make: { input throws(FieldFault) in .inCase(.planEnded(try input[plan], reason: try input[reason])) },
        fill: { happening in
            guard case .inCase(.planEnded(let id, let why)) = happening else { return nil }
            return [plan.filled(id), reason.filled(why)]
        }
    )
}
