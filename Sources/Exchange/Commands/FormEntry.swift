import Casework
import Law

/// A field with the type of what it holds: how its texts are read, and how they are written again.
struct FormEntry<Value: Sendable>: Sendable {
    let field: CommandField
    /// What it holds where nothing is filled in; `nil` where that is nothing.
    let absent: Value?
    /// `nil` where the texts, of which there is at least one, do not fit.
    let read: @Sendable ([String]) -> Value?
    let write: @Sendable (Value) -> [String]

    init(
        _ name: String,
        _ kind: CommandField.Kind,
        need: CommandField.Need = .required,
        absent: Value? = nil,
        read: @escaping @Sendable ([String]) -> Value?,
        write: @escaping @Sendable (Value) -> [String]
    ) {
        field = CommandField(name: name, kind: kind, need: need)
        self.absent = absent
        self.read = read
        self.write = write
    }

    /// A field of one text.
    init(
        _ name: String,
        _ kind: CommandField.Kind,
        text: @escaping @Sendable (Value) -> String = { "\($0)" },
        one read: @escaping @Sendable (String) -> Value?
    ) {
        self.init(name, kind) {
            $0.count == 1 ? read($0[0]) : nil
        } write: {
            [text($0)]
        }
    }

    private func with(_ need: CommandField.Need) -> FormEntry {
        FormEntry(field.name, field.kind, need: need, absent: absent, read: read, write: write)
    }

    /// The same field, which may be left empty.
    var optional: FormEntry { with(.optional) }

    /// The same field, which is owed and may be empty where it is to follow.
    var owed: FormEntry { with(.owed) }

    /// The same field, to be filled in where another holds one of these codes, and to be left empty elsewhere.
    func needed(_ other: some AnyFormEntry, _ codes: String...) -> FormEntry { needed(other, codes) }

    /// The same field, to be filled in where another holds one of these codes, and to be left empty elsewhere.
    func needed(_ other: some AnyFormEntry, _ codes: [String]) -> FormEntry {
        with(.onlyIf(CommandField.Condition(field: other.field.name, codes: codes), isRequired: true))
    }

    /// The same field, which may be filled in only where another holds one of these codes.
    func allowed(_ other: some AnyFormEntry, _ codes: String...) -> FormEntry {
        with(.onlyIf(CommandField.Condition(field: other.field.name, codes: codes), isRequired: false))
    }

    /// What the field is filled in with to hold a value; nothing for none.
    func filled(_ value: Value?) -> FilledField {
        FilledField(name: field.name, texts: value.map(write) ?? [])
    }
}

/// Any typed field, for the table.
protocol AnyFormEntry: Sendable {
    var field: CommandField { get }
    func accepts(_ texts: [String]) -> Bool
}

extension FormEntry: AnyFormEntry {
    func accepts(_ texts: [String]) -> Bool { read(texts) != nil }
}

/// A field's name and the texts that it is filled in with.
struct FilledField: Sendable {
    let name: String
    let texts: [String]
}

// MARK: Kinds

extension FormEntry<String> {
    static func line(_ name: String, longest: Int = 200) -> Self {
        let read: @Sendable (String) -> String? = { text in
            let isLine = text.unicodeScalars.allSatisfy { $0 != "\n" }
            return isLine && isSendable(text) && text.unicodeScalars.count <= longest ? text : nil
        }
        return FormEntry(name, .line(longest: longest), one: read)
    }

    static func paragraphs(_ name: String, longest: Int = 20_000) -> Self {
        FormEntry(name, .paragraphs(longest: longest)) {
            isSendable($0) && $0.unicodeScalars.count <= longest ? $0 : nil
        }
    }

    /// Whether a message can carry the text: XML has no form for control characters but line feed and tabulator.
    private static func isSendable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || scalar == "\t"
                || scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        }
    }

    static func municipality(_ name: String) -> Self {
        FormEntry(name, .municipality) { (try? MunicipalityNumber(parsing: $0))?.text }
    }

    /// One of a list that has no type of its own.
    static func code(_ name: String, _ list: CodeList) -> Self {
        FormEntry(name, .code(list)) { list.codes.contains($0) ? $0 : nil }
    }
}

extension FormEntry where Value: CaseIterable & Hashable {
    static func code(_ name: String, _ list: String, _ type: Value.Type = Value.self) -> Self {
        let list = CodeList(list, type)
        let values = Dictionary(uniqueKeysWithValues: zip(list.codes, type.allCases))
        return FormEntry(name, .code(list)) { values[$0] }
    }
}

extension FormEntry {
    static func codes<Code: CaseIterable & Hashable & Sendable>(_ name: String, _ list: String) -> Self
    where Value == [Code] {
        let list = CodeList(list, Code.self)
        let values = Dictionary(uniqueKeysWithValues: zip(list.codes, Code.allCases))
        return FormEntry(name, .codes(list)) { texts in
            let asked = Set(texts)
            guard asked.count == texts.count, asked.isSubset(of: list.codes) else { return nil }
            return list.codes.filter(asked.contains).compactMap { values[$0] }
        } write: {
            $0.map { String(describing: $0) }
        }
    }
}

extension FormEntry<[String]> {
    /// Several of a list that has no type of its own, in the list's order.
    static func codes(_ name: String, _ list: CodeList) -> Self {
        FormEntry(name, .codes(list)) { texts in
            let asked = Set(texts)
            guard asked.count == texts.count, asked.isSubset(of: list.codes) else { return nil }
            return list.codes.filter(asked.contains)
        } write: {
            $0
        }
    }
}

extension FormEntry<CalendarDay> {
    static func day(_ name: String) -> Self {
        FormEntry(name, .day) { try? CalendarDay(parsing: $0) }
    }
}

extension FormEntry<Bool> {
    /// What a ticked box is posted as by the pages.
    static let ticked = "yes"

    static func flag(_ name: String) -> Self {
        FormEntry(name, .flag, need: .optional, absent: false) {
            $0 == [ticked] ? true : nil
        } write: {
            $0 ? [ticked] : []
        }
    }
}

extension FormEntry<Int> {
    static func number(_ name: String, _ range: ClosedRange<Int>) -> Self {
        FormEntry(name, .number(range)) { wholeNumber($0, in: range) }
    }

    /// Digits alone, so that a number has one way to be written.
    private static func wholeNumber(_ text: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = Int(text), String(number) == text, range.contains(number) else { return nil }
        return number
    }

    static func entry(_ name: String) -> Self {
        FormEntry(name, .entry) { wholeNumber($0, in: 1...Int.max) }
    }
}

extension FormEntry<PersonNumber> {
    static func personNumber(_ name: String) -> Self {
        FormEntry(name, .personNumber, text: \.digits) { try? PersonNumber(parsing: $0) }
    }
}

extension FormEntry<ActorID> {
    static func worker(_ name: String) -> Self {
        FormEntry(name, .worker) { text in
            guard let actor = try? ActorID(parsing: text), actor.kind == .person else { return nil }
            return actor
        }
    }
}

extension FormEntry<RecordID> {
    static func reference(_ name: String, _ target: CommandField.Reference) -> Self {
        FormEntry(name, .reference(target), one: recordID)
    }

    /// An id in the one way that the program writes it.
    fileprivate static func recordID(_ text: String) -> RecordID? {
        guard let id = RecordID(text), "\(id)" == text else { return nil }
        return id
    }
}

extension FormEntry<[RecordID]> {
    static func references(_ name: String, _ target: CommandField.Reference) -> Self {
        FormEntry(name, .references(target)) { texts in
            let ids = texts.compactMap(FormEntry<RecordID>.recordID)
            return ids.count == texts.count && Set(ids).count == ids.count ? ids.sorted() : nil
        } write: {
            $0.map { "\($0)" }
        }
    }
}
