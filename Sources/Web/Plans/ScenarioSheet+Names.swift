import Planning

/// Kinds and regions are named in many places of a document: renamed or taken away in one, they are so in all.
extension ScenarioSheet {
    enum Sort: String {
        case kinds, regions

        /// Whether a path, from the document down, holds a name of this sort.
        func isName(_ path: [String]) -> Bool {
            let last = path.last ?? ""
            switch self {
            case .kinds:
                switch path.first {
                case "places": return path.count == 3 && last == "kind"
                case "overflow": return path.count == 4 && path[2] == "kinds"
                case "classes":
                    if path.contains("needs") || path.contains("to") { return last != "after" }
                    return path.count == 5 && path[2] == "transfers" && last == "from"
                default: return false
                }
            case .regions:
                switch path.first {
                case "places": return path.count == 3 && last == "region"
                case "overflow": return path.count == 3 && ["from", "to"].contains(last)
                case "classes": return path.count == 5 && path[2] == "arrivals" && last == "region"
                default: return false
                }
            }
        }
    }

    /// Gives a kind or region another name everywhere.
    mutating func rename(_ sort: Sort, _ place: Int, to name: String) {
        let old = text("/\(sort.rawValue)/\(place)")
        put(.text(name), at: "/\(sort.rawValue)/\(place)")
        guard !old.isEmpty, old != name, !name.isEmpty else { return }
        replace(root.renamed(sort, [], from: old, to: name))
    }

    /// Takes a kind or region away with everything that is only about it.
    mutating func remove(_ sort: Sort, _ place: Int) {
        let name = text("/\(sort.rawValue)/\(place)")
        remove("/\(sort.rawValue)/\(place)")
        guard !name.isEmpty, !texts("/\(sort.rawValue)").contains(name) else { return }
        replace(root.without(sort, [], name) ?? .object([] as [Member]))
    }

    /// A name that no other of the sort has.
    func freshName(_ sort: Sort, _ word: String) -> String {
        let taken = Set(texts("/\(sort.rawValue)"))
        if !taken.contains(word) { return word }
        return (2...).lazy.map { "\(word) \($0)" }.first { !taken.contains($0) } ?? word
    }

    private mutating func replace(_ node: Node) {
        for member in node.members { put(member.value, at: "/" + Self.token(member.name)) }
        for member in root.members where !node.members.contains(where: { $0.name == member.name }) {
            remove("/" + Self.token(member.name))
        }
    }
}

extension ScenarioSheet.Node {
    fileprivate func renamed(
        _ sort: ScenarioSheet.Sort,
        _ path: [String],
        from old: String,
        to name: String
    ) -> ScenarioSheet.Node {
        switch self {
        case .object(let members):
            // How long a stay is stands under the kind's name.
            let isByKind = sort == .kinds && path.count == 3 && path[2] == "stays"
            return .object(
                members.map { member in
                    .init(
                        name: isByKind && member.name == old ? name : member.name,
                        value: member.value.renamed(sort, path + [member.name], from: old, to: name)
                    )
                }
            )
        case .list(let items):
            return .list(
                items.enumerated().map { $1.renamed(sort, path + [String($0)], from: old, to: name) }
            )
        case .text(old) where sort.isName(path): return .text(name)
        default: return self
        }
    }

    /// The same without what names it: `nil` where it is the name itself, or stands in an item that is about it.
    fileprivate func without(_ sort: ScenarioSheet.Sort, _ path: [String], _ name: String) -> ScenarioSheet.Node? {
        switch self {
        case .object(let members):
            let isByKind = sort == .kinds && path.count == 3 && path[2] == "stays"
            var left: [ScenarioSheet.Member] = []
            for member in members where !(isByKind && member.name == name) {
                guard let value = member.value.without(sort, path + [member.name], name) else {
                    // An item of a list that is about it goes as a whole.
                    return nil
                }
                left.append(.init(name: member.name, value: value))
            }
            return .object(left)
        case .list(let items):
            return .list(items.enumerated().compactMap { $1.without(sort, path + [String($0)], name) })
        case .text(name) where sort.isName(path): return nil
        default: return self
        }
    }
}
