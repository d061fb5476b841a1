import Casework
import Exchange
import TestSupport

/// An element that tests draw and bend.
final class DeliveryNode {
    var name: String
    var attributes: [(name: String, value: String)]
    var children: [DeliveryNode]
    var text: String

    init(
        _ name: String,
        attributes: [(name: String, value: String)] = [],
        children: [DeliveryNode] = [],
        text: String = ""
    ) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.text = text
    }

    var markup: String {
        let tag = attributes.reduce(name) { "\($0) \($1.name)=\"\(Self.escaped($1.value))\"" }
        guard !children.isEmpty || !text.isEmpty else { return "<\(tag)/>" }
        return "<\(tag)>\(Self.escaped(text))\(children.map(\.markup).joined())</\(name)>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    /// This element and all inside it.
    var all: [DeliveryNode] { [self] + children.flatMap(\.all) }
}

/// Draws valid elements from a table, and bends them.
struct DeliveryDrawing {
    var generator: SeededGenerator
    private var nextID = 0

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// A valid element.
    mutating func element(_ row: DeliveryElement) -> DeliveryNode {
        let node = DeliveryNode(row.name)
        for attribute in row.attributes where attribute.isRequired || chance(0.6) {
            node.attributes.append((attribute.name, isID(attribute) ? id() : value(attribute.type)))
        }
        switch row.content {
        case .empty: break
        case .text(let type): node.text = value(type)
        case .sequence(let children):
            for child in children {
                let most = min(child.occurs.max, max(child.occurs.min, 2))
                for _ in 0..<Int.random(in: child.occurs.min...most, using: &generator) {
                    node.children.append(element(child.element))
                }
            }
        }
        return node
    }

    /// Whether it is an id that counting makes unlike all others.
    private func isID(_ attribute: DeliveryAttribute) -> Bool {
        attribute.name == "Id" && attribute.type != .uuid
    }

    private mutating func uuid() -> String {
        let digits = (0..<32).map { _ in pick(Array("0123456789abcdefABCDEF")) ?? "0" }
        let groups = [digits[0..<8], digits[8..<12], ["4"] + digits[13..<16], ["a"] + digits[17..<20], digits[20..<32]]
        return groups.map { String($0) }.joined(separator: "-")
    }

    private mutating func id() -> String {
        nextID += 1
        return "i\(nextID)"
    }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }

    private mutating func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &generator) }

    private mutating func value(_ type: DeliveryType) -> String {
        switch type {
        case .text(let lengths):
            let length = Int.random(
                in: lengths.lowerBound...min(lengths.upperBound, lengths.lowerBound + 12),
                using: &generator
            )
            return String((0..<length).map { _ in "abæø😀 &<\"1".randomElement(using: &generator) ?? "a" })
        case .digits(let lengths):
            let length = Int.random(in: lengths, using: &generator)
            return String((0..<length).map { _ in "0123456789".randomElement(using: &generator) ?? "0" })
        case .code(let codes): return pick(codes) ?? ""
        case .date: return pick(["2024-02-29", "1999-12-31", "2023-06-30Z", "2023-01-01+01:00", "2024-10-05"]) ?? ""
        case .year: return pick(["2024", "2025Z", "1999"]) ?? ""
        case .boolean: return pick(["true", "false", "0", "1"]) ?? ""
        case .uuid: return uuid()
        case .moment: return pick(["2024-02-29T23:59:59Z", "2025-01-01T00:00:00.123456789-01:30"]) ?? ""
        case .provision(_, let hasLetters): return pick(hasLetters ? ["4", "12", "5a"] : ["1", "12", "0"]) ?? ""
        case .letter: return pick(["a", "z"]) ?? ""
        case .concept: return pick(ThingKind.allCases)?.rawValue ?? ""
        }
    }

    /// Bends one thing somewhere inside an element, which may stay valid all the same.
    mutating func bend(_ root: DeliveryNode) {
        guard let node = pick(root.all) else { return }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: if !node.attributes.isEmpty { node.attributes.remove(at: index(node.attributes.count)) }
        case 1: if !node.children.isEmpty { node.children.remove(at: index(node.children.count)) }
        case 2:
            guard node.children.count > 1 else { return bend(root) }
            node.children.swapAt(index(node.children.count), index(node.children.count))
        case 3: node.name = pick(["Melding", "Plan", "Presisering", "Kategori", "Ukjent", "Tiltak"]) ?? node.name
        case 4:
            guard !node.attributes.isEmpty else { return bend(root) }
            let place = index(node.attributes.count)
            let name = pick(["Id", "Kode", "SluttDato", "Ukjent", "Konklusjon"]) ?? "Id"
            if !node.attributes.contains(where: { $0.name == name }) { node.attributes[place].name = name }
        case 5, 6:
            guard !node.attributes.isEmpty else { return bend(root) }
            let values = ["", "x", "0", "99", "1.1", "2024-13-01", "2024", "12345678901", " ", "٣", "4.1"]
            node.attributes[index(node.attributes.count)].value = pick(values) ?? ""
        case 7:
            guard !node.attributes.isEmpty else { return bend(root) }
            let place = index(node.attributes.count)
            node.attributes[place].value += chance(0.5) ? "1" : String(repeating: "å", count: 300)
        case 8: node.text = pick(["", " ", "text", String(repeating: "ø", count: 1001)]) ?? ""
        default:
            guard let child = pick(node.children) else { return bend(root) }
            node.children.insert(child, at: index(node.children.count))
        }
    }

    private mutating func index(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
}
