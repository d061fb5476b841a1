@testable import Exchange

/// JSON that can be bent before it is written: the mutation bench of the table tests.
indirect enum WireSample: Sendable {
    case text(String)
    case flag(Bool)
    case null
    case integer(Int)
    case list([WireSample])
    case object([(name: String, value: WireSample)])

    /// A valid value of a shape, every member present.
    init(_ shape: Shape) {
        switch shape {
        case .flag: self = .flag(true)
        case .text(let rule): self = .text(Self.fitting(rule))
        case .object(let structure): self = WireSample(structure)
        case .list(let structure, _): self = .list([WireSample(structure)])
        }
    }

    init(_ structure: Structure) {
        self = .object(structure.fields.map { ($0.name.rawValue, WireSample($0.shape)) })
    }

    static func fitting(_ rule: TextRule) -> String {
        switch rule {
        case .anything: "tekst\n"
        case .oneLine: "tekst"
        case .fourDigits: "4602"
        case .twoDigits: "00"
        case .phone: "+47 00 00 00 00"
        case .email: "a@b.no"
        }
    }

    /// The sample with the value at a place replaced, or taken away where there is no replacement.
    func replacing(_ place: ArraySlice<JsonPointer.Token>, with value: WireSample?) -> WireSample {
        guard let token = place.first else { return value ?? .null }
        let rest = place.dropFirst()
        switch (self, token) {
        case (.list(let items), .index(let wanted)):
            return .list(items.enumerated().map { $0 == wanted ? $1.replacing(rest, with: value) : $1 })
        case (.object(let members), .name(let wanted)):
            let kept = value == nil && rest.isEmpty ? members.filter { $0.name != wanted } : members
            return .object(kept.map { ($0, $0 == wanted ? $1.replacing(rest, with: value) : $1) })
        default:
            return self
        }
    }

    var bytes: [UInt8] {
        var json = JsonWriter()
        write(to: &json)
        return json.bytes
    }

    private func write(to json: inout JsonWriter) {
        switch self {
        case .text(let text): json.text(text)
        case .flag(let flag): json.boolean(flag)
        case .null: json.null()
        case .integer(let integer): json.integer(integer)
        case .list(let items):
            json.beginList()
            for item in items { item.write(to: &json) }
            json.endList()
        case .object(let members):
            json.beginObject()
            for member in members {
                json.name(member.name)
                member.value.write(to: &json)
            }
            json.endObject()
        }
    }
}

/// Every member of a form with its place; list members stand at position 0.
func everyField(of structure: Structure, below place: [JsonPointer.Token] = []) -> [(
    place: [JsonPointer.Token], field: Field
)] {
    structure.fields.flatMap { field in
        let here = place + [.name(field.name.rawValue)]
        let below: [(place: [JsonPointer.Token], field: Field)] =
            switch field.shape {
            case .text, .flag: []
            case .object(let inner): everyField(of: inner, below: here)
            case .list(let inner, _): everyField(of: inner, below: here + [.index(0)])
            }
        return [(here, field)] + below
    }
}
