extension WireCheck {
    private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

    /// Reports attributes that may not stand there; the definitions have none, so only those of XML Schema itself may.
    ///
    /// `xsi:nil` is refused with either value, because no element is nillable. Of `xsi:type` we accept an element's
    /// own type, the one type of the definitions that is derived from a type in use, and XML Schema's own types that
    /// are derived from whole numbers and texts, whose values have to fit those types too.
    ///
    /// - Returns: The steps of the content, which an `xsi:type` can change.
    mutating func checkAttributes(
        of index: Int,
        as place: Int,
        _ tree: XmlTree,
        _ message: CompiledMessage
    ) -> Range<Int> {
        var steps = message.rules[place].steps
        let start = Int(tree.nodes[index].attributeStart)
        for attribute in tree.attributes[start..<(start + Int(tree.nodes[index].attributeCount))] {
            let name = tree.name(attribute.name)
            switch (name.namespace, name.localName) {
            case (Self.instance, "schemaLocation"), (Self.instance, "noNamespaceSchemaLocation"):
                break
            case (Self.instance, "type"):
                let type = Self.typeName(tree.value(of: attribute), at: index, tree)
                if let substitute = message.substitutes[place], type == substitute.name {
                    steps = substitute.steps
                } else if let type, let derived = message.sources[place].derivedType(named: type) {
                    let range = tree.textRange(of: index)
                    if !derived.holds(tree.text.span, CompiledType.collapsed(tree.text.span, range)) {
                        list.add(index, tree, "Found a number outside the type in xsi:type, expected one that fits it.")
                    }
                } else if !message.sources[place].isOfType(type, in: message.specification) {
                    list.add(index, tree, "Found another type in xsi:type, expected the element's own.")
                }
            case (Self.instance, "nil"):
                list.add(index, tree, "Found xsi:nil, expected an element with content.")
            default:
                list.add(index, tree, "Found an attribute, expected none.")
            }
        }
        return steps
    }

    private static func typeName(_ text: String, at index: Int, _ tree: XmlTree) -> XmlName? {
        let parts = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .split(separator: ":", omittingEmptySubsequences: false)
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        guard let namespace = tree.namespace(ofPrefix: prefix, at: index), parts.count <= 2, let local = parts.last
        else { return nil }
        return XmlName(namespace: namespace, localName: String(local))
    }
}

extension ElementRule {
    /// Whether a type's name is that of this element's own type.
    ///
    /// A structure belongs to the namespace of the last element inside it, for what is derived is added at the end. A
    /// simple type whose namespace we do not know may be of any that the message uses.
    fileprivate func isOfType(_ type: XmlName?, in specification: MessageSpecification) -> Bool {
        guard let type else { return false }
        switch content {
        case .complex(let complex):
            return type.localName == complex.name
                && type.namespace == complex.particles.last?.alternatives.last?.namespace.uri
        case .simple(let simple):
            guard let name = simple.name else {
                return simple.isBuiltIn && type.namespace == XmlName.schema && type.localName == simple.base.name
            }
            let namespaces = simple.namespace.map { [$0] } ?? specification.namespaces
            return type.localName == name && namespaces.contains { $0.uri == type.namespace }
        }
    }

    /// The type of XML Schema with a name, where it is derived from this element's own.
    fileprivate func derivedType(named name: XmlName) -> DerivedType? {
        guard name.namespace == XmlName.schema, let simpleType, simpleType.isBuiltIn else { return nil }
        return DerivedType(name.localName, of: simpleType.base)
    }
}

extension SimpleType {
    /// Whether it is one of XML Schema's own types.
    fileprivate var isBuiltIn: Bool { self == SimpleType(nil, base: base) }
}

extension XmlName {
    fileprivate static let schema = "http://www.w3.org/2001/XMLSchema"
}

/// A type of XML Schema's own that is derived from `xs:integer` or `xs:string`.
///
/// The texts of names, languages and identifiers are left out: no message has use for them.
private struct DerivedType {
    /// The smallest and largest number; nothing for a text, any of which can be normalised.
    private let bounds: ClosedRange<Int128>?

    init?(_ name: String, of base: SimpleType.Base) {
        switch (base, name) {
        case (.string, "normalizedString"), (.string, "token"): bounds = nil
        case (.integer, "long"): bounds = Int128(Int64.min)...Int128(Int64.max)
        case (.integer, "int"): bounds = Int128(Int32.min)...Int128(Int32.max)
        case (.integer, "short"): bounds = Int128(Int16.min)...Int128(Int16.max)
        case (.integer, "byte"): bounds = Int128(Int8.min)...Int128(Int8.max)
        case (.integer, "unsignedLong"): bounds = 0...Int128(UInt64.max)
        case (.integer, "unsignedInt"): bounds = 0...Int128(UInt32.max)
        case (.integer, "unsignedShort"): bounds = 0...Int128(UInt16.max)
        case (.integer, "unsignedByte"): bounds = 0...Int128(UInt8.max)
        case (.integer, "nonNegativeInteger"): bounds = 0 ... .max
        case (.integer, "positiveInteger"): bounds = 1 ... .max
        case (.integer, "nonPositiveInteger"): bounds = .min...0
        case (.integer, "negativeInteger"): bounds = .min...(-1)
        default: return nil
        }
    }

    /// Whether a text without white space around it fits; one that is no whole number is another rule's to report.
    func holds(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let bounds, CompiledType.isInteger(text, range), let first = range.first else { return true }
        let isNegative = text[first] == UInt8(ascii: "-")
        var number: Int128 = 0
        for place in range where text[place] >= UInt8(ascii: "0") {
            let digit = Int128(text[place] - UInt8(ascii: "0"))
            let (tenfold, isOver) = number.multipliedReportingOverflow(by: 10)
            let (sum, isOverToo) = tenfold.addingReportingOverflow(digit)
            // Beyond every bound that is a number; the open sides end where counting does.
            guard !isOver, !isOverToo else { return bounds.contains(isNegative ? .min : .max) }
            number = sum
        }
        return bounds.contains(isNegative ? -number : number)
    }
}
