/// A value between the wire and the domain, shaped by the tables.
enum WireValue: Hashable, Sendable {
    case text(String)
    case flag(Bool)
    case object(WireObject)
    case list([WireObject])
}

/// The members of one object, by name.
struct WireObject: Hashable, Sendable {
    private var names: [FieldName] = []
    private var values: [WireValue] = []

    init(capacity: Int = 0) {
        names.reserveCapacity(capacity)
        values.reserveCapacity(capacity)
    }

    mutating func append(_ name: FieldName, _ value: WireValue) {
        names.append(name)
        values.append(value)
    }

    subscript(name: FieldName) -> WireValue? {
        names.firstIndex(of: name).map { values[$0] }
    }

    /// The text, empty where there is none.
    func text(_ name: FieldName) -> String {
        guard case .text(let text) = self[name] else { return "" }
        return text
    }

    /// The text, or `nil` where it is missing or empty: the forms make no difference between the two.
    func optionalText(_ name: FieldName) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    func flag(_ name: FieldName) -> Bool? {
        guard case .flag(let flag) = self[name] else { return nil }
        return flag
    }

    func object(_ name: FieldName) -> WireObject? {
        guard case .object(let object) = self[name] else { return nil }
        return object
    }

    func list(_ name: FieldName) -> [WireObject] {
        guard case .list(let list) = self[name] else { return [] }
        return list
    }
}

extension WireObject: ExpressibleByDictionaryLiteral {
    /// Members without value are left out.
    init(dictionaryLiteral members: (FieldName, WireValue?)...) {
        self.init(capacity: members.count)
        for (name, value) in members {
            if let value { append(name, value) }
        }
    }
}
