import Casework
import Exchange

/// What a refusal tells the person who asked, and the field it belongs to.
struct RefusalWords: Sendable {
    let key: String
    let values: [String: String]
    /// The field of the form; `nil` where it is about the whole.
    let field: String?

    /// The words of a refusal in a language; days are written as the pages write them.
    init(_ refusal: CaseRefusal, _ phrases: PagePhrases) {
        var field: String?
        var values: [String: String] = [:]
        switch refusal {
        case .changedMeanwhile: key = "refusal.changedMeanwhile"
        case .caseIsClosed: key = "refusal.caseIsClosed"
        case .caseIsOpen: key = "refusal.caseIsOpen"
        case .dayInFuture: (key, field) = ("refusal.dayInFuture", "on")
        case .dayTooEarly(let day):
            (key, field) = ("refusal.dayTooEarly", "on")
            values["day"] = phrases.day(day)
        case .reasonMissing: (key, field) = ("refusal.reasonMissing", "reason")
        case .textMissing(let part):
            (key, field) = ("refusal.textMissing", "\(part)")
            values["part"] = phrases.catalog.text("code.decision-part.\(part)")
        case .unknown: key = "refusal.unknown"
        case .alreadyDone: key = "refusal.alreadyDone"
        case .alreadyOver: key = "refusal.alreadyOver"
        case .notYetDone: key = "refusal.notYetDone"
        case .hasConflictOfInterest: (key, field) = ("refusal.hasConflictOfInterest", "worker")
        case .isResponsible: (key, field) = ("refusal.isResponsible", "worker")
        case .childNotHeard: (key, field) = ("refusal.childNotHeard", "participation")
        case .tribunalDecides: (key, field) = ("refusal.tribunalDecides", "maker")
        case .leaderDecides: (key, field) = ("refusal.leaderDecides", "maker")
        case .consentMissing(let giver):
            (key, field) = ("refusal.consentMissing", "\(giver)Consent")
            values["giver"] = phrases.catalog.text("code.consent-giver.\(giver)")
        case .consentNotWritten(let giver):
            (key, field) = ("refusal.consentNotWritten", "\(giver)Consent")
            values["giver"] = phrases.catalog.text("code.consent-giver.\(giver)")
        case .lacksDecision: (key, field) = ("refusal.lacksDecision", "decision")
        case .lapsed(let day):
            key = "refusal.lapsed"
            values["day"] = phrases.day(day)
        case .investigationRunning: key = "refusal.investigationRunning"
        case .measureRunning: key = "refusal.measureRunning"
        case .placementRunning: key = "refusal.placementRunning"
        case .careOrderRunning: key = "refusal.careOrderRunning"
        case .acuteDecisionRunning: key = "refusal.acuteDecisionRunning"
        case .planMissing: key = "refusal.planMissing"
        case .extensionTooLate(let day):
            (key, field) = ("refusal.extensionTooLate", "on")
            values["day"] = phrases.day(day)
        case .conditionsNotMet: key = "refusal.conditionsNotMet"
        case .cannotBeCorrected: key = "refusal.cannotBeCorrected"
        case .numberAlreadyKnown: (key, field) = ("refusal.numberAlreadyKnown", "number")
        case .notUnderThisAct: key = "refusal.notUnderThisAct"
        case .codesMissing(let matter): (key, field) = ("refusal.codesMissing", matter.rawValue)
        case .codeStatedTwice(let matter, let code):
            (key, field) = ("refusal.codeStatedTwice", matter.rawValue)
            values["code"] = StatedCodeWords(catalog: phrases.catalog).label(code, matter)
        case .codeNotInForce(let matter, let code):
            (key, field) = ("refusal.codeNotInForce", matter.rawValue)
            values["code"] = StatedCodeWords(catalog: phrases.catalog).label(code, matter)
        case .specificationMissing(let matter, let code):
            (key, field) = ("refusal.specificationMissing", matter.rawValue)
            values["code"] = StatedCodeWords(catalog: phrases.catalog).label(code, matter)
        }
        self.field = field
        self.values = values
    }
}
