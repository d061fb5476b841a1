import Mustache

/// A model as Mustache sees it: names and their values.
///
/// A class, and of one kind only, since Mustache asks each value several times what it is.
final class ViewNode: MustacheParent {
    private let values: [String: Any]

    init(_ values: [String: Any]) {
        self.values = values
    }

    func child(named name: String) -> Any? {
        values[name]
    }
}

/// A text as Mustache sees it; an empty one counts as absent.
///
/// Mustache finds out that a plain `String` is text only after it has asked for all else.
struct ViewText: MustacheCustomRenderable {
    let renderText: String

    var isNull: Bool { renderText.isEmpty }
}

/// View models turned into nodes, once per page, before Mustache sees them.
///
/// Mustache asks a struct for each name through a mirror of all its properties and climbs to the enclosing value
/// where it finds nothing. A node answers at once, and an absent value that says so stops the climb, so that a
/// row without a deadline never shows the page's.
struct ViewTree {
    /// By which rows are written that have a template of their own.
    let rows: RowTemplates

    /// The value as Mustache shall see it: text, truth value, list or node.
    func make(_ value: Any) -> Any {
        switch value {
        case let text as String: return ViewText(renderText: text)
        case let truth as Bool: return truth
        case let number as Int: return ViewText(renderText: String(number))
        case let written as any WrittenRows: return ViewText(renderText: written.html(rows))
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { make($0.value) } ?? ViewText(renderText: "")
        case .collection: return mirror.children.map { make($0.value) }
        default: return node(mirror)
        }
    }

    private func node(_ mirror: Mirror) -> ViewNode {
        var values: [String: Any] = [:]
        values.reserveCapacity(mirror.children.count)
        for child in mirror.children {
            guard let label = child.label else { continue }
            values[label] = make(child.value)
        }
        return ViewNode(values)
    }
}
