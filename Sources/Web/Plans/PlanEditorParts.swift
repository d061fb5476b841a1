import Office
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
            let tokens = ScenarioSheet.tokens(pointer)
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
    let catalog: Catalog
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
        return catalog.text("planning.problem", ["message": problem.message])
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

    // MARK: About

    var about: [PlanEditorPage.Group] {
        [
            .init(
                id: "group-about",
                title: catalog.text("planning.part.about"),
                help: nil,
                fields: [
                    line("/name", catalog.text("planning.name"), isNumber: false),
                    Field(
                        "/note",
                        .paragraphs,
                        label: catalog.text("planning.basisNote"),
                        hint: catalog.text("planning.basisNote.hint"),
                        value: sheet.text("/note"),
                        error: error("/note"),
                        isOptional: true
                    ),
                    line(
                        "/unit",
                        catalog.text("planning.unit.field"),
                        hint: catalog.text("planning.unit.hint"),
                        isNumber: false,
                        isOptional: true
                    ),
                    line(
                        "/starts",
                        catalog.text("planning.starts"),
                        hint: catalog.text("planning.starts.hint"),
                        isNumber: false,
                        isOptional: true
                    ),
                ],
                rows: [],
                add: nil
            ),
            .init(
                id: "group-run",
                title: catalog.text("planning.run"),
                help: nil,
                fields: [
                    line(
                        "/run/length",
                        catalog.text("planning.run.length"),
                        hint: catalog.text("planning.run.length.hint")
                    ),
                    line(
                        "/run/warmUp",
                        catalog.text("planning.run.warmUp"),
                        hint: catalog.text("planning.run.warmUp.hint"),
                        isOptional: true
                    ),
                    line(
                        "/run/replications",
                        catalog.text("planning.replications"),
                        hint: catalog.text("planning.replications.hint"),
                        isOptional: true
                    ),
                    line(
                        "/run/seed",
                        catalog.text("planning.seed"),
                        hint: catalog.text("planning.seed.hint"),
                        isOptional: true
                    ),
                ],
                rows: [],
                add: nil
            ),
        ]
    }

    // MARK: Places

    var names: [PlanEditorPage.Group] {
        let sorts = [
            (
                "/regions", catalog.text("planning.regions"), catalog.text("planning.regions.add"),
                catalog.text("planning.region")
            ),
            (
                "/kinds", catalog.text("planning.kinds"), catalog.text("planning.kinds.add"),
                catalog.text("planning.kind")
            ),
        ]
        return sorts.map { pointer, title, button, label in
            let count = sheet.count(pointer)
            return PlanEditorPage.Group(
                id: "group" + pointer.replacing("/", with: "-"),
                title: title,
                help: error(pointer) ?? catalog.text("planning.names.help"),
                fields: [],
                rows: (0..<count).map { place in
                    PlanEditorPage.Row(
                        title: "\(label) \(place + 1)",
                        fields: [line("\(pointer)/\(place)", label, isNumber: false)],
                        path: nil,
                        remove: count > 1 ? remove("\(pointer)/\(place)") : nil
                    )
                },
                add: add(pointer, button)
            )
        }
    }

    /// How many places of each kind each region has.
    var grid: PlanSheet {
        let (kinds, regions) = (sheet.texts("/kinds"), sheet.texts("/regions"))
        var places: [String: Int] = [:]
        for number in 0..<sheet.count("/places") {
            let pointer = "/places/\(number)"
            places[PlaceName.text(sheet.text(pointer + "/kind"), sheet.text(pointer + "/region"))] = number
        }
        return PlanSheet(
            caption: catalog.text("planning.grid"),
            first: catalog.text("planning.region"),
            columns: kinds,
            rows: regions.map { region in
                let shownName = region == Scenario.everywhere ? everywhere : region
                return PlanSheet.Row(
                    name: shownName,
                    cells: kinds.map { kind in
                        let number = places[PlaceName.text(kind, region)]
                        let pointer = number.map { "/places/\($0)/count" }
                        return PlanSheet.Cell(
                            name: pointer.map { Self.name($0) } ?? Self.name(PlaceName.text(kind, region), "new:"),
                            label: "\(kind), \(shownName)",
                            value: pointer.map { shown(sheet.text($0)) } ?? "",
                            error: pointer.flatMap { error($0) }
                                ?? number.flatMap { error("/places/\($0)") }
                        )
                    }
                )
            }
        )
    }

    var costs: [PlanEditorPage.Group] {
        (0..<sheet.count("/places")).map { number in
            let pointer = "/places/\(number)"
            let region = sheet.text(pointer + "/region")
            let changes = pointer + "/changes"
            return PlanEditorPage.Group(
                id: "group-place-\(number)",
                title: "\(sheet.text(pointer + "/kind")), \(region == Scenario.everywhere ? everywhere : region)",
                help: nil,
                fields: [
                    line(pointer + "/costOpen", catalog.text("planning.costOpen"), isOptional: true),
                    line(pointer + "/costUsed", catalog.text("planning.costUsed"), isOptional: true),
                    line(
                        pointer + "/waiting",
                        catalog.text("planning.waiting"),
                        hint: catalog.text("planning.waiting.hint"),
                        isOptional: true
                    ),
                    line(pointer + "/surge/places", catalog.text("planning.surge.places"), isOptional: true),
                    line(pointer + "/surge/after", catalog.text("planning.surge.after"), isOptional: true),
                    line(pointer + "/surge/cost", catalog.text("planning.surge.cost"), isOptional: true),
                ],
                rows: (0..<sheet.count(changes)).map { place in
                    let change = "\(changes)/\(place)"
                    return PlanEditorPage.Row(
                        title: catalog.text("planning.change", ["number": String(place + 1)]),
                        fields: [
                            line(change + "/at", catalog.text("planning.change.at")),
                            line(
                                change + "/by",
                                catalog.text("planning.change.by"),
                                hint: catalog.text("planning.change.by.hint")
                            ),
                            line(change + "/until", catalog.text("planning.change.until"), isOptional: true),
                            line(
                                change + "/probability",
                                catalog.text("planning.change.probability"),
                                isOptional: true
                            ),
                        ],
                        path: nil,
                        remove: remove(change)
                    )
                },
                add: add(changes, catalog.text("planning.change.add"))
            )
        }
    }
}
