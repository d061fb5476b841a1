/// Builds an ``XmlTree`` from the events of a parser, within limits.
struct XmlTreeBuilder {
    /// Why building stopped; the place is added by whoever knows it.
    struct Refusal {
        var kind: XmlError.Kind
        var found: String
        var expected: String
    }

    private let vocabulary: XmlVocabulary
    private let limits: XmlLimits
    private var names: XmlNames
    private var nodes: [XmlTree.Node] = []
    private var attributes: [XmlAttribute] = []
    private var declarations: [XmlNamespaceDeclaration] = []
    var text: [UInt8] = []
    var attributeText: [UInt8] = []
    var declaration: XmlDeclaration?
    private(set) var refusal: Refusal?

    /// Index of the innermost open element; `UInt32.max` outside the root.
    private var open = UInt32.max
    private var depth = 0
    /// Where in `text` the characters since the last tag begin.
    private var runStart = 0
    /// Whether a comment or processing instruction has come since the last tag.
    private var hasMarkup = false
    init(vocabulary: XmlVocabulary, limits: XmlLimits, bytes: Int) {
        self.vocabulary = vocabulary
        self.limits = limits
        names = XmlNames(vocabulary: vocabulary)
        text.reserveCapacity(bytes)
        nodes.reserveCapacity(min(bytes / 40, limits.elements) + 8)
    }

    /// Whether only a parser that knows namespaces can say whether all names are any.
    var isDoubtful: Bool { names.isDoubtful }

    /// Notes a namespace that the next element declares.
    ///
    /// - Parameters:
    ///   - prefix: Without `xmlns`; empty for the default namespace.
    ///   - namespace: The URI; empty where the default namespace is to be none.
    ///   - count: Which declaration of the element it is, from 1.
    mutating func declare(_ prefix: borrowing Span<UInt8>, namespace: String, count: Int) {
        guard count <= maximalAttributes else { return refuseAttribute() }
        guard let prefix = names.declare(prefix, namespace, depth: depth) else { return refuseName() }
        declarations.append(XmlNamespaceDeclaration(node: nodes.count, prefix: prefix, namespace: namespace))
    }

    /// Opens an element, whose namespaces have just been declared.
    ///
    /// - Parameters:
    ///   - name: As written.
    ///   - offset: The byte of the document at which the tag begins.
    mutating func start(_ name: borrowing Span<UInt8>, offset: Int) {
        guard depth < limits.depth else {
            return refuse("an element inside \(limits.depth) others", "elements at most \(limits.depth) deep")
        }
        guard nodes.count < limits.elements else {
            return refuse("one element more", "at most \(limits.elements) elements")
        }
        depth += 1
        if open != .max {
            closeRunBesideChildren()
            nodes[Int(open)].childCount += 1
        }
        let found = names.element(name)
        guard names.prefixes.count <= Int(UInt16.max) else {
            return refuse("one prefix more", "at most \(UInt16.max) prefixes")
        }
        guard let found else { return refuseName() }
        let node = XmlTree.Node(
            name: found.name,
            prefix: found.prefix,
            flags: hasMarkup ? .markupBefore : [],
            attributeCount: 0,
            parent: open,
            end: 0,
            childCount: 0,
            textStart: UInt32(text.count),
            textEnd: 0,
            offset: UInt32(truncatingIfNeeded: offset),
            attributeStart: UInt32(attributes.count)
        )
        hasMarkup = false
        open = UInt32(nodes.count)
        nodes.append(node)
        runStart = text.count
    }

    /// Adds an attribute to the element that was opened last; its value has just been added to `attributeText`.
    ///
    /// - Parameters:
    ///   - name: As written.
    ///   - valueStart: First byte of the value in `attributeText`.
    mutating func attribute(_ name: borrowing Span<UInt8>, valueStart: Int) {
        let node = nodes[Int(open)]
        guard node.attributeCount < maximalAttributes else { return refuseAttribute() }
        guard let found = names.attribute(name) else { return refuseName() }
        // Only with another prefix can an attribute stand twice: the parser refuses two that are written alike.
        if found.prefix != 0, attributes[Int(node.attributeStart)...].contains(where: { $0.name == found.name }) {
            return refuseName()
        }
        nodes[Int(open)].attributeCount += 1
        attributes.append(
            XmlAttribute(
                name: found.name,
                prefix: found.prefix,
                valueStart: UInt32(valueStart),
                valueEnd: UInt32(attributeText.count)
            )
        )
    }

    /// Notes a processing instruction.
    ///
    /// - Parameter target: What it is for; a name without colon.
    mutating func instruction(for target: borrowing Span<UInt8>) {
        guard names.isLocalName(target) else { return refuseName() }
        markup()
    }

    /// Notes a comment or processing instruction.
    mutating func markup() {
        hasMarkup = true
        if open != .max { nodes[Int(open)].flags.insert(.markupInside) }
    }

    /// Closes the innermost open element.
    mutating func end() {
        let index = Int(open)
        if nodes[index].childCount > 0 { closeRunBesideChildren() }
        if hasMarkup { nodes[index].flags.insert(.markupBeforeEnd) }
        hasMarkup = false
        nodes[index].end = UInt32(nodes.count)
        nodes[index].textEnd = UInt32(text.count)
        runStart = text.count
        open = nodes[index].parent
        depth -= 1
        names.leave(depth: depth)
    }

    mutating func refuse(_ found: String, _ expected: String, kind: XmlError.Kind = .limit) {
        guard refusal == nil else { return }
        refusal = Refusal(kind: kind, found: found, expected: expected)
    }

    /// Refuses a name by the rules of namespaces.
    mutating func refuseName() {
        refuse("a name that breaks a rule of namespaces", "names with declared prefixes", kind: .namespaces)
    }

    /// The tree, once the parser has said that the document is complete.
    func tree(of source: XmlSource) -> XmlTree {
        XmlTree(
            vocabulary: vocabulary,
            text: text,
            nodes: nodes,
            prefixes: names.prefixes,
            attributes: attributes,
            attributeText: attributeText,
            namespaceDeclarations: declarations,
            declaration: declaration,
            otherNames: names.otherNames,
            source: source
        )
    }

    private var maximalAttributes: Int { min(limits.attributes, Int(UInt8.max)) }

    private mutating func refuseAttribute() {
        refuse("one attribute more", "at most \(maximalAttributes) attributes of an element")
    }

    /// Drops the characters since the last tag where they are white space, and marks the open element where not.
    private mutating func closeRunBesideChildren() {
        var end = text.count
        while end > runStart, Self.isWhiteSpace(text[end - 1]) { end -= 1 }
        if end == runStart {
            text.removeLast(text.count - runStart)
        } else {
            nodes[Int(open)].flags.insert(.mixed)
        }
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }
}
