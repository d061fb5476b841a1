import Assistance
import Law

/// Advice, and what makes working together hard.
enum TalkForms {
    private static let question = FormEntry.paragraphs("question", longest: 5_000)
    private static let answer = FormEntry.paragraphs("answer", longest: 5_000)
    private static let asked = FormEntry.reference("questionAsked", .question)
    private static let noted = FormEntry.reference("frictionNoted", .friction)
    private static let category = FormEntry<Friction.Category>.code("frictionCategory", "friction-category")
    private static let minutes = FormEntry.number("minutesLost", 0...100_000)
    private static let place = FormEntry.line("where").optional
    private static let events = FormEntry.paragraphs("events", longest: 5_000)

    static let askAdvice = CommandForm.telling(
        "ask-advice",
        "barnevernsloven § 16-3",
        about: nil,
        [question, RoomEntries.replyBy],
        texts: [.question: question]
    ) { input throws(FieldFault) in .adviceAsked(AdviceRequest(replyBy: try input[RoomEntries.replyBy])) }

    static let giveAdvice = CommandForm.telling(
        "give-advice",
        "barnevernsloven § 16-3",
        about: asked,
        [answer],
        texts: [.answer: answer]
    ) { _ in .adviceGiven }

    static let noteFriction = CommandForm.telling(
        "note-friction",
        "barnevernsloven § 15-8",
        about: nil,
        [category, events, place, minutes, RoomEntries.replyBy],
        texts: [.events: events, .place: place]
    ) { input throws(FieldFault) in
        .friction(
            Friction(
                category: try input[category],
                minutesLost: try input[minutes],
                replyBy: try input[RoomEntries.replyBy]
            )
        )
    }

    static let answerFriction = CommandForm.telling(
        "answer-friction",
        "barnevernsloven § 15-8",
        about: noted,
        [answer],
        texts: [.answer: answer]
    ) { _ in .frictionAnswered }
}
