import Casework
import Exchange
import Law

/// The controls of a command's form, and the same values as a person reads them before they are sent.
struct CommandFields: Sendable {
    /// More codes than these are a list to choose from, fewer stand openly.
    private static let mostButtons = 5
    /// What a browser offers for upload; what is stored is told by the content alone.
    private static let files = ".pdf,.png,.jpg,.jpeg,.txt,.odt,.docx"

    let words: CommandWords
    let values: CommandValues
    var faults: [FieldFault] = []
    /// The field that the office has refused, and why.
    var refused: (name: String, problem: String)?
    /// What there is to choose from in the case.
    let references: CaseReferences
    /// Organisations to choose from.
    var organisations: [(value: String, label: String)] = []

    private var form: CommandForm { words.form }

    /// The fields in the form's order; a document's form asks for the file too.
    var fields: [Field] {
        let fields = form.fields.map { field in
            Field(
                field.name,
                control(of: field),
                label: words.label(field),
                hint: words.hint(field),
                value: values[field.name].joined(separator: " "),
                error: problem(field.name),
                isOptional: !isRequired(field) && field.need != .owed,
                isOwed: field.need == .owed,
                condition: words.condition(field),
                options: options(of: field),
                parts: parts(of: field),
                clear: field.need == .required ? nil : words.catalog.text("form.unanswered")
            )
        }
        guard form.takesFile else { return fields }
        let file = Field(
            FormContext.fileField,
            .file(accept: Self.files),
            label: words.label(FormContext.fileField),
            error: problem(FormContext.fileField)
        )
        return fields + [file]
    }

    /// What is filled in, in words.
    var facts: [Fact] {
        form.fields.compactMap { field in
            let texts = values[field.name]
            guard !texts.isEmpty else { return nil }
            return Fact(words.label(field), texts.flatMap { meaning(of: $0, in: field) })
        }
    }

    /// The values as a form posts them unseen.
    var hidden: [HiddenField] {
        form.fields.flatMap { field in
            let texts = values[field.name]
            switch field.kind {
            case .codes, .references: return texts.map { HiddenField(name: "\(field.name)-\($0)", value: "yes") }
            default: return texts.map { HiddenField(name: field.name, value: $0) }
            }
        }
    }

    private func problem(_ name: String) -> String? {
        if let refused, refused.name == name { return refused.problem }
        return faults.first { $0.field == name }.map(words.problem)
    }

    private func isRequired(_ field: CommandField) -> Bool {
        switch field.need {
        case .required, .onlyIf(_, isRequired: true): true
        case .optional, .owed, .onlyIf(_, isRequired: false): false
        }
    }

    private func control(of field: CommandField) -> Field.Kind {
        switch field.kind {
        case .line: .line(keyboard: Self.keyboards[field.name])
        case .paragraphs: .paragraphs
        case .day: .date
        case .code(let list): list.codes.count > Self.mostButtons || !isRequired(field) ? .list : .radio
        case .codes: .checks
        case .flag: .check
        case .number, .municipality, .personNumber, .entry: .line(keyboard: "numeric")
        case .worker: .list
        case .moment: .time
        case .place: .line()
        case .organisation: organisations.isEmpty ? .line(keyboard: "numeric") : .list
        // Nobody knows a case by its id: where none is found, there is none to choose.
        case .reference(.otherCase): .list
        case .reference: options(of: field).isEmpty ? .line() : .list
        case .references: .checks
        }
    }

    private static let keyboards = ["phone": "tel", "email": "email", "postcode": "numeric"]

    private func options(of field: CommandField) -> [(value: String, label: String)] {
        switch field.kind {
        case .code(let list), .codes(let list):
            list.codes.map { ($0, CommandWords.meaning(of: $0, in: list, words.catalog)) }
        case .worker: references.workers
        case .organisation: organisations
        case .reference(let target), .references(let target):
            references.choices(target, holding: values[field.name])
        default: []
        }
    }

    /// The parts of a long list of codes.
    private func parts(of field: CommandField) -> [(heading: String, values: [String])] {
        guard case .codes(let list) = field.kind else { return [] }
        return list.groups.map { (words.catalog.text("codes.\(list.name).\($0.name)"), $0.codes) }
    }

    private func meaning(of text: String, in field: CommandField) -> [String] {
        switch field.kind {
        case .flag: [words.catalog.answer(true)]
        case .paragraphs: text.split(separator: "\n").map(String.init)
        case .day: [day(text).map(words.catalog.day) ?? text]
        case .moment: [OsloTime.instant(parsingLocal: text).map(moment) ?? text]
        case .municipality: [MunicipalityWords.name(text)]
        default: [options(of: field).first { $0.value == text }?.label ?? text]
        }
    }

    private func day(_ text: String) -> LocalTime? {
        (try? CalendarDay(parsing: text)).map { LocalTime(year: $0.year, month: $0.month, day: $0.day) }
    }

    private func moment(_ instant: Instant) -> String {
        let (day, clock) = (OsloTime.day(at: instant), OsloTime.clock(at: instant))
        return words.catalog.moment(
            LocalTime(year: day.year, month: day.month, day: day.day, hour: clock.hour, minute: clock.minute)
        )
    }
}
