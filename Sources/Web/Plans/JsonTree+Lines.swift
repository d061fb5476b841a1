import Exchange

/// Reading and changing a tree at a path, and writing it in lines for who reads it.
extension JsonTree {
    func at(_ tokens: ArraySlice<String>) -> JsonTree? {
        guard let first = tokens.first else { return self }
        if case .list(let items) = self {
            guard let place = Int(first), items.indices.contains(place) else { return nil }
            return items[place].at(tokens.dropFirst())
        }
        return self[first]?.at(tokens.dropFirst())
    }

    /// Changes what lies at a path; objects that are not there yet are made, items of lists are not.
    mutating func change(_ tokens: ArraySlice<String>, _ body: (inout JsonTree) -> Void) {
        guard let first = tokens.first else { return body(&self) }
        switch self {
        case .list(var items):
            guard let place = Int(first), items.indices.contains(place) else { return }
            items[place].change(tokens.dropFirst(), body)
            self = .list(items)
        case .object(var members):
            if let place = members.lastIndex(where: { $0.name == first }) {
                members[place].value.change(tokens.dropFirst(), body)
            } else {
                var value = JsonTree.object([] as [Member])
                value.change(tokens.dropFirst(), body)
                members.append(Member(first, value))
            }
            self = .object(members)
        default: return
        }
    }

    /// Puts a value under a name or number, or takes it away.
    mutating func put(_ value: JsonTree?, _ token: String) {
        switch self {
        case .object(var members):
            let place = members.lastIndex { $0.name == token }
            switch (place, value) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(token, value))
            case (nil, nil): break
            }
            self = .object(members)
        case .list(var items):
            guard let place = Int(token), items.indices.contains(place) else { return }
            if let value { items[place] = value } else { items.remove(at: place) }
            self = .list(items)
        default: break
        }
    }

    /// As JSON, in lines.
    var lines: String {
        var text = ""
        write(to: &text, indent: "\n")
        return text
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .object(let members) where !members.isEmpty:
            text += "{"
            for (place, member) in members.enumerated() {
                text += (place == 0 ? "" : ",") + indent + "  " + JsonTree.text(member.name).compact + ": "
                member.value.write(to: &text, indent: indent + "  ")
            }
            text += indent + "}"
        case .list(let items):
            let isFlat = items.allSatisfy(\.isLeaf)
            text += "["
            for (place, item) in items.enumerated() {
                text += (place == 0 ? "" : isFlat ? ", " : ",") + (isFlat ? "" : indent + "  ")
                item.write(to: &text, indent: indent + "  ")
            }
            text += (isFlat ? "" : indent) + "]"
        default: text += compact
        }
    }

    private var isLeaf: Bool {
        switch self {
        case .object, .list: false
        default: true
        }
    }

    private var compact: String { String(decoding: bytes, as: UTF8.self) }
}
