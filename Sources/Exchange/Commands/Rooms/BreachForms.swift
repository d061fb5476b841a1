import Assistance
import Law

/// Days that somebody held up, a breach and what is done about it.
enum BreachForms {
    private static let verdict = FormEntry<BreachStatement.Verdict>.code("verdict", "breach-verdict")
    private static let kind = FormEntry<BreachKind>.code("breachKind", "breach-kind")
    private static let cause = FormEntry<BreachCause>.code("breachCause", "breach-cause")
    private static let interim = FormEntry.paragraphs("interimMeasures", longest: 5_000).needed(verdict, "confirmed")
    private static let situation = FormEntry.paragraphs("childsSituation", longest: 5_000)
        .needed(verdict, "confirmed")

    static let judge = CommandForm.telling(
        "judge-breach",
        "barnevernsloven § 16-3",
        about: nil,
        [verdict, RoomEntries.from, RoomEntries.through, kind, cause, RoomEntries.reasons, interim, situation],
        texts: [.reasons: RoomEntries.reasons, .interimMeasures: interim, .childsSituation: situation]
    ) { input throws(FieldFault) in
        .breachJudged(
            BreachStatement(
                verdict: try input[verdict],
                span: DaySpan(from: try input[RoomEntries.from], through: input.given(RoomEntries.through)),
                kind: try input[kind],
                cause: try input[cause]
            )
        )
    }

    private static let side = FormEntry<DelaySide>.code("delaySide", "delay-side")

    static let delay = CommandForm.telling(
        "tell-delay",
        "barnevernsloven § 16-3",
        about: nil,
        [side, RoomEntries.from, RoomEntries.through, RoomEntries.reasons],
        texts: [.reasons: RoomEntries.reasons]
    ) { input throws(FieldFault) in
        let span = DaySpan(from: try input[RoomEntries.from], through: input.given(RoomEntries.through))
        return .delayed(DelayStatement(span: span, side: try input[side]))
    }

    private static let told = FormEntry.reference("delayTold", .delay)
    private static let events = FormEntry.paragraphs("events", longest: 5_000)

    /// Contests a delay that the other level has told of: a note of friction about it, which is owed a reply.
    static let contestDelay = CommandForm.telling(
        "contest-delay",
        "barnevernsloven § 16-3",
        about: told,
        [events, RoomEntries.replyBy],
        texts: [.events: events]
    ) { input throws(FieldFault) in
        .friction(Friction(category: .other, minutesLost: 0, replyBy: try input[RoomEntries.replyBy]))
    }

    private static let interimMeasures = FormEntry.paragraphs("interimMeasures", longest: 5_000)

    static let privateSolution = CommandForm.telling(
        "private-solution",
        "barnevernsloven § 16-3",
        about: nil,
        [RoomEntries.from, RoomEntries.through, interimMeasures],
        texts: [.interimMeasures: interimMeasures]
    ) { input throws(FieldFault) in
        .privateSolution(DaySpan(from: try input[RoomEntries.from], through: input.given(RoomEntries.through)))
    }

    private static let task = FormEntry<JointTask.Kind>.code("task", "joint-task")

    static let doTask = CommandForm.telling(
        "do-task",
        "barnevernsloven § 16-3",
        about: nil,
        [task]
    ) { input throws(FieldFault) in .taskDone(try input[task]) }
}
