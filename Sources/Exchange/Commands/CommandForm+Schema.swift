extension CommandForm {
    /// The JSON object that the form takes, as a schema of JSON Schema 2020-12 (the one of OpenAPI 3.1).
    ///
    /// Conditions are told by `if` and `then`. What a schema cannot tell, such as check digits, is refused all the
    /// same.
    package var schema: JsonTree {
        .object([
            "type": "object",
            "properties": .object(fields.map { JsonTree.Member($0.name, $0.kind.schema) }),
            "required": .list(fields.filter { $0.need == .required }.map { .text($0.name) }),
            "additionalProperties": false,
            "allOf": conditions.isEmpty ? nil : .list(conditions),
        ])
    }

    private var conditions: [JsonTree] {
        fields.compactMap { field in
            guard case .onlyIf(let condition, let isRequired) = field.need,
                let decider = fields.first(where: { $0.name == condition.field })
            else { return nil }
            let name = JsonTree.text(field.name)
            var met: JsonTree = ["required": [.text(condition.field)]]
            if !condition.codes.isEmpty {
                let codes: [JsonTree] = decider.kind == .flag ? [true] : condition.codes.map { .text($0) }
                let one: JsonTree = .object(["enum": .list(codes)])
                let held: JsonTree = if case .codes = decider.kind { .object(["contains": one]) } else { one }
                met = met.adding([JsonTree.Member("properties", .object([condition.field: held]))])
            }
            let left: JsonTree = field.kind == .flag ? ["const": false] : false
            return .object([
                "if": met,
                "then": isRequired ? .object(["required": .list([name])]) : nil,
                "else": .object(["properties": .object([JsonTree.Member(field.name, left)])]),
            ])
        }
    }

    /// A pretend object that the form takes: what must be filled in, and nothing else.
    package var example: JsonTree {
        var members: [JsonTree.Member] = []
        var values = CommandValues()
        for field in fields where asks(for: field, in: values) {
            switch field.need {
            case .required, .onlyIf(_, isRequired: true): break
            case .optional, .owed, .onlyIf(_, isRequired: false): continue
            }
            let (texts, value) = field.kind.example
            values[field.name] = texts
            members.append(JsonTree.Member(field.name, value))
        }
        return .object(members)
    }
}

extension CommandField.Kind {
    private static let recordPattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

    fileprivate var schema: JsonTree {
        switch self {
        case .line(let longest):
            [
                "type": "string", "minLength": 1, "maxLength": .integer(longest),
                "pattern": #"^[^\r\n]*\S[^\r\n]*$"#,
            ]
        case .paragraphs(let longest):
            ["type": "string", "minLength": 1, "maxLength": .integer(longest), "pattern": #"\S"#]
        case .day: ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
        case .code(let list): list.schema
        case .codes(let list): Self.list(of: list.schema)
        case .flag: ["type": "boolean", "default": false]
        case .number(let range):
            [
                "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
            ]
        case .personNumber: ["type": "string", "pattern": "^([0-9]{6} ?[0-9]{5}|[0-9]{12})$"]
        case .municipality: ["type": "string", "pattern": "^[0-9]{4}$"]
        case .worker: ["type": "string", "pattern": "^person:[a-z0-9.-]{1,40}$"]
        case .reference(let target): Self.reference(target)
        case .references(let target): Self.list(of: Self.reference(target))
        case .entry: ["type": "integer", "minimum": 1]
        case .moment: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"]
        case .place: ["type": "string", "minLength": 1, "maxLength": 64, "pattern": #"^\S(.*\S)?$"#]
        case .organisation: ["type": "string", "pattern": "^[0-9]{9}$"]
        }
    }

    private static func list(of items: JsonTree) -> JsonTree {
        ["type": "array", "items": items, "minItems": 1, "uniqueItems": true]
    }

    private static func reference(_ target: CommandField.Reference) -> JsonTree {
        ["type": "string", "pattern": .text(recordPattern), "description": .text("The id of: \(target.rawValue).")]
    }

    /// Texts of a form and a JSON value that say the same, about nobody.
    fileprivate var example: (texts: [String], value: JsonTree) {
        switch self {
        case .line, .paragraphs: Self.one("Pretend text")
        case .day: Self.one("2026-11-20")
        case .code(let list): Self.one(list.codes[0])
        case .codes(let list): ([list.codes[0]], [.text(list.codes[0])])
        case .flag: ([FormEntry<Bool>.ticked], true)
        case .number(let range): (["\(range.lowerBound)"], .integer(range.lowerBound))
        case .personNumber: Self.one("15901560150")
        case .municipality: Self.one("4601")
        case .worker: Self.one("person:kari")
        case .reference: Self.one(Self.exampleID)
        case .references: ([Self.exampleID], [.text(Self.exampleID)])
        case .entry: (["1"], 1)
        case .moment: Self.one("2026-11-20T12:00")
        case .place: Self.one("FH-0042")
        case .organisation: Self.one("310417009")
        }
    }

    private static let exampleID = "019a8f3e-7c00-7000-8000-000000000001"

    private static func one(_ text: String) -> ([String], JsonTree) { ([text], .text(text)) }
}

extension CodeList {
    fileprivate var schema: JsonTree { ["type": "string", "enum": .list(codes.map { .text($0) })] }
}
