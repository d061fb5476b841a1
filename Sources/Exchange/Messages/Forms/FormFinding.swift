/// Something that is missing or wrong in a filled-in form; what was entered is never repeated.
package struct FormFinding: Hashable, Sendable {
    /// What is wrong, in terms the person can act on.
    package enum Problem: Hashable, Sendable {
        /// Nothing has been entered, and something must.
        case missing
        /// Shorter than so many Unicode scalars.
        case shorter(than: Int)
        /// Longer than so many UTF-16 units.
        case longer(than: Int)
        /// None of the list's codes.
        case notACode
        /// No day as YYYY-MM-DD.
        case notADate
        /// No time as YYYY-MM-DDTHH:MM:SS with a zone.
        case notADateTime
        /// Neither `true` nor `false`.
        case notYesOrNo
        /// No whole number.
        case notANumber
        /// Something else than so many digits.
        case notDigits(Int)
        /// No UUID.
        case notAMessageID
        /// The text is something else than the only one allowed.
        case notTheFixedText
        /// None of the alternatives has been chosen.
        case noneChosen
        /// Several alternatives have been filled in and none has been chosen.
        case severalChosen
        /// Another row holds the same.
        case repeated
        /// By the condition, nothing is to be filled in here.
        case notAsked
        /// More rows than so many.
        case more(than: Int)
    }

    /// The path of the field, group or choice, as in ``FormValues``.
    package let path: String
    /// What is wrong.
    package let problem: Problem

    package init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }

    /// The key of the text that says what is expected.
    package var textKey: String {
        switch problem {
        case .missing: "finding.missing"
        case .shorter: "finding.shorter"
        case .longer: "finding.longer"
        case .notACode: "finding.notACode"
        case .notADate: "finding.notADate"
        case .notADateTime: "finding.notADateTime"
        case .notYesOrNo: "finding.notYesOrNo"
        case .notANumber: "finding.notANumber"
        case .notDigits: "finding.notDigits"
        case .notAMessageID: "finding.notAMessageID"
        case .notTheFixedText: "finding.notTheFixedText"
        case .noneChosen: "finding.noneChosen"
        case .severalChosen: "finding.severalChosen"
        case .repeated: "finding.repeated"
        case .notAsked: "finding.notAsked"
        case .more: "finding.more"
        }
    }

    /// What to fill in for the placeholders of the text.
    package var placeholders: [String: String] {
        switch problem {
        case .shorter(let count), .longer(let count), .notDigits(let count), .more(let count):
            ["count": String(count)]
        default: [:]
        }
    }

    /// The keys of all texts that findings have.
    static let textKeys = [
        Problem.missing, .shorter(than: 0), .longer(than: 0), .notACode, .notADate, .notADateTime, .notYesOrNo,
        .notANumber, .notDigits(0), .notAMessageID, .notTheFixedText, .noneChosen, .severalChosen, .repeated,
        .notAsked, .more(than: 0),
    ].map { FormFinding(path: "", problem: $0).textKey }
}
