import Exchange
import Planning

/// Classes, kinds and regions are named in many places of a document: renamed or taken away in one, they are so in all.
extension ScenarioSheet {
    /// The names that there are, in order.
    func names(_ sort: ScenarioName) -> [String] {
        (0..<count("/\(sort.rawValue)")).map { text(Self.pointer(sort, $0)) }
    }

    /// Gives classes, kinds or regions other names everywhere, all at once, so that two can change names.
    mutating func rename(_ sort: ScenarioName, _ names: [Int: String]) {
        var changes: [String: String] = [:]
        for (place, name) in names {
            let pointer = Self.pointer(sort, place)
            let old = text(pointer)
            if !old.isEmpty, !name.isEmpty { changes[old] = name }
        }
        // Before the names themselves are put, which may be empty or new.
        root = root.renamed(sort, [], changes)
        for (place, name) in names { put(.text(name), at: Self.pointer(sort, place)) }
    }

    /// Takes a class, kind or region away with everything that is only about it.
    mutating func remove(_ sort: ScenarioName, _ place: Int) {
        let name = text(Self.pointer(sort, place))
        remove("/\(sort.rawValue)/\(place)")
        guard !name.isEmpty, !names(sort).contains(name) else { return }
        root = root.without(sort, [], name) ?? root
    }

    /// A name that no other of the sort has.
    func freshName(_ sort: ScenarioName, _ word: String) -> String {
        let taken = Set(names(sort))
        if !taken.contains(word) { return word }
        return (2...).lazy.map { "\(word) \($0)" }.first { !taken.contains($0) } ?? word
    }

    /// The name of which a pointer is the field; `nil` for every other field.
    static func named(_ pointer: String) -> (sort: ScenarioName, place: Int)? {
        let tokens = JsonPointer.tokens(pointer)
        guard tokens.count > 1, let sort = ScenarioName(rawValue: tokens[0]), let place = Int(tokens[1]),
            Self.pointer(sort, place) == pointer
        else { return nil }
        return (sort, place)
    }

    private static func pointer(_ sort: ScenarioName, _ place: Int) -> String {
        (sort.pointers.first ?? "").replacing("*", with: String(place))
    }
}

extension JsonTree {
    fileprivate func renamed(_ sort: ScenarioName, _ path: [String], _ names: [String: String]) -> JsonTree {
        switch self {
        case .object(let members):
            let isByName = sort.isMember(ofObjectAt: path)
            return .object(
                members.map { member in
                    Member(
                        isByName ? names[member.name] ?? member.name : member.name,
                        member.value.renamed(sort, path + [member.name], names)
                    )
                }
            )
        case .list(let items):
            return .list(items.enumerated().map { $1.renamed(sort, path + [String($0)], names) })
        case .text(let name) where sort.isText(at: path): return .text(names[name] ?? name)
        default: return self
        }
    }

    /// The same without what names it: `nil` where it is the name itself, or is only about it.
    fileprivate func without(_ sort: ScenarioName, _ path: [String], _ name: String) -> JsonTree? {
        switch self {
        case .object(let members):
            let isByName = sort.isMember(ofObjectAt: path)
            var left: [Member] = []
            for member in members where !(isByName && member.name == name) {
                guard let value = member.value.without(sort, path + [member.name], name) else { return nil }
                left.append(Member(member.name, value))
            }
            return .object(left)
        case .list(let items):
            let left = items.enumerated().compactMap { $1.without(sort, path + [String($0)], name) }
            // A list of names that is empty now would mean all of them, or nothing. A class itself stays, to be mended.
            let isOfClass = path.first == ScenarioName.classes.rawValue && path.count == 3
            return left.isEmpty && !items.isEmpty && path.count > 2 && !isOfClass ? nil : .list(left)
        case .text(name) where sort.isText(at: path): return nil
        default: return self
        }
    }
}
