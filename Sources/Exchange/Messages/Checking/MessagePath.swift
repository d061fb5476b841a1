extension XmlTree {
    /// The way from the root to an element by local names; a step has a position where several have its name.
    ///
    /// A name that no table has may be anything, so it is shown as an asterisk.
    func localPath(to index: Int) -> String {
        var steps: [String] = []
        var place = index
        while nodes[place].parent != .max {
            let parent = Int(nodes[place].parent)
            var position = 0
            var count = 0
            forEachChild(of: parent) { sibling in
                guard nodes[sibling].name == nodes[place].name else { return }
                count += 1
                if sibling <= place { position = count }
            }
            steps.append(knownName(of: place) + (count > 1 ? "[\(position)]" : ""))
            place = parent
        }
        steps.append(knownName(of: place))
        return "/" + steps.reversed().joined(separator: "/")
    }

    private func knownName(of index: Int) -> String {
        let id = nodes[index].name
        return Int(id.index) < vocabulary.names.count ? name(id).localName : "*"
    }
}

extension CompiledMessage {
    /// The way from the root to an element of the table, by local names.
    func path(to place: Int) -> String {
        var names: [String] = []
        var next = place
        while next >= 0 {
            names.append(sources[next].name)
            next = rules[next].parent
        }
        return "/" + names.reversed().joined(separator: "/")
    }
}
