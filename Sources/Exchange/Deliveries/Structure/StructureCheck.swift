/// Checks a stream of events against a table and hands on what is sound.
///
/// It sees each event once and keeps only the way to the open element, so its memory does not grow with the document.
struct StructureCheck<Receiver: StructureReceiver> {
    /// An open element.
    private struct Frame {
        var element: Int
        var line: UInt32
        var column: UInt32
        /// The step of the sequence, and how many of its elements have come.
        var step: Int
        var count = 0
        var hasTextFault = false
    }

    let table: CompiledDelivery
    /// Whether lengths are counted in UTF-16 units, as Java counts them.
    let countsUnits: Bool
    var receiver: Receiver
    private var open: [Frame] = []
    /// How many elements are open that are not checked, because the outermost of them may not stand there.
    private var skipped = 0
    /// The text of the open element, where it has one.
    private var text: [UInt8] = []
    private var ids = UniqueIDs()

    /// The longest text that is kept; whatever is longer is too long for every table.
    private static var longestText: Int { 1 << 16 }

    init(_ table: CompiledDelivery, countsUnits: Bool = false, receiver: Receiver) {
        self.table = table
        self.countsUnits = countsUnits
        self.receiver = receiver
    }

    /// Goes on with the next events.
    mutating func take(_ batch: XmlEvents) {
        let events = batch.events.span
        let bytes = batch.bytes.span
        var index = 0
        while index < events.count {
            let event = events[index]
            index += 1
            switch event.kind {
            case .start:
                let first = index
                while index < events.count, events[index].kind == .attribute { index += 1 }
                start(event, events.extracting(first..<index), bytes)
            case .text: add(bytes, event.range)
            case .end: end()
            case .leftOut: if skipped == 0 { receiver.leftOut(event.name) }
            case .attribute: break
            }
        }
    }

    // MARK: Tags

    private mutating func start(
        _ tag: XmlEvents.Event,
        _ attributes: Span<XmlEvents.Event>,
        _ bytes: Span<UInt8>
    ) {
        guard skipped == 0 else {
            skipped += 1
            return
        }
        let place = open.isEmpty ? root(tag) : child(tag)
        guard let place else {
            skipped = 1
            return
        }
        let element = place.element
        open.append(
            Frame(element: element, line: tag.line, column: tag.column, step: table.elements[element].steps.lowerBound)
        )
        receiver.begin(element, table, line: tag.line, column: tag.column)
        check(attributes, of: element, bytes, hasUniqueID: place.isUnique)
    }

    private mutating func root(_ tag: XmlEvents.Event) -> (element: Int, isUnique: Bool)? {
        if let root = table.roots.first(where: { table.elements[$0].name == tag.name }) { return (root, false) }
        receiver.found(
            StructureFinding(
                kind: .unknownRoot,
                element: table.rows[table.roots[0]].name,
                line: Int(tag.line),
                column: Int(tag.column)
            )
        )
        return nil
    }

    /// Moves on in the sequence of the open element.
    @inline(__always)
    private mutating func child(_ tag: XmlEvents.Event) -> (element: Int, isUnique: Bool)? {
        let last = open.count - 1
        let steps = table.elements[open[last].element].steps
        var step = open[last].step
        var count = open[last].count
        while step < steps.upperBound {
            let row = table.steps[step]
            if row.name == tag.name, count < row.max {
                open[last].step = step
                open[last].count = count + 1
                return (row.element, row.hasUniqueIDs)
            }
            if count < row.min { return missing(row, before: tag) }
            step += 1
            count = 0
        }
        find(.unexpectedElement, line: tag.line, column: tag.column)
        return nil
    }

    /// Reports what should have stood before a tag, and goes on behind it so that it is reported once.
    private mutating func missing(
        _ row: CompiledDelivery.Step,
        before tag: XmlEvents.Event
    ) -> (element: Int, isUnique: Bool)? {
        find(.missingElement(table.rows[row.element].name), line: tag.line, column: tag.column)
        let last = open.count - 1
        let steps = table.elements[open[last].element].steps
        guard let next = steps.first(where: { $0 > open[last].step && table.steps[$0].name == tag.name }) else {
            return nil
        }
        open[last].step = next
        open[last].count = 1
        return (table.steps[next].element, table.steps[next].hasUniqueIDs)
    }

    private mutating func end() {
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        guard let frame = open.last else { return }
        let element = table.elements[frame.element]
        if let type = element.text {
            var whole: [UInt8] = []
            swap(&whole, &text)
            if let fault = type.fault(whole.span, whole.indices, table.codes, countsUnits: countsUnits) {
                find(.value(fault, attribute: nil))
            } else {
                receiver.text(whole.span)
            }
            whole.removeAll(keepingCapacity: true)
            swap(&whole, &text)
        }
        var count = frame.count
        for step in frame.step..<element.steps.upperBound {
            if count < table.steps[step].min {
                find(.missingElement(table.rows[table.steps[step].element].name))
            }
            count = 0
        }
        receiver.end(frame.element, table)
        if element.keepsIDs { ids.removeAll() }
        open.removeLast()
    }

    private mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard skipped == 0, let frame = open.last else { return }
        let element = table.elements[frame.element]
        if element.text != nil {
            guard text.count < Self.longestText else { return }
            for place in range { text.append(bytes[place]) }
        } else if !frame.hasTextFault, element.steps.isEmpty || !CompiledType.isBlank(bytes, range) {
            open[open.count - 1].hasTextFault = true
            find(.text)
        }
    }

    // MARK: Attributes

    @inline(__always)
    private mutating func check(
        _ attributes: Span<XmlEvents.Event>,
        of element: Int,
        _ bytes: Span<UInt8>,
        hasUniqueID: Bool
    ) {
        var seen: UInt64 = 0
        let rows = table.elements[element].attributes
        for index in attributes.indices {
            let attribute = attributes[index]
            guard let slot = table.slot(attribute.name, of: element) else {
                checkInstance(attribute, bytes)
                continue
            }
            seen |= 1 << slot
            let type = table.attributes[rows.lowerBound + slot].type
            if let fault = type.fault(bytes, attribute.range, table.codes, countsUnits: countsUnits) {
                find(.value(fault, attribute: table.rows[element].attributes[slot].name))
            } else {
                receiver.attribute(attribute.name, bytes, attribute.range)
            }
            if hasUniqueID, attribute.name == table.id, !isNew(attribute, among: attributes, bytes, of: element) {
                find(.repeatedID)
            }
        }
        let required = table.elements[element].required
        guard seen & required != required else { return }
        for slot in 0..<rows.count where (required & ~seen) >> slot & 1 == 1 {
            find(.missingAttribute(table.rows[element].attributes[slot].name))
        }
    }

    /// Notes an id, with the attribute that it is unique together with where it is so.
    ///
    /// - Returns: Whether it is a new one.
    private mutating func isNew(
        _ id: XmlEvents.Event,
        among attributes: Span<XmlEvents.Event>,
        _ bytes: Span<UInt8>,
        of element: Int
    ) -> Bool {
        guard let alsoKey = table.elements[element].alsoKey else { return ids.insert(bytes, id.range, of: element) }
        var key: [UInt8] = []
        for place in id.range { key.append(bytes[place]) }
        for index in attributes.indices where attributes[index].name == alsoKey {
            key.append(0)
            for place in attributes[index].range { key.append(bytes[place]) }
        }
        return ids.insert(key.span, key.indices, of: element)
    }

    /// An attribute that the element does not have: only those of XML Schema itself may stand there.
    private mutating func checkInstance(_ attribute: XmlEvents.Event, _ bytes: Span<UInt8>) {
        switch CompiledDelivery.Instance(rawValue: Int(attribute.name) - table.nameCount) {
        case .schemaLocation, .noNamespaceSchemaLocation: break
        case .nil: find(.nilled)
        case .type:
            let range = CompiledType.collapsed(bytes, attribute.range)
            let own = open.last.flatMap { table.rows[$0.element].type } ?? ""
            var isOwn = range.count == own.utf8.count
            for (place, byte) in zip(range, own.utf8) where bytes[place] != byte { isOwn = false }
            if !isOwn || own.isEmpty { find(.otherType) }
        case nil: find(.unexpectedAttribute)
        }
    }

    // MARK: Findings

    /// Reports something about the innermost open element, at its start tag.
    private mutating func find(_ kind: StructureFinding.Kind) {
        guard let frame = open.last else { return }
        find(kind, line: frame.line, column: frame.column)
    }

    private mutating func find(_ kind: StructureFinding.Kind, line: UInt32, column: UInt32) {
        guard let frame = open.last else { return }
        receiver.found(
            StructureFinding(
                kind: kind,
                element: table.rows[frame.element].name,
                line: Int(line),
                column: Int(column)
            )
        )
    }
}

/// The ids that have come within the innermost element whose children's ids must differ.
private struct UniqueIDs {
    private struct Entry {
        var element: Int
        var hash: UInt64
        var range: Range<Int>
    }

    /// How many ids are compared one by one; beyond that a set is made.
    private static let few = 24
    /// How many are remembered at most.
    private static let most = 200_000

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var many: Set<String> = []

    /// Forgets the ids where the element around them ends.
    @inline(__always)
    mutating func removeAll() {
        guard !entries.isEmpty else { return }
        entries.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        if !many.isEmpty { many = [] }
    }

    /// Notes an id.
    ///
    /// - Returns: Whether it is a new one among elements of the same kind.
    mutating func insert(_ text: Span<UInt8>, _ range: Range<Int>, of element: Int) -> Bool {
        guard entries.count < Self.few else {
            guard many.count < Self.most else { return true }
            if many.isEmpty { for entry in entries { many.insert(name(bytes.span, entry.range, entry.element)) } }
            return many.insert(name(text, range, element)).inserted
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in range { hash = (hash ^ UInt64(text[place])) &* 0x0100_0000_01B3 }
        for entry in entries where entry.hash == hash && entry.element == element {
            if isEqual(text, range, entry.range) { return false }
        }
        let start = bytes.count
        for place in range { bytes.append(text[place]) }
        entries.append(Entry(element: element, hash: hash, range: start..<bytes.count))
        return true
    }

    private func isEqual(_ text: Span<UInt8>, _ range: Range<Int>, _ other: Range<Int>) -> Bool {
        guard range.count == other.count else { return false }
        for (place, known) in zip(range, other) where text[place] != bytes[known] { return false }
        return true
    }

    private func name(_ text: Span<UInt8>, _ range: Range<Int>, _ element: Int) -> String {
        var copy = Array("\(element) ".utf8)
        for place in range { copy.append(text[place]) }
        return String(decoding: copy, as: UTF8.self)
    }
}
