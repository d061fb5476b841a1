/// Writes an object along its table, members in the table's order.
enum WireWriter {
    static func write(_ object: WireObject, as structure: Structure) -> [UInt8] {
        var json = JsonWriter()
        write(object, as: structure, to: &json)
        return json.bytes
    }

    private static func write(_ object: WireObject, as structure: Structure, to json: inout JsonWriter) {
        json.beginObject()
        for field in structure.fields {
            guard let value = object[field.name] ?? substitute(for: field) else { continue }
            json.name(field.name.rawValue)
            write(value, as: field.shape, to: &json)
        }
        json.endObject()
    }

    private static func write(_ value: WireValue, as shape: Shape, to json: inout JsonWriter) {
        switch (value, shape) {
        case (.text(let text), _): json.text(text)
        case (.flag(let flag), _): json.boolean(flag)
        case (.object(let object), .object(let structure)): write(object, as: structure, to: &json)
        case (.list(let items), .list(let structure, _)):
            json.beginList()
            for item in items { write(item, as: structure, to: &json) }
            json.endList()
        case (.object, _), (.list, _): json.null()
        }
    }

    /// What stands for a required member that the domain leaves open.
    private static func substitute(for field: Field) -> WireValue? {
        guard case .required = field.presence else { return nil }
        return switch field.shape {
        case .text: .text("")
        case .flag: .flag(false)
        case .object: .object(WireObject())
        case .list: .list([])
        }
    }
}
