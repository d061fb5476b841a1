/// What a browser without scripts posts along though it is wanted no longer.
extension MessageForm {
    /// The entries without answers that have been taken back: a choice entered as nothing goes with all that was entered in
    /// its alternatives.
    package func cleared(_ values: FormValues) -> FormValues {
        var gone: [String] = []
        for (path, text) in values.entries where text.isEmpty && path.utf8.contains(UInt8(ascii: "|")) {
            let names = path.split(separator: "/").last ?? ""
            let place = path.dropLast(names.count)
            gone += names.split(separator: "|").map { "\(place)\($0)" } + [path]
        }
        return gone.isEmpty ? values : values.without(gone)
    }

    /// The entries without those that the other answers leave no place for.
    ///
    /// As long as the field that decides has to be filled in and is not, nothing is decided and nothing goes.
    package func asked(_ values: FormValues) -> FormValues {
        var values = values
        while true {
            let entered = EnteredElement(values, paths: paths)
            let rest = values.without(Self.unasked(in: root, entered, path: ""))
            // What goes may have been what asked for something else.
            if rest == values { return rest }
            values = rest
        }
    }

    private static func unasked(in group: FormGroup, _ entered: EnteredElement, path: String) -> [String] {
        group.parts.flatMap { part -> [String] in
            switch part {
            case .field(let field):
                let isOut = isOut(field.presence, field.occurs, in: group, entered)
                return isOut ? [path + field.name] : []
            case .group(let inner):
                if isOut(inner.presence, inner.occurs, in: group, entered) { return [path + inner.name] }
                return unasked(inside: inner, of: entered, path: path)
            case .choice(let choice):
                guard case .group(let inner)? = choice.chosen(entered) else { return [] }
                return unasked(inside: inner, of: entered, path: path)
            }
        }
    }

    private static func unasked(inside group: FormGroup, of entered: EnteredElement, path: String) -> [String] {
        guard group.isRepeated else {
            return unasked(in: group, entered.child(group.name) ?? .nothing, path: "\(path)\(group.name)/")
        }
        return entered.rows(group.name).flatMap { row in
            unasked(in: group, entered.row(group.name, row), path: "\(path)\(group.name)[\(row)]/")
        }
    }

    private static func isOut(
        _ presence: FormPresence,
        _ occurs: Occurrence,
        in group: FormGroup,
        _ entered: EnteredElement
    ) -> Bool {
        guard case .conditional(let condition) = presence, occurs.min == 0,
            FormDemand(presence, in: group, entered) == .unasked
        else { return false }
        return !condition.isUndecided(in: group, entered)
    }
}

extension FormValues {
    /// The entries but for those at, or inside, some paths.
    fileprivate func without(_ paths: [String]) -> FormValues {
        FormValues(
            entries.filter { entry in
                !paths.contains { path in
                    entry.key == path || entry.key.hasPrefix(path + "/") || entry.key.hasPrefix(path + "[")
                }
            }
        )
    }
}
