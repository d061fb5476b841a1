/// What has been filled in: texts by field.
///
/// A field that takes several has several; an empty one has none.
package struct CommandValues: Hashable, Sendable {
    private(set) var entries: [String: [String]] = [:]

    package init() {}

    /// The texts of a field, tidy: none is blank, line breaks are line feeds, and no white space stands around them.
    package subscript(name: String) -> [String] {
        get { entries[name] ?? [] }
        set {
            let tidy = newValue.map(Self.tidy).filter { !$0.isEmpty }
            entries[name] = tidy.isEmpty ? nil : tidy
        }
    }

    /// Takes a field that stands once.
    package mutating func set(_ name: String, _ text: String?) {
        self[name] = text.map { [$0] } ?? []
    }

    private static func tidy(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) } ?? start
        var tidy = String.UnicodeScalarView()
        var followsReturn = false
        for scalar in scalars[start..<end] {
            if scalar == "\r" || !(scalar == "\n" && followsReturn) {
                tidy.append(scalar == "\r" ? "\n" : scalar)
            }
            followsReturn = scalar == "\r"
        }
        return String(tidy)
    }
}

extension CommandValues {
    /// What a form in the browser has posted.
    ///
    /// Of a field that takes several, each is posted as ticked under the field's name, a hyphen and what it stands for.
    ///
    /// - Parameters:
    ///   - form: Whose fields are taken; all else is the page's own.
    ///   - posted: The texts by name.
    package init(_ form: CommandForm, posted: [String: String]) {
        for field in form.fields {
            switch field.kind {
            case .codes, .references:
                let prefix = field.name + "-"
                let ticked = posted.filter { $0.key.hasPrefix(prefix) && $0.value == FormEntry<Bool>.ticked }
                self[field.name] = ticked.keys.map { String($0.dropFirst(prefix.count)) }.sorted()
            default: set(field.name, posted[field.name])
            }
        }
    }

    /// What stands in a JSON object.
    ///
    /// - Parameters:
    ///   - form: Whose fields the members are.
    ///   - json: The object.
    ///   - others: Members that are the caller's own.
    ///   - faults: Takes what has another type than the field, and members that the form does not have.
    package init(_ form: CommandForm, json: JsonValue, besides others: Set<String>, faults: inout [FieldFault]) {
        for (name, value) in json.members where !others.contains(name) {
            guard let field = form.fields.first(where: { $0.name == name }) else {
                faults.append(FieldFault(name, .knownField))
                continue
            }
            guard let texts = field.kind.texts(of: value) else {
                faults.append(FieldFault(name, field.kind.expectation))
                continue
            }
            self[name] = texts
            // A member that says nothing is left out, so that there is one way to say it.
            if self[name].count < max(1, texts.count), field.kind != .flag {
                faults.append(FieldFault(name, .something))
            }
        }
    }
}

extension CommandField.Kind {
    /// The texts of a JSON value; `nil` where it has another type than this kind of field.
    fileprivate func texts(of value: JsonValue) -> [String]? {
        switch self {
        case .flag: return value.boolean.map { $0 ? [FormEntry<Bool>.ticked] : [] }
        case .number, .entry: return value.numberText.map { [$0] }
        case .codes, .references:
            guard value.kind == .list else { return nil }
            let texts = value.items.compactMap(\.text)
            return texts.count == value.items.count ? texts : nil
        case .line, .paragraphs, .day, .code, .personNumber, .municipality, .worker, .reference, .moment, .place,
            .organisation:
            return value.text.map { [$0] }
        }
    }

    /// What would have been right where something is filled in that does not fit.
    var expectation: FieldFault.Expectation {
        switch self {
        case .line(let longest), .paragraphs(let longest): .shorter(longest)
        case .day: .day
        case .code(let list): .code(list)
        case .codes, .references: .list
        case .flag: .truth
        case .number(let range): .number(range)
        case .personNumber: .personNumber
        case .municipality: .municipality
        case .worker: .worker
        case .reference(let target): .reference(target)
        case .entry: .entry
        case .moment: .moment
        case .place: .place
        case .organisation: .organisation
        }
    }
}
