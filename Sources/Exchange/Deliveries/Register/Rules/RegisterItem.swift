import Casework

/// What an entry is about: a place in a delivery to the register.
enum RegisterItem: Hashable, Sendable {
    case sender
    case registerCase
    /// A thing of a kind, by its place among those of its kind.
    case thing(ThingKind, Int)
    /// An element inside a thing, by its name and its place among those of its name.
    case inside(ThingKind, Int, String, Int)
    case deletion(Int)

    /// What the catalogs have words for.
    var words: String {
        switch self {
        case .sender: "Avgiver"
        case .registerCase: "Sak"
        case .thing(let concept, _): concept.rawValue
        case .inside(_, _, let name, _): name
        case .deletion: "Slettet"
        }
    }
}

/// Finds the element that an entry is about, in a document that may hold very many.
struct RegisterPlaces {
    /// The case itself.
    let registerCase: DeliveryTree
    private let root: DeliveryTree
    private let parts: [String: [DeliveryTree]]

    init(_ root: DeliveryTree) {
        self.root = root
        registerCase = root.first("Sak") ?? DeliveryTree("Sak")
        parts = Dictionary(grouping: registerCase.children, by: \.name)
    }

    /// The element; nothing where the document has none such.
    subscript(item: RegisterItem) -> DeliveryTree? {
        switch item {
        case .sender: root.first("Avgiver")
        case .registerCase: registerCase
        case .thing(let concept, let place): element(parts[concept.rawValue], place)
        case .inside(let concept, let place, let name, let inner):
            element(element(parts[concept.rawValue], place)?.all(name), inner)
        case .deletion(let place): element(parts["Slettet"], place)
        }
    }

    private func element(_ nodes: [DeliveryTree]?, _ place: Int) -> DeliveryTree? {
        guard let nodes, nodes.indices.contains(place) else { return nil }
        return nodes[place]
    }
}
