import Casework
import Law

/// One element of a delivery with all inside it, on its way between bytes and values.
package struct DeliveryTree: Sendable {
    /// The name on the wire.
    package let name: String
    package private(set) var attributes: [(name: String, value: String)]
    package private(set) var children: [DeliveryTree]
    /// The text between the tags, where the element has one.
    package private(set) var text: String
    /// Line and column of the start tag, from 1; 0 of an element that was never read.
    package let line: Int
    package let column: Int
    /// Whether nothing is wrong in it or inside it, where a structural check kept it.
    var isSound = true

    /// An element to be written; attributes without a value are left out.
    init(
        _ name: String,
        _ attributes: [(name: String, value: String?)] = [],
        _ children: [DeliveryTree] = [],
        text: String = ""
    ) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
        self.children = children
        self.text = text
        (line, column) = (0, 0)
    }

    /// An element that begins here in a document.
    init(_ name: String, line: Int, column: Int) {
        self.name = name
        (attributes, children, text) = ([], [], "")
        (self.line, self.column) = (line, column)
    }

    mutating func add(_ name: String, _ value: String) {
        attributes.append((name, value))
    }

    mutating func add(_ child: DeliveryTree) {
        children.append(child)
    }

    mutating func add(text more: String) {
        text += more
    }

    /// Whether the element has this attribute.
    package subscript(name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }

    /// The elements inside with this name, in order.
    package func all(_ name: String) -> [DeliveryTree] {
        children.filter { $0.name == name }
    }

    /// The first element inside with this name.
    package func first(_ name: String) -> DeliveryTree? {
        children.first { $0.name == name }
    }
}

/// The values of a sound element: what the table demands is there, and as it demands; what stands for the rest is
/// never seen.
extension DeliveryTree {
    func required(_ name: String) -> String { self[name] ?? "" }

    func id(_ name: String = "Id") -> ThingID { ThingID(required(name)) }

    func day(_ name: String) -> CalendarDay { Self.day(required(name)) }

    func optionalDay(_ name: String) -> CalendarDay? { self[name].map(Self.day) }

    func isTrue(_ name: String) -> Bool { boolean(name) ?? false }

    func boolean(_ name: String) -> Bool? {
        self[name].map { text in
            let bytes = Array(text.utf8)
            return CompiledDeliveryType.boolean(bytes.span, bytes.indices) ?? false
        }
    }

    func thingKind(_ name: String) -> ThingKind { ThingKind(rawValue: required(name)) ?? .person }

    /// The day that the text between the tags is.
    var day: CalendarDay { Self.day(text) }

    private static func day(_ text: String) -> CalendarDay {
        let bytes = Array(text.utf8)
        return DeliveryDate.day(bytes.span, bytes.indices) ?? .earliest
    }
}
