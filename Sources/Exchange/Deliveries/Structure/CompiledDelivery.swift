/// A table compiled to integers: what the structural check runs on.
package struct CompiledDelivery: Sendable {
    /// An element of the table.
    struct Element {
        /// The place of its name in the vocabulary.
        var name: UInt16
        /// Its attributes, in ``CompiledDelivery/attributes``.
        var attributes: Range<Int>
        /// Which of the attributes must be there, a bit for each.
        var required: UInt64
        /// The elements inside, in ``CompiledDelivery/steps``.
        var steps: Range<Int>
        /// What the text must look like; nothing where there is no text.
        var text: CompiledDeliveryType?
        /// Whether elements inside must have ids of their own.
        var keepsIDs = false
        /// The name that an id is unique together with.
        var alsoKey: UInt16?
    }

    /// An attribute of an element.
    struct Attribute {
        var name: UInt16
        var type: CompiledDeliveryType
    }

    /// One step of a sequence.
    struct Step {
        var name: UInt16
        var element: Int
        var min: Int
        var max: Int
        var hasUniqueIDs: Bool
    }

    /// The names of the table, then those of `xsi` that may stand anywhere.
    package let vocabulary: XmlVocabulary
    private(set) var elements: [Element] = []
    /// The rows that the elements came from.
    private(set) var rows: [DeliveryElement] = []
    /// The code lists, each a hash table of its own.
    private(set) var codes: [UInt64] = []
    private(set) var attributes: [Attribute] = []
    private(set) var steps: [Step] = []
    /// The elements that may be the root, by place.
    private(set) var roots: [Int] = []
    /// The place of an attribute within its element, by element and name; ``none`` where it has none such.
    private(set) var slots: [UInt8] = []
    private var known: [ObjectIdentifier: Int] = [:]

    static let none = UInt8.max

    /// The attributes of XML Schema itself.
    enum Instance: Int, CaseIterable {
        case schemaLocation
        case noNamespaceSchemaLocation
        case type
        case `nil`
    }

    /// How many names are the table's own.
    let nameCount: Int
    /// The name `Id`.
    let id: UInt16

    /// Compiles a table.
    ///
    /// - Parameter roots: The elements that a document may begin with; what stands inside them comes along.
    package init(_ roots: [DeliveryElement]) {
        var names: [String] = []
        for root in roots { Self.collect(root, into: &names) }
        nameCount = names.count
        let own = names.map { XmlName(namespace: "", localName: $0) }
        let instance = Instance.allCases.map {
            XmlName(namespace: "http://www.w3.org/2001/XMLSchema-instance", localName: "\($0)")
        }
        vocabulary = XmlVocabulary(own + instance)
        id = UInt16(names.firstIndex(of: "Id") ?? names.count)
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, UInt16($0)) })
        for root in roots { self.roots.append(add(root, places)) }
        slots = Array(repeating: Self.none, count: elements.count * nameCount)
        for (index, element) in elements.enumerated() {
            for (slot, attribute) in element.attributes.enumerated() {
                slots[index * nameCount + Int(attributes[attribute].name)] = UInt8(slot)
            }
        }
    }

    private static func collect(_ element: DeliveryElement, into names: inout [String]) {
        for name in [element.name] + element.attributes.map(\.name) where !names.contains(name) { names.append(name) }
        guard case .sequence(let children) = element.content else { return }
        for child in children { collect(child.element, into: &names) }
    }

    private mutating func add(_ row: DeliveryElement, _ places: [String: UInt16]) -> Int {
        if let place = known[ObjectIdentifier(row)] { return place }
        let place = elements.count
        known[ObjectIdentifier(row)] = place
        let first = attributes.count
        for attribute in row.attributes {
            let type = CompiledDeliveryType(attribute.type, codes: &codes)
            attributes.append(Attribute(name: places[attribute.name] ?? 0, type: type))
        }
        var required: UInt64 = 0
        for (slot, attribute) in row.attributes.enumerated() where attribute.isRequired { required |= 1 << slot }
        let element = Element(
            name: places[row.name] ?? 0,
            attributes: first..<attributes.count,
            required: required,
            steps: 0..<0,
            text: nil
        )
        elements.append(element)
        elements[place].alsoKey = row.alsoKey.flatMap { places[$0] }
        rows.append(row)
        switch row.content {
        case .empty: break
        case .text(let type): elements[place].text = CompiledDeliveryType(type, codes: &codes)
        case .sequence(let children):
            let inside = children.map { child in
                Step(
                    name: places[child.element.name] ?? 0,
                    element: add(child.element, places),
                    min: child.occurs.min,
                    max: child.occurs.max,
                    hasUniqueIDs: child.hasUniqueIDs
                )
            }
            elements[place].keepsIDs = inside.contains(where: \.hasUniqueIDs)
            elements[place].steps = steps.count..<(steps.count + inside.count)
            steps += inside
        }
        return place
    }

    /// The place of an attribute within its element; nothing where the element has none such.
    @inline(__always)
    func slot(_ name: UInt16, of element: Int) -> Int? {
        guard Int(name) < nameCount, case let slot = slots[element * nameCount + Int(name)], slot != Self.none else {
            return nil
        }
        return Int(slot)
    }
}
