import Casework
import Exchange
import Law
import Testing

/// Draws random values that a form takes.
struct CommandDrawing {
    private static let words = [
        "Ada", "Bjørn vil høyre meir", "čáhci ja guolli", "x", "Å være\nto linjer", "\"<&>'", "1.1", "ﬀ 𝛼",
    ]

    private var generator: any RandomNumberGenerator

    init(_ generator: some RandomNumberGenerator) {
        self.generator = generator
    }

    /// Values for every field that must be filled in, and for about half of those that may be.
    mutating func values(of form: CommandForm) -> CommandValues {
        var values = CommandValues()
        for field in form.fields where form.asks(for: field, in: values) {
            switch field.need {
            case .required, .onlyIf(_, isRequired: true): break
            case .optional, .owed, .onlyIf(_, isRequired: false): if flip() { continue }
            }
            values[field.name] = texts(of: field.kind)
        }
        return values
    }

    private mutating func texts(of kind: CommandField.Kind) -> [String] {
        switch kind {
        case .line(let longest): [String(word().replacing("\n", with: " ").prefix(longest))]
        case .paragraphs: [word() + (flip() ? "\n\n" + word() : "")]
        case .day: ["20\(Int.random(in: 10...29, using: &generator))-02-1\(Int.random(in: 0...9, using: &generator))"]
        case .code(let list): [list.codes.randomElement(using: &generator) ?? ""]
        case .codes(let list): [list.codes[0]] + list.codes.dropFirst().filter { _ in flip() }
        case .flag: ["yes"]
        case .number(let range): ["\(Int.random(in: range, using: &generator))"]
        case .personNumber: [Self.number]
        case .municipality: ["\(Int.random(in: 1000...9999, using: &generator))"]
        case .worker: ["person:u\(Int.random(in: 1...99, using: &generator))"]
        case .reference: ["\(id())"]
        case .references: ["\(id())", "\(id())"].sorted()
        case .entry: ["\(Int.random(in: 1...1_000_000, using: &generator))"]
        case .moment: ["2026-02-1\(Int.random(in: 0...9, using: &generator))T12:30"]
        case .place: ["H-\(Int.random(in: 1...99, using: &generator))"]
        case .organisation: ["\(Int.random(in: 810_000_000...999_999_999, using: &generator))"]
        }
    }

    mutating func id() -> RecordID { RecordID(high: generator.next(), low: generator.next()) }

    private mutating func flip() -> Bool { Bool.random(using: &generator) }

    private mutating func word() -> String { Self.words.randomElement(using: &generator) ?? "" }

    /// A pretend number: 80 is added to its month.
    static let number = "15901560150"
}

extension FormContext {
    /// A context in which every report was received and reviewed, and everybody lives where `residence` says.
    static func pretend(_ id: RecordID, residence: Residence? = nil) -> FormContext {
        FormContext(
            id: id,
            concernDays: { id in
                guard let day = CalendarDay(year: 2026, month: 1 + Int(id.low % 12), day: 1) else { return nil }
                return (day, day)
            },
            residence: { _ in residence },
            file: StoredFile(mediaType: "application/pdf", size: 3, digest: [1, 2, 3])
        )
    }
}

extension CommandForm: CustomTestStringConvertible {
    public var testDescription: String { id }
}
