import Assistance
import Exchange
import Law
import Office

/// Why the two levels' rules, or those of places, say no, and the field that it belongs to.
struct RoomRefusalWords: Sendable {
    let text: String
    /// `nil` where it is about the whole.
    let field: String?

    init(_ refusal: AssistanceRefusal, _ form: CommandForm, _ phrases: PagePhrases) {
        let (key, values) = Self.words(refusal, form, phrases)
        text = phrases.catalog.text(key, values)
        let name = refusal == .wrongTime ? form.firstTime : refusal.fieldName
        field = form.fields.contains { $0.name == name } ? name : nil
    }

    init(_ refusal: PlaceRefusal, _ form: CommandForm, _ phrases: PagePhrases) {
        let (key, day) = Self.words(refusal)
        text = phrases.catalog.text(key, day.map { ["day": phrases.day($0)] } ?? [:])
        let name = refusal.fieldName
        field = form.fields.contains { $0.name == name } ? name : nil
    }

    /// A refusal where no form has the field that it belongs to; what has no words of its own was another's change.
    static func text(_ refusal: CommandRefusal, _ phrases: PagePhrases) -> String {
        switch refusal {
        case .assistance(let refusal):
            let (key, values) = words(refusal, nil, phrases)
            return phrases.catalog.text(key, values)
        case .place(let refusal):
            let (key, day) = words(refusal)
            return phrases.catalog.text(key, day.map { ["day": phrases.day($0)] } ?? [:])
        case .case(let refusal):
            let words = RefusalWords(refusal, phrases)
            return phrases.catalog.text(words.key, words.values)
        case .handled: return phrases.catalog.text("refusal.room.handled")
        case .erasure(let refusal): return phrases.catalog.text(key(refusal))
        case .message: return phrases.catalog.text("refusal.room.message")
        case .absent, .concern, .workItem, .lookAgain, .alreadyReviewed, .plan, .deliveredMeanwhile:
            return phrases.catalog.text("error.409.help")
        }
    }

    private static func key(_ refusal: ErasureRefusal) -> String {
        switch refusal {
        case .notWanted: "refusal.erasure.notWanted"
        case .notAsked: "refusal.erasure.notAsked"
        case .alreadyAsked: "refusal.erasure.alreadyAsked"
        case .samePerson: "refusal.erasure.samePerson"
        case .reasonMissing: "refusal.erasure.reasonMissing"
        case .placeKept: "refusal.erasure.placeKept"
        case .changed: "refusal.erasure.changed"
        }
    }

    private static func words(
        _ refusal: AssistanceRefusal,
        _ form: CommandForm?,
        _ phrases: PagePhrases
    ) -> (key: String, values: [String: String]) {
        switch refusal {
        case .notAsked: ("refusal.room.notAsked", [:])
        case .alreadyAsked: ("refusal.room.alreadyAsked", [:])
        case .isOver: ("refusal.room.isOver", [:])
        case .unknown: ("refusal.room.unknown", [:])
        case .notYours: ("refusal.room.notYours", [:])
        case .stateIsObliged: ("refusal.room.stateIsObliged", [:])
        case .stateIsNotObliged: ("refusal.room.stateIsNotObliged", [:])
        case .assessmentMissing: ("refusal.room.assessmentMissing", [:])
        case .lacks(let part): ("refusal.room.lacks", ["part": label(part, form, phrases.catalog)])
        case .notInLine: ("refusal.room.notInLine", [:])
        case .noTribunal: ("refusal.room.noTribunal", [:])
        case .tribunalFirst: ("refusal.room.tribunalFirst", [:])
        case .placeMissing: ("refusal.room.placeMissing", [:])
        case .holdMissing: ("refusal.room.holdMissing", [:])
        case .holdEndsBefore(let end): ("refusal.room.holdEndsBefore", ["end": phrases.stamp(end).text])
        case .wrongTime: ("refusal.room.wrongTime", [:])
        case .offerHasExpired: ("refusal.room.offerHasExpired", [:])
        case .alreadyAnswered: ("refusal.room.alreadyAnswered", [:])
        case .notAccepted: ("refusal.room.notAccepted", [:])
        case .stepMissing(let stage):
            ("refusal.room.stepMissing", ["stage": phrases.catalog.text("code.foster-home-stage.\(stage)")])
        case .alreadyStarted: ("refusal.room.alreadyStarted", [:])
        case .noStay: ("refusal.room.noStay", [:])
        case .noBreach: ("refusal.room.noBreach", [:])
        case .notAcute: ("refusal.room.notAcute", [:])
        case .wrongNumber: ("refusal.room.wrongNumber", [:])
        }
    }

    private static func words(_ refusal: PlaceRefusal) -> (key: String, day: CalendarDay?) {
        switch refusal {
        case .noUnit: ("refusal.place.noUnit", nil)
        case .unknown: ("refusal.place.unknown", nil)
        case .alreadyDone: ("refusal.place.alreadyDone", nil)
        case .alreadyOver: ("refusal.place.alreadyOver", nil)
        case .emptyTime: ("refusal.place.emptyTime", nil)
        case .taken(let day): ("refusal.place.taken", day)
        case .outOfService(let day): ("refusal.place.outOfService", day)
        case .closed(let day): ("refusal.place.closed", day)
        case .wrongKind: ("refusal.place.wrongKind", nil)
        case .notWithinHold(let day): ("refusal.place.notWithinHold", day)
        case .wrongNumber: ("refusal.place.wrongNumber", nil)
        }
    }

    private static func label(_ part: Prose.Part, _ form: CommandForm?, _ catalog: Catalog) -> String {
        let name = AssistanceRefusal.lacks(part).fieldName ?? "\(part)"
        guard let form, form.fields.contains(where: { $0.name == name }) else { return catalog.text("room.theReasons") }
        return CommandWords(form: form, catalog: catalog).label(name)
    }
}

extension CommandForm {
    /// The first day or time that it asks for, where a wrong one is shown.
    fileprivate var firstTime: String? { fields.first { $0.kind == .moment || $0.kind == .day }?.name }
}
