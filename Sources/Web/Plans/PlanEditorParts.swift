import Planning

/// The parts of a scenario as forms: which fields each has, what they are called, and what is wrong with them.
struct PlanEditorParts {
    /// A part of the editor, as its address names it.
    enum Part: Hashable {
        case about, places, costs, classes
        case oneClass(Int)
        case overflow, document

        init?(_ text: some StringProtocol) {
            switch text {
            case "om": self = .about
            case "plasser": self = .places
            case "kostnader": self = .costs
            case "barn": self = .classes
            case "overlop": self = .overflow
            case "json": self = .document
            default:
                guard text.hasPrefix("barn-"), let number = Int(text.dropFirst(5)), number >= 0 else { return nil }
                self = .oneClass(number)
            }
        }

        var text: String {
            switch self {
            case .about: "om"
            case .places: "plasser"
            case .costs: "kostnader"
            case .classes: "barn"
            case .oneClass(let number): "barn-\(number)"
            case .overflow: "overlop"
            case .document: "json"
            }
        }

        static let all: [Part] = [.about, .places, .costs, .classes, .overflow, .document]

        /// The part in which a pointer is put right.
        static func of(_ pointer: String) -> Part {
            let tokens = JsonPointer.tokens(pointer)
            switch tokens.first {
            case "name", "note", "unit", "starts": return .about
            case "run": return tokens.dropFirst().first == "precision" ? .document : .about
            case "regions", "kinds": return .places
            case "places":
                return tokens.count < 3 || ["count", "kind", "region"].contains(tokens[2]) ? .places : .costs
            case "classes": return tokens.dropFirst().first.flatMap { Int($0) }.map { .oneClass($0) } ?? .classes
            case "overflow": return .overflow
            default: return .document
            }
        }
    }

    let sheet: ScenarioSheet
    let problem: ScenarioProblem?
    let words: PlanWords
    var catalog: Catalog { words.catalog }
    let path: (Part) -> String

    /// The fields of a part.
    func groups(_ part: Part) -> [PlanEditorPage.Group] {
        switch part {
        case .about: about
        case .places: names
        case .costs: costs
        case .classes: classes
        case .oneClass(let number): oneClass("/classes/\(number)")
        case .overflow: [overflow]
        case .document: []
        }
    }

    func title(_ part: Part) -> String {
        switch part {
        case .about: catalog.text("planning.part.about")
        case .places: catalog.text("planning.part.places")
        case .costs: catalog.text("planning.part.costs")
        case .classes: catalog.text("planning.part.classes")
        case .oneClass(let number): sheet.text("/classes/\(number)/name")
        case .overflow: catalog.text("planning.part.overflow")
        case .document: catalog.text("planning.part.document")
        }
    }

    // MARK: Fields

    /// The name of a field in a form: what an address and an id may hold.
    static func name(_ pointer: String, _ prefix: String = "") -> String {
        prefix
            + pointer.utf8.map { byte in
                let isPlain = byte < 128 && (Character(Unicode.Scalar(byte)).isLetter || (48...57).contains(byte))
                return isPlain || [47, 126, 95, 45, 46].contains(byte)
                    ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
    }

    /// What is wrong at a pointer, or inside what has no field of its own.
    func error(_ pointer: String, inside: Bool = false) -> String? {
        guard let problem else { return nil }
        guard problem.pointer == pointer || (inside && problem.pointer.hasPrefix(pointer + "/")) else { return nil }
        return words.problem(problem)
    }

    func line(
        _ pointer: String,
        _ label: String,
        hint: String? = nil,
        isNumber: Bool = true,
        isOptional: Bool = false
    ) -> Field {
        Field(
            Self.name(pointer),
            .line(keyboard: isNumber ? "decimal" : nil),
            label: label,
            hint: hint,
            value: shown(sheet.text(pointer)),
            error: error(pointer),
            isOptional: isOptional
        )
    }

    func choice(
        _ name: String,
        _ label: String,
        _ value: String,
        _ options: [(value: String, label: String)],
        error: String?,
        isOptional: Bool = false
    ) -> Field {
        Field(name, .list, label: label, value: value, error: error, isOptional: isOptional, options: options)
    }

    func names(_ pointer: String) -> [(value: String, label: String)] {
        sheet.texts(pointer).map { (value: $0, label: $0 == Scenario.everywhere ? everywhere : $0) }
    }

    var everywhere: String { catalog.text("planning.everywhere") }

    /// The document's word for any number, in the reader's language; decimals with the language's mark.
    func shown(_ text: String) -> String {
        if text == "unlimited" { return catalog.text("planning.unlimited") }
        return Double(text) == nil ? text : text.replacing(".", with: catalog.text("number.point"))
    }

    func remove(_ pointer: String) -> PlanEditorPage.Button {
        .init(value: "remove \(pointer)", label: catalog.text("planning.remove"))
    }

    func add(_ pointer: String, _ label: String) -> PlanEditorPage.Button {
        .init(value: "add \(pointer)", label: label)
    }
}
