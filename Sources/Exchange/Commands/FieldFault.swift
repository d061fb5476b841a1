/// What is wrong with one field of a filled-in form; what was entered is never repeated.
package struct FieldFault: Error, Hashable, Sendable {
    /// What would have been right.
    package enum Expectation: Hashable, Sendable {
        /// It must be filled in.
        case something
        /// It does not belong to what is filled in elsewhere.
        case nothing
        /// The form has no such field.
        case knownField
        /// A text, where something else was sent.
        case text
        /// A text of at most so many characters, without control characters.
        case shorter(Int)
        /// A day, as YYYY-MM-DD.
        case day
        /// One of the list's codes.
        case code(CodeList)
        /// `true` or `false`.
        case truth
        /// A whole number in this range.
        case number(ClosedRange<Int>)
        /// An identity number that a person can have.
        case personNumber
        /// A municipality, four digits.
        case municipality
        /// Somebody with an account in the service.
        case worker
        /// The id of something in this case.
        case reference(CommandField.Reference)
        /// A list in which nothing stands twice.
        case list
        /// The number of an entry in the service's journal.
        case entry
        /// A file that has been chosen.
        case file
        /// A time, as YYYY-MM-DDTHH:MM.
        case moment
        /// The owner's name of a place.
        case place
        /// An organisation, nine digits with the right check digit.
        case organisation
    }

    /// The field's name in the form.
    package let field: String
    /// What would have been right there.
    package let expected: Expectation

    package init(_ field: String, _ expected: Expectation) {
        self.field = field
        self.expected = expected
    }
}

extension FieldFault.Expectation {
    /// The key of the text that tells a person what to do.
    package var textKey: String {
        switch self {
        case .something: "expected.something"
        case .nothing: "expected.nothing"
        case .knownField: "expected.knownField"
        case .text: "expected.text"
        case .shorter: "expected.shorter"
        case .day: "expected.day"
        case .code: "expected.code"
        case .truth: "expected.truth"
        case .number: "expected.number"
        case .personNumber: "expected.personNumber"
        case .municipality: "expected.municipality"
        case .worker: "expected.worker"
        case .reference: "expected.reference"
        case .list: "expected.list"
        case .entry: "expected.entry"
        case .file: "expected.file"
        case .moment: "expected.moment"
        case .place: "expected.place"
        case .organisation: "expected.organisation"
        }
    }

    /// What the placeholders of that text stand for.
    package var placeholders: [String: String] {
        switch self {
        case .shorter(let count): ["count": String(count)]
        case .number(let range): ["least": String(range.lowerBound), "most": String(range.upperBound)]
        default: [:]
        }
    }

    /// The same for a program's maker.
    package var explanation: String {
        switch self {
        case .something: "It must be given."
        case .nothing: "It must be left out, given what the other members say."
        case .knownField: "There is no such member."
        case .text: "A string."
        case .shorter(let count): "A string of at most \(count) characters, none of them a control character."
        case .day: "A day that the calendar has, as YYYY-MM-DD."
        case .code(let list): "One of: \(list.codes.joined(separator: ", "))."
        case .truth: "true or false."
        case .number(let range): "A whole number from \(range.lowerBound) to \(range.upperBound)."
        case .personNumber: "An identity number with right check digits: 11 digits, or the 12 of a DUF number."
        case .municipality: "The number of a municipality: four digits."
        case .worker: "Somebody with an account in the service, such as person:vera."
        case .reference(let target): "The id of something in the case: \(target.rawValue)."
        case .list: "A list in which nothing stands twice."
        case .entry: "The number of an entry in the journal."
        case .file: "A file."
        case .moment: "A day and a time that exist in Norway, as YYYY-MM-DDTHH:MM."
        case .place: "The owner's name of a place: 1 to 64 characters."
        case .organisation: "An organisation number: nine digits."
        }
    }
}
